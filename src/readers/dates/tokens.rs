//! The words and signs of a line, as dates are made of them.
//!
//! Runs of digits, runs of letters, single signs. Folds, and writes wide digits as plain ones;
//! knows no date.

use super::words::{BETWEEN, FILLER, MONTHS, ORDINAL, SEASONS};
use crate::text::fold;

/// A word, a number or a sign.
pub(super) struct Token {
    /// First byte.
    pub(super) from: usize,
    /// Byte after the last.
    pub(super) to: usize,
    /// Folded.
    pub(super) text: String,
}

impl Token {
    pub(super) fn number(&self) -> Option<i16> {
        self.text.parse().ok()
    }

    pub(super) fn year(&self) -> Option<i16> {
        self.number()
            .filter(|year| self.text.len() == 4 && (1900..=2099).contains(year))
    }

    /// Two digits as a year: of the century to 2039, of the last one from 40 on.
    pub(super) fn short_year(&self) -> Option<i16> {
        let year = self.number().filter(|_| self.text.len() == 2)?;
        Some(if year < 40 { 2000 + year } else { 1900 + year })
    }

    pub(super) fn month_word(&self) -> Option<u8> {
        MONTHS
            .iter()
            .find(|(_, words)| words.contains(&self.text.as_str()))
            .map(|(month, _)| *month)
    }

    pub(super) fn month_number(&self) -> Option<u8> {
        self.text
            .parse()
            .ok()
            .filter(|month| self.text.len() <= 2 && (1..=12).contains(month))
    }

    pub(super) fn day(&self) -> bool {
        self.text.len() <= 2 && self.number().is_some_and(|day| (1..=31).contains(&day))
    }

    pub(super) fn is(&self, texts: &[&str]) -> bool {
        texts.contains(&self.text.as_str())
    }

    pub(super) fn is_between(&self) -> bool {
        self.is(BETWEEN)
    }

    pub(super) fn is_filler(&self) -> bool {
        self.is(FILLER)
    }

    pub(super) fn is_ordinal(&self) -> bool {
        self.is(ORDINAL)
    }

    pub(super) fn is_season(&self) -> bool {
        self.is(SEASONS)
    }

    pub(super) fn is_apostrophe(&self) -> bool {
        self.is(&["'", "’", "‘", "´", "`"])
    }

    /// Whether `next` follows without a blank.
    pub(super) fn touches(&self, next: &Self) -> bool {
        self.to == next.from
    }
}

/// What a character makes a token of.
#[derive(PartialEq, Clone, Copy)]
enum Kind {
    Digits,
    Letters,
    Sign,
    Blank,
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' | '０'..='９' => Kind::Digits,
        '年' | '月' | '日' | '년' | '월' | '일' | 'º' | 'ª' => Kind::Sign,
        c if c.is_alphabetic() => Kind::Letters,
        c if c.is_whitespace() => Kind::Blank,
        _ => Kind::Sign,
    }
}

/// A wide digit as a plain one.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
        _ => c,
    }
}

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut last = Kind::Blank;
    for (from, c) in text.char_indices() {
        let kind = kind(c);
        let to = from + c.len_utf8();
        match out.last_mut() {
            Some(token) if kind == last && matches!(kind, Kind::Digits | Kind::Letters) => {
                token.text.push(plain(c));
                token.to = to;
            }
            _ if kind != Kind::Blank => out.push(Token {
                from,
                to,
                text: plain(c).to_string(),
            }),
            _ => {}
        }
        last = kind;
    }
    for token in &mut out {
        token.text = fold(&token.text);
    }
    out
}
