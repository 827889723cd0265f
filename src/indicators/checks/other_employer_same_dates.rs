//! Two sources that put different employers into the same months, under alike titles, and
//! neither of them speaks of the other's.

use super::employment_conflict_between_sources::between;
use crate::indicators::Finding;
use crate::indicators::tools::{by_words, Dated, dated, finding, sources, span};
use crate::profile::{Case, Date, End, Words, YearMonth};
use crate::report::Span;
use crate::text::{employer_key, plain_words};

/// Months by which start and end may differ.
const TOLERANCE: i32 = 1;

/// How many roles must have another employer.
const CONFLICTS: usize = 2;

/// Letters of a word that two titles must share; languages share shorter ones by chance.
const SHARED: usize = 5;

/// Kinds of employment, and words for an employer, that name a client or nobody.
const NOBODY: &[&str] = &[
    "freelanc",
    "self",
    "independ",
    "independant",
    "contract",
    "consult",
    "confidential",
    "stealth",
    "client",
    "various",
    "remote",
    "upwork",
];

/// A role whose first and last month and whose employer are known.
struct Role<'a> {
    dated: Dated<'a>,
    employer: &'a Words,
    /// The employer for comparison.
    key: String,
    title: &'a Words,
    start: YearMonth,
    end: End,
}

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let by_source: Vec<Vec<Role<'_>>> = sources(case)
        .map(|(source, profile)| dated(source, profile).filter_map(role).collect())
        .collect();
    for (at, here) in by_source.iter().enumerate() {
        for there in by_source.iter().skip(at + 1) {
            out.extend(conflict(here, there));
        }
    }
}

fn role(role: Dated<'_>) -> Option<Role<'_>> {
    let (employer, title) = (
        role.position.employer.as_ref()?,
        role.position.title.as_ref()?,
    );
    let start = role.start().filter(|start| start.month.is_some())?;
    let end = role.dates.end.filter(|end| match end {
        End::Date(end) => end.month.is_some(),
        End::Present => true,
    })?;
    let kind = role.position.employment.as_deref().unwrap_or_default();
    let named = plain_words(&format!("{} {} {kind}", employer.text, title.text));
    let nobody = |word: &str| NOBODY.iter().any(|stem| word.starts_with(stem));
    (!named.split(' ').any(nobody)).then_some(Role {
        dated: role,
        employer,
        key: employer_key(&employer.text),
        title,
        start,
        end,
    })
}

fn conflict(here: &[Role<'_>], there: &[Role<'_>]) -> Option<Finding> {
    let pairs: Vec<(&Role<'_>, &Role<'_>)> = here
        .iter()
        .filter_map(|a| Some((a, there.iter().find(|b| a.contradicts(b))?)))
        .collect();
    // A role that one of them has twice is one role, whichever source comes first.
    let others = there.iter().filter(|b| here.iter().any(|a| a.contradicts(b)));
    let count = pairs.len().min(others.count());
    if count < CONFLICTS {
        return None;
    }
    let shared = |a: &Role<'_>| there.iter().any(|b| !apart(&a.key, &b.key));
    (!here.iter().any(shared)).then(|| {
        let spans = pairs.iter().flat_map(|(a, b)| evidence(a, b));
        finding(spans, [("count", count.to_string())])
    })
}

impl Role<'_> {
    fn contradicts(&self, other: &Self) -> bool {
        let ends = match (self.end, other.end) {
            (End::Date(a), End::Date(b)) => between(a, b) <= TOLERANCE,
            (End::Present, End::Present) => true,
            _ => false,
        };
        ends && between(self.start, other.start) <= TOLERANCE
            && apart(&self.key, &other.key)
            && share_a_word(self.title, other.title)
            && !self.speaks_of(other)
            && !other.speaks_of(self)
    }

    /// Whether the candidate names the other employer here too: an agency and its client, a
    /// company before and after it was bought.
    fn speaks_of(&self, other: &Self) -> bool {
        let text = self.dated.position.text.as_ref();
        let said = text.into_iter().chain([self.title]);
        said.map(|words| format!(" {} ", plain_words(&words.text)))
            .any(|words| words.contains(&format!(" {} ", other.key)))
    }
}

/// Whether two employers share no word, are no initials of each other, and are written in the
/// same script.
fn apart(a: &str, b: &str) -> bool {
    let shared = a
        .split(' ')
        .any(|word| b.split(' ').any(|other| other == word));
    let short = is_initials(a, b) || is_initials(b, a);
    a.is_ascii() == b.is_ascii() && !a.is_empty() && !shared && !short
}

/// Whether `short` is made of the first letters of the words of `long`.
fn is_initials(short: &str, long: &str) -> bool {
    let firsts = long.split(' ').filter_map(|word| word.chars().next());
    firsts.eq(short.chars())
}

fn share_a_word(a: &Words, b: &Words) -> bool {
    let (a, b) = (plain_words(&a.text), plain_words(&b.text));
    let long = |word: &&str| word.chars().count() >= SHARED;
    a.split(' ')
        .filter(long)
        .any(|word| b.split(' ').any(|other| other == word))
}

fn evidence(a: &Role<'_>, b: &Role<'_>) -> [Span; 4] {
    let of = |one: &Role<'_>| {
        let source = one.dated.source;
        [
            span(source, one.employer),
            span(source, &one.dated.dates.words),
        ]
    };
    let ([a, a_dates], [b, b_dates]) = (of(a), of(b));
    let mut spans = [a, a_dates, b, b_dates];
    by_words(&mut spans);
    spans
}
