//! An address at a listed employer's name, or at the domain of the candidate's own site.

use crate::indicators::Finding;
use crate::indicators::data::{DISPOSABLE, FRONT_DOMAINS};
use crate::indicators::tools::{Mailbox, found, host, is_within, mailboxes, sources, span};
use crate::profile::{Case, Date};
use crate::report::Span;
use crate::text::employer_key;

/// Providers whose names say nothing about an employer, unless one works there.
const MAIL_PROVIDERS: &[&str] = &[
    "gmail",
    "googlemail",
    "outlook",
    "hotmail",
    "live",
    "msn",
    "yahoo",
    "ymail",
    "icloud",
    "proton",
    "protonmail",
    "gmx",
    "web",
    "mail",
    "yandex",
    "qq",
    "163",
    "126",
    "naver",
    "daum",
    "zoho",
    "fastmail",
    "tutanota",
    "aol",
    "rediffmail",
    "orange",
    "wanadoo",
    "free",
    "laposte",
    "libero",
    "seznam",
    "rambler",
    "inbox",
    "duck",
    "addy",
    "skiff",
    "hey",
];

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for mailbox in mailboxes(case).filter(|mailbox| !is_public(mailbox.domain)) {
        let other = employer(case, mailbox).or_else(|| own_site(case, mailbox));
        out.extend(other.map(|other| found([span(mailbox.source, &mailbox.email.words), other])));
    }
}

fn is_public(domain: &str) -> bool {
    let first = domain.split('.').next().unwrap_or_default();
    let listed = DISPOSABLE.iter().chain(FRONT_DOMAINS);
    MAIL_PROVIDERS.contains(&first) || listed.into_iter().any(|known| is_within(domain, known))
}

/// An employer whose name, written together, is a label of the domain.
fn employer(case: &Case, mailbox: Mailbox<'_>) -> Option<Span> {
    sources(case)
        .flat_map(|(source, profile)| {
            let positions = profile.positions.items().iter();
            positions.filter_map(move |position| Some((source, position.employer.as_ref()?)))
        })
        .filter(|(_, name)| {
            let key = employer_key(&name.text).replace(' ', "");
            let labels = mailbox
                .domain
                .split('.')
                .map(|label| label.replace('-', ""));
            key.len() >= 4 && labels.into_iter().any(|label| label == key)
        })
        .map(|(source, name)| span(source, name))
        .min_by(|a, b| a.words.cmp(&b.words))
}

/// A link of the candidate's to the same domain.
fn own_site(case: &Case, mailbox: Mailbox<'_>) -> Option<Span> {
    sources(case)
        .flat_map(|(source, profile)| {
            let links = profile.links.items().iter();
            links.map(move |link| (source, link))
        })
        .filter(|(_, link)| is_within(&host(&link.href), mailbox.domain))
        .map(|(source, link)| span(source, &link.words))
        .min_by(|a, b| a.words.cmp(&b.words))
}
