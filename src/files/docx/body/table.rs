//! Tables: as rows of a table, or as the columns of a page that was laid out with one.

use super::Paragraph;

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Vec<Paragraph>>>,
    shaded: bool,
}

impl Table {
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn cell(&mut self) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    pub(super) const fn shade(&mut self) {
        self.shaded = true;
    }

    pub(super) fn push(&mut self, paragraph: Paragraph) {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.cell();
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(paragraph);
        }
    }

    /// Its lines: cells with one paragraph stand beside each other; where several have more,
    /// they are columns, read one after the other; a single long one begins beside its labels.
    pub(super) fn rows(self) -> Vec<Vec<Paragraph>> {
        self.rows.into_iter().flat_map(lines_of_row).collect()
    }
}

fn lines_of_row(cells: Vec<Vec<Paragraph>>) -> Vec<Vec<Paragraph>> {
    let cells: Vec<Vec<Paragraph>> = cells
        .into_iter()
        .map(|cell| cell.into_iter().filter(Paragraph::says_something).collect())
        .collect();
    let long = cells.iter().filter(|cell| cell.len() > 1).count();
    if long > 1 {
        return cells.into_iter().flatten().flat_map(broken).collect();
    }
    let mut first = Vec::new();
    let mut rest = Vec::new();
    for cell in cells {
        let mut lines = cell.into_iter().flat_map(broken);
        first.extend(lines.next().into_iter().flatten());
        rest.extend(lines);
    }
    let mut out = vec![first];
    out.extend(rest);
    out
}

impl Paragraph {
    fn says_something(&self) -> bool {
        !self.text.trim().is_empty() || !self.links.is_empty() || !self.unseen.is_empty()
    }
}

/// The lines of a paragraph that was broken by hand; tabs part the pieces of a line.
pub(super) fn broken(paragraph: Paragraph) -> Vec<Vec<Paragraph>> {
    let text = paragraph.text.trim_matches(['\n', '\t', ' ']).to_owned();
    let mut first = Some(paragraph);
    let mut out = Vec::new();
    for line in text.split('\n') {
        let mut row = Vec::new();
        for piece in line.split('\t').filter(|piece| !piece.trim().is_empty()) {
            let whole = first.take();
            row.push(Paragraph {
                text: piece.trim().to_owned(),
                ..whole.unwrap_or_default()
            });
        }
        if !row.is_empty() {
            out.push(row);
        }
    }
    if let Some(silent) = first {
        out.push(vec![Paragraph {
            text: String::new(),
            ..silent
        }]);
    }
    out
}
