//! What is kept about candidates: the list, the file, and the counts of the lines.

use super::controls::{Twice, button};
use super::dom::{Made, Node};
use super::policy::{line, table};
use super::settings::{Said, Screen};
use crate::indicators;
use crate::lang::{fill, key, plural};
use crate::settings::kept::{Listed, Refusal, listed};
use crate::work::{Common, Counts};

/// The list, and the file that it is saved as and read from.
pub fn candidates(section: &Node, screen: &Screen<'_>) -> Made<()> {
    let list = listed(&screen.state.kept);
    if !list.is_empty() {
        lines(section, screen, &list)?;
    }
    file(section, screen, list.is_empty())?;
    told(section, screen)
}

fn lines(section: &Node, screen: &Screen<'_>, list: &[Listed]) -> Made<()> {
    section.text("h3", "", screen.text(key::SETTINGS_KEPT_TITLE))?;
    let count = counted(screen, list.len() as u32, key::SETTINGS_KEPT_COUNT);
    section.text("p", "", &count)?.set("id", "kept-count")?;
    let items = section.child("ul", "")?;
    items.set("id", "kept-list")?;
    for (at, one) in list.iter().enumerate() {
        item(&items.child("li", "")?, screen, at, one)?;
    }
    Ok(())
}

/// Titles are words of pages: they have a direction of their own.
fn item(item: &Node, screen: &Screen<'_>, at: usize, one: &Listed) -> Made<()> {
    item.text("bdi", "", &one.title)?.set("dir", "auto")?;
    item.text("span", "small", &about(screen, one))?;
    let words = screen.text(key::SETTINGS_DELETE_YES);
    Twice {
        id: &format!("kept-{at}"),
        of: &format!("kept:{}", one.key),
        first: words,
        label: &format!("{words}{}{}", screen.text(key::LANGUAGE_COLON), one.title),
        about: screen.text(key::SETTINGS_KEPT_ABOUT),
        yes: words,
        no: screen.text(key::SETTINGS_DELETE_NO),
    }
    .paint(item, screen.state.asking.as_deref())
}

/// The level and the last day, where there are any.
fn about(screen: &Screen<'_>, one: &Listed) -> String {
    let level = one.level.map(|level| level.word(screen.lang).to_owned());
    let until = one.until.map(|until| {
        let words = screen.text(key::SETTINGS_KEPT_UNTIL);
        fill(words, &[("date", &until.to_string())])
    });
    let parts: Vec<String> = level.into_iter().chain(until).collect();
    parts.join(" \u{b7} ")
}

fn file(section: &Node, screen: &Screen<'_>, is_empty: bool) -> Made<()> {
    if !is_empty {
        let save = screen.text(key::SETTINGS_KEPT_SAVE);
        button(section, "kept-save", "kept-save", save)?.set("aria-describedby", "kept-plain")?;
        let plain = section.text("p", "small", screen.text(key::SETTINGS_KEPT_PLAIN))?;
        plain.set("id", "kept-plain")?;
    }
    if screen.force.settings.keep_days.is_none() {
        let off = screen.text(key::SETTINGS_KEPT_OFF);
        return section.text("p", "small", off).map(drop);
    }
    let label = section.text("label", "above", screen.text(key::SETTINGS_KEPT_READ))?;
    label.set("for", "kept-read")?;
    let input = section.child("input", "")?;
    input.set("id", "kept-read")?;
    input.set("type", "file")?;
    input.set("accept", ".json,application/json")
}

/// What came of a file or of fewer days, where it was asked for.
fn told(section: &Node, screen: &Screen<'_>) -> Made<()> {
    let class = match screen.state.said {
        Some(Said::Read { .. } | Said::Gone { .. }) => "note",
        Some(Said::Refused(_)) => "warn",
        _ => return Ok(()),
    };
    let words = said(screen).unwrap_or_default();
    section.text("p", class, &words)?.set("id", "kept-said")
}

/// The words of what was done.
pub fn said(screen: &Screen<'_>) -> Option<String> {
    let words = match screen.state.said? {
        Said::Saved => key::SETTINGS_SAVED,
        Said::Deleted => key::SETTINGS_DELETED,
        Said::Reset => key::SETTINGS_COUNTS_DONE,
        Said::Read { taken, left } => return Some(read(screen, taken, left)),
        Said::Gone { count } => return Some(counted(screen, count, key::SETTINGS_KEPT_GONE)),
        Said::Refused(Refusal::Off) => key::SETTINGS_FILE_OFF,
        Said::Refused(Refusal::TooLarge) => key::SETTINGS_FILE_TOO_LARGE,
        Said::Refused(Refusal::Wrong) => key::SETTINGS_FILE_WRONG,
        Said::Refused(Refusal::NoRoom) => key::SETTINGS_FILE_NO_ROOM,
    };
    Some(screen.text(words).to_owned())
}

fn read(screen: &Screen<'_>, taken: u32, left: u32) -> String {
    let read = counted(screen, taken, key::SETTINGS_FILE_READ);
    if left == 0 {
        return read;
    }
    let left = counted(screen, left, key::SETTINGS_FILE_LEFT);
    format!("{read} {left}")
}

fn counted(screen: &Screen<'_>, count: u32, words: crate::lang::Plural) -> String {
    let words = plural(screen.lang, count, words);
    fill(words, &[("count", &count.to_string())])
}

/// How often each line was seen on this machine, folded; nothing where none was.
pub fn counts(section: &Node, screen: &Screen<'_>) -> Made<()> {
    let common = Common::parse(&screen.state.common);
    let rows = common.feedback.rows();
    if rows.is_empty() {
        return Ok(());
    }
    let fold = section.child("details", "")?;
    fold.set("data-card", "counts")?;
    let summary = fold.text("summary", "", screen.text(key::SETTINGS_COUNTS_TITLE))?;
    summary.set("id", "counts-fold")?;
    fold.text("p", "", screen.text(key::SETTINGS_COUNTS_WHAT))?;
    counts_table(&fold, screen, &rows)?;
    Twice {
        id: "counts-reset",
        of: "counts",
        first: screen.text(key::SETTINGS_COUNTS_RESET),
        label: "",
        about: screen.text(key::SETTINGS_COUNTS_ABOUT),
        yes: screen.text(key::SETTINGS_COUNTS_YES),
        no: screen.text(key::SETTINGS_COUNTS_NO),
    }
    .paint(&fold, screen.state.asking.as_deref())
}

fn counts_table(fold: &Node, screen: &Screen<'_>, rows: &[(&str, Counts)]) -> Made<()> {
    let heads = [
        key::SETTINGS_COUNTS_LINE,
        key::SETTINGS_COUNTS_SEEN,
        key::SETTINGS_COUNTS_ALARMS,
    ];
    let body = table(fold, screen, key::SETTINGS_COUNTS_TITLE, heads)?;
    for (id, counts) in rows {
        let title = indicators::title(screen.lang, id).unwrap_or(id);
        let (seen, alarms) = (counts.seen.to_string(), counts.false_alarms.to_string());
        line(&body, title, &seen, &alarms)?;
    }
    Ok(())
}
