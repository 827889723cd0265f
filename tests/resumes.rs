//! The readings of the invented résumés under `tests/resumes` are right: texts, and files as
//! their opener gives them.
//!
//! `TOUCHSTONE_BLESS=1 cargo test --test resumes` rewrites the expected readings and fails, so
//! that the differences are looked at before they are committed.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use touchstone::files::Paper;
use touchstone::profile::Profile;
use touchstone::readers::{Gate, Reading, read_paper, read_text};
use touchstone::report::reading_json;

/// The folders of the cases, by name.
fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resumes");
    let entries = std::fs::read_dir(root).unwrap();
    let mut out: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    out.sort();
    assert!(out.len() >= 19, "only {} cases", out.len());
    out
}

/// The text of a case, if it is one.
fn text(case: &Path) -> Option<String> {
    std::fs::read_to_string(case.join("resume.txt")).ok()
}

fn profile(case: &Path) -> Profile {
    if let Some(text) = text(case) {
        return read_text(&text);
    }
    let paper = std::fs::read_to_string(case.join("paper.json")).unwrap();
    let paper: Paper = serde_json::from_str(&paper).unwrap();
    read_paper(&paper)
}

/// What was read, without the whole text, which every résumé has once more.
fn reading(profile: Profile) -> Value {
    let mut json = reading_json(&Reading {
        gate: Gate::Person,
        profile,
        cut: false,
    });
    let fields = json["profile"].as_object_mut().unwrap();
    fields.remove("texts");
    json["profile"].take()
}

fn differences(expected: &Value, got: &Value) -> Vec<String> {
    let fields = got.as_object().unwrap().iter();
    let wrong = fields.filter(|(field, value)| expected.get(field) != Some(value));
    wrong
        .map(|(field, value)| {
            format!(
                "{field}:\n  expected {}\n  read     {value}",
                expected[field]
            )
        })
        .collect()
}

#[test]
fn readings_are_right() {
    let bless = std::env::var_os("TOUCHSTONE_BLESS").is_some();
    let mut problems = Vec::new();
    for case in cases() {
        let got = reading(profile(&case));
        let file = case.join("expected.json");
        if bless {
            std::fs::write(&file, format!("{got:#}\n")).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        let expected: Value = serde_json::from_str(&expected).unwrap_or_default();
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let wrong = differences(&expected, &got);
        problems.extend(wrong.into_iter().map(|text| format!("{name} {text}")));
    }
    assert!(
        !bless,
        "rewritten: look at the differences before committing"
    );
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Lines that end as Windows ends them, blank lines doubled, the mark of UTF-8: the same
/// résumé.
#[test]
fn the_ends_of_lines_do_not_matter() {
    let mut texts = 0;
    for case in cases() {
        let Some(text) = text(&case) else { continue };
        texts += 1;
        let expected = reading(read_text(&text));
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(reading(read_text(&windows)), expected, "{}", case.display());
        let doubled = text.replace("\n\n", "\n\n\n\n");
        assert_eq!(reading(read_text(&doubled)), expected, "{}", case.display());
    }
    assert!(texts >= 15, "only {texts} texts");
}

/// Every word that evidence can quote stands in the text.
#[test]
fn nothing_is_said_that_the_text_does_not_say() {
    for case in cases() {
        let Some(text) = text(&case) else { continue };
        let plain = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        };
        let whole = plain(&text);
        let profile = profile(&case);
        let positions = profile.positions.items().iter();
        let quoted = positions.flat_map(|position| {
            let words = [&position.title, &position.employer, &position.place];
            let dates = position.dates.iter().map(|dates| &dates.words);
            words.into_iter().flatten().chain(dates)
        });
        for words in quoted
            .chain(profile.skills.items())
            .chain(profile.phones.items())
        {
            assert!(
                whole.contains(&plain(&words.text)),
                "{}: {:?}",
                case.display(),
                words.text
            );
        }
    }
}

/// People who vouch for a candidate are somebody else.
#[test]
fn referees_are_not_read() {
    for (case, address, number) in [
        ("english-one-column", "odo.merriwick", "0099"),
        ("pdf-with-headings", "anselm", "0077"),
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resumes");
        let profile = profile(&root.join(case));
        let emails = profile.emails.items();
        assert!(!emails.is_empty(), "{case}");
        assert!(emails.iter().all(|email| !email.address.contains(address)));
        let phones = profile.phones.items();
        assert!(phones.iter().all(|phone| !phone.text.contains(number)));
    }
}
