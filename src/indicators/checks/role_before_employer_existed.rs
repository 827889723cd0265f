//! A role at an employer that was founded a year or more after it began.

use crate::indicators::Finding;
use crate::indicators::data::EMPLOYERS;
use crate::indicators::tools::{Dated, dated, finding, sources, span};
use crate::profile::{Case, Date};
use crate::report::Unit;
use crate::text::employer_key;

/// Months between the start and the year of founding from which on it counts.
const MONTHS: u32 = 13;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let roles = sources(case).flat_map(|(source, profile)| dated(source, profile));
    out.extend(roles.filter_map(too_early));
}

fn too_early(role: Dated<'_>) -> Option<Finding> {
    let named = role.position.employer.as_ref()?;
    let key = employer_key(&named.text);
    let employer = EMPLOYERS
        .iter()
        .find(|employer| employer.keys.contains(&key.as_str()))?;
    let start = role.start()?;
    let early = i32::from(employer.founded) * 12 - start.latest();
    let found = finding(
        [
            span(role.source, named),
            span(role.source, &role.dates.words),
        ],
        [
            ("employer", employer.name.to_owned()),
            ("founded", employer.founded.to_string()),
            ("started", start.year.to_string()),
        ],
    );
    found.if_at_least(MONTHS, early, Unit::Months)
}
