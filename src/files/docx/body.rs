//! A part with text: paragraphs, tables, text boxes, links, and what is marked not to be shown.

use super::super::{How, Unseen, limits};
use super::styles::Styles;
use crate::blocks::{Anchor, Block};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

mod run;
mod table;

use run::{Reading, Run};
use table::Table;

/// Tables in tables and boxes in boxes, at most.
const DEEPEST: usize = 32;

/// The name of an element without its prefix.
pub(super) fn local<'a>(start: &'a BytesStart<'_>) -> &'a str {
    start.local_name().into_inner()
}

/// An attribute's value, whatever its prefix.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let raw = &attribute.value;
    Some(unescape(raw).map_or_else(|_| raw.to_string(), std::borrow::Cow::into_owned))
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    heading: u8,
    links: Vec<Anchor>,
    unseen: Vec<(How, String)>,
    style: Option<String>,
    listed: bool,
}

/// The text of all parts so far.
#[derive(Debug, Default)]
pub(super) struct Text {
    blocks: Vec<Block>,
    unseen: Vec<Unseen>,
    line: u32,
    length: usize,
}

impl Text {
    /// Whether there was more than is kept.
    pub(super) const fn is_cut(&self) -> bool {
        self.length >= limits::MOST_TEXT
    }

    pub(super) fn finish(self) -> (Vec<Block>, Vec<Unseen>) {
        (self.blocks, self.unseen)
    }

    /// Adds paragraphs that stand beside each other as the pieces of one line.
    fn row(&mut self, pieces: Vec<Paragraph>) {
        for piece in pieces {
            for (how, text) in piece.unseen {
                self.unseen.push(Unseen {
                    how,
                    text,
                    line: self.line,
                });
            }
            self.length += piece.text.len();
            if self.is_cut() || (piece.text.trim().is_empty() && piece.links.is_empty()) {
                continue;
            }
            let bullet = if piece.listed { "• " } else { "" };
            self.blocks.push(Block {
                text: format!("{bullet}{}", piece.text),
                heading: piece.heading,
                line: self.line,
                links: piece.links,
                ..Block::default()
            });
        }
        self.line += 1;
    }
}

/// Reads a part; whether it was whole.
pub(super) fn read(
    xml: &str,
    styles: &Styles,
    links: &BTreeMap<String, String>,
    text: &mut Text,
) -> bool {
    let mut reader = Reader::from_str(xml);
    let mut part = Part {
        styles,
        links,
        text,
        open: Vec::new(),
        tables: Vec::new(),
        run: Run::default(),
        field: Field::default(),
        skipped: 0,
        boxes: 0,
        deleted: 0,
        link: None,
    };
    let whole = loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => part.start(&start),
            Ok(Event::Empty(start)) => {
                part.start(&start);
                part.end(local(&start));
            }
            Ok(Event::End(end)) => part.end(end.local_name().as_ref()),
            Ok(Event::Text(words)) => part.words(&words),
            Ok(Event::GeneralRef(name)) => part.entity(&name),
            Ok(Event::DocType(_)) | Err(_) => break false,
            Ok(Event::Eof) => break true,
            Ok(_) => {}
        }
    };
    part.close();
    whole
}

/// A field whose instruction says where its words lead.
#[derive(Default)]
struct Field {
    instruction: String,
    depth: usize,
}

struct Part<'p> {
    styles: &'p Styles,
    links: &'p BTreeMap<String, String>,
    text: &'p mut Text,
    /// Paragraphs that are open: one, and more where text boxes stand in it.
    open: Vec<Paragraph>,
    tables: Vec<Table>,
    run: Run,
    field: Field,
    /// How deep inside of what is a copy for older programs.
    skipped: usize,
    /// How deep inside of text boxes, whose ground is a shape's.
    boxes: usize,
    /// How deep inside of deleted text.
    deleted: usize,
    /// Where the words being read lead, and where they begin in the paragraph.
    link: Option<(String, usize)>,
}

impl Part<'_> {
    fn start(&mut self, start: &BytesStart<'_>) {
        let name = local(start);
        if name == "Fallback" || self.skipped > 0 {
            self.skipped += usize::from(name == "Fallback");
            return;
        }
        match name {
            "p" if self.open.len() < DEEPEST => self.open.push(Paragraph::default()),
            "r" => self.run = Run::default(),
            "tbl" if self.tables.len() < DEEPEST => self.tables.push(Table::default()),
            "tr" => self.table(Table::row),
            "tc" => self.table(Table::cell),
            "txbxContent" => self.boxes += 1,
            "del" | "moveFrom" => self.deleted += 1,
            "tab" | "ptab" => self.words_of_run("\t"),
            "br" | "cr" => self.words_of_run("\n"),
            "noBreakHyphen" => self.words_of_run("-"),
            "hyperlink" => {
                let href = attribute(start, "id").and_then(|id| self.links.get(&id).cloned());
                self.follow(href);
            }
            "fldChar" => self.field(attribute(start, "fldCharType").as_deref()),
            "fldSimple" => {
                let href = attribute(start, "instr").and_then(|words| target(&words));
                self.follow(href);
            }
            "numPr" => self.paragraph(|paragraph| paragraph.listed = true),
            "pStyle" => self.paragraph_style(attribute(start, "val")),
            "shd" if self.open.is_empty() => self.table(Table::shade),
            _ => self.run.take(start),
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= usize::from(name == "Fallback");
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "r" | "t" | "delText" | "instrText" => self.run.reading = Reading::Nothing,
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.place_all(table.rows());
                }
            }
            "txbxContent" => self.boxes = self.boxes.saturating_sub(1),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "hyperlink" | "fldSimple" => self.leave(),
            _ => {}
        }
    }

    fn table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.open.last_mut() {
            change(paragraph);
        }
    }

    fn paragraph_style(&mut self, id: Option<String>) {
        let heading = id.as_deref().map_or(0, |id| self.styles.heading(id));
        self.paragraph(|paragraph| {
            paragraph.heading = heading;
            paragraph.style = id;
        });
    }

    fn entity(&mut self, name: &str) {
        let one = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => number(name),
        };
        if let Some(one) = one {
            self.words(one.encode_utf8(&mut [0; 4]));
        }
    }

    fn words(&mut self, words: &str) {
        match self.run.reading {
            Reading::Nothing => {}
            Reading::Instruction => self.field.instruction.push_str(words),
            Reading::Words => self.words_of_run(words),
        }
    }

    fn words_of_run(&mut self, words: &str) {
        if self.skipped > 0 {
            return;
        }
        let how = self.how();
        self.paragraph(|paragraph| match (how, paragraph.unseen.last_mut()) {
            (None, _) => paragraph.text.push_str(words),
            (Some(how), Some((last, text))) if *last == how => text.push_str(words),
            (Some(_), _) if words.trim().is_empty() => {}
            (Some(how), _) => paragraph.unseen.push((how, words.to_owned())),
        });
    }

    /// Why the run's words are not seen; none when they are, or when that cannot be told.
    fn how(&self) -> Option<How> {
        let paragraph = self.open.last()?;
        let styles = [paragraph.style.as_deref(), self.run.style.as_deref()];
        let mut styles = styles.into_iter().flatten();
        if self.deleted > 0 || self.run.hidden || styles.clone().any(|id| self.styles.hides(id)) {
            return Some(How::Marked);
        }
        if self.run.is_tiny() {
            return Some(How::Tiny);
        }
        let bare = self.boxes == 0 && self.tables.is_empty();
        let told = bare && !styles.any(|id| self.styles.colours(id));
        (told && self.run.is_white()).then_some(How::Colour)
    }

    fn follow(&mut self, href: Option<String>) {
        let from = self.open.last().map_or(0, |paragraph| paragraph.text.len());
        self.link = href.map(|href| (href, from));
    }

    fn leave(&mut self) {
        let Some((href, from)) = self.link.take() else {
            return;
        };
        self.paragraph(|paragraph| {
            let words = paragraph
                .text
                .get(from..)
                .unwrap_or_default()
                .trim()
                .to_owned();
            paragraph.links.push(Anchor {
                href,
                worded: !words.is_empty(),
                words,
            });
        });
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => {
                self.field.depth += 1;
                self.field.instruction.clear();
            }
            Some("separate") => {
                if let Some(href) = target(&self.field.instruction) {
                    self.follow(Some(href));
                }
            }
            Some("end") => {
                self.field.depth = self.field.depth.saturating_sub(1);
                self.field.instruction.clear();
                self.leave();
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.leave();
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        // a text box stands beside the table that its anchor is in
        let boxed = !self.open.is_empty();
        match self.tables.last_mut() {
            Some(table) if !boxed => table.push(paragraph),
            _ => self.lines(paragraph),
        }
    }

    /// A paragraph is a line, or several where its author broke it.
    fn lines(&mut self, paragraph: Paragraph) {
        for row in table::broken(paragraph) {
            self.text.row(row);
        }
    }

    fn place_all(&mut self, rows: Vec<Vec<Paragraph>>) {
        match self.tables.last_mut() {
            Some(outer) => rows.into_iter().flatten().for_each(|one| outer.push(one)),
            None => rows.into_iter().for_each(|row| self.text.row(row)),
        }
    }

    /// At the end of a part, even of a damaged one, nothing is left open.
    fn close(&mut self) {
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        while let Some(table) = self.tables.pop() {
            self.place_all(table.rows());
        }
    }
}

fn number(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code)
}

/// Where `HYPERLINK "…"` leads.
fn target(instruction: &str) -> Option<String> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?;
    let mut quoted = rest.split('"');
    quoted.next()?;
    quoted
        .next()
        .map(str::to_owned)
        .filter(|href| !href.is_empty())
}
