//! The stack of open elements and the questions the rules ask it.
//!
//! Knows names and node numbers, not the tree. The tree builder bounds its height, which bounds every walk here.

use super::dom::NodeId;
use super::tags::{Set, Tag};

/// The language of an element, as far as the rules differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ns {
    Html,
    Svg,
    /// An SVG element that contains HTML.
    SvgHtml,
    Math,
    /// A `MathML` element that contains text.
    MathText,
    Annotation,
    /// An `annotation-xml` that says it contains HTML.
    AnnotationHtml,
}

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    pub(super) id: NodeId,
    /// Of foreign elements `Point` or `Other`.
    pub(super) tag: Tag,
    pub(super) ns: Ns,
}

/// The open elements, the innermost last.
pub(super) struct Stack {
    open: Vec<Open>,
    /// How many of each tag are open.
    counts: [u32; 128],
}

impl Stack {
    pub(super) fn new() -> Self {
        Self {
            open: Vec::new(),
            counts: [0; 128],
        }
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn top(&self) -> Option<Open> {
        self.open.last().copied()
    }

    pub(super) fn top_is(&self, tag: Tag) -> bool {
        self.open.last().is_some_and(|top| top.tag == tag)
    }

    pub(super) fn top_in(&self, set: Set) -> bool {
        self.open.last().is_some_and(|top| set.has(top.tag))
    }

    pub(super) fn get(&self, at: usize) -> Option<Open> {
        self.open.get(at).copied()
    }

    /// From the innermost outwards.
    pub(super) fn inner_first(&self) -> impl Iterator<Item = Open> {
        self.open.iter().rev().copied()
    }

    pub(super) fn position(&self, id: NodeId) -> Option<usize> {
        self.open.iter().rposition(|open| open.id == id)
    }

    /// The first element from position `from` on that is in the set.
    pub(super) fn first_in(&self, from: usize, set: Set) -> Option<usize> {
        let rest = self.open.get(from..)?;
        rest.iter()
            .position(|open| set.has(open.tag))
            .map(|at| from + at)
    }

    fn count(&mut self, tag: Tag, change: i32) {
        if let Some(count) = self.counts.get_mut(tag as usize) {
            *count = count.saturating_add_signed(change);
        }
    }

    /// Whether an element of this name is open.
    pub(super) fn has(&self, tag: Tag) -> bool {
        self.counts
            .get(tag as usize)
            .is_some_and(|&count| count > 0)
    }

    pub(super) fn push(&mut self, open: Open) {
        self.count(open.tag, 1);
        self.open.push(open);
    }

    pub(super) fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        self.count(open.tag, -1);
        Some(open)
    }

    pub(super) fn truncate(&mut self, len: usize) {
        while self.open.len() > len {
            self.pop();
        }
    }

    pub(super) fn remove(&mut self, at: usize) {
        if at < self.open.len() {
            let open = self.open.remove(at);
            self.count(open.tag, -1);
        }
    }

    pub(super) fn remove_id(&mut self, id: NodeId) {
        if let Some(at) = self.position(id) {
            self.remove(at);
        }
    }

    pub(super) fn insert(&mut self, at: usize, open: Open) {
        if at <= self.open.len() {
            self.count(open.tag, 1);
            self.open.insert(at, open);
        }
    }

    /// Puts another element of the same name in the place of one.
    pub(super) fn set_id(&mut self, at: usize, id: NodeId) {
        if let Some(open) = self.open.get_mut(at) {
            open.id = id;
        }
    }

    /// Pops until an element of the set has been popped.
    pub(super) fn pop_through(&mut self, set: Set) {
        while let Some(open) = self.pop() {
            if set.has(open.tag) {
                return;
            }
        }
    }

    /// Pops until an element of the name has been popped.
    pub(super) fn pop_through_tag(&mut self, tag: Tag) {
        self.pop_through(Set::of(&[tag]));
    }

    /// Pops until the innermost element is in the set.
    pub(super) fn pop_to(&mut self, set: Set) {
        while self.top().is_some_and(|top| !set.has(top.tag)) {
            self.pop();
        }
    }

    /// Pops the elements of the set that are innermost.
    pub(super) fn pop_while(&mut self, set: Set) {
        while self.top_in(set) {
            self.pop();
        }
    }

    /// Whether an element of the name is open inside the innermost of `limits`.
    pub(super) fn in_scope(&self, tag: Tag, limits: Set) -> bool {
        self.has(tag) && self.any_in_scope(Set::of(&[tag]), limits)
    }

    pub(super) fn any_in_scope(&self, wanted: Set, limits: Set) -> bool {
        let stop = self
            .inner_first()
            .find(|open| wanted.has(open.tag) || limits.has(open.tag));
        stop.is_some_and(|open| wanted.has(open.tag))
    }

    pub(super) fn id_in_scope(&self, id: NodeId, limits: Set) -> bool {
        let stop = self
            .inner_first()
            .find(|open| open.id == id || limits.has(open.tag));
        stop.is_some_and(|open| open.id == id)
    }
}
