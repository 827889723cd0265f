//! The policy that holds: each setting with its value and where that comes from, and what of the
//! policy was refused.

use super::dom::{Made, Node};
use super::settings::{Screen, title};
use crate::lang::{Key, key};
use crate::settings::{From, Policy, Reason, Row};
use serde_json::Value;

/// The page.
pub fn page(root: &Node, screen: &Screen<'_>) -> Made<()> {
    let lead = if screen.force.policy.is_empty() {
        key::POLICY_NONE
    } else {
        key::POLICY_LEAD
    };
    title(root, screen, key::POLICY_TITLE, lead)?;
    let (refused, held): (Vec<&Row>, Vec<&Row>) = screen
        .force
        .rows
        .iter()
        .partition(|row| row.refused.is_some());
    in_force(root, screen, &held)?;
    not_applied(root, screen, &refused)?;
    root.text("h2", "", screen.text(key::POLICY_HOW_TITLE))?;
    root.text("p", "", screen.text(key::POLICY_HOW))?;
    root.text("p", "", screen.text(key::POLICY_TYPES))?;
    let names = root.child("p", "names")?;
    for name in Policy::names() {
        names.text("code", "", name)?;
        names.words(" ")?;
    }
    Ok(())
}

/// A single platform that nobody said anything about is no news.
fn is_told(row: &Row) -> bool {
    row.from != From::Default || !row.name.contains('.')
}

fn in_force(root: &Node, screen: &Screen<'_>, rows: &[&Row]) -> Made<()> {
    let heads = [key::POLICY_SETTING, key::POLICY_VALUE, key::POLICY_FROM];
    let body = table(root, screen, key::POLICY_TABLE, heads)?;
    for row in rows.iter().filter(|row| is_told(row)) {
        let from = screen.text(from_words(row.from));
        line(
            &body,
            &name_of(screen, &row.name),
            &value_of(screen, &row.value),
            from,
        )?;
    }
    Ok(())
}

fn not_applied(root: &Node, screen: &Screen<'_>, rows: &[&Row]) -> Made<()> {
    if rows.is_empty() {
        return Ok(());
    }
    root.text("h2", "", screen.text(key::POLICY_REFUSED))?;
    let heads = [key::POLICY_SETTING, key::POLICY_VALUE, key::POLICY_REASON];
    let body = table(root, screen, key::POLICY_REFUSED_TABLE, heads)?;
    for row in rows {
        let reason = row.refused.map(|reason| screen.text(reason_words(reason)));
        line(
            &body,
            &row.name,
            &written(&row.value),
            reason.unwrap_or_default(),
        )?;
    }
    Ok(())
}

/// A table of three columns, of which the body is given back.
pub fn table(root: &Node, screen: &Screen<'_>, caption: Key, heads: [Key; 3]) -> Made<Node> {
    // A long value scrolls by itself, which a keyboard has to be able to do.
    let frame = root.child("div", "scroll")?;
    frame.set("tabindex", "0")?;
    frame.set("role", "region")?;
    frame.set("aria-label", screen.text(caption))?;
    let table = frame.child("table", "")?;
    let head = table.child("thead", "")?.child("tr", "")?;
    for words in heads {
        head.text("th", "", screen.text(words))?
            .set("scope", "col")?;
    }
    table.child("tbody", "")
}

/// A line of such a table.
pub fn line(body: &Node, name: &str, value: &str, last: &str) -> Made<()> {
    let line = body.child("tr", "")?;
    line.text("th", "", name)?.set("scope", "row")?;
    line.text("td", "", value)?;
    line.text("td", "", last).map(drop)
}

/// What a setting is called on the screen; a platform with its own name.
fn name_of(screen: &Screen<'_>, name: &str) -> String {
    let (whole, id) = name.split_once('.').unwrap_or((name, ""));
    let words = match whole {
        "platforms" => key::POLICY_NAME_READ,
        "badges" => key::POLICY_NAME_BADGE,
        "platformsAllowed" => key::POLICY_NAME_ALLOWED,
        "off" => key::SETTINGS_OFF_TITLE,
        "offAdd" => key::POLICY_NAME_OFF_ADD,
        "offReplace" => key::POLICY_NAME_OFF_REPLACE,
        "known" => key::SETTINGS_KNOWN_TITLE,
        "links" => key::SETTINGS_LINKS_TITLE,
        "language" => key::SETTINGS_LANGUAGE_TITLE,
        "oneIn" => key::SETTINGS_POOL_TITLE,
        "keepDays" => key::SETTINGS_KEEP_TITLE,
        "firstRun" => key::POLICY_NAME_FIRST_RUN,
        _ => return name.to_owned(),
    };
    let words = screen.text(words);
    let row = screen.state.platforms.iter().find(|row| row.id == id);
    let colon = screen.text(key::LANGUAGE_COLON);
    row.map_or_else(
        || words.to_owned(),
        |row| format!("{words}{colon}{}", row.name),
    )
}

fn value_of(screen: &Screen<'_>, value: &Value) -> String {
    let words = match value {
        Value::Bool(true) => key::POLICY_YES,
        Value::Bool(false) => key::POLICY_NO,
        Value::Number(number) if number.as_u64() == Some(0) => key::POLICY_NOTHING,
        Value::Array(items) if items.is_empty() => key::POLICY_NOTHING,
        Value::String(word) => match &**word {
            "auto" => key::SETTINGS_AUTO,
            "click" => key::SETTINGS_CLICK,
            "unset" => key::SETTINGS_UNSET,
            "browser" => key::SETTINGS_LANGUAGE_BROWSER,
            _ => return written(value),
        },
        _ => return written(value),
    };
    screen.text(words).to_owned()
}

/// A value as it was given; a list without its marks.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(written).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

const fn from_words(from: From) -> Key {
    match from {
        From::Default => key::POLICY_FROM_DEFAULT,
        From::User => key::POLICY_FROM_USER,
        From::Policy => key::POLICY_FROM_POLICY,
        From::PolicyAdded => key::POLICY_FROM_ADDED,
        From::PolicyLocked => key::POLICY_FROM_LOCKED,
    }
}

const fn reason_words(reason: Reason) -> Key {
    match reason {
        Reason::UnknownName => key::POLICY_UNKNOWN_NAME,
        Reason::UnknownPlatform => key::POLICY_UNKNOWN_PLATFORM,
        Reason::UnknownLanguage => key::POLICY_UNKNOWN_LANGUAGE,
        Reason::NotYesOrNo => key::POLICY_NOT_YES_OR_NO,
        Reason::NotANumber => key::POLICY_NOT_A_NUMBER,
        Reason::OutOfRange => key::POLICY_OUT_OF_RANGE,
        Reason::NotAList => key::POLICY_NOT_A_LIST,
        Reason::NotNamed => key::POLICY_NOT_NAMED,
        Reason::NotAHost => key::POLICY_NOT_A_HOST,
        Reason::NotAReading => key::POLICY_NOT_A_READING,
    }
}
