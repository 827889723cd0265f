//! PDF: what is drawn on its pages, as lines in reading order.
//!
//! `hayro` interprets the file; [`ink`] listens to what it draws and keeps letters with their
//! places; [`unseen`] sets aside what a person cannot see; [`layout`] puts the rest into lines
//! and columns. [`guard`] looks for files that would take for ever before any of this begins.
//! Chosen on figures: docs/files.md.

mod facts;
mod guard;
mod ink;
mod layout;
mod links;
mod turn;
mod unseen;

use super::{Format, Gap, Paper, Problem, zero_width};
use crate::blocks::Block;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use ink::{Ink, Sheet};
use layout::Line;

/// Pages that are read; a résumé has two. The rest is a gap.
const MOST_PAGES: usize = 50;

/// Letters that are read over all pages: two long novels.
const MOST_LETTERS: usize = 2_000_000;

/// Opens a PDF.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Paper, Problem> {
    guard::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(problem)?;
    if pdf.pages().is_empty() {
        return Err(Problem::Damaged);
    }
    let mut reading = Reading::default();
    let cache = InterpreterCache::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        reading.page(&pdf, &cache, page);
    }
    if pdf.pages().len() > MOST_PAGES {
        reading.gaps.push(Gap::Pages);
    }
    reading.finish(name, &pdf)
}

fn problem(error: LoadPdfError) -> Problem {
    match error {
        LoadPdfError::Decryption(_) => Problem::Encrypted,
        LoadPdfError::Invalid => Problem::Damaged,
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    /// The lines of every page.
    pages: Vec<Vec<Line>>,
    /// What is not seen on it, with the height at which it stands.
    unseen: Vec<Vec<unseen::Found>>,
    letters: usize,
    gaps: Vec<Gap>,
}

impl Reading {
    fn page<'a>(&mut self, pdf: &'a Pdf, cache: &InterpreterCache<'a>, page: &Page<'a>) {
        let mut sheet = Sheet::default();
        if self.letters >= MOST_LETTERS {
            self.gap(Gap::Length);
        } else if is_damaged(page) || guard::is_endless(page) {
            self.gap(Gap::Damaged);
        } else {
            sheet = draw(pdf, cache, page, MOST_LETTERS - self.letters);
        }
        self.letters += sheet.letters();
        if sheet.unknown > sheet.letters() / 4 {
            self.gap(Gap::Letters);
        }
        if sheet.letters() == 0 && sheet.has_pictures() {
            self.gap(Gap::Pictures);
        }
        let (seen, unseen) = unseen::sort(&sheet);
        let mut lines = layout::lines(&seen);
        links::attach(page, &mut lines);
        self.pages.push(lines);
        self.unseen.push(unseen);
    }

    fn gap(&mut self, gap: Gap) {
        if !self.gaps.contains(&gap) {
            self.gaps.push(gap);
        }
    }

    fn finish(self, name: &str, pdf: &Pdf) -> Result<Paper, Problem> {
        if self.letters == 0 {
            return Err(if self.gaps.contains(&Gap::Pictures) {
                Problem::Scanned
            } else if self.gaps.is_empty() {
                Problem::Empty
            } else {
                Problem::Damaged
            });
        }
        let levels = layout::Levels::of(&self.pages);
        let mut paper = Paper {
            format: Format::Pdf,
            name: name.to_owned(),
            blocks: Vec::new(),
            pages: Vec::new(),
            facts: facts::of(pdf),
            unseen: Vec::new(),
            gaps: self.gaps,
        };
        let mut next = 0;
        for (lines, unseen) in self.pages.iter().zip(&self.unseen) {
            paper.pages.push(next);
            unseen::place(unseen, lines, next, &mut paper.unseen);
            for (row, line) in lines.iter().enumerate() {
                paper
                    .blocks
                    .extend(blocks(line, next + row as u32, &levels));
            }
            next += lines.len() as u32 + 1;
        }
        zero_width::part(&mut paper.blocks, &mut paper.unseen);
        Ok(paper)
    }
}

/// Whether the page has commands that cannot be unpacked.
fn is_damaged(page: &Page<'_>) -> bool {
    page.page_stream().is_none() && page.raw().contains_key("Contents")
}

/// The pieces of a line. A heading stands alone in its line.
fn blocks(line: &Line, number: u32, levels: &layout::Levels) -> impl Iterator<Item = Block> {
    let heading = levels.level(line);
    line.pieces.iter().map(move |piece| Block {
        text: piece.text.clone(),
        heading,
        line: number,
        links: piece.links.clone(),
        ..Block::default()
    })
}

/// Lets hayro draw the page and keeps what it draws.
fn draw<'a>(pdf: &'a Pdf, cache: &InterpreterCache<'a>, page: &Page<'a>, most: usize) -> Sheet {
    let (width, height) = page.render_dimensions();
    let size = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut ink = Ink::new(size, most);
    let start = Affine::new(page.initial_transform(true).as_coeffs());
    let settings = InterpreterSettings::default();
    let mut context = Context::new(start, size, cache, pdf.xref(), settings);
    interpret_page(page, &mut context, &mut ink);
    ink.sheet()
}
