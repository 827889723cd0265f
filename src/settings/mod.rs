//! What the user chose, what an administrator set, and which of the two holds.
//!
//! Pure: values come in as the JSON that lies in the browser's storage and leave as settings that
//! are complete. Whatever is unknown or wrong in the user's storage falls back; whatever is wrong
//! in a policy is refused with a reason that the screen shows. It must not know the storage, the
//! clock or the screen.

mod action;
mod chosen;
mod force;
#[cfg(feature = "panel")]
pub mod kept;
mod loose;
mod policy;

pub use action::{Act, Action, after};
pub use chosen::{Chosen, Reading};
pub use force::{From, InForce, Row, in_force};
pub use loose::Reason;
pub use policy::{LOCKABLE, Policy};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// A setting: its property in a policy and its key in the user's storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// In a policy.
    pub policy: &'static str,
    /// In the user's storage.
    pub user: &'static str,
}

const fn name(policy: &'static str, user: &'static str) -> Name {
    Name { policy, user }
}

/// Whether accounts and addresses are compared with the bundled list.
pub const KNOWN: Name = name("known", "known");
/// Whether links that search the web for a quote are offered.
pub const LINKS: Name = name("links", "links");
/// Language of the screen.
pub const LANGUAGE: Name = name("language", "language");
/// One application in so many has misstated details, as the user estimates.
pub const ONE_IN: Name = name("oneIn", "one_in");
/// For how many days something is kept.
pub const KEEP_DAYS: Name = name("keepDays", "keep_days");
/// Sites that are switched off.
pub const OFF: Name = name("off", "off");

/// What `oneIn` may be.
pub const ONE_IN_RANGE: RangeInclusive<u32> = 2..=100_000;
/// What `keepDays` may be.
pub const KEEP_DAYS_RANGE: RangeInclusive<u32> = 1..=365;
/// For how many days things are kept once that is switched on.
pub const KEEP_DAYS_FIRST: u32 = 30;

/// How the language of the browser is called where a language is chosen.
pub const BROWSER: &str = "browser";

/// When pages of a platform are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Read {
    /// By themselves.
    Auto,
    /// When the user clicks.
    Click,
    /// As `Click`, because the user has not chosen yet.
    Unset,
}

/// How a platform is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Platform {
    /// When.
    pub read: Read,
    /// Whether a badge is drawn in its pages.
    pub badge: bool,
}

const fn first(id: &'static str, read: Read, badge: bool) -> (&'static str, Platform) {
    (id, Platform { read, badge })
}

/// The platforms, each as it is read before anybody chose. `LinkedIn` looks for extensions:
/// nothing happens there before the user has chosen. What is not built in is read by itself once
/// the user asked for it and the browser agreed. `extension/platforms.js` has the same ids.
pub const PLATFORMS: &[(&str, Platform)] = &[
    first("linkedin", Read::Unset, false),
    first("github", Read::Auto, true),
    first("upwork", Read::Auto, true),
    first("gitlab", Read::Click, true),
    first("stack-overflow", Read::Click, true),
    first("dev-to", Read::Click, true),
    first("hugging-face", Read::Click, true),
    first("wellfound", Read::Click, true),
    first("xing", Read::Click, true),
    first("malt", Read::Click, true),
    first("freelancer", Read::Click, true),
    first("fiverr", Read::Click, true),
    first("toptal", Read::Click, true),
    first("indeed", Read::Click, true),
    first("linkedin-hiring", Read::Click, false),
    first("greenhouse", Read::Click, true),
    first("lever", Read::Click, true),
    first("ashby", Read::Click, true),
    first("workable", Read::Click, true),
    first("smart-recruiters", Read::Click, true),
    first("teamtailor", Read::Click, true),
    first("bamboo-hr", Read::Click, true),
    first("recruitee", Read::Click, true),
];

/// How pages that belong to none of the platforms are called in a list of those that are allowed.
pub const OTHER: &str = "other";

/// The settings that hold, complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// How each platform is read.
    pub platforms: BTreeMap<String, Platform>,
    /// The platforms that may be read at all; absent when all may.
    pub allowed: Option<Vec<String>>,
    /// Where the badge stands, by host.
    pub corners: BTreeMap<String, String>,
    /// Hosts on which nothing is read.
    pub off: Vec<String>,
    /// Whether the bundled list is consulted.
    pub known: bool,
    /// Whether the first run is done.
    pub asked: bool,
    /// Code of the language; absent for the browser's.
    pub language: Option<String>,
    /// The user's estimate; absent until there is one.
    pub one_in: Option<u32>,
    /// Days; absent when nothing is kept.
    pub keep_days: Option<u32>,
    /// Whether search links are offered.
    pub links: bool,
    /// The moment until which nothing is read without a click, ISO 8601.
    pub snooze_until: Option<String>,
}

#[cfg(test)]
mod tests;
