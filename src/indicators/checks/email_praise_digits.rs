//! An address with a word of praise and three digits in a row or more.

use crate::indicators::Finding;
use crate::indicators::boasts::{names, praises};
use crate::indicators::tools::{digit_run_after, found, mailboxes, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let names = names(case);
    let praised = mailboxes(case)
        .filter(|mailbox| digit_run_after(mailbox.local, 0) >= 3 && praises(mailbox.local, &names));
    out.extend(praised.map(|mailbox| found([span(mailbox.source, &mailbox.email.words)])));
}
