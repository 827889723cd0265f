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

/// "15+ years of experience", "experience: over 8 years", with up to four words between, none of
/// them a technology; "8年以上の経験".
pub(crate) fn claim(words: &Words) -> Option<(u32, String)> {
    let text = Text::new(&words.text);
    let named = technologies_in(&text);
    let in_words = (0..text.tokens.len()).find_map(|at| {
        let claimed = whole_number(&text, at)?;
        let (first, end) = around(&text, at)?;
        let of_technology = named
            .iter()
            .any(|(_, m)| m.first > at && m.first <= end + 2);
        (!of_technology).then(|| (claimed, text.slice(first, end).to_owned()))
    });
    in_words.or_else(|| in_characters(&words.text))
}

/// A number of years from 5 on at a word. "3.8 years" are not eight.
fn whole_number(text: &Text<'_>, at: usize) -> Option<u32> {
    let token = text.tokens.get(at)?;
    let years = text.tokens.get(at + 1)?;
    let before = at.checked_sub(1).and_then(|at| text.tokens.get(at));
    let point = matches!(text.before(at).trim(), "." | ",");
    let part = point && before.is_some_and(|before| before.number().is_some());
    let says = years.is_one_of(YEARS) && !part;
    token.number().filter(|number| says && *number >= 5)
}

/// The words from the number of years at `at` to a word for experience in the same sentence,
/// after it or before it.
fn around(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    let sentence = text.tokens.get(at)?.sentence;
    let is_experience = |i: &usize| {
        text.tokens.get(*i).is_some_and(|token| {
            token.sentence == sentence && token.is_one_of(EXPERIENCE)
        })
    };
    if let Some(last) = (at + 2..at + 7).find(is_experience) {
        return Some((at, last + 1));
    }
    let first = (at.saturating_sub(4)..at).rev().find(is_experience)?;
    let joined = (first + 1..at).all(|i| {
        text.tokens
            .get(i)
            .is_some_and(|token| token.is_one_of(JOINTS))
    });
    let colon = first + 1 < at || text.before(at).contains([':', '：']);
    (joined && colon).then_some((first, at + 2))
}

/// Words between "experience" and the years that it lasted.
const JOINTS: &[&str] = &[
    "of", "over", "more", "than", "about", "around", "total", "de", "plus", "mais", "mas", "von", "mehr",
    "als", "uber", "with",
];

/// "8年以上の経験", "10年工作经验", "경력 8년": scripts that set no blanks.
fn in_characters(text: &str) -> Option<(u32, String)> {
    const WORDS: &[&str] = &["经验", "經驗", "経験", "경험", "경력"];
    const NEAR: usize = 14;
    for (at, unit) in text.match_indices(['年', '년']) {
        let before = text.get(..at)?;
        let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let from = at - digits;
        let claimed: Option<u32> = before.get(from..).and_then(|number| number.parse().ok());
        let Some(claimed) = claimed.filter(|claimed| (5..60).contains(claimed)) else {
            continue;
        };
        let rest = text.get(at + unit.len()..).unwrap_or_default();
        let tail = stretch(rest.chars(), NEAR);
        let found = WORDS.iter().filter_map(|word| Some(tail.find(word)? + word.len())).min();
        if let Some(length) = found {
            let to = at + unit.len() + length;
            return Some((claimed, text.get(from..to)?.to_owned()));
        }
        let head: String = stretch(text.get(..from)?.chars().rev(), 4).chars().rev().collect();
        let found = WORDS.iter().filter_map(|word| head.rfind(word)).max();
        if let Some(start) = found {
            let first = from - head.len() + start;
            return Some((claimed, text.get(first..at + unit.len())?.to_owned()));
        }
    }
    None
}

/// The next characters of the same sentence.
fn stretch(chars: impl Iterator<Item = char>, length: usize) -> String {
    let inside = |c: &char| !matches!(c, '。' | '\n' | '，' | ',' | '、' | '.' | '；');
    chars.take(length).take_while(inside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Field, Place};

    fn check(text: &str, expect: Option<(u32, &str)>) {
        let words = Words {
            text: text.to_owned(),
            place: Place::of(Field::About),
        };
        let found = claim(&words);
        let found = found.as_ref().map(|(years, said)| (*years, said.as_str()));
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn years_in_many_languages() {
        check("Over 8 years of experience.", Some((8, "8 years of experience")));
        check("8+ ans d'expérience en boulangerie", Some((8, "8+ ans d'expérience")));
        check("mehr als 8 Jahre Berufserfahrung", Some((8, "8 Jahre Berufserfahrung")));
        check("más de 8 años de experiencia", Some((8, "8 años de experiencia")));
        check("mais de 8 anos de experiência", Some((8, "8 anos de experiência")));
        check("拥有8年以上的工作经验。", Some((8, "8年以上的工作经验")));
        check("8年以上の開発経験", Some((8, "8年以上の開発経験")));
        check("경력 8년", Some((8, "경력 8년")));
        check("An experience of more than 12 years", Some((12, "experience of more than 12 years")));
        check("Total experience: 9 years", Some((9, "experience: 9 years")));
    }

    #[test]
    fn what_claims_no_total() {
        check("3.8 years of experience", None);
        check("3 .8 Years experience", None);
        check("4 years of experience", None);
        check("8 years of experience with React", None);
        check("2019年4月に経験", None);
        check("Great experience. 12 years ago I baked.", None);
        check("experience in 2015, 12 years later", None);
    }
}
