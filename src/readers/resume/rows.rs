//! Rows: the pieces of one line together, and the date range that a row is about.

use super::lexicon::{self, List};
use super::tidy::{is_bullet, without_bullet};
use crate::blocks::Block;
use crate::profile::{Dates, End, Field, Place, Words};
use crate::readers::dates;

/// What stands in one line.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its pieces, joined by [`JOINT`].
    pub(super) text: String,
    /// Whether it is the heading of an entry.
    pub(super) heading: bool,
    /// Whether a blank line is above it.
    pub(super) gap: bool,
}

/// What stands between the pieces of a row.
pub(super) const JOINT: &str = " | ";

/// Longest row that can be about a date range, in bytes.
const LONGEST: usize = 240;

/// A row that is about a date range.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// Which row.
    pub(super) row: usize,
    /// The range.
    pub(super) dates: Dates,
    /// What the row says before and after it.
    pub(super) rest: Vec<String>,
}

/// Which dates a row can be about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Ranges, and single dates with a duration.
    Ranges,
    /// Also single dates.
    Singles,
}

/// The rows of a section.
pub(super) fn rows(body: &[Block]) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut line = None;
    for block in body {
        match (line == Some(block.line), out.last_mut()) {
            (true, Some(row)) => {
                row.text.push_str(JOINT);
                row.text.push_str(&block.text);
            }
            _ => out.push(Row {
                text: block.text.clone(),
                heading: block.heading > 0,
                gap: line.is_none_or(|line| block.line > line + 1),
            }),
        }
        line = Some(block.line);
    }
    out
}

/// The rows that are about a date range. Ranges in list items count only where no other row
/// has one: elsewhere they date what is told about a position.
pub(super) fn anchors(rows: &[Row], wanted: Wanted) -> Vec<Anchor> {
    let found = rows.iter().enumerate();
    let found: Vec<Anchor> = found
        .filter_map(|(i, row)| anchor(i, row, wanted))
        .collect();
    let bulleted = |anchor: &Anchor| rows.get(anchor.row).is_some_and(|row| is_bullet(&row.text));
    if found.iter().all(bulleted) {
        return found;
    }
    found
        .into_iter()
        .filter(|anchor| !bulleted(anchor))
        .collect()
}

fn anchor(index: usize, row: &Row, wanted: Wanted) -> Option<Anchor> {
    if row.text.len() > LONGEST {
        return None;
    }
    let text = without_bullet(&row.text);
    let found = in_text(index, text, wanted);
    // "2019 – | 2021": a date in two pieces.
    found.or_else(|| in_text(index, &text.replace(JOINT, " "), wanted))
}

fn in_text(index: usize, text: &str, wanted: Wanted) -> Option<Anchor> {
    let range = dates::find(text)
        .filter(|range| is_about(text, *range))
        .or_else(|| lone(text, wanted))?;
    let before = text.get(..range.from).unwrap_or_default();
    let after = after_duration(text.get(range.to..).unwrap_or_default());
    let label = lexicon::label(before);
    let rest = [before, after].into_iter().filter(|_| label.is_none());
    Some(Anchor {
        row: index,
        dates: Dates {
            start: range.start,
            end: range.end,
            words: Words {
                text: text.get(range.from..range.to)?.to_owned(),
                place: Place::of(Field::PositionDates),
            },
        },
        rest: rest.map(trimmed).filter(|part| says(part)).collect(),
    })
}

/// A single date that the row is about.
fn lone(text: &str, wanted: Wanted) -> Option<dates::Range> {
    let single = dates::single(text);
    let lasts = single.filter(|single| {
        let rest = text.get(single.to..).unwrap_or_default();
        dates::is_duration(rest.trim_start_matches([' ', '·', '•', '|', ',']))
    });
    if let Some(single) = lasts {
        let end = single.start.map(End::Date);
        return Some(dates::Range { end, ..single });
    }
    if wanted == Wanted::Ranges {
        return None;
    }
    let named = lexicon::holds(List::School, text) || lexicon::holds(List::Degree, text);
    single.or_else(|| dates::any(text).filter(|_| named && !is_personal(text)))
}

/// Whether a row tells of the person: a birthday is no education.
fn is_personal(text: &str) -> bool {
    lexicon::labelled(text).is_some_and(|(label, _)| lexicon::own(label).is_some())
}

/// Whether a row is about the range in it: it begins with it, ends with it after a few words,
/// or is mostly it. A sentence that mentions dates is none of these.
fn is_about(text: &str, range: dates::Range) -> bool {
    let blank = |part: Option<&str>| part.is_some_and(|part| !says(part));
    let before = text.get(..range.from).unwrap_or_default();
    let (starts, ends) = (blank(Some(before)), blank(text.get(range.to..)));
    let lower = text.starts_with(char::is_lowercase);
    let mostly = (range.to - range.from) * 5 >= text.len() * 2;
    if lexicon::label(before).is_some() {
        return true;
    }
    let goes_on = text.get(range.to..).map_or("", str::trim_start);
    let parted = ends || goes_on.starts_with([':', '|', '–', '-', '—', ',']);
    if range.since && !(starts && parted) || lower && !starts {
        return false; // "Since 2016 at Acme.", "and kept it from 2016 to 2018"
    }
    let sentence = text.ends_with('.') && !mostly;
    let piece = text.get(range.to..).is_some_and(|rest| {
        let rest = rest.trim_start_matches([')', ' ']);
        rest.starts_with(['|', '•', '·', '(', ',']) && text.len() < 160
    });
    !sentence && (starts || ends && before.chars().count() <= 110 || mostly || piece)
}

/// What follows a range, without how long it lasted.
fn after_duration(rest: &str) -> &str {
    let inner = rest.trim_start().strip_prefix('(');
    match inner.and_then(|inner| inner.split_once(')')) {
        Some((lasted, after)) if dates::is_duration(lasted) => after,
        _ => rest,
    }
}

/// Without the signs around it.
pub(super) fn trimmed(text: &str) -> String {
    let around = |c: char| c.is_whitespace() || "|,;·•:–—-→[]".contains(c);
    let text = text.trim_matches(around);
    let text = text.strip_suffix('(').unwrap_or(text);
    let text = text.strip_prefix(')').unwrap_or(text).trim_matches(around);
    // A bracket that the dates stood in.
    let (opened, closed) = (text.matches('(').count(), text.matches(')').count());
    let text = if closed > opened {
        text.trim_end_matches(')')
    } else {
        text
    };
    text.trim_matches(around).to_owned()
}

fn says(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !dates::is_duration(text)
}

/// Whether a row can belong to the header of an entry: short, no list item, no sentence, and
/// not the end of the line above.
pub(super) fn is_header(rows: &[Row], at: usize) -> bool {
    let Some(row) = rows.get(at) else {
        return false;
    };
    let text = row.text.as_str();
    if row.heading || text.len() > 400 {
        return row.heading;
    }
    let open = |above: &Row| {
        let long = above.text.chars().count() >= 70;
        long && !row.gap && !above.text.ends_with(['.', ':', ';', '!', '?'])
    };
    let above = at.checked_sub(1).and_then(|at| rows.get(at));
    let sentence = text.ends_with(['.', ';', ',', ':']) && !is_abbreviated(text);
    let head = text
        .split(JOINT)
        .all(|cell| lexicon::is_one(List::Table, cell));
    text.chars().count() <= 100
        && !is_bullet(text)
        && !sentence
        && !head
        && !text.starts_with(|c: char| c.is_lowercase() || c == ':')
        && !is_told(text)
        && text.chars().any(char::is_alphabetic)
        && !above.is_some_and(open)
        && !lexicon::is_one(List::Inside, text)
}

/// Whether a text ends in the dot of a name, not of a sentence: "Boreal S.A.", "Ardoise Inc."
fn is_abbreviated(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let letters = last.chars().filter(|c| *c != '.').count();
    let dotted = last.matches('.').count() >= 2 && letters <= 4;
    dotted || text.ends_with('.') && lexicon::is_company(text) && letters <= 5
}

/// Whether a row tells what was done: "Built the ledger".
fn is_told(text: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "built", "led", "made", "ran", "wrote", "kept", "set", "took", "grew", "brought", "taught",
        "sold", "won", "held", "cut", "drove", "oversaw", "using", "working",
    ];
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let past = first.len() >= 5 && first.ends_with("ed") || IRREGULAR.contains(&first.as_str());
    past && words.next().is_some() && !lexicon::is_role(text) && !lexicon::is_company(text)
}
