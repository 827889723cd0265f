//! When each platform is read, and whether a badge is drawn there: a part of the settings.

use super::controls::{Tick, locked, section};
use super::dom::{Made, Node};
use super::settings::{PlatformRow, Screen};
use crate::lang::key;
use crate::settings::Read;

fn rows<'a>(screen: &'a Screen<'_>, kind: &str) -> impl Iterator<Item = &'a PlatformRow> {
    let rows = screen.state.platforms.iter();
    rows.filter(move |row| row.kind == kind)
}

/// Those that are built in: when, and whether with a badge.
pub fn platforms(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let form = root.child("div", "")?;
    form.set("id", "platforms")?;
    for row in rows(screen, "built-in") {
        platform(&form, screen, row)?;
    }
    Ok(())
}

fn platform(form: &Node, screen: &Screen<'_>, row: &PlatformRow) -> Made<()> {
    let id = &*row.id;
    let now = screen.platform(id);
    let set = form.child("fieldset", "")?;
    set.text("legend", "", &row.name)?;
    if id == "linkedin" {
        set.text("p", "note", screen.text(key::SETTINGS_LINKEDIN))?;
    }
    let (read, badge) = (format!("platforms.{id}"), format!("badges.{id}"));
    let forbidden = screen.forbids(id);
    let line = set.child("div", "row")?;
    for (value, on, words) in [
        ("auto", Read::Auto, key::SETTINGS_AUTO),
        ("click", Read::Click, key::SETTINGS_CLICK),
    ] {
        Tick {
            kind: "radio",
            name: id,
            id: &format!("read-{id}-{value}"),
            act: "read",
            of: id,
            value,
            on: now.read == on && !forbidden,
            locked: forbidden || screen.locks(&read),
            label: screen.text(words),
        }
        .paint(&line)?;
    }
    Tick {
        kind: "checkbox",
        name: &format!("{id}-badge"),
        id: &format!("badge-{id}"),
        act: "badge",
        of: id,
        value: "on",
        on: now.badge,
        locked: forbidden || screen.locks(&badge),
        label: screen.text(key::SETTINGS_BADGE),
    }
    .paint(&line)?;
    if forbidden {
        set.text("p", "small", screen.text(key::POLICY_FORBIDDEN))?;
    } else if now.read == Read::Unset {
        set.text("p", "small", screen.text(key::SETTINGS_UNSET))?;
    }
    locked(
        &set,
        screen.lang,
        screen.locks(&read) || screen.locks(&badge),
    )
}

/// The platforms that are asked for one by one.
pub fn more(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let section = section(root, "more", screen.lang, key::SETTINGS_MORE_TITLE)?;
    section.text("p", "", screen.text(key::SETTINGS_MORE_HOW))?;
    for (kind, heading, what) in [
        (
            "profiles",
            key::SETTINGS_PROFILES,
            key::SETTINGS_PROFILES_WHAT,
        ),
        (
            "tracking",
            key::SETTINGS_TRACKING,
            key::SETTINGS_TRACKING_WHAT,
        ),
    ] {
        section.text("h3", "", screen.text(heading))?;
        section.text("p", "small", screen.text(what))?;
        let list = section.child("ul", "columns")?;
        list.set("id", kind)?;
        for row in rows(screen, kind) {
            one_more(&list, screen, row)?;
        }
    }
    Ok(())
}

fn one_more(list: &Node, screen: &Screen<'_>, row: &PlatformRow) -> Made<()> {
    let item = list.child("li", "")?;
    let forbidden = screen.forbids(&row.id);
    let is_locked = screen.locks(&format!("platforms.{}", row.id));
    // By a policy, which cannot agree in the user's place: that is left to do, locked or not.
    let waits = screen.platform(&row.id).read == Read::Auto && !row.granted;
    Tick {
        kind: "checkbox",
        name: &row.id,
        id: &format!("read-{}", row.id),
        act: "read",
        of: &row.id,
        value: "auto",
        on: screen.platform(&row.id).read == Read::Auto && row.granted,
        locked: forbidden || (is_locked && !waits),
        label: &row.name,
    }
    .paint(&item)?;
    if row.id == "linkedin-hiring" {
        item.text("p", "note", screen.text(key::SETTINGS_LINKEDIN))?;
    }
    if forbidden {
        return item
            .text("p", "small", screen.text(key::POLICY_FORBIDDEN))
            .map(drop);
    }
    if waits {
        item.text("p", "small", screen.text(key::SETTINGS_WAITS))?;
    }
    locked(&item, screen.lang, is_locked)
}
