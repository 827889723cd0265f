//! Which of the user's choices and the administrator's values hold, and where each comes from.

use super::chosen::Chosen;
use super::policy::{self, Policy};
use super::{BROWSER, KEEP_DAYS, KNOWN, LANGUAGE, LINKS, OFF, ONE_IN, PLATFORMS, Platform, Read};
use super::{Reason, Settings};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// Built in.
    Default,
    /// The user chose it.
    User,
    /// An administrator set it; the user may choose otherwise.
    Policy,
    /// An administrator added it to the user's.
    PolicyAdded,
    /// An administrator set it; the user cannot change it.
    PolicyLocked,
}

/// A setting, or a value that was refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its property in a policy; a single platform as in `platforms.github`.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// Where that comes from.
    pub from: From,
    /// Why it was refused; then it does not hold.
    pub refused: Option<Reason>,
}

/// What holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InForce {
    /// The settings.
    pub settings: Settings,
    /// Whether the first run opens its page.
    pub first_run: bool,
    /// Where each comes from.
    pub rows: Vec<Row>,
    /// The policy, for what the user cannot change.
    #[serde(skip)]
    pub policy: Policy,
}

/// Decides setting by setting, and writes down what it decided.
struct Judge<'a> {
    policy: &'a Policy,
    rows: Vec<Row>,
}

impl Judge<'_> {
    /// Of the user's value, the administrator's and the built-in one: the one that holds.
    fn decide<T: Clone + Serialize>(
        &mut self,
        name: &str,
        user: Option<T>,
        policy: Option<T>,
        first: T,
    ) -> T {
        let (value, from) = match (user, policy) {
            (_, policy) if self.policy.locks(name) => (policy.unwrap_or(first), From::PolicyLocked),
            (Some(user), _) => (user, From::User),
            (None, Some(policy)) => (policy, From::Policy),
            (None, None) => (first, From::Default),
        };
        self.note(name, json!(value), from);
        value
    }

    fn note(&mut self, name: &str, value: Value, from: From) {
        self.rows.push(Row {
            name: name.to_owned(),
            value,
            from,
            refused: None,
        });
    }

    /// The list of sites, to which an administrator may add.
    fn off(&mut self, user: Option<Vec<String>>) -> Vec<String> {
        let policy = self.policy;
        if let Some(sites) = &policy.off_replace {
            self.note(policy::OFF_REPLACE, json!(sites), From::PolicyLocked);
            return sites.clone();
        }
        let mut sites = self.decide(OFF.policy, user, policy.chosen.off.clone(), Vec::new());
        if !policy.off_add.is_empty() {
            self.note(policy::OFF_ADD, json!(policy.off_add), From::PolicyAdded);
        }
        for site in &policy.off_add {
            if !sites.contains(site) {
                sites.push(site.clone());
            }
        }
        sites
    }

    fn platform(&mut self, user: &Chosen, id: &str, first: Platform) -> Platform {
        let (user, given) = (user.platform(id), self.policy.chosen.platform(id));
        let name = format!("{}.{id}", policy::PLATFORMS);
        let read = self.decide(&name, user.read, given.read, first.read);
        let name = format!("{}.{id}", policy::BADGES);
        let badge = self.decide(&name, user.badge, given.badge, first.badge);
        let allowed = self.policy.allowed.as_ref();
        if allowed.is_none_or(|ids| ids.iter().any(|one| one == id)) {
            return Platform { read, badge };
        }
        Platform {
            read: Read::Click,
            badge: false,
        }
    }

    fn platforms(&mut self, user: &Chosen) -> BTreeMap<String, Platform> {
        let all = PLATFORMS.iter();
        all.map(|(id, first)| ((*id).to_owned(), self.platform(user, id, *first)))
            .collect()
    }

    /// What only an administrator can say, and what was refused.
    fn rest(&mut self) {
        if let Some(ids) = &self.policy.allowed {
            self.note(policy::ALLOWED, json!(ids), From::PolicyLocked);
        }
        if let Some(opens) = self.policy.first_run {
            self.note(policy::FIRST_RUN, json!(opens), From::PolicyLocked);
        }
        let refused = self.policy.refused.iter();
        self.rows.extend(refused.map(|(name, value, reason)| Row {
            name: name.clone(),
            value: value.clone(),
            from: From::Policy,
            refused: Some(*reason),
        }));
    }
}

/// What holds of the user's storage and of a policy, where there is one.
pub fn in_force(user: &Value, policy: Option<&Value>) -> InForce {
    let policy = policy.map(Policy::read).unwrap_or_default();
    let chosen = Chosen::of_user(user);
    let mut judge = Judge {
        policy: &policy,
        rows: Vec::new(),
    };
    let settings = settings(&mut judge, chosen, user);
    judge.rest();
    let rows = judge.rows;
    InForce {
        settings,
        first_run: policy.first_run != Some(false),
        rows,
        policy,
    }
}

fn settings(judge: &mut Judge<'_>, user: Chosen, stored: &Value) -> Settings {
    let given = &judge.policy.chosen;
    let (known, links) = (given.known, given.links);
    let (one_in, keep_days) = (given.one_in, given.keep_days);
    let language = given.language.clone();
    Settings {
        platforms: judge.platforms(&user),
        allowed: judge.policy.allowed.clone(),
        corners: corners(stored.get("corners")),
        off: judge.off(user.off),
        known: judge.decide(KNOWN.policy, user.known, known, true),
        links: judge.decide(LINKS.policy, user.links, links, true),
        language: Some(judge.decide(LANGUAGE.policy, user.language, language, BROWSER.to_owned()))
            .filter(|code| code != BROWSER),
        one_in: some(judge.decide(ONE_IN.policy, user.one_in, one_in, 0)),
        keep_days: some(judge.decide(KEEP_DAYS.policy, user.keep_days, keep_days, 0)),
        asked: stored.get("asked") == Some(&Value::Bool(true)),
        snooze_until: stored.get("snooze_until").and_then(moment),
    }
}

/// Nothing where a number stands for none.
fn some(number: u32) -> Option<u32> {
    Some(number).filter(|number| *number > 0)
}

/// A moment in ISO 8601, as a browser writes it.
fn moment(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let shape = |(at, letter): (usize, u8)| match at {
        4 | 7 => letter == b'-',
        10 => letter == b'T',
        13 | 16 => letter == b':',
        0..=18 => letter.is_ascii_digit(),
        _ => letter.is_ascii_digit() || letter == b'.' || letter == b'Z',
    };
    let whole = (20..=24).contains(&text.len()) && text.bytes().enumerate().all(shape);
    whole.then(|| text.to_owned())
}

/// Where the badge stands, by host.
fn corners(stored: Option<&Value>) -> BTreeMap<String, String> {
    const CORNERS: &[&str] = &["bottom-right", "bottom-left", "top-left", "top-right"];
    let empty = Map::new();
    let stored = stored.and_then(Value::as_object).unwrap_or(&empty);
    let corner = |value: &Value| {
        value
            .as_str()
            .filter(|at| CORNERS.contains(at))
            .map(str::to_owned)
    };
    let all = stored.iter();
    all.filter_map(|(host, value)| Some((host.clone(), corner(value)?)))
        .collect()
}
