//! An address at a provider of throw-away mailboxes.

use crate::indicators::Finding;
use crate::indicators::data::DISPOSABLE;
use crate::indicators::tools::{finding, is_within, mailboxes, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for mailbox in mailboxes(case) {
        let listed = |domain: &&&str| is_within(mailbox.domain, domain);
        if let Some(domain) = DISPOSABLE.iter().find(listed) {
            out.push(finding(
                [span(mailbox.source, &mailbox.email.words)],
                [("domain", (*domain).to_owned())],
            ));
        }
    }
}
