//! An account that has been there for many years.

use crate::indicators::Finding;
use crate::indicators::tools::{finding, sources, span};
use crate::profile::{Case, Date};

/// Years from which on it counts.
const YEARS: i32 = 8;

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    let now = today.year_month().earliest();
    for (source, profile) in sources(case) {
        let old = profile.joined.seen();
        let old = old.filter(|joined| now - joined.date.latest() >= YEARS * 12);
        out.extend(old.map(|joined| {
            let year = joined.date.year.to_string();
            finding([span(source, &joined.words)], [("joined", year)])
        }));
    }
}
