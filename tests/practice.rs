//! The practice set of www: every candidate shows what its file says there is to see.
#![allow(clippy::unwrap_used)] // helpers of tests may stop

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use touchstone::indicators;
use touchstone::lang::Lang;
use touchstone::profile::{Case, Date, Profile};
use touchstone::readers::{self, Gate};
use touchstone::report::Assessment;

#[derive(Deserialize)]
struct Practice {
    id: String,
    title: Told,
    sources: Vec<Source>,
    level: String,
    lines: BTreeSet<String>,
    seen: Told,
}

/// A text by language.
type Told = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Source {
    Page { url: String, page: String },
    Text { text: String },
}

fn file(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    std::fs::read_to_string(root.join(path)).unwrap()
}

fn set() -> Vec<Practice> {
    serde_json::from_str(&file("practice/practice.json")).unwrap()
}

fn read(source: &Source) -> Profile {
    match source {
        Source::Page { url, page } => {
            let reading = readers::read(url, &file(page));
            assert_eq!(reading.gate, Gate::Person, "{url}");
            reading.profile
        }
        Source::Text { text } => readers::read_text(&file(text)),
    }
}

fn judge(practice: &Practice, today: &str) -> Assessment {
    let sources = practice.sources.iter().map(read).collect();
    indicators::assess(&Case { sources }, Date::parse(today).unwrap())
}

#[test]
fn every_candidate_shows_what_the_set_says() {
    // A practice set is opened on any day: what it says must not go stale.
    for (today, practice) in ["2026-11-24", "2031-02-28"]
        .into_iter()
        .flat_map(|today| set().into_iter().map(move |practice| (today, practice)))
    {
        let found = judge(&practice, today);
        let lines: BTreeSet<String> = found.hits.iter().map(|hit| hit.id.clone()).collect();
        let level = serde_json::to_value(found.level).unwrap();
        assert_eq!(level, practice.level, "{} on {today}", practice.id);
        assert_eq!(lines, practice.lines, "{} on {today}", practice.id);
    }
}

#[test]
fn the_set_is_a_practice() {
    let set = set();
    assert!(set.len() >= 8);
    let levels: BTreeSet<&str> = set.iter().map(|one| one.level.as_str()).collect();
    assert_eq!(levels.len(), 4, "every level is there to be seen");
    let quiet = set.iter().filter(|one| one.lines.is_empty()).count();
    assert!(quiet * 2 >= set.len(), "half of them have nothing to find");
    let two = set.iter().filter(|one| one.sources.len() == 2).count();
    assert!(two >= 2, "two candidates have two sources");
    let ids: BTreeSet<&str> = set.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), set.len());
    for one in &set {
        for text in [&one.title, &one.seen] {
            let spoken: BTreeSet<&str> = Lang::ALL.iter().map(|lang| lang.code()).collect();
            assert_eq!(
                text.keys().map(String::as_str).collect::<BTreeSet<_>>(),
                spoken,
                "{}",
                one.id
            );
            assert!(text.values().all(|said| !said.is_empty()), "{}", one.id);
        }
    }
}
