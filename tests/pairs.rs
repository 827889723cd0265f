//! Pairs of sources of one invented person: each kind of contradiction fires on its pair and
//! stays silent on the innocent twins, through the real readers and the desk. The browsers run
//! the same pairs (tests/browser/case.test.js).
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use touchstone::desk::{Action, Desk, State};
use touchstone::files::open;
use touchstone::indicators::{Given, assess};
use touchstone::lang::Lang;
use touchstone::profile::{Case, Date};
use touchstone::readers;
use touchstone::report::{Hit, Record, Rows, Told, sides};

fn today() -> Date {
    Date::parse("2026-11-24").unwrap()
}

fn pairs() -> Vec<Value> {
    let text = include_str!("data/pairs.json");
    serde_json::from_str(text).unwrap()
}

fn added(source: &Value) -> Action {
    let content = match (source.get("text"), source.get("paper")) {
        (Some(text), _) => json!({"text": text}),
        (None, Some(paper)) => json!({"paper": paper}),
        (None, None) => json!({"page": {"url": source["url"], "html": source["html"], "tab": 1}}),
    };
    let kind = if source.get("text").is_some() {
        "file"
    } else {
        "page"
    };
    serde_json::from_value(json!({"do": "add", "name": source["name"], "kind": kind,
        "at": "2026-11-24T10:00:00Z", "content": content}))
    .unwrap()
}

fn desk_of<'a>(sources: impl IntoIterator<Item = &'a Value>) -> State {
    let actions = sources.into_iter().map(added);
    actions.fold(State::default(), |state, action| {
        state.after(action).unwrap()
    })
}

fn record(state: &State) -> Record {
    Desk::default().record(state, today(), Given::default())
}

fn lines(record: &Record) -> Vec<&Hit> {
    let found = record
        .verdict
        .as_ref()
        .and_then(|verdict| verdict.assessment.as_ref());
    let found = found.unwrap();
    found.hits.iter().chain(&found.for_the_person).collect()
}

#[test]
fn each_contradiction_fires_on_its_pair_and_stays_silent_on_the_twins() {
    let mut seen: BTreeSet<(String, bool)> = BTreeSet::new();
    for pair in pairs() {
        let (line, because) = (
            pair["line"].as_str().unwrap(),
            pair["because"].as_str().unwrap(),
        );
        let fires = pair["fires"].as_bool().unwrap();
        let sources = pair["sources"].as_array().unwrap();
        let orders: [Vec<&Value>; 2] = [sources.iter().collect(), sources.iter().rev().collect()];
        for order in orders {
            let found = record(&desk_of(order));
            let ids: Vec<&str> = lines(&found).iter().map(|hit| hit.id.as_str()).collect();
            assert!(
                found.sources.iter().all(|s| s.judged.is_some()),
                "{line}: {because}"
            );
            assert_eq!(ids.contains(&line), fires, "{line}: {because}: {ids:?}");
        }
        seen.insert((line.to_owned(), fires));
    }
    let kinds: BTreeSet<&String> = seen.iter().map(|(line, _)| line).collect();
    assert_eq!(kinds.len(), 8, "{kinds:?}");
    assert_eq!(seen.len(), 16, "every kind has a pair and a twin");
}

#[test]
fn a_contradiction_has_two_sides_with_words_of_both_sources_that_lead_there() {
    for pair in pairs() {
        if pair["fires"] != json!(true) {
            continue;
        }
        let line = pair["line"].as_str().unwrap();
        let sources = pair["sources"].as_array().unwrap();
        let found = record(&desk_of(sources));
        let assessment = found.verdict.as_ref().unwrap().assessment.as_ref().unwrap();
        let rows = Rows::on_desk(&Told::new(assessment, None), Lang::En, &found.sources);
        let row = rows
            .to_verify
            .iter()
            .chain(&rows.fits)
            .find(|row| row.id == line);
        let [left, right] = sides(&row.unwrap().quotes).expect(line);
        assert_eq!(left.len(), right.len(), "{line}");
        for (side, source) in [(left, &found.sources[0]), (right, &found.sources[1])] {
            for quote in side {
                assert!(
                    quote.place.starts_with(&source.name),
                    "{line}: {}",
                    quote.place
                );
                let jump = quote.jump.as_ref().unwrap();
                assert_eq!(jump.source, source.id, "{line}");
                let squeezed = |text: &str| text.split_whitespace().collect::<String>();
                let copy = squeezed(&source.text.concat());
                let words = squeezed(&jump.words);
                // The account of a page stands in its address.
                let in_address = source.url.as_ref().is_some_and(|url| url.contains(&words));
                assert!(
                    copy.contains(&words) || in_address,
                    "{line}: {words} in {copy}"
                );
            }
        }
    }
}

#[test]
fn agreement_counts_for_the_person() {
    let pair = pairs()
        .into_iter()
        .find(|pair| pair["line"] == json!("person/sources-agree") && pair["fires"] == json!(true));
    let found = record(&desk_of(pair.unwrap()["sources"].as_array().unwrap()));
    let agree = lines(&found)
        .into_iter()
        .find(|hit| hit.id == "person/sources-agree");
    assert!(agree.unwrap().bits.0 < 0);
}

/// Best of several, since other programs run on the same machine.
fn least(mut work: impl FnMut()) -> Duration {
    let times = (0..7).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.min().unwrap()
}

/// The aim of a tenth is measured with optimisation (docs/files.md has the figure); without it
/// the parts slow down by different factors, so that only a doubling is caught here.
#[test]
fn judging_a_case_takes_a_small_part_of_reading_it() {
    let page =
        |file: &str| std::fs::read_to_string(format!("tests/pages/{file}/page.html")).unwrap();
    let linkedin = page("linkedin/2023-pvs");
    let github = page("github/2026-profile");
    let file = std::fs::read("tests/files/pdf-platform-export/file.pdf").unwrap();
    let read_all = || Case {
        sources: vec![
            readers::read("https://www.linkedin.com/in/invented-person/", &linkedin).profile,
            readers::read("https://github.com/invented-person", &github).profile,
            readers::read_paper(&open("file.pdf", &file).unwrap()),
        ],
    };
    let case = read_all();
    let named = case.sources.iter().filter(|one| one.name.is_known());
    assert_eq!(named.count(), 3, "all three are read");
    let reading = least(|| drop(read_all()));
    let judging = least(|| drop(assess(&case, today())));
    println!("reading {reading:?}, judging {judging:?}");
    assert!(
        judging * 4 < reading,
        "judging {judging:?}, reading {reading:?}"
    );
}
