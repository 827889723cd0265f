//! `LinkedIn`: what the generic reader cannot know by meaning alone.
//!
//! Cards of the 2026 pages are found by the suffix of `componentkey` or `id`; class names are
//! never used. The verification mark counts only inside the candidate's own top card.

use super::generic::Draft;
use super::page::Page;
use crate::blocks::collapse;
use crate::html::NodeId;
use crate::profile::{Field, Found, Place, Words};

/// Adds what `LinkedIn` marks up; a hint that finds nothing changes nothing.
pub(super) fn hint(page: &Page<'_, '_>, draft: &mut Draft) {
    if let Some(card) = card(page, "Topcard") {
        draft.profile.verified = verified(page, card);
    }
    let details = page.url.segment(2) == "details";
    if details {
        // The page of one section: everything else stands on the profile.
        draft.headline = None;
        draft.location = None;
    }
    let hidden = super::jsonld::scripts(page.doc).any(|text| text.contains("***"));
    if hidden
        || page.title.contains("**")
        || page.blocks.iter().any(|block| block.text.contains("***"))
    {
        draft.masked = true;
    }
}

fn card(page: &Page<'_, '_>, suffix: &str) -> Option<NodeId> {
    let ends = |id: NodeId, name: &str| {
        page.doc
            .attr(id, name)
            .is_some_and(|key| key.ends_with(suffix))
    };
    page.doc
        .descendants(page.root)
        .find(|id| ends(*id, "componentkey") || ends(*id, "id"))
}

/// The mark in the card; its words are its label, or where it has none the id by which it is known.
fn verified(page: &Page<'_, '_>, card: NodeId) -> Found<Words> {
    let mark = page.doc.descendants(card).find_map(|node| {
        let id = page.doc.attr(node, "id")?;
        id.starts_with("verified-").then_some((node, id))
    });
    let Some((node, id)) = mark else {
        return Found::Empty;
    };
    let label = page.doc.attr(node, "aria-label").map(collapse);
    Found::Seen(Words {
        text: label
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| collapse(id)),
        place: Place::of(Field::Verified),
    })
}
