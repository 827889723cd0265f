//! The same technology both in a role before its release and claimed for too many years.

use super::{technology_before_release as early, years_exceed_technology_age as long};
use crate::indicators::Finding;
use crate::indicators::tools::{finding, found_by};
use crate::profile::{Case, Date};

/// What both lines call the technology.
const NAME: &str = "technology";

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    let roles = found_by(early::check, case, today);
    if roles.is_empty() {
        return;
    }
    let claims = found_by(long::check, case, today);
    for role in roles {
        let name = role.facts.get(NAME);
        let claim = claims.iter().find(|claim| claim.facts.get(NAME) == name);
        out.extend(claim.zip(name).map(|(claim, name)| {
            let evidence = role.evidence.iter().chain(&claim.evidence).cloned();
            finding(evidence, [(NAME, name.clone())])
        }));
    }
}
