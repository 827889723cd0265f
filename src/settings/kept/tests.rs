//! What is listed, saved, and taken of a file.

use super::*;
use serde_json::json;

const NOW: &str = "2026-11-24T12:00:00.000Z";

fn now() -> Moment {
    Moment::parse(NOW).unwrap()
}

/// Kept work with some of its fields changed; null takes one away.
#[allow(clippy::needless_pass_by_value)] // rows of a table
fn one(change: Value) -> Value {
    let mut one = json!({
        "work": r#"{"now":{"note":"Met on Tuesday"}}"#, "title": "Jo Doe", "url": "https://github.com/jo-doe",
        "level": "worth-checking", "at": "2026-11-20T08:00:00.000Z", "until": "2026-12-20T08:00:00.000Z",
    });
    let fields = one.as_object_mut().unwrap();
    for (name, value) in change.as_object().unwrap() {
        if value.is_null() {
            fields.remove(name);
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
    one
}

/// A file with one candidate.
fn file(change: Value) -> String {
    json!({ "schema": SCHEMA, "date": NOW, "candidates": { "jo": one(change) } }).to_string()
}

fn here(rows: &[(&str, Option<&str>)]) -> Map<String, Value> {
    let rows = rows.iter();
    rows.map(|(key, at)| ((*key).to_owned(), json!(at)))
        .collect()
}

#[test]
fn moments_are_read_as_a_browser_writes_them() {
    let check = |text: &str, expect: Option<&str>| {
        let found = Moment::parse(text).map(|moment| moment.plus_days(10).to_string());
        assert_eq!(found.as_deref(), expect, "{text}");
    };
    check(NOW, Some("2026-12-04T12:00:00.000Z"));
    check("2024-02-29T23:59:59.999Z", Some("2024-03-10T23:59:59.999Z"));
    for wrong in [
        "",
        "2026-11-24",
        "2026-11-24T12:00:00Z",
        "2026-11-24T24:00:00.000Z",
        "2026-11-24T12:60:00.000Z",
        "2026-11-24T12:00:60.000Z",
        "2026-11-24T12:00:00.0000Z",
        "2026-11-24T12:00:00:00.000Z",
        "2026-11-24T+2:00:00.000Z",
        "2026-02-29T12:00:00.000Z",
        "2026-11-24T12:00:00.000",
    ] {
        check(wrong, None);
    }
}

#[test]
fn the_list_is_by_title_and_shows_no_more_than_a_line() {
    let check = |kept: Value, expect: &[(&str, &str)]| {
        let kept = serde_json::from_value(kept).unwrap();
        let list = listed(&kept);
        let found: Vec<_> = list.iter().map(|one| (&*one.key, &*one.title)).collect();
        assert_eq!(found, expect, "{kept:?}");
    };
    check(json!({}), &[]);
    check(
        json!({"1": {"title": "zoe"}, "2": {"title": "Ada"}, "3": {"title": "Mira"}, "4": {"title": "Ada"}}),
        &[("2", "Ada"), ("4", "Ada"), ("3", "Mira"), ("1", "zoe")],
    );
    check(
        json!({"1": {"title": " Jo\n\u{202e}Doe "}}),
        &[("1", "Jo Doe")],
    );
    check(
        json!({"1": {"title": "", "url": "https://a.example/"}}),
        &[("1", "https://a.example/")],
    );
    check(
        json!({"k": 7, "l": null, "m": {"title": []}}),
        &[("k", "k"), ("l", "l"), ("m", "m")],
    );
}

#[test]
fn level_and_day_are_shown_where_they_are_right() {
    let check = |about: Value, level: Option<Level>, until: Option<&str>| {
        let list = listed(&Map::from_iter([("k".to_owned(), about.clone())]));
        let expect = until.and_then(Date::parse);
        assert_eq!((list[0].level, list[0].until), (level, expect), "{about}");
    };
    check(
        json!({"level": "verify-first", "day": "2026-12-20"}),
        Some(Level::VerifyFirst),
        Some("2026-12-20"),
    );
    check(json!({"level": "worst", "day": "NaN-NaN-NaN"}), None, None);
    check(json!({}), None, None);
}

#[test]
fn what_is_saved_is_taken_where_it_is_not() {
    let kept = json!({
        "jo": one(json!({})), "ada": one(json!({"level": null, "title": "Ada"})),
        "over": one(json!({"until": NOW})), "other": 7,
    });
    let text = saved(&serde_json::from_value(kept).unwrap(), now());
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&file["schema"], &file["date"]),
        (&json!(SCHEMA), &json!("2026-11-24"))
    );
    let names: Vec<_> = file["candidates"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["ada", "jo"]);
    let found = taken(&text, &here(&[]), now(), Some(30)).unwrap();
    assert_eq!(found.left, 0);
    assert_eq!(json!(found.put["jo"]), one(json!({})));
    assert_eq!(json!(found.put["ada"]), file["candidates"]["ada"]);
    let again = here(&[("jo", Some("2026-11-20T08:00:00.000Z")), ("ada", None)]);
    let found = taken(&text, &again, now(), Some(30)).unwrap();
    assert_eq!((found.put.len(), found.left), (0, 2));
}

#[test]
fn a_file_is_refused_as_a_whole() {
    let check = |file: &str, days: Option<u32>, expect: Refusal| {
        let found = taken(file, &here(&[]), now(), days);
        assert_eq!(found, Err(expect), "{}", file.get(..200).unwrap_or(file));
    };
    let whole = file(json!({}));
    check(&whole, None, Refusal::Off);
    check(&whole, Some(0), Refusal::Off);
    check(&" ".repeat(8_000_001), Some(30), Refusal::TooLarge);
    for wrong in [
        "",
        "null",
        "[]",
        r#"{"schema":"touchstone-kept-1"}"#,
        r#"{"schema":"touchstone-kept-1","candidates":[]}"#,
        r#"{"schema":"touchstone-kept-2","candidates":{}}"#,
        r#"{"schema":"touchstone-kept-1","candidates":{"jo":{}}}"#,
        whole.trim_end_matches('}'),
    ] {
        check(wrong, Some(30), Refusal::Wrong);
    }
    for (name, value) in [
        ("work", json!(null)),
        ("work", json!({})),
        ("work", json!("")),
        ("work", json!("[]")),
        ("work", json!("7")),
        ("work", json!(r#"{"now":{"aside":{"a/b":{}}}}"#)),
        (
            "work",
            json!(r#"{"now":{"steps":{"id-call":{"done":"soon"}}}}"#),
        ),
        ("title", json!(7)),
        ("url", json!(null)),
        ("level", json!("worst")),
        ("at", json!("yesterday")),
        ("until", json!(1)),
    ] {
        check(&file(json!({ name: value })), Some(30), Refusal::Wrong);
    }
    let many: Map<String, Value> = (0..5_001)
        .map(|n| (n.to_string(), one(json!({}))))
        .collect();
    let many = json!({ "schema": SCHEMA, "candidates": many }).to_string();
    check(&many, Some(30), Refusal::Wrong);
}

#[test]
fn a_candidate_is_taken_or_left() {
    let check = |change: Value, at: Option<Option<&str>>, expect: bool| {
        let here = at.map_or_else(|| here(&[]), |at| here(&[("jo", at)]));
        let found = taken(&file(change.clone()), &here, now(), Some(30)).unwrap();
        let counts = (found.put.len(), found.left);
        assert_eq!(
            counts,
            if expect { (1, 0) } else { (0, 1) },
            "{change} {at:?}"
        );
    };
    check(json!({}), None, true);
    check(json!({"level": null}), None, true);
    check(json!({"later": {"x": 1}}), None, true);
    check(json!({}), Some(Some("2026-11-20T07:59:59.999Z")), true);
    check(json!({}), Some(Some("2026-11-20T08:00:00.000Z")), false);
    check(json!({}), Some(Some("2026-11-20T08:00:00.001Z")), false);
    check(json!({}), Some(Some("never")), true);
    check(json!({}), Some(None), false);
    check(json!({"until": "2026-11-24T12:00:00.001Z"}), None, true);
    check(json!({ "until": NOW }), None, false);
    check(json!({"title": "x".repeat(8_001)}), None, false);
    check(json!({"url": "x".repeat(8_001)}), None, false);
    let note = |length: usize| json!({ "now": { "note": "x".repeat(length) } }).to_string();
    check(json!({"work": note(900_000)}), None, true);
    check(json!({"work": note(1_000_000)}), None, false);
}

#[test]
fn nothing_is_kept_for_longer_than_here_or_is_of_the_future() {
    let check = |days: u32, change: Value, name: &str, expect: &str| {
        let found = taken(&file(change.clone()), &here(&[]), now(), Some(days)).unwrap();
        assert_eq!(json!(found.put["jo"])[name], expect, "{days} {change}");
    };
    let far = || json!({"until": "2099-01-01T00:00:00.000Z"});
    check(7, far(), "until", "2026-12-01T12:00:00.000Z");
    check(365, far(), "until", "2027-11-24T12:00:00.000Z");
    check(30, json!({}), "until", "2026-12-20T08:00:00.000Z");
    check(7, json!({}), "at", "2026-11-20T08:00:00.000Z");
    check(7, json!({"at": "2099-01-01T00:00:00.000Z"}), "at", NOW);
    let unknown = json!({"work": r#"{"now":{"note":"x","later":1},"more":[]}"#});
    check(7, unknown, "work", r#"{"now":{"note":"x"}}"#);
}
