//! A text in which the candidate gives a complete name that is not the one shown.

use super::email_name_other_person::OtherName;
use crate::indicators::Finding;
use crate::indicators::boasts::names;
use crate::indicators::phrases::{Text, Token};
use crate::indicators::tools::{found, part, sources, texts};
use crate::profile::{Agreement, Case, Date, Sensitive, Words};

/// How people give their name, folded. "I am" is left out: mostly a trade follows.
const OPENINGS: &[&[&str]] = &[
    &["my", "name", "is"],
    &["je", "m", "appelle"],
    &["mon", "nom", "est"],
    &["me", "llamo"],
    &["mi", "nombre", "es"],
    &["meu", "nome", "e"],
    &["ich", "heisse"],
    &["mein", "name", "ist"],
];

/// One of these stands in every opening, so that texts without any need no closer look.
const MARKS: &[&str] = &["name", "nom", "appelle", "llamo", "heiss", "heiß"];

/// Most words of a name.
const LONGEST: usize = 4;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(other_names(case).map(|other| found([other.span])));
}

/// The other names that texts give: two words or more that share nothing with any name shown.
pub(crate) fn other_names(case: &Case) -> impl Iterator<Item = OtherName> {
    let names = names(case);
    let texts = sources(case).flat_map(|(source, profile)| {
        let written = texts(profile).into_iter();
        written.flat_map(move |words| given(source, words))
    });
    texts.filter(move |other| {
        let words: Vec<&str> = other.words.iter().map(String::as_str).collect();
        let disjoint = |name: &&Sensitive<Words>| name.agreement(&words) == Agreement::Disjoint;
        !names.is_empty() && names.iter().all(disjoint)
    })
}

/// The names that a text gives as its author's, without the opening.
fn given(source: u32, words: &Words) -> Vec<OtherName> {
    let lower = words.text.to_lowercase();
    if !MARKS.iter().any(|mark| lower.contains(mark)) {
        return Vec::new();
    }
    let text = Text::new(&words.text);
    let starts = text.tokens.iter().enumerate();
    let opened = starts.filter_map(|(at, token)| Some((at, at + opening(&text, at, token)?)));
    let found = opened.filter_map(|(at, first)| {
        let count = name_length(&text, first);
        let end = first + count;
        let parts: Vec<&str> = (first..end)
            .map(|word| text.slice(word, word + 1))
            .collect();
        let said = part(source, words.place, text.slice(at, end));
        (2..=LONGEST)
            .contains(&count)
            .then(|| OtherName::new(said, &parts))
    });
    found.collect()
}

/// The length of the opening that begins with the token at `at`. That is folded once, not for each opening.
fn opening(text: &Text<'_>, at: usize, token: &Token<'_>) -> Option<usize> {
    let word = token.word();
    let rest = text.tokens.get(at + 1..)?;
    let follows = |more: &[&str]| {
        let said = rest.get(..more.len());
        said.is_some_and(|said| said.iter().zip(more).all(|(said, word)| said.is(word)))
    };
    let opens = |opening: &&&[&str]| {
        let parts = opening.split_first();
        parts.is_some_and(|(first, more)| *first == word && follows(more))
    };
    OPENINGS.iter().find(opens).map(|opening| opening.len())
}

/// How many words with a capital letter follow each other from `first` on, parted by a blank,
/// a hyphen or an apostrophe.
fn name_length(text: &Text<'_>, first: usize) -> usize {
    let capital = |at: usize| text.slice(at, at + 1).starts_with(char::is_uppercase);
    let joined = |at: usize| at == first || matches!(text.before(at), " " | "-" | "'" | "’");
    (first..text.tokens.len())
        .take_while(|at| joined(*at) && capital(*at))
        .count()
}
