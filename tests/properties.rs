//! What holds for every page: no panic, no word that the page does not say.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "support/mod.rs"]
mod support;

use serde_json::Value;
use std::fmt::Write as _;
use support::{Case, cases};
use touchstone::blocks;
use touchstone::files::{Facts, Format, Paper};
use touchstone::html::parse;
use touchstone::profile::{Found, Profile, Words};
use touchstone::readers::{Gate, Reading, declared_address, read, read_paper, read_text};
use touchstone::report::{reading_json, reading_text};

/// One address a kind of reader.
const ADDRESSES: [&str; 4] = [
    "https://www.linkedin.com/in/someone-0000/",
    "https://github.com/someone-0000",
    "https://www.upwork.com/freelancers/~0000",
    "https://someone.example/",
];

/// Reads, and writes what was read in both forms.
fn read_all(url: &str, html: &str) -> Reading {
    let reading = read(url, html);
    let json = reading_json(&reading);
    assert_eq!(json["person"], reading.gate == Gate::Person);
    assert!(!reading_text(&reading).is_empty());
    reading
}

/// A xorshift generator: the same pages on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % end
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// A save that broke off, at every 97th byte.
#[test]
fn half_pages() {
    let mut cuts = 0;
    for case in cases() {
        let ends = (0..case.html.len()).step_by(97);
        for end in ends.filter(|end| case.html.is_char_boundary(*end)) {
            read_all(&case.url, &case.html[..end]);
            cuts += 1;
        }
    }
    assert!(cuts > 1000, "{cuts} cuts");
}

/// A page whose beginning is lost.
#[test]
fn pages_without_their_head() {
    for case in cases() {
        let starts = (0..case.html.len()).step_by(997);
        for start in starts.filter(|start| case.html.is_char_boundary(*start)) {
            read_all(&case.url, &case.html[start..]);
        }
    }
}

const TAGS: [&str; 30] = [
    "div", "span", "section", "main", "h1", "h2", "h3", "ul", "li", "p", "a", "table", "tr", "td",
    "time", "button", "header", "aside", "svg", "title", "script", "style", "template", "dialog",
    "code", "select", "form", "nav", "article", "math",
];
const ATTRIBUTES: [&str; 14] = [
    "class=\"vcard fn\"",
    "class=visually-hidden",
    "aria-hidden=true",
    "role=heading aria-level=9",
    "role=heading aria-level=\"-1\"",
    "itemprop=name",
    "itemtype=\"http://schema.org/Person\"",
    "componentkey=xTopcard",
    "id=verified-medium",
    "href=\"mailto:a@b.example?x\"",
    "href=\"https://github.com/jo?%zz%\"",
    "href='//%%%'",
    "hidden",
    "style=\"display : none\"",
];
const TEXTS: [&str; 34] = [
    "Experience",
    "Education",
    "Skills",
    "About",
    "People also viewed",
    "Jan 2019 - Present · 3 yrs",
    "2019 –",
    "– 2021",
    "0000 - 9999",
    "99/9999 - 1/1900",
    "since",
    "May 2016 · 1 mo",
    "2019年4月 - 現在",
    "500+ connections",
    "99999999999999999999 followers",
    "1.k followers",
    "· 2nd",
    "(She/Her)",
    "Lyon, France",
    ", , ,",
    " · ",
    "Contact info",
    "Baker at Pain & Co",
    "at ",
    "Jo Doe",
    "(3) Jo Doe | LinkedIn",
    "a@b.example @ @@ x@",
    "+33 (0)6 12-34.56/78",
    "Telegram: ",
    "14:05 (UTC +99:99)",
    ":: (UTC -",
    "I'm a  in ",
    "ǅ ß ﬁ İ 😀\u{301}\u{202e}",
    "&#xd800;&#0;&notin;&amp",
];

fn soup(random: &mut Random) -> String {
    let mut page = String::new();
    for _ in 0..random.below(120) {
        match random.below(7) {
            0 | 1 => {
                let _ = write!(page, "<{}>", random.pick(&TAGS));
            }
            2 => {
                let (tag, attribute) = (random.pick(&TAGS), random.pick(&ATTRIBUTES));
                let _ = write!(page, "<{tag} {attribute}>");
            }
            3 => {
                let _ = write!(page, "</{}>", random.pick(&TAGS));
            }
            4 => {
                let (tag, text) = (random.pick(&TAGS), random.pick(&TEXTS));
                let _ = write!(page, "<{tag}>{text}</{tag}>");
            }
            5 => page.push_str(random.pick(&[
                "<!--",
                "-->",
                "<![CDATA[",
                "<",
                "</",
                "&",
                "\0",
                "\r\n",
            ])),
            _ => page.push_str(random.pick(&TEXTS)),
        }
    }
    page
}

#[test]
fn tag_soup() {
    let mut random = Random(0x5eed);
    for _ in 0..1500 {
        let page = soup(&mut random);
        for url in ADDRESSES {
            let reading = read_all(url, &page);
            assert_eq!(reading, read(url, &page), "{page}");
        }
        let _ = declared_address(&page);
    }
}

#[test]
fn deep_pages() {
    for tag in [
        "div", "b", "span", "li", "table", "a", "section", "svg", "h1", "button",
    ] {
        let page = format!(
            "<title>Jo Doe</title><main><h1>Jo Doe</h1>{}Baker<h2>Experience</h2>2019 - 2021",
            format!("<{tag}>").repeat(100_000)
        );
        read_all("https://www.linkedin.com/in/someone-0000/", &page);
    }
}

#[test]
fn hostile_texts() {
    let long = "x".repeat(1 << 20);
    let words = "Jo ".repeat(50_000);
    let texts = [
        "\u{202e}eoD oJ\u{202c}\u{200f}\u{200b}\u{2066}",
        "Jo\0Doe\0",
        "&#xD800;&#xDFFF;&#x110000;&#0;&#xFFFFFFFFFF;",
        "e\u{301}".repeat(20_000).leak(),
        "2019 - ".repeat(10_000).leak(),
        "Jan ".repeat(10_000).leak(),
        "@".repeat(20_000).leak(),
        "a@b.".repeat(8_000).leak(),
        ", ".repeat(20_000).leak(),
        "1".repeat(20_000).leak(),
        "+1 ".repeat(10_000).leak(),
        "(UTC +".repeat(10_000).leak(),
        "😀".repeat(10_000).leak(),
        "İ".repeat(10_000).leak(),
        long.as_str(),
        words.as_str(),
    ];
    for text in texts {
        let page = format!(
            "<title>{text} | LinkedIn</title><main><h1>{text}</h1><p>{text}</p>\
             <h2>Experience</h2><ul><li><p>{text}</p><p>2019 - 2021 {text}</p></li></ul>\
             <a href=\"{text}\">{text}</a><a href=\"mailto:{text}\">x</a></main>"
        );
        for url in [ADDRESSES[0], ADDRESSES[3]] {
            read_all(url, &page);
        }
        read_resume(&format!(
            "{text}\nJo Doe\n{text}\nExperience\n{text}\nCompany: {text}\n2019 - 2021 {text}\nWorked as {text} with {text} since 2019\n\
             Skills\n{text}\nEducation\n{text}\n2019\nContact\n{text}"
        ));
    }
}

/// Reads a text as a résumé, and writes what was read.
fn read_resume(text: &str) -> Value {
    resume_json(read_text(text))
}

fn resume_json(profile: Profile) -> Value {
    let gate = Gate::Person;
    let cut = false;
    reading_json(&Reading { gate, profile, cut })
}

/// The invented résumés that are texts.
fn resumes() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resumes");
    let folders = std::fs::read_dir(root).unwrap();
    let files = folders.map(|folder| folder.unwrap().path().join("resume.txt"));
    files
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .collect()
}

/// A text that broke off, at every 13th byte, and one whose beginning is lost.
#[test]
fn half_resumes() {
    let mut cuts = 0;
    for text in resumes() {
        let at = (0..text.len()).step_by(13);
        for at in at.filter(|at| text.is_char_boundary(*at)) {
            read_resume(&text[..at]);
            read_resume(&text[at..]);
            cuts += 1;
        }
    }
    assert!(cuts > 500, "{cuts} cuts");
}

/// Lines of all résumés and of pages in any order, as a text and as an opened file with
/// headings and columns anywhere.
#[test]
fn shuffled_resumes() {
    let all = resumes().join("\n");
    let lines: Vec<&str> = all.lines().chain(TEXTS).collect();
    let mut random = Random(0xfeed);
    for _ in 0..300 {
        let mut line = 0;
        let picked: Vec<blocks::Block> = (0..random.below(80))
            .map(|_| {
                line += random.pick(&[0, 1, 1, 2]);
                blocks::Block {
                    text: random.pick(&lines).trim().to_owned(),
                    heading: random.pick(&[0, 0, 0, 0, 1, 2, 3]),
                    line,
                    ..blocks::Block::default()
                }
            })
            .filter(|block| !block.text.is_empty())
            .collect();
        let text: Vec<&str> = picked.iter().map(|block| block.text.as_str()).collect();
        let text = text.join("\n");
        assert_eq!(read_resume(&text), read_resume(&text));
        resume_json(read_paper(&Paper {
            format: Format::Pdf,
            name: String::new(),
            blocks: picked,
            pages: Vec::new(),
            facts: Facts::default(),
            unseen: Vec::new(),
            gaps: Vec::new(),
        }));
    }
}

/// Clocks and offsets that no day has.
#[test]
fn absurd_clocks() {
    for text in [
        "(UTC +600)",
        "(UTC -32767:59)",
        "9999:10 local time",
        "32767:59 pm local time",
    ] {
        let page = format!("<title>Jo Doe</title><main><h1>Jo Doe</h1><p>{text}</p></main>");
        for url in ADDRESSES {
            read_all(url, &page);
        }
    }
}

#[test]
fn hostile_addresses() {
    let page = "<title>Jo Doe</title><h1>Jo Doe</h1>";
    for url in [
        "",
        "x",
        "://",
        "https://",
        "https://@:/?#",
        "https://linkedin.com/in/%",
        "https://linkedin.com/in/%ff%fe%00",
        "https://linkedin.com.example/in/jo",
        "https://x@linkedin.com:99999/in//jo",
        "file:///C:/Users/jo/page.html",
        "https://github.com/\u{202e}",
        "javascript:alert(1)//https://github.com/jo",
    ] {
        read_all(url, page);
    }
    read_all(
        &format!("https://github.com/{}", "a/".repeat(100_000)),
        page,
    );
}

/// Without any white space: elements side by side have none between them.
fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Visible text of the whole body, in the order of the page.
fn visible(case: &Case) -> String {
    let doc = parse(&case.html);
    let body = doc.body().unwrap();
    // A dialog is no part of the page around it, and may be what shows the candidate.
    let dialogs = doc
        .descendants(body)
        .filter(|id| doc.attr(*id, "role") == Some("dialog"));
    let shown = std::iter::once(body).chain(dialogs);
    let blocks = shown.flat_map(|id| blocks::of_page(&doc, id));
    blocks.map(|block| packed(&block.text)).collect()
}

/// Evidence that is put together or stands elsewhere: the case, the field, where it comes from.
const COMPOSED: &[(&str, &str, &str)] = &[
    (
        "linkedin/details-experience",
        "name",
        "the page of one section says the name in its title only",
    ),
    (
        "portfolio/json-ld",
        "name",
        "the structured data says it, and outside it only the header and the title",
    ),
    (
        "portfolio/json-ld",
        "location",
        "the structured data alone says it",
    ),
];

#[test]
fn evidence_stands_in_the_page() {
    let mut composed = Vec::new();
    for case in cases() {
        let page = visible(&case);
        let reading = read(&case.url, &case.html);
        let mut said = |field: &str, text: &str| {
            for line in text.lines() {
                if page.contains(&packed(line)) {
                    continue;
                }
                let listed = COMPOSED
                    .iter()
                    .find(|(name, of, _)| *name == case.name && *of == field);
                composed.push(*listed.unwrap_or_else(|| panic!("{} {field}: {line}", case.name)));
            }
        };
        let json = reading_json(&reading);
        said("name", json["profile"]["name"].as_str().unwrap_or_default());
        let one = |found: &Found<Words>| found.seen().map(|words| words.text.clone());
        said(
            "headline",
            &one(&reading.profile.headline).unwrap_or_default(),
        );
        said(
            "location",
            &one(&reading.profile.location).unwrap_or_default(),
        );
        for position in reading.profile.positions.items() {
            let parts = [
                &position.title,
                &position.employer,
                &position.place,
                &position.text,
            ];
            for words in parts.into_iter().flatten() {
                said("positions", &words.text);
            }
            if let Some(dates) = &position.dates {
                said("positions", &dates.words.text);
            }
        }
    }
    for entry in COMPOSED {
        assert!(
            composed.contains(entry),
            "{} {}: in the page now",
            entry.0,
            entry.1
        );
    }
}

#[test]
fn reading_twice_reads_the_same() {
    for case in cases() {
        let (first, second) = (read(&case.url, &case.html), read(&case.url, &case.html));
        assert_eq!(first, second, "{}", case.name);
        assert_eq!(reading_json(&first), reading_json(&second), "{}", case.name);
    }
}
