//! The same other name in two details: one fact, which is one change of name or one mix-up.

use super::email_name_other_person::{self as email, OtherName};
use super::file_written_under_another_name as file;
use super::{introduces_other_name as text, profile_address_other_name as address};
use crate::indicators::Finding;
use crate::indicators::tools::{by_words, found};
use crate::profile::{Agreement, Case, Date};
use crate::text::compare_names;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let details: Vec<OtherName> = address::other_names(case)
        .chain(email::other_names(case))
        .chain(text::other_names(case))
        .chain(file::other_names(case))
        .collect();
    for (at, a) in details.iter().enumerate() {
        let others = details.iter().skip(at + 1);
        let same = others.filter(|b| a.span.place.field != b.span.place.field && agree(a, b));
        out.extend(same.map(|b| {
            let mut spans = [a.span.clone(), b.span.clone()];
            by_words(&mut spans);
            found(spans)
        }));
    }
}

fn agree(a: &OtherName, b: &OtherName) -> bool {
    let words: Vec<&str> = b.words.iter().map(String::as_str).collect();
    compare_names(&a.words.join(" "), &words) == Agreement::Agrees
}
