//! From letters with places to lines in reading order.
//!
//! Letters join to pieces along their baseline, pieces to rows, and where rows leave a gutter
//! between two bodies of text, those are columns and are read one after the other. A narrow
//! column whose rows all stand beside rows of the other (dates beside positions) is a table and
//! is read row by row.

use super::ink::Letter;
use super::turn;
use crate::blocks::Anchor;
use hayro_interpret::kurbo::Rect;

mod columns;
mod pieces;

/// A piece of a line: letters that belong together without a wide gap.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) text: String,
    /// From the left to the right end, from the top of its letters to the baseline.
    pub(super) rect: Rect,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) links: Vec<Anchor>,
}

/// A line: pieces on one baseline, from left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// Height of the baseline on the page; grows downwards.
    pub(super) y: f64,
}

impl Line {
    /// Its text; pieces are parted by a blank.
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.pieces.iter().map(|piece| &*piece.text).collect();
        texts.join(" ")
    }
}

/// The lines of a page in reading order.
pub(super) fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut out = Vec::new();
    for quarter in 0..4 {
        let turned: Vec<Letter> = letters
            .iter()
            .filter(|letter| letter.turn == quarter)
            .map(turn::upright)
            .collect();
        let rows = pieces::rows(&turned);
        out.extend(columns::order(rows));
    }
    out.retain(|line| !line.pieces.is_empty());
    out
}

/// Which sizes of letters are headings, over the whole file.
pub(super) struct Levels {
    /// Sizes of headings in half points, largest first.
    sizes: Vec<i64>,
}

/// Longer lines are text, whatever their size.
const LONGEST_HEADING: usize = 60;

impl Levels {
    /// Letters a good deal larger than most are headings.
    pub(super) fn of(pages: &[Vec<Line>]) -> Self {
        let mut count = std::collections::BTreeMap::<i64, usize>::new();
        for piece in pages.iter().flatten().flat_map(|line| &line.pieces) {
            *count.entry(half_points(piece.size)).or_default() += piece.text.len();
        }
        let body = count.iter().max_by_key(|(_, letters)| **letters);
        let body = body.map_or(0, |(size, _)| *size);
        let sizes = count.keys().rev().filter(|size| **size * 20 >= body * 23);
        Self {
            sizes: sizes.copied().take(6).collect(),
        }
    }

    /// 1 to 6 for a heading, 0 otherwise.
    pub(super) fn level(&self, line: &Line) -> u8 {
        let [piece] = line.pieces.as_slice() else {
            return 0;
        };
        if piece.text.chars().count() > LONGEST_HEADING {
            return 0;
        }
        let size = half_points(piece.size);
        let rank = self.sizes.iter().position(|heading| *heading == size);
        rank.map_or(0, |rank| rank as u8 + 1)
    }
}

/// A size in half points, rounded.
fn half_points(size: f64) -> i64 {
    // `as` saturates, so an odd size is only odd
    (size * 2.0).round() as i64
}
