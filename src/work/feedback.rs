//! How often each line was seen on this machine, and how often it was a false alarm. Counts
//! only: nothing about a candidate, and nothing that leaves the browser.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The counts of all lines by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Feedback(BTreeMap<String, Counts>);

/// The counts of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Candidates on whom it was seen.
    pub seen: u32,
    /// Of these, those on whom it was set aside as a false alarm.
    pub false_alarms: u32,
}

impl Feedback {
    /// What was kept; anything else counts as nothing.
    pub fn parse(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }

    /// The counts of a line; absent before it was seen.
    pub fn of(&self, id: &str) -> Option<Counts> {
        self.0.get(id).copied()
    }

    /// The lines that were seen, the most seen first.
    pub fn rows(&self) -> Vec<(&str, Counts)> {
        let rows = self.0.iter();
        let mut rows: Vec<_> = rows.map(|(id, counts)| (id.as_str(), *counts)).collect();
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse((counts.seen, counts.false_alarms)));
        rows
    }

    /// Counts a candidate on whom these lines are seen for the first time.
    pub(super) fn saw<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        for id in ids {
            let counts = self.0.entry(id.to_owned()).or_default();
            counts.seen = counts.seen.saturating_add(1);
        }
    }

    /// Counts what became a false alarm, and takes back what no longer is one.
    pub(super) fn changed(&mut self, before: &BTreeSet<String>, now: &BTreeSet<String>) {
        for id in now.difference(before) {
            let counts = self.0.entry(id.clone()).or_default();
            counts.false_alarms = counts.false_alarms.saturating_add(1);
            counts.seen = counts.seen.max(counts.false_alarms);
        }
        for id in before.difference(now) {
            if let Some(counts) = self.0.get_mut(id) {
                counts.false_alarms = counts.false_alarms.saturating_sub(1);
            }
        }
    }
}
