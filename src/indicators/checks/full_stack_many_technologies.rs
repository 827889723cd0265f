//! "Full-stack" together with a dozen technologies or more on a code profile.

use crate::indicators::Finding;
use crate::indicators::phrases::Text;
use crate::indicators::stack::technologies;
use crate::indicators::tools::{finding, on_code_host, part, sources, texts};
use crate::profile::{Case, Date, Profile};
use crate::report::Span;

/// From so many technologies on.
const LEAST: usize = 12;

/// So many of them are shown.
const SHOWN: usize = 3;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let profiles = sources(case).filter(|(_, profile)| on_code_host(profile));
    out.extend(profiles.filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let named = technologies(profile);
    if named.len() < LEAST {
        return None;
    }
    let title = texts(profile).into_iter().find_map(|words| {
        let text = Text::new(&words.text);
        full_stack(&text).map(|(first, end)| part(source, words.place, text.slice(first, end)))
    })?;
    let examples = named.values().take(SHOWN);
    let examples = examples.map(|one| part(source, one.words.place, &one.written));
    let evidence: Vec<Span> = std::iter::once(title).chain(examples).collect();
    Some(finding(evidence, [("skills", named.len().to_string())]))
}

/// The words "full stack" or "fullstack".
fn full_stack(text: &Text<'_>) -> Option<(usize, usize)> {
    let is = |at: usize, word: &str| text.tokens.get(at).is_some_and(|token| token.is(word));
    (0..text.tokens.len()).find_map(|at| {
        if is(at, "fullstack") {
            return Some((at, at + 1));
        }
        (is(at, "full") && is(at + 1, "stack")).then_some((at, at + 2))
    })
}
