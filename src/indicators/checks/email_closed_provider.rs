//! An address at a mail provider that has closed.

use crate::indicators::Finding;
use crate::indicators::data::CLOSED;
use crate::indicators::tools::{finding, is_within, mailboxes, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    let today = today.to_string();
    for mailbox in mailboxes(case) {
        let gone = |row: &&(&str, &str)| is_within(mailbox.domain, row.0) && row.1 < today.as_str();
        if let Some((domain, closed)) = CLOSED.iter().find(gone) {
            out.push(finding(
                [span(mailbox.source, &mailbox.email.words)],
                [
                    ("domain", (*domain).to_owned()),
                    ("closed", (*closed).to_owned()),
                ],
            ));
        }
    }
}
