//! Judging again gives what judging the sources anew would give, for every sample of the list.

use super::*;
use crate::indicators::{Given, assess, assess_with};
use crate::report::Points;
use crate::score::change::tests::cases;

/// Exactly the sum of what is shown.
fn sum(found: &Assessment) -> Points {
    let hits = found.hits.iter().chain(&found.for_the_person);
    let lines: i32 = hits.map(|hit| hit.bits.0).sum();
    Points(lines + found.corrections.iter().map(|one| one.bits.0).sum::<i32>())
}

#[test]
fn without_a_line_it_is_as_if_the_engine_ran_again() {
    let mut looked_at = 0;
    for (case, today) in cases() {
        let found = assess(&case, today);
        for hit in found.hits.iter().chain(&found.for_the_person) {
            let aside = [hit.id.as_str()];
            let given = Given {
                aside: &aside,
                ..Given::default()
            };
            let anew = assess_with(&case, today, given);
            let again = again(&found, &aside, &[]).unwrap();
            assert_eq!(again.hits, anew.hits, "{aside:?}");
            assert_eq!(again.corrections, anew.corrections, "{aside:?}");
            assert_eq!((again.level, again.bits), (anew.level, anew.bits));
            assert_eq!(again.aside, std::slice::from_ref(hit));
            assert_eq!(sum(&again), again.bits, "{aside:?}");
            assert_eq!(super::again(&again, &[], &[]).unwrap(), found);
            looked_at += 1;
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

#[test]
fn what_a_person_ticks_counts_as_if_it_had_been_given() {
    let ticks = ["interview/another-person", "confirmed/met-in-person"];
    for (case, today) in cases().into_iter().step_by(7) {
        let given = Given {
            observed: &ticks,
            ..Given::default()
        };
        let anew = assess_with(&case, today, given);
        let found = assess(&case, today);
        let ticked = again(&found, &[], &ticks).unwrap();
        assert_eq!((ticked.level, ticked.bits), (anew.level, anew.bits));
        assert_eq!(sum(&ticked), ticked.bits);
        assert_eq!(again(&ticked, &[], &[]).unwrap().bits, found.bits);
    }
}

#[test]
fn a_verdict_of_other_rules_is_not_judged_again() {
    let (case, today) = cases().swap_remove(0);
    let mut found = assess(&case, today);
    found.rules_version = "0.0.1".to_owned();
    assert!(again(&found, &[], &[]).is_none());
}
