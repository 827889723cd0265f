//! The settings beside the platforms, a section each.

use super::controls::{Number, Tick, Twice, button, flag, locked, section};
use super::dom::{Made, Node};
use super::kept;
use super::settings::Screen;
use crate::lang::{Key, Lang, fill, key, text};
use crate::settings::{Act, BROWSER, KEEP_DAYS, KNOWN, LANGUAGE, LINKS, OFF, ONE_IN};

/// A while without reading.
pub fn silence(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "silence", screen.lang, key::SETTINGS_SILENCE_TITLE)?;
    let Some(until) = &screen.state.silent else {
        section.text("p", "", screen.text(key::SETTINGS_SILENCE_HOW))?;
        let line = section.child("div", "row")?;
        let hour = screen.text(key::SETTINGS_SILENCE_HOUR);
        button(&line, "silence-hour", "snooze", hour)?.set("data-minutes", "60")?;
        let day = screen.text(key::SETTINGS_SILENCE_DAY);
        return button(&line, "silence-day", "snooze", day)?.set("data-minutes", "480");
    };
    let until = fill(screen.text(key::SETTINGS_SILENCE_UNTIL), &[("time", until)]);
    section.text("p", "note", &until)?;
    button(
        &section,
        "silence-end",
        "wake",
        screen.text(key::SETTINGS_SILENCE_END),
    )
    .map(drop)
}

/// The language of the screen.
pub fn language(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "language", screen.lang, key::SETTINGS_LANGUAGE_TITLE)?;
    let select = section.child("select", "")?;
    select.set("id", "language-choice")?;
    select.set("data-act", "language")?;
    select.set("aria-labelledby", "language-title")?;
    let is_locked = screen.locks(LANGUAGE.policy);
    flag(&select, "disabled", is_locked)?;
    let chosen = screen.force.settings.language.as_deref();
    let browser = screen.text(key::SETTINGS_LANGUAGE_BROWSER);
    let own = |lang: &Lang| (lang.code(), text(*lang, key::LANGUAGE_NAME));
    let all = Lang::ALL.iter().map(own);
    for (code, words) in std::iter::once((BROWSER, browser)).chain(all) {
        let option = select.text("option", "", words)?;
        option.set("value", code)?;
        flag(&option, "selected", chosen.unwrap_or(BROWSER) == code)?;
        if code != BROWSER {
            option.set("lang", code)?;
        }
    }
    locked(&section, screen.lang, is_locked)
}

/// A single choice that is on or off.
fn choice(section: &Node, screen: &Screen<'_>, name: &str, on: bool, words: Key) -> Made<()> {
    let is_locked = screen.locks(name);
    Tick {
        kind: "checkbox",
        name,
        id: &format!("{name}-choice"),
        act: name,
        of: "",
        value: "on",
        on,
        locked: is_locked,
        label: screen.text(words),
    }
    .paint(section)?;
    locked(section, screen.lang, is_locked)
}

/// The bundled list.
pub fn known(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "known", screen.lang, key::SETTINGS_KNOWN_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_KNOWN_WHAT))?;
    let on = screen.force.settings.known;
    choice(&section, screen, KNOWN.policy, on, key::SETTINGS_KNOWN)
}

/// Links that search elsewhere.
pub fn links(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "links", screen.lang, key::SETTINGS_LINKS_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_LINKS_WHAT))?;
    let on = screen.force.settings.links;
    choice(&section, screen, LINKS.policy, on, key::SETTINGS_LINKS)
}

/// A number as it stands in a field.
fn typed(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The user’s estimate for the pool.
pub fn pool(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "pool", screen.lang, key::SETTINGS_POOL_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_POOL_WHAT))?;
    let is_locked = screen.locks(ONE_IN.policy);
    Number {
        act: "one-in",
        label: screen.text(key::SETTINGS_POOL),
        range: screen.text(key::SETTINGS_POOL_RANGE),
        value: &typed(screen.force.settings.one_in),
        locked: is_locked,
        refused: screen.refused(Act::OneIn),
    }
    .paint(&section)?;
    locked(&section, screen.lang, is_locked)
}

/// What is kept, for how long, and how it goes.
pub fn keep(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "keep", screen.lang, key::SETTINGS_KEEP_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_KEEP_WHAT))?;
    section.text("p", "note", screen.text(key::SETTINGS_KEEP_PLAIN))?;
    let days = screen.force.settings.keep_days;
    let is_locked = screen.locks(KEEP_DAYS.policy);
    Tick {
        kind: "checkbox",
        name: "keep",
        id: "keep-choice",
        act: "keep",
        of: "",
        value: "on",
        on: days.is_some(),
        locked: is_locked,
        label: screen.text(key::SETTINGS_KEEP),
    }
    .paint(&section)?;
    if days.is_some() {
        Number {
            act: "keep-days",
            label: screen.text(key::SETTINGS_KEEP_DAYS),
            range: screen.text(key::SETTINGS_KEEP_RANGE),
            value: &typed(days),
            locked: is_locked,
            refused: screen.refused(Act::KeepDays),
        }
        .paint(&section)?;
    }
    locked(&section, screen.lang, is_locked)?;
    kept::candidates(&section, screen)?;
    delete(&section, screen)?;
    kept::counts(&section, screen)
}

/// Everything of candidates.
fn delete(section: &Node, screen: &Screen<'_>) -> Made<()> {
    Twice {
        id: "delete",
        of: "everything",
        first: screen.text(key::SETTINGS_DELETE),
        label: "",
        about: screen.text(key::SETTINGS_DELETE_ABOUT),
        yes: screen.text(key::SETTINGS_DELETE_YES),
        no: screen.text(key::SETTINGS_DELETE_NO),
    }
    .paint(section, screen.state.asking.as_deref())
}

/// The sites that are switched off.
pub fn off(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let policy = &screen.force.policy;
    let sites = &screen.force.settings.off;
    if sites.is_empty() {
        return Ok(());
    }
    let section = section(root, "off", screen.lang, key::SETTINGS_OFF_TITLE)?;
    let is_locked = policy.off_replace.is_some() || screen.locks(OFF.policy);
    let list = section.child("ul", "")?;
    list.set("id", "off-list")?;
    for site in sites {
        let item = list.child("li", "")?;
        item.text("span", "", site)?;
        if is_locked || policy.off_add.contains(site) {
            locked(&item, screen.lang, true)?;
            continue;
        }
        let words = screen.text(key::SETTINGS_OFF_REMOVE);
        let remove = button(&item, &format!("off-{site}"), "off-remove", words)?;
        remove.set("data-of", site)?;
        remove.set("aria-label", &format!("{words}: {site}"))?;
    }
    Ok(())
}

/// Whether the icon is in sight.
pub fn pin(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "pin", screen.lang, key::SETTINGS_PIN_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_PIN_HOW))?;
    let (class, words) = match screen.state.pinned {
        Some(true) => ("note", key::SETTINGS_PIN_YES),
        Some(false) => ("warn", key::SETTINGS_PIN_NO),
        None => return Ok(()),
    };
    section.text("p", class, screen.text(words)).map(drop)
}
