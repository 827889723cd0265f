//! Praise or "dev" with digits both in an address and in an account name.

use super::{email_dev_digits, email_praise_digits, handle_praise_digits};
use crate::indicators::Finding;
use crate::indicators::tools::found;
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    let (mut accounts, mut addresses) = (Vec::new(), Vec::new());
    handle_praise_digits::check(case, today, &mut accounts);
    if accounts.is_empty() {
        return;
    }
    email_praise_digits::check(case, today, &mut addresses);
    email_dev_digits::check(case, today, &mut addresses);
    if addresses.is_empty() {
        return;
    }
    let both = addresses.into_iter().chain(accounts);
    out.push(found(both.flat_map(|finding| finding.evidence)));
}
