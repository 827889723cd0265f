//! A page address that spells a complete other name.

use super::email_name_other_person::{OtherName, name_tokens};
use crate::indicators::Finding;
use crate::indicators::tools::{found, part, sources};
use crate::profile::{Agreement, Case, Date, Field, Place, Platform, Profile};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(other_names(case).map(|other| found([other.span])));
}

/// The other names that page addresses spell.
pub(crate) fn other_names(case: &Case) -> impl Iterator<Item = OtherName> {
    sources(case).filter_map(|(source, profile)| other_name(source, profile))
}

/// The part of the address that names somebody else.
fn other_name(source: u32, profile: &Profile) -> Option<OtherName> {
    if profile.platform != Some(Platform::Linkedin) {
        return None;
    }
    let name = profile.name.seen()?;
    let (_, rest) = profile.url.split_once("/in/")?;
    let slug = rest.split(['/', '?', '#']).next()?;
    let tokens = name_tokens(without_number(slug), &['-']);
    let other = tokens.len() >= 2 && name.agreement(&tokens) == Agreement::Disjoint;
    other.then(|| OtherName::new(part(source, Place::of(Field::Address), slug), &tokens))
}

/// Without the number that the platform adds: "-1a2b3c4d5".
pub(crate) fn without_number(slug: &str) -> &str {
    match slug.rsplit_once('-') {
        Some((front, tail)) if tail.bytes().any(|b| b.is_ascii_digit()) => front,
        _ => slug,
    }
}
