//! `in_force` and `act_settings`: the user's storage, an administrator's policy, what is typed.

use super::actions::{action, of_settings};
use super::json;
use crate::{bytes_of, text_of};
use serde_json::Value;
use std::collections::BTreeSet;
use touchstone::lang::Lang;
use touchstone::settings::{
    From, InForce, KEEP_DAYS_RANGE, ONE_IN_RANGE, PLATFORMS, Policy, Read, after, in_force,
};

/// First line: the user's storage; second: the policy; then actions. Whatever they are, what holds
/// is complete and within its bounds, and no action undoes what an administrator locked.
pub fn settings(bytes: &[u8]) {
    let text = text_of(bytes);
    let mut lines = text.lines();
    let (mut user, policy) = (json(lines.next()), json(lines.next()));
    let first = held(&user, &policy);
    for line in lines {
        let Some(action) = action(line, of_settings) else {
            continue;
        };
        let Ok(next) = after(&user, Some(&policy), &action) else {
            continue;
        };
        assert!(next.is_object(), "stored as a map");
        user = next;
        let now = held(&user, &policy);
        locked(&first, &now);
    }
}

fn held(user: &Value, policy: &Value) -> InForce {
    let found = in_force(user, Some(policy));
    assert_eq!(
        bytes_of(&found),
        bytes_of(&in_force(user, Some(policy))),
        "two runs"
    );
    bounded(&found);
    limited(&found);
    named(policy, &found);
    found
}

fn bounded(found: &InForce) {
    let now = &found.settings;
    assert_eq!(now.platforms.len(), PLATFORMS.len(), "platforms");
    assert!(
        now.one_in.is_none_or(|one| ONE_IN_RANGE.contains(&one)),
        "the estimate"
    );
    assert!(
        now.keep_days
            .is_none_or(|days| KEEP_DAYS_RANGE.contains(&days)),
        "days"
    );
    let spoken = |code: &String| Lang::ALL.iter().any(|lang| lang.code() == code);
    assert!(now.language.as_ref().is_none_or(spoken), "the language");
    let sites: BTreeSet<&String> = now.off.iter().collect();
    let plain = |site: &&String| !site.is_empty() && site.is_ascii() && !site.contains(['/', ' ']);
    assert!(sites.iter().all(plain), "a site: {:?}", now.off);
    assert!(
        now.snooze_until
            .as_ref()
            .is_none_or(|until| until.len() <= 24),
        "a moment"
    );
}

/// Nothing is read by itself, and nothing drawn, where an administrator does not allow it.
fn limited(found: &InForce) {
    let Some(allowed) = &found.settings.allowed else {
        return;
    };
    for (id, platform) in &found.settings.platforms {
        let silent = platform.read == Read::Click && !platform.badge;
        assert!(allowed.contains(id) || silent, "{id} is not allowed");
    }
}

/// Every property of the policy is in force, overruled or refused: none is passed over.
fn named(policy: &Value, found: &InForce) {
    let read = Policy::read(policy);
    assert_eq!(read, found.policy, "the policy");
    let known = Policy::names();
    for name in policy.as_object().into_iter().flat_map(|all| all.keys()) {
        let refused = read
            .refused
            .iter()
            .any(|(one, ..)| one.starts_with(name.as_str()));
        assert!(
            known.contains(&name.as_str()) || refused,
            "{name} is passed over"
        );
    }
    let refused = found
        .rows
        .iter()
        .filter(|row| row.refused.is_some())
        .count();
    assert_eq!(refused, read.refused.len(), "what was refused is shown");
}

/// What is locked stays as it was.
fn locked(first: &InForce, now: &InForce) {
    let rows = |found: &InForce| -> Vec<(String, Value)> {
        let rows = found
            .rows
            .iter()
            .filter(|row| row.from == From::PolicyLocked);
        rows.map(|row| (row.name.clone(), row.value.clone()))
            .collect()
    };
    assert_eq!(rows(first), rows(now), "what is locked changed");
    assert_eq!(
        first.settings.allowed, now.settings.allowed,
        "what is allowed changed"
    );
}
