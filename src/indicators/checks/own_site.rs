//! A site of one's own: a link to a host that carries the page's own account name.

use crate::indicators::Finding;
use crate::indicators::accounts::{letters, own};
use crate::indicators::tools::{found, host, is_within, sources, span};
use crate::profile::{Case, Date, Handle, Profile};

/// Hosts that carry account names and serve pictures and statistics, no sites.
const SERVICES: &[&str] = &[
    "githubusercontent.com",
    "shields.io",
    "herokuapp.com",
    "komarev.com",
    "glitch.me",
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        out.extend(own(profile).filter_map(|(handle, name)| site(source, profile, handle, &name)));
    }
}

fn site(source: u32, profile: &Profile, own: &Handle, name: &str) -> Option<Finding> {
    let link = profile.links.items().iter().find(|link| {
        let at = host(&link.href);
        let service = SERVICES.iter().any(|service| is_within(&at, service));
        !service && letters(&at).contains(name)
    })?;
    Some(found([span(source, &link.words), span(source, &own.words)]))
}
