//! Two sources that give another degree, or other years, for the same school.

use super::employment_conflict_between_sources::between;
use crate::indicators::Finding;
use crate::indicators::tools::{by_words, found, sources, span};
use crate::profile::{Agreement, Case, Date, Dates, Education, End, Profile, Words, YearMonth};
use crate::report::Span;
use crate::text::plain_words;

/// Months by which the end may differ for the degrees to be the same course.
const SAME: i32 = 12;

/// Months between two courses from which on they are other years.
const APART: i32 = 36;

/// Degrees by level, as the beginnings of folded words.
const LEVELS: [&[&str]; 3] = [
    &[
        "bachelor",
        "bsc",
        "beng",
        "btech",
        "licence",
        "licenciatura",
        "bacharel",
    ],
    &[
        "master", "msc", "meng", "mtech", "mba", "maitrise", "mestrado", "maestria",
    ],
    &["phd", "doctor", "doktor", "doutor"],
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (at, (source, profile)) in sources(case).enumerate() {
        for (other_source, other) in sources(case).skip(at + 1) {
            let conflicts = aligned(profile, other)
                .into_iter()
                .filter_map(|(a, b)| conflict((source, a), (other_source, b)));
            out.extend(conflicts.map(found));
        }
    }
}

/// The schools that each of two sources gives exactly once.
fn aligned<'a>(a: &'a Profile, b: &'a Profile) -> Vec<(&'a Education, &'a Education)> {
    let (here, there) = (a.education.items(), b.education.items());
    let pairs = here.iter().filter_map(|school| {
        let other = only(school, there)?;
        only(other, here)?;
        Some((school, other))
    });
    pairs.collect()
}

fn only<'a>(school: &Education, among: &'a [Education]) -> Option<&'a Education> {
    let agrees = |other: &&Education| school.school.agrees_with(&other.school) == Agreement::Agrees;
    let mut found = among.iter().filter(agrees);
    found.next().filter(|_| found.next().is_none())
}

fn conflict(a: (u32, &Education), b: (u32, &Education)) -> Option<Vec<Span>> {
    let (degree, other) = (a.1.degree.as_ref()?, b.1.degree.as_ref()?);
    let (dates, other_dates) = (a.1.dates.as_ref()?, b.1.dates.as_ref()?);
    let same_level = level(degree)? == level(other)?;
    let differ = if same_level {
        gap(dates, other_dates)? >= APART
    } else {
        between(end(dates)?, end(other_dates)?) <= SAME && starts_together(dates, other_dates)
    };
    let evidence = if same_level {
        [span(a.0, &dates.words), span(b.0, &other_dates.words)]
    } else {
        [span(a.0, degree), span(b.0, other)]
    };
    differ.then(|| sorted(evidence))
}

fn sorted(mut spans: [Span; 2]) -> Vec<Span> {
    by_words(&mut spans);
    spans.into()
}

/// The level that a degree names; absent when it names none, or several.
fn level(degree: &Words) -> Option<usize> {
    // Dots join: "B.Sc." is one word.
    let words = plain_words(&degree.text.replace('.', ""));
    let named = |stems: &[&str]| {
        let mut words = words.split(' ');
        words.any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let mut levels =
        (0..LEVELS.len()).filter(|at| LEVELS.get(*at).is_some_and(|stems| named(stems)));
    levels.next().filter(|_| levels.next().is_none())
}

/// The last year of a course, or the only one given.
fn end(dates: &Dates) -> Option<YearMonth> {
    match dates.end {
        Some(End::Date(end)) => Some(end),
        Some(End::Present) => None,
        None => dates.start,
    }
}

/// Whether the courses begin in the same year, as far as both say.
fn starts_together(a: &Dates, b: &Dates) -> bool {
    let ranges = a.end.is_some() && b.end.is_some();
    let starts = a.start.zip(b.start).filter(|_| ranges);
    starts.is_none_or(|(a, b)| between(a, b) <= SAME)
}

/// Months between the two courses; none when they touch.
fn gap(a: &Dates, b: &Dates) -> Option<i32> {
    let first = |dates: &Dates| dates.start.or(end(dates));
    let after = |from: YearMonth, to: YearMonth| from.earliest() - to.latest();
    Some(after(first(a)?, end(b)?).max(after(first(b)?, end(a)?)))
}
