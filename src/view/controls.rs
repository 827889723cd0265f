//! Controls of the settings. What a script has to know of one stands in its `data-` attributes:
//! `act` says what it does, `of` to what. Each has an id, so that a new painting can give the
//! focus back.

use super::dom::{Made, Node};
use crate::lang::{Key, Lang, key, text};

/// A control that is ticked.
pub struct Tick<'a> {
    /// `checkbox` or `radio`.
    pub kind: &'a str,
    /// Name of the field; those of one choice share it.
    pub name: &'a str,
    /// Id of the element.
    pub id: &'a str,
    /// What it does.
    pub act: &'a str,
    /// To what.
    pub of: &'a str,
    /// What is chosen by it.
    pub value: &'a str,
    /// Whether it is ticked.
    pub on: bool,
    /// Whether it cannot be changed.
    pub locked: bool,
    /// Its words.
    pub label: &'a str,
}

impl Tick<'_> {
    /// Paints it with its words.
    pub fn paint(&self, parent: &Node) -> Made<()> {
        let label = parent.child("label", "")?;
        let input = label.child("input", "")?;
        input.set("type", self.kind)?;
        input.set("name", self.name)?;
        input.set("id", self.id)?;
        input.set("data-act", self.act)?;
        input.set("data-of", self.of)?;
        input.set("value", self.value)?;
        flag(&input, "checked", self.on)?;
        flag(&input, "disabled", self.locked)?;
        label.words(self.label)
    }
}

/// Sets an attribute that needs no value.
pub fn flag(node: &Node, name: &str, on: bool) -> Made<()> {
    if on { node.set(name, "") } else { Ok(()) }
}

/// A button with an id.
pub fn button(parent: &Node, id: &str, act: &str, words: &str) -> Made<Node> {
    let button = parent.button(act, words)?;
    button.set("id", id)?;
    Ok(button)
}

/// What is deleted only after a second click, beside which stands what goes.
pub struct Twice<'a> {
    /// Id of the button; those of the answers end in `-no` and `-yes`.
    pub id: &'a str,
    /// What is deleted.
    pub of: &'a str,
    /// Words of the first button.
    pub first: &'a str,
    /// How it is called where its words alone do not say which it is; else empty.
    pub label: &'a str,
    /// What goes.
    pub about: &'a str,
    /// Words of the button that deletes.
    pub yes: &'a str,
    /// Words of the button that does not.
    pub no: &'a str,
}

impl Twice<'_> {
    /// Paints the button, or the question where that is being `asked`.
    pub fn paint(&self, parent: &Node, asked: Option<&str>) -> Made<()> {
        if asked == Some(self.of) {
            return self.question(parent);
        }
        let first = self.button(parent, self.id, "ask", self.first)?;
        if !self.label.is_empty() {
            first.set("aria-label", self.label)?;
        }
        Ok(())
    }

    fn question(&self, parent: &Node) -> Made<()> {
        let about = format!("{}-about", self.id);
        let group = parent.child("div", "warn")?;
        group.set("role", "group")?;
        group.set("aria-labelledby", &about)?;
        group.text("p", "", self.about)?.set("id", &about)?;
        let row = group.child("div", "row")?;
        self.button(&row, &format!("{}-no", self.id), "ask-no", self.no)?;
        self.button(&row, &format!("{}-yes", self.id), "ask-yes", self.yes)
            .map(drop)
    }

    fn button(&self, parent: &Node, id: &str, act: &str, words: &str) -> Made<Node> {
        let made = button(parent, id, act, words)?;
        made.set("data-of", self.of)?;
        Ok(made)
    }
}

/// A section with a heading that names it.
pub fn section(parent: &Node, id: &str, lang: Lang, heading: Key) -> Made<Node> {
    let section = parent.child("section", "")?;
    section.set("id", id)?;
    let title = format!("{id}-title");
    section.set("aria-labelledby", &title)?;
    section
        .text("h2", "", text(lang, heading))?
        .set("id", &title)?;
    Ok(section)
}

/// A number that is typed.
pub struct Number<'a> {
    /// Id of the element, and what it does.
    pub act: &'a str,
    /// Its words.
    pub label: &'a str,
    /// What it may be, in words.
    pub range: &'a str,
    /// What is typed there.
    pub value: &'a str,
    /// Whether it cannot be changed.
    pub locked: bool,
    /// What was typed there and refused.
    pub refused: Option<&'a str>,
}

impl Number<'_> {
    /// Paints it with its words and its range.
    pub fn paint(&self, parent: &Node) -> Made<()> {
        let range = format!("{}-range", self.act);
        let label = parent.text("label", "above", self.label)?;
        label.set("for", self.act)?;
        let input = parent.child("input", "number")?;
        input.set("inputmode", "numeric")?;
        input.set("autocomplete", "off")?;
        input.set("id", self.act)?;
        input.set("data-act", self.act)?;
        input.set("value", self.refused.unwrap_or(self.value))?;
        input.set("aria-describedby", &range)?;
        flag(&input, "disabled", self.locked)?;
        if self.refused.is_some() {
            input.set("aria-invalid", "true")?;
        }
        let class = if self.refused.is_some() {
            "warn"
        } else {
            "small"
        };
        parent.text("p", class, self.range)?.set("id", &range)
    }
}

/// Says that an administrator set this.
pub fn locked(parent: &Node, lang: Lang, is_locked: bool) -> Made<()> {
    if is_locked {
        parent.text("p", "small", text(lang, key::POLICY_LOCKED_HERE))?;
    }
    Ok(())
}
