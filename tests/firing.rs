//! Every line in use fires on a whole page or file of a shape that its `shown_on` names, read by
//! the real readers.
//!
//! The details of its samples are put into pages of the platforms' structure; what no such page can carry (a
//! verification mark, a joining date) stands on an invented page under `tests/pages`.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    clippy::format_collect
)]

#[path = "firing/pages.rs"]
mod pages;
#[path = "support/mod.rs"]
mod support;

use pages::Source;
use std::collections::BTreeSet;
use toml::Table;
use touchstone::indicators::{Indicator, Status, assess, list, stage};
use touchstone::profile::{Case, Date, Platform};
use touchstone::readers::{read, read_paper};

fn file(indicator: &Indicator) -> Table {
    let text = std::fs::read_to_string(format!("src/indicators/{}.toml", indicator.id)).unwrap();
    toml::from_str(&text).unwrap()
}

/// The case of a sample as whole pages, when each of its platforms is one of `shown_on`.
fn case(sample: &Table, shown_on: &[Platform]) -> Option<Case> {
    let rows = sample["sources"].as_array().unwrap();
    let mut shown = false;
    let mut sources = Vec::new();
    for row in rows {
        let profile = match pages::source(row.as_table().unwrap()) {
            Source::Page(url, html) => read(&url, &html).profile,
            Source::File(paper) => read_paper(&paper),
        };
        shown |= profile
            .platform
            .is_some_and(|platform| shown_on.contains(&platform));
        sources.push(profile);
    }
    shown.then_some(Case { sources })
}

fn ids(case: &Case, today: Date) -> BTreeSet<String> {
    let found = assess(case, today);
    let lines = found.hits.into_iter().chain(found.for_the_person);
    lines.map(|hit| hit.id).collect()
}

fn fires_on_a_page_of_its_samples(indicator: &Indicator) -> bool {
    let file = file(indicator);
    let samples = file["fires"].as_array().unwrap().iter();
    samples
        .filter_map(|sample| sample.as_table())
        .any(|sample| {
            let today = sample.get("today").and_then(|today| today.as_str());
            let today = Date::parse(today.unwrap_or("2026-11-24")).unwrap();
            case(sample, indicator.shown_on)
                .is_some_and(|case| ids(&case, today).contains(indicator.id))
        })
}

/// The lines that fire on the invented pages under `tests/pages`.
fn on_saved_pages() -> BTreeSet<String> {
    let today = Date::parse("2026-11-24").unwrap();
    let one = |case: support::Case| {
        let profile = read(&case.url, &case.html).profile;
        ids(
            &Case {
                sources: vec![profile],
            },
            today,
        )
    };
    support::cases().into_iter().flat_map(one).collect()
}

#[test]
fn every_line_in_use_fires_on_a_whole_page_or_file() {
    let saved = on_saved_pages();
    let in_use = list()
        .iter()
        .filter(|one| one.status == Status::Stable && stage(one.id).is_none());
    let silent: Vec<&str> = in_use
        .filter(|one| !saved.contains(one.id) && !fires_on_a_page_of_its_samples(one))
        .map(|one| one.id)
        .collect();
    assert!(
        silent.is_empty(),
        "never seen to fire on a whole page of its shown_on: {silent:?}. Give it a sample whose details such a page \
         shows (tests/firing/pages.rs puts them there), or an invented page under tests/pages; or set it on trial."
    );
}
