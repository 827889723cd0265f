//! Lines that came close: what was seen, and what it would have taken.
//!
//! They carry no points and never rest on something that is absent.

use super::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An indicator that came close. It counts 0.0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nearly {
    /// `group/name` of the indicator.
    pub id: String,
    /// Why it does not count.
    pub why: Near,
    /// What it saw; never empty.
    pub evidence: Vec<Span>,
    /// Facts for the wording, as in a line that counts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
}

/// Why a line came close and does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Near {
    /// It saw less than it takes.
    Short(Short),
    /// It saw all that it takes, and this line, which counts, excludes it.
    HeldBack(String),
}

/// How much was seen, and from how much on it counts: `seen` is always less than `needed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Short {
    /// What was seen.
    pub seen: u32,
    /// The least that counts.
    pub needed: u32,
    /// Of what.
    pub unit: Unit,
}

/// What [`Short`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Months.
    Months,
    /// Years.
    Years,
    /// Things that have to come together: phrases, employers, sentences.
    Parts,
}
