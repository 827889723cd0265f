//! An e-mail address at a domain that only looks like that of a well-known employer.

use crate::indicators::Finding;
use crate::indicators::data::{EMPLOYERS, Employer};
use crate::indicators::tools::{Mailbox, finding, mailboxes, sources, span};
use crate::profile::{Case, Date};
use crate::report::Span;
use crate::text::{employer_key, within_one};

/// Letters of a name from which on one changed letter is a likeness and not another word.
const LONG: usize = 7;

/// What is put beside a name to look like a department of it.
const BESIDE: &[&str] = &[
    "careers",
    "career",
    "corp",
    "global",
    "hiring",
    "hr",
    "inc",
    "job",
    "jobs",
    "mail",
    "office",
    "recruiting",
    "recruitment",
    "support",
    "talent",
    "team",
    "us",
    "usa",
];

/// See the module. Only employers of the table that the candidate names too.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for mailbox in mailboxes(case) {
        let like = EMPLOYERS
            .iter()
            .filter(|employer| resembles(employer, mailbox));
        out.extend(like.filter_map(|employer| {
            let evidence = [
                span(mailbox.source, &mailbox.email.words),
                named(case, employer)?,
            ];
            Some(finding(evidence, [("employer", employer.name.to_owned())]))
        }));
    }
}

/// Whether a label of the domain is the name with a word beside it, or with one letter changed.
fn resembles(employer: &Employer, mailbox: Mailbox<'_>) -> bool {
    let labels = mailbox.domain.rsplit('.').skip(1);
    labels
        .into_iter()
        .any(|label| employer.keys.iter().any(|key| is_like(label, key)))
}

fn is_like(label: &str, key: &str) -> bool {
    let front = label
        .strip_prefix(key)
        .and_then(|rest| rest.strip_prefix('-'));
    let back = label
        .strip_suffix(key)
        .and_then(|rest| rest.strip_suffix('-'));
    let beside = front.or(back).is_some_and(|word| BESIDE.contains(&word));
    beside || key.len() >= LONG && key != label && within_one(key, label)
}

/// Where the candidate names this employer.
fn named(case: &Case, employer: &Employer) -> Option<Span> {
    sources(case)
        .flat_map(|(source, profile)| {
            let positions = profile.positions.items().iter();
            positions.filter_map(move |position| Some((source, position.employer.as_ref()?)))
        })
        .filter(|(_, name)| employer.keys.contains(&employer_key(&name.text).as_str()))
        .map(|(source, name)| span(source, name))
        .min_by(|a, b| a.words.cmp(&b.words))
}
