//! No words, no hit: evidence stands where it says, and what was read stands in the source.

use crate::letters;
use touchstone::profile::{Case, Dates, Field, Place, Profile, Words};
use touchstone::readers::{Gate, Reading};
use touchstone::report::{Assessment, Hit, Near, Span, reading_json};

/// All words of a profile that an indicator can read.
pub fn words(profile: &Profile) -> Vec<&Words> {
    let mut all: Vec<&Words> = Vec::new();
    let single = [
        &profile.headline,
        &profile.location,
        &profile.about,
        &profile.verified,
    ];
    all.extend(single.into_iter().filter_map(|found| found.seen()));
    for one in profile.positions.items() {
        all.extend(
            [&one.title, &one.employer, &one.place, &one.text]
                .into_iter()
                .flatten(),
        );
        all.extend(one.dates.as_ref().map(said));
    }
    for one in profile.education.items() {
        all.extend(&one.degree);
        all.extend(one.dates.as_ref().map(said));
    }
    let lists = [
        &profile.skills,
        &profile.phones,
        &profile.widgets,
        &profile.texts,
    ];
    all.extend(lists.into_iter().flat_map(|found| found.items()));
    all.extend(profile.links.items().iter().map(|one| &one.words));
    all.extend(profile.emails.items().iter().map(|one| &one.words));
    all.extend(profile.handles.items().iter().map(|one| &one.words));
    let counts = [&profile.connections, &profile.followers];
    all.extend(
        counts
            .into_iter()
            .filter_map(|one| Some(&one.seen()?.words)),
    );
    all.extend(profile.joined.seen().map(|one| &one.words));
    all.extend(profile.local_time.seen().map(|one| &one.words));
    all.extend(profile.writers.iter().chain(&profile.unseen));
    all
}

const fn said(dates: &Dates) -> &Words {
    &dates.words
}

/// Every span of a verdict cuts its words from the words of the place that it names.
pub fn evidence(case: &Case, found: &Assessment) {
    for hit in found.hits.iter().chain(&found.for_the_person) {
        assert!(!hit.evidence.is_empty(), "{}: no words", hit.id);
        facts(hit);
        for span in &hit.evidence {
            stands(case, span, &hit.id);
        }
    }
    for near in &found.nearly {
        if matches!(near.why, Near::HeldBack(_)) {
            near.evidence
                .iter()
                .for_each(|span| stands(case, span, &near.id));
        }
    }
    for gap in &found.not_checked {
        assert!(
            (gap.source as usize) < case.sources.len(),
            "a gap of no source"
        );
    }
}

fn facts(hit: &Hit) {
    let whole = hit
        .facts
        .iter()
        .all(|(name, value)| !name.is_empty() && !value.is_empty());
    assert!(whole, "{}: a fact without words: {:?}", hit.id, hit.facts);
}

fn stands(case: &Case, span: &Span, id: &str) {
    assert!(!span.words.is_empty(), "{id}: empty words");
    let Some(source) = case.sources.get(span.source as usize) else {
        panic!("{id}: words of no source");
    };
    let here = texts_at(source, span.place);
    let stands = here.iter().any(|text| text.contains(&span.words));
    assert!(
        stands,
        "{id}: «{}» at {}, where there is {here:?}",
        span.words, span.place
    );
}

/// What a profile says at a place; what is locked in comes through the report.
fn texts_at(profile: &Profile, place: Place) -> Vec<String> {
    let mut here: Vec<String> = words(profile)
        .into_iter()
        .filter(|words| words.place == place)
        .map(|words| words.text.clone())
        .collect();
    let at = place.index.unwrap_or_default();
    match place.field {
        Field::Address => here.push(profile.url.clone()),
        Field::Name => here.extend(locked(profile, "/profile/name")),
        Field::EducationSchool => {
            here.extend(locked(profile, &format!("/profile/education/{at}/school")));
        }
        _ => {}
    }
    here
}

fn locked(profile: &Profile, path: &str) -> Option<String> {
    let json = reading_json(&Reading {
        gate: Gate::Person,
        profile: profile.clone(),
        cut: false,
    });
    json.pointer(path)?.as_str().map(str::to_owned)
}

/// The letters of every line of what was read stand in one of `pages`, and there is not more of it
/// than of the source. White space and the signs that readers put between two pieces are no letters.
pub fn is_of_the_source(profile: &Profile, pages: &[String]) {
    let most: usize = pages.iter().map(String::len).sum();
    let mut sum = 0;
    for words in words(profile) {
        assert!(
            !words.text.trim().is_empty(),
            "{}: empty words",
            words.place
        );
        // Letters beside letters: a text may be all signs.
        sum += letters(&words.text).len();
        for line in words.text.lines().map(letters) {
            let at = words.place;
            assert!(
                is_there(&line, pages),
                "{at}: «{line}» is not in the source"
            );
        }
    }
    assert!(sum <= 8 * most + 200, "{sum} bytes of letters from {most}");
    dated(profile);
}

/// Letters of each piece that a text may have, on average, where something was left out of it.
const PIECE: usize = 16;

/// Whether the letters stand in one of `pages`, or in pieces: readers leave out what is hidden amid a text, and a line of
/// a degree that stands there twice.
fn is_there(line: &str, pages: &[String]) -> bool {
    let mut rest = line;
    for _ in 0..=line.len() / PIECE {
        if pages.iter().any(|page| page.contains(rest)) {
            return true;
        }
        rest = &rest[longest(rest, pages)..];
    }
    pages.iter().any(|page| page.contains(rest))
}

/// How long the longest beginning is, in bytes, that stands in one of `pages`.
fn longest(line: &str, pages: &[String]) -> usize {
    let ends: Vec<usize> = line
        .char_indices()
        .map(|(at, one)| at + one.len_utf8())
        .collect();
    let stands = |end: &usize| pages.iter().any(|page| page.contains(&line[..*end]));
    match ends.partition_point(stands) {
        0 => 0,
        count => ends[count - 1],
    }
}

/// Months are months, and years those that a reader takes for years.
fn dated(profile: &Profile) {
    let positions = profile.positions.items().iter();
    let schools = profile.education.items().iter();
    let dates = positions.filter_map(|one| one.dates.as_ref());
    for dates in dates.chain(schools.filter_map(|one| one.dates.as_ref())) {
        crate::dates::are_months(dates.start, dates.end);
        assert!(
            dates.start.is_some() || dates.end.is_some(),
            "dates without a date"
        );
    }
}
