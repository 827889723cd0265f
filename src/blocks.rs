//! Lines: one shape for pages, files and pasted text.
//!
//! A [`Block`] is a piece of text that a person sees in one place: a heading, a paragraph, one
//! of several separate pieces in a line. It keeps its heading level, the line it stands in,
//! its link and, for pages, its node, so that one section-and-date parser serves every source.
//!
//! Knows no platform, no field and no language. It decides what is *visible text* (scripts,
//! menus, dialogs and copies for screen readers are not), never what it means.

mod walk;

use crate::html::{Document, NodeId};
use serde::{Deserialize, Serialize};

/// A piece of visible text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Block {
    /// The text, white space collapsed.
    pub text: String,
    /// 1 to 6 for a heading, 0 otherwise.
    #[serde(skip_serializing_if = "is_zero")]
    pub heading: u8,
    /// Number of the line; pieces of one line share it.
    pub line: u32,
    /// The links in it, and those without words just before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Anchor>,
    /// The element that holds the piece; none for files and text.
    #[serde(skip)]
    pub node: Option<NodeId>,
    /// Whether it stands beside the main matter (`aside`).
    #[serde(skip)]
    pub side: bool,
}

/// A link in a piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Its target, as written.
    pub href: String,
    /// The words that carry it; of a picture, its label, which may be empty.
    pub words: String,
    /// Whether the words are text rather than the label of a picture.
    pub worded: bool,
}

// serde hands over references
#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_zero(level: &u8) -> bool {
    *level == 0
}

/// The blocks of a page, in the order of the page.
pub fn of_page(doc: &Document<'_>, root: NodeId) -> Vec<Block> {
    walk::Walk::new(doc, root).blocks()
}

/// The blocks of a whole page, from its HTML.
pub fn of_html(html: &str) -> Vec<Block> {
    let doc = crate::html::parse(html);
    of_page(&doc, doc.body().unwrap_or_else(|| doc.root()))
}

/// The blocks of a plain text: one a line, or one a column where a line has several, set apart
/// by tabs or by three blanks; a Markdown `#` line is a heading.
///
/// ```
/// let blocks = touchstone::blocks::of_text("# Experience\n\nBaker, 2019 – 2021");
/// assert_eq!(blocks[0].heading, 1);
/// assert_eq!(blocks[1].text, "Baker, 2019 – 2021");
/// ```
pub fn of_text(text: &str) -> Vec<Block> {
    text.lines()
        .enumerate()
        .flat_map(|(line, text)| text_blocks(line, text))
        .collect()
}

fn text_blocks(line: usize, text: &str) -> impl Iterator<Item = Block> {
    let trimmed = text.trim();
    let marks = trimmed.bytes().take_while(|b| *b == b'#').count();
    let body = trimmed.trim_start_matches('#');
    let heading = if (1..=6).contains(&marks) && body.starts_with(' ') {
        marks as u8
    } else {
        0
    };
    let body = if heading > 0 { body } else { trimmed };
    let columns = body.split('\t').flat_map(|part| part.split("   "));
    columns
        .map(collapse)
        .filter(|text| !text.is_empty())
        .map(move |text| Block {
            text,
            heading,
            line: line as u32,
            ..Block::default()
        })
}

/// White space collapsed to single blanks, ends trimmed; zero-width characters kept out.
pub fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // By bytes where that is enough: characters one by one take several times as long.
    for piece in text.split_ascii_whitespace() {
        if piece.bytes().all(|b| b.is_ascii_graphic()) {
            append(piece, &mut out);
        } else {
            let words = piece.split(is_gap).filter(|word| !word.is_empty());
            words.for_each(|word| append(word, &mut out));
        }
    }
    out
}

/// What stands between words.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// Adds a word after a blank.
fn append(word: &str, out: &mut String) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::collapse;

    #[test]
    fn words_are_parted_by_single_blanks() {
        let check = |text: &str, expect: &str| assert_eq!(collapse(text), expect, "{text:?}");
        check("  Jo \t\n Doe ", "Jo Doe");
        check("Jo\u{b}Doe\u{a0}\u{2003}Zoë", "Jo Doe Zoë");
        check("Jo\u{200b}\u{feff} Doe", "Jo Doe");
        check("Jo\u{1}Doe", "Jo\u{1}Doe");
        check(" \u{200b} ", "");
    }
}
