//! Links to places where people answer, write, practise or publish under one account for years.

use crate::indicators::Finding;
use crate::indicators::tools::{linked_to, on_code_host, sources};
use crate::profile::{Case, Date, Site};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let profiles = sources(case).filter(|(_, profile)| on_code_host(profile));
    out.extend(
        profiles.filter_map(|(source, profile)| linked_to(source, profile, Site::Community)),
    );
}
