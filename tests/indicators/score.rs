//! Caps, words counted once, levels.

use super::{assert_exact, assess, case, today};
use touchstone::profile::Field;
use touchstone::report::{Assessment, Level, Points, Reason};

/// The level and points, in tenths, of an invented case.
fn check(sources: &str, expect: (Level, i32)) -> Assessment {
    let verdict = assess(&case(sources), today());
    assert_eq!((verdict.level, verdict.bits.0), expect, "{verdict:#?}");
    assert_exact(&verdict, sources);
    verdict
}

const ABOUT: &str = r#""about":"Maps, rivers and boats; small tools for them, written on weekends with friends from the harbour club.""#;

#[test]
fn too_little_is_said_unless_a_line_is_strong() {
    check(
        r#"[{"platform":"github","headline":"Hi","joined":"2024-01"}]"#,
        (Level::NotEnough, 0),
    );
    check(
        r#"[{"platform":"github","emails":["superstar909@mail.example"]}]"#,
        (Level::NotEnough, 30),
    );
    check(
        r#"[{"platform":"linkedin","headline":"30 years of React"}]"#,
        (Level::WorthChecking, 40),
    );
    check(
        &format!(r#"[{{"platform":"github",{ABOUT}}}]"#),
        (Level::NothingStoodOut, 0),
    );
}

#[test]
fn a_group_counts_up_to_its_cap() {
    let sources = format!(
        r#"[{{"platform":"linkedin","name":"Edda Crane",{ABOUT},
        "emails":["superstar909@mail.example","cedar.dev0412@mail.example","edda@mailinator.com"]}}]"#
    );
    let verdict = check(&sources, (Level::WorthChecking, 50));
    assert_eq!(verdict.hits.len(), 3);
    assert_eq!(verdict.corrections.len(), 1);
    assert_eq!(
        verdict.corrections[0].reason,
        Reason::GroupCap("contact".to_owned())
    );
    assert_eq!(verdict.corrections[0].bits, Points(-40));
}

#[test]
fn the_same_words_count_once() {
    let sources = format!(
        r#"[{{"platform":"linkedin","name":"Edda Crane",{ABOUT},"emails":["supertalentdev909@mail.example"]}}]"#
    );
    let verdict = check(&sources, (Level::WorthChecking, 30));
    assert_eq!(verdict.hits.len(), 2);
    let once = Reason::CountedOnce("contact/email-dev-digits".to_owned());
    assert_eq!(verdict.corrections[0].reason, once);
    assert_eq!(verdict.corrections[0].bits, Points(-30));
}

#[test]
fn the_same_words_count_once_whichever_source_was_added_first() {
    let praise = r#"{"platform":"github","name":"Edda Crane","handles":[{"platform":"github","name":"superstar0909","own":true}]}"#;
    let other = r#"{"platform":"github","name":"Edda Crane","handles":[{"platform":"github","name":"tidewright","own":true}]}"#;
    for (first, second) in [(praise, other), (other, praise)] {
        let verdict = check(&format!("[{first},{second}]"), (Level::NotEnough, 20));
        let ids: Vec<&str> = verdict.hits.iter().map(|hit| hit.id.as_str()).collect();
        let expect = [
            "contact/handle-praise-digits",
            "identity/account-conflict-between-sources",
        ];
        assert_eq!(ids, expect);
        let once = Reason::CountedOnce(expect[0].to_owned());
        assert_eq!(verdict.corrections[0].reason, once);
    }
}

#[test]
fn what_speaks_for_the_person_is_capped_and_does_not_undo_a_strong_line() {
    let history = r#""positions":[{"employer":"Rookery","start":"2022-01","end":"present"},
        {"employer":"Pelham Tools","start":"2018-07","end":"2021-12"},{"employer":"Ostler","start":"2015-02","end":"2018-06"}]"#;
    let sources = format!(
        r#"[{{"platform":"linkedin","verified":"Maren Toll is verified","joined":"2010","about":"I am learning to sail.",{history}}},
        {{"platform":"resume","emails":["m@rookery.example"],{history}}}]"#
    );
    let verdict = check(&sources, (Level::NothingStoodOut, -40));
    assert!(verdict.for_the_person.len() >= 5, "{verdict:#?}");
    let strong = sources.replace("learning to sail.", "learning to sail. 30 years of React.");
    check(&strong, (Level::WorthChecking, 0));
}

#[test]
fn verify_first_needs_a_strong_line_and_two_groups() {
    check(
        r#"[{"platform":"upwork","name":"Edda Crane","emails":["supertalent909@mail.example","cedar.dev0412@mail.example"],
        "about":"I rent your verified LinkedIn account, you keep 20% of the salary. Reach me on Telegram."}]"#,
        (Level::WorthChecking, 100),
    );
    check(
        r#"[{"platform":"linkedin","headline":"30 years of React","positions":[
        {"employer":"Stripe","start":"2002","end":"2005","text":"Kubernetes in production"}]}]"#,
        (Level::WorthChecking, 80),
    );
    check(
        r#"[{"platform":"linkedin","headline":"30 years of React","emails":["edda@mailinator.com"]}]"#,
        (Level::VerifyFirst, 70),
    );
    check(
        r#"[{"platform":"linkedin","headline":"30 years of React","positions":[
        {"employer":"Stripe","start":"2002","end":"2005"}],"about":"Senior full-stack blockchain developer"}]"#,
        (Level::WorthChecking, 82),
    );
}

#[test]
fn the_ledger_names_what_this_kind_of_page_has() {
    let verdict = check(
        r#"[{"platform":"github","location":"Remote"}]"#,
        (Level::NotEnough, 0),
    );
    let fields: Vec<_> = verdict.not_checked.iter().map(|one| one.field).collect();
    assert!(fields.contains(&Field::LocalTime) && fields.contains(&Field::Emails));
    assert!(
        !fields.contains(&Field::Connections),
        "no indicator reads it"
    );
    assert!(!fields.contains(&Field::Location));
    assert_eq!(verdict.coverage.0, 1);
    assert_eq!(verdict.coverage.1 as usize, fields.len() + 1);
}
