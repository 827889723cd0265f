//! A page clock that the declared city cannot have on any day of the year.

use crate::indicators::Finding;
use crate::indicators::data::{CITIES, City};
use crate::indicators::tools::{finding, sources, span};
use crate::profile::{Case, Date, Profile};
use crate::text::plain_words;

/// Minutes that the clock may be off: summer time forgotten, a neighbouring zone.
const TOLERANCE: i32 = 60;

/// See the module. A clock without an offset says nothing here.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let place = profile.location.seen()?;
    let clock = profile.local_time.seen()?;
    let offset = i32::from(clock.offset?);
    let city = city(&place.text)?;
    let off = |known: &i16| {
        let apart = (i32::from(*known) - offset).abs();
        apart.min(24 * 60 - apart)
    };
    let nearest = city.offsets.iter().map(off).min()?;
    (nearest > TOLERANCE).then(|| {
        finding(
            [span(source, place), span(source, &clock.words)],
            [("hours", (nearest / 60).to_string())],
        )
    })
}

/// The city that a declared place names beyond doubt.
pub(crate) fn city(place: &str) -> Option<&'static City> {
    let mut parts = place.split([',', '·', '/', '(', ')']).map(plain_words);
    let named = parts.next()?;
    let name = without_area(&named);
    let rest: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    CITIES.iter().find(|city| {
        let within = |part: &String| {
            city.within.contains(&part.as_str()) || city.names.contains(&part.as_str())
        };
        let named = city.names.contains(&named.as_str()) || city.names.contains(&name);
        named && rest.iter().all(within)
    })
}

/// "greater lisbon area" is Lisbon.
fn without_area(name: &str) -> &str {
    let name = name.strip_prefix("greater ").unwrap_or(name);
    name.strip_suffix(" metropolitan area")
        .or_else(|| name.strip_suffix(" area"))
        .unwrap_or(name)
}
