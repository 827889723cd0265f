//! The positions of a text: as a form, as sentences, or as a timeline.

use super::lexicon::{self, List};
use super::roles::{Roles, is_freelance, roles};
use super::timeline::{Entry, Kind, entries};
use super::{labelled, rows, sentences};
use crate::blocks::Block;
use crate::profile::{Dates, End, Field, Place, Position, Words};
use crate::readers::words::{self, Section};

/// A position in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Job {
    pub(super) title: Option<String>,
    pub(super) employer: Option<String>,
    pub(super) place: Option<String>,
    pub(super) employment: Option<String>,
    pub(super) dates: Option<Dates>,
    pub(super) text: Vec<String>,
}

/// The positions of a section, numbered from `first`.
pub(in crate::readers) fn positions(body: &[Block], first: usize) -> Vec<Position> {
    let rows = rows::rows(body);
    let timeline = of_entries(entries(&rows, Kind::Job));
    let ways = [labelled::jobs(&rows), sentences::jobs(&rows), timeline];
    let most = ways.iter().map(Vec::len).max().unwrap_or(0);
    let best = ways.into_iter().find(|jobs| jobs.len() == most);
    let numbered = best.into_iter().flatten().enumerate();
    numbered
        .map(|(at, job)| position(job, (first + at) as u32))
        .collect()
}

fn position(job: Job, index: u32) -> Position {
    let at = |field, text: String| Words {
        text,
        place: Place::at(field, index),
    };
    let mut dates = job.dates;
    if let Some(dates) = &mut dates {
        dates.words.place = Place::at(Field::PositionDates, index);
    }
    let told: Vec<String> = once_each(job.text);
    Position {
        title: job.title.map(|text| at(Field::PositionTitle, text)),
        employer: job.employer.map(|text| at(Field::PositionEmployer, text)),
        employment: job.employment,
        place: job.place.map(|text| at(Field::PositionPlace, text)),
        dates,
        text: (!told.is_empty()).then(|| at(Field::PositionText, told.join("\n"))),
    }
}

fn once_each(lines: Vec<String>) -> Vec<String> {
    let mut known = std::collections::HashSet::new();
    let mut out = lines;
    out.retain(|line| known.insert(line.clone()));
    out
}

fn of_entries(found: Vec<Entry>) -> Vec<Job> {
    let mut out: Vec<Job> = Vec::new();
    let mut group: Option<String> = None;
    for entry in found.into_iter().filter(|entry| !is_elsewhere(entry)) {
        let said = roles(&entry.header);
        let own = said.employer.is_some();
        if own || said.title.as_deref().is_none_or(is_freelance) {
            group = said
                .employer
                .clone()
                .filter(|_| said.heads || said.title.is_none());
        }
        let rows = entry.header.len();
        let mut job = job(said, entry);
        if let Some(last) = out.last_mut().filter(|_| !own && rows <= 1) {
            group = as_company(last, &job).or(group);
        }
        if !own && rows <= 1 && job.title.as_deref().is_some_and(lexicon::is_role) {
            job.employer.clone_from(&group);
        }
        if out.last().is_some_and(|last| is_group(last, &job)) {
            out.pop();
        }
        if job.title.is_some() || job.employer.is_some() {
            out.push(job);
        }
    }
    out
}

/// An entry of one piece that no list knows, with a role of its time right below it, is the
/// company of that role.
fn as_company(entry: &mut Job, role: &Job) -> Option<String> {
    let title = entry.title.as_deref()?;
    let unknown = entry.employer.is_none() && !lexicon::is_role(title) && entry.text.is_empty();
    let works = role.title.as_deref().is_some_and(lexicon::is_role);
    if !unknown || !works || !holds(entry, role) {
        return None;
    }
    entry.employer = entry.title.take();
    entry.employer.clone()
}

fn job(said: Roles, entry: Entry) -> Job {
    let mut text = entry.text;
    let mut place = said.place;
    let first = text.first().map(String::as_str).unwrap_or_default();
    if place.is_none() && words::place_score(first) >= 3 {
        place = Some(text.remove(0));
    }
    Job {
        title: said.title,
        employer: said.employer,
        place,
        employment: said.employment,
        dates: Some(entry.dates),
        text,
    }
}

/// Whether an entry is the company over the role that follows: an employer alone, whose dates
/// hold the role's.
fn is_group(company: &Job, role: &Job) -> bool {
    let alone = company.title.is_none() && company.text.is_empty();
    let same = company.employer.is_some() && company.employer == role.employer;
    alone && same && role.title.is_some() && holds(company, role)
}

/// Whether the dates of one entry hold those of the other.
fn holds(outer: &Job, inner: &Job) -> bool {
    let (Some(outer), Some(inner)) = (&outer.dates, &inner.dates) else {
        return false;
    };
    let ends = match (outer.end, inner.end) {
        (Some(End::Date(outer)), Some(End::Date(inner))) => inner.earliest() <= outer.latest(),
        (Some(End::Date(_)), _) => false,
        _ => true,
    };
    let starts = outer
        .start
        .zip(inner.start)
        .is_some_and(|(outer, inner)| outer.earliest() <= inner.latest());
    starts && ends
}

/// Whether an entry says by itself that it is no position: it is labelled "Education", or is a
/// degree of a school.
fn is_elsewhere(entry: &Entry) -> bool {
    let texts = || entry.header.iter().flatten();
    let labels = texts().filter_map(|text| text.split_once(':'));
    let mut kinds = labels.filter_map(|(label, _)| words::section(label));
    let holds = |list| texts().any(|text| lexicon::holds(list, text));
    let works = texts().any(|text| lexicon::is_role(text));
    kinds.any(|kind| kind != Section::Experience)
        || holds(List::School) && holds(List::Degree) && !works
}
