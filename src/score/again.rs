//! Judging again what was judged once, with other lines set aside and other ticks: for the
//! panel, where the user takes a verdict apart. Needs no profile, only the assessment.

use super::change::{again as raised_as, raised_again};
use crate::indicators::{self, Raised};
use crate::report::{Assessment, Hit, Near, Nearly};
use crate::sorted::sort_by;

/// The verdict on the same sources with these lines set aside and these ticks of a person;
/// those that `found` had are forgotten. Absent when `found` was made with other rules.
pub fn again(found: &Assessment, aside: &[&str], observed: &[&str]) -> Option<Assessment> {
    if found.rules_version != indicators::RULES_VERSION {
        return None;
    }
    let mut raised = lines(found)?;
    raised.extend(indicators::ticked(observed));
    let mut verdict = indicators::judge(found.clone(), raised, aside);
    // A line that was short of counting stays so: what others do changes nothing in it.
    let short = found.nearly.iter().filter(|near| !is_held_back(near));
    verdict.nearly.extend(short.cloned());
    sort_by(&mut verdict.nearly, |a, b| a.id.cmp(&b.id));
    Some(verdict)
}

/// All that was raised from the sources.
fn lines(found: &Assessment) -> Option<Vec<Raised>> {
    let lines = [&found.hits, &found.for_the_person, &found.aside];
    let read = |hit: &&Hit| indicators::stage(&hit.id).is_none();
    let lines = lines.into_iter().flatten().filter(read).map(raised_again);
    let held = found.nearly.iter().filter(|near| is_held_back(near));
    let held = held.map(|near| raised_as(&near.id, &near.evidence, &near.facts));
    lines.chain(held).collect()
}

const fn is_held_back(nearly: &Nearly) -> bool {
    matches!(nearly.why, Near::HeldBack(_))
}

#[cfg(test)]
mod tests;
