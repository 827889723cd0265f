//! Claims about another level are compared with a scoring that takes the other way: from the
//! profile, not from the assessment.

use super::*;
use crate::indicators::samples::{self, Sample, Source};
use crate::indicators::{Raising, assess, raise};
use crate::profile::{Case, Date};

fn case(json: &str) -> Case {
    let sources: Vec<Source> = serde_json::from_str(json).unwrap();
    Case {
        sources: sources
            .into_iter()
            .map(|source| source.profile().unwrap())
            .collect(),
    }
}

fn today() -> Date {
    Date::parse("2026-11-24").unwrap()
}

fn of(json: &str) -> (Assessment, Changes) {
    let found = assess(&case(json), today());
    let changes = changes(&found).unwrap();
    (found, changes)
}

/// The outcome of `case` when the list does not have these lines, or has one line more.
fn scored(
    case: &Case,
    today: Date,
    without: &[String],
    with: Option<&'static Indicator>,
) -> Outcome {
    let mut raised = raise(case, today);
    raised.retain(|one| !without.iter().any(|id| id == one.indicator.id));
    raised.extend(with.map(|indicator| Raised {
        indicator,
        evidence: vec![Span {
            source: 99,
            place: Place::of(Field::About),
            words: "elsewhere".to_owned(),
        }],
        facts: BTreeMap::new(),
        short: None,
    }));
    let found = crate::score::count(crate::score::bare(case), Raising::of(raised).raised);
    Outcome {
        level: found.level,
        bits: found.bits,
    }
}

/// All samples, and every tenth pair of those that fire as sources of one candidate.
pub fn cases() -> Vec<(Case, Date)> {
    let samples = samples::all().unwrap();
    let fires: Vec<&Sample> = samples.iter().filter(|sample| sample.fires).collect();
    let pairs = fires.iter().flat_map(|a| fires.iter().map(move |b| (a, b)));
    let pairs = pairs.step_by(10).map(|(a, b)| {
        let sources = a.case.sources.iter().chain(&b.case.sources);
        let sources = sources.cloned().collect();
        (Case { sources }, a.today)
    });
    let single = samples.iter().map(|s| {
        (
            Case {
                sources: s.case.sources.clone(),
            },
            s.today,
        )
    });
    single.chain(pairs).collect()
}

#[test]
fn every_claim_is_what_the_score_says_without_the_lines() {
    let mut levels = 0;
    for (case, today) in cases() {
        let found = assess(&case, today);
        let changes = changes(&found).unwrap();
        assert_eq!(
            changes.lines.len(),
            found.hits.len() + found.for_the_person.len()
        );
        let checks = changes.next_check.iter().map(|check| &check.change);
        for change in changes.lines.iter().chain(&changes.answers).chain(checks) {
            let expect = scored(&case, today, &change.without, None);
            assert_eq!(change.outcome, expect, "{change:?} of {found:#?}");
            levels += usize::from(expect.level != found.level);
        }
    }
    assert!(levels > 300, "only {levels} claims change a level");
}

/// Where a claim stands, it holds for every line it speaks of; where none stands, none holds.
#[test]
fn what_is_missing_is_true_of_every_line_it_speaks_of() {
    let mut seen = [0; 4];
    for (case, today) in cases() {
        let found = assess(&case, today);
        let missing = changes(&found).unwrap().missing;
        let next = match found.level {
            Level::NothingStoodOut => Level::WorthChecking,
            Level::WorthChecking => Level::VerifyFirst,
            _ => {
                assert_eq!(missing, None);
                continue;
            }
        };
        if found.hits.is_empty() {
            assert_eq!(missing, None);
            continue;
        }
        let holds = |strong: bool, elsewhere: bool| {
            let meant = |one: &&Indicator| {
                let group = |hit: &Hit| hit.id.starts_with(&format!("{}/", one.group));
                one.bits > Points(0)
                    && one.status == Status::Stable
                    && indicators::stage(one.id).is_none()
                    && found.hits.iter().all(|hit| hit.id != one.id)
                    && !(strong && (one.kind == Kind::Soft || one.bits < STRONG))
                    && !(elsewhere && found.hits.iter().any(group))
            };
            let lines: Vec<&Indicator> = indicators::list().iter().filter(meant).collect();
            let reaches =
                |one: &&'static Indicator| scored(&case, today, &[], Some(one)).level >= next;
            !lines.is_empty() && lines.iter().all(reaches)
        };
        let claims = [
            (holds(false, true), More::LineElsewhere),
            (holds(true, false), More::Strong),
            (holds(true, true), More::StrongElsewhere),
        ];
        let expect = claims
            .iter()
            .find(|(holds, _)| *holds)
            .map(|(_, more)| *more);
        assert_eq!(missing.map(|missing| missing.more), expect, "{found:#?}");
        assert!(missing.is_none_or(|missing| missing.level == next));
        let at = expect.map_or(3, |more| more as usize);
        seen[at] += 1;
    }
    assert!(seen[1] > 0 && seen[2] > 0 && seen[3] > 0, "{seen:?}");
}

#[test]
fn the_order_of_sources_and_lines_changes_nothing() {
    for (case, today) in cases() {
        let found = assess(&case, today);
        let sources = case.sources.iter().rev().cloned().collect();
        let turned = assess(&Case { sources }, today);
        let mut mixed = found.clone();
        mixed.hits.reverse();
        let first = changes(&found).unwrap();
        assert_eq!(first, changes(&turned).unwrap(), "{found:#?}");
        assert_eq!(first.next_check, changes(&mixed).unwrap().next_check);
        assert_eq!(first.missing, changes(&mixed).unwrap().missing);
    }
}

const TWO_GROUPS: &str = r#"[{"platform":"linkedin","headline":"30 years of React",
    "about":"Maps, rivers and boats; small tools for them, written on weekends with friends from the harbour club.",
    "emails":["edda@mailinator.com"]}]"#;

#[test]
fn the_next_check_falls_furthest_for_the_least_effort() {
    let check = |json: &str, expect: (&str, Effort, Level)| {
        let next = of(json).1.next_check.unwrap();
        let told = (next.id.as_str(), next.effort, next.change.outcome.level);
        assert_eq!(told, expect);
    };
    let rivers = r#""about":"Maps, rivers and boats; small tools for them, written on weekends with friends from the harbour club.""#;
    // both lead to the same level: the line of more points goes first
    check(
        TWO_GROUPS,
        (
            "history/years-exceed-technology-age",
            Effort::Ask,
            Level::WorthChecking,
        ),
    );
    // the same level and points: a message costs less than a call
    check(
        &format!(
            r#"[{{"platform":"github",{rivers},"emails":["edda@mailinator.com","superstar909@mail.example"]}}]"#
        ),
        (
            "contact/email-praise-digits",
            Effort::Ask,
            Level::WorthChecking,
        ),
    );
}

#[test]
fn nothing_is_said_without_a_line_or_of_other_rules() {
    let (_, quiet) = of(r#"[{"platform":"github","headline":"Hi"}]"#);
    assert_eq!(
        (quiet.lines.len(), quiet.missing, quiet.next_check),
        (0, None, None)
    );
    let (mut found, _) = of(TWO_GROUPS);
    found.hits[0].bits = Points(35);
    found.bits = Points(65);
    assert_eq!(changes(&found), None);
    let (mut found, _) = of(TWO_GROUPS);
    found.hits[0].id = "history/not-in-this-list".to_owned();
    assert_eq!(changes(&found), None);
}

/// One answer about an address explains both lines that rest on it.
#[test]
fn an_answer_explains_the_lines_that_rest_on_the_same_words() {
    let (found, changes) = of(
        r#"[{"platform":"linkedin","name":"Edda Crane","about":"Maps, rivers and boats; small tools for them, written on weekends with friends from the harbour club.",
        "emails":["supertalentdev909@mail.example"]}]"#,
    );
    assert_eq!(found.level, Level::WorthChecking);
    // either line alone carries the level, so only the answer lowers it
    let levels: Vec<Level> = changes
        .lines
        .iter()
        .map(|change| change.outcome.level)
        .collect();
    assert_eq!(levels, [Level::WorthChecking, Level::WorthChecking]);
    let answers: Vec<Level> = changes
        .answers
        .iter()
        .map(|change| change.outcome.level)
        .collect();
    assert_eq!(answers, [Level::NothingStoodOut]);
}

/// A line that another one holds back counts again when that one is taken away.
#[test]
fn what_was_held_back_counts_again() {
    let (found, changes) = of(r#"[{"platform":"linkedin","positions":[
        {"employer":"Rookery","start":"2022-01","end":"present"},
        {"employer":"Pelham Tools","start":"2018-07","end":"2021-12"},
        {"employer":"Ostler","start":"2015-02","end":"2018-06"},
        {"employer":"Stripe","start":"2002","end":"2005"}]}]"#);
    assert_eq!(found.bits, Points(40));
    assert_eq!(changes.lines[0].outcome.bits, Points(-5));
}
