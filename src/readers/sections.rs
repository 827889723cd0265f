//! Sections: what stands under which heading.
//!
//! A heading is a heading element, or a short line of its own that equals a section word. A
//! section ends at the next heading of the same or a higher level, or at a known one.

use super::words::{self, Section};
use crate::blocks::Block;
use std::ops::Range;

/// A section of a page or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What its heading announces; absent for a heading that no list knows.
    pub(super) kind: Option<Section>,
    /// Index of the heading's block.
    pub(super) heading: usize,
    /// The blocks after the heading.
    pub(super) body: Range<usize>,
}

/// What the lines of a page announce, as far as a list knows it: looked up once for each.
pub(super) fn announced(blocks: &[Block]) -> Vec<Option<Section>> {
    let kinds = blocks.iter().map(|block| words::section(&block.text));
    kinds.collect()
}

/// The sections, in order. Nothing after a stop heading is in any.
pub(super) fn split(blocks: &[Block], announced: &[Option<Section>]) -> Vec<Found> {
    let headed = is_headed(blocks, announced);
    let mut out: Vec<Found> = Vec::new();
    let mut level = 7;
    for (index, block) in blocks.iter().enumerate() {
        let kind = kind(blocks, announced, index, headed);
        if kind == Some(Section::Stop) {
            close(&mut out, index);
            return out;
        }
        let ends = block.heading > 0 && block.heading <= level;
        if !ends && block.heading > 0 && is_read(out.last()) {
            continue; // a job called "Volunteer" is no section
        }
        if kind.is_none() && (!ends || out.is_empty()) {
            continue;
        }
        close(&mut out, index);
        if block.heading > 0 || kind.is_some() {
            level = if block.heading > 0 {
                block.heading
            } else {
                level
            };
            out.push(Found {
                kind,
                heading: index,
                body: index + 1..blocks.len(),
            });
        }
    }
    out
}

/// Whether a section is one that fields are read from.
fn is_read(section: Option<&Found>) -> bool {
    section
        .is_some_and(|section| !matches!(section.kind, None | Some(Section::Other | Section::Stop)))
}

/// Where what belongs to the candidate ends: the first stop heading, or the end.
pub(super) fn end(blocks: &[Block], announced: &[Option<Section>]) -> usize {
    let headed = is_headed(blocks, announced);
    (0..blocks.len())
        .find(|index| kind(blocks, announced, *index, headed) == Some(Section::Stop))
        .unwrap_or(blocks.len())
}

/// Whether the page marks its sections as headings. Then a line that merely says "Projects"
/// in somebody's description opens none.
fn is_headed(blocks: &[Block], announced: &[Option<Section>]) -> bool {
    blocks
        .iter()
        .zip(announced)
        .filter(|(block, kind)| block.heading > 0 && kind.is_some())
        .count()
        >= 2
}

fn close(out: &mut [Found], index: usize) {
    if let Some(last) = out.last_mut() {
        last.body.end = last.body.end.min(index);
    }
}

fn kind(
    blocks: &[Block],
    announced: &[Option<Section>],
    index: usize,
    headed: bool,
) -> Option<Section> {
    let block = blocks.get(index)?;
    let kind = (*announced.get(index)?)?;
    if headed && block.heading == 0 && kind != Section::Stop {
        return None;
    }
    let alone = |other: Option<usize>| {
        other
            .and_then(|i| blocks.get(i))
            .is_none_or(|other| other.line != block.line)
    };
    let line_of_its_own =
        alone(index.checked_sub(1)) && alone(Some(index + 1)) && block.links.is_empty();
    (block.heading > 0 || line_of_its_own).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    fn check(text: &str, expect: &str) {
        let blocks = of_text(text);
        let found: Vec<String> = split(&blocks, &announced(&blocks))
            .iter()
            .map(|found| format!("{}:{}", blocks[found.heading].text, found.body.len()))
            .collect();
        assert_eq!(found.join(" "), expect);
    }

    #[test]
    fn sections_of_a_text() {
        check(
            "Jo\nExperience\nBaker\n2019 – 2021\nEducation\nA school",
            "Experience:2 Education:1",
        );
        check(
            "Jo\n## Experience\n### Baker\n2019\n## Whatever\nx",
            "Experience:2 Whatever:1",
        );
        check(
            "## Experience\n### Baker\n2019\n### Volunteer\n2018\n## Skills\nx",
            "Experience:4 Skills:1",
        );
        check(
            "Experience\nBaker\nPeople also viewed\nEducation\nx",
            "Experience:1",
        );
    }
}
