//! The note: one button that copies the verdict as Markdown, and says politely that it did.

use super::cards::section;
use super::dom::{Made, Node};
use crate::lang::{Lang, key, text};
use crate::report::{Record, Rows, note as markdown};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

thread_local! {
    /// The one listener of the panel, kept as long as its button is painted.
    static CLICK: RefCell<Option<Closure<dyn FnMut()>>> = const { RefCell::new(None) };
}

/// Paints the button, and the text for the case that the browser refuses to copy.
pub fn note(parent: &Node, record: &Record, rows: &Rows) -> Made<()> {
    let title = record.title.as_deref().unwrap_or_default();
    let url = record.url.as_deref().unwrap_or_default();
    let note = markdown(rows, &[title, url]);
    let section = section(parent, rows, key::HEADING_NOTE)?;
    section.text("p", "small", rows.text(key::NOTE_ABOUT))?;
    let button = section.text("button", "", rows.text(key::NOTE_COPY))?;
    button.set("type", "button")?;
    let status = section.child("p", "small status")?;
    status.set("role", "status")?;
    let shown = section.child("textarea", "")?;
    shown.set("readonly", "")?;
    shown.set("hidden", "")?;
    shown.set("rows", "12")?;
    shown.set("aria-label", rows.text(key::NOTE_TEXT))?;
    shown.say(&note);
    listen(&button, status, shown, note, rows.lang);
    Ok(())
}

fn listen(button: &Node, status: Node, shown: Node, note: String, lang: Lang) {
    let said = status.clone();
    let copied = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        said.say(text(lang, key::NOTE_COPIED));
    });
    let refused = Closure::<dyn FnMut(JsValue)>::new(move |_| {
        status.say(text(lang, key::NOTE_REFUSED));
        // an attribute that is not there needs no removing: nothing to report
        let _ = shown.unset("hidden");
    });
    let click = Closure::<dyn FnMut()>::new(move || {
        if let Some(window) = web_sys::window() {
            let written = window.navigator().clipboard().write_text(&note);
            let _ = written.then2(&copied, &refused);
        }
    });
    let element: &HtmlElement = button.element().unchecked_ref();
    element.set_onclick(Some(click.as_ref().unchecked_ref()));
    CLICK.set(Some(click));
}
