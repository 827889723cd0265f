//! What an administrator set: `storage.managed`.
//!
//! A value that is given plainly is a default that the user may change. Whatever stands in
//! `locked` the user cannot change; with no value of its own the built-in default is locked.
//! `offAdd` is added to the user's list and `offReplace` stands in its place. Where
//! `platformsAllowed` is given, nothing else can be read, not even by a click.

use super::chosen::{Chosen, Taker};
use super::loose::{self, Loose, Reason};
use super::{KEEP_DAYS, KNOWN, LANGUAGE, LINKS, OFF, ONE_IN, OTHER};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The platforms' readings, by id.
pub(super) const PLATFORMS: &str = "platforms";
/// The platforms' badges, by id.
pub(super) const BADGES: &str = "badges";
/// The platforms that may be read.
pub(super) const ALLOWED: &str = "platformsAllowed";
/// Sites added to the user's.
pub(super) const OFF_ADD: &str = "offAdd";
/// Sites in place of the user's.
pub(super) const OFF_REPLACE: &str = "offReplace";
/// Whether the first run opens its page.
pub(super) const FIRST_RUN: &str = "firstRun";
/// What the user cannot change.
pub(super) const LOCKED: &str = "locked";

/// The settings that `locked` may name; of the two first also a single platform, as in
/// `platforms.github`.
pub const LOCKABLE: &[&str] = &[
    PLATFORMS,
    BADGES,
    OFF.policy,
    KNOWN.policy,
    LINKS.policy,
    LANGUAGE.policy,
    ONE_IN.policy,
    KEEP_DAYS.policy,
];

/// A policy, as far as it is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Values of settings.
    pub chosen: Chosen,
    /// The platforms that may be read; absent when all may.
    pub allowed: Option<Vec<String>>,
    /// Sites added to the user's.
    pub off_add: Vec<String>,
    /// Sites in place of the user's.
    pub off_replace: Option<Vec<String>>,
    /// Whether the first run opens its page.
    pub first_run: Option<bool>,
    /// Names of settings that the user cannot change.
    pub locked: BTreeSet<String>,
    /// What was refused: name, value, reason.
    pub refused: Vec<(String, Value, Reason)>,
}

impl Policy {
    /// The names of its properties, as `extension/managed.json` has them.
    pub fn names() -> Vec<&'static str> {
        let others = [ALLOWED, OFF_ADD, OFF_REPLACE, FIRST_RUN, LOCKED];
        LOCKABLE.iter().copied().chain(others).collect()
    }

    /// Understands a policy; whatever is wrong in it is refused by itself.
    pub fn read(given: &Value) -> Self {
        let empty = Map::new();
        let given = given.as_object().unwrap_or(&empty);
        let mut refused = Vec::new();
        let mut refuse = |name: &str, value: &Value, reason: Reason| {
            refused.push((name.to_owned(), value.clone(), reason));
        };
        let policy = Self::take(&mut Taker::of_policy(given, &mut refuse));
        let names = Self::names();
        for (name, value) in given.iter().filter(|(name, _)| !names.contains(&&***name)) {
            refuse(name, value, Reason::UnknownName);
        }
        Self { refused, ..policy }
    }

    fn take(taker: &mut Taker<'_>) -> Self {
        let mut chosen = Chosen::take(taker);
        for (id, read) in by_platform(taker, PLATFORMS, loose::reading) {
            chosen.platforms.entry(id).or_default().read = Some(read);
        }
        for (id, badge) in by_platform(taker, BADGES, loose::truth) {
            chosen.platforms.entry(id).or_default().badge = Some(badge);
        }
        Self {
            chosen,
            allowed: taker.entries(ALLOWED, allowed),
            off_add: taker.entries(OFF_ADD, loose::host).unwrap_or_default(),
            off_replace: taker.entries(OFF_REPLACE, loose::host),
            first_run: taker.value(FIRST_RUN, loose::truth),
            locked: taker
                .entries(LOCKED, lockable)
                .into_iter()
                .flatten()
                .collect(),
            refused: Vec::new(),
        }
    }

    /// Whether the user cannot change a setting, such as `known`, or `platforms.github`.
    pub fn locks(&self, name: &str) -> bool {
        let whole = name.split('.').next().unwrap_or_default();
        self.locked.contains(name) || self.locked.contains(whole)
    }

    /// Whether there is anything in it.
    pub fn is_empty(&self) -> bool {
        let bare = Self {
            chosen: Chosen::default(),
            ..self.clone()
        };
        self.chosen.is_empty() && bare == Self::default()
    }
}

fn allowed(value: &Value) -> Loose<String> {
    let id = value.as_str().ok_or(Reason::UnknownPlatform)?.trim();
    let id = if id == OTHER {
        id
    } else {
        loose::platform(id)?
    };
    Ok(id.to_owned())
}

fn lockable(value: &Value) -> Loose<String> {
    let name = value.as_str().ok_or(Reason::UnknownName)?.trim();
    match name.split_once('.') {
        Some((PLATFORMS | BADGES, id)) => loose::platform(id).map(|_| name.to_owned()),
        _ if LOCKABLE.contains(&name) => Ok(name.to_owned()),
        _ => Err(Reason::UnknownName),
    }
}

/// What a property says of platforms, by their ids.
fn by_platform<T>(
    taker: &mut Taker<'_>,
    name: &str,
    read: fn(&Value) -> Loose<T>,
) -> Vec<(String, T)> {
    let Some(value) = taker.raw(name) else {
        return Vec::new();
    };
    let named = value.as_object().ok_or(Reason::NotNamed);
    let named = taker.kept(name, value, named).into_iter().flatten();
    let mut found = Vec::new();
    for (id, value) in named {
        let both = loose::platform(id).and_then(|id| Ok((id.to_owned(), read(value)?)));
        found.extend(taker.kept(&format!("{name}.{id}"), value, both));
    }
    found
}
