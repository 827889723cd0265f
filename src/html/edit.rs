//! Builds and changes the tree; linked nodes only, each step in constant time but the moving of children.

use std::borrow::Cow;

use super::attrs::Span;
use super::dom::{Document, Kind, NONE, Node, NodeId};

impl<'a> Document<'a> {
    pub(super) fn new(guess: usize) -> Self {
        let mut doc = Self {
            nodes: Vec::with_capacity(guess),
            attrs: Vec::new(),
            html: None,
            head: None,
            body: None,
            truncated: None,
        };
        doc.create(Kind::Document);
        doc
    }

    /// A node without parent.
    pub(super) fn create(&mut self, kind: Kind<'a>) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            prev: NONE,
            next: NONE,
            kind,
        });
        id
    }

    fn edit(&mut self, id: NodeId, change: impl FnOnce(&mut Node<'a>)) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            change(node);
        }
    }

    pub(super) fn set_span(&mut self, id: NodeId, span: Span) {
        self.edit(id, |node| {
            if let Kind::Element { attrs, .. } = &mut node.kind {
                *attrs = span;
            }
        });
    }

    /// Puts a parentless node under `parent`, before `before` or as the last one.
    pub(super) fn insert(&mut self, parent: NodeId, before: Option<NodeId>, id: NodeId) {
        let next = before.unwrap_or(NONE);
        let prev = before.map_or_else(|| self.last_child(parent), |node| self.prev_sibling(node));
        let prev = prev.unwrap_or(NONE);
        self.edit(id, |node| {
            (node.parent, node.prev, node.next) = (parent, prev, next);
        });
        self.link(parent, prev, id);
        self.link_back(parent, id, next);
    }

    /// Makes `to` what follows `from` under `parent`.
    fn link(&mut self, parent: NodeId, from: NodeId, to: NodeId) {
        match from.some() {
            Some(from) => self.edit(from, |node| node.next = to),
            None => self.edit(parent, |node| node.first = to),
        }
    }

    /// Makes `from` what precedes `to` under `parent`.
    fn link_back(&mut self, parent: NodeId, from: NodeId, to: NodeId) {
        match to.some() {
            Some(to) => self.edit(to, |node| node.prev = from),
            None => self.edit(parent, |node| node.last = from),
        }
    }

    /// Takes a node with all inside it out of its parent.
    pub(super) fn detach(&mut self, id: NodeId) {
        let Some(&Node {
            parent, prev, next, ..
        }) = self.node(id)
        else {
            return;
        };
        if parent.some().is_some() {
            self.link(parent, prev, next);
            self.link_back(parent, prev, next);
        }
        self.edit(id, |node| {
            (node.parent, node.prev, node.next) = (NONE, NONE, NONE);
        });
    }

    /// Moves all nodes inside `from` into the empty element `to`.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) {
        let Some(&Node { first, last, .. }) = self.node(from) else {
            return;
        };
        let mut at = first.some();
        while let Some(child) = at {
            self.edit(child, |node| node.parent = to);
            at = self.next_sibling(child);
        }
        self.edit(to, |node| (node.first, node.last) = (first, last));
        self.edit(from, |node| (node.first, node.last) = (NONE, NONE));
    }

    /// Adds text under `parent`, to the text already there if there is one.
    pub(super) fn insert_text(
        &mut self,
        parent: NodeId,
        before: Option<NodeId>,
        text: Cow<'a, str>,
    ) {
        let prev = before.map_or_else(|| self.last_child(parent), |node| self.prev_sibling(node));
        let node = prev.and_then(|id| self.nodes.get_mut(id.0 as usize));
        if let Some(Node {
            kind: Kind::Text(old),
            ..
        }) = node
        {
            old.to_mut().push_str(&text);
            return;
        }
        let id = self.create(Kind::Text(text));
        self.insert(parent, before, id);
    }
}
