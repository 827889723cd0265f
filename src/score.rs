//! From lines to a level: a sum in whole tenths, its corrections, and what was not checked.
//!
//! The total is exactly the sum of the lines shown and of the corrections shown. Nothing here
//! reads a clock, and the same lines give the same bytes.

#[cfg(feature = "panel")]
pub mod again;
#[cfg(feature = "panel")]
pub mod change;

use crate::indicators::{self, Group, Indicator, Kind, Raised, Status};
use crate::profile::{Case, Field, Found, Platform, Profile, Unread};
use crate::report::{
    Assessment, Correction, Hit, Level, Points, ProfileKind, Reason, Span, Unchecked,
};
use crate::sorted::{sort_by, sort_by_key};

/// From here on a sum is worth checking: one line of moderate weight (3 bits: eight times as
/// common in documented cases), or three weak ones. Two weak ones, which many ordinary
/// candidates show, stay below.
pub const WORTH_CHECKING: Points = Points(30);

/// From here on, with a strong line and a second group, verify first: a contradiction of 4
/// bits and a moderate line from elsewhere. At a prior of 1 in 343 such a sum still leaves
/// most of them ordinary, which is why the words are "verify", and no more.
pub const VERIFY_FIRST: Points = Points(70);

/// A line of a strong kind counts as strong from this weight on: a slip of the pen, such as
/// an end before a start, is arithmetic too, but too common to carry a level.
pub const STRONG: Points = Points(30);

/// A group counts as the second one from this weight on.
pub const SECOND_GROUP: Points = Points(10);

/// With fewer fields than this seen, and less own text than [`LEAST_TEXT`], there is not
/// enough to read: a name with a headline, a place and a date says nothing about consistency.
pub const LEAST_FIELDS: u32 = 4;

/// Characters of own text; see [`LEAST_FIELDS`]. One in six of the documented profile pages
/// measured had fewer.
pub const LEAST_TEXT: usize = 80;

/// What is known of `case` before any line is counted.
pub(crate) fn bare(case: &Case) -> Assessment {
    let (read, applicable, not_checked) = ledger(case);
    Assessment {
        level: Level::NotEnough,
        bits: Points(0),
        hits: Vec::new(),
        for_the_person: Vec::new(),
        aside: Vec::new(),
        corrections: Vec::new(),
        nearly: Vec::new(),
        not_checked,
        coverage: (read, applicable),
        enough: enough(case),
        kind: ProfileKind::of(case),
        rules_version: indicators::RULES_VERSION.to_owned(),
    }
}

/// The verdict from the lines that count, with all else as in `bare`.
pub(crate) fn count(bare: Assessment, raised: Vec<Raised>) -> Assessment {
    let sum = Sum::of(raised, indicators::groups());
    let level = sum.level(bare.enough);
    let mut hits = Vec::new();
    let mut for_the_person = Vec::new();
    for line in sum.lines {
        let side = if line.is_for_the_person() {
            &mut for_the_person
        } else {
            &mut hits
        };
        side.push(line.hit);
    }
    Assessment {
        level,
        bits: sum.total,
        hits,
        for_the_person,
        corrections: sum.corrections,
        ..bare
    }
}

/// The lines as they are shown where they do not count.
pub(crate) fn shown(raised: Vec<Raised>) -> Vec<Hit> {
    let lines = raised.into_iter().map(Line::new);
    let mut hits: Vec<Hit> = lines.map(|line| line.hit).collect();
    sort_by(&mut hits, |a, b| {
        (-a.bits.0.abs(), &a.id).cmp(&(-b.bits.0.abs(), &b.id))
    });
    hits
}

/// A line with what remains of its points after corrections of its own.
struct Line {
    indicator: &'static Indicator,
    hit: Hit,
    counts: bool,
}

/// What stands after the corrections: strong lines, and groups with their points.
#[derive(Clone, Copy, Default)]
struct Standing {
    strong: bool,
    groups: usize,
}

struct Sum {
    lines: Vec<Line>,
    corrections: Vec<Correction>,
    standing: Standing,
    total: Points,
}

impl Sum {
    fn of(raised: Vec<Raised>, groups: &[Group]) -> Self {
        let mut lines: Vec<Line> = raised.into_iter().map(Line::new).collect();
        sort_by_key(&mut lines, |line| {
            (-line.hit.bits.0.abs(), line.indicator.id)
        });
        let mut corrections = replaced(&mut lines);
        corrections.extend(counted_once(&mut lines));
        let mut standing = Standing {
            strong: lines.iter().any(Line::is_strong),
            groups: 0,
        };
        for group in groups {
            let points = capped(group, &lines, &mut corrections);
            standing.groups += usize::from(points >= SECOND_GROUP);
        }
        let points = |bits: &Points| bits.0;
        let total = lines.iter().map(|l| points(&l.hit.bits)).sum::<i32>()
            + corrections.iter().map(|c| points(&c.bits)).sum::<i32>();
        Self {
            lines,
            corrections,
            standing,
            total: Points(total),
        }
    }
}

impl Line {
    fn new(raised: Raised) -> Self {
        let indicator = raised.indicator;
        let bits = match indicator.status {
            Status::Stable => indicator.bits,
            Status::Trial | Status::Retired => Points(0),
        };
        let hit = Hit {
            id: indicator.id.to_owned(),
            bits,
            evidence: raised.evidence,
            facts: raised.facts,
        };
        Self {
            indicator,
            hit,
            counts: true,
        }
    }

    fn is_for_the_person(&self) -> bool {
        self.indicator.kind == Kind::ForThePerson
    }

    fn is_strong(&self) -> bool {
        self.counts && self.indicator.kind.can_be_strong() && self.hit.bits >= STRONG
    }

    /// Takes the points of this line back.
    fn cancel(&mut self, reason: Reason) -> Option<Correction> {
        self.counts = false;
        let bits = Points(-self.hit.bits.0);
        (bits.0 != 0).then_some(Correction { reason, bits })
    }
}

/// Parts of a combination that fired do not count beside it.
fn replaced(lines: &mut [Line]) -> Vec<Correction> {
    let whole: Vec<&'static Indicator> = lines.iter().map(|line| line.indicator).collect();
    let mut corrections = Vec::new();
    for line in lines.iter_mut() {
        let by = whole
            .iter()
            .find(|whole| whole.replaces.contains(&line.indicator.id));
        if let Some(by) = by {
            corrections.extend(line.cancel(Reason::ReplacedBy(by.id.to_owned())));
        }
    }
    corrections
}

/// Words that carry a stronger line do not carry a weaker one too. Lines are sorted by weight.
fn counted_once(lines: &mut [Line]) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for at in 1..lines.len() {
        let (stronger, rest) = lines.split_at_mut(at);
        let Some(line) = rest.first_mut().filter(|line| line.counts) else {
            continue;
        };
        let same = stronger.iter().find(|other| other.rests_on_words_of(line));
        if let Some(id) = same.map(|other| other.hit.id.clone()) {
            corrections.extend(line.cancel(Reason::CountedOnce(id)));
        }
    }
    corrections
}

impl Line {
    /// Whether `line` says about the same words something on the same side: its leading
    /// words, or all of them, are words of this line.
    fn rests_on_words_of(&self, line: &Line) -> bool {
        let side = self.hit.bits.0.signum() == line.hit.bits.0.signum();
        let mine = &self.hit.evidence;
        let covered = |span: &Span| mine.iter().any(|own| overlap(own, span));
        let leads = leading(mine).any(|a| leading(&line.hit.evidence).any(|b| overlap(a, b)));
        self.counts && side && (leads || line.hit.evidence.iter().all(covered))
    }
}

/// The words that come first of each source: which source was added first decides nothing.
fn leading(evidence: &[Span]) -> impl Iterator<Item = &Span> {
    let before = |at: usize| evidence.iter().take(at);
    let numbered = evidence.iter().enumerate();
    numbered
        .filter(move |(at, span)| before(*at).all(|other| other.source != span.source))
        .map(|(_, span)| span)
}

fn overlap(a: &Span, b: &Span) -> bool {
    let place = a.source == b.source && a.place == b.place;
    place
        && (a.words.contains(&b.words)
            || b.words.contains(&a.words)
            || joined(&a.words, &b.words)
            || joined(&b.words, &a.words))
}

/// Whether the end of `a` is the beginning of `b`, over four bytes or more.
fn joined(a: &str, b: &str) -> bool {
    let tails = a
        .char_indices()
        .map(|(at, _)| a.get(at..).unwrap_or_default());
    tails
        .filter(|tail| tail.len() >= 4)
        .any(|tail| b.starts_with(tail))
}

/// The points of a group after its cap, which is noted as a correction.
fn capped(group: &Group, lines: &[Line], corrections: &mut Vec<Correction>) -> Points {
    let of_group = lines.iter().filter(|line| line.indicator.group == group.id);
    let sum: i32 = of_group
        .filter(|line| line.counts)
        .map(|line| line.hit.bits.0)
        .sum();
    let cap = group.cap.0;
    let over = if cap < 0 { sum < cap } else { sum > cap };
    if !over {
        return Points(sum);
    }
    corrections.push(Correction {
        reason: Reason::GroupCap(group.id.to_owned()),
        bits: Points(cap - sum),
    });
    Points(cap)
}

impl Sum {
    /// A strong line keeps the level at "worth checking" at least: what fits together
    /// elsewhere does not make two details fit. Soft lines never reach "verify first".
    fn level(&self, enough: bool) -> Level {
        let Standing { strong, groups } = self.standing;
        let open = self.lines.iter().any(|line| !line.is_for_the_person());
        if !strong && !enough {
            Level::NotEnough
        } else if strong && groups >= 2 && self.total >= VERIFY_FIRST {
            Level::VerifyFirst
        } else if strong || (open && self.total >= WORTH_CHECKING) {
            Level::WorthChecking
        } else {
            Level::NothingStoodOut
        }
    }
}

impl Kind {
    /// Whether a line of this kind is strong from [`STRONG`] on.
    const fn can_be_strong(self) -> bool {
        matches!(
            self,
            Self::Contradiction | Self::DocumentedIdentifier | Self::Impossibility
        )
    }
}

/// Whether enough was read to say anything.
fn enough(case: &Case) -> bool {
    let fields: u32 = case.sources.iter().map(seen_fields).sum();
    let text: usize = case.sources.iter().map(own_text).sum();
    fields >= LEAST_FIELDS || text >= LEAST_TEXT
}

fn own_text(profile: &Profile) -> usize {
    let positions = profile.positions.items().iter();
    let texts = positions.filter_map(|position| position.text.as_ref());
    profile
        .headline
        .seen()
        .into_iter()
        .chain(profile.about.seen())
        .chain(texts)
        .chain(profile.texts.items())
        .map(|words| words.text.chars().count())
        .sum()
}

/// Fields that say something about the candidate: all but the name and the account itself.
fn seen_fields(profile: &Profile) -> u32 {
    let told = SECTIONS
        .iter()
        .filter(|field| !matches!(field, Field::Name | Field::Handles));
    told.filter(|field| state(profile, **field) == State::Seen)
        .map(|_| 1)
        .sum()
}

/// What is known of a field of a source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Seen,
    None,
    NotLoaded,
    NotRead(Unread),
}

/// The fields that a page shows or does not show as one.
const SECTIONS: &[Field] = &[
    Field::Name,
    Field::Headline,
    Field::Location,
    Field::About,
    Field::Positions,
    Field::Education,
    Field::Skills,
    Field::Links,
    Field::Emails,
    Field::Phones,
    Field::Handles,
    Field::Connections,
    Field::Followers,
    Field::Joined,
    Field::Verified,
    Field::LocalTime,
    Field::Widgets,
    Field::Text,
];

fn state(profile: &Profile, field: Field) -> State {
    match field {
        Field::Name => of(&profile.name),
        Field::Headline => of(&profile.headline),
        Field::Location => of(&profile.location),
        Field::About => of(&profile.about),
        Field::Positions => of_list(&profile.positions),
        Field::Education => of_list(&profile.education),
        Field::Skills => of_list(&profile.skills),
        Field::Links => of_list(&profile.links),
        Field::Emails => of_list(&profile.emails),
        Field::Phones => of_list(&profile.phones),
        Field::Handles => of_list(&profile.handles),
        Field::Connections => of(&profile.connections),
        Field::Followers => of(&profile.followers),
        Field::Joined => of(&profile.joined),
        Field::Verified => of(&profile.verified),
        Field::LocalTime => of(&profile.local_time),
        Field::Widgets => of_list(&profile.widgets),
        Field::Text => of_list(&profile.texts),
        _ => State::None,
    }
}

fn of<T>(found: &Found<T>) -> State {
    match found {
        Found::Seen(_) => State::Seen,
        Found::Empty => State::None,
        Found::NotLoaded => State::NotLoaded,
        Found::NotRead(why) => State::NotRead(*why),
    }
}

fn of_list<T>(found: &Found<Vec<T>>) -> State {
    match found {
        Found::Seen(items) if items.is_empty() => State::None,
        found => of(found),
    }
}

/// The field that a page shows or hides as a whole when it shows or hides `field`.
const fn section(field: Field) -> Field {
    match field {
        Field::PositionTitle
        | Field::PositionEmployer
        | Field::PositionPlace
        | Field::PositionDates
        | Field::PositionText => Field::Positions,
        Field::EducationSchool | Field::EducationDegree | Field::EducationDates => Field::Education,
        field => field,
    }
}

/// How many fields were read, of how many that the indicators read on such sources, and
/// which were not.
fn ledger(case: &Case) -> (u32, u32, Vec<Unchecked>) {
    let (mut read, mut applicable, mut not_checked) = (0, 0, Vec::new());
    for (source, profile) in (0_u32..).zip(&case.sources) {
        not_checked.extend(doubts(source, profile));
        for &field in SECTIONS {
            if !shown_on(profile.platform, field) {
                continue;
            }
            applicable += 1;
            let reason = match state(profile, field) {
                State::Seen | State::None => {
                    read += 1;
                    continue;
                }
                State::NotLoaded => not_seen(profile.platform),
                State::NotRead(why) => unread(why),
            };
            let reason = reason.to_owned();
            not_checked.push(Unchecked {
                source,
                field,
                reason,
            });
        }
    }
    (read, applicable, not_checked)
}

/// A page may show more later; a text or a file is whole.
const fn not_seen(platform: Option<Platform>) -> &'static str {
    match platform {
        Some(Platform::Resume) => "not-found",
        _ => "not-loaded",
    }
}

/// What the reading of a source as a whole leaves open.
fn doubts(source: u32, profile: &Profile) -> Vec<Unchecked> {
    let unverified = profile
        .platform
        .is_some_and(|platform| !platform.is_verified());
    let unopened = profile.unopened > 0;
    let doubts = [
        (unverified, Field::Address, "unverified"),
        (unopened, Field::Text, "unopened"),
    ];
    let doubts = doubts.into_iter().filter(|(holds, ..)| *holds);
    doubts
        .map(|(_, field, reason)| Unchecked {
            source,
            field,
            reason: reason.to_owned(),
        })
        .collect()
}

/// Whether an indicator in use reads this field on this platform; on unknown ones, at all.
fn shown_on(platform: Option<Platform>, field: Field) -> bool {
    let platform =
        platform.filter(|platform| *platform != Platform::Other && platform.is_verified());
    indicators::list().iter().any(|indicator| {
        indicator.status != Status::Retired
            && indicator.reads.iter().any(|read| section(*read) == field)
            && platform.is_none_or(|platform| indicator.shown_on.contains(&platform))
    })
}

const fn unread(why: Unread) -> &'static str {
    match why {
        Unread::Masked => "masked",
        Unread::CutShort => "cut-short",
        Unread::OutOfReach => "out-of-reach",
        Unread::TooLarge => "too-large",
        Unread::NotUnderstood => "not-understood",
    }
}

#[cfg(test)]
mod tests;
