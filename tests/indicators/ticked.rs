//! What a person ticks counts by the same rules as a line, and nothing else ever ticks it.

use super::{case, lines, today};
use touchstone::indicators::{Given, assess_with, list, stage};
use touchstone::lang::Lang;
use touchstone::profile::Field;
use touchstone::report::{Assessment, Level, Points, Rows};

const PAGE: &str = r#"[{"platform":"linkedin","name":"Edda Crane","headline":"Engineer at Rookery",
    "about":"I write about maps, and keep the tools of a small harbour club running since many years.",
    "location":"London"}]"#;

fn ticked(observed: &[&str]) -> Assessment {
    let given = Given {
        observed,
        ..Given::default()
    };
    assess_with(&case(PAGE), today(), given)
}

fn check(observed: &[&str], expect: (Level, i32)) -> Assessment {
    let found = ticked(observed);
    assert_eq!((found.level, found.bits.0), expect, "{observed:?}");
    found
}

#[test]
fn a_tick_counts_like_a_line() {
    check(&[], (Level::NothingStoodOut, 0));
    check(
        &["interview/other-interviews-audible"],
        (Level::NothingStoodOut, 10),
    );
    check(&["interview/another-person"], (Level::WorthChecking, 40));
    // A strong line and a second group.
    check(
        &[
            "interview/another-person",
            "interview/joined-under-another-name",
            "offer/payee-of-another-name",
        ],
        (Level::VerifyFirst, 80),
    );
    check(
        &["interview/another-person", "confirmed/met-in-person"],
        (Level::WorthChecking, 10),
    );
}

#[test]
fn what_has_good_reasons_of_its_own_carries_nothing_and_names_the_other_step() {
    for id in [
        "interview/camera-stays-off",
        "interview/liveness-not-shown",
        "interview/scripted-answers",
        "interview/on-site-declined",
        "offer/insists-on-own-device",
    ] {
        let found = check(&[id], (Level::NothingStoodOut, 0));
        assert_eq!(found.hits.len(), 1, "{id}");
        let rows = Rows::new(&found, Lang::En, &[]);
        assert!(!rows.to_verify[0].next.is_empty(), "{id}");
    }
}

#[test]
fn groups_of_ticks_are_capped_and_order_and_repetition_change_nothing() {
    let all: Vec<&str> = list()
        .iter()
        .map(|indicator| indicator.id)
        .filter(|id| stage(id).is_some() && !id.starts_with("confirmed/"))
        .collect();
    let found = check(&all, (Level::VerifyFirst, 110));
    let mut turned: Vec<&str> = all.iter().rev().copied().collect();
    turned.extend(&all);
    assert_eq!(ticked(&turned), found);
}

#[test]
fn only_a_person_ticks() {
    // An id of a line that reads pages, and no id at all.
    check(
        &["history/parallel-fulltime", "", "interview/nothing"],
        (Level::NothingStoodOut, 0),
    );
    for sample in super::samples() {
        let found = super::assess(&sample.case, sample.today);
        assert!(lines(&found).all(|hit| stage(&hit.id).is_none()));
    }
}

#[test]
fn a_tick_quotes_the_person_not_the_page() {
    let found = check(
        &["offer/payee-of-another-name"],
        (Level::NothingStoodOut, 25),
    );
    assert_eq!(found.hits[0].evidence[0].place.field, Field::Observed);
    assert_eq!(found.hits[0].bits, Points(25));
    let quote = |lang| Rows::new(&found, lang, &[]).to_verify[0].quotes[0].clone();
    assert_eq!(quote(Lang::En).place, "Seen by you");
    assert_eq!(
        quote(Lang::En).words,
        "The payment account is in another name"
    );
    assert_eq!(quote(Lang::Fr).place, "Vu par vous");
}
