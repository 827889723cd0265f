//! Accounts and their names: whether two of them are written alike.
//!
//! Account names are compared with account names only, never with a person's name, so that
//! the script and form of a name carry no weight.

use crate::indicators::tools::host;
use crate::profile::{Handle, Link, Platform, Profile, site};
use crate::text::fold;

/// Letters that a name has at least; shorter ones meet by chance.
const LEAST: usize = 5;

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
    let same = !one.is_empty() && one == other;
    same || 2 * short >= long && holds(one, other, LEAST)
}

/// Whether one holds the other, of so many letters at least; both as [`letters`].
pub(super) fn holds(one: &str, other: &str, least: usize) -> bool {
    one.len().min(other.len()) >= least && (one.contains(other) || other.contains(one))
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
    site(&host(&link.href))?;
    let path = link.href.split(['?', '#']).next()?;
    let last = path.trim_end_matches('/').rsplit('/').next()?;
    Some(letters(last))
}

/// Whether a link to a known site leads to somebody's part of it, as far as its path shows.
pub(super) fn leads_to_account(link: &Link) -> bool {
    let path = link.href.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let mut segments = path.split('/').skip(1).filter(|part| !part.is_empty());
    // A name before the host's own ("teal.hashnode.dev") needs no path.
    let below = host(&link.href).matches('.').count() >= 2;
    segments
        .next()
        .map_or(below, |first| !OF_NOBODY.contains(&first))
}

/// First segments of paths that lead to one text or to a search, not to somebody.
const OF_NOBODY: &[&str] = &[
    "questions",
    "q",
    "watch",
    "playlist",
    "results",
    "search",
    "p",
    "reel",
    "posts",
    "hashtag",
    "tag",
    "tags",
    "t",
    "explore",
    "intent",
    "share",
    "sharer",
    "shareArticle",
    "problems",
    "learn",
    "jobs",
    "feed",
];

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
            assert_eq!(
                alike(&letters(one), &letters(other)),
                expect,
                "{one} {other}"
            );
        };
        check("TealHarbor", "teal-harbor", true);
        check("teal", "te-al", true);
        check("tealharbor", "teal-harbor-8812", true);
        check("ann", "annabel", false);
        check("harbor", "teal-harbor-works", false);
        check("tealharbor", "mosswick", false);
        check("1234", "5678", false);
    }

    #[test]
    fn links_to_accounts() {
        let check = |href: &str, expect: bool| {
            let words = crate::profile::Words {
                text: href.to_owned(),
                place: crate::profile::Place::of(crate::profile::Field::Links),
            };
            let link = Link {
                href: href.to_owned(),
                words,
            };
            assert_eq!(leads_to_account(&link), expect, "{href}");
        };
        check("https://stackoverflow.com/users/1/teal", true);
        check("https://stackoverflow.com/questions/29/how", false);
        check("https://teal.hashnode.dev/", true);
        check("https://dev.to/", false);
        check("https://x.com/intent/follow?screen_name=teal", false);
        check("https://www.linkedin.com/in/teal", true);
    }
}
