//! The settings and what lies beside them in the extension: the schema of the policy, the table
//! of platforms, the practice candidate.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use serde_json::{Value, json};
use std::collections::BTreeSet;
use touchstone::settings::{LOCKABLE, PLATFORMS, Policy, Read, in_force};

fn schema() -> Value {
    serde_json::from_str(include_str!("../extension/managed.json")).unwrap()
}

#[test]
fn the_schema_has_the_properties_that_the_policy_reads() {
    let schema = schema();
    let names: BTreeSet<_> = schema["properties"].as_object().unwrap().keys().collect();
    let read = Policy::names();
    let read: BTreeSet<String> = read.into_iter().map(str::to_owned).collect();
    assert_eq!(names, read.iter().collect());
}

/// Chromium refuses the extension for a schema with several types in one place, or with
/// properties of the whole that it does not name.
#[test]
fn the_schema_is_one_that_chromium_takes() {
    fn check(path: &str, schema: &Value) {
        let kind = schema["type"].as_str().unwrap_or_default();
        let inner = match kind {
            "array" => vec![("items", &schema["items"])],
            "object" => vec![("additionalProperties", &schema["additionalProperties"])],
            "string" | "boolean" | "number" => Vec::new(),
            other => panic!("{path}: type {other:?}"),
        };
        for (name, schema) in inner {
            check(&format!("{path}.{name}"), schema);
        }
    }
    let schema = schema();
    assert_eq!(schema["type"], "object");
    assert_eq!(schema.get("additionalProperties"), None);
    for (name, property) in schema["properties"].as_object().unwrap() {
        check(name, property);
        for text in ["title", "description"] {
            assert!(
                property[text].as_str().is_some_and(|text| text.len() > 5),
                "{name}: {text}"
            );
        }
    }
}

/// A value of the type that the schema asks for is understood, for every property.
#[test]
fn what_the_schema_lets_through_is_understood() {
    let values = json!({
        "platforms": {"github": "click"}, "badges": {"github": false}, "off": ["a.example"], "known": false,
        "links": false, "language": "fr", "oneIn": 200.0, "keepDays": 7, "platformsAllowed": ["github"],
        "offAdd": ["b.example"], "offReplace": ["c.example"], "firstRun": false, "locked": ["known"],
    });
    let schema = schema();
    for (name, property) in schema["properties"].as_object().unwrap() {
        let value = &values[name];
        let kind = match value {
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            _ => "object",
        };
        assert_eq!(property["type"], kind, "{name}");
        let mut policy = json!({});
        policy[name] = value.clone();
        let found = in_force(&Value::Null, Some(&policy));
        assert!(found.rows.iter().all(|row| row.refused.is_none()), "{name}");
        assert!(!found.policy.is_empty(), "{name}");
    }
}

#[test]
fn the_schema_names_what_can_be_locked_and_every_platform() {
    let schema = schema();
    let said = |name: &str| {
        schema["properties"][name]["description"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    for name in LOCKABLE {
        assert!(said("locked").contains(name), "{name}");
    }
    for (id, _) in PLATFORMS {
        assert!(said("platforms").contains(id), "{id}");
    }
}

/// The rows of the extension's table: kind and id.
fn table() -> Vec<(String, String)> {
    let lines = include_str!("../extension/platforms.js").lines();
    let rows = lines.filter_map(|line| line.trim_start().strip_prefix("[\"")?.strip_suffix("],"));
    let row = |row: &str| {
        let mut cells = row.split("\", \"");
        (
            cells.next().unwrap().to_owned(),
            cells.next().unwrap().to_owned(),
        )
    };
    rows.map(row).collect()
}

#[test]
fn the_platforms_are_those_of_the_table_and_only_built_in_ones_are_read_alone_at_first() {
    let table = table();
    let ids: Vec<&str> = table.iter().map(|(_, id)| &**id).collect();
    let mine: Vec<&str> = PLATFORMS.iter().map(|(id, _)| *id).collect();
    assert_eq!(mine, ids);
    for ((kind, id), (_, first)) in table.iter().zip(PLATFORMS) {
        let alone = kind == "built-in" && id != "linkedin";
        assert_eq!(first.read == Read::Auto, alone, "{id}");
    }
}

#[test]
fn the_practice_candidate_is_the_one_at_www() {
    let script = include_str!("../extension/practice.js");
    let text = include_str!("../www/practice/early-cluster.txt");
    assert!(script.contains(&format!("text: `{text}`")));
    assert!(script.contains("id: \"early-cluster\""));
    let set: serde_json::Value =
        serde_json::from_str(include_str!("../www/practice/practice.json")).unwrap();
    let mut set = set.as_array().unwrap().iter();
    let same = set.find(|one| one["id"] == "early-cluster").unwrap();
    for (code, title) in same["title"].as_object().unwrap() {
        assert!(script.contains(&format!("{code}: {title}")), "{code}");
    }
}
