//! A link from a code profile to an account on a professional or public network.

use crate::indicators::Finding;
use crate::indicators::tools::{linked_within, on_code_host, sources};
use crate::profile::{Case, Date};

/// Networks where people stand with their name or a long-lived account.
const HOSTS: &[&str] = &["linkedin.com", "x.com", "twitter.com", "xing.com"];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let profiles = sources(case).filter(|(_, profile)| on_code_host(profile));
    out.extend(profiles.filter_map(|(source, profile)| linked_within(source, profile, HOSTS)));
}
