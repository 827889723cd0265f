//! A technology in a role that ended a year or more before the public could use it.

use crate::indicators::Finding;
use crate::indicators::data::{Technology, technologies_in};
use crate::indicators::phrases::Text;
use crate::indicators::tools::{Dated, dated, finding, part, sources, span};
use crate::profile::{Case, Date, End, Words};
use crate::report::Unit;

/// Months between the end of the role and the release from which on it counts.
const MONTHS: u32 = 13;

/// Technologies in one sentence from which on it is a list of skills, which people put under
/// any role and readers may take for its description.
const LIST: usize = 5;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for role in sources(case).flat_map(|(source, profile)| dated(source, profile)) {
        let written = role.position.title.iter().chain(&role.position.text);
        out.extend(written.flat_map(|words| of_text(role, words)));
    }
}

fn of_text(role: Dated<'_>, words: &Words) -> Vec<Finding> {
    let Some(End::Date(end)) = role.dates.end else {
        return Vec::new();
    };
    let text = Text::new(&words.text);
    let named = technologies_in(&text);
    let listed = |sentence| named.iter().filter(|(_, m)| m.sentence == sentence).count() >= LIST;
    named
        .iter()
        .filter(|(_, m)| !listed(m.sentence))
        .filter_map(|(technology, m)| {
            let seen = text.slice(m.first, m.end);
            let found = finding(
                [
                    part(role.source, words.place, seen),
                    span(role.source, &role.dates.words),
                ],
                [
                    ("technology", technology.name.to_owned()),
                    ("released", technology.year.to_string()),
                    ("ended", end.year.to_string()),
                ],
            );
            found.if_at_least(MONTHS, released(technology) - end.latest(), Unit::Months)
        })
        .collect()
}

fn released(technology: &Technology) -> i32 {
    i32::from(technology.year) * 12 + i32::from(technology.month) - 1
}
