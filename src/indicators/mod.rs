//! Indicators: what each looks for, in which fields, why, and what it weighs.
//!
//! An indicator is a file `<group>/<name>.toml`. The build validates all of them and bakes
//! them into static tables: there is no rule parser at run time. A file either names phrases
//! (see [`phrases`](self::phrases)) or a check, a small function in `checks/<name>.rs`.
//!
//! Invariants: no words, no hit. Nothing fires on what is absent, not loaded or not read.
//! Names are only ever compared, never read. The order of the sources changes nothing but
//! their numbers.

mod accounts;
mod boasts;
mod data;
pub mod known;
mod nearly;
mod phrases;
#[cfg(not(target_arch = "wasm32"))]
pub mod samples;
mod stack;
mod tools;

#[cfg(feature = "panel")]
use crate::lang::{Lang, Reference, Texts};
use crate::profile::{Case, Date, Field, Place, Platform};
use crate::report::{Assessment, Points, Short, Span, Unchecked, Unit};
use crate::sorted::{sort_by, sort_by_key};
pub(crate) use nearly::Raising;
#[cfg(feature = "panel")]
pub(crate) use nearly::silence;
use std::collections::BTreeMap;

#[allow(unused_imports, clippy::all, clippy::pedantic)] // written by the build, not by hand
mod baked {
    use super::phrases::{Alternative, Index, Keys, Phrase, Row, Step, What};
    use super::{Detect, Group, Indicator, Kind, PhraseRule, Stage, Status};
    use crate::profile::{Field, Platform};
    use crate::report::Points;
    include!(concat!(env!("OUT_DIR"), "/indicators.rs"));
}

#[cfg(feature = "panel")]
#[allow(clippy::all, clippy::pedantic)] // written by the build, not by hand
mod texts {
    use super::{Basis, Effort};
    use crate::lang::{Lang, Reference, Texts};
    include!(concat!(env!("OUT_DIR"), "/indicator_texts.rs"));
}

/// In place of a check that is not compiled into this package of the product.
#[cfg(not(feature = "desk"))]
fn elsewhere(_: &Case, _: Date, _: &mut Vec<Finding>) {}

/// The checks: one file each in `checks/`, found by the build.
mod checks {
    include!(concat!(env!("OUT_DIR"), "/checks.rs"));
}

/// Crate version and a digest of all files of the list.
pub const RULES_VERSION: &str = baked::RULES_VERSION;

/// Whether an indicator is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// In use.
    Stable,
    /// Shown, carries no points.
    Trial,
    /// Kept for old reports; never fires.
    Retired,
}

/// What kind of evidence an indicator gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Two things the candidate's sources say exclude each other.
    Contradiction,
    /// An exact, documented identifier.
    DocumentedIdentifier,
    /// Arithmetic rules it out.
    Impossibility,
    /// A trait that is more common in documented cases.
    Soft,
    /// Speaks for the person.
    ForThePerson,
}

/// Where the points come from.
#[cfg(feature = "panel")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Judged from the sources.
    Judged(&'static str),
    /// Counted on a corpus: hits and size among documented and among ordinary ones.
    Measured {
        /// Hits among documented cases, and how many there are.
        positives: (u32, u32),
        /// Hits among ordinary ones, and how many there are.
        ordinary: (u32, u32),
        /// Which corpus.
        corpus: &'static str,
    },
}

/// What the next step of a line costs, least first.
#[cfg(feature = "panel")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// Under a minute, on the page or one click away.
    Look,
    /// One message.
    Ask,
    /// A conversation.
    Call,
    /// A document, or a third party who confirms.
    Document,
}

/// How far hiring has come: when a person can see what an indicator names, and when a
/// verification step is taken.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Before anybody has applied.
    Sourcing,
    /// With the application.
    Applied,
    /// Before the first conversation.
    BeforeInterview,
    /// In an interview.
    Interview,
    /// With the offer.
    Offer,
    /// At the beginning of the work.
    DayOne,
}

impl Stage {
    /// Every stage, in their order.
    pub const ALL: [Self; 6] = [
        Self::Sourcing,
        Self::Applied,
        Self::BeforeInterview,
        Self::Interview,
        Self::Offer,
        Self::DayOne,
    ];
}

/// How an indicator looks.
pub(crate) enum Detect {
    /// Not at all: a person ticks it, and nothing else ever does.
    Person(Stage),
    /// With a function.
    Check(fn(&Case, Date, &mut Vec<Finding>)),
    /// With phrases.
    Phrases(PhraseRule),
}

/// Phrases over fields.
pub(crate) struct PhraseRule {
    /// The set of phrases.
    set: u16,
    /// The fields whose texts are read.
    fields: &'static [Field],
    /// Only on these platforms; all when empty.
    on: &'static [Platform],
    /// How many lists the set has.
    lists: u8,
    /// How many of them must occur in one text.
    at_least: u8,
    /// Within how many words; 0 for anywhere in the text.
    near: u16,
}

/// An indicator.
pub struct Indicator {
    /// `group/name`.
    pub id: &'static str,
    /// Its group, a row of [`groups`].
    pub group: &'static str,
    /// Whether it is in use.
    pub status: Status,
    /// Its points; 0 on trial.
    pub bits: Points,
    /// What kind of evidence it gives.
    pub kind: Kind,
    /// The fields it reads.
    pub reads: &'static [Field],
    /// The platforms that show them.
    pub shown_on: &'static [Platform],
    /// Indicators that silence this one.
    pub unless: &'static [&'static str],
    /// Indicators that this one counts instead of.
    pub replaces: &'static [&'static str],
    /// Month after which the file must be read again, as `YYYY-MM`.
    pub review_by: &'static str,
    pub(crate) detect: Detect,
}

/// A group of lines that say much the same thing, and what they count together at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub id: &'static str,
    /// Most points of its lines together; below zero in the group for the person.
    pub cap: Points,
}

/// What a check found: words, and facts for the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The exact words; never empty.
    pub evidence: Vec<Span>,
    /// Values for the `{places}` in the texts.
    pub facts: BTreeMap<String, String>,
    /// What it lacks to count; absent when it counts.
    pub short: Option<Short>,
}

impl Finding {
    fn words(&self) -> impl Iterator<Item = &String> {
        self.evidence.iter().map(|span| &span.words)
    }
}

/// An indicator that fired, with all that it found.
#[derive(Clone)]
pub(crate) struct Raised {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// All evidence, the first finding's first.
    pub evidence: Vec<Span>,
    /// Facts of the first finding.
    pub facts: BTreeMap<String, String>,
    /// What it lacks to count; absent when it counts.
    pub short: Option<Short>,
}

/// All indicators, sorted by id.
pub fn list() -> &'static [Indicator] {
    baked::INDICATORS
}

/// All groups, sorted by name.
pub fn groups() -> &'static [Group] {
    baked::GROUPS
}

/// The indicator of this id.
pub fn find(id: &str) -> Option<&'static Indicator> {
    let at = list().binary_search_by(|indicator| indicator.id.cmp(id));
    at.ok().and_then(|at| list().get(at))
}

/// What the panel says about an indicator.
#[cfg(feature = "panel")]
pub fn texts(lang: Lang, id: &str) -> Option<&'static Texts> {
    texts::texts(lang, id)
}

/// The title of an indicator, without its other texts in the package.
#[cfg(feature = "panel")]
pub fn title(lang: Lang, id: &str) -> Option<&'static str> {
    texts::title(lang, id).copied()
}

/// The sources of an indicator.
#[cfg(feature = "panel")]
pub fn references(id: &str) -> &'static [Reference] {
    texts::references(id)
}

/// Where the points of an indicator come from.
#[cfg(feature = "panel")]
pub fn basis(id: &str) -> Option<Basis> {
    texts::basis(id)
}

/// What the next step of an indicator costs; a message where its file does not say.
#[cfg(feature = "panel")]
pub fn effort(id: &str) -> Effort {
    texts::effort(id)
}

/// The title of a group.
#[cfg(feature = "panel")]
pub fn group_title(lang: Lang, group: &str) -> Option<&'static str> {
    texts::group_title(lang, group)
}

/// Judges one candidate by the bundled list, as of `today`.
pub fn assess(case: &Case, today: Date) -> Assessment {
    assess_with(case, today, Given::default())
}

/// What a verdict takes into account beside the sources.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// Ids of indicators that a person ticked. An id that is none of these changes nothing;
    /// see [`stage`].
    pub observed: &'a [&'a str],
    /// Ids of lines that the user set aside: they are shown and do not count. An id that did
    /// not fire changes nothing.
    pub aside: &'a [&'a str],
    /// Whether the list of known identifiers is left out, as the user or a policy wants.
    pub without_known: bool,
}

/// The group of the lines that look into the list of known identifiers.
const KNOWN: &str = "known";

/// Judges one candidate, with what else is given.
pub fn assess_with(case: &Case, today: Date, given: Given<'_>) -> Assessment {
    let mut found = raise(case, today);
    if given.without_known {
        found.retain(|raised| raised.indicator.group != KNOWN);
    }
    found.extend(ticked(given.observed));
    let mut verdict = judge(crate::score::bare(case), found, given.aside);
    if given.without_known {
        verdict.not_checked.push(Unchecked {
            source: 0,
            field: Field::Handles,
            reason: "list-off".to_owned(),
        });
    }
    verdict
}

/// The verdict on all that was found, with all else as in `bare`. What is set aside excludes
/// nothing and is a part of nothing: the lines that it held back count again.
pub(crate) fn judge(bare: Assessment, mut found: Vec<Raised>, aside: &[&str]) -> Assessment {
    sort_by_key(&mut found, |raised| raised.indicator.id);
    let is_aside = |one: &Raised| one.short.is_none() && aside.contains(&one.indicator.id);
    let (aside, found) = found.into_iter().partition(is_aside);
    let Raising { raised, nearly } = Raising::of(found);
    Assessment {
        aside: crate::score::shown(aside),
        nearly,
        ..crate::score::count(bare, raised)
    }
}

/// The indicators that fire or come close, in the order of the list, before one excludes
/// another.
pub(crate) fn raise(case: &Case, today: Date) -> Vec<Raised> {
    let scanned = phrase_matches(case);
    list()
        .iter()
        .filter(|indicator| indicator.status != Status::Retired)
        .filter_map(|indicator| indicator.fire(case, today, &scanned))
        .collect()
}

/// At which stage a person can tick this indicator; `None` for one that reads the sources.
pub fn stage(id: &str) -> Option<Stage> {
    match find(id)?.detect {
        Detect::Person(stage) => Some(stage),
        Detect::Check(_) | Detect::Phrases(_) => None,
    }
}

/// The lines that a person ticked, each once. Their evidence is that person's own statement.
pub(crate) fn ticked(observed: &[&str]) -> Vec<Raised> {
    let of_person = |indicator: &&Indicator| matches!(indicator.detect, Detect::Person(_));
    let mut ids = observed.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let known = ids.into_iter().filter_map(find).filter(of_person);
    let line = |indicator: &'static Indicator| Raised {
        indicator,
        evidence: vec![Span {
            source: 0,
            place: Place::of(Field::Observed),
            words: indicator.id.to_owned(),
        }],
        facts: BTreeMap::new(),
        short: None,
    };
    known
        .filter(|indicator| indicator.status != Status::Retired)
        .map(line)
        .collect()
}

impl Indicator {
    fn fire(&'static self, case: &Case, today: Date, scanned: &[Scanned<'_>]) -> Option<Raised> {
        let mut findings = Vec::new();
        match &self.detect {
            Detect::Check(check) => check(case, today, &mut findings),
            Detect::Phrases(rule) => rule.find(scanned, &mut findings),
            Detect::Person(_) => return None,
        }
        findings.retain(|finding| finding.evidence.iter().any(|span| !span.words.is_empty()));
        merge(self, nearly::standing(findings))
    }
}

/// Most spans that one line shows.
const MOST_EVIDENCE: usize = 8;

/// One line from all findings of an indicator, independent of the order of the sources.
fn merge(indicator: &'static Indicator, mut findings: Vec<Finding>) -> Option<Raised> {
    sort_by(&mut findings, |a, b| {
        let facts = a.facts.cmp(&b.facts);
        facts.then_with(|| a.words().cmp(b.words()))
    });
    let first = findings.first()?;
    let (facts, short) = (first.facts.clone(), first.short);
    let mut evidence: Vec<Span> = Vec::new();
    for span in findings.into_iter().flat_map(|finding| finding.evidence) {
        if !evidence.contains(&span) && evidence.len() < MOST_EVIDENCE {
            evidence.push(span);
        }
    }
    Some(Raised {
        indicator,
        evidence,
        facts,
        short,
    })
}

/// A text of a source with the phrases in it.
struct Scanned<'a> {
    source: u32,
    platform: Option<Platform>,
    words: &'a crate::profile::Words,
    text: phrases::Text<'a>,
    matches: Vec<phrases::Match>,
}

fn phrase_matches(case: &Case) -> Vec<Scanned<'_>> {
    tools::sources(case)
        .flat_map(|(source, profile)| {
            tools::texts(profile)
                .into_iter()
                .chain(&profile.unseen)
                .map(move |words| (source, profile.platform, words))
        })
        .map(|(source, platform, words)| {
            let text = phrases::Text::new(&words.text);
            let matches = text.scan(&baked::INDEX);
            Scanned {
                source,
                platform,
                words,
                text,
                matches,
            }
        })
        .collect()
}

/// The list of a set whose phrases silence the sentence they stand in.
const NOT: u8 = u8::MAX;

impl PhraseRule {
    fn find(&self, scanned: &[Scanned<'_>], out: &mut Vec<Finding>) {
        for text in scanned.iter().filter(|text| self.reads(text)) {
            let matches = self.matches(text);
            let Some((window, short)) = self.closest(&matches) else {
                continue;
            };
            let evidence = window.iter().map(|m| Span {
                source: text.source,
                place: text.words.place,
                words: text.text.slice(m.first, m.end).to_owned(),
            });
            out.push(Finding {
                evidence: evidence.collect(),
                facts: BTreeMap::new(),
                short,
            });
        }
    }

    fn reads(&self, text: &Scanned<'_>) -> bool {
        let here = |platform| self.on.contains(&platform);
        self.fields.contains(&text.words.place.field)
            && (self.on.is_empty() || text.platform.is_some_and(here))
    }

    /// The matches of this rule outside silenced sentences, without those inside another one.
    fn matches(&self, text: &Scanned<'_>) -> Vec<phrases::Match> {
        let mine = || text.matches.iter().filter(|m| m.set == self.set);
        let silenced: Vec<u32> = mine()
            .filter(|m| m.list == NOT)
            .map(|m| m.sentence)
            .collect();
        let mut kept: Vec<phrases::Match> = Vec::new();
        for m in mine().filter(|m| m.list != NOT && !silenced.contains(&m.sentence)) {
            let inside = |k: &phrases::Match| k.list == m.list && m.first < k.end;
            if !kept.iter().any(inside) {
                kept.push(*m);
            }
        }
        kept
    }

    /// The first stretch of text that counts; or else, of a rule that needs three lists or
    /// more, one that lacks a single one.
    fn closest(&self, matches: &[phrases::Match]) -> Option<(Vec<phrases::Match>, Option<Short>)> {
        if let Some(window) = self.window(matches, self.at_least) {
            return Some((window, None));
        }
        let seen = self.at_least.checked_sub(1).filter(|seen| *seen >= 2)?;
        let short = Short {
            seen: seen.into(),
            needed: self.at_least.into(),
            unit: Unit::Parts,
        };
        Some((self.window(matches, seen)?, Some(short)))
    }

    /// The first stretch of text that has this many lists: one match of each of them, or all
    /// matches of the only list.
    fn window(&self, matches: &[phrases::Match], lists: u8) -> Option<Vec<phrases::Match>> {
        if self.lists == 1 {
            return (!matches.is_empty()).then(|| matches.to_vec());
        }
        matches.iter().find_map(|start| {
            let mut picked: Vec<phrases::Match> = Vec::new();
            for m in matches.iter().filter(|m| self.within(start, m)) {
                if !picked.iter().any(|one| one.list == m.list) {
                    picked.push(*m);
                }
            }
            (picked.len() >= usize::from(lists)).then_some(picked)
        })
    }

    fn within(&self, start: &phrases::Match, m: &phrases::Match) -> bool {
        let near = usize::from(self.near);
        m.first >= start.first && (near == 0 || m.first < start.first + near)
    }
}
