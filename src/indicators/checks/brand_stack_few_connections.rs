//! Several very well-known employers on a page with few connections.

use crate::indicators::Finding;
use crate::indicators::data::EMPLOYERS;
use crate::indicators::tools::{finding, sources, span};
use crate::profile::{Case, Date, Profile};
use crate::report::Span;
use crate::text::employer_key;

/// Well-known employers from which on it counts.
const BRANDS: usize = 3;

/// Connections that colleagues at so many of them leave behind.
const CONNECTIONS: u32 = 50;

/// See the module. Counts only a number that the page shows.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let count = profile.connections.seen()?;
    let few = !count.or_more && count.number < CONNECTIONS;
    let brands = brands(source, profile);
    (few && brands.len() >= BRANDS).then(|| {
        let facts = [("count", brands.len().to_string())];
        finding(
            [span(source, &count.words)].into_iter().chain(brands),
            facts,
        )
    })
}

/// The well-known employers that a source names, each once.
fn brands(source: u32, profile: &Profile) -> Vec<Span> {
    let mut known: Vec<&str> = Vec::new();
    let mut spans = Vec::new();
    let positions = profile.positions.items().iter();
    for named in positions.filter_map(|position| position.employer.as_ref()) {
        let key = employer_key(&named.text);
        let brand = EMPLOYERS
            .iter()
            .find(|brand| brand.keys.contains(&key.as_str()));
        if let Some(brand) = brand.filter(|brand| !known.contains(&brand.name)) {
            known.push(brand.name);
            spans.push(span(source, named));
        }
    }
    spans
}
