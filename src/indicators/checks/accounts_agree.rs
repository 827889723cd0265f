//! The page's own account name again in the candidate's links to other platforms.

use crate::indicators::Finding;
use crate::indicators::tools::{found, host, is_within, sources, span};
use crate::profile::{Case, Date, Handle, Platform, Profile};
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
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let handles = profile.handles.items().iter();
        for own in handles.filter(|handle| handle.own && handle.name.len() >= LEAST) {
            out.extend(elsewhere(source, profile, own));
        }
    }
}

fn elsewhere(source: u32, profile: &Profile, own: &Handle) -> Option<Finding> {
    let name = fold(&own.name);
    let page = home(own.platform);
    let link = profile.links.items().iter().find(|link| {
        let at = host(&link.href);
        let known = HOSTS.iter().any(|known| is_within(&at, known));
        let last = link.href.trim_end_matches('/').rsplit('/').next();
        let last = last.map(|last| fold(last.trim_start_matches('@')));
        known && !is_within(&at, page) && last.as_deref() == Some(name.as_str())
    })?;
    Some(found([span(source, &link.words), span(source, &own.words)]))
}

/// Where the page's own account is; a link there is no second account.
const fn home(platform: Platform) -> &'static str {
    match platform {
        Platform::Linkedin => "linkedin.com",
        Platform::Github => "github.com",
        Platform::Gitlab => "gitlab.com",
        Platform::Upwork => "upwork.com",
        Platform::X => "x.com",
        _ => "",
    }
}
