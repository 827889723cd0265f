//! Columns: where rows leave a gutter between two bodies of text.

use super::{Line, Piece};

/// The narrowest gutter, in points and as a share of the height of letters.
const GUTTER: f64 = 8.0;
const GUTTER_SHARE: f64 = 0.9;

/// Rows that a column has at least, on either side.
const FEWEST_ROWS: usize = 4;

/// Pages with more rows than this are no résumé's; they are read row by row.
const MOST_ROWS: usize = 400;

/// How deep columns may stand in columns.
const DEEPEST: usize = 6;

/// Shorter text, in letters a row at the mean, is a date or a label, not a column.
const LABEL: usize = 30;

/// The rows in reading order.
pub(super) fn order(rows: Vec<Line>) -> Vec<Line> {
    if rows.len() > MOST_ROWS {
        return rows;
    }
    parted(rows, 0)
}

fn parted(rows: Vec<Line>, depth: usize) -> Vec<Line> {
    let Some(split) = best(&rows).filter(|_| depth < DEEPEST) else {
        return rows;
    };
    let mut head = rows;
    let tail = head.split_off(split.to);
    let middle = head.split_off(split.from);
    let (left, right) = split.sides(&middle);
    let mut out = parted(head, depth + 1);
    out.extend(parted(left, depth + 1));
    out.extend(parted(right, depth + 1));
    out.extend(parted(tail, depth + 1));
    out
}

/// Rows from … to …, parted at a height-long gutter.
#[derive(Clone, Copy)]
struct Split {
    from: usize,
    to: usize,
    /// The middle of the gutter.
    x: f64,
}

impl Split {
    /// The rows on either side of the gutter; empty ones are left out.
    fn sides(self, rows: &[Line]) -> (Vec<Line>, Vec<Line>) {
        let side = |line: &Line, left: bool| Line {
            y: line.y,
            pieces: line
                .pieces
                .iter()
                .filter(|piece| (piece.rect.x0 < self.x) == left)
                .cloned()
                .collect(),
        };
        let pick = |left: bool| {
            rows.iter()
                .map(|line| side(line, left))
                .filter(|line| !line.pieces.is_empty())
                .collect()
        };
        (pick(true), pick(false))
    }
}

/// The tallest stretch of rows that a gutter parts into columns.
fn best(rows: &[Line]) -> Option<Split> {
    let mut best: Option<Split> = None;
    let mut from = 0;
    while from < rows.len() {
        let tallest = best.map_or(0, |split| split.to - split.from);
        if rows.len() - from <= tallest {
            break;
        }
        if let Some(split) = tallest_from(rows, from).filter(|split| split.to - from > tallest) {
            best = Some(split);
        }
        from += 1;
    }
    best
}

/// The tallest stretch that begins with this row.
fn tallest_from(rows: &[Line], from: usize) -> Option<Split> {
    let mut free = Gaps::around(rows.get(from)?);
    let mut found = None;
    for (to, row) in rows.iter().enumerate().skip(from) {
        free = free.without(row);
        let Some(gap) = free.widest().filter(|_| to + 1 - from >= FEWEST_ROWS) else {
            continue;
        };
        let split = Split {
            from,
            to: to + 1,
            x: gap,
        };
        let stretch = rows.get(from..=to)?;
        if are_columns(stretch, split) {
            found = Some(split);
        }
    }
    found
}

/// What is free of text in all rows seen so far, as intervals from left to right; the first
/// begins and the last ends with text on its other side.
#[derive(Clone)]
struct Gaps {
    free: Vec<(f64, f64)>,
    left: f64,
    right: f64,
    size: f64,
}

impl Gaps {
    fn around(row: &Line) -> Self {
        Self {
            free: vec![(f64::NEG_INFINITY, f64::INFINITY)],
            left: row.pieces.first().map_or(0.0, |piece| piece.rect.x0),
            right: row.pieces.last().map_or(0.0, |piece| piece.rect.x1),
            size: 0.0,
        }
    }

    fn without(mut self, row: &Line) -> Self {
        for Piece { rect, size, .. } in &row.pieces {
            self.left = self.left.min(rect.x0);
            self.right = self.right.max(rect.x1);
            self.size = self.size.max(*size);
            let cut = |(from, to): (f64, f64)| {
                let left = (from, to.min(rect.x0));
                let right = (from.max(rect.x1), to);
                let whole = rect.x0 >= to || rect.x1 <= from;
                let parts = if whole {
                    [(from, to), (0.0, 0.0)]
                } else {
                    [left, right]
                };
                parts.into_iter().filter(|(from, to)| to - from > GUTTER)
            };
            self.free = self.free.into_iter().flat_map(cut).collect();
        }
        self
    }

    /// The middle of the widest gap that is wide enough and has text on both sides. None when
    /// nothing is free between the outer ends any more.
    fn widest(&self) -> Option<f64> {
        let wide = GUTTER.max(GUTTER_SHARE * self.size.min(14.0));
        self.free
            .iter()
            .map(|(from, to)| (from.max(self.left), to.min(self.right)))
            .filter(|(from, to)| to - from >= wide && *from > self.left && *to < self.right)
            .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
            .map(|(from, to)| f64::midpoint(from, to))
    }
}

/// Whether both sides are bodies of text, rather than labels beside one.
fn are_columns(rows: &[Line], split: Split) -> bool {
    let (mut left, mut right) = (Side::default(), Side::default());
    let mut both = 0;
    for row in rows {
        let on_left = left.add(row, |piece| piece.rect.x0 < split.x);
        let on_right = right.add(row, |piece| piece.rect.x0 >= split.x);
        both += usize::from(on_left && on_right);
    }
    if left.is_thin() || right.is_thin() {
        return false;
    }
    let fewer = left.rows.min(right.rows);
    let beside = both * 10 >= fewer * 8;
    let labels =
        |side: &Side, other: &Side| side.rows <= other.rows && side.letters < LABEL * side.rows;
    !(beside && (labels(&left, &right) || labels(&right, &left)))
}

#[derive(Default)]
struct Side {
    rows: usize,
    letters: usize,
}

impl Side {
    /// Too few rows, or nothing but bullets in them.
    const fn is_thin(&self) -> bool {
        self.rows < FEWEST_ROWS || self.letters < 3 * self.rows
    }

    /// Adds what stands on this side; whether there is anything.
    fn add(&mut self, row: &Line, here: impl Fn(&Piece) -> bool) -> bool {
        let letters: usize = row
            .pieces
            .iter()
            .filter(|piece| here(piece))
            .map(|piece| piece.text.chars().count())
            .sum();
        self.letters += letters;
        self.rows += usize::from(letters > 0);
        letters > 0
    }
}
