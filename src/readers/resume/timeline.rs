//! Entries of a section of a text: which rows belong to which date range.
//!
//! A candidate writes all entries of a section in one way, so the first one shows the way: rows
//! above its dates, or the rows below them, are its header. Knows lines and dates; what a
//! header says is read by `roles` and `schools`.

use super::lexicon::{self, List};
use super::rows::{Anchor, Row, Wanted, anchors, is_header};
use super::tidy::{is_bullet, without_bullet};
use crate::profile::Dates;
use crate::readers::words;

/// What the entries of a section are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Positions: title and employer.
    Job,
    /// Education: degree and school.
    School,
}

impl Kind {
    /// A title, or a degree.
    pub(super) fn is_what(self, text: &str) -> bool {
        match self {
            Self::Job => lexicon::is_role(text),
            Self::School => lexicon::holds(List::Degree, text),
        }
    }

    /// A company, or a school.
    pub(super) fn is_where(self, text: &str) -> bool {
        match self {
            Self::Job => lexicon::is_company(text),
            Self::School => lexicon::holds(List::School, text),
        }
    }

    const fn wanted(self) -> Wanted {
        match self {
            Self::Job => Wanted::Ranges,
            Self::School => Wanted::Singles,
        }
    }
}

/// An entry: its dates, its header row by row, and what is told about it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The date range.
    pub(super) dates: Dates,
    /// The rows of the header; of the row with the dates only the rest.
    pub(super) header: Vec<Vec<String>>,
    /// The rows after it.
    pub(super) text: Vec<String>,
}

/// The entries of a section, in order.
pub(super) fn entries(rows: &[Row], kind: Kind) -> Vec<Entry> {
    let anchors = anchors(rows, kind.wanted());
    let Some(first) = anchors.first() else {
        return Vec::new();
    };
    let way = Way::of(rows, first);
    let mut spans: Vec<Span> = Vec::with_capacity(anchors.len());
    for (at, anchor) in anchors.iter().enumerate() {
        let from = spans.last().map_or(0, |span| span.after);
        let next = anchors.get(at + 1).map_or(rows.len(), |next| next.row);
        spans.push(Span {
            first: way.above(rows, from, anchor.row),
            after: below(rows, anchor, next, way, kind),
        });
    }
    let ends = spans.iter().skip(1).map(|span| span.first);
    let ends: Vec<usize> = ends.chain([rows.len()]).collect();
    let whole = anchors.into_iter().zip(&spans).zip(ends);
    whole
        .map(|((anchor, span), end)| entry(rows, anchor, *span, end))
        .collect()
}

/// The rows of a header: from `first` to before `after`.
#[derive(Clone, Copy)]
struct Span {
    first: usize,
    after: usize,
}

/// How the candidate writes an entry.
#[derive(Clone, Copy)]
struct Way {
    /// Rows above the one with the dates.
    above: usize,
    /// Whether no blank line parts them.
    tight: bool,
    /// Whether the header is a list item, with the dates below it.
    item: bool,
}

impl Way {
    /// At most three rows, as the first entry has them.
    fn of(rows: &[Row], first: &Anchor) -> Self {
        let above = (0..first.row).rev().take_while(|i| is_header(rows, *i));
        let above = above.take(3).count();
        let item = above == 0 && first.rest.is_empty() && is_item(rows, first.row);
        let inner = first.row + 1 - above..=first.row;
        let gap = |i: usize| rows.get(i).is_some_and(|row| row.gap);
        Self {
            above: above.max(usize::from(item)),
            tight: !inner.into_iter().any(gap),
            item,
        }
    }

    /// Where the header above the row `at` begins, looking back to `from`.
    fn above(self, rows: &[Row], from: usize, at: usize) -> usize {
        if self.item {
            return at - usize::from(at > from && is_item(rows, at));
        }
        let mut first = at;
        while first > from && at - first < self.above && is_header(rows, first - 1) {
            let parted = rows.get(first).is_some_and(|row| row.gap);
            if parted && self.tight {
                break;
            }
            first -= 1;
        }
        first
    }
}

/// Whether a short list item stands above the row `at`.
fn is_item(rows: &[Row], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|at| rows.get(at));
    above.is_some_and(|row| is_bullet(&row.text) && row.text.chars().count() <= 80)
}

/// Where the header ends: rows below the dates that complete what the row and those above say.
fn below(rows: &[Row], anchor: &Anchor, next: usize, way: Way, kind: Kind) -> usize {
    let mut after = anchor.row + 1;
    if way.above > 0 && anchor.rest.is_empty() {
        return after;
    }
    let mut said: Vec<String> = anchor.rest.clone();
    while after < next && said.len() < 3 && is_header(rows, after) {
        let Some(row) = rows.get(after) else { break };
        let what = said.iter().any(|text| kind.is_what(text));
        let whole = said.iter().any(|text| kind.is_where(text));
        let adds = !what && kind.is_what(&row.text) || !whole && kind.is_where(&row.text);
        let place = words::place_score(&row.text) >= 3;
        let ends = rows
            .get(after + 1)
            .is_none_or(|below| is_bullet(&below.text) || below.gap)
            || after + 1 == next
            || !is_header(rows, after + 1);
        let plain = said.len() + usize::from(way.above > 0) < 2 && !(what && whole) && ends;
        if !(adds || place || plain || said.is_empty()) {
            break;
        }
        said.push(row.text.clone());
        after += 1;
    }
    after
}

fn entry(rows: &[Row], anchor: Anchor, span: Span, end: usize) -> Entry {
    let texts = |from: usize, to: usize| rows.get(from..to).unwrap_or_default().iter();
    let mut header: Vec<Vec<String>> = Vec::new();
    header.extend(
        texts(span.first, anchor.row).map(|row| vec![without_bullet(&row.text).to_owned()]),
    );
    header.push(anchor.rest);
    header.extend(texts(anchor.row + 1, span.after).map(|row| vec![row.text.clone()]));
    header.retain(|row| !row.is_empty());
    let told = texts(span.after, end.max(span.after));
    let told = told.take_while(|row| !is_other_heading(row));
    Entry {
        dates: anchor.dates,
        header,
        text: told.map(|row| row.text.clone()).collect(),
    }
}

/// A heading that no list knows: in capitals, or with a colon after a blank line.
fn is_other_heading(row: &Row) -> bool {
    let text = row.text.as_str();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let cased = text.chars().any(char::is_uppercase);
    let capitals = cased && !text.chars().any(char::is_lowercase) && letters >= 4;
    let short = text.chars().count() <= 40 && !is_bullet(text);
    short && (capitals || row.gap && text.ends_with(':')) && !lexicon::is_one(List::Inside, text)
}
