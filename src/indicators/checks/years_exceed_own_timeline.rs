//! More years of experience in the headline or summary than the dated history holds.

use super::years_exceed_technology_age::YEARS;
use crate::indicators::Finding;
use crate::indicators::data::technologies_in;
use crate::indicators::phrases::Text;
use crate::indicators::tools::{dated, finding, part, sources, span};
use crate::profile::{Case, Date, Dates, Profile, Words};
use crate::report::{Span, Unit};

/// Words for experience.
const EXPERIENCE: &[&str] = &[
    "experience",
    "experiencia",
    "berufserfahrung",
    "erfahrung",
    "esperienza",
    "ervaring",
    "doswiadczenia",
];

/// Months more than the history holds from which on it counts: two years are let pass, for
/// rounding up and a first job left out.
const MONTHS: u32 = 25;

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    let Some((earliest, evidence)) = earliest(case) else {
        return;
    };
    let now = today.year_month().latest();
    for (source, profile) in sources(case) {
        for words in profile
            .headline
            .seen()
            .into_iter()
            .chain(profile.about.seen())
        {
            if let Some((claimed, said)) = claim(words).filter(|claim| claim.0 < 60) {
                let found = finding(
                    [part(source, words.place, &said), evidence.clone()],
                    [
                        ("claimed", claimed.to_string()),
                        ("earliest", (earliest / 12).to_string()),
                    ],
                );
                let more = i64::from(claimed) * 12 - i64::from(now - earliest);
                out.extend(found.if_at_least(MONTHS, more, Unit::Months));
            }
        }
    }
}

/// The earliest start in all sources, when a source has three dated roles or more.
fn earliest(case: &Case) -> Option<(i32, Span)> {
    let enough = |(source, profile)| dated(source, profile).count() >= 3;
    sources(case).find(|source| enough(*source))?;
    sources(case)
        .flat_map(|(source, profile)| starts(source, profile))
        .min_by(|a, b| (a.0, &a.1.words).cmp(&(b.0, &b.1.words)))
}

fn starts(source: u32, profile: &Profile) -> Vec<(i32, Span)> {
    let positions = profile.positions.items().iter();
    let education = profile.education.items().iter();
    let dates: Vec<&Dates> = positions
        .filter_map(|position| position.dates.as_ref())
        .chain(education.filter_map(|school| school.dates.as_ref()))
        .collect();
    dates
        .into_iter()
        .filter_map(|dates| Some((dates.start?.earliest(), span(source, &dates.words))))
        .collect()
}

/// "15+ years of experience", with up to four words between, none of them a technology.
pub(crate) fn claim(words: &Words) -> Option<(u32, String)> {
    let text = Text::new(&words.text);
    let named = technologies_in(&text);
    (0..text.tokens.len()).find_map(|at| {
        let number = text.tokens.get(at)?;
        let years = text.tokens.get(at + 1)?;
        let claimed = number.number.filter(|number| *number >= 5)?;
        let end = (at + 2..at + 7).find(|next| {
            text.tokens
                .get(*next)
                .is_some_and(|token| EXPERIENCE.contains(&token.word.as_str()))
        })?;
        let sentence = text.tokens.get(end)?.sentence == number.sentence;
        let of_technology = named
            .iter()
            .any(|(_, m)| m.first > at && m.first <= end + 3);
        let said = text.slice(at, end + 1).to_owned();
        (YEARS.contains(&years.word.as_str()) && sentence && !of_technology)
            .then_some((claimed, said))
    })
}
