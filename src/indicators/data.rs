//! The tables that checks look things up in; baked from `data/*.toml`.
//!
//! Only rows that were checked against a document or a registry are baked.

use super::known::{Set, Table};
use super::phrases::{Match, Text};

/// A technology and when the public could first use it.
pub(super) struct Technology {
    /// Its name as people write it.
    pub name: &'static str,
    /// The set of its phrases.
    pub set: u16,
    /// Year of the first public release.
    pub year: i16,
    /// Month of it.
    pub month: u8,
}

/// An employer and when it was founded.
pub(super) struct Employer {
    /// Its name as people write it.
    pub name: &'static str,
    /// Keys of its names, see `text::employer_key`.
    pub keys: &'static [&'static str],
    /// Year of founding.
    pub founded: i16,
}

/// A city and the clock times it can have.
pub(super) struct City {
    /// Folded names.
    pub names: &'static [&'static str],
    /// Folded regions and countries that may follow the name.
    pub within: &'static [&'static str],
    /// Offsets from UTC in minutes over the year.
    pub offsets: &'static [i16],
}

include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// The technologies that a text names, each with the words that name it; the longest name at
/// a place counts ("React Native" is not React).
pub(super) fn technologies_in(text: &Text<'_>) -> Vec<(&'static Technology, Match)> {
    let mut named: Vec<(&'static Technology, Match)> = Vec::new();
    for m in text.scan(&super::baked::INDEX) {
        let technology = TECHNOLOGIES
            .iter()
            .find(|technology| technology.set == m.set);
        let inside = named.iter().any(|(_, longer)| m.first < longer.end);
        if let Some(technology) = technology.filter(|_| !inside) {
            named.push((technology, m));
        }
    }
    named
}
