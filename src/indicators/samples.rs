//! The samples of the indicator files, as cases: what fires, what is close and does not.
//!
//! Natively only: the extension carries no samples. All people in them are invented.

use crate::profile::{
    Case, Count, Date, Dated, Dates, Education, Email, End, Field, Found, Handle, Link, LocalTime,
    Place, Platform, Position, Profile, Sensitive, Words, YearMonth,
};
use serde::Deserialize;

include!(concat!(env!("OUT_DIR"), "/samples.rs"));

/// "Today" of samples that name no day.
const TODAY: &str = "2026-11-24";

/// A sample of an indicator.
pub struct Sample {
    /// The indicator's id.
    pub indicator: &'static str,
    /// Whether it fires.
    pub fires: bool,
    /// File of the sample.
    pub file: &'static str,
    /// Line in it.
    pub line: u32,
    /// Why it fires or not.
    pub because: String,
    /// As of when.
    pub today: Date,
    /// Words that the evidence must hold.
    pub expect_words: Vec<String>,
    /// The candidate.
    pub case: Case,
}

/// All samples in the order of the list, or file and line of the first that is malformed.
///
/// # Errors
///
/// When a sample has a value that no profile can have, such as an unknown platform.
pub fn all() -> Result<Vec<Sample>, String> {
    BAKED.iter().map(sample).collect()
}

fn sample(baked: &(&'static str, bool, &'static str, u32, &'static str)) -> Result<Sample, String> {
    let (indicator, fires, file, line, json) = *baked;
    let wrong = |reason: &str| format!("{file}:{line}: {reason}");
    let written: Written = serde_json::from_str(json).map_err(|e| wrong(&e.to_string()))?;
    let today = Date::parse(written.today.as_deref().unwrap_or(TODAY));
    Ok(Sample {
        indicator,
        fires,
        file,
        line,
        because: written.because,
        today: today.ok_or_else(|| wrong("today is not a day"))?,
        expect_words: written.expect_words,
        case: Case {
            sources: written
                .sources
                .into_iter()
                .map(Source::profile)
                .collect::<Option<_>>()
                .ok_or_else(|| wrong("a platform or a date is malformed"))?,
        },
    })
}

#[derive(Deserialize)]
struct Written {
    because: String,
    today: Option<String>,
    #[serde(default)]
    expect_words: Vec<String>,
    sources: Vec<Source>,
}

/// A source as a sample writes it. What is not written is not loaded.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Source {
    platform: Option<Platform>,
    #[serde(default)]
    url: String,
    name: Option<String>,
    headline: Option<String>,
    location: Option<String>,
    about: Option<String>,
    positions: Option<Vec<PositionRow>>,
    education: Option<Vec<EducationRow>>,
    skills: Option<Vec<String>>,
    links: Option<Vec<String>>,
    emails: Option<Vec<String>>,
    phones: Option<Vec<String>>,
    handles: Option<Vec<HandleRow>>,
    connections: Option<u32>,
    joined: Option<String>,
    verified: Option<String>,
    local_time: Option<TimeRow>,
    widgets: Option<Vec<String>>,
    texts: Option<Vec<String>>,
    #[serde(default)]
    writers: Vec<String>,
    #[serde(default)]
    unseen: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct PositionRow {
    title: Option<String>,
    employer: Option<String>,
    employment: Option<String>,
    place: Option<String>,
    start: Option<String>,
    end: Option<String>,
    dates: Option<String>,
    text: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct EducationRow {
    school: String,
    degree: Option<String>,
    start: Option<String>,
    end: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct HandleRow {
    platform: Platform,
    name: String,
    #[serde(default)]
    own: bool,
}

#[derive(Clone, Debug, Deserialize)]
struct TimeRow {
    offset: Option<i16>,
    clock: Option<u16>,
    words: Option<String>,
}

fn listed(texts: Vec<String>, field: Field) -> Vec<Words> {
    let texts = texts.into_iter().zip(0..);
    texts.map(|(text, at)| words_at(text, field, at)).collect()
}

fn words(text: String, field: Field) -> Words {
    let place = Place::of(field);
    Words { text, place }
}

fn words_at(text: String, field: Field, index: u32) -> Words {
    let place = Place::at(field, index);
    Words { text, place }
}

fn seen<T>(value: Option<T>) -> Found<T> {
    value.map_or(Found::NotLoaded, Found::Seen)
}

/// Each of `values` with its number.
fn each<T, U>(values: Option<Vec<T>>, make: impl Fn(u32, T) -> U) -> Found<Vec<U>> {
    seen(values.map(|values| {
        (0..)
            .zip(values)
            .map(|(at, value)| make(at, value))
            .collect()
    }))
}

impl Source {
    /// The profile; absent when a date or a number is malformed.
    pub fn profile(self) -> Option<Profile> {
        let positions = self.positions.map(|rows| {
            let rows = (0..).zip(rows);
            rows.map(|(at, row)| row.position(at)).collect()
        });
        let education = self.education.map(|rows| {
            let rows = (0..).zip(rows);
            rows.map(|(at, row)| row.education(at)).collect()
        });
        let joined = self.joined.map(joined);
        Some(Profile {
            platform: self.platform,
            url: self.url,
            name: seen(self.name.map(|t| Sensitive::new(words(t, Field::Name)))),
            headline: seen(self.headline.map(|t| words(t, Field::Headline))),
            location: seen(self.location.map(|t| words(t, Field::Location))),
            about: seen(self.about.map(|t| words(t, Field::About))),
            positions: seen(transposed(positions)?),
            education: seen(transposed(education)?),
            skills: each(self.skills, |at, t| words_at(t, Field::Skills, at)),
            links: each(self.links, |at, href| Link {
                words: words_at(href.clone(), Field::Links, at),
                href,
            }),
            emails: each(self.emails, |at, t| Email {
                address: t.to_lowercase(),
                words: words_at(t, Field::Emails, at),
            }),
            phones: each(self.phones, |at, t| words_at(t, Field::Phones, at)),
            handles: each(self.handles, |at, row| Handle {
                platform: row.platform,
                words: words_at(row.name.clone(), Field::Handles, at),
                name: row.name,
                own: row.own,
            }),
            connections: seen(self.connections.map(|number| Count {
                number,
                or_more: false,
                words: words(format!("{number} connections"), Field::Connections),
            })),
            followers: Found::NotLoaded,
            joined: seen(transposed(joined)?),
            verified: seen(self.verified.map(|t| words(t, Field::Verified))),
            local_time: seen(self.local_time.map(TimeRow::local_time)),
            widgets: each(self.widgets, |at, t| words_at(t, Field::Widgets, at)),
            unopened: 0,
            writers: listed(self.writers, Field::Writers),
            unseen: listed(self.unseen, Field::Unseen),
            texts: each(self.texts, |at, t| words_at(t, Field::Text, at)),
        })
    }
}

/// Malformed inside: absent altogether.
#[allow(clippy::option_option)] // outer: well-formed; inner: written at all
fn transposed<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(inner) => inner.map(Some),
    }
}

fn joined(text: String) -> Option<Dated> {
    Some(Dated {
        date: year_month(&text)?,
        words: words(text, Field::Joined),
    })
}

impl TimeRow {
    fn local_time(self) -> LocalTime {
        let shown = self.words.unwrap_or_else(|| {
            let minutes = self.offset.unwrap_or(0);
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("UTC {sign}{:02}:{:02}", minutes / 60, minutes % 60)
        });
        LocalTime {
            offset: self.offset,
            clock: self.clock,
            words: words(shown, Field::LocalTime),
        }
    }
}

impl PositionRow {
    fn position(self, at: u32) -> Option<Position> {
        let place = |field| move |text| words_at(text, field, at);
        Some(Position {
            title: self.title.map(place(Field::PositionTitle)),
            employer: self.employer.map(place(Field::PositionEmployer)),
            employment: self.employment,
            place: self.place.map(place(Field::PositionPlace)),
            dates: dates(
                self.start.as_deref(),
                self.end.as_deref(),
                self.dates,
                Field::PositionDates,
                at,
            )?,
            text: self.text.map(place(Field::PositionText)),
        })
    }
}

impl EducationRow {
    fn education(self, at: u32) -> Option<Education> {
        Some(Education {
            school: Sensitive::new(words_at(self.school, Field::EducationSchool, at)),
            degree: self
                .degree
                .map(|text| words_at(text, Field::EducationDegree, at)),
            dates: dates(
                self.start.as_deref(),
                self.end.as_deref(),
                None,
                Field::EducationDates,
                at,
            )?,
        })
    }
}

#[allow(clippy::option_option)] // outer: well-formed; inner: written at all
fn dates(
    start: Option<&str>,
    end: Option<&str>,
    shown: Option<String>,
    field: Field,
    at: u32,
) -> Option<Option<Dates>> {
    if start.is_none() && end.is_none() {
        return Some(None);
    }
    let parts: Vec<&str> = start.into_iter().chain(end).collect();
    let text = shown.unwrap_or_else(|| parts.join(" – "));
    let end = match end {
        None => None,
        Some("present") => Some(End::Present),
        Some(end) => Some(End::Date(year_month(end)?)),
    };
    let start = match start {
        None => None,
        Some(start) => Some(year_month(start)?),
    };
    let words = words_at(text, field, at);
    Some(Some(Dates { start, end, words }))
}

fn year_month(text: &str) -> Option<YearMonth> {
    match text.split_once('-') {
        None => Some(YearMonth::year(text.parse().ok()?)),
        Some((year, month)) => Some(YearMonth::month(year.parse().ok()?, month.parse().ok()?)),
    }
}

/// Samples that do not do what they say, as `file:line: reason`; none when all is right.
///
/// ```
/// assert_eq!(touchstone::indicators::samples::problems(), Vec::<String>::new());
/// ```
pub fn problems() -> Vec<String> {
    match all() {
        Ok(samples) => samples.iter().flat_map(Sample::problems).collect(),
        Err(malformed) => vec![malformed],
    }
}

impl Sample {
    fn problems(&self) -> Vec<String> {
        let verdict = super::assess(&self.case, self.today);
        let mut lines = verdict.hits.iter().chain(&verdict.for_the_person);
        let mine = lines.find(|hit| hit.id == self.indicator);
        let said = |hit: &crate::report::Hit, words: &str| {
            hit.evidence.iter().any(|span| span.words.contains(words))
        };
        let wrong = match mine {
            None if self.fires => vec![format!("does not fire, but {}", self.because)],
            Some(_) if !self.fires => vec![format!("fires, but {}", self.because)],
            None => Vec::new(),
            Some(hit) => {
                let expected = self.expect_words.iter();
                let missing = expected.filter(|words| !said(hit, words));
                missing
                    .map(|words| format!("the evidence does not hold «{words}»"))
                    .collect()
            }
        };
        wrong
            .iter()
            .map(|reason| format!("{}:{}: {reason}", self.file, self.line))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first sample of the list, spoilt.
    fn check(spoil: impl Fn(&mut Sample), expect: &str) {
        let mut sample = all().unwrap().into_iter().find(|one| one.fires).unwrap();
        assert!(sample.problems().is_empty());
        spoil(&mut sample);
        let problems = sample.problems();
        let place = format!("{}:{}: ", sample.file, sample.line);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(
            problems[0].starts_with(&place) && problems[0].contains(expect),
            "{problems:?}"
        );
    }

    #[test]
    fn a_sample_that_does_not_do_what_it_says_is_named() {
        check(|sample| sample.case.sources.clear(), "does not fire, but");
        check(|sample| sample.fires = false, "fires, but");
        check(
            |sample| sample.expect_words.push("no such words".to_owned()),
            "«no such words»",
        );
    }
}
