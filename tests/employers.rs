//! The documents for employers: the same in both languages, dated, sourced, and calm about candidates.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

#[path = "../build/words.rs"]
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use touchstone::settings::{KEEP_DAYS_FIRST, KEEP_DAYS_RANGE};
use words::Never;

/// Every document. A new one is a name here, a file in both folders and a row of the index.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "dpia.md",
    "eu.md",
    "how-to-answer.md",
    "notice.md",
    "policy.md",
    "us.md",
];

/// A language of the documents: its folder and the words that they must have in it.
struct Edition {
    folder: &'static str,
    code: &'static str,
    no_advice: &'static str,
    sources: &'static str,
    /// How far a source was read: in full, in part, as others quote it, not at all.
    read: [&'static str; 4],
    check: &'static str,
}

const EN: Edition = Edition {
    folder: "docs/employers",
    code: "en",
    no_advice: "not legal advice",
    sources: "## Sources",
    read: [
        "Read in full",
        "Read in part",
        "Read as quoted",
        "Not read here",
    ],
    check: "check the current status",
};

const FR: Edition = Edition {
    folder: "docs/employers/fr",
    code: "fr",
    no_advice: "pas un conseil juridique",
    sources: "## Sources",
    read: [
        "Lu en entier",
        "Lu en partie",
        "Lu par citation",
        "Non lu ici",
    ],
    check: "vérifier l’état actuel",
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Edition {
    fn text(&self, name: &str) -> String {
        let path = root().join(self.folder).join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// What the document says itself, and its list of sources.
    fn parts(&self, name: &str) -> (String, String) {
        let text = self.text(name);
        let (own, sources) = text
            .split_once(self.sources)
            .unwrap_or_else(|| panic!("{}/{name}: no list of sources", self.folder));
        (own.to_owned(), sources.to_owned())
    }

    /// The entries of the list of sources, each in one line.
    fn entries(&self, name: &str) -> Vec<String> {
        let joined = self.parts(name).1.replace("\n  ", " ");
        let entries = joined.lines().filter(|line| line.starts_with("- "));
        entries.map(str::to_owned).collect()
    }
}

/// Runs a check on every document in both languages.
fn each(check: impl Fn(&Edition, &str)) {
    for name in DOCUMENTS {
        check(&EN, name);
        check(&FR, name);
    }
}

/// The depth of every heading, in order.
fn headings(text: &str) -> Vec<usize> {
    let lines = text.lines().filter(|line| line.starts_with('#'));
    lines
        .map(|line| line.bytes().take_while(|byte| *byte == b'#').count())
        .collect()
}

/// Every address, in order.
fn links(text: &str) -> Vec<String> {
    let ends = |c: char| c.is_whitespace() || ")>]|`\"".contains(c);
    let found = text.match_indices("https://");
    found
        .map(|(at, _)| text.split_at(at).1.split(ends).next().unwrap().to_owned())
        .collect()
}

/// Years, numbers of laws and sections: every run of four digits or more, in order of size.
fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    let mut long: Vec<String> = runs
        .filter(|run| run.len() >= 4)
        .map(str::to_owned)
        .collect();
    long.sort();
    long
}

/// The targets of links that stay in the repository.
fn inside(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1);
    targets
        .filter_map(|rest| rest.split(')').next())
        .filter(|target| !target.starts_with("https://"))
        .map(|target| target.split('#').next().unwrap())
        .collect()
}

#[test]
fn the_folders_hold_these_documents() {
    for edition in [&EN, &FR] {
        let found: BTreeSet<String> = fs::read_dir(root().join(edition.folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| Path::new(name).extension().is_some_and(|end| end == "md"))
            .collect();
        let expect = DOCUMENTS.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(found, expect, "{}", edition.folder);
    }
}

#[test]
fn both_languages_say_the_same() {
    for name in DOCUMENTS {
        let (en, fr) = (EN.text(name), FR.text(name));
        assert_eq!(headings(&en), headings(&fr), "{name}: headings");
        assert_eq!(links(&en), links(&fr), "{name}: addresses");
        assert_eq!(numbers(&en), numbers(&fr), "{name}: numbers");
        let blanks = |text: &str| text.matches('[').count();
        assert_eq!(blanks(&en), blanks(&fr), "{name}: fields and links");
        let rows = |text: &str| text.lines().filter(|line| line.starts_with('|')).count();
        assert_eq!(rows(&en), rows(&fr), "{name}: rows of tables");
    }
}

#[test]
fn the_first_lines_have_the_day_and_say_that_it_is_no_advice() {
    each(|edition, name| {
        let text = edition.text(name);
        let first: Vec<&str> = text.lines().take(6).collect();
        let first = first.join(" ").to_lowercase();
        for word in ["2026-11-26", edition.no_advice] {
            assert!(first.contains(word), "{}/{name}: {word}", edition.folder);
        }
    });
}

#[test]
fn nothing_is_said_against_a_candidate() {
    let never = Never::read().unwrap();
    each(|edition, name| {
        let own = edition.parts(name).0;
        for list in ["accusation", "cases"] {
            let said = never.said(list, None, &own);
            assert_eq!(said, None, "{}/{name}", edition.folder);
        }
        assert!(!own.contains('!'), "{}/{name}: !", edition.folder);
    });
}

#[test]
fn a_claim_about_the_law_has_a_source() {
    const LAW: &[&str] = &["§", "Art.", "Article ", "GDPR", "RGPD", "U.S.C."];
    each(|edition, name| {
        let own = edition.parts(name).0;
        let claims = LAW.iter().any(|mark| own.contains(mark));
        let sourced = edition
            .entries(name)
            .iter()
            .any(|entry| !links(entry).is_empty());
        assert!(sourced || !claims, "{}/{name}", edition.folder);
    });
}

/// How far each source was read, by its place in [`Edition::read`].
fn read(edition: &Edition, name: &str) -> Vec<usize> {
    let entries = edition.entries(name).into_iter();
    let linked = entries.filter(|entry| !links(entry).is_empty());
    linked
        .map(|entry| {
            let said = |&at: &usize| entry.contains(edition.read[at]);
            let said: Vec<usize> = (0..edition.read.len()).filter(said).collect();
            assert_eq!(said.len(), 1, "{}/{name}: {entry}", edition.folder);
            said[0]
        })
        .collect()
}

#[test]
fn every_source_says_how_far_it_was_read() {
    for name in DOCUMENTS {
        assert_eq!(read(&EN, name), read(&FR, name), "{name}");
    }
    each(|edition, name| {
        let whole = read(edition, name).iter().all(|&far| far == 0);
        let text = edition.text(name).to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let checks = words.join(" ").contains(edition.check);
        assert!(
            whole || checks,
            "{}/{name}: what was not read",
            edition.folder
        );
    });
}

#[test]
fn levels_are_called_as_on_the_screen() {
    for edition in [&EN, &FR] {
        let path = format!("src/lang/{}/interface.toml", edition.code);
        let words: toml::Table = fs::read_to_string(root().join(path))
            .unwrap()
            .parse()
            .unwrap();
        let levels = words["level"].as_table().unwrap();
        assert_eq!(levels.len(), 4);
        for name in ["how-to-answer.md", "dpia.md"] {
            let text = edition.text(name);
            for level in levels.values() {
                let level = level.as_str().unwrap();
                assert!(text.contains(level), "{}/{name}: {level}", edition.folder);
            }
        }
    }
}

/// What is said of keeping is what the settings do.
#[test]
fn the_days_of_keeping_are_those_of_the_settings() {
    let (first, most) = (KEEP_DAYS_FIRST, KEEP_DAYS_RANGE.end());
    assert_eq!(KEEP_DAYS_RANGE.start(), &1);
    for name in ["us.md", "eu.md", "dpia.md"] {
        for (edition, days) in [(&EN, "30 days"), (&FR, "30 jours")] {
            let text = edition.text(name).replace('\u{a0}', " ");
            assert!(days.starts_with(&first.to_string()));
            assert!(text.contains(days), "{}/{name}", edition.folder);
            assert!(
                text.contains(&most.to_string()),
                "{}/{name}",
                edition.folder
            );
        }
    }
}

/// Buttons are called as on the screen.
#[test]
fn papers_are_called_as_on_the_screen() {
    for edition in [&EN, &FR] {
        let path = format!("src/lang/{}/interface.toml", edition.code);
        let words: toml::Table = fs::read_to_string(root().join(path))
            .unwrap()
            .parse()
            .unwrap();
        let check = |document: &str, table: &str, name: &str| {
            let said = words[table][name].as_str().unwrap();
            let text = edition.text(document).replace('\u{a0}', " ");
            let said = said.replace('\u{a0}', " ");
            assert!(
                text.contains(&said),
                "{}/{document}: {said}",
                edition.folder
            );
        };
        check("us.md", "note", "save");
        check("policy.md", "note", "save");
        check("policy.md", "note", "as-ats");
        check("policy.md", "note", "as-security");
        for document in ["eu.md", "dpia.md", "policy.md"] {
            check(document, "kept", "forget");
            check(document, "settings", "delete");
        }
    }
}

#[test]
fn links_into_the_repository_lead_somewhere() {
    each(|edition, name| {
        for target in inside(&edition.text(name)) {
            let path = root().join(edition.folder).join(target);
            assert!(path.exists(), "{}/{name}: {target}", edition.folder);
        }
    });
}

#[test]
fn the_index_lists_every_document() {
    for edition in [&EN, &FR] {
        let index = edition.text("README.md");
        let listed: BTreeSet<&str> = inside(&index).into_iter().collect();
        for name in DOCUMENTS.iter().filter(|name| **name != "README.md") {
            assert!(listed.contains(name), "{}: {name}", edition.folder);
        }
    }
}
