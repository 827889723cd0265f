//! The few ways in which the painter touches the document.

use crate::report::Level;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// What comes of touching the document.
pub type Made<T> = Result<T, JsValue>;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element and its document.
#[derive(Clone)]
pub struct Node {
    document: Document,
    element: Element,
}

impl Node {
    /// Wraps the element that is painted into.
    pub fn of(root: &HtmlElement) -> Made<Self> {
        let document = root.owner_document().ok_or("no document")?;
        let element = root.clone().into();
        Ok(Self { document, element })
    }

    /// Adds an element; `class` may be empty.
    pub fn child(&self, tag: &str, class: &str) -> Made<Self> {
        let element = self.document.create_element(tag)?;
        if !class.is_empty() {
            element.set_attribute("class", class)?;
        }
        self.element.append_child(&element)?;
        let document = self.document.clone();
        Ok(Self { document, element })
    }

    /// Adds an element with words in it.
    pub fn text(&self, tag: &str, class: &str, words: &str) -> Made<Self> {
        let node = self.child(tag, class)?;
        node.say(words);
        Ok(node)
    }

    /// Adds a button that does something.
    pub fn button(&self, act: &str, words: &str) -> Made<Self> {
        let button = self.text("button", "", words)?;
        button.set("type", "button")?;
        button.set("data-act", act)?;
        Ok(button)
    }

    /// Adds a box to tick, with its words beside it.
    pub fn tick(&self, act: &str, id: &str, checked: bool, words: &str) -> Made<Self> {
        let label = self.child("label", "tick")?;
        let input = label.child("input", "")?;
        input.set("type", "checkbox")?;
        input.set("data-act", act)?;
        input.set("data-id", id)?;
        if checked {
            input.set("checked", "")?;
        }
        label.text("span", "", words)?;
        Ok(input)
    }

    /// Adds a choice among named values, with its words above it.
    pub fn choice(
        &self,
        name: &str,
        words: &str,
        values: &[(&str, &str)],
        chosen: &str,
    ) -> Made<Self> {
        let label = self.child("label", "choice")?;
        label.text("span", "", words)?;
        let select = label.child("select", "")?;
        select.set("name", name)?;
        for (value, words) in values {
            let option = select.text("option", "", words)?;
            option.set("value", value)?;
            if *value == chosen {
                option.set("selected", "")?;
            }
        }
        Ok(select)
    }

    /// Adds a folded part that stays as the user left it.
    pub fn folded(&self, name: &str, summary: &str) -> Made<Self> {
        let details = self.child("details", "")?;
        details.set("data-card", name)?;
        details.text("summary", "", summary)?;
        Ok(details)
    }

    /// Names the line that unfolds this part, for those who hear it without what stands above.
    pub fn name_summary(&self, name: &str) -> Made<()> {
        let summary = self.element.query_selector("summary")?;
        summary.map_or(Ok(()), |summary| summary.set_attribute("aria-label", name))
    }

    /// Adds words after what is there.
    pub fn words(&self, words: &str) -> Made<()> {
        let text = self.document.create_text_node(words);
        self.element.append_child(&text).map(drop)
    }

    /// Replaces what is there with words.
    pub fn say(&self, words: &str) {
        self.element.set_text_content(Some(words));
    }

    /// Sets an attribute.
    pub fn set(&self, name: &str, value: &str) -> Made<()> {
        self.element.set_attribute(name, value)
    }

    /// Removes what is there.
    pub fn clear(&self) {
        self.element.set_text_content(None);
    }

    /// Says which language the document is in.
    pub fn speak(&self, code: &str) -> Made<()> {
        let html = self.document.document_element();
        html.map_or(Ok(()), |html| html.set_attribute("lang", code))
    }

    /// Tells a screen reader, politely, when there is something new to tell.
    pub fn announce(&self, words: &str) {
        let live = self.document.get_element_by_id("live");
        if let Some(live) = live.filter(|live| live.text_content().as_deref() != Some(words)) {
            live.set_text_content(Some(words));
        }
    }

    /// The cards that the user has unfolded.
    pub fn open_cards(&self) -> Vec<String> {
        self.cards("details[open]")
            .filter_map(|card| card.get_attribute("data-card"))
            .collect()
    }

    /// Unfolds these cards again after a new painting.
    pub fn reopen_cards(&self, names: &[String]) -> Made<()> {
        for card in self.cards("details") {
            let name = card.get_attribute("data-card");
            if name.is_some_and(|name| names.contains(&name)) {
                card.set_attribute("open", "")?;
            }
        }
        Ok(())
    }

    fn cards(&self, selector: &str) -> impl Iterator<Item = Element> {
        let list = self.element.query_selector_all(selector).ok();
        let length = list.as_ref().map_or(0, web_sys::NodeList::length);
        (0..length).filter_map(move |index| list.as_ref()?.item(index)?.dyn_into().ok())
    }
}

/// The mark of a level: its shape differs, so that the level never depends on colour.
pub fn mark(parent: &Node, level: Level) -> Made<()> {
    let (tag, shape): (_, &[(&str, &str)]) = match level {
        Level::NotEnough => ("circle", &[("cx", "10"), ("cy", "10"), ("r", "6")]),
        Level::NothingStoodOut => ("path", &[("d", "M5 10h10")]),
        Level::WorthChecking => ("path", &[("d", "M2 7h4l4 7 4-7h4")]),
        Level::VerifyFirst => ("path", &[("d", "M1 7h2l3.5 7L10 7l3.5 7L17 7h2")]),
    };
    let document = &parent.document;
    let svg = document.create_element_ns(Some(SVG), "svg")?;
    svg.set_attribute("class", "mark")?;
    svg.set_attribute("viewBox", "0 0 20 20")?;
    svg.set_attribute("aria-hidden", "true")?;
    let line = document.create_element_ns(Some(SVG), tag)?;
    for (name, value) in shape {
        line.set_attribute(name, value)?;
    }
    svg.append_child(&line)?;
    parent.element.append_child(&svg).map(drop)
}
