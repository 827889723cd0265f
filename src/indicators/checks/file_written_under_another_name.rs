//! A file whose author or last editor has a complete name that is not the one shown.

use super::email_name_other_person::OtherName;
use crate::indicators::Finding;
use crate::indicators::boasts::names;
use crate::indicators::tools::{found, sources, span};
use crate::profile::{Agreement, Case, Date, Sensitive, Words};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(other_names(case).map(|other| found([other.span])));
}

/// The other names that files carry: two words or more that share nothing with any name shown.
pub(crate) fn other_names(case: &Case) -> impl Iterator<Item = OtherName> {
    let names = names(case);
    let writers = sources(case).flat_map(|(source, profile)| {
        let writers = profile.writers.iter();
        writers.map(move |writer| (source, writer))
    });
    writers.filter_map(move |(source, writer)| {
        let words: Vec<&str> = writer.text.split_whitespace().collect();
        let disjoint = |name: &&Sensitive<Words>| name.agreement(&words) == Agreement::Disjoint;
        let other = !names.is_empty() && names.iter().all(disjoint);
        other.then(|| OtherName::new(span(source, writer), &words))
    })
}
