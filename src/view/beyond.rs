//! Beyond the verdict: the user's own note, searches elsewhere, and how long the candidate is kept.

use super::cards::section;
use super::dom::{Made, Node};
use crate::lang::{fill, key};
use crate::report::{Link, Rows, Scene};

/// The user's own note.
pub fn own_note(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    let Some(work) = &scene.work else {
        return Ok(());
    };
    let section = section(parent, rows, key::KEPT_NOTE)?;
    let note = section.child("textarea", "")?;
    note.set("rows", "3")?;
    note.set("data-act", "note")?;
    note.set("aria-label", rows.text(key::KEPT_NOTE))?;
    note.say(&work.board().note);
    section
        .text("p", "small", rows.text(key::KEPT_NOTE_ABOUT))
        .map(drop)
}

/// Searches elsewhere, each with what would leave the browser.
pub fn links(parent: &Node, rows: &Rows, links: &[Link]) -> Made<()> {
    let section = section(parent, rows, key::LINKS_HEADING)?;
    let fold = section.folded("links", rows.text(key::LINKS_OPEN))?;
    fold.text("p", "small", rows.text(key::LINKS_ABOUT))?;
    let list = fold.child("ul", "links")?;
    for link in links {
        let item = list.child("li", "")?;
        item.text("p", "strong", rows.text(link.title))?;
        let leaves = match link.leaves.as_str() {
            "" => rows.text(key::LINKS_NOTHING).to_owned(),
            words => fill(rows.text(key::LINKS_LEAVES), &[("words", words)]),
        };
        item.text("p", "small", &leaves)?.set("dir", "auto")?;
        let address = item.text("a", "address", &link.url)?;
        address.set("href", &link.url)?;
        address.set("rel", "noreferrer noopener")?;
        address.set("target", "_blank")?;
    }
    Ok(())
}

/// How long the work on this candidate is kept, and the way to be rid of it.
pub fn kept(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    if scene.work.is_none() {
        return Ok(());
    }
    let section = section(parent, rows, key::KEPT_HEADING)?;
    let words = match scene.given.keep_days {
        Some(days) => fill(rows.text(key::KEPT_DAYS), &[("days", &days.to_string())]),
        None => rows.text(key::KEPT_SESSION).to_owned(),
    };
    section.text("p", "small", &words)?;
    let fold = section.folded("forget", rows.text(key::KEPT_FORGET))?;
    fold.text("p", "small", rows.text(key::KEPT_FORGET_ABOUT))?;
    fold.button("forget", rows.text(key::KEPT_FORGET_DO))
        .map(drop)
}
