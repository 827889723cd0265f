//! What is set aside: the part of the work that the page-reading worker needs, so that a badge
//! says what the panel says.

use crate::profile::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line or a page that does not count for now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// Why.
    pub why: Why,
    /// The last day; absent: as long as it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Why something is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// To see what the sum is without it; no reason was given.
    Trying,
    /// The candidate explained it.
    Explained,
    /// A third party confirmed the detail.
    Confirmed,
    /// The words were misread.
    Misread,
    /// It does not matter for this role.
    NotRelevant,
    /// Another reason.
    Other,
}

impl Why {
    /// Those that a person can give, in the order in which they are offered.
    pub const REASONS: [Self; 5] = [
        Self::Explained,
        Self::Confirmed,
        Self::Misread,
        Self::NotRelevant,
        Self::Other,
    ];

    /// Whether it says that the line was a false alarm here.
    pub const fn is_false_alarm(self) -> bool {
        matches!(self, Self::Explained | Self::Confirmed | Self::Misread)
    }

    /// Its name in data.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Trying => "trying",
            Self::Explained => "explained",
            Self::Confirmed => "confirmed",
            Self::Misread => "misread",
            Self::NotRelevant => "not-relevant",
            Self::Other => "other",
        }
    }
}

impl Aside {
    /// Whether it holds on this day.
    pub fn holds(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }
}

/// What a kept work says about the badge of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Kept {
    #[serde(default)]
    now: Now,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct Now {
    #[serde(default)]
    aside: BTreeMap<String, Aside>,
    #[serde(default)]
    quiet: Option<Aside>,
}

impl Kept {
    /// What was kept; whatever is no work of this version sets nothing aside.
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The ids of the lines that do not count on this day.
    pub fn aside(&self, today: Date) -> Vec<&str> {
        let lines = self.now.aside.iter();
        let lines = lines.filter(|(_, aside)| aside.holds(today));
        lines.map(|(id, _)| id.as_str()).collect()
    }

    /// Whether the page is to be left alone on this day.
    pub fn is_quiet(&self, today: Date) -> bool {
        let quiet = self.now.quiet.as_ref();
        quiet.is_some_and(|quiet| quiet.holds(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_holds_until_its_last_day() {
        let check = |text: &str, today: &str, lines: &[&str], quiet: bool| {
            let (kept, today) = (Kept::parse(text), Date::parse(today).unwrap());
            assert_eq!(kept.aside(today), lines, "{text}");
            assert_eq!(kept.is_quiet(today), quiet, "{text}");
        };
        let kept = r#"{"now": {"aside": {"a/b": {"why": "explained", "until": "2026-12-01"},
            "c/d": {"why": "trying"}}, "quiet": {"why": "other", "until": "2026-11-30"}}}"#;
        check(kept, "2026-11-30", &["a/b", "c/d"], true);
        check(kept, "2026-12-01", &["a/b", "c/d"], false);
        check(kept, "2026-12-02", &["c/d"], false);
        check("", "2026-12-02", &[], false);
        check(r#"{"now": 3}"#, "2026-12-02", &[], false);
        check(
            r#"{"now": {"aside": {"a/b": {"why": "new"}}}}"#,
            "2026-12-02",
            &[],
            false,
        );
    }
}
