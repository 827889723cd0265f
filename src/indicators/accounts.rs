//! Accounts and their names: whether two of them are written alike.
//!
//! Account names are compared with account names only, never with a person's name, so that
//! the script and form of a name carry no weight.

use crate::indicators::tools::{host, is_within};
use crate::profile::{Handle, Link, Platform, Profile};
use crate::text::fold;

/// Letters that a name has at least; shorter ones meet by chance.
const LEAST: usize = 5;

/// Platforms whose addresses end in the account name.
const HOSTS: &[&str] = &[
    "linkedin.com",
    "github.com",
    "gitlab.com",
    "x.com",
    "twitter.com",
    "medium.com",
    "dev.to",
    "stackoverflow.com",
    "kaggle.com",
    "huggingface.co",
    "npmjs.com",
    "crates.io",
    "codepen.io",
    "bitbucket.org",
    "mastodon.social",
    "leetcode.com",
    "behance.net",
    "dribbble.com",
    "instagram.com",
    "facebook.com",
    "youtube.com",
    "hackerrank.com",
    "codeforces.com",
    "hashnode.com",
    "reddit.com",
    "t.me",
    "pypi.org",
    "bsky.app",
];

/// The letters of an account name, folded: digits and hyphens come and go with a rename.
pub(super) fn letters(account: &str) -> String {
    fold(account)
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect()
}

/// Whether one is the other, or holds it and is at most twice as long; both as [`letters`].
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    let holds = one.contains(other) || other.contains(one);
    !one.is_empty() && one == other || short >= LEAST && 2 * short >= long && holds
}

/// The page's own accounts with names long enough to be compared.
pub(super) fn own(profile: &Profile) -> impl Iterator<Item = (&Handle, String)> {
    let handles = profile.handles.items().iter();
    let own = handles.filter(|handle| handle.own);
    own.map(|handle| (handle, letters(&handle.name)))
        .filter(|(_, name)| name.len() >= LEAST)
}

/// The account, as [`letters`], that a link to a known platform leads to.
pub(super) fn linked(link: &Link) -> Option<String> {
    let at = host(&link.href);
    if !HOSTS.iter().any(|known| is_within(&at, known)) {
        return None;
    }
    let path = link.href.split(['?', '#']).next()?;
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    Some(letters(last))
}

/// Where the account is; a link there is no second account.
pub(super) const fn home(platform: Platform) -> &'static str {
    match platform {
        Platform::Linkedin => "linkedin.com",
        Platform::Github => "github.com",
        Platform::Gitlab => "gitlab.com",
        Platform::Upwork => "upwork.com",
        Platform::X => "x.com",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_alike() {
        let check = |one: &str, other: &str, expect: bool| {
            assert_eq!(alike(&letters(one), &letters(other)), expect, "{one} {other}");
        };
        check("TealHarbor", "teal-harbor", true);
        check("teal", "te-al", true);
        check("tealharbor", "teal-harbor-8812", true);
        check("ann", "annabel", false);
        check("harbor", "teal-harbor-works", false);
        check("tealharbor", "mosswick", false);
        check("1234", "5678", false);
    }
}
