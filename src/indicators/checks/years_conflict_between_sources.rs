//! Two sources that claim clearly different totals of years of experience.

use super::years_exceed_own_timeline::claim;
use crate::indicators::Finding;
use crate::indicators::tools::{finding, part, sources};
use crate::profile::{Case, Date, Profile};
use crate::report::Span;

/// Years by which two totals may differ: an old page, rounding, another way of counting.
const TOLERANCE: u32 = 4;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let claims: Vec<(u32, Span)> = sources(case)
        .filter_map(|(source, profile)| most(source, profile))
        .collect();
    let high = claims
        .iter()
        .max_by_key(|(years, span)| (*years, &span.words));
    let low = claims
        .iter()
        .min_by_key(|(years, span)| (*years, &span.words));
    let (Some((high, said)), Some((low, other))) = (high, low) else {
        return;
    };
    if high - low > TOLERANCE {
        let years = [("more", high.to_string()), ("less", low.to_string())];
        out.push(finding([said.clone(), other.clone()], years));
    }
}

/// The largest total that a source claims under the name or in its summary.
fn most(source: u32, profile: &Profile) -> Option<(u32, Span)> {
    let words = profile.headline.seen().into_iter();
    words
        .chain(profile.about.seen())
        .filter_map(|words| {
            let (years, said) = claim(words).filter(|(years, _)| *years < 60)?;
            Some((years, part(source, words.place, &said)))
        })
        .max_by_key(|(years, _)| *years)
}
