//! The tree that parsing yields: an arena of nodes with links, read through [`Document`]; `edit` builds it.
//!
//! Knows nothing of how HTML is written. Walks and changes are loops, never recursion, so that depth costs no stack.

use std::borrow::Cow;

use super::attrs::{Attr, Span};

/// "No node" in a link.
pub(super) const NONE: NodeId = NodeId(u32::MAX);

/// A node of one [`Document`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    pub(super) fn some(self) -> Option<Self> {
        (self != NONE).then_some(self)
    }
}

/// What a limit left out of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Truncation {
    /// The input after [`Limits::bytes`](super::Limits::bytes).
    Bytes,
    /// The input after [`Limits::nodes`](super::Limits::nodes) nodes, or attributes after as many.
    Nodes,
    /// Nothing but nesting: elements deeper than [`Limits::depth`](super::Limits::depth) stand at that depth.
    Depth,
}

#[derive(Debug)]
pub(super) enum Kind<'a> {
    Document,
    Element { name: Cow<'a, str>, attrs: Span },
    Text(Cow<'a, str>),
}

#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) parent: NodeId,
    pub(super) first: NodeId,
    pub(super) last: NodeId,
    pub(super) prev: NodeId,
    pub(super) next: NodeId,
    pub(super) kind: Kind<'a>,
}

/// A parsed page.
#[derive(Debug)]
pub struct Document<'a> {
    pub(super) nodes: Vec<Node<'a>>,
    pub(super) attrs: Vec<Attr<'a>>,
    pub(super) html: Option<NodeId>,
    pub(super) head: Option<NodeId>,
    pub(super) body: Option<NodeId>,
    pub(super) truncated: Option<Truncation>,
}

/// Reading.
impl<'a> Document<'a> {
    /// The document node, parent of `<html>`.
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// The `<html>` element.
    pub fn html(&self) -> Option<NodeId> {
        self.html
    }

    /// The `<head>` element.
    pub fn head(&self) -> Option<NodeId> {
        self.head
    }

    /// The `<body>` element; `None` on a page of frames.
    pub fn body(&self) -> Option<NodeId> {
        self.body
    }

    /// The node that contains this one.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.parent.some()
    }

    /// The first node inside.
    pub fn first_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.first.some()
    }

    /// The last node inside.
    pub fn last_child(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.last.some()
    }

    /// The node after this one under the same parent.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.next.some()
    }

    /// The node before this one under the same parent.
    pub fn prev_sibling(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)?.prev.some()
    }

    /// The lower-case tag name; `None` for a text and the document node.
    pub fn name(&self, id: NodeId) -> Option<&str> {
        match &self.node(id)?.kind {
            Kind::Element { name, .. } => Some(name),
            Kind::Document | Kind::Text(_) => None,
        }
    }

    /// The decoded value of an attribute; `None` when absent, empty when written without value.
    pub fn attr(&self, id: NodeId, name: &str) -> Option<&str> {
        self.span(id)
            .of(&self.attrs)
            .iter()
            .find(|attr| attr.name == name)
            .map(|attr| &*attr.value)
    }

    /// All attributes in the order written, each name once.
    pub fn attrs(&self, id: NodeId) -> impl Iterator<Item = (&str, &str)> {
        self.span(id)
            .of(&self.attrs)
            .iter()
            .map(|attr| (&*attr.name, &*attr.value))
    }

    /// The decoded text of a text node.
    pub fn text(&self, id: NodeId) -> Option<&str> {
        match &self.node(id)?.kind {
            Kind::Text(text) => Some(text),
            Kind::Document | Kind::Element { .. } => None,
        }
    }

    /// All nodes inside, in the order of the page.
    pub fn descendants(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(id), move |&at| self.after(at, id))
    }

    /// The nodes directly inside.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.first_child(id), |&at| self.next_sibling(at))
    }

    /// What a limit left out, the gravest only; `None` when the tree is complete.
    pub fn truncated(&self) -> Option<Truncation> {
        self.truncated
    }

    /// The number of nodes made, among them the document node.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether nothing but the document node is there.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node<'a>> {
        self.nodes.get(id.0 as usize)
    }

    /// The node after `at` in the order of the page, inside `top`.
    fn after(&self, at: NodeId, top: NodeId) -> Option<NodeId> {
        let mut up = at;
        let mut found = self.first_child(at);
        while found.is_none() && up != top {
            found = self.next_sibling(up);
            up = self.parent(up)?;
        }
        found
    }

    pub(super) fn span(&self, id: NodeId) -> Span {
        match self.node(id).map(|node| &node.kind) {
            Some(Kind::Element { attrs, .. }) => *attrs,
            _ => Span::default(),
        }
    }
}
