//! The files as they are written. An unknown key stops the build.

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// `groups.toml`: a row a group.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct GroupRow {
    /// Most points of its lines together.
    pub cap: f64,
    /// English title.
    pub title: String,
}

/// `sources.toml`: a row a source.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Organisation and title.
    pub title: String,
    /// Address; may be empty.
    #[serde(default)]
    pub url: String,
    /// How far it was read: read, part, 2nd, meas.
    pub status: String,
}

/// `level_rates.toml`: a table a kind of profile.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RatesRow {
    /// Day of the measurement.
    pub date: String,
    /// Documented items.
    pub documented: Located<CountsRow>,
    /// Ordinary items.
    pub ordinary: Located<CountsRow>,
}

/// Items of one label by level.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct CountsRow {
    /// How many independent accounts the items are of.
    pub accounts: u32,
    /// Items at each level, lowest first.
    pub levels: [u32; 4],
}

/// An indicator file.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct IndicatorFile {
    pub status: Located<String>,
    pub bits: Located<f64>,
    pub kind: Located<String>,
    pub basis: BasisRow,
    /// `person`: a person ticks it; nothing is read from a page.
    pub observed: Option<Located<String>>,
    /// When a person can see it: applied, before-interview, interview, offer, day-one.
    pub stage: Option<Located<String>>,
    #[serde(default)]
    pub reads: Located<Vec<String>>,
    #[serde(default)]
    pub shown_on: Located<Vec<String>>,
    pub check: Option<Located<String>>,
    /// The check finds something only between two sources: it has no place where one page is read.
    #[serde(default)]
    pub compares_sources: Located<bool>,
    pub phrases: Option<PhrasesRow>,
    #[serde(default)]
    pub unless: Located<Vec<String>>,
    #[serde(default)]
    pub replaces: Located<Vec<String>>,
    /// What the next step costs; `ask` when absent.
    #[serde(default)]
    pub effort: Located<String>,
    pub references: Vec<ReferenceRow>,
    pub review_by: Located<String>,
    pub en: TextsRow,
    #[serde(default)]
    pub fires: Vec<Spanned<Sample>>,
    #[serde(default)]
    pub silent: Vec<Spanned<Sample>>,
}

/// A value with its place in the file.
pub struct Located<T>(pub Spanned<T>);

impl<T> Located<T> {
    pub fn get(&self) -> &T {
        self.0.as_ref()
    }
    pub fn offset(&self) -> usize {
        self.0.span().start
    }
}

impl<T: Default> Default for Located<T> {
    fn default() -> Self {
        Self(Spanned::new(0..0, T::default()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Spanned::deserialize(deserializer).map(Self)
    }
}

/// Where the points come from.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct BasisRow {
    pub kind: String,
    pub note: Option<String>,
    pub positives: Option<[u32; 2]>,
    pub ordinary: Option<[u32; 2]>,
    pub corpus: Option<String>,
}

/// Phrases over fields.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct PhrasesRow {
    /// The fields whose texts are read.
    #[serde(rename = "in")]
    pub fields: Located<Vec<String>>,
    /// Only on these platforms.
    #[serde(default)]
    pub on: Vec<String>,
    /// One list: any of these.
    #[serde(default)]
    pub any: Vec<Located<String>>,
    /// Several lists: one of each.
    #[serde(default)]
    pub all: Vec<Vec<Located<String>>>,
    /// How many of the lists are enough; all when absent.
    pub at_least: Option<u8>,
    /// Within how many words.
    pub near: Option<u16>,
    /// In the same sentence, these silence the others.
    #[serde(default)]
    pub not: Vec<Located<String>>,
}

/// What the indicator rests on.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct ReferenceRow {
    pub source: Located<String>,
    pub title: String,
    #[serde(default)]
    pub url: String,
    pub date: Located<String>,
    pub says: String,
}

/// Texts of one language.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct TextsRow {
    pub title: String,
    pub why: String,
    pub innocent: Vec<String>,
    pub next: String,
    pub question: String,
}

/// Translated texts, with the digest of the English they translate.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct TranslatedRow {
    pub of: String,
    pub title: String,
    pub why: String,
    pub innocent: Vec<String>,
    pub next: String,
    pub question: String,
}

/// A translation file: groups, and a table an indicator.
#[derive(Deserialize, Default)]
pub struct Translations {
    pub groups: BTreeMap<String, String>,
    #[serde(flatten)]
    pub texts: BTreeMap<String, TranslatedRow>,
}

/// A sample: one invented candidate.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // read again as a table when baked; here to refuse unknown keys
pub struct Sample {
    pub because: String,
    pub today: Option<String>,
    #[serde(default)]
    pub expect_words: Vec<String>,
    pub sources: Vec<SampleSource>,
}

/// A source of a sample.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // as above
pub struct SampleSource {
    pub platform: Option<String>,
    pub url: Option<String>,
    pub name: Option<String>,
    pub headline: Option<String>,
    pub location: Option<String>,
    pub about: Option<String>,
    pub positions: Option<Vec<SamplePosition>>,
    pub education: Option<Vec<SampleEducation>>,
    pub skills: Option<Vec<String>>,
    pub links: Option<Vec<String>>,
    pub emails: Option<Vec<String>>,
    pub phones: Option<Vec<String>>,
    pub handles: Option<Vec<SampleHandle>>,
    pub connections: Option<u32>,
    pub joined: Option<String>,
    pub verified: Option<String>,
    pub local_time: Option<SampleTime>,
    pub widgets: Option<Vec<String>>,
    pub texts: Option<Vec<String>>,
    pub writers: Option<Vec<String>>,
    pub unseen: Option<Vec<String>>,
}

/// A position of a sample.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // as above
pub struct SamplePosition {
    pub title: Option<String>,
    pub employer: Option<String>,
    pub employment: Option<String>,
    pub place: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub dates: Option<String>,
    pub text: Option<String>,
}

/// An education of a sample.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // as above
pub struct SampleEducation {
    pub school: String,
    pub degree: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
}

/// An account name of a sample.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // as above
pub struct SampleHandle {
    pub platform: String,
    pub name: String,
    pub own: Option<bool>,
}

/// A local time of a sample.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // as above
pub struct SampleTime {
    pub offset: Option<i16>,
    pub clock: Option<u16>,
    pub words: Option<String>,
}
