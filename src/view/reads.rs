//! What is read where: for each platform its addresses, what is read there, when, and what is
//! drawn in its pages.

use super::controls::section;
use super::dom::{Made, Node};
use super::settings::{PlatformRow, Screen, title};
use crate::lang::{Key, key};
use crate::settings::{Platform, Read};

/// The page.
pub fn page(root: &Node, screen: &Screen<'_>) -> Made<()> {
    title(root, screen, key::READS_TITLE, key::READS_LEAD)?;
    for row in &screen.state.platforms {
        platform(root, screen, row)?;
    }
    let any = section(root, "reads-any", screen.lang, key::READS_ANY)?;
    any.text("p", "", screen.text(key::READS_ANY_WHAT))?;
    let files = section(root, "reads-files", screen.lang, key::READS_FILES)?;
    files.text("p", "", screen.text(key::READS_FILES_WHAT))?;
    let never = section(root, "reads-never", screen.lang, key::READS_NEVER)?;
    never
        .text("p", "", screen.text(key::READS_NEVER_WHAT))
        .map(drop)
}

fn platform(root: &Node, screen: &Screen<'_>, row: &PlatformRow) -> Made<()> {
    let part = root.child("section", "reads")?;
    let id = format!("reads-{}", row.id);
    part.set("aria-labelledby", &id)?;
    part.text("h2", "", &row.name)?.set("id", &id)?;
    let list = part.child("dl", "")?;
    let now = screen.platform(&row.id);
    list.text("dt", "", screen.text(key::READS_ADDRESSES))?;
    let addresses = list.child("dd", "")?;
    for page in &row.pages {
        addresses.text("code", "", page)?;
        addresses.words(" ")?;
    }
    entry(&list, screen, key::READS_WHAT, what(&row.kind))?;
    entry(&list, screen, key::READS_WHEN, when(screen, row, now))?;
    let drawn = if now.badge && !screen.forbids(&row.id) {
        key::READS_BADGE
    } else {
        key::READS_NOTHING
    };
    entry(&list, screen, key::READS_DRAWN, drawn)
}

fn entry(list: &Node, screen: &Screen<'_>, name: Key, value: Key) -> Made<()> {
    list.text("dt", "", screen.text(name))?;
    list.text("dd", "", screen.text(value)).map(drop)
}

fn what(kind: &str) -> Key {
    match kind {
        "built-in" => key::READS_BUILT_IN,
        "tracking" => key::SETTINGS_TRACKING_WHAT,
        _ => key::SETTINGS_PROFILES_WHAT,
    }
}

fn when(screen: &Screen<'_>, row: &PlatformRow, now: Platform) -> Key {
    match now.read {
        _ if screen.forbids(&row.id) => key::POLICY_FORBIDDEN,
        Read::Auto if !row.granted => key::SETTINGS_WAITS,
        Read::Auto => key::SETTINGS_AUTO,
        Read::Click => key::SETTINGS_CLICK,
        Read::Unset => key::SETTINGS_UNSET,
    }
}
