//! Praise or "dev" with digits both in an address and in an account name.

use super::{email_dev_digits, email_praise_digits, handle_praise_digits};
use crate::indicators::Finding;
use crate::indicators::tools::{found, found_by};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    let accounts = found_by(handle_praise_digits::check, case, today);
    if accounts.is_empty() {
        return;
    }
    let mut addresses = found_by(email_praise_digits::check, case, today);
    addresses.extend(found_by(email_dev_digits::check, case, today));
    if addresses.is_empty() {
        return;
    }
    let both = addresses.into_iter().chain(accounts);
    out.push(found(both.flat_map(|finding| finding.evidence)));
}
