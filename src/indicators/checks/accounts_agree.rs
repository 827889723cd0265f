//! The page's own account name again in the candidate's links to other platforms.

use crate::indicators::Finding;
use crate::indicators::accounts::{alike, home, linked, own};
use crate::indicators::tools::{found, host, is_within, sources, span};
use crate::profile::{Case, Date, Handle, Profile};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let agreeing = own(profile);
        out.extend(agreeing.filter_map(|(handle, name)| elsewhere(source, profile, handle, &name)));
    }
}

fn elsewhere(source: u32, profile: &Profile, own: &Handle, name: &str) -> Option<Finding> {
    let link = profile.links.items().iter().find(|link| {
        let another = !is_within(&host(&link.href), home(own.platform));
        another && linked(link).is_some_and(|other| alike(&other, name))
    })?;
    Some(found([span(source, &link.words), span(source, &own.words)]))
}
