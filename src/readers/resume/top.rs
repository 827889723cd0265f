//! Name, headline and place: the lines before the first section, and the personal data.
//!
//! A wrong name makes an honest address look like somebody else's, so a line is a name only
//! where nothing else fits it better.

use super::lexicon::{self, List, Own};
use super::rows::trimmed;
use crate::blocks::Block;
use crate::profile::{Agreement, Email};
use crate::readers::{name, words};
use crate::text::compare_names;

/// Lines among which the name is looked for.
const LINES: usize = 10;

/// Signs that part what stands in one line.
const SIGNS: &[char] = &['|', '•', '·', '‖', '｜', '⋅', '/'];

/// What stands over the sections.
#[derive(Default)]
pub(super) struct Top {
    pub(super) name: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) location: Option<String>,
}

/// Reads the lines before the first section, and those of the personal data in `own`.
pub(super) fn read(top: &[Block], own: &[&Block], emails: &[Email]) -> Top {
    let labelled = top.iter().chain(own.iter().copied());
    let said = |wanted: Own| {
        labelled
            .clone()
            .filter_map(|block| lexicon::labelled(&block.text))
            .filter(|(label, _)| lexicon::own(label) == Some(wanted))
            .map(|(_, value)| trimmed(value))
            .find(|value| value.contains(char::is_alphanumeric))
    };
    let shown = shown_name(top, emails);
    let from = shown.as_ref().map_or(0, |(at, _)| *at);
    let labelled_name = said(Own::Name).filter(|name| is_name(name, true));
    let named = labelled_name
        .clone()
        .or_else(|| shown.as_ref().map(|(_, name)| name.clone()));
    let other = |piece: &&str| named.as_deref().is_none_or(|name| !piece.contains(name));
    let place = own.iter().copied().chain(top.iter());
    let mut place = place.flat_map(|block| pieces(&block.text)).filter(other);
    Top {
        headline: headline(top, from, shown.as_ref().map(|(_, name)| name.as_str())),
        location: said(Own::Place)
            .and_then(|address| town(&address))
            .or_else(|| place.find(|piece| is_place(piece)).map(str::to_owned)),
        name: named,
    }
}

/// The place that an address is in: all of it when it has no number, or its end.
fn town(address: &str) -> Option<String> {
    let numbered = |text: &str| text.contains(|c: char| c.is_ascii_digit() || c == '#');
    if !numbered(address) {
        return Some(address.to_owned()).filter(|text| text.chars().count() <= 90);
    }
    let (rest, country) = address.rsplit_once(", ")?;
    if !words::is_country(country) {
        return None;
    }
    let city = rest.rsplit(", ").next().filter(|city| !numbered(city));
    let from = city.map_or(country.len(), |city| city.len() + 2 + country.len());
    address.get(address.len() - from..).map(str::to_owned)
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(SIGNS)
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn is_place(text: &str) -> bool {
    words::place_score(text) >= 3 && !lexicon::is_role(text) && !text.ends_with('.')
}

/// The first line that is a name; of several, one that an e-mail address agrees with.
fn shown_name(top: &[Block], emails: &[Email]) -> Option<(usize, String)> {
    let candidates = top.iter().enumerate().take(LINES);
    let candidates: Vec<(usize, String)> = candidates
        .filter_map(|(at, block)| Some((at, name_of(&block.text)?)))
        .collect();
    let agrees = |name: &str| {
        emails.iter().any(|email| {
            let local = email.address.split('@').next().unwrap_or_default();
            let words: Vec<&str> = local.split(|c: char| !c.is_alphabetic()).collect();
            let words: Vec<&str> = words.into_iter().filter(|word| word.len() >= 3).collect();
            matches!(
                compare_names(name, &words),
                Agreement::Agrees | Agreement::Partly
            )
        })
    };
    let best = candidates.iter().find(|(_, name)| agrees(name));
    best.or(candidates.first()).cloned()
}

/// The name that a line begins with, if it does.
pub(super) fn name_of(line: &str) -> Option<String> {
    let first = pieces(line)
        .flat_map(|part| part.split([',', '(', '–', '—']))
        .next()?;
    let first = trimmed(super::tidy::without_bullet(first));
    is_name(&first, false).then_some(first)
}

/// Whether words are a person's name and nothing that stands beside it.
fn is_name(text: &str, labelled: bool) -> bool {
    const NEVER: &[&str] = &[
        "address",
        "street",
        "road",
        "page",
        "confidential",
        "dear",
        "letter",
        "application",
        "phone",
        "hiring",
        "team",
        "manager",
        "objective",
        "adresse",
        "rue",
        "strasse",
        "calle",
        "rua",
        "nagar",
    ];
    let folded = crate::text::plain_words(text);
    let never = folded.split(' ').any(|word| NEVER.contains(&word));
    let phone = folded
        .split(' ')
        .any(|word| lexicon::own(word) == Some(Own::Phone));
    let other = phone
        || lexicon::is_one(List::Document, text)
        || lexicon::own(text).is_some()
        || words::section(text).is_some()
        || lexicon::is_role(text)
        || lexicon::is_company(text)
        || lexicon::holds(List::School, text)
        || words::place_score(text) >= 3;
    let heading = !labelled && lexicon::heading(text).is_some();
    let written = is_written_without_blanks(text) || name::is_name_like(text, labelled);
    let words = text.split_whitespace().count();
    written
        && words <= 5
        && !never
        && !other
        && !heading
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// A name of two to five characters: "山田 太郎", "김민준".
fn is_written_without_blanks(text: &str) -> bool {
    let cjk = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{3040}'..='\u{30ff}');
    let letters = text.chars().filter(|c| !c.is_whitespace());
    let count = letters.clone().count();
    (2..=6).contains(&count) && letters.clone().all(cjk)
}

/// The line under the name that says what the candidate does.
fn headline(top: &[Block], from: usize, name: Option<&str>) -> Option<String> {
    let same = top
        .get(from)
        .map(|block| block.text.as_str())
        .unwrap_or_default();
    let beside = name
        .and_then(|name| same.split_once(name))
        .map(|(_, rest)| trimmed(rest));
    if let Some(role) = beside.filter(|rest| lexicon::is_role(rest) && says(rest)) {
        return Some(role);
    }
    let after = || top.iter().skip(from + usize::from(name.is_some())).take(6);
    let lines = || {
        after()
            .map(|block| block.text.as_str())
            .filter(|line| says(line))
    };
    let role = lines().find(|line| lexicon::is_role(line));
    let first = || top.get(from + 1).filter(|_| name.is_some());
    let first = || {
        first()
            .map(|block| block.text.as_str())
            .filter(|line| says(line) && is_said(line))
    };
    role.or_else(first).map(str::to_owned)
}

/// Whether a line without a job title says something of the candidate: no label, no street.
fn is_said(line: &str) -> bool {
    let words = line.split_whitespace().count();
    words >= 3
        && !line.contains([':', '#', ';'])
        && !line.contains(|c: char| c.is_ascii_digit())
        && lexicon::heading(line).is_none()
}

/// Whether a line can be a headline: no contact, no label, no place, no title of the document.
fn says(line: &str) -> bool {
    let contact = line.contains(['@', '+']) || line.contains("://") || line.contains("www.");
    let digits = line.chars().filter(char::is_ascii_digit).count();
    let labelled = lexicon::labelled(line).is_some_and(|(label, _)| lexicon::own(label).is_some());
    line.chars().count() <= 120
        && line.chars().any(char::is_alphabetic)
        && !contact
        && !labelled
        && digits <= 4
        && words::place_score(line) < 3
        && !lexicon::is_one(List::Document, line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    fn check(text: &str, expect: &str) {
        let blocks = of_text(text);
        let emails = crate::readers::contacts::emails(&blocks);
        let top = read(&blocks, &[], &emails);
        let parts = [top.name, top.headline, top.location].map(Option::unwrap_or_default);
        assert_eq!(parts.join(" / "), expect, "{text:?}");
    }

    #[test]
    fn tops_in_many_forms() {
        check(
            "CURRICULUM VITAE\nIlka Sorvette\nBaker\nLyon, France",
            "Ilka Sorvette / Baker / Lyon, France",
        );
        check(
            "Ilka Sorvette – Data Engineer\nilka@example.org | Porto, Portugal",
            "Ilka Sorvette / Data Engineer / Porto, Portugal",
        );
        check(
            "Personal Details\nName: Ilka Sorvette\nDate of Birth: 1 May 1980",
            "Ilka Sorvette /  / ",
        );
        check("个人简历\n林知远\n软件工程师", "林知远 / 软件工程师 / ");
        check(
            "Harbour Lane\nIlka Sorvette\nsorvette@example.org",
            "Ilka Sorvette /  / ",
        );
        check("Senior Baker\n12 Rue X, 69003 Lyon", " / Senior Baker / ");
        check(
            "Ilka Sorvette\nAddress: 12 Rue X, Lyon, France\nCitizenship: Ruritanian",
            "Ilka Sorvette /  / Lyon, France",
        );
        check("Ilka Sorvette\nAddress: 12 Rue X", "Ilka Sorvette /  / ");
        check(
            "Ilka Sorvette\nLocation: ,\nAddress: Lyon, France",
            "Ilka Sorvette /  / Lyon, France",
        );
    }
}
