//! What another line does to the sum and to the level.

use super::*;
use crate::profile::Place;
use std::collections::BTreeMap;

/// A finding on words of its own, which no other line rests on.
fn raised(indicator: &'static Indicator, at: usize) -> Raised {
    let entry = u32::try_from(at).unwrap();
    Raised {
        indicator,
        evidence: vec![Span {
            source: 0,
            place: Place::at(Field::Text, entry),
            words: format!("words {at}"),
        }],
        facts: BTreeMap::new(),
        short: None,
    }
}

fn verdict(lines: &[usize]) -> (Points, Level) {
    let list = indicators::list();
    let raised = lines.iter().map(|at| raised(&list[*at], *at)).collect();
    let sum = Sum::of(raised, indicators::groups());
    (sum.total, sum.level(true))
}

#[test]
fn a_line_against_the_person_never_lowers_and_one_for_them_never_raises() {
    let list = indicators::list();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |end: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random >> 33).unwrap() % end
    };
    let mut looked_at = [0, 0];
    for round in 0..4000 {
        let mut lines: Vec<usize> = (0..round % 12).map(|_| below(list.len())).collect();
        lines.sort_unstable();
        lines.dedup();
        let more = below(list.len());
        // A combination counts instead of its parts, which can be more than it.
        let is_whole = |at: &usize| list[more].replaces.contains(&list[*at].id);
        if lines.contains(&more) || lines.iter().any(is_whole) {
            continue;
        }
        let before = verdict(&lines);
        let is_for = list[more].kind == Kind::ForThePerson;
        lines.push(more);
        let after = verdict(&lines);
        let (low, high) = if is_for {
            (after, before)
        } else {
            (before, after)
        };
        let fits = low.0 <= high.0 && low.1 <= high.1;
        let ids: Vec<_> = lines.iter().map(|at| list[*at].id).collect();
        assert!(fits, "{before:?} {after:?} {ids:?}");
        looked_at[usize::from(is_for)] += 1;
    }
    assert!(
        looked_at.iter().all(|rounds| *rounds > 200),
        "{looked_at:?}"
    );
}
