//! JSON Resume, <https://jsonresume.org/schema>: written out as the lines of a résumé.
//!
//! A field of another kind than the schema says is left out; the rest is read.

use super::{Facts, Format, Paper, Problem, Unseen, limits, text, zero_width};
use crate::blocks::{Anchor, Block, collapse};
use serde_json::Value;

/// Whether a JSON text is one: it has the part that every one has.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    parse(bytes).is_ok_and(|value| value.get("basics").is_some_and(Value::is_object))
}

fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    limits::size(bytes)?;
    serde_json::from_str(&text::decode(bytes)).map_err(|_| Problem::Damaged)
}

/// Opens a JSON Resume.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Paper, Problem> {
    let resume = parse(bytes)?;
    let mut lines = Lines::default();
    lines.basics(&resume);
    for (key, title) in SECTIONS {
        lines.section(&resume, key, title);
    }
    if lines.blocks.is_empty() {
        return Err(Problem::Empty);
    }
    Ok(Paper {
        format: Format::JsonResume,
        name: name.to_owned(),
        blocks: lines.blocks,
        pages: Vec::new(),
        facts: Facts {
            modified: resume
                .pointer("/meta/lastModified")
                .and_then(Value::as_str)
                .and_then(super::stamp::iso),
            ..Facts::default()
        },
        unseen: lines.unseen,
        gaps: Vec::new(),
    })
}

/// The sections of the schema with the headings that people give them.
const SECTIONS: &[(&str, &str)] = &[
    ("work", "Experience"),
    ("volunteer", "Volunteering"),
    ("education", "Education"),
    ("awards", "Awards"),
    ("certificates", "Certificates"),
    ("publications", "Publications"),
    ("skills", "Skills"),
    ("languages", "Languages"),
    ("interests", "Interests"),
    ("references", "References"),
    ("projects", "Projects"),
];

/// Fields of an entry, in the order in which they are written; one line each.
const FIELDS: &[&str] = &[
    "position",
    "name",
    "organization",
    "institution",
    "studyType",
    "area",
    "title",
    "awarder",
    "issuer",
    "publisher",
    "language",
    "fluency",
    "level",
    "location",
    "url",
    "website",
];

#[derive(Default)]
struct Lines {
    blocks: Vec<Block>,
    unseen: Vec<Unseen>,
    line: u32,
}

impl Lines {
    fn add(&mut self, text: &str, heading: u8) {
        for part in text.lines() {
            zero_width::find(part, self.line, &mut self.unseen);
            let part = collapse(&zero_width::without(part));
            if part.is_empty() {
                continue;
            }
            let links = Vec::from_iter(part.starts_with("http").then(|| Anchor {
                href: part.clone(),
                words: part.clone(),
                worded: true,
            }));
            self.blocks.push(Block {
                text: part,
                heading,
                line: self.line,
                links,
                ..Block::default()
            });
            self.line += 1;
        }
    }

    fn field(&mut self, entry: &Value, key: &str) {
        if let Some(text) = entry.get(key).and_then(Value::as_str) {
            self.add(text, 0);
        }
    }

    fn basics(&mut self, resume: &Value) {
        let Some(basics) = resume.get("basics") else {
            return;
        };
        if let Some(name) = basics.get("name").and_then(Value::as_str) {
            self.add(name, 1);
        }
        self.field(basics, "label");
        if let Some(place) = basics.get("location") {
            let parts = ["city", "region", "countryCode"].iter();
            let parts: Vec<&str> = parts.filter_map(|key| place.get(key)?.as_str()).collect();
            self.add(&parts.join(", "), 0);
        }
        for key in ["email", "phone", "url", "website"] {
            self.field(basics, key);
        }
        for account in items(basics, "profiles") {
            self.field(account, "url");
        }
        if basics.get("summary").is_some() {
            self.add("Summary", 2);
            self.field(basics, "summary");
        }
    }

    fn section(&mut self, resume: &Value, key: &str, title: &str) {
        let mut entries = items(resume, key).peekable();
        if entries.peek().is_some() {
            self.add(title, 2);
        }
        for entry in entries {
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &Value) {
        if let Some(text) = entry.as_str() {
            self.add(text, 0);
            return;
        }
        if let Some(words) = entry.get("keywords") {
            let name = entry
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let words: Vec<&str> = words
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            self.add(&format!("{name}: {}", words.join(", ")), 0);
            return;
        }
        for key in FIELDS {
            self.field(entry, key);
            // the employer of a position is called "company" in older files
            if *key == "position" {
                self.field(entry, "company");
            }
        }
        self.dates(entry);
        for key in ["summary", "description", "reference"] {
            self.field(entry, key);
        }
        for key in ["highlights", "courses"] {
            for point in items(entry, key) {
                if let Some(text) = point.as_str() {
                    self.add(&format!("• {text}"), 0);
                }
            }
        }
    }

    fn dates(&mut self, entry: &Value) {
        let date = |key: &str| {
            entry
                .get(key)
                .and_then(Value::as_str)
                .filter(|text| !text.is_empty())
        };
        if let Some(start) = date("startDate") {
            self.add(
                &format!("{start} – {}", date("endDate").unwrap_or("Present")),
                0,
            );
        } else if let Some(day) = date("date")
            .or_else(|| date("releaseDate"))
            .or_else(|| date("endDate"))
        {
            self.add(day, 0);
        }
    }
}

fn items<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expect: &str) {
        let found = open("cv.json", json.as_bytes()).map(|paper| {
            let lines = paper.blocks.iter().map(|block| block.text.clone());
            lines.collect::<Vec<_>>().join(" | ")
        });
        assert_eq!(found.as_deref(), Ok(expect), "{json}");
    }

    #[test]
    fn a_resume_becomes_lines() {
        check(
            r#"{"basics": {"name": "Jo Doe", "label": "Baker", "email": "jo@example.org",
                "location": {"city": "Lyon", "countryCode": "FR"}, "summary": "Bread."},
                "work": [{"name": "Pain & Co", "position": "Baker", "startDate": "2019-02",
                "endDate": "2021-03", "highlights": ["Rye"]}],
                "skills": [{"name": "Ovens", "keywords": ["Deck", "Rotor"]}]}"#,
            "Jo Doe | Baker | Lyon, FR | jo@example.org | Summary | Bread. | Experience | Baker | \
             Pain & Co | 2019-02 – 2021-03 | • Rye | Skills | Ovens: Deck, Rotor",
        );
        check(
            r#"{"basics": {"name": "Jo", "label": 5}, "work": [7, {"company": "A", "position": "B",
                "startDate": "2020"}], "skills": "none"}"#,
            "Jo | Experience | B | A | 2020 – Present",
        );
    }
}
