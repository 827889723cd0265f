//! Languages of the interface and of the indicator texts, one folder each.
//!
//! A language is three files: `interface.toml` and `indicators.toml` in its folder, and
//! extension/_locales/<code>/messages.json. Nothing else names it: the build says which text is
//! missing or stale, tests/contract.rs which message. Its pages in the public catalogue come with
//! the table `[catalogue]`, its briefing is www/<code>/briefing.html.
//!
//! A language is three files: `interface.toml` and `indicators.toml` in its folder, and
//! extension/_locales/<code>/messages.json. Nothing else names it: the build says which text is
//! missing or stale, tests/contract.rs which message. Its pages in the public catalogue come with
//! the table `[catalogue]`; a briefing is www/<code>/briefing.html.

mod baked {
    include!(concat!(env!("OUT_DIR"), "/interface.rs"));
}

pub use baked::{Key, Lang, key};

use crate::report::Points;

impl Lang {
    /// The language for a tag such as `fr-CA`; English when there is none.
    ///
    /// ```
    /// use touchstone::lang::Lang;
    /// assert_eq!(Lang::from_tag("fr-CA"), Lang::Fr);
    /// assert_eq!(Lang::from_tag("xx"), Lang::En);
    /// ```
    pub fn from_tag(tag: &str) -> Self {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        let same = |lang: &&Self| code.eq_ignore_ascii_case(lang.code());
        Self::ALL.iter().find(same).copied().unwrap_or_default()
    }
}

/// A text that has a singular and a plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural {
    /// For the counts that the language names `singular`.
    pub one: Key,
    /// For all others.
    pub other: Key,
}

/// A text of the interface. A key that no language has does not compile:
///
/// ```compile_fail
/// touchstone::lang::text(touchstone::lang::Lang::En, touchstone::lang::key::NO_SUCH_TEXT);
/// ```
pub const fn text(lang: Lang, key: Key) -> &'static str {
    key.of(lang)
}

/// The form of a text for a count: French takes the singular for 0, English does not.
pub fn plural(lang: Lang, count: u32, key: Plural) -> &'static str {
    let mut singular = text(lang, key::LANGUAGE_SINGULAR).split(' ');
    let one = singular.any(|number| number.parse() == Ok(count));
    text(lang, if one { key.one } else { key.other })
}

/// A text with its `{places}` filled. What is filled in is never searched for places, and a
/// place without a value stays as it is.
///
/// ```
/// assert_eq!(touchstone::lang::fill("{a} and {b}", &[("a", "{b}")]), "{b} and {b}");
/// ```
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let place = piece.split_once('}');
        let value = place.and_then(|(name, _)| values.iter().find(|(key, _)| *key == name));
        match (place, value) {
            (Some((_, rest)), Some((_, value))) => out.extend([value, rest]),
            _ => out.extend(["{", piece]),
        }
    }
    out
}

/// Points as a language writes them: `2.5`, `2,5`, with a true minus sign.
pub fn number(lang: Lang, points: Points) -> String {
    let plain = points.to_string().replace('-', "\u{2212}");
    plain.replace('.', text(lang, key::LANGUAGE_DECIMAL))
}

/// Points with their unit: "2.5 points", "1,5 point".
pub fn points(lang: Lang, points: Points) -> String {
    let below: i32 = text(lang, key::LANGUAGE_FRACTION_SINGULAR_BELOW)
        .parse()
        .unwrap_or_default();
    let unit = if points.0.abs() < below * 10 {
        key::POINTS_ONE
    } else {
        key::POINTS_OTHER
    };
    fill(text(lang, unit), &[("points", &number(lang, points))])
}

/// A count at the beginning of a sentence: in words up to nine.
pub fn count_words(lang: Lang, count: u32) -> String {
    let mut words = text(lang, key::LANGUAGE_NUMBERS).split(' ');
    words
        .nth(count as usize)
        .map_or_else(|| count.to_string(), str::to_owned)
}

/// What the panel says about an indicator, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Texts {
    /// One line; may hold `{fact}` places that the hit fills.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// Common innocent reasons; at least one.
    pub innocent: &'static [&'static str],
    /// The next verification step.
    pub next: &'static str,
    /// A neutral interview question.
    pub question: &'static str,
}

/// A source that an indicator rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Key of the source, as in docs/sources.md.
    pub source: &'static str,
    /// Title.
    pub title: &'static str,
    /// Address; empty where there is none.
    pub url: &'static str,
    /// Year, month or day.
    pub date: &'static str,
    /// What it says, in one sentence.
    pub says: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_language() {
        let check = |lang: Lang, count: u32, one: bool| {
            let key = key::SENTENCE_WORTH_CHECKING;
            let expect = text(lang, if one { key.one } else { key.other });
            assert_eq!(plural(lang, count, key), expect, "{lang:?} {count}");
        };
        check(Lang::En, 0, false);
        check(Lang::En, 1, true);
        check(Lang::En, 2, false);
        check(Lang::Fr, 0, true);
        check(Lang::Fr, 1, true);
        check(Lang::Fr, 2, false);
        check(Lang::Fr, 10, false);
        for lang in [Lang::De, Lang::Es] {
            check(lang, 0, false);
            check(lang, 1, true);
            check(lang, 2, false);
        }
    }

    #[test]
    fn points_follow_the_language() {
        let check = |lang: Lang, tenths: i32, expect: &str| {
            assert_eq!(points(lang, Points(tenths)), expect);
        };
        check(Lang::En, 10, "1.0 points");
        check(Lang::En, -25, "\u{2212}2.5 points");
        check(Lang::Fr, 0, "0,0 point");
        check(Lang::Fr, -19, "\u{2212}1,9 point");
        check(Lang::Fr, 20, "2,0 points");
        check(Lang::De, 10, "1,0 Punkte");
        check(Lang::De, -5, "\u{2212}0,5 Punkte");
        check(Lang::Es, 0, "0,0 puntos");
        check(Lang::Es, -15, "\u{2212}1,5 puntos");
    }

    /// A language that takes other forms than these needs more than two keys a plural.
    #[test]
    fn every_language_says_its_numbers() {
        for lang in Lang::ALL.iter().copied() {
            let say = |key| text(lang, key);
            let singular = say(key::LANGUAGE_SINGULAR).split(' ');
            let counts: Result<Vec<u32>, _> = singular.map(str::parse).collect();
            assert!(counts.is_ok_and(|counts| counts.contains(&1)), "{lang:?}");
            let below: Result<i32, _> = say(key::LANGUAGE_FRACTION_SINGULAR_BELOW).parse();
            assert!(below.is_ok(), "{lang:?}");
            assert_eq!(
                say(key::LANGUAGE_NUMBERS).split(' ').count(),
                10,
                "{lang:?}"
            );
            assert_eq!(say(key::LANGUAGE_DECIMAL).chars().count(), 1, "{lang:?}");
        }
    }

    #[test]
    fn places_are_filled_once() {
        let check = |pattern: &str, expect: &str| {
            assert_eq!(fill(pattern, &[("a", "1"), ("b", "{a}")]), expect);
        };
        check("x {a} y {b}", "x 1 y {a}");
        check("{unknown} {a", "{unknown} {a");
        check("", "");
    }
}
