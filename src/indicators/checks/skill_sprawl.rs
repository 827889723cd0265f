//! Very many technologies over very many fields of work on a code profile.

use crate::indicators::Finding;
use crate::indicators::stack::technologies;
use crate::indicators::tools::{finding, on_code_host, part, sources};
use crate::profile::{Case, Date, Profile};
use crate::report::Span;
use crate::sorted::Small;

/// From so many technologies on.
const LEAST_SKILLS: usize = 20;

/// Over so many fields of work.
const LEAST_FIELDS: usize = 4;

/// See the module. Only on code hosts: other platforms ask for long lists of skills.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let profiles = sources(case).filter(|(_, profile)| on_code_host(profile));
    out.extend(profiles.filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let named = technologies(profile);
    // One example a field says what the list is like.
    let mut examples: Small<&str, Span> = Small::default();
    for one in named.values() {
        let example = || part(source, one.words.place, &one.written);
        examples.entry(one.field, example);
    }
    let facts = [
        ("skills", named.len().to_string()),
        ("fields", examples.len().to_string()),
    ];
    (named.len() >= LEAST_SKILLS && examples.len() >= LEAST_FIELDS)
        .then(|| finding(examples.into_values(), facts))
}
