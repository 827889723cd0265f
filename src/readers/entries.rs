//! Entries of a section: positions and education, found by their date ranges.
//!
//! Every entry shows one date range (its *anchor*). On a page the entry is the largest
//! element that holds just that anchor: this finds list items, table rows and bare `div`s
//! alike, whatever their classes. What stands in an element around several entries, and in
//! none of them, is the heading of a group: a company with several roles. Pages that draw an
//! entry as loose paragraphs are cut by lines instead. Texts are cut by `resume`.

use super::dates;
use crate::blocks::Block;
use crate::html::{Document, NodeId};
use crate::profile::{Dates, Field, Place, Words};
use std::collections::BTreeMap;
use std::ops::Range;

/// The lines of one entry around its anchor.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Lines before the date range.
    pub(super) before: Vec<Block>,
    /// The date range; absent for an entry without.
    pub(super) dates: Option<Dates>,
    /// What stands in the line of the date range, before it.
    pub(super) beside: Vec<String>,
    /// The number of that line.
    pub(super) line: u32,
    /// Lines after the date range.
    pub(super) after: Vec<Block>,
    /// Lines of the group around it, such as the company above several roles.
    pub(super) group: Vec<Block>,
}

/// Which dates make an anchor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchors {
    /// Ranges, and single dates with a duration after them.
    Ranges,
    /// Also single dates that stand alone.
    Singles,
}

/// The entries of a section.
pub(super) fn entries(
    doc: &Document<'_>,
    blocks: &[Block],
    heading: usize,
    body: Range<usize>,
    anchors: Anchors,
) -> Vec<Entry> {
    let body: Vec<Block> = join_dates(blocks.get(body).unwrap_or_default());
    let anchored: Vec<(usize, dates::Range)> = body
        .iter()
        .enumerate()
        .filter_map(|(i, block)| Some((i, anchor(block, anchors)?)))
        .collect();
    let heading = blocks.get(heading).and_then(|block| block.node);
    by_element(doc, &body, &anchored, heading)
}

/// Puts pieces of one line together where only together they are a date range.
fn join_dates(body: &[Block]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(body.len());
    for block in body {
        let joined = out
            .last()
            .filter(|last| last.line == block.line || is_open(&last.text))
            .and_then(|last| {
                let text = format!("{} {}", last.text, block.text);
                let needs_both =
                    dates::find(&last.text).is_none() && dates::find(&block.text).is_none();
                (needs_both
                    && text.len() < 120
                    && dates::find(&text).is_some_and(|range| range.from <= last.text.len()))
                .then_some(text)
            });
        match (joined, out.last_mut()) {
            (Some(text), Some(last)) => last.text = text,
            _ => out.push(block.clone()),
        }
    }
    out
}

/// "Jan 2023 -": the end stands in the next line.
fn is_open(text: &str) -> bool {
    text.len() < 24 && text.ends_with(['-', '–', '—'])
}

/// The date range of a line that is mostly a date range.
fn anchor(block: &Block, anchors: Anchors) -> Option<dates::Range> {
    let length = block.text.len();
    if length > 140 {
        return None;
    }
    if let Some(range) = dates::find(&block.text) {
        return is_header(&block.text, range).then_some(range);
    }
    let single = dates::single(&block.text)?;
    let rest = block.text.get(single.to..).unwrap_or("");
    let lasts = dates::is_duration(rest.trim_start_matches([' ', '·', '•']));
    (lasts || anchors == Anchors::Singles && rest.is_empty()).then_some(dates::Range {
        end: lasts
            .then_some(single.start)
            .flatten()
            .map(crate::profile::End::Date),
        ..single
    })
}

/// Whether a line with a date range is about that range: it begins with it, is mostly it, or
/// ends with it after a few words. A sentence that mentions dates is none of these.
fn is_header(text: &str, range: dates::Range) -> bool {
    let blank = |part: Option<&str>| part.is_some_and(|part| !part.contains(char::is_alphanumeric));
    // "Since 2016 at Acme." is a sentence; "Since 2016" above an entry is its date.
    let sentence = range.since && !blank(text.get(range.to..));
    let starts = blank(text.get(..range.from)) && text.len() < 90 && !sentence;
    let mostly = (range.to - range.from) * 5 >= text.len() * 2;
    let ends =
        blank(text.get(range.to..)) && range.from <= 80 && !range.since && !text.ends_with('.');
    starts || (mostly && !range.since) || ends
}

/// Cuts entries by the elements of the page.
fn by_element(
    doc: &Document<'_>,
    body: &[Block],
    anchored: &[(usize, dates::Range)],
    heading: Option<NodeId>,
) -> Vec<Entry> {
    let tree = Tree::new(doc, body, anchored, heading);
    let mut out = Vec::new();
    for (entry, (at, range)) in anchored.iter().enumerate() {
        let Some(container) = tree.containers.get(entry).copied().flatten() else {
            continue;
        };
        let mine: Vec<usize> = tree.items_of(entry, *at);
        let loose = !mine.iter().any(|i| *i < *at);
        let previous = anchored
            .get(entry.wrapping_sub(1))
            .map_or(0, |(at, _)| at + 1);
        let mut found = start(body, *at, *range);
        if loose && tree.is_flat(container, previous, *at) {
            found.before = body
                .get(header_start(body, previous, *at)..*at)
                .unwrap_or_default()
                .to_vec();
            found.after = until_header(body, *at, anchored.get(entry + 1).map(|(at, _)| *at));
        } else {
            let pick = |keep: &dyn Fn(usize) -> bool| {
                mine.iter()
                    .filter(|i| keep(**i))
                    .filter_map(|i| body.get(*i))
                    .cloned()
                    .collect()
            };
            found.before = pick(&|i| i < *at);
            found.after = pick(&|i| i > *at);
            found.group = tree.group(body, container, *at);
        }
        keep_rest(body, *at, *range, &mut found);
        out.push(found);
    }
    out
}

/// What the line of the dates says after them, other than how long it lasted, comes first among
/// the lines after it: "– Present (10 months) Lyon, France", "2016 – 2019: Baker at Pain & Co".
fn keep_rest(body: &[Block], at: usize, range: dates::Range, entry: &mut Entry) {
    let Some(block) = body.get(at) else { return };
    let mut rest = block.text.get(range.to..).unwrap_or("");
    if let Some((lasted, after)) = rest
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
    {
        rest = if dates::is_duration(lasted) {
            after
        } else {
            rest
        };
    }
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || ":|,·•(–—-".contains(c));
    let says = rest.chars().filter(|c| c.is_alphabetic()).count() > 1;
    if says && !dates::is_duration(rest) {
        let text = rest.to_owned();
        entry.after.insert(
            0,
            Block {
                text,
                links: Vec::new(),
                ..block.clone()
            },
        );
    }
}

/// The lines after an anchor, up to the header of the next one.
fn until_header(body: &[Block], at: usize, next: Option<usize>) -> Vec<Block> {
    let end = next.map_or(body.len(), |next| header_start(body, at + 1, next));
    body.get(at + 1..end.max(at + 1))
        .unwrap_or_default()
        .to_vec()
}

/// Where the header before the anchor `at` begins, looking back to `from`.
fn header_start(body: &[Block], from: usize, at: usize) -> usize {
    if body
        .get(at)
        .is_some_and(|block| dates::find(&block.text).is_some_and(|range| range.from > 12))
    {
        return at; // the anchor's own line has title or employer before the dates
    }
    let headings: Vec<usize> = (from..at)
        .filter(|i| body.get(*i).is_some_and(|block| block.heading > 0))
        .collect();
    if let Some(last) = headings.last() {
        let first = headings
            .iter()
            .rev()
            .enumerate()
            .take_while(|(back, i)| **i + back == *last)
            .last();
        return first.map_or(*last, |(_, i)| *i);
    }
    let short = |i: &usize| {
        body.get(*i).is_some_and(|block| {
            block.text.chars().count() <= 80
                && !block.text.ends_with('.')
                && !is_bullet(&block.text)
        })
    };
    let header: Vec<usize> = (from..at).rev().take(2).take_while(short).collect();
    header.last().copied().unwrap_or(at)
}

fn is_bullet(text: &str) -> bool {
    text.starts_with(['-', '•', '*', '–', '▪', '·', '◦'])
}

fn start(body: &[Block], at: usize, range: dates::Range) -> Entry {
    let text = body.get(at).map_or("", |block| block.text.as_str());
    let words = text.get(range.from..range.to).unwrap_or(text).to_owned();
    let dates = Dates {
        start: range.start,
        end: range.end,
        words: Words {
            text: words,
            place: Place::of(Field::PositionDates),
        },
    };
    let mut entry = Entry {
        dates: Some(dates),
        line: body.get(at).map_or(0, |block| block.line),
        ..Entry::default()
    };
    let before = text
        .get(..range.from)
        .unwrap_or("")
        .trim_matches(|c: char| c.is_whitespace() || "|,·•(–—-".contains(c));
    if !before.is_empty() {
        entry.beside.push(before.to_owned());
    }
    entry
}

/// The elements around the anchors of a section.
struct Tree<'d, 'a> {
    doc: &'d Document<'a>,
    /// For every anchor the largest element that holds no other.
    containers: Vec<Option<NodeId>>,
    /// For every block the entry whose container holds it.
    owner: Vec<Option<usize>>,
    /// The blocks of every entry.
    items: Vec<Vec<usize>>,
    /// The blocks that are in no entry, by the elements around them that hold several.
    loose: Vec<Vec<usize>>,
    /// Where in `loose` those of an element are.
    loose_at: BTreeMap<NodeId, usize>,
    /// How many anchors an element holds.
    counts: BTreeMap<NodeId, usize>,
    /// Elements that hold the section's heading: none of them is an entry or a group.
    outside: Vec<NodeId>,
}

impl<'d, 'a> Tree<'d, 'a> {
    fn new(
        doc: &'d Document<'a>,
        body: &[Block],
        anchored: &[(usize, dates::Range)],
        heading: Option<NodeId>,
    ) -> Self {
        let outside: Vec<NodeId> = heading
            .map(|heading| up(doc, heading).skip(1).collect())
            .unwrap_or_default();
        let node = |at: usize| body.get(at).and_then(|block| block.node);
        let mut counts: BTreeMap<NodeId, usize> = BTreeMap::new();
        for id in anchored
            .iter()
            .filter_map(|(at, _)| node(*at))
            .flat_map(|node| up(doc, node))
        {
            *counts.entry(id).or_default() += 1;
        }
        let container = |at: usize| {
            let climb = up(doc, node(at)?)
                .take_while(|id| counts.get(id) == Some(&1) && !outside.contains(id));
            climb.last()
        };
        let containers: Vec<Option<NodeId>> = anchored
            .iter()
            .map(|(at, _)| container(*at).or_else(|| node(*at)))
            .collect();
        let mut by_node: BTreeMap<NodeId, usize> = BTreeMap::new();
        for (entry, id) in containers.iter().enumerate() {
            by_node.extend(id.map(|id| (id, entry)));
        }
        let owner: Vec<Option<usize>> = body
            .iter()
            .map(|block| up(doc, block.node?).find_map(|id| by_node.get(&id).copied()))
            .collect();
        let mut items: Vec<Vec<usize>> = vec![Vec::new(); containers.len()];
        let mut loose: Vec<Vec<usize>> = Vec::new();
        let mut loose_at: BTreeMap<NodeId, usize> = BTreeMap::new();
        for (i, (block, owner)) in body.iter().zip(&owner).enumerate() {
            if let Some(items) = owner.and_then(|owner| items.get_mut(owner)) {
                items.push(i);
                continue;
            }
            let around = block.node.into_iter().flat_map(|node| up(doc, node));
            for id in around.filter(|id| counts.get(id).is_some_and(|count| *count > 1)) {
                let at = *loose_at.entry(id).or_insert(loose.len());
                if at == loose.len() {
                    loose.push(Vec::new());
                }
                if let Some(blocks) = loose.get_mut(at) {
                    blocks.push(i);
                }
            }
        }
        Self {
            doc,
            containers,
            owner,
            items,
            loose,
            loose_at,
            counts,
            outside,
        }
    }

    /// The blocks of an entry without its anchor.
    fn items_of(&self, entry: usize, anchor: usize) -> Vec<usize> {
        let items = self.items.get(entry).into_iter().flatten().copied();
        items.filter(|i| *i != anchor).collect()
    }

    /// Whether the lines between two anchors stand loose beside the entry's element instead
    /// of inside it: then elements do not say where an entry begins.
    fn is_flat(&self, container: NodeId, from: usize, at: usize) -> bool {
        let loose = (from..at).any(|i| self.owner.get(i) == Some(&None));
        let around = self.doc.parent(container);
        let entries = around
            .and_then(|id| self.counts.get(&id))
            .copied()
            .unwrap_or(0);
        loose
            && (around.is_none_or(|id| self.outside.contains(&id)) || entries > 1)
            && self.group_element(container).is_none()
    }

    /// The element around a group of entries: it holds several, and is not the list of all.
    fn group_element(&self, container: NodeId) -> Option<NodeId> {
        let all = self.containers.len();
        up(self.doc, container)
            .skip(1)
            .take_while(|id| !self.outside.contains(id))
            .filter(|id| self.counts.get(id).is_some_and(|count| *count > 1))
            .take_while(|id| {
                all == 1
                    || self.counts.get(id).is_some_and(|count| *count < all)
                    || self.is_list_item(*id)
            })
            .last()
    }

    /// With a single company in the list, its item holds all entries.
    fn is_list_item(&self, id: NodeId) -> bool {
        self.doc.name(id) == Some("li")
    }

    /// The lines of the group around an entry that are in no entry and before this one.
    fn group(&self, body: &[Block], container: NodeId, at: usize) -> Vec<Block> {
        let Some(group) = self.group_element(container) else {
            return Vec::new();
        };
        let mine = self.loose_at.get(&group);
        let loose = mine.and_then(|mine| self.loose.get(*mine));
        let before = loose.into_iter().flatten().take_while(|i| **i < at);
        before.filter_map(|i| body.get(*i)).cloned().collect()
    }
}

/// An element and those around it, innermost first.
fn up<'d>(doc: &'d Document<'_>, id: NodeId) -> impl Iterator<Item = NodeId> + 'd {
    std::iter::successors(Some(id), move |id| doc.parent(*id))
}
