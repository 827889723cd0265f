//! An employer, a link or a mail domain whose exact name is documented as a front.

use crate::indicators::Finding;
use crate::indicators::data::{FRONT_DOMAINS, FRONTS};
use crate::indicators::tools::{found, host, is_within, mailboxes, sources, span};
use crate::profile::{Case, Date};
use crate::text::plain_words;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let employers = profile.positions.items().iter();
        let employers = employers.filter_map(|position| position.employer.as_ref());
        let named = employers.filter(|name| FRONTS.contains(&plain_words(&name.text).as_str()));
        out.extend(named.map(|name| found([span(source, name)])));
        let links = profile.links.items().iter();
        let linked = links.filter(|link| is_front(&host(&link.href)));
        out.extend(linked.map(|link| found([span(source, &link.words)])));
    }
    let mailed = mailboxes(case).filter(|mailbox| is_front(mailbox.domain));
    out.extend(mailed.map(|mailbox| found([span(mailbox.source, &mailbox.email.words)])));
}

fn is_front(host: &str) -> bool {
    FRONT_DOMAINS.iter().any(|domain| is_within(host, domain))
}
