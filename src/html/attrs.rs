//! Attributes of elements: one list for the whole page, in which an element has a run.
//!
//! Copies of formatting elements share the run of the first.

use crate::sorted::order;
use std::borrow::Cow;

/// Up to how many attributes two tags are the same in whatever order.
const REORDERED: usize = 32;

/// A name and a decoded value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Attr<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) value: Cow<'a, str>,
}

/// A run in the list of all attributes.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Span {
    start: u32,
    len: u32,
}

impl Span {
    /// From `start` to the end of the list.
    pub(super) fn since(start: usize, all: &[Attr<'_>]) -> Self {
        Self {
            start: start as u32,
            len: (all.len() - start) as u32,
        }
    }

    pub(super) fn of<'l, 'a>(self, all: &'l [Attr<'a>]) -> &'l [Attr<'a>] {
        let start = self.start as usize;
        all.get(start..start + self.len as usize)
            .unwrap_or_default()
    }
}

/// A name in lower case, NUL as U+FFFD.
pub(super) fn fold(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase() || b == 0) {
        Cow::Owned(name.to_ascii_lowercase().replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(name)
    }
}

/// Keeps of each name from `start` on the first.
pub(super) fn drop_repeated(attrs: &mut Vec<Attr<'_>>, start: usize) {
    let found = attrs.split_off(start);
    let name = |at: usize| found.get(at).map(|attr| &*attr.name);
    let mut places = order(found.len(), &|a, b| name(a).cmp(&name(b)));
    places.dedup_by(|&mut later, &mut first| name(later) == name(first));
    let mut kept = vec![false; found.len()];
    for at in places {
        if let Some(kept) = kept.get_mut(at) {
            *kept = true;
        }
    }
    let all = found.into_iter().zip(kept);
    attrs.extend(all.filter(|&(_, kept)| kept).map(|(attr, _)| attr));
}

/// Whether two tags have the same attributes.
pub(super) fn same(a: &[Attr<'_>], b: &[Attr<'_>]) -> bool {
    a.len() == b.len()
        && (a == b || (a.len() <= REORDERED && a.iter().all(|attr| b.contains(attr))))
}
