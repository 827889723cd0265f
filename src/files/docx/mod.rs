//! DOCX: the paragraphs of a Word file in the order in which they are read.
//!
//! A zip of XML parts (ECMA-376). Headers come first, because that is where contacts stand,
//! then the body, then notes and footers. Each part is unpacked up to a limit; entities that a
//! part defines itself are not expanded, because a Word file has none.

mod body;
mod facts;
mod package;
mod styles;

use super::{Format, Gap, Paper, Problem, zero_width};
use package::Package;

/// The part that holds the body.
const BODY: &str = "word/document.xml";

/// The parts that hold text, in reading order.
const PARTS: &[&str] = &[
    "word/header",
    BODY,
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/footer",
];

/// Opens a Word file.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Paper, Problem> {
    let mut package = Package::open(bytes)?;
    let styles = styles::Styles::read(&package.part("word/styles.xml")?);
    let mut text = body::Text::default();
    let mut gaps = Vec::new();
    let mut pictures = Vec::new();
    for part in package.named(PARTS) {
        let xml = package.part(&part)?;
        if part == BODY {
            pictures = facts::pictures(&xml);
        }
        let links = package.links(&part)?;
        let whole = body::read(&xml, &styles, &links, &mut text);
        if !whole && !gaps.contains(&Gap::Damaged) {
            gaps.push(Gap::Damaged);
        }
    }
    if text.is_cut() {
        gaps.push(Gap::Length);
    }
    let has_pictures = package.has("word/media/");
    let (mut blocks, mut unseen) = text.finish();
    zero_width::part(&mut blocks, &mut unseen);
    if blocks.is_empty() && unseen.is_empty() {
        return Err(match (has_pictures, gaps.is_empty()) {
            (true, _) => Problem::Scanned,
            (false, true) => Problem::Empty,
            (false, false) => Problem::Damaged,
        });
    }
    Ok(Paper {
        format: Format::Docx,
        name: name.to_owned(),
        blocks,
        pages: Vec::new(),
        facts: facts::read(&mut package, pictures)?,
        unseen,
        gaps,
    })
}
