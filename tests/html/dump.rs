//! One form for the trees of both parsers: a line per node, in the order of the page.

use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use touchstone::html::{Document, NodeId};

/// A line of a tree.
#[derive(PartialEq, Eq, Debug)]
pub enum Line {
    /// Depth, name and sorted attributes.
    Element(usize, String, Vec<(String, String)>),
    /// Depth and text; texts side by side are one.
    Text(usize, String),
}

/// Where two trees differ first.
pub struct Difference {
    /// The number of the line.
    pub line: usize,
    /// The element at or before it.
    pub tag: String,
}

/// The first line that differs.
pub fn first_difference(a: &[Line], b: &[Line]) -> Option<Difference> {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    if same == a.len() && same == b.len() {
        return None;
    }
    let name = |line: &Line| match line {
        Line::Element(_, name, _) => Some(name.clone()),
        Line::Text(..) => None,
    };
    let tag = a
        .iter()
        .take(same + 1)
        .rev()
        .find_map(name)
        .unwrap_or_default();
    Some(Difference { line: same, tag })
}

fn push_text(lines: &mut Vec<Line>, depth: usize, text: &str) {
    match lines.last_mut() {
        Some(Line::Text(at, before)) if *at == depth => before.push_str(text),
        _ => lines.push(Line::Text(depth, text.to_owned())),
    }
}

fn push_element<'s>(
    lines: &mut Vec<Line>,
    depth: usize,
    name: &str,
    attrs: impl Iterator<Item = (String, &'s str)>,
) {
    let mut attrs: Vec<_> = attrs
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    attrs.sort();
    lines.push(Line::Element(depth, name.to_owned(), attrs));
}

/// Our tree.
pub fn ours(doc: &Document<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut path: Vec<NodeId> = vec![doc.root()];
    for id in doc.descendants(doc.root()) {
        while path.last().copied() != doc.parent(id) {
            path.pop();
        }
        if let Some(name) = doc.name(id) {
            let attrs = doc.attrs(id).map(|(name, value)| (name.to_owned(), value));
            push_element(&mut lines, path.len(), name, attrs);
        }
        if let Some(text) = doc.text(id) {
            push_text(&mut lines, path.len(), text);
        }
        path.push(id);
    }
    lines
}

/// The tree of html5ever with scripting on.
pub fn theirs(page: &str) -> Vec<Line> {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled: true,
        ..TreeBuilderOpts::default()
    };
    let opts = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    let dom = parse_document(RcDom::default(), opts).one(page);
    let mut lines = Vec::new();
    let mut open: Vec<(usize, Handle)> = vec![(0, dom.document.clone())];
    while let Some((depth, node)) = open.pop() {
        match &node.data {
            NodeData::Text { contents } => push_text(&mut lines, depth, &contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                let attrs = attrs.borrow();
                let attrs = attrs.iter().map(|attr| {
                    let prefix = attr
                        .name
                        .prefix
                        .as_deref()
                        .filter(|prefix| !prefix.is_empty());
                    let local = attr.name.local.to_ascii_lowercase();
                    (
                        prefix.map_or(local.to_string(), |prefix| format!("{prefix}:{local}")),
                        &*attr.value,
                    )
                });
                push_element(&mut lines, depth, &name.local.to_ascii_lowercase(), attrs);
            }
            _ => {}
        }
        let mut inside: Vec<Handle> = node.children.borrow().clone();
        if let NodeData::Element {
            template_contents, ..
        } = &node.data
            && let Some(contents) = &*template_contents.borrow()
        {
            inside.extend(contents.children.borrow().iter().cloned());
        }
        open.extend(inside.into_iter().rev().map(|child| (depth + 1, child)));
    }
    lines
}
