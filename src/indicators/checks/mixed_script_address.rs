//! An address that mixes look-alike letters of two scripts in one word, or hides characters.

use crate::indicators::Finding;
use crate::indicators::tools::{found, mailboxes, sources, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let mails = mailboxes(case).filter(|mailbox| is_mixed(&mailbox.email.address));
    out.extend(mails.map(|mailbox| found([span(mailbox.source, &mailbox.email.words)])));
    for (source, profile) in sources(case) {
        let links = profile.links.items().iter();
        let links = links.filter(|link| is_mixed(host_part(&link.href)));
        out.extend(links.map(|link| found([span(source, &link.words)])));
    }
}

/// Between `://` and the next slash.
fn host_part(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether a word between separators mixes Latin with Cyrillic or Greek letters, or is Latin
/// with invisible characters in it. Words wholly in one script, whichever, are fine.
fn is_mixed(address: &str) -> bool {
    address.split(['.', '@', '-', '_', '+']).any(|word| {
        let latin = word.chars().any(|c| c.is_ascii_alphabetic());
        let hidden =
            word.chars().any(is_hidden) && word.chars().all(|c| c.is_ascii() || is_hidden(c));
        latin && (hidden || word.chars().any(is_look_alike))
    })
}

fn is_look_alike(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}') && c.is_alphabetic()
}

fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}
