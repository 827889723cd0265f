//! Reads a corpus: one JSON object a line, plain or gzip.
//!
//! A line that cannot be used is left out with its number and a reason that quotes nothing
//! of it. The label and the documented identifiers never reach a reader.

use serde_json::{Map, Value};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use touchstone::text::fold;

/// The longest line that is read.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Fewer characters than this are too little to judge.
pub const LEAST: usize = 80;

/// A corpus, and the lines that could not be read.
pub struct Corpus {
    /// The items in the order of the file.
    pub items: Vec<Item>,
    /// Line numbers, counted from 1, with reasons.
    pub bad: Vec<(usize, &'static str)>,
}

/// What an item is labelled as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Documented by a public investigation.
    Positive,
    /// Ordinary.
    Negative,
}

impl Label {
    /// As the corpus writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

/// What kind of text an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A profile README.
    Readme,
    /// A GitHub profile without its README.
    GithubProfile,
    /// A speaker's biography.
    SpeakerBio,
    /// A job seeker's card.
    JobCard,
    /// A résumé.
    Resume,
    /// A cover letter.
    CoverLetter,
    /// A bid for a job.
    Proposal,
    /// A pitch on a messenger.
    TelegramPitch,
    /// A job seeker's post.
    JobPost,
}

impl Kind {
    /// All kinds, in the order of the tables.
    pub const ALL: &[Self] = &[
        Self::Readme,
        Self::GithubProfile,
        Self::SpeakerBio,
        Self::JobCard,
        Self::Resume,
        Self::CoverLetter,
        Self::Proposal,
        Self::TelegramPitch,
        Self::JobPost,
    ];

    /// As the corpus writes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Readme => "readme",
            Self::GithubProfile => "github-profile",
            Self::SpeakerBio => "speaker-bio",
            Self::JobCard => "job-card",
            Self::Resume => "resume",
            Self::CoverLetter => "cover-letter",
            Self::Proposal => "proposal",
            Self::TelegramPitch => "telegram-pitch",
            Self::JobPost => "job-post",
        }
    }
}

/// A text with its label.
pub struct Item {
    /// Its name in the corpus.
    pub id: String,
    /// What joins the items of one person.
    pub group: String,
    /// Its label.
    pub label: Label,
    /// Its kind.
    pub kind: Kind,
    /// Account name, where it is known.
    pub handle: Option<String>,
    /// Language, without the mark of a guess; empty when unknown.
    pub lang: String,
    /// Country; empty when unknown.
    pub country: String,
    /// What a browser shows.
    pub text: String,
    /// The original Markdown or HTML.
    pub raw: Option<String>,
    /// Characters that a browser shows.
    pub length: usize,
    fields: Map<String, Value>,
}

impl Item {
    /// Reads one line.
    pub fn read(line: &str) -> Result<Self, &'static str> {
        let Ok(Value::Object(mut line)) = serde_json::from_str(line) else {
            return Err("not a JSON object");
        };
        let fields = match line.remove("fields") {
            Some(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        let get = |key: &str| text_of(&line, key);
        let text = get("text").unwrap_or_default().replace('\r', "\n");
        let label = match get("label").as_deref() {
            Some("positive") => Label::Positive,
            Some("negative") => Label::Negative,
            _ => return Err("its label is neither positive nor negative"),
        };
        let kind = get("kind").ok_or("it has no kind")?;
        let known = Kind::ALL.iter().find(|known| known.word() == kind);
        let id = get("id").ok_or("it has no id")?;
        Ok(Self {
            group: get("group").unwrap_or_else(|| id.clone()),
            id,
            label,
            kind: *known.ok_or("its kind is not known")?,
            handle: get("handle"),
            lang: get("lang").unwrap_or_default().trim_matches('?').to_owned(),
            country: get("country").unwrap_or_default(),
            length: text.trim().chars().count(),
            text,
            raw: get("raw"),
            fields,
        })
    }

    /// A field that holds one text.
    pub fn field(&self, key: &str) -> Option<String> {
        text_of(&self.fields, key)
    }

    /// A field that holds several texts.
    pub fn list(&self, key: &str) -> Vec<&str> {
        let items = self.fields.get(key).and_then(Value::as_array);
        items
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    /// The account whose README this is.
    pub fn account(&self) -> Option<String> {
        let handle = self.handle.as_ref().filter(|_| self.kind == Kind::Readme)?;
        Some(handle.to_lowercase())
    }

    /// Whether it is long enough to be judged.
    pub fn is_long(&self) -> bool {
        self.length >= LEAST
    }

    /// Whether it speaks of blockchains.
    pub fn says_blockchain(&self) -> bool {
        const STEMS: &[&str] = &[
            "blockchain",
            "web3",
            "solidity",
            "solana",
            "ethereum",
            "defi",
            "nft",
            "nfts",
            "crypto",
            "cryptocurrency",
            "smart contract",
            "dapp",
            "dapps",
        ];
        self.says(STEMS)
    }

    /// Whether it says "full-stack", "web3" or "MERN", as most documented pages do.
    pub fn is_hard(&self) -> bool {
        self.says(&["full stack", "fullstack", "web3", "mern"])
    }

    /// Whether one of the phrases stands in the text, plural included, as whole words.
    fn says(&self, phrases: &[&str]) -> bool {
        let words: Vec<String> = fold(&self.text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let text = format!(" {} ", words.join(" "));
        phrases.iter().any(|phrase| {
            text.contains(&format!(" {phrase} ")) || text.contains(&format!(" {phrase}s "))
        })
    }
}

fn text_of(map: &Map<String, Value>, key: &str) -> Option<String> {
    let text = map.get(key)?.as_str()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// Reads a corpus from a file.
pub fn read(path: &Path) -> Result<Corpus, String> {
    let problem = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut reader = open(path).map_err(problem)?;
    let mut corpus = Corpus {
        items: Vec::new(),
        bad: Vec::new(),
    };
    let mut ids = HashMap::new();
    for number in 1.. {
        let mut bytes = Vec::new();
        let mut line = reader.by_ref().take(LONGEST);
        if line.read_until(b'\n', &mut bytes).map_err(problem)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&bytes);
        if text.trim().is_empty() {
            continue;
        }
        match Item::read(&text) {
            Ok(item) if ids.insert(item.id.clone(), number).is_some() => {
                corpus.bad.push((number, "an earlier line has its id"));
            }
            Ok(item) => corpus.items.push(item),
            Err(reason) => corpus.bad.push((number, reason)),
        }
    }
    Ok(corpus)
}

/// Opens a file, through gzip when it begins like one.
fn open(path: &Path) -> std::io::Result<Box<dyn BufRead>> {
    let mut file = BufReader::new(File::open(path)?);
    if file.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        let plain = flate2::bufread::MultiGzDecoder::new(file);
        return Ok(Box::new(BufReader::new(plain)));
    }
    Ok(Box::new(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: &str) {
        let found = match Item::read(line) {
            Err(reason) => reason.to_owned(),
            Ok(item) => format!(
                "{} {} {} {} {} {}",
                item.id,
                item.kind.word(),
                item.lang,
                item.length,
                item.says_blockchain(),
                item.is_hard()
            ),
        };
        assert_eq!(found, expect, "{line}");
    }

    #[test]
    fn lines() {
        let line = |kind: &str, label: &str, text: &str| {
            format!(
                r#"{{"id":"a","kind":"{kind}","label":"{label}","lang":"en?","text":"{text}"}}"#
            )
        };
        check("{", "not a JSON object");
        check("[]", "not a JSON object");
        check("{}", "its label is neither positive nor negative");
        check(&line("song", "negative", ""), "its kind is not known");
        check(
            &line("resume", "negative", "Jo "),
            "a resume en 2 false false",
        );
        check(
            &line("readme", "positive", "NFTs, web3"),
            "a readme en 10 true true",
        );
        check(
            &line("readme", "positive", "cryptography"),
            "a readme en 12 false false",
        );
        check(
            &line("readme", "positive", "Full-Stack"),
            "a readme en 10 false true",
        );
    }
}
