//! A page, taken apart once for all readers: address, title, markers, root, blocks.

use super::platforms::{self, Kind, Site};
use super::{Address, tracking};
use crate::blocks::{self, Block};
use crate::html::{Document, NodeId};
use crate::profile::Platform;
use crate::text::fold;

/// A page that a reader reads.
pub(super) struct Page<'d, 'a> {
    pub(super) url: Address,
    /// The platform as a candidate's page: [`Platform::Other`] for the other pages of those in
    /// [`platforms`].
    pub(super) platform: Platform,
    /// Its row there.
    pub(super) site: Option<&'static Site>,
    pub(super) doc: &'d Document<'a>,
    /// The title without the counter of unread notices; empty when the page has none.
    pub(super) title: String,
    /// The main landmark, or the body.
    pub(super) root: NodeId,
    pub(super) blocks: Vec<Block>,
}

impl<'d, 'a> Page<'d, 'a> {
    pub(super) fn new(url: Address, doc: &'d Document<'a>) -> Self {
        let site = platforms::of(&url);
        let tracking = site.is_some_and(|site| site.kind == Kind::Tracking);
        let title = doc
            .head()
            .and_then(|head| child_text(doc, head, "title"))
            .unwrap_or_default();
        let mut page = Self {
            platform: platform(&url, site),
            url,
            site,
            doc,
            title: strip_counter(&blocks::collapse(&title)).to_owned(),
            root: root(doc),
            blocks: Vec::new(),
        };
        if tracking {
            page.root = tracking::panel(&page);
        } else if site.is_some() && !has_title(doc, page.root) {
            page.root = doc.body().unwrap_or(page.root);
        }
        page.blocks = blocks::of_page(doc, page.root);
        if tracking {
            page.blocks = tracking::candidates_own(std::mem::take(&mut page.blocks));
        }
        page
    }

    /// Whether nothing but the look of the words says that this is a person's page: no reading
    /// on this platform was held against real pages.
    pub(super) fn is_unproven(&self) -> bool {
        self.platform == Platform::Other || !self.platform.is_verified()
    }

    /// Whether the words of others stand among the candidate's.
    pub(super) fn is_tracking(&self) -> bool {
        self.site.is_some_and(|site| site.kind == Kind::Tracking)
    }

    /// The content of `<meta name=…>` or `<meta property=…>`.
    pub(super) fn meta(&self, name: &str) -> Option<&str> {
        let doc = self.doc;
        doc.descendants(doc.head()?)
            .filter(|id| doc.name(*id) == Some("meta"))
            .find(|id| {
                doc.attr(*id, "name") == Some(name) || doc.attr(*id, "property") == Some(name)
            })
            .and_then(|id| doc.attr(id, "content"))
    }

    /// The parts of the title, split at the signs that separate them, in order.
    pub(super) fn title_parts(&self) -> Vec<&str> {
        const SIGNS: &[&str] = &[" | ", " · ", " - ", " – ", " — ", ": "];
        let mut parts = vec![self.title.as_str()];
        for sign in SIGNS {
            parts = parts.iter().flat_map(|part| part.split(sign)).collect();
        }
        parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect()
    }

    /// Documents and frames that were not opened: those that the capture marks, and documents
    /// that a page embeds by name. Other frames of a saved page are mostly advertising.
    pub(super) fn unopened(&self) -> u32 {
        let doc = self.doc;
        let is = |id: &NodeId| {
            let name = doc.name(*id).unwrap_or("");
            let marked = name == "iframe" && doc.attr(*id, "role") == Some("document");
            marked || matches!(name, "iframe" | "embed" | "object") && is_pdf(doc, *id)
        };
        let body = doc.body().unwrap_or(self.root);
        doc.descendants(body).filter(is).count() as u32
    }

    /// The folded title.
    pub(super) fn folded_title(&self) -> String {
        fold(&self.title)
    }

    /// The first element below the root with this attribute value.
    pub(super) fn element_with(&self, attribute: &str, value: &str) -> Option<NodeId> {
        let has = |id: &NodeId| {
            self.doc
                .attr(*id, attribute)
                .is_some_and(|words| words.split_ascii_whitespace().any(|word| word == value))
        };
        self.doc
            .descendants(self.doc.body().unwrap_or(self.root))
            .find(has)
    }

    /// Visible text of an element, one line.
    pub(super) fn text_of(&self, id: NodeId) -> String {
        let mut words: Vec<String> = Vec::new();
        for block in blocks::of_page(self.doc, id) {
            if words.last() != Some(&block.text) {
                words.push(block.text);
            }
        }
        words.join(" ")
    }
}

/// Whether the title of the page stands in an element; on some sites the main landmark is but
/// the tab below the person.
fn has_title(doc: &Document<'_>, id: NodeId) -> bool {
    doc.descendants(id).any(|id| doc.name(id) == Some("h1"))
}

fn is_pdf(doc: &Document<'_>, id: NodeId) -> bool {
    let source = doc.attr(id, "src").or_else(|| doc.attr(id, "data"));
    let path = source.and_then(|source| source.split(['?', '#']).next());
    doc.attr(id, "type") == Some("application/pdf")
        || path.is_some_and(|path| path.to_ascii_lowercase().ends_with(".pdf"))
}

/// The platform whose candidate's page an address is.
fn platform(url: &Address, site: Option<&'static Site>) -> Platform {
    match (site, url.platform()) {
        (Some(site), _) => site.platform,
        (None, Platform::Gitlab) => Platform::Other,
        (None, platform) => platform,
    }
}

/// `main` where it holds most of what there is to read, the body otherwise.
fn root(doc: &Document<'_>) -> NodeId {
    let body = doc.body().unwrap_or_else(|| doc.root());
    doc.descendants(body)
        .find(|id| doc.name(*id) == Some("main") || doc.attr(*id, "role") == Some("main"))
        .filter(|main| {
            doc.descendants(*main)
                .filter_map(|id| doc.text(id))
                .map(|text| text.trim().len())
                .sum::<usize>()
                > 80
        })
        .unwrap_or(body)
}

fn child_text(doc: &Document<'_>, parent: NodeId, name: &str) -> Option<String> {
    let id = doc
        .children(parent)
        .find(|id| doc.name(*id) == Some(name))?;
    Some(doc.children(id).filter_map(|id| doc.text(id)).collect())
}

/// "(3) Jo Doe | `LinkedIn`" without its counter.
fn strip_counter(title: &str) -> &str {
    let rest = title
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    match rest {
        Some((count, rest))
            if !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit() || b == b'+') =>
        {
            rest.trim_start()
        }
        _ => title,
    }
}
