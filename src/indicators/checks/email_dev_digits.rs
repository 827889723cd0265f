//! An address with "dev" and two digits in a row or more after it, or a compound of "dev" with
//! digits anywhere.

use crate::indicators::Finding;
use crate::indicators::boasts::{has_compound, names, names_craft};
use crate::indicators::tools::{digit_run_after, found, mailboxes, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let names = names(case);
    let crafted = mailboxes(case).filter(|mailbox| {
        let local = mailbox.local;
        let digits = local
            .find("dev")
            .is_some_and(|at| digit_run_after(local, at) >= 2);
        let numbered = local.bytes().any(|byte| byte.is_ascii_digit());
        (digits || numbered && has_compound(local)) && names_craft(local, &names)
    });
    out.extend(crafted.map(|mailbox| found([span(mailbox.source, &mailbox.email.words)])));
}
