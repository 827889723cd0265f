//! The list does what its files say, the sum is exact, and origin changes nothing.

// Helpers may unwrap too: a test that cannot say what it expects should stop.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "indicators/fairness.rs"]
mod fairness;
#[path = "indicators/known.rs"]
mod known;
#[path = "indicators/nearly.rs"]
mod nearly;
#[path = "indicators/score.rs"]
mod score;
#[path = "indicators/ticked.rs"]
mod ticked;

use std::collections::BTreeSet;
use touchstone::indicators::samples::{self, Sample, Source};
use touchstone::indicators::{Kind, Status, assess, find, groups, list, texts, title};
use touchstone::profile::{Case, Date, Field, Position, Profile, Words};
use touchstone::report::{Assessment, Hit, Level, Points, Span};

fn samples() -> Vec<Sample> {
    samples::all().unwrap()
}

fn today() -> Date {
    Date::parse("2026-11-24").unwrap()
}

/// A case from sources written as in samples, but in JSON.
fn case(json: &str) -> Case {
    let sources: Vec<Source> = serde_json::from_str(json).unwrap();
    Case {
        sources: sources
            .into_iter()
            .map(|source| source.profile().unwrap())
            .collect(),
    }
}

fn lines(verdict: &Assessment) -> impl Iterator<Item = &Hit> {
    verdict.hits.iter().chain(&verdict.for_the_person)
}

fn assert_exact(verdict: &Assessment, at: &str) {
    let sum: i32 = lines(verdict).map(|hit| hit.bits.0).sum();
    let corrected: i32 = verdict.corrections.iter().map(|c| c.bits.0).sum();
    assert_eq!(verdict.bits.0, sum + corrected, "{at}: {verdict:#?}");
    assert!(verdict.corrections.iter().all(|c| c.bits.0 != 0), "{at}");
}

#[test]
fn every_sample_does_what_it_says() {
    let problems = samples::problems();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The ids of the files that say they find something only between two sources.
fn comparing_sources() -> Vec<String> {
    let mut ids = Vec::new();
    for group in groups() {
        let Ok(files) = std::fs::read_dir(format!("src/indicators/{}", group.id)) else {
            continue;
        };
        for path in files.map(|file| file.unwrap().path()) {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let is_toml = path.extension().is_some_and(|end| end == "toml");
            if is_toml
                && std::fs::read_to_string(&path)
                    .unwrap()
                    .contains("\ncompares_sources = true\n")
            {
                ids.push(format!("{}/{name}", group.id));
            }
        }
    }
    ids
}

#[test]
fn what_compares_sources_is_silent_about_one_and_may_be_left_out_where_one_page_is_read() {
    let comparing = comparing_sources();
    assert!(comparing.len() > 5, "{comparing:?}");
    assert!(
        comparing.iter().all(|id| find(id).is_some()),
        "{comparing:?}"
    );
    for sample in samples() {
        for source in sample.case.sources {
            let alone = Case {
                sources: vec![source],
            };
            let verdict = assess(&alone, sample.today);
            let near = verdict.nearly.iter().map(|one| &one.id);
            let found = lines(&verdict).map(|hit| &hit.id).chain(near);
            let of_two: Vec<&String> = found.filter(|id| comparing.contains(id)).collect();
            assert!(
                of_two.is_empty(),
                "{}:{}: {of_two:?}",
                sample.file,
                sample.line
            );
        }
    }
}

#[test]
fn every_indicator_has_samples_texts_and_a_group() {
    use touchstone::indicators::{basis, group_title, references, texts};
    use touchstone::lang::Lang;
    let samples = samples();
    for indicator in list() {
        let id = indicator.id;
        let count = |fires| {
            samples
                .iter()
                .filter(|s| s.indicator == id && s.fires == fires)
                .count()
        };
        let ticked = touchstone::indicators::stage(id).is_some();
        assert_eq!(count(true) >= 2 && count(false) >= 2, !ticked, "{id}");
        assert_eq!(
            indicator.kind == Kind::ForThePerson,
            indicator.bits < Points(0),
            "{id}"
        );
        assert_ne!(indicator.status, Status::Retired, "{id}");
        assert!(
            groups().iter().any(|group| group.id == indicator.group),
            "{id}"
        );
        assert!(find(id).is_some(), "{id}");
        assert!(!references(id).is_empty(), "{id}");
        assert!(basis(id).is_some(), "{id}");
        for lang in Lang::ALL.iter().copied() {
            assert!(texts(lang, id).is_some(), "{id}");
            assert!(group_title(lang, indicator.group).is_some(), "{id}");
        }
    }
    assert!(list().len() >= 24);
    assert!(list().windows(2).all(|pair| pair[0].id < pair[1].id));
}

/// Facts fill every place in the texts.
#[test]
fn every_place_in_a_text_is_filled() {
    use touchstone::lang::Lang;
    for sample in samples().iter().filter(|sample| sample.fires) {
        let verdict = assess(&sample.case, sample.today);
        let hit = lines(&verdict)
            .find(|hit| hit.id == sample.indicator)
            .unwrap();
        for lang in Lang::ALL.iter().copied() {
            let texts = touchstone::indicators::texts(lang, &hit.id).unwrap();
            for text in [texts.title, texts.why, texts.next, texts.question] {
                for place in text.split('{').skip(1) {
                    let name = place.split('}').next().unwrap();
                    assert!(hit.facts.contains_key(name), "{}: {{{name}}}", hit.id);
                }
            }
        }
    }
}

#[test]
fn the_sum_is_exact_and_a_second_run_gives_the_same_bytes() {
    for sample in samples() {
        let verdict = assess(&sample.case, sample.today);
        assert_exact(&verdict, sample.indicator);
        let bytes = |verdict: &Assessment| serde_json::to_vec(verdict).unwrap();
        assert_eq!(bytes(&verdict), bytes(&assess(&sample.case, sample.today)));
    }
}

/// The texts of a field that evidence may quote.
fn quotable(profile: &Profile, field: Field) -> Vec<&str> {
    let of = |pick: fn(&Position) -> Option<&Words>| {
        profile
            .positions
            .items()
            .iter()
            .filter_map(pick)
            .collect::<Vec<&Words>>()
    };
    let words: Vec<&Words> = match field {
        Field::Address => return vec![&profile.url],
        Field::Headline => profile.headline.seen().into_iter().collect(),
        Field::Location => profile.location.seen().into_iter().collect(),
        Field::About => profile.about.seen().into_iter().collect(),
        Field::Verified => profile.verified.seen().into_iter().collect(),
        Field::LocalTime => profile
            .local_time
            .seen()
            .iter()
            .map(|time| &time.words)
            .collect(),
        Field::Joined => profile
            .joined
            .seen()
            .iter()
            .map(|joined| &joined.words)
            .collect(),
        Field::PositionTitle => of(|position| position.title.as_ref()),
        Field::PositionEmployer => of(|position| position.employer.as_ref()),
        Field::PositionText => of(|position| position.text.as_ref()),
        Field::PositionDates => of(|position| position.dates.as_ref().map(|dates| &dates.words)),
        Field::EducationDates => {
            let schools = profile.education.items().iter();
            schools
                .filter_map(|school| Some(&school.dates.as_ref()?.words))
                .collect()
        }
        Field::EducationDegree => {
            let schools = profile.education.items().iter();
            schools
                .filter_map(|school| school.degree.as_ref())
                .collect()
        }
        Field::Connections => profile
            .connections
            .seen()
            .iter()
            .map(|count| &count.words)
            .collect(),
        Field::Skills => profile.skills.items().iter().collect(),
        Field::Phones => profile.phones.items().iter().collect(),
        Field::Widgets => profile.widgets.items().iter().collect(),
        Field::Text => profile.texts.items().iter().collect(),
        Field::Writers => profile.writers.iter().collect(),
        Field::Unseen => profile.unseen.iter().collect(),
        Field::Links => profile
            .links
            .items()
            .iter()
            .map(|link| &link.words)
            .collect(),
        Field::Emails => profile
            .emails
            .items()
            .iter()
            .map(|email| &email.words)
            .collect(),
        Field::Handles => profile
            .handles
            .items()
            .iter()
            .map(|handle| &handle.words)
            .collect(),
        other => panic!("evidence quotes {other:?}"),
    };
    words.into_iter().map(|words| words.text.as_str()).collect()
}

#[test]
fn evidence_is_words_of_the_case_in_a_field_that_the_indicator_reads() {
    for sample in samples() {
        for hit in lines(&assess(&sample.case, sample.today)) {
            let reads = find(&hit.id).unwrap().reads;
            assert!(!hit.evidence.is_empty(), "{}", hit.id);
            for Span {
                source,
                place,
                words,
            } in &hit.evidence
            {
                let profile = &sample.case.sources[*source as usize];
                let quoted = quotable(profile, place.field);
                assert!(!words.is_empty(), "{}", hit.id);
                assert!(
                    quoted.iter().any(|text| text.contains(words)),
                    "{}: {words}",
                    hit.id
                );
                assert!(
                    reads.contains(&place.field),
                    "{} reads {:?}?",
                    hit.id,
                    place.field
                );
            }
        }
    }
}

#[test]
fn the_order_of_sources_changes_nothing() {
    for sample in samples()
        .iter()
        .filter(|sample| sample.case.sources.len() > 1)
    {
        let turned = Case {
            sources: sample.case.sources.iter().rev().cloned().collect(),
        };
        let (a, b) = (
            assess(&sample.case, sample.today),
            assess(&turned, sample.today),
        );
        let told = |verdict: &Assessment| {
            let line = |hit: &Hit| {
                let words: BTreeSet<String> =
                    hit.evidence.iter().map(|s| s.words.clone()).collect();
                (hit.id.clone(), hit.facts.clone(), words)
            };
            lines(verdict).map(line).collect::<Vec<_>>()
        };
        let at = format!("{}:{}", sample.file, sample.line);
        assert_eq!(
            (a.level, a.bits, a.coverage),
            (b.level, b.bits, b.coverage),
            "{at}"
        );
        assert_eq!(told(&a), told(&b), "{at}");
    }
}

#[test]
fn nothing_fires_on_what_was_not_read() {
    let empty = Case {
        sources: vec![Profile::default(), Profile::default()],
    };
    let verdict = assess(&empty, today());
    assert_eq!(verdict.level, Level::NotEnough);
    assert_eq!(lines(&verdict).count(), 0);
    assert!(!verdict.not_checked.is_empty());
    assert_eq!(verdict.coverage.0, 0);
}

#[test]
fn the_titles_by_themselves_are_those_of_the_texts() {
    for lang in touchstone::lang::Lang::ALL {
        for indicator in list() {
            let whole = texts(*lang, indicator.id).map(|texts| texts.title);
            assert!(whole.is_some_and(|words| !words.contains('{')));
            assert_eq!(title(*lang, indicator.id), whole, "{}", indicator.id);
        }
    }
    assert_eq!(title(touchstone::lang::Lang::En, "no/such-line"), None);
}
