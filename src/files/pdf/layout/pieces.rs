//! From letters to pieces and rows.

use super::{Line, Piece};
use crate::files::pdf::ink::Letter;
use hayro_interpret::kurbo::{Point, Rect};

/// Gaps, as shares of the height of the letters: from here on two words, from here on two pieces.
const WORD: f64 = 0.1;
const PIECE: f64 = 1.3;

/// How far letters of one line may stand from its baseline, as a share of their height.
const LEVEL: f64 = 0.3;

/// The rows of a page, from top to bottom.
pub(super) fn rows(letters: &[Letter]) -> Vec<Line> {
    into_rows(join(letters))
}

/// A piece in the making.
struct Growing {
    piece: Piece,
    /// Where its last letter ends.
    end: Point,
    last: Option<Letter>,
}

impl Growing {
    fn new(letter: &Letter) -> Self {
        let mut growing = Self {
            piece: Piece {
                rect: Rect::new(
                    letter.at.x,
                    letter.at.y - letter.size,
                    letter.at.x,
                    letter.at.y,
                ),
                size: letter.size,
                bold: letter.bold,
                ..Piece::default()
            },
            end: letter.at,
            last: None,
        };
        growing.push(letter);
        growing
    }

    /// Whether the letter goes on where this piece ends.
    fn takes(&self, letter: &Letter) -> bool {
        let size = self.piece.size.max(letter.size);
        let off = (letter.at.y - self.piece.rect.y1).abs();
        // an exponent or a footnote stands higher and is smaller
        let raised = letter.size < 0.8 * self.piece.size && off < 0.6 * size;
        let gap = letter.at.x - self.end.x;
        (off < LEVEL * size || raised) && gap < PIECE * size && gap > -0.5 * size
    }

    /// Some programs make letters bold by drawing them twice.
    fn repeats(&self, letter: &Letter) -> bool {
        self.last.as_ref().is_some_and(|last| {
            last.text == letter.text && last.at.distance(letter.at) < 0.1 * letter.size
        })
    }

    fn push(&mut self, letter: &Letter) {
        let size = self.piece.size.max(letter.size);
        if letter.at.x - self.end.x > WORD * size {
            self.piece.text.push(' ');
        }
        self.piece.text.push_str(&letter.text);
        self.end = Point::new(letter.at.x + letter.width, letter.at.y);
        self.piece.rect.x1 = self.piece.rect.x1.max(self.end.x);
        self.last = Some(letter.clone());
    }
}

/// Joins letters in the order in which they are drawn, which is that of words in all programs
/// seen so far.
fn join(letters: &[Letter]) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut open: Option<Growing> = None;
    for letter in letters {
        let blank = letter.text.chars().all(char::is_whitespace);
        match &mut open {
            Some(piece) if piece.repeats(letter) => {}
            Some(piece) if piece.takes(letter) => piece.push(letter),
            _ if blank => {}
            _ => out.extend(open.replace(Growing::new(letter)).map(|done| done.piece)),
        }
    }
    out.extend(open.map(|done| done.piece));
    for piece in &mut out {
        piece.text = piece.text.trim().to_owned();
    }
    out.retain(|piece| !piece.text.is_empty());
    out
}

/// Puts pieces on one baseline into one row.
fn into_rows(mut pieces: Vec<Piece>) -> Vec<Line> {
    pieces.sort_by(|a, b| a.rect.y1.total_cmp(&b.rect.y1));
    let mut rows: Vec<Line> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if piece.rect.y1 - row.y < LEVEL * piece.size => row.pieces.push(piece),
            _ => rows.push(Line {
                y: piece.rect.y1,
                pieces: vec![piece],
            }),
        }
    }
    for row in &mut rows {
        row.pieces.sort_by(|a, b| a.rect.x0.total_cmp(&b.rect.x0));
        row.pieces = merge(std::mem::take(&mut row.pieces));
    }
    rows
}

/// Joins neighbours that were drawn apart and stand together.
fn merge(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Some(last) = out.last_mut() else {
            out.push(piece);
            continue;
        };
        let size = last.size.max(piece.size);
        let gap = piece.rect.x0 - last.rect.x1;
        if gap > PIECE * size {
            out.push(piece);
            continue;
        }
        if gap > WORD * size {
            last.text.push(' ');
        }
        last.text.push_str(&piece.text);
        last.rect = last.rect.union(piece.rect);
        last.size = size;
        last.bold &= piece.bold;
    }
    out
}
