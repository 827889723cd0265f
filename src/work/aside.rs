//! What is set aside, why, and until when.

use crate::profile::Date;
use serde::{Deserialize, Serialize};

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
