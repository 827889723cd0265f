//! What is shown: the assessment, and the rows that badge, panel, note and terminal paint.
//!
//! Invariant: this module decides nothing. It is the only one that can make a [`Reveal`], the
//! key with which a name may be shown to the user.

mod kind;
mod nearly;
mod reading;
mod record;
mod sources;
mod verdict;

#[cfg(feature = "panel")]
mod aside;
#[cfg(feature = "panel")]
mod beside;
#[cfg(feature = "panel")]
mod file;
mod foot;
#[cfg(feature = "panel")]
mod letter;
#[cfg(feature = "panel")]
mod links;
#[cfg(feature = "panel")]
mod note;
#[cfg(feature = "panel")]
mod paper;
#[cfg(feature = "panel")]
mod place;
#[cfg(feature = "panel")]
pub mod pool;
#[cfg(feature = "panel")]
mod rates;
#[cfg(feature = "panel")]
mod rows;
#[cfg(all(test, feature = "panel"))]
mod sample;
#[cfg(feature = "panel")]
mod scene;
#[cfg(feature = "panel")]
mod sides;
#[cfg(feature = "panel")]
mod terminal;
#[cfg(feature = "panel")]
mod text;
#[cfg(feature = "panel")]
mod told;

pub use foot::{Foot, Site};
pub use kind::ProfileKind;
pub use nearly::{Near, Nearly, Short, Unit};
pub use reading::{field_states, reading_json, reading_text};
pub use record::{Judged, Record, State};
pub use sources::{Other, Problem, Question, SourceKind, SourceRow};
pub use verdict::{Summary, Verdict, verdict};

#[cfg(feature = "panel")]
pub use file::{facts, gap, how, problem, words};

#[cfg(feature = "panel")]
pub use aside::{AsideRow, Card, why_words};
#[cfg(feature = "panel")]
pub use beside::{Beside, NearRow};
#[cfg(feature = "panel")]
pub use links::{Link, links};
#[cfg(feature = "panel")]
pub use note::{Begun, Beside as BesideNote, Length, note};
#[cfg(feature = "panel")]
pub use paper::{PaperKind, SCHEMA, paper};
#[cfg(feature = "panel")]
pub use rates::{ErrorRate, error_rate};
#[cfg(feature = "panel")]
pub use rows::{Gap, Jump, JumpTo, Line, NextStep, Quote, Row, Rows, plain};
#[cfg(feature = "panel")]
pub use scene::{Given, Scene};
#[cfg(feature = "panel")]
pub use sides::sides;
#[cfg(feature = "panel")]
pub use terminal::terminal;
#[cfg(feature = "panel")]
pub use text::Style;
#[cfg(feature = "panel")]
pub use told::Told;

use crate::lang::{self, Lang, key};
use crate::profile::{Field, Place};
use serde::{Deserialize, Serialize};

/// The key that opens a `Sensitive` value for showing it. Only this module makes one.
pub struct Reveal(());

/// How much a candidate's details need verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Too little could be read.
    NotEnough,
    /// Nothing stood out. Not a pass: what was not read is listed.
    NothingStoodOut,
    /// One or more details are worth checking.
    WorthChecking,
    /// Details from two groups need verification, at least one of them strongly.
    VerifyFirst,
}

impl Level {
    /// Its name in a language.
    pub const fn word(self, lang: Lang) -> &'static str {
        let key = match self {
            Self::NotEnough => key::LEVEL_NOT_ENOUGH,
            Self::NothingStoodOut => key::LEVEL_NOTHING_STOOD_OUT,
            Self::WorthChecking => key::LEVEL_WORTH_CHECKING,
            Self::VerifyFirst => key::LEVEL_VERIFY_FIRST,
        };
        lang::text(lang, key)
    }

    /// The words of the badge: the name and, where details are open, how many.
    pub fn badge(self, open: usize, lang: Lang) -> String {
        let word = self.word(lang);
        match self {
            Self::WorthChecking | Self::VerifyFirst if open > 0 => {
                format!("{word} \u{b7} {open}")
            }
            _ => word.to_owned(),
        }
    }
}

/// Points in whole tenths, so that a sum on the screen is exact. 1.0 point is one bit: twice
/// as likely in documented cases as in ordinary candidates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub i32);

/// More than any sum has. What is stored may say anything, and must not wrap when it is added up.
const MOST_TENTHS: f64 = 1_000_000.0;

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", self.0.abs() / 10, self.0.abs() % 10)
    }
}

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        let tenths = (value * 10.0).round().clamp(-MOST_TENTHS, MOST_TENTHS);
        Ok(Self(tenths as i32))
    }
}

/// Exact words of a source that a line rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Which source, counted from 0 in the order of the case.
    pub source: u32,
    /// Where in it.
    #[serde(rename = "field")]
    pub place: Place,
    /// The words.
    pub words: String,
}

/// A line of the verdict: an indicator that fired, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// `group/name` of the indicator.
    pub id: String,
    /// Its points, before caps.
    pub bits: Points,
    /// What it saw; never empty. A contradiction has two.
    pub evidence: Vec<Span>,
    /// Facts for the wording, such as `{technology}` or `{released}`.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub facts: std::collections::BTreeMap<String, String>,
}

/// A correction of the sum, shown as a line of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Why: the cap of a group, a part that a combination replaces, words counted once.
    pub reason: Reason,
    /// The points, with the sign that makes the sum exact.
    pub bits: Points,
}

/// Why a sum is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Reason {
    /// Lines of this group together count at most its cap.
    GroupCap(String),
    /// This line is part of a combination that counts instead.
    ReplacedBy(String),
    /// The same words already count in this line.
    CountedOnce(String),
}

/// A field that could not be judged, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unchecked {
    /// Which source, counted from 0.
    pub source: u32,
    /// The field.
    pub field: Field,
    /// `not-loaded`, `not-found` (in a text or a file), `list-off` (the list of known identifiers), `unverified` (no real page of the
    /// platform was there to test with), `unopened` (a document or frame on the page), or why it could not
    /// be read.
    pub reason: String,
}

/// The verdict on one candidate, with everything it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The level.
    pub level: Level,
    /// Exactly the sum of `hits`, `for_the_person` and `corrections`.
    pub bits: Points,
    /// Lines to verify, strongest first.
    pub hits: Vec<Hit>,
    /// Lines that speak for the person; points below zero.
    pub for_the_person: Vec<Hit>,
    /// Lines that the user set aside, with the points that they would have; they count 0.0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aside: Vec<Hit>,
    /// Corrections of the sum.
    pub corrections: Vec<Correction>,
    /// What came close, by id; counts 0.0.
    #[serde(default)]
    pub nearly: Vec<Nearly>,
    /// What was not checked.
    pub not_checked: Vec<Unchecked>,
    /// How many fields were read, of how many that this kind of source has.
    pub coverage: (u32, u32),
    /// Whether enough was read to judge without a strong line.
    #[serde(default)]
    pub enough: bool,
    /// The kind of profile; absent where nothing was measured on its kind.
    #[serde(default)]
    pub kind: Option<ProfileKind>,
    /// Version of the list: crate version and a digest of the indicator files.
    pub rules_version: String,
}
