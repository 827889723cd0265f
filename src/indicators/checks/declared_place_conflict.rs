//! Two sources that declare cities on clocks hours apart, in different countries.

use super::page_clock_vs_city::city;
use crate::indicators::Finding;
use crate::indicators::data::City;
use crate::indicators::tools::{by_words, finding, sources, span};
use crate::profile::{Case, Date, Words};

/// Minutes between the clocks from which on nobody commutes.
const APART: i32 = 180;

/// See the module. A place that is not beyond doubt a city of the table says nothing.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let places: Vec<(u32, &Words, &City)> = sources(case)
        .filter_map(|(source, profile)| {
            let place = profile.location.seen()?;
            Some((source, place, city(&place.text)?))
        })
        .collect();
    for (at, (source, place, here)) in places.iter().enumerate() {
        for (other_source, other, there) in places.iter().skip(at + 1) {
            let apart = hours_apart(here, there).filter(|_| !same_country(here, there));
            out.extend(apart.map(|hours| {
                let mut spans = [span(*source, place), span(*other_source, other)];
                by_words(&mut spans);
                finding(spans, [("hours", hours.to_string())])
            }));
        }
    }
}

/// Fewest hours between the clocks over the year, when they are far apart.
fn hours_apart(a: &City, b: &City) -> Option<i32> {
    let pairs = a
        .offsets
        .iter()
        .flat_map(|x| b.offsets.iter().map(move |y| i32::from(*x) - i32::from(*y)));
    let apart = pairs
        .map(|apart| apart.abs().min(24 * 60 - apart.abs()))
        .min()?;
    (apart >= APART).then_some(apart / 60)
}

fn same_country(a: &City, b: &City) -> bool {
    a.within.iter().any(|within| b.within.contains(within))
}
