//! Formatting elements (`<b>`, `<a>`, …): reopened where a block cut them, and put right when closed in the wrong
//! order (the adoption agency of the standard).
//!
//! The list is bounded, so that unclosed formatting elements cost a constant per token.

use std::borrow::Cow;

use super::attrs::{self, Span};
use super::dom::NodeId;
use super::stack::{Ns, Open};
use super::tags::{SCOPE, SPECIAL, Tag};
use super::tokens::TagToken;
use super::tree::Builder;

/// How many entries the list keeps; browsers set no bound.
const MOST: usize = 128;

/// A formatting element that is to be reopened.
#[derive(Clone, Copy)]
struct Entry {
    id: NodeId,
    tag: Tag,
    attrs: Span,
}

/// The list of active formatting elements; `None` separates a cell, an object and the like from what is around it.
#[derive(Default)]
pub(super) struct Formatting(Vec<Option<Entry>>);

impl Formatting {
    pub(super) fn push_marker(&mut self) {
        self.push(None);
    }

    fn push(&mut self, entry: Option<Entry>) {
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(entry);
    }

    pub(super) fn clear_to_marker(&mut self) {
        while let Some(Some(_)) = self.0.pop() {}
    }

    /// The entries after the last marker with their places, the last first.
    fn recent(&self) -> impl Iterator<Item = (usize, Entry)> {
        self.0
            .iter()
            .enumerate()
            .rev()
            .map_while(|(at, entry)| entry.map(|entry| (at, entry)))
    }

    pub(super) fn recent_named(&self, tag: Tag) -> Option<NodeId> {
        self.recent()
            .find(|(_, entry)| entry.tag == tag)
            .map(|(_, entry)| entry.id)
    }

    fn position(&self, id: NodeId) -> Option<usize> {
        self.0
            .iter()
            .rposition(|entry| entry.is_some_and(|entry| entry.id == id))
    }

    fn get(&self, at: usize) -> Option<Entry> {
        self.0.get(at).copied().flatten()
    }

    fn set(&mut self, at: usize, entry: Entry) {
        if let Some(old) = self.0.get_mut(at) {
            *old = Some(entry);
        }
    }

    pub(super) fn remove_id(&mut self, id: NodeId) {
        if let Some(at) = self.position(id) {
            self.0.remove(at);
        }
    }
}

/// What one round of the adoption agency works on.
struct Adoption {
    entry: Entry,
    /// Where the formatting element stands on the stack.
    at: usize,
    /// The outermost block inside it.
    block: Open,
    block_at: usize,
}

impl<'a> Builder<'a> {
    /// Opens a formatting element and remembers it, at most three times the same.
    pub(super) fn open_formatting(&mut self, tag: TagToken<'a>) {
        let all = &self.tokens.attrs;
        let own = tag.attrs.of(all);
        let same = |entry: &Entry| entry.tag == tag.tag && attrs::same(entry.attrs.of(all), own);
        let equal = self.formatting.recent().filter(|(_, entry)| same(entry));
        let (count, first) = equal.fold((0, 0), |(count, _), (at, _)| (count + 1, at));
        if count >= 3 {
            self.formatting.0.remove(first);
        }
        let (kind, attrs) = (tag.tag, tag.attrs);
        let id = self.open(tag);
        self.formatting.push(Some(Entry {
            id,
            tag: kind,
            attrs,
        }));
    }

    fn create_again(&mut self, entry: Entry) -> Entry {
        let id = self.create(Cow::Borrowed(entry.tag.name()), entry.attrs);
        Entry { id, ..entry }
    }

    fn is_open(&self, entry: Entry) -> bool {
        self.stack.has(entry.tag) && self.stack.position(entry.id).is_some()
    }

    /// Reopens the formatting elements that are remembered but not open.
    pub(super) fn reopen_formatting(&mut self) {
        let closed = self
            .formatting
            .recent()
            .take_while(|&(_, entry)| !self.is_open(entry))
            .last();
        let Some((first, _)) = closed else { return };
        for at in first..self.formatting.0.len() {
            if self.is_full() {
                return;
            }
            let (Some(entry), Some(top)) = (self.formatting.get(at), self.stack.top()) else {
                return;
            };
            let entry = self.create_again(entry);
            self.put(top, entry.id);
            self.stack.push(Open {
                id: entry.id,
                tag: entry.tag,
                ns: Ns::Html,
            });
            self.formatting.set(at, entry);
        }
    }

    /// A `<a>` inside a `<a>` closes the outer one.
    pub(super) fn close_outer_a(&mut self) {
        if let Some(id) = self.formatting.recent_named(Tag::A) {
            self.adopt(Tag::A, "a");
            self.formatting.remove_id(id);
            self.stack.remove_id(id);
        }
    }

    /// The end tag of a formatting element.
    pub(super) fn adopt(&mut self, tag: Tag, name: &str) {
        let top = self.stack.top().filter(|top| top.tag == tag);
        if top.is_some_and(|top| self.formatting.position(top.id).is_none()) {
            self.stack.pop();
            return;
        }
        for _ in 0..8 {
            let Some((at, entry)) = self.formatting.recent().find(|(_, entry)| entry.tag == tag)
            else {
                return self.other_end(tag, name);
            };
            if self.adopt_once(at, entry).is_none() {
                return;
            }
        }
    }

    /// One round; `None` when it was the last.
    fn adopt_once(&mut self, list_at: usize, entry: Entry) -> Option<()> {
        let Some(at) = self.stack.position(entry.id) else {
            self.formatting.0.remove(list_at);
            return None;
        };
        if !self.stack.id_in_scope(entry.id, SCOPE) {
            return None;
        }
        let Some(block_at) = self.stack.first_in(at, SPECIAL) else {
            self.stack.truncate(at);
            self.formatting.0.remove(list_at);
            return None;
        };
        let block = self.stack.get(block_at)?;
        self.move_block(&Adoption {
            entry,
            at,
            block,
            block_at,
        })
    }

    fn move_block(&mut self, job: &Adoption) -> Option<()> {
        let ancestor = self.stack.get(job.at.checked_sub(1)?)?;
        let (last, after) = self.copy_between(job)?;
        self.doc.detach(last);
        self.put(ancestor, last);
        let copy = self.create_again(job.entry);
        self.doc.move_children(job.block.id, copy.id);
        self.doc.insert(job.block.id, None, copy.id);
        match after {
            None => self
                .formatting
                .set(self.formatting.position(job.entry.id)?, copy),
            Some(after) => {
                let at = self.formatting.position(after)? + 1;
                self.formatting.0.insert(at, Some(copy));
                self.formatting.remove_id(job.entry.id);
            }
        }
        self.stack.remove_id(job.entry.id);
        let block_at = self.stack.position(job.block.id)?;
        self.stack.insert(
            block_at + 1,
            Open {
                id: copy.id,
                tag: copy.tag,
                ns: Ns::Html,
            },
        );
        Some(())
    }

    /// Copies the formatting elements between the block and the one being closed around the block. Returns the
    /// outermost node of it, and the entry after which the closed element is to be remembered.
    fn copy_between(&mut self, job: &Adoption) -> Option<(NodeId, Option<NodeId>)> {
        let mut last = job.block.id;
        let mut after = None;
        for (round, at) in (job.at + 1..job.block_at).rev().enumerate() {
            let node = self.stack.get(at)?;
            let listed = self.formatting.position(node.id);
            let Some(list_at) = listed.filter(|_| round < 3) else {
                self.formatting.remove_id(node.id);
                self.stack.remove(at);
                continue;
            };
            let copy = self.create_again(self.formatting.get(list_at)?);
            self.stack.set_id(at, copy.id);
            self.formatting.set(list_at, copy);
            after.get_or_insert(copy.id);
            self.doc.detach(last);
            self.doc.insert(copy.id, None, last);
            last = copy.id;
        }
        Some((last, after))
    }

    /// The end tag of an element without rule of its own.
    pub(super) fn other_end(&mut self, tag: Tag, name: &str) {
        let stop = self
            .stack
            .inner_first()
            .enumerate()
            .find_map(|(depth, open)| {
                let same = open.tag == tag && (tag != Tag::Other || self.is_html_named(open, name));
                (same || SPECIAL.has(open.tag)).then_some((depth, same))
            });
        if let Some((depth, true)) = stop {
            let at = self.stack.len() - 1 - depth;
            self.implied_ends_except(tag);
            self.stack.truncate(at);
        }
    }

    fn is_html_named(&self, open: Open, name: &str) -> bool {
        open.ns == Ns::Html && self.doc.name(open.id) == Some(name)
    }
}
