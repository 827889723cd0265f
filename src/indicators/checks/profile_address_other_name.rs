//! A page address that spells a complete other name.

use super::email_name_other_person::name_tokens;
use crate::indicators::Finding;
use crate::indicators::tools::{found, part, sources};
use crate::profile::{Agreement, Case, Date, Field, Place, Platform, Profile};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        if let Some(slug) = other_name(profile) {
            out.push(found([part(source, Place::of(Field::Address), slug)]));
        }
    }
}

/// The part of the address that names somebody else.
fn other_name(profile: &Profile) -> Option<&str> {
    if profile.platform != Some(Platform::Linkedin) {
        return None;
    }
    let name = profile.name.seen()?;
    let (_, rest) = profile.url.split_once("/in/")?;
    let slug = rest.split(['/', '?', '#']).next()?;
    let named = without_number(slug);
    let tokens = name_tokens(named, &['-']);
    let other = tokens.len() >= 2 && name.agreement(&tokens) == Agreement::Disjoint;
    other.then_some(slug)
}

/// Without the number that the platform adds: "-1a2b3c4d5".
fn without_number(slug: &str) -> &str {
    match slug.rsplit_once('-') {
        Some((front, tail)) if tail.bytes().any(|b| b.is_ascii_digit()) => front,
        _ => slug,
    }
}
