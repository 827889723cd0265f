//! Indicators: what each looks for, in which fields, and why.

use crate::profile::{Case, Date};
use crate::report::Assessment;

/// Judges one candidate by the bundled list, as of `today`.
pub fn assess(_case: &Case, _today: Date) -> Assessment {
    Assessment {
        level: crate::report::Level::NotEnough,
        bits: crate::report::Points(0),
        hits: Vec::new(),
        for_the_person: Vec::new(),
        corrections: Vec::new(),
        not_checked: Vec::new(),
        coverage: (0, 0),
        rules_version: String::new(),
    }
}

/// What is said about an indicator, in one language.
#[cfg(feature = "panel")]
pub const fn texts(_lang: crate::lang::Lang, _id: &str) -> Option<&'static crate::lang::Texts> {
    None
}

/// The sources an indicator rests on.
#[cfg(feature = "panel")]
pub const fn references(_id: &str) -> &'static [crate::lang::Reference] {
    &[]
}

/// The title of a group.
#[cfg(feature = "panel")]
pub const fn group_title(_lang: crate::lang::Lang, _group: &str) -> Option<&'static str> {
    None
}
