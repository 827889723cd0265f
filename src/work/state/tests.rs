//! What each action makes of the work, kept and parsed again after each.

use super::*;
use crate::work::Counts;
use serde_json::json;

fn today() -> Date {
    Date::parse("2026-11-26").unwrap()
}

/// The work after these actions, kept and parsed again after each, and the counts.
fn after(actions: &[serde_json::Value]) -> (Work, Common) {
    let mut state = (Work::default(), Common::default());
    for action in actions {
        let action: Action = serde_json::from_value(action.clone()).unwrap();
        let (work, counts) = state.0.after(action, state.1, today());
        let kept = serde_json::to_string(&work).unwrap();
        let counted = serde_json::to_string(&counts).unwrap();
        state = (Work::parse(&kept), Common::parse(&counted));
        assert_eq!(state, (work, counts), "what is kept is what there was");
    }
    state
}

fn dismiss(id: &str, why: &str, days: &str) -> serde_json::Value {
    json!({"do": "dismiss", "id": id, "why": why, "days": days})
}

#[test]
fn lines_are_set_aside_and_come_back() {
    let check = |actions: &[serde_json::Value], day: &str, aside: &[&str]| {
        let (work, _) = after(actions);
        assert_eq!(work.aside(Date::parse(day).unwrap()), aside, "{actions:?}");
    };
    let off = json!({"do": "count", "id": "a/b", "checked": false});
    let on = json!({"do": "count", "id": "a/b", "checked": true});
    let week = dismiss("c/d", "explained", "7");
    let undo = json!({"do": "undo"});
    check(std::slice::from_ref(&off), "2030-01-01", &["a/b"]);
    check(&[off.clone(), on], "2026-11-26", &[]);
    check(std::slice::from_ref(&week), "2026-12-03", &["c/d"]);
    check(std::slice::from_ref(&week), "2026-12-04", &[]);
    check(&[dismiss("c/d", "other", "")], "2030-01-01", &["c/d"]);
    check(
        &[off.clone(), week.clone(), undo.clone()],
        "2026-11-26",
        &["a/b"],
    );
    check(
        &[off, week, undo.clone(), undo.clone(), undo],
        "2026-11-26",
        &[],
    );
}

#[test]
fn undo_keeps_what_was_written() {
    let (work, _) = after(&[
        json!({"do": "step", "id": "call", "checked": true}),
        json!({"do": "step-note", "id": "call", "value": "Spoke to the registrar"}),
        json!({"do": "note", "value": "Ask again in May"}),
        json!({"do": "undo"}),
    ]);
    let tick = Tick {
        done: None,
        note: "Spoke to the registrar".to_owned(),
    };
    assert_eq!(work.board().steps.get("call"), Some(&tick));
    assert_eq!(work.board().note, "Ask again in May");
    assert!(!work.can_undo());
}

#[test]
fn a_false_alarm_is_counted_once_and_taken_back_with_it() {
    let check = |actions: &[serde_json::Value], seen: u32, false_alarms: u32| {
        let counts = Counts { seen, false_alarms };
        assert_eq!(
            after(actions).1.feedback.of("a/b"),
            Some(counts),
            "{actions:?}"
        );
    };
    let seen = json!({"do": "seen", "ids": ["a/b", "c/d"]});
    check(&[seen.clone(), seen.clone()], 1, 0);
    check(&[seen.clone(), dismiss("a/b", "misread", "30")], 1, 1);
    let twice = [
        dismiss("a/b", "misread", "30"),
        dismiss("a/b", "explained", ""),
    ];
    check(&twice, 1, 1);
    check(&[seen.clone(), dismiss("a/b", "not-relevant", "30")], 1, 0);
    check(
        &[
            seen.clone(),
            dismiss("a/b", "misread", ""),
            json!({"do": "undo"}),
        ],
        1,
        0,
    );
    let back = json!({"do": "count", "id": "a/b", "checked": true});
    check(&[seen, dismiss("a/b", "misread", ""), back], 1, 0);
}

#[test]
fn stages_steps_and_what_was_seen_are_kept() {
    let (work, _) = after(&[
        json!({"do": "stage", "value": "interview"}),
        json!({"do": "observe", "id": "interview/another-person", "checked": true}),
        json!({"do": "step", "id": "timeline", "checked": true}),
        json!({"do": "quiet", "why": "confirmed", "days": "90"}),
    ]);
    let board = work.board();
    assert_eq!(board.stage, Some(Stage::Interview));
    assert_eq!(work.observed(), ["interview/another-person"]);
    assert_eq!(board.steps["timeline"].done, Some(today()));
    assert_eq!(
        board.quiet.as_ref().unwrap().until,
        Some(today().plus_days(90))
    );
    assert!(work.is_begun());
    assert!(!Work::default().is_begun());
}

#[test]
fn the_role_is_the_same_for_the_next_candidate_until_it_is_said_otherwise() {
    let (work, common) = after(&[
        json!({"do": "role-remote", "value": "yes"}),
        json!({"do": "role-sector", "value": "health"}),
        json!({"do": "role-access", "id": "patient-data", "checked": true}),
        json!({"do": "role-access", "id": "code", "checked": true}),
        json!({"do": "role-access", "id": "code", "checked": false}),
        json!({"do": "role-access", "id": "nothing-known", "checked": true}),
        json!({"do": "stage", "value": "offer"}),
    ]);
    let expect = Role {
        remote: Some(true),
        sector: Some(Sector::Health),
        access: [Access::PatientData].into(),
    };
    assert_eq!(work.role(&common), expect);
    let next = Work::default();
    assert_eq!(next.role(&common), expect);
    assert_eq!(next.stage(&common), Stage::Offer);
    assert_eq!(next.stage(&Common::default()), Stage::Applied);
    let action = Action::RoleSector {
        value: String::new(),
    };
    let (next, after) = next.after(action, common, today());
    assert_eq!(next.role(&after).sector, None);
    assert_eq!(work.role(&after), expect);
}

#[test]
fn stage_and_role_go_back_too_though_they_hold_for_the_next_candidate() {
    let undo = json!({"do": "undo"});
    let check = |actions: &[serde_json::Value], stage: Stage, remote: Option<bool>| {
        let (work, common) = after(actions);
        let said = (work.stage(&common), work.role(&common).remote);
        assert_eq!(said, (stage, remote), "{actions:?}");
        let next = Work::default();
        assert_eq!((next.stage(&common), next.role(&common).remote), said);
    };
    let interview = json!({"do": "stage", "value": "interview"});
    let offer = json!({"do": "stage", "value": "offer"});
    let yes = json!({"do": "role-remote", "value": "yes"});
    let no = json!({"do": "role-remote", "value": "no"});
    let first = [interview.clone(), undo.clone()];
    check(&first, Stage::Applied, None);
    let second = [interview.clone(), offer.clone(), undo.clone()];
    check(&second, Stage::Interview, None);
    check(&[yes.clone(), undo.clone()], Stage::Applied, None);
    check(&[yes.clone(), no, undo.clone()], Stage::Applied, Some(true));
    // What was chosen elsewhere since is not touched by another undo.
    let (work, _) = after(&[
        interview,
        json!({"do": "unquiet"}),
        dismiss("a/b", "other", ""),
    ]);
    let elsewhere = Common {
        stage: Some(Stage::Offer),
        ..Common::default()
    };
    let (_, common) = work.after(Action::Undo, elsewhere, today());
    assert_eq!(common.stage, Some(Stage::Offer));
}

#[test]
fn the_work_of_two_who_are_one_person_is_put_together() {
    let (other, _) = after(&[
        dismiss("a/b", "explained", ""),
        dismiss("c/d", "trying", ""),
        json!({"do": "step", "id": "call", "checked": true}),
        json!({"do": "step-note", "id": "call", "value": "Met on Monday"}),
        json!({"do": "observe", "id": "interview/another-person", "checked": true}),
        json!({"do": "note", "value": "From the second address"}),
        json!({"do": "stage", "value": "offer"}),
        json!({"do": "seen", "ids": ["a/b"]}),
    ]);
    let kept = serde_json::to_string(&other).unwrap();
    let (work, common) = after(&[
        dismiss("a/b", "confirmed", ""),
        json!({"do": "step-note", "id": "call", "value": "Asked on Friday"}),
        json!({"do": "note", "value": "From the first address"}),
        json!({"do": "join", "work": kept}),
    ]);
    let board = work.board();
    assert_eq!(
        board.aside["a/b"].why,
        Why::Confirmed,
        "what is said here holds"
    );
    assert_eq!(board.aside["c/d"].why, Why::Trying);
    assert_eq!(board.steps["call"].done, Some(today()));
    assert_eq!(board.steps["call"].note, "Asked on Friday\nMet on Monday");
    assert_eq!(work.observed(), ["interview/another-person"]);
    assert_eq!(
        board.note,
        "From the first address\nFrom the second address"
    );
    assert_eq!(board.stage, Some(Stage::Offer));
    let words = |mine: &str, others: &str| {
        let mut words = mine.to_owned();
        below(&mut words, others);
        words
    };
    assert_eq!(words("Not called", "No"), "Not called\nNo");
    assert_eq!(words("No\nNot called", "No"), "No\nNot called");
    // Nothing is counted twice, and twice the same changes nothing more.
    let again = Action::Join { work: kept };
    let (twice, _) = work.clone().after(again, common.clone(), today());
    assert_eq!(twice, work);
    let (undone, _) = work.after(Action::Undo, common, today());
    assert_eq!(undone.board().aside.len(), 1);
    for damaged in ["", "null", "{\"now\":3}"] {
        let join = json!({"do": "join", "work": damaged});
        assert_eq!(after(&[join]).0, Work::default());
    }
}

#[test]
fn whatever_was_kept_is_read_without_a_fault() {
    for kept in [
        "",
        "null",
        "[]",
        "{\"now\": 1}",
        "{\"before\": [{}], \"more\": 1}",
    ] {
        Work::parse(kept);
        assert_eq!(Common::parse(kept).feedback.of("a/b"), None);
    }
    let long = "é".repeat(9_000);
    let (work, _) = after(&[json!({"do": "note", "value": long})]);
    assert_eq!(work.board().note.chars().count(), 4_000);
    let mut many = Vec::new();
    for index in 0..40 {
        many.push(json!({"do": "count", "id": format!("a/{index}"), "checked": false}));
    }
    assert!(after(&many).0.before.len() <= MOST_UNDO);
}

#[test]
fn the_counts_start_again_and_the_role_stays() {
    let kept = r#"{"feedback":{"a/b":{"seen":3,"false_alarms":1},"c/d":{"seen":9,"false_alarms":0},"e/f":{"seen":3,"false_alarms":2}},"role":{"remote":true},"stage":"interview"}"#;
    let common = Common::parse(kept);
    let ids: Vec<_> = common
        .feedback
        .rows()
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    assert_eq!(ids, ["c/d", "e/f", "a/b"]);
    let fresh = common.clone().without_counts();
    assert!(fresh.feedback.rows().is_empty());
    assert!(common.role.remote.is_some());
    assert_eq!((fresh.role, fresh.stage), (common.role, common.stage));
}
