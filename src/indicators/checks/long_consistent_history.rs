//! A dated history over many years in one source.

use crate::indicators::Finding;
use crate::indicators::tools::{Dated, dated, finding, sources, span};
use crate::profile::{Case, Date};
use crate::sorted::Seen;
use crate::text::employer_key;

/// Years from the first start on.
const YEARS: i32 = 8;

/// Employers at least.
const EMPLOYERS: usize = 3;

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let roles: Vec<Dated<'_>> = dated(source, profile).collect();
        out.extend(of_roles(&roles, today));
    }
}

fn of_roles(roles: &[Dated<'_>], today: Date) -> Option<Finding> {
    let named = |role: &Dated<'_>| Some(employer_key(&role.position.employer.as_ref()?.text));
    let mut seen = Seen::default();
    let employers = roles.iter().filter_map(named);
    let employers = employers.filter(|name| seen.is_new(name)).count();
    let start = |role: &&Dated<'_>| role.start().map(crate::profile::YearMonth::earliest);
    let first = roles
        .iter()
        .filter(|role| start(role).is_some())
        .min_by_key(start)?;
    let last = roles.iter().max_by_key(|role| role.latest_end(today))?;
    let months = last.latest_end(today)? - start(&first)?;
    (employers >= EMPLOYERS && months >= YEARS * 12).then(|| {
        finding(
            [
                span(first.source, &first.dates.words),
                span(last.source, &last.dates.words),
            ],
            [("years", (months / 12).to_string())],
        )
    })
}
