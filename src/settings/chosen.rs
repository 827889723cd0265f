//! What somebody chose, the user or an administrator: only what was chosen, so that what was not
//! can still come from elsewhere.

use super::Read;
use super::loose::{self, Loose, Reason};
use super::{KEEP_DAYS, KEEP_DAYS_RANGE, KNOWN, LANGUAGE, LINKS, Name, OFF, ONE_IN, ONE_IN_RANGE};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How somebody wants a platform to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// When.
    pub read: Option<Read>,
    /// Whether the badge is drawn.
    pub badge: Option<bool>,
}

/// The choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// By platform.
    pub platforms: BTreeMap<String, Reading>,
    /// Sites.
    pub off: Option<Vec<String>>,
    /// The bundled list.
    pub known: Option<bool>,
    /// Search links.
    pub links: Option<bool>,
    /// A code, or the browser's.
    pub language: Option<String>,
    /// 0: no estimate.
    pub one_in: Option<u32>,
    /// 0: nothing is kept.
    pub keep_days: Option<u32>,
}

/// Hears of every value that is refused: its name, the value, the reason.
pub(super) type Refuse<'a> = &'a mut dyn FnMut(&str, &Value, Reason);

/// Reads values out of a map, and hands on what is refused.
pub(super) struct Taker<'a> {
    given: &'a Map<String, Value>,
    pick: fn(Name) -> &'static str,
    pub(super) refuse: Refuse<'a>,
}

impl<'a> Taker<'a> {
    /// Of the user's storage.
    pub(super) fn of_user(given: &'a Map<String, Value>, refuse: Refuse<'a>) -> Self {
        Self {
            given,
            pick: |name| name.user,
            refuse,
        }
    }

    /// Of a policy.
    pub(super) fn of_policy(given: &'a Map<String, Value>, refuse: Refuse<'a>) -> Self {
        Self {
            given,
            pick: |name| name.policy,
            refuse,
        }
    }

    /// The value of a property; null counts as none.
    pub(super) fn raw(&self, name: &str) -> Option<&'a Value> {
        self.given.get(name).filter(|value| !value.is_null())
    }

    /// A property as `read` understands it.
    pub(super) fn value<T>(&mut self, name: &str, read: impl Fn(&Value) -> Loose<T>) -> Option<T> {
        let value = self.raw(name)?;
        self.kept(name, value, read(value))
    }

    /// The entries of a list that `read` understands.
    pub(super) fn entries<T>(
        &mut self,
        name: &str,
        read: impl Fn(&Value) -> Loose<T>,
    ) -> Option<Vec<T>> {
        let items = self.value(name, loose::list)?;
        let items = items.iter();
        Some(
            items
                .filter_map(|item| self.kept(name, item, read(item)))
                .collect(),
        )
    }

    /// A value, unless it is refused.
    pub(super) fn kept<T>(&mut self, name: &str, value: &Value, read: Loose<T>) -> Option<T> {
        read.map_err(|reason| (self.refuse)(name, value, reason))
            .ok()
    }

    fn of(&self, name: Name) -> &'static str {
        (self.pick)(name)
    }

    fn number(&mut self, name: Name, range: &std::ops::RangeInclusive<u32>) -> Option<u32> {
        self.value(self.of(name), |value| loose::number(value, range))
    }
}

impl Chosen {
    /// Of the user's storage: what is wrong there counts as not chosen.
    pub fn of_user(stored: &Value) -> Self {
        let empty = Map::new();
        let given = stored.as_object().unwrap_or(&empty);
        let mut silent = |_: &str, _: &Value, _: Reason| ();
        let mut taker = Taker::of_user(given, &mut silent);
        Self {
            platforms: platforms(taker.raw("platforms")),
            ..Self::take(&mut taker)
        }
    }

    /// Everything but the platforms, which the user's storage and a policy write differently.
    pub(super) fn take(taker: &mut Taker<'_>) -> Self {
        Self {
            platforms: BTreeMap::new(),
            off: taker.entries(taker.of(OFF), loose::host),
            known: taker.value(taker.of(KNOWN), loose::truth),
            links: taker.value(taker.of(LINKS), loose::truth),
            language: taker.value(taker.of(LANGUAGE), loose::language),
            one_in: taker.number(ONE_IN, &ONE_IN_RANGE),
            keep_days: taker.number(KEEP_DAYS, &KEEP_DAYS_RANGE),
        }
    }

    /// What was chosen for a platform.
    pub fn platform(&self, id: &str) -> Reading {
        self.platforms.get(id).copied().unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The platforms as the user's storage has them.
fn platforms(stored: Option<&Value>) -> BTreeMap<String, Reading> {
    let stored = stored.and_then(Value::as_object).into_iter().flatten();
    let known = stored.filter(|(id, _)| loose::platform(id).is_ok());
    let read = |value: &Value| Reading {
        read: value.get("read").and_then(|read| loose::reading(read).ok()),
        badge: value.get("badge").and_then(Value::as_bool),
    };
    known.map(|(id, value)| (id.clone(), read(value))).collect()
}
