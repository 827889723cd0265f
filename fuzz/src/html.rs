//! The parser of pages, and the lines that a page is turned into.

use crate::{packed, text_of};
use touchstone::blocks::{self, Block};
use touchstone::html::{Document, Limits, NodeId, parse, parse_with};

/// Elements that are implied, or copied around others, may stand so much deeper than the limit.
const DEEPER: usize = 16;

/// Nodes that one token may make beyond the limit: the elements that it reopens, and what is
/// implied around it.
const REOPENED: usize = 160;

/// Any text is a page: its tree is whole and bounded, and its lines hold nothing else.
pub fn html(bytes: &[u8]) {
    let page = text_of(bytes);
    let doc = parse(&page);
    is_whole(&doc);
    assert_eq!(drawn(&doc), drawn(&parse(&page)), "two runs");
    lines(&doc, &page);
    for limits in [(40, 8, 120), (400, 12, 3_000)] {
        bounded(&page, limits);
    }
}

/// Every link has its opposite, and every node that hangs in the tree hangs there once.
fn is_whole(doc: &Document<'_>) {
    let mut seen = 0;
    for id in doc.descendants(doc.root()) {
        seen += 1;
        assert!(seen < doc.len(), "a node is met twice");
        let last = doc.children(id).last();
        assert_eq!(last, doc.last_child(id), "last child");
        for child in doc.children(id) {
            assert_eq!(doc.parent(child), Some(id), "parent");
            let back = doc
                .next_sibling(child)
                .and_then(|next| doc.prev_sibling(next));
            assert!(back.is_none_or(|back| back == child), "siblings");
        }
    }
    assert!(
        doc.html().is_some() && doc.head().is_some(),
        "html and head"
    );
}

/// The tree as a text.
fn drawn(doc: &Document<'_>) -> String {
    let mut out = String::new();
    for id in doc.descendants(doc.root()) {
        out.push_str(doc.name(id).unwrap_or("#"));
        out.push_str(doc.text(id).unwrap_or_default());
        for (name, value) in doc.attrs(id) {
            out.extend([" ", name, "=", value]);
        }
        out.push('\n');
    }
    out
}

fn depth(doc: &Document<'_>, id: NodeId) -> usize {
    std::iter::successors(doc.parent(id), |id| doc.parent(*id)).count()
}

/// Within small limits: what is left out is said, and no limit is exceeded by more than it says.
fn bounded(page: &str, (nodes, deepest, bytes): (usize, usize, usize)) {
    let limits = Limits {
        bytes,
        nodes,
        depth: deepest,
    };
    let doc = parse_with(page, limits);
    is_whole(&doc);
    assert!(
        doc.len() <= nodes + REOPENED,
        "{} nodes of {nodes}",
        doc.len()
    );
    let found = doc.descendants(doc.root()).map(|id| depth(&doc, id)).max();
    let found = found.unwrap_or_default();
    assert!(found <= deepest + DEEPER, "{found} deep of {deepest}");
    if page.len() > bytes {
        assert!(doc.truncated().is_some(), "cut and not said");
    }
}

/// The lines hold text of the page in its order, and the links its addresses.
fn lines(doc: &Document<'_>, page: &str) {
    let found = blocks::of_html(page);
    assert_eq!(found, blocks::of_html(page), "two runs");
    let all: String = doc
        .descendants(doc.root())
        .filter_map(|id| doc.text(id))
        .map(visible)
        .collect();
    let mut rest = all.as_str();
    let mut line = 0;
    for block in &found {
        assert!(!block.text.is_empty(), "an empty piece");
        assert_eq!(block.text, blocks::collapse(&block.text), "white space");
        assert!(line <= block.line, "lines in disorder");
        line = block.line;
        rest = behind(rest, &visible(&block.text));
    }
    links(doc, &found);
}

/// Without white space and without the characters that have no width.
fn visible(text: &str) -> String {
    packed(&blocks::collapse(text))
}

/// What follows the characters of `text`, found in `rest` in their order.
fn behind<'a>(rest: &'a str, text: &str) -> &'a str {
    let mut letters = rest.chars();
    for letter in text.chars() {
        assert!(letters.any(|one| one == letter), "not in the page: {text}");
    }
    letters.as_str()
}

fn links(doc: &Document<'_>, found: &[Block]) {
    let hrefs: Vec<&str> = doc
        .descendants(doc.root())
        .filter_map(|id| doc.attr(id, "href"))
        .collect();
    let links: Vec<&str> = found
        .iter()
        .flat_map(|block| &block.links)
        .map(|link| link.href.as_str())
        .collect();
    assert!(
        links.iter().all(|href| hrefs.contains(href)),
        "a link of no element"
    );
}
