//! Links to accounts that are still those of a template: nobody's.

use crate::indicators::Finding;
use crate::indicators::accounts::linked;
use crate::indicators::tools::{found, host, sources, span};
use crate::profile::{Case, Date, Link, Profile};

/// Links from which on it is no slip.
const LEAST: usize = 2;

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
    linked(link).is_some_and(|account| NOBODY.contains(&account.as_str()))
}
