//! The sources of the candidate: which there are, what can be done with each, the question
//! whether two are one person, and the panel's own copy of what was read.
//!
//! The page that the panel stands in writes the moments as the user's clock shows them.
//! Buttons say what they do in `data-do` and to which source in `data-id`; the page that the
//! panel stands in listens and asks the desk.

use super::dom::{Made, Node};
use crate::lang::{Key, Lang, fill, key, text};
use crate::report::{
    self as file, Jump, JumpTo, Question, Record, Rows, SourceKind, SourceRow, plain,
};

/// Paints the sources of a record; nothing for a tab.
pub fn sources(parent: &Node, record: &Record, lang: Lang) -> Made<()> {
    if record.sources.is_empty() && record.others.is_empty() && !record.can_undo {
        return Ok(());
    }
    let section = parent.child("section", "sources-list")?;
    let title = section.text("h2", "", text(lang, key::DESK_HEADING))?;
    title.set("tabindex", "-1")?;
    if let Some(asked) = &record.question {
        question(&section, record, asked, lang)?;
    }
    let list = section.child("ul", "")?;
    for source in &record.sources {
        self::source(&list, source, record.sources.len(), lang)?;
    }
    let actions = section.child("p", "actions")?;
    if !record.sources.is_empty() {
        button(&actions, "clear", text(lang, key::DESK_CLEAR))?;
    }
    if record.can_undo {
        button(&actions, "undo", text(lang, key::DESK_UNDO))?;
    }
    others(&section, record, lang)
}

/// The panel's own copies of what was read, folded.
pub fn copies(parent: &Node, record: &Record, lang: Lang) -> Made<()> {
    for source in &record.sources {
        if source.text.is_empty() {
            continue;
        }
        let name = plain(&source.name);
        let details = parent.child("section", "")?.child("details", "copy")?;
        details.set("data-card", &format!("copy {}", source.id))?;
        details.set("data-copy", &source.id.to_string())?;
        details.text("summary", "", &named(lang, key::DESK_COPY, &name))?;
        details
            .text("p", "small gone", text(lang, key::DESK_NOT_FOUND))?
            .set("hidden", "")?;
        let copy = details.child("div", "read")?;
        // It scrolls, so the keyboard must get there.
        copy.set("tabindex", "0")?;
        copy.set("role", "group")?;
        copy.set("aria-label", &named(lang, key::DESK_COPY, &name))?;
        copy.set("dir", "auto")?;
        for (number, line) in source.text.iter().enumerate() {
            unseen(&copy, source, number as u32, lang)?;
            copy.text("p", "", line)?;
        }
        unseen(&copy, source, source.text.len() as u32, lang)?;
        facts(&details, source, lang)?;
    }
    Ok(())
}

/// What stands in the file before this line and cannot be seen, where it stands.
fn unseen(copy: &Node, source: &SourceRow, line: u32, lang: Lang) -> Made<()> {
    for one in source.unseen.iter().filter(|one| one.line == line) {
        let row = copy.child("p", "unseen")?;
        row.text("span", "how", file::how(one.how, lang))?;
        row.text("q", "", &plain(&one.text))?;
    }
    Ok(())
}

/// What the file says about itself.
fn facts(details: &Node, source: &SourceRow, lang: Lang) -> Made<()> {
    let said = source.facts.as_ref().map(|facts| file::facts(facts, lang));
    let said = said.unwrap_or_default();
    if said.is_empty() {
        return Ok(());
    }
    details.text("h3", "", text(lang, key::FACTS_HEADING))?;
    let list = details.child("dl", "facts")?;
    for (name, value) in said {
        list.text("dt", "", name)?;
        list.text("dd", "", &plain(&value))?.set("dir", "auto")?;
    }
    Ok(())
}

/// The button that leads to the words of a quote.
pub fn jump(figure: &Node, rows: &Rows, jump: &Jump) -> Made<()> {
    let words = match jump.to {
        JumpTo::Page => key::DESK_SHOW_IN_PAGE,
        JumpTo::Text => key::DESK_SHOW_IN_TEXT,
        JumpTo::File => key::DESK_SHOW_IN_FILE,
    };
    let button = button(figure, "show", rows.text(words))?;
    button.set("data-id", &jump.source.to_string())?;
    button.set("data-words", &jump.words)?;
    if jump.to == JumpTo::Page {
        button.set("data-in-page", "")?;
    }
    Ok(())
}

fn source(list: &Node, source: &SourceRow, of: usize, lang: Lang) -> Made<()> {
    let item = list.child("li", "source")?;
    let name = plain(&source.name);
    item.text("p", "strong", &name)?.set("dir", "auto")?;
    let values = [("kind", text(lang, kind(source.kind)))];
    let added = fill(text(lang, key::DESK_ADDED), &values);
    let added = item.text("p", "small", &format!("{added} "))?;
    added
        .text("time", "", &source.at)?
        .set("datetime", &source.at)?;
    let said = source
        .problem
        .map(|why| file::problem(why, lang))
        .into_iter();
    let gaps = source.gaps.iter().map(|gap| file::gap(*gap, lang));
    for sentence in said.chain(gaps) {
        item.text("p", "problem", sentence)?;
    }
    if !source.unseen.is_empty() {
        item.text("p", "problem", text(lang, key::XRAY_SUMMARY))?;
    }
    if source.problem.is_none() && source.judged.is_none() {
        item.text("p", "problem", text(lang, key::DESK_APART))?;
    }
    let actions = item.child("p", "actions")?;
    let id = source.id.to_string();
    let remove = button(&actions, "remove", text(lang, key::DESK_REMOVE))?;
    about(&remove, &id, &named(lang, key::DESK_REMOVE_LABEL, &name))?;
    if of > 1 {
        let split = button(&actions, "split", text(lang, key::DESK_SPLIT))?;
        about(&split, &id, &named(lang, key::DESK_SPLIT_LABEL, &name))?;
    }
    Ok(())
}

fn question(section: &Node, record: &Record, asked: &Question, lang: Lang) -> Made<()> {
    let name = |id: u32| {
        let source = record.sources.iter().find(|source| source.id == id);
        source.map(|source| plain(&source.name)).unwrap_or_default()
    };
    let (a, b) = asked.ids;
    let values = [("a", &*name(a)), ("b", &*name(b))];
    let notice = section.child("div", "question")?;
    notice.text("h3", "", text(lang, key::DESK_QUESTION))?;
    notice.text(
        "p",
        "",
        &fill(text(lang, key::DESK_QUESTION_ABOUT), &values),
    )?;
    let actions = notice.child("p", "actions")?;
    let same = button(&actions, "same", text(lang, key::DESK_SAME))?;
    same.set("data-id", &a.to_string())?;
    same.set("data-other", &b.to_string())?;
    let different = button(&actions, "split", text(lang, key::DESK_DIFFERENT))?;
    different.set("data-id", &b.to_string())
}

fn others(section: &Node, record: &Record, lang: Lang) -> Made<()> {
    if record.others.is_empty() {
        return Ok(());
    }
    section.text("h3", "", text(lang, key::DESK_OTHERS))?;
    let list = section.child("ul", "")?;
    for other in &record.others {
        let names: Vec<String> = other.names.iter().map(|name| plain(name)).collect();
        let (name, id) = (names.join(", "), other.id.to_string());
        let item = list.child("li", "source")?;
        item.text("p", "", &name)?.set("dir", "auto")?;
        let actions = item.child("p", "actions")?;
        let open = button(&actions, "open", text(lang, key::DESK_OPEN))?;
        about(&open, &id, &named(lang, key::DESK_OPEN_LABEL, &name))?;
        let join = button(&actions, "join", text(lang, key::DESK_JOIN))?;
        about(&join, &id, &named(lang, key::DESK_JOIN_LABEL, &name))?;
        join.set("data-key", &other.key)?;
    }
    Ok(())
}

fn button(parent: &Node, does: &str, words: &str) -> Made<Node> {
    let button = parent.text("button", "", words)?;
    button.set("type", "button")?;
    button.set("data-do", does)?;
    Ok(button)
}

fn about(button: &Node, id: &str, label: &str) -> Made<()> {
    button.set("data-id", id)?;
    button.set("aria-label", label)
}

fn named(lang: Lang, key: Key, name: &str) -> String {
    fill(text(lang, key), &[("name", name)])
}

const fn kind(kind: SourceKind) -> Key {
    match kind {
        SourceKind::Page => key::DESK_PAGE,
        SourceKind::Text => key::DESK_TEXT,
        SourceKind::File => key::DESK_FILE,
    }
}
