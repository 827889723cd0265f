//! What stands beside the level: folded, because it is read when the lines were.

use super::cards::{quotes, section};
use super::dom::{Made, Node};
use crate::lang::key;
use crate::report::{NearRow, Rows};

/// The next check to make first.
pub fn next_check(parent: &Node, rows: &Rows) -> Made<()> {
    let Some(check) = &rows.beside.next_check else {
        return Ok(());
    };
    let section = section(parent, rows, key::HEADING_NEXT_CHECK)?;
    section.text("p", "", check).map(drop)
}

/// What would change the level, and what came close: each folded.
pub fn folded(parent: &Node, rows: &Rows) -> Made<()> {
    let beside = &rows.beside;
    if !beside.changes.is_empty() {
        let details = parent
            .child("section", "")?
            .folded("changes", rows.text(key::HEADING_CHANGES))?;
        let list = details.child("ul", "")?;
        for change in &beside.changes {
            list.text("li", "", change)?;
        }
    }
    if !beside.nearly.is_empty() {
        let details = parent
            .child("section", "")?
            .folded("nearly", rows.text(key::HEADING_NEARLY))?;
        details.text("p", "small", rows.text(key::NEARLY_ABOUT))?;
        let list = details.child("ul", "cards")?;
        for near in &beside.nearly {
            card(&list, rows, near)?;
        }
    }
    Ok(())
}

/// What the level means in the user's pool.
pub fn pool(parent: &Node, rows: &Rows) -> Made<()> {
    let Some(pool) = &rows.beside.pool else {
        return Ok(());
    };
    let section = section(parent, rows, key::HEADING_POOL)?;
    section.text("p", "small", pool).map(drop)
}

fn card(list: &Node, rows: &Rows, near: &NearRow) -> Made<()> {
    let card = list.child("li", "card")?;
    let title = card.child("h3", "")?;
    title.text("span", "", &near.title)?;
    title.words(" ")?;
    title.text("span", "points", &near.points)?;
    card.text("p", "small", &near.reason)?;
    quotes(&card, rows, &near.quotes)
}
