//! The assessment for programs and its schema: what is exported validates, all that the schema
//! speaks of is exported, and what is spoiled is refused.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

#[path = "support/schema.rs"]
mod support;

use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use support::Schema;
use touchstone::indicators::{Effort, Stage, assess, list, samples, stage};
use touchstone::lang::Lang;
use touchstone::profile::{Date, Field};
use touchstone::report::{
    Assessment, Given, Judged, Level, PaperKind, ProfileKind, Record, SCHEMA, Scene, State, Style,
    Unit, paper,
};
use touchstone::steps::{Access, Sector, steps};
use touchstone::work::{Action, Common, Why, Work};

const TODAY: &str = "2026-11-26";

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn schema() -> Schema {
    Schema::parse(&read("docs/assessment.schema.json"))
}

/// What is exported of a verdict, through the text that a program would read.
fn export(found: Assessment, given: Given) -> Value {
    let record = Record {
        title: Some("Ada Bergqvist | LinkedIn".to_owned()),
        url: Some("https://www.linkedin.com/in/ada-bergqvist/".to_owned()),
        verdict: Some(Judged {
            assessment: Some(found),
        }),
        ..Record::of(State::Judged)
    };
    let scene = Scene::of(given);
    let text = paper(&record, &scene, PaperKind::Json, Style::Markdown, Lang::En);
    serde_json::from_str(&text.unwrap()).unwrap()
}

fn given(work: Option<&Work>) -> Given {
    Given {
        work: work.map(|work| serde_json::to_string(work).unwrap()),
        today: TODAY.to_owned(),
        one_in: Some(50),
        ..Given::default()
    }
}

/// Work in which everything was done that can be done, on a verdict with these lines.
fn work(found: &Assessment) -> Work {
    let seen = list().iter().find(|line| stage(line.id).is_some()).unwrap();
    let step = steps(Stage::Applied).next().unwrap();
    let mut actions = vec![
        json!({"do": "stage", "value": "applied"}),
        json!({"do": "role-remote", "value": "yes"}),
        json!({"do": "role-sector", "value": "health"}),
        json!({"do": "role-access", "id": "patient-data", "checked": true}),
        json!({"do": "step", "id": step.id, "checked": true}),
        json!({"do": "step-note", "id": step.id, "value": "The months agree."}),
        json!({"do": "observe", "id": seen.id, "checked": true}),
        json!({"do": "quiet", "why": "other", "days": "7"}),
        json!({"do": "note", "value": "Asks for a call after four."}),
    ];
    for hit in &found.hits {
        actions.push(json!({"do": "dismiss", "id": hit.id, "why": "explained", "days": "30"}));
    }
    let today = Date::parse(TODAY).unwrap();
    let begun = (Work::default(), Common::default());
    let done = actions.into_iter().fold(begun, |(work, common), action| {
        let action: Action = serde_json::from_value(action).unwrap();
        work.after(action, common, today)
    });
    done.0
}

/// Every sample without work, with work that has not begun, and with all work done.
fn exports() -> Vec<Value> {
    let samples = samples::all().unwrap();
    let mut all = Vec::new();
    for sample in samples {
        let found = assess(&sample.case, sample.today);
        let done = work(&found);
        all.push(export(found.clone(), Given::default()));
        all.push(export(found.clone(), given(Some(&Work::default()))));
        all.push(export(found, given(Some(&done))));
    }
    all
}

#[test]
fn what_is_exported_validates_and_the_schema_speaks_of_nothing_else() {
    let schema = schema();
    let mut met = BTreeSet::new();
    let exports = exports();
    assert!(exports.len() > 600);
    for export in &exports {
        match schema.met(export) {
            Ok(mut here) => met.append(&mut here),
            Err(reason) => panic!("{reason}\n{export:#}"),
        }
    }
    let never: Vec<String> = schema.properties().difference(&met).cloned().collect();
    assert_eq!(never, Vec::<String>::new(), "in no export");
    assert!(schema.properties().len() > 80);
}

#[test]
fn what_is_spoiled_is_refused() {
    let schema = schema();
    let sample = samples::all().unwrap();
    let sample = sample.iter().find(|sample| sample.fires).unwrap();
    let found = assess(&sample.case, sample.today);
    let whole = export(found.clone(), given(Some(&work(&found))));
    let open = export(found, given(None));
    let check = |export: &Value, pointer: &str, value: Value| {
        let mut spoiled = export.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match spoiled.pointer_mut(parent).unwrap() {
            Value::Object(map) => drop(map.insert(name.to_owned(), value)),
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
            _ => panic!("{pointer}: no place for it"),
        }
        let refused = schema.met(&spoiled);
        assert!(refused.is_err(), "{pointer}: {spoiled:#}");
    };
    assert!(schema.met(&whole).is_ok() && schema.met(&open).is_ok());
    check(&whole, "/schema", json!("touchstone-assessment-2"));
    check(&whole, "/date", json!("26 November 2026"));
    check(&whole, "/salary", json!(1));
    check(&whole, "/title", Value::Null);
    check(&whole, "/assessment/level", json!("high"));
    check(&whole, "/assessment/bits", json!("4.0"));
    check(&whole, "/assessment/score", json!(4));
    check(&whole, "/assessment/coverage", json!([7]));
    check(&whole, "/assessment/coverage/0", json!(-1));
    check(&whole, "/assessment/would_change", json!({}));
    check(&whole, "/assessment/kind", json!("blog"));
    check(&open, "/assessment/hits/0/evidence", json!([]));
    check(&open, "/assessment/hits/0/facts", json!({"year": 2014}));
    check(&open, "/assessment/hits/0/evidence/0/page", json!(1));
    check(&open, "/assessment/not_checked/0/reason", json!("busy"));
    check(&open, "/assessment/not_checked/0/field", json!("salary"));
    check(&whole, "/work/role/sector", json!("piracy"));
    check(&whole, "/work/steps/a", json!({"done": true}));
    check(&whole, "/work/aside/a", json!({"why": "bored"}));
    check(&whole, "/work/quiet/until", json!("soon"));
    check(&whole, "/work/seen", json!([]));
    for name in ["schema", "date", "title", "url", "assessment"] {
        let mut less = whole.clone();
        less.as_object_mut().unwrap().remove(name);
        assert!(schema.met(&less).is_err(), "without {name}");
    }
}

/// The names of values in data.
fn words<T: Serialize>(values: impl IntoIterator<Item = T>) -> Value {
    let values: Vec<T> = values.into_iter().collect();
    serde_json::to_value(values).unwrap()
}

#[test]
fn the_schema_has_the_names_that_the_program_has() {
    let schema = schema();
    let check =
        |pointer: &str, expect: Value| assert_eq!(*schema.part(pointer), expect, "{pointer}");
    check("/properties/schema/const", json!(SCHEMA));
    let levels = [
        Level::NotEnough,
        Level::NothingStoodOut,
        Level::WorthChecking,
        Level::VerifyFirst,
    ];
    check("/$defs/level/enum", words(levels));
    let efforts = [Effort::Look, Effort::Ask, Effort::Call, Effort::Document];
    check("/$defs/next_check/properties/effort/enum", words(efforts));
    check("/$defs/work/properties/stage/enum", words(Stage::ALL));
    check("/$defs/role/properties/sector/enum", words(Sector::ALL));
    check(
        "/$defs/role/properties/access/items/enum",
        words(Access::ALL),
    );
    let whys = [Why::Trying].into_iter().chain(Why::REASONS);
    check("/$defs/aside/properties/why/enum", words(whys));
    let fields = words(Field::all());
    check("/$defs/unchecked/properties/field/enum", fields);
    let units = [Unit::Months, Unit::Years, Unit::Parts];
    check("/$defs/short/properties/unit/enum", words(units));
    let kinds = [
        Some(ProfileKind::Readme),
        Some(ProfileKind::GithubProfile),
        Some(ProfileKind::Resume),
        None,
    ];
    check("/$defs/assessment/properties/kind/enum", words(kinds));
}

/// Every reason that a field can be left unread for has its words on the screen.
#[test]
fn the_reasons_of_the_schema_are_those_that_the_screen_has_words_for() {
    let schema = schema();
    let mut spoken: toml::Table = read("src/lang/en/interface.toml").parse().unwrap();
    let spoken = spoken.remove("unread").unwrap();
    let spoken = spoken.as_table().unwrap().keys();
    // A text and a file are told apart on the screen alone.
    let spoken = spoken.filter(|name| *name != "not-found-in-file").cloned();
    let reasons = schema.part("/$defs/unchecked/properties/reason/enum");
    let reasons: BTreeSet<String> = serde_json::from_value(reasons.clone()).unwrap();
    assert_eq!(reasons, spoken.collect::<BTreeSet<String>>());
}

#[test]
fn every_property_is_described_in_one_sentence_and_objects_are_closed() {
    let schema = schema();
    for pointer in schema.properties() {
        let part = schema.part(&pointer);
        let said = part["description"].as_str().unwrap_or_default();
        let one = said.ends_with('.') && !said.contains(". ");
        assert!(one, "{pointer}: {said:?}");
    }
    let closed =
        |part: &Value| part.get("properties").is_none() || part["additionalProperties"] == false;
    for (name, part) in schema.part("/$defs").as_object().unwrap() {
        assert!(closed(part), "{name}");
    }
    assert!(closed(schema.part("")));
}

/// The example of the page.
fn example() -> Value {
    let page = read("docs/assessment.md");
    let (_, rest) = page.split_once("```json\n").unwrap();
    let (json, _) = rest.split_once("```").unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_example_of_the_page_validates_and_adds_up() {
    let example = example();
    assert_eq!(schema().met(&example).err(), None);
    let found: Assessment = serde_json::from_value(example["assessment"].clone()).unwrap();
    let lines = found.hits.iter().chain(&found.for_the_person);
    let corrected = found.corrections.iter().map(|one| one.bits.0);
    let sum: i32 = lines.map(|hit| hit.bits.0).chain(corrected).sum();
    assert_eq!(found.bits.0, sum);
    for hit in found.hits.iter().chain(&found.aside) {
        assert!(list().iter().any(|line| line.id == hit.id), "{}", hit.id);
    }
    for id in example["work"]["steps"].as_object().unwrap().keys() {
        assert!(touchstone::steps::find(id).is_some(), "{id}");
    }
}
