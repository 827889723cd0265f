//! Two sources of which each gives one address and one number, and neither is the same.

use crate::indicators::Finding;
use crate::indicators::accounts::{holds, letters};
use crate::indicators::tools::{by_words, found, sources, span};
use crate::profile::{Case, Date, Email, Profile, Words};

/// Last digits of a number that are the same however the country is written.
const TAIL: usize = 7;

/// Letters from which on an address tells a name: numbers and initials are shared or changed.
const LEAST: usize = 4;

/// The only address and the only number of a source.
struct Contact<'a> {
    source: u32,
    email: &'a Email,
    phone: &'a Words,
}

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let contacts: Vec<Contact<'_>> = sources(case)
        .filter_map(|(source, profile)| only(source, profile))
        .collect();
    for (at, a) in contacts.iter().enumerate() {
        let others = contacts.iter().skip(at + 1);
        out.extend(others.filter(|b| a.differs(b)).map(|b| {
            let of = |one: &Contact<'_>| {
                let (email, phone) = (&one.email.words, one.phone);
                [span(one.source, email), span(one.source, phone)]
            };
            let mut spans = [of(a), of(b)].concat();
            by_words(&mut spans);
            found(spans)
        }));
    }
}

fn only(source: u32, profile: &Profile) -> Option<Contact<'_>> {
    let ([email], [phone]) = (profile.emails.items(), profile.phones.items()) else {
        return None;
    };
    Some(Contact {
        source,
        email,
        phone,
    })
}

impl Contact<'_> {
    fn differs(&self, other: &Self) -> bool {
        let (a, b) = (name(self.email), name(other.email));
        let told = a.len().min(b.len()) >= LEAST;
        told && !holds(&a, &b, LEAST) && tail(self.phone) != tail(other.phone)
    }
}

/// The letters before the `@`, folded.
fn name(email: &Email) -> String {
    letters(email.address.split(['@', '+']).next().unwrap_or_default())
}

/// The last digits of a number, last one first.
fn tail(phone: &Words) -> Vec<char> {
    let digits = phone.text.chars().rev().filter(char::is_ascii_digit);
    digits.take(TAIL).collect()
}
