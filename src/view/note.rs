//! The papers: the verdict as notes of three lengths, a letter, data for programs. The document
//! asks for their text when a button is pressed, copies it, and shows it where the browser refuses.

use super::cards::section;
use super::dom::{Made, Node};
use crate::lang::key;
use crate::report::{PaperKind, Rows};

/// Paints the buttons, and the place for a text that could not be copied.
pub fn note(parent: &Node, rows: &Rows) -> Made<()> {
    let section = section(parent, rows, key::HEADING_NOTE)?;
    section.set("class", "papers")?;
    section.text("p", "small", rows.text(key::NOTE_ABOUT))?;
    let styles = [
        ("markdown", rows.text(key::NOTE_MARKDOWN)),
        ("plain", rows.text(key::NOTE_PLAIN)),
    ];
    let format = section.choice("format", rows.text(key::NOTE_STYLE), &styles, "markdown")?;
    format.set("data-keep", "format")?;
    let list = section.child("ul", "papers-list")?;
    for kind in PaperKind::ALL {
        let item = list.child("li", "")?;
        let words = item.child("div", "")?;
        words.text("p", "strong", rows.text(kind.title()))?;
        words.text("p", "small", rows.text(kind.about()))?;
        let copy = item.button("copy", rows.text(key::NOTE_COPY))?;
        copy.set("data-id", kind.word())?;
        let label = format!("{}: {}", rows.text(key::NOTE_COPY), rows.text(kind.title()));
        copy.set("aria-label", &label)?;
    }
    let more = section.child("p", "actions")?;
    more.button("save", rows.text(key::NOTE_SAVE))?;
    let print = more.button("print", rows.text(key::NOTE_PRINT))?;
    print.set("data-id", "report")?;
    section.child("p", "small status")?.set("role", "status")?;
    refused(&section, rows)
}

/// The text for the case that the browser refuses to copy.
fn refused(section: &Node, rows: &Rows) -> Made<()> {
    let shown = section.child("textarea", "paper")?;
    shown.set("readonly", "")?;
    shown.set("hidden", "")?;
    shown.set("rows", "12")?;
    shown.set("aria-label", rows.text(key::NOTE_TEXT))
}
