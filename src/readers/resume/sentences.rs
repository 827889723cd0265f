//! Positions written as sentences: "Worked as a baker with Pain & Co from May 2016 to June 2018."

use super::jobs::Job;
use super::rows::{Row, trimmed};
use super::tidy::without_bullet;
use crate::profile::{Dates, Field, Place, Words};
use crate::readers::{dates, words};

/// How such a sentence begins.
const BEGINNINGS: &[&str] = &[
    "worked ",
    "working ",
    "presently working ",
    "currently working ",
    "now working ",
    "had worked ",
    "have worked ",
    "i worked ",
    "i have worked ",
    "i am working ",
    "employed ",
];

/// Rows that a sentence can run over.
const ROWS: usize = 3;

/// The positions of a section that is written in sentences; none when it is not.
pub(super) fn jobs(rows: &[Row]) -> Vec<Job> {
    let begins = |row: &Row| {
        let text = without_bullet(&row.text).to_lowercase();
        BEGINNINGS.iter().any(|start| text.starts_with(start))
    };
    let starts: Vec<usize> = (0..rows.len())
        .filter(|at| rows.get(*at).is_some_and(begins))
        .collect();
    let mut out = Vec::new();
    for (at, start) in starts.iter().enumerate() {
        let next = starts.get(at + 1).copied().unwrap_or(rows.len());
        let sentence = (1..=ROWS).find_map(|count| {
            let end = (start + count).min(next);
            let texts: Vec<&str> = rows
                .get(*start..end)?
                .iter()
                .map(|row| row.text.as_str())
                .collect();
            let text = texts.join(" ");
            job(without_bullet(&text)).map(|job| (job, end))
        });
        if let Some((mut job, end)) = sentence {
            let told = rows.get(end..next).unwrap_or_default().iter();
            job.text = told.map(|row| row.text.clone()).collect();
            out.push(job);
        }
    }
    out
}

fn job(text: &str) -> Option<Job> {
    if text.len() > 400 {
        return None;
    }
    let range = dates::find(text)?;
    let said = text.get(..range.from)?;
    let title = said.split_once(" as ").map(|(_, rest)| upto(rest, WHERE));
    let title = title.map(|title| {
        let bare = ["a ", "an ", "the ", "A ", "An "]
            .iter()
            .find_map(|article| title.strip_prefix(article));
        trimmed(bare.unwrap_or(title))
    });
    let employer = said.get(
        WHERE
            .iter()
            .filter_map(|word| named_after(said, word))
            .min()?..,
    )?;
    let employer = upto(
        employer,
        &[
            " as ",
            ", ",
            " from ",
            " since ",
            " for ",
            " located ",
            " (",
        ],
    );
    let named = Some(trimmed(employer)).filter(|name| (2..=80).contains(&name.chars().count()));
    Some(Job {
        title: title.filter(|title| (2..=80).contains(&title.chars().count())),
        employer: named.filter(|name| words::place_score(name) < 2),
        dates: Some(Dates {
            start: range.start,
            end: range.end,
            words: Words {
                text: text.get(range.from..range.to)?.to_owned(),
                place: Place::of(Field::PositionDates),
            },
        }),
        ..Job::default()
    })
}

/// Words before an employer.
const WHERE: &[&str] = &[" with ", " at ", " in ", " for "];

/// A text up to the first of some words.
fn upto<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let at = words.iter().filter_map(|word| text.find(word)).min();
    text.get(..at.unwrap_or(text.len())).unwrap_or(text)
}

/// Where a name begins that follows `word`.
fn named_after(text: &str, word: &str) -> Option<usize> {
    let mut ends = text.match_indices(word).map(|(at, _)| at + word.len());
    ends.find(|at| {
        let rest = text.get(*at..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    })
}
