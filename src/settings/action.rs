//! What the user does on the screen of the settings, and what is stored then.

use super::loose::{self, Loose, Reason};
use super::{Chosen, Name, ONE_IN_RANGE, Policy};
use super::{KEEP_DAYS, KEEP_DAYS_FIRST, KEEP_DAYS_RANGE, KNOWN, LANGUAGE, LINKS, OFF, ONE_IN};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// When the platform `of` is read: `value`.
    Read,
    /// Whether the platform `of` bears the badge: `on`.
    Badge,
    /// Whether the bundled list is consulted: `on`.
    Known,
    /// Whether search links are offered: `on`.
    Links,
    /// Language: `value`.
    Language,
    /// The estimate: `value`, which may be empty.
    OneIn,
    /// Whether anything is kept: `on`.
    Keep,
    /// For how many days: `value`.
    KeepDays,
    /// The site `of` is no longer switched off.
    OffRemove,
    /// Nothing without a click until the moment `until`.
    Snooze,
    /// Without such a moment.
    Wake,
    /// The first run is done.
    Asked,
}

/// An action with what its control says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Action {
    /// What is done.
    pub act: Act,
    /// What it is done to.
    #[serde(default)]
    pub of: String,
    /// What was chosen or typed.
    #[serde(default)]
    pub value: String,
    /// Whether it was ticked.
    #[serde(default)]
    pub on: bool,
    /// A moment, which only the caller knows.
    #[serde(default)]
    pub until: String,
}

/// The user's storage after an action. Only what the action is about is written, so that the
/// rest can still come from a policy.
///
/// # Errors
/// When what was typed is refused; then nothing is to be stored.
pub fn after(stored: &Value, policy: Option<&Value>, action: &Action) -> Result<Value, Reason> {
    let mut user = stored.as_object().cloned().unwrap_or_default();
    let on = Value::Bool(action.on);
    let value = Value::from(&*action.value);
    match action.act {
        Act::Read => {
            loose::reading(&value)?;
            platform(&mut user, &action.of, "read", value)?;
        }
        Act::Badge => platform(&mut user, &action.of, "badge", on)?,
        Act::Known => put(&mut user, KNOWN, on),
        Act::Links => put(&mut user, LINKS, on),
        Act::Language => put(&mut user, LANGUAGE, json!(loose::language(&value)?)),
        Act::OneIn => put(
            &mut user,
            ONE_IN,
            json!(loose::number(&value, &ONE_IN_RANGE)?),
        ),
        Act::Keep => {
            let days = if action.on { KEEP_DAYS_FIRST } else { 0 };
            put(&mut user, KEEP_DAYS, json!(days));
        }
        Act::KeepDays => put(&mut user, KEEP_DAYS, json!(days(&value)?)),
        Act::OffRemove => remove(&mut user, policy, &action.of),
        Act::Snooze => drop(user.insert("snooze_until".into(), json!(action.until))),
        Act::Wake => drop(user.remove("snooze_until")),
        Act::Asked => drop(user.insert("asked".into(), json!(true))),
    }
    Ok(Value::Object(user))
}

fn put(user: &mut Map<String, Value>, name: Name, value: Value) {
    user.insert(name.user.to_owned(), value);
}

/// Days that are typed: none is no number here, because another control switches keeping off.
fn days(value: &Value) -> Loose<u32> {
    match loose::number(value, &KEEP_DAYS_RANGE)? {
        0 => Err(Reason::OutOfRange),
        days => Ok(days),
    }
}

fn platform(user: &mut Map<String, Value>, id: &str, key: &str, value: Value) -> Loose<()> {
    let id = loose::platform(id)?;
    let mut platforms = object(user.remove("platforms"));
    let mut one = object(platforms.remove(id));
    one.insert(key.to_owned(), value);
    platforms.insert(id.to_owned(), Value::Object(one));
    user.insert("platforms".to_owned(), Value::Object(platforms));
    Ok(())
}

/// The map that stood in a place of the storage; whatever else stood there gives way.
fn object(value: Option<Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// Removes a site from the user's list, which begins as the administrator's.
fn remove(user: &mut Map<String, Value>, policy: Option<&Value>, host: &str) {
    let given = policy.and_then(|policy| Policy::read(policy).chosen.off);
    let own = Chosen::of_user(&Value::Object(user.clone())).off;
    let mut sites = own.or(given).unwrap_or_default();
    sites.retain(|site| site != host);
    user.insert(OFF.user.to_owned(), json!(sites));
}
