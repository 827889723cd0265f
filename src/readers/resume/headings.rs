//! Sections of a text: headings have no element, so their words and their look must say it.
//!
//! A heading stands alone in its line and is short. Known words are enough; other words count
//! when the line looks like a heading and no dates follow it at once, as they do below the
//! header of an entry.

use super::lexicon::{self, List};
use super::tidy::is_bullet;
use crate::blocks::Block;
use crate::readers::dates;
use crate::readers::sections::Found;
use crate::readers::words::{self, Section};

/// The sections of a text, in order.
pub(super) fn split(blocks: &[Block]) -> Vec<Found> {
    let look = Look::of(blocks);
    let mut out: Vec<Found> = Vec::new();
    let mut level = 7;
    for (index, block) in blocks.iter().enumerate() {
        let kind = kind(blocks, index, look);
        let ends = block.heading > 0 && block.heading <= level && !dated_below(blocks, index);
        if kind.is_none() && (!ends || out.is_empty()) {
            continue;
        }
        if let Some(last) = out.last_mut() {
            last.body.end = index;
        }
        if kind == Some(Section::Stop) {
            return out;
        }
        if block.heading > 0 {
            level = block.heading;
        }
        out.push(Found {
            kind,
            heading: index,
            body: index + 1..blocks.len(),
        });
    }
    out
}

/// How a text writes its headings.
#[derive(Clone, Copy)]
struct Look {
    /// As headings of the file.
    headed: bool,
    /// In capitals.
    capitals: bool,
}

impl Look {
    fn of(blocks: &[Block]) -> Self {
        let core = |block: &&Block| {
            let kind = words::section(&block.text);
            kind.is_some_and(|kind| !matches!(kind, Section::Other | Section::Stop))
        };
        let cased = |block: &&Block| block.text.chars().any(char::is_uppercase);
        let known: Vec<&Block> = blocks.iter().filter(core).filter(cased).collect();
        let upper = known
            .iter()
            .filter(|block| is_capitals(&block.text))
            .count();
        Self {
            headed: known.iter().filter(|block| block.heading > 0).count() >= 2,
            capitals: upper >= 2 && upper == known.len(),
        }
    }

    /// Whether a line that is no heading of the file looks like the others.
    fn fits(self, block: &Block, exact: bool, kind: Section) -> bool {
        let main = matches!(kind, Section::Experience | Section::Education);
        if block.heading > 0 {
            return true;
        }
        if self.headed {
            return exact && main;
        }
        exact && main || !self.capitals || is_capitals(&block.text)
    }
}

fn is_capitals(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

fn kind(blocks: &[Block], index: usize, look: Look) -> Option<Section> {
    let block = blocks.get(index)?;
    if !is_alone(blocks, index) || block.text.len() > 90 {
        return None;
    }
    if index < 5 && lexicon::is_one(List::Document, &block.text) {
        return None; // the title of the document, which in French is also a summary
    }
    let exact = words::section(bare(&block.text));
    let kind = exact.or_else(|| loose(blocks, index))?;
    if kind == Section::Stop {
        return Some(kind);
    }
    look.fits(block, exact.is_some(), kind).then_some(kind)
}

/// Without the signs that frame a heading: "【职业经历】", "-: Skills :-".
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_alone(blocks: &[Block], index: usize) -> bool {
    let line = blocks.get(index).map(|block| block.line);
    let beside = |at: Option<usize>| {
        at.and_then(|at| blocks.get(at))
            .is_some_and(|block| Some(block.line) == line)
    };
    !beside(index.checked_sub(1)) && !beside(Some(index + 1))
}

/// A heading in words that no list has: "Overseas Working Experience".
fn loose(blocks: &[Block], index: usize) -> Option<Section> {
    let block = blocks.get(index)?;
    let text = block.text.as_str();
    let inner = text.trim_end_matches(|c: char| c.is_whitespace() || ":-：".contains(c));
    let words = inner.split_whitespace().count();
    let signs = inner.contains(|c: char| c.is_ascii_digit() || ".,;:@|!?".contains(c));
    let item = is_bullet(text) && block.heading == 0;
    let written = !signs && !item && !inner.starts_with(char::is_lowercase);
    let short = words <= 5 && inner.chars().count() <= 45;
    if !written || !short || lexicon::is_role(inner) && !is_capitals(inner) {
        return None;
    }
    let kind = lexicon::heading(inner)?;
    let titled = inner == text || is_capitals(inner) || text.ends_with([':', '：', '-']);
    let main = matches!(kind, Section::Experience | Section::Education);
    let capital = inner.split_whitespace().filter(|word| word.len() > 3);
    let capital = capital.clone().count() == 0
        || capital
            .filter(|word| word.starts_with(char::is_lowercase))
            .count()
            <= 1;
    let clear = block.heading > 0 || main || !dated_below(blocks, index);
    (titled && capital && clear).then_some(kind)
}

/// Whether a line with nothing but dates stands just below, as under the header of an entry.
fn dated_below(blocks: &[Block], index: usize) -> bool {
    let below = blocks.get(index + 1..index + 3).unwrap_or_default();
    let is_dates = |block: &Block| {
        let range = dates::find(&block.text).or_else(|| dates::single(&block.text));
        range.is_some_and(|range| (range.to - range.from) * 2 >= block.text.len())
    };
    below.iter().any(is_dates)
}

/// Whether a section shows people who vouch for the candidate: their contacts are theirs.
pub(super) fn is_references(blocks: &[Block], section: &Found) -> bool {
    named(blocks, section, List::References)
}

/// Whether a section shows the candidate's own contacts.
pub(super) fn is_contact(blocks: &[Block], section: &Found) -> bool {
    named(blocks, section, List::Contact)
}

fn named(blocks: &[Block], section: &Found, list: List) -> bool {
    let heading = blocks.get(section.heading);
    heading.is_some_and(|heading| lexicon::is_one(list, &heading.text))
}
