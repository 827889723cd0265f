//! Files of every format: opened into papers, read and judged.

use crate::{bytes_of, comes_back, letters, said, text_of, today, verdict};
use std::io::{Cursor, Write};
use touchstone::blocks::Block;
use touchstone::files::{Format, Paper, open};
use touchstone::profile::Case;
use touchstone::readers::read_paper;
use touchstone::report::words;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Visible text that is kept at most, as `files::limits` has it, and what one line may exceed it.
const MOST_TEXT: usize = (4 << 20) + (1 << 16);

/// A PDF. Where the first bytes are none, they are given.
pub fn pdf(bytes: &[u8]) {
    let found = bytes.windows(5).take(1020).any(|five| five == b"%PDF-");
    if found {
        return file("cv.pdf", bytes, None);
    }
    file("cv.pdf", &[b"%PDF-1.4\n", bytes].concat(), None);
}

/// A Word file: as it is when it is a zip, or its parts as a text, each after a line with its name
/// (`=== word/document.xml`).
pub fn docx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return file("cv.docx", bytes, None);
    }
    if let Some(whole) = zipped(bytes) {
        file("cv.docx", &whole, Some(bytes.len()));
    }
}

/// A text with and without Markdown.
pub fn text(bytes: &[u8]) {
    file("cv.md", bytes, Some(bytes.len()));
    file("cv.txt", bytes, Some(bytes.len()));
}

/// A JSON Resume.
pub fn json_resume(bytes: &[u8]) {
    file("cv.json", bytes, Some(bytes.len()));
}

/// A file opens twice the same or is refused twice the same; its lines stand in order; what is
/// read of it stands in it.
fn file(name: &str, bytes: &[u8], source: Option<usize>) {
    let opened = open(name, bytes);
    assert_eq!(opened, open(name, bytes), "two runs");
    let Ok(paper) = opened else { return };
    comes_back(&paper);
    in_order(&paper);
    bounded(&paper, source);
    let profile = read_paper(&paper);
    assert_eq!(profile, read_paper(&paper), "two runs");
    said::is_of_the_source(&profile, &sources(&paper));
    let sources = vec![profile];
    verdict::of(&Case { sources }, today());
    let said = words(&paper.blocks, &paper.unseen);
    assert_eq!(
        said.is_empty(),
        paper.blocks.is_empty() && paper.unseen.is_empty()
    );
}

fn in_order(paper: &Paper) {
    let line = |block: &Block| block.line;
    assert!(paper.blocks.is_sorted_by_key(line), "lines in disorder");
    assert!(paper.pages.is_sorted(), "pages in disorder");
    assert!(
        paper
            .blocks
            .iter()
            .all(|block| !block.text.trim().is_empty() || !block.links.is_empty()),
        "a line of nothing"
    );
    assert!(
        paper.blocks.iter().all(|block| block.heading <= 6),
        "no level of a heading"
    );
    assert!(
        paper.unseen.iter().all(|one| !one.text.is_empty()),
        "unseen nothing"
    );
    if paper.format == Format::Pdf {
        assert!(!paper.pages.is_empty() && paper.pages.len() <= 50, "pages");
    }
}

/// No more text than is kept at most; of a text no more than it has, a letter of one byte being
/// three in Unicode at most.
fn bounded(paper: &Paper, source: Option<usize>) {
    let blocks: usize = paper.blocks.iter().map(|block| block.text.len()).sum();
    let unseen: usize = paper.unseen.iter().map(|one| one.text.len()).sum();
    let most = source.map_or(MOST_TEXT, |bytes| MOST_TEXT.min(bytes * 3 + 200));
    assert!(blocks <= most, "{blocks} bytes of {source:?}");
    assert!(unseen <= 2 * most, "{unseen} unseen bytes of {source:?}");
    assert!(!bytes_of(paper).is_empty(), "not written");
}

/// Where what is read of a paper may stand.
fn sources(paper: &Paper) -> Vec<String> {
    let whole: String = paper
        .blocks
        .iter()
        .map(|block| letters(&block.text))
        .collect();
    let unseen = paper.unseen.iter().map(|one| letters(&one.text));
    let links = paper.blocks.iter().flat_map(|block| &block.links);
    let links = links.flat_map(|link| [letters(&link.href), letters(&link.words)]);
    let names = [&paper.facts.author, &paper.facts.editor];
    let names = names.into_iter().flatten().map(|name| letters(name));
    [whole]
        .into_iter()
        .chain(unseen)
        .chain(links)
        .chain(names)
        .collect()
}

fn zipped(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = text_of(bytes);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let store = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for part in text.split("=== ").take(16) {
        let (name, xml) = part.split_once('\n').unwrap_or(("word/document.xml", part));
        // Two parts of one name cannot be written.
        if zip.start_file(name, store).is_ok() {
            zip.write_all(xml.as_bytes()).ok()?;
        }
    }
    Some(zip.finish().ok()?.into_inner())
}
