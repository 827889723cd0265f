//! Phone numbers of a text: with a country code, after a label, or beside other contacts.
//!
//! Passport numbers, dates of birth and postcodes are digits too: a number alone counts only
//! among the candidate's contacts.

use super::lexicon::{self, Own};
use crate::blocks::Block;
use crate::profile::{Field, Place, Words};
use crate::readers::dates;
use std::collections::HashSet;
use std::ops::Range;

/// The numbers of the blocks, once each. `own` are the lines of the candidate's contacts.
pub(super) fn phones(blocks: &[Block], own: &HashSet<u32>) -> Vec<Words> {
    let mut out: Vec<Words> = Vec::new();
    let mut known = HashSet::new();
    let mut asked = false;
    for block in blocks {
        let linked = block.links.iter().any(|link| link.href.starts_with("tel:"));
        let (found, goes_on) = of_line(&block.text, asked, own.contains(&block.line), linked);
        asked = goes_on;
        for text in found {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            if known.insert(digits) {
                let place = Place::at(Field::Phones, out.len() as u32);
                out.push(Words {
                    text: text.to_owned(),
                    place,
                });
            }
        }
    }
    out
}

/// The numbers of a line, and whether a number may stand alone in the next.
fn of_line(text: &str, asked: bool, top: bool, linked: bool) -> (Vec<&str>, bool) {
    if text.len() > 400 {
        return (Vec::new(), false);
    }
    let contact = top && text.contains('@');
    let mut out = Vec::new();
    let mut from = 0;
    let mut labelled = asked;
    for range in runs(text) {
        let before = text.get(from..range.start).unwrap_or_default();
        let said = label(before);
        labelled = said == Some(Own::Phone) || labelled && said.is_none();
        let number = text.get(range.clone()).unwrap_or_default();
        let alone = top && is_alone(text, &range);
        let known = number.starts_with('+') || linked || labelled || contact || alone;
        if known && said != Some(Own::Other) {
            out.push(number);
        }
        from = range.end;
    }
    let last = text.get(from..).unwrap_or_default();
    let ends = label(last) == Some(Own::Phone) && last.split_whitespace().count() <= 3;
    let goes_on = ends || !out.is_empty() && labelled && !last.contains(char::is_alphabetic);
    (out, goes_on)
}

/// What the last words before a number announce.
fn label(before: &str) -> Option<Own> {
    let before = before.trim_end_matches(|c: char| !c.is_alphabetic());
    let piece = before
        .rsplit(['|', '•', ',', '·', ';', '('])
        .next()
        .unwrap_or(before);
    let words: Vec<&str> = piece
        .split(|c: char| c.is_whitespace() || ":-–/.<".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let tail = |count: usize| {
        words
            .get(words.len().saturating_sub(count)..)
            .unwrap_or_default()
            .join(" ")
    };
    (1..=3).rev().find_map(|count| lexicon::own(&tail(count)))
}

/// Whether a number makes up its piece of the line, but for a letter or a word before it.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    let edge = |c: char| "|•·,;/&".contains(c);
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let before = before.rsplit(edge).next().unwrap_or_default();
    let after = after.split(edge).next().unwrap_or_default();
    let letters = before.chars().filter(|c| c.is_alphabetic()).count();
    let digits = before.contains(|c: char| c.is_ascii_digit());
    letters <= 1 && !digits && !after.contains(char::is_alphanumeric)
}

/// The runs of 8 to 15 digits with the signs that numbers are written with.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = None;
    let mut last = ' ';
    for (at, c) in text.char_indices().chain([(text.len(), ';')]) {
        let fits = c.is_ascii_digit()
            || " ()-./\u{a0}–".contains(c)
            || c == '+' && last == '(' && from.is_some();
        let starts = c == '+' || c == '(' || c.is_ascii_digit();
        if let Some(start) = from.filter(|_| !fits) {
            let whole = !(c.is_alphabetic() && last.is_ascii_digit());
            out.extend(numbers(text, start..at).into_iter().filter(|_| whole));
            from = None;
        }
        let inside = last.is_alphanumeric() || "@_=/".contains(last);
        if from.is_none() && starts && (c == '+' || !inside) {
            from = Some(at);
        }
        last = c;
    }
    out
}

/// A run as one number, or as several where it is too long for one.
fn numbers(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let whole = text.get(run.clone()).unwrap_or_default();
    let count = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if count(whole) <= 15 {
        return number(text, run).into_iter().collect();
    }
    let mut out = Vec::new();
    let mut at = run.start;
    for part in whole.split_inclusive(['/', '-', ' ']) {
        out.extend(number(text, at..at + part.len()));
        at += part.len();
    }
    out
}

fn number(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let shown = text.get(run.clone())?;
    let trimmed = shown.trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = trimmed.bytes().filter(u8::is_ascii_digit).count();
    let groups = trimmed.split(|c: char| !c.is_ascii_digit());
    let groups: Vec<usize> = groups.map(str::len).filter(|length| *length > 0).collect();
    let day = matches!(groups.as_slice(), [1 | 2, 1 | 2, 4] | [4, 1 | 2, 1 | 2]);
    let years = groups.len() <= 4 && !trimmed.starts_with('+') && dates::any(trimmed).is_some();
    let is_date = digits <= 8 && (day || years);
    let range = run.start..run.start + trimmed.len();
    ((8..=15).contains(&digits) && !is_date).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    fn check(text: &str, expect: &[&str]) {
        let found = phones(&super::super::tidy::tidy(&of_text(text)), &(0..3).collect());
        let found: Vec<&str> = found.iter().map(|words| words.text.as_str()).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn numbers_in_many_places() {
        check("jo@example.org | +33 6 12 34 56 78", &["+33 6 12 34 56 78"]);
        check(
            "Mobile: 9000011111, 9000022222",
            &["9000011111", "9000022222"],
        );
        check(
            "Mobile:\n\n9000011111\n9000022222",
            &["9000011111", "9000022222"],
        );
        check("Contact No: - 9000011111", &["9000011111"]);
        check("Tél. : 06 12 34 56 78", &["06 12 34 56 78"]);
        check(
            "Lyon • 06 12 34 56 78 • jo@example.org",
            &["06 12 34 56 78"],
        );
        check(
            "H - 9000011111, C - 9000022222",
            &["9000011111", "9000022222"],
        );
        check("MOB< 9000011111-9000022222", &["9000011111", "9000022222"]);
        check("(65) 90001111", &["(65) 90001111"]);
        check("(+91) 9000011111", &["(+91) 9000011111"]);
        check(
            "Contact: 9000 1111 (mobile); jo@example.org",
            &["9000 1111"],
        );
        check(
            "CONTACT    NO       :- 9000011111,9000022222.",
            &["9000011111", "9000022222"],
        );
        check("电话：138 0000 1111", &["138 0000 1111"]);
        check("x\nx\nx\nx\nx\nPhone No: 9000011111", &["9000011111"]);
    }

    #[test]
    fn other_numbers() {
        for text in [
            "Date of Birth: 18-08-1988",
            "Date of Birth: 18/08/1988 Phone:",
            "Passport No: 123456789",
            "Fax: 0612345678",
            "2019 - 2021",
            "12345678 users of the platform",
            "01.02.2019 – 03.04.2021",
            "x\nx\nx\nx\nSerial 123456789",
            "https://example.org/12345678901",
            "N2094210123",
        ] {
            check(text, &[]);
        }
    }
}
