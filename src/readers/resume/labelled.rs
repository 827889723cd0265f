//! Positions written as a form: "Company: …", "Designation: …", "Duration: …".
//!
//! The order of the labels is the candidate's own; a label that comes again begins the next
//! position.

use super::jobs::Job;
use super::lexicon::{self, Label};
use super::rows::{JOINT, Row, trimmed};
use super::tidy::without_bullet;
use crate::profile::{Dates, Field, Place, Words};
use crate::readers::dates;

/// The positions of a section that is a form; none when it is not.
pub(super) fn jobs(rows: &[Row]) -> Vec<Job> {
    let mut out: Vec<Job> = Vec::new();
    let mut job = Job::default();
    for row in rows {
        let found = fields(&row.text);
        if found.is_empty() {
            job.text.push(row.text.clone());
            continue;
        }
        if found.iter().any(|(label, _)| has(&job, *label)) {
            out.push(std::mem::take(&mut job));
        }
        for (label, value) in found {
            set(&mut job, label, value);
        }
    }
    out.push(job);
    out.retain(|job| job.dates.is_some() && (job.title.is_some() || job.employer.is_some()));
    out
}

/// The labels of a row with their values: one, or one a piece.
fn fields(text: &str) -> Vec<(Label, String)> {
    let text = without_bullet(text);
    if text.len() > 240 {
        return Vec::new();
    }
    let text = text.replace(" | :", ":").replace(": | ", ": ");
    let pieces = text.split(JOINT).filter_map(|piece| {
        let (label, value) = lexicon::labelled(piece)?;
        let value = trimmed(value);
        Some((lexicon::label(label)?, value)).filter(|(_, value)| !value.is_empty())
    });
    pieces
        .filter(|(label, value)| *label != Label::Dates || of_dates(value).is_some())
        .collect()
}

fn has(job: &Job, label: Label) -> bool {
    match label {
        Label::Employer => job.employer.is_some(),
        Label::Title => job.title.is_some(),
        Label::Dates => job.dates.is_some(),
        Label::Place => job.place.is_some(),
    }
}

fn set(job: &mut Job, label: Label, value: String) {
    match label {
        Label::Employer => job.employer = Some(value),
        Label::Title => job.title = Some(value),
        Label::Dates => job.dates = of_dates(&value),
        Label::Place => job.place = Some(value),
    }
}

fn of_dates(text: &str) -> Option<Dates> {
    let range = dates::find(text)?;
    Some(Dates {
        start: range.start,
        end: range.end,
        words: Words {
            text: text.get(range.from..range.to)?.to_owned(),
            place: Place::of(Field::PositionDates),
        },
    })
}
