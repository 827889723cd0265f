//! More years of a technology than have passed since the public could use it.

use crate::indicators::Finding;
use crate::indicators::data::technologies_in;
use crate::indicators::phrases::{Match, Text, Token};
use crate::indicators::tools::{finding, part, sources, texts};
use crate::profile::{Case, Date};
use crate::report::Unit;

/// Words between "10 years" and the technology that keep it the object of the claim.
const BETWEEN: &[&str] = &[
    "of",
    "in",
    "with",
    "experience",
    "professional",
    "commercial",
    "hands",
    "on",
    "solid",
    "production",
    "de",
    "d",
    "en",
    "avec",
    "sur",
    "con",
    "experiencia",
    "com",
    "em",
    "mit",
    "erfahrung",
    "in",
    "di",
    "esperienza",
    "met",
    "ervaring",
];

/// Words for years.
pub(crate) const YEARS: &[&str] = &[
    "years", "year", "yrs", "yr", "ans", "annees", "jahre", "jahren", "anos", "anni", "jaar",
    "lat", "godina", "ani",
];

/// Years more than the calendar years since its release from which on it counts.
const MORE: u32 = 2;

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        for words in texts(profile) {
            let text = Text::new(&words.text);
            let counts_years = |token: &Token<'_>| token.is_one_of(YEARS);
            if !text.tokens.iter().any(counts_years) {
                continue;
            }
            for (technology, m) in technologies_in(&text) {
                let Some((claimed, first, end)) = claim(&text, m).filter(|claim| claim.0 < 60)
                else {
                    continue;
                };
                let found = finding(
                    [part(source, words.place, text.slice(first, end))],
                    [
                        ("technology", technology.name.to_owned()),
                        ("released", technology.year.to_string()),
                        ("claimed", claimed.to_string()),
                    ],
                );
                let age = i64::from(today.year) - i64::from(technology.year);
                out.extend(found.if_at_least(MORE, i64::from(claimed) - age, Unit::Years));
            }
        }
    }
}

/// The years claimed of the technology at `m`, and the words of the claim.
fn claim(text: &Text<'_>, m: Match) -> Option<(u32, usize, usize)> {
    before(text, m).or_else(|| after(text, m))
}

/// "10+ years of experience with X".
fn before(text: &Text<'_>, m: Match) -> Option<(u32, usize, usize)> {
    let mut at = m.first;
    loop {
        at = at.checked_sub(1)?;
        let token = text.tokens.get(at)?;
        let gap = text.before(at + 1);
        if token.sentence != m.sentence || gap.contains([',', ';', ':', '|', '·']) {
            return None;
        }
        if token.is_one_of(YEARS) {
            let number = at.checked_sub(1)?;
            let claimed = text.tokens.get(number)?;
            let same = claimed.sentence == m.sentence;
            return same.then_some((claimed.number()?, number, m.end));
        }
        if !token.is_one_of(BETWEEN) {
            return None;
        }
    }
}

/// "X (10 years)", "X: 10 years".
fn after(text: &Text<'_>, m: Match) -> Option<(u32, usize, usize)> {
    let gap = text.before(m.end).trim();
    let joined = matches!(gap, "(" | ":" | "–" | "-" | "—");
    let number = text.tokens.get(m.end)?;
    let years = text.tokens.get(m.end + 1)?;
    let ago = text.tokens.get(m.end + 2);
    let ago = ago.is_some_and(|token| token.is("ago") || token.is("old"));
    let same = years.sentence == m.sentence && years.is_one_of(YEARS);
    (joined && same && !ago).then_some((number.number()?, m.first, m.end + 2))
}
