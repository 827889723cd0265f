//! HTML as a browser serialises it, read into a small tree.
//!
//! The parser follows the algorithm of the HTML standard, with scripting on, and borrows from the page what needs no
//! decoding. `tests/html.rs` proves its trees equal to those of html5ever. It knows nothing of what a page is about.
//!
//! Where it knowingly differs from html5ever:
//! - comments and the doctype make no nodes, and texts next to each other are one;
//! - the content of a `<template>` stands inside the element;
//! - an attribute keeps the name as written, in lower case, as do SVG elements (`viewbox`, `foreignobject`);
//! - a line end written as `&#10` without semicolon directly after `<pre>` is dropped, as the standard says;
//! - hostile pages: nesting is bounded ([`Limits::depth`]), the list of formatting elements holds 128 entries, and
//!   formatting elements with more than 32 attributes are the same only with the same order of attributes.
//!
//! Without the feature `desk` it knows of named references only those that a browser writes.
//!
//! It shares what html5ever leaves out of the standard: `<search>` and the integration points of SVG and `MathML` do
//! not stop an unmatched end tag, and a doctype does not separate the texts of a table.

mod after;
mod attrs;
mod body;
mod body_end;
mod doctype;
mod dom;
mod edit;
mod entities;
mod foreign;
mod formatting;
mod head;
mod raw;
mod rows;
mod scan;
mod space;
mod stack;
mod start;
mod table;
mod tags;
mod tokens;
mod tree;

pub use dom::{Document, NodeId, Truncation};

/// How much of a page is read.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of input; what follows is not read.
    pub bytes: usize,
    /// Nodes of the tree, and separately attributes. Reading stops with the first token after which the tree has as
    /// many; that token may exceed the limit by the elements it reopens.
    pub nodes: usize,
    /// Open elements, at least 8: deeper elements are attached at the limit. Elements that are implied, or copied
    /// around others when formatting is closed in the wrong order, may stand a few levels deeper.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            nodes: 2_000_000,
            depth: 512,
        }
    }
}

/// Which rules apply to the next token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Initial,
    BeforeHtml,
    BeforeHead,
    InHead,
    AfterHead,
    InBody,
    Text,
    InTable,
    InTableText,
    InCaption,
    InColumnGroup,
    InTableBody,
    InRow,
    InCell,
    InTemplate,
    AfterBody,
    AfterAfterBody,
    InFrameset,
    AfterFrameset,
    AfterAfterFrameset,
}

/// Reads a page within the default limits. Any text is a page; the tree always has `<html>` and `<head>`.
pub fn parse(html: &str) -> Document<'_> {
    parse_with(html, Limits::default())
}

/// Reads a page within the given limits.
pub fn parse_with(html: &str, limits: Limits) -> Document<'_> {
    let most = limits.bytes.min(u32::MAX as usize - 1);
    let cut = (0..=most)
        .rev()
        .take(4)
        .find_map(|at| html.split_at_checked(at));
    let (read, left) = cut.unwrap_or((html, ""));
    let limits = Limits {
        depth: limits.depth.max(8),
        ..limits
    };
    let mut doc = tree::Builder::new(read, limits).run();
    if !left.is_empty() {
        doc.truncated = Some(Truncation::Bytes);
    }
    doc
}
