//! Links to accounts that are still those of a template: nobody's, or the platform's front page.

use crate::indicators::Finding;
use crate::indicators::tools::{found, host, sources, span};
use crate::profile::{Case, Date, Link, Profile};
use crate::text::fold;

/// Links from which on it is no slip.
const LEAST: usize = 2;

/// Platforms on which candidates have accounts.
const HOSTS: &[&str] = &[
    "linkedin.com",
    "github.com",
    "gitlab.com",
    "twitter.com",
    "x.com",
    "medium.com",
    "dev.to",
    "stackoverflow.com",
    "instagram.com",
    "facebook.com",
    "t.me",
    "behance.net",
    "dribbble.com",
];

/// What templates write instead of an account name, as letters only.
const NOBODY: &[&str] = &[
    "username",
    "yourusername",
    "yourname",
    "yourhandle",
    "yourprofile",
    "yourlinkedin",
    "yourgithub",
    "yourtwitter",
    "usernamehere",
    "linkedinusername",
    "githubusername",
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let mut hosts: Vec<String> = Vec::new();
    let mut spans = Vec::new();
    for link in profile.links.items().iter().filter(|link| is_nobodys(link)) {
        let at = host(&link.href);
        if !hosts.contains(&at) {
            hosts.push(at);
            spans.push(span(source, &link.words));
        }
    }
    (hosts.len() >= LEAST).then(|| found(spans))
}

fn is_nobodys(link: &Link) -> bool {
    let rest = link.href.split_once("://").map_or("", |(_, rest)| rest);
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let last = path.trim_end_matches('/').rsplit('/').next();
    let letters: String = fold(last.unwrap_or_default())
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    HOSTS.contains(&host(&link.href).as_str()) && NOBODY.contains(&letters.as_str())
}
