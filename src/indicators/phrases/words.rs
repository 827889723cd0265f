//! Cuts a text into words and sentences, eight bytes at a time.
//!
//! A word is not folded here: few words of a text begin a phrase. It gets the key under which phrases are filed, which
//! is counted along while its end is looked for.

// Asked for every byte or word, and built for size, where nothing is inlined by itself.
#![allow(clippy::inline_always)]

use super::key;
use crate::text::fold;
use std::borrow::Cow;

/// A word of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token<'a> {
    /// The whole text: a word is cut out of it only when it is asked for.
    text: &'a str,
    from: u32,
    to: u32,
    /// Which sentence it stands in.
    pub sentence: u32,
    /// Its key.
    pub key: u32,
    /// The key of the stems with which it can begin.
    pub stem: u32,
    /// Whether it begins with a digit.
    pub digit: bool,
}

impl<'a> Token<'a> {
    /// Byte offset in the original text.
    pub fn from(&self) -> usize {
        self.from as usize
    }

    /// End of the word in the original text.
    pub fn to(&self) -> usize {
        self.to as usize
    }

    /// As it is written.
    fn written(&self) -> &'a str {
        self.text.get(self.from()..self.to()).unwrap_or_default()
    }

    /// Folded: lower case, no Latin diacritics.
    pub fn word(&self) -> Cow<'a, str> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let written = self.written();
        if written.bytes().all(plain) {
            return Cow::Borrowed(written);
        }
        Cow::Owned(fold(written))
    }

    /// Whether this is the word, folded.
    pub fn is(&self, word: &str) -> bool {
        self.word() == word
    }

    /// Whether this is one of the words, folded.
    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&&*self.word())
    }

    /// The number, when it is one.
    pub fn number(&self) -> Option<u32> {
        self.digit.then(|| self.word().parse().ok()).flatten()
    }
}

/// The words of a text.
pub(super) fn tokenise(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let (mut some, mut count) = ([Token::default(); SOME], 0);
    let (mut at, mut sentence, mut stop) = (0, 0, false);
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            at += 1;
            sentence += u32::from(stop);
            stop = false;
            continue;
        }
        let eight = eight(bytes, at);
        let plain = plain(eight);
        let word = match plain_word(bytes, at, eight, plain) {
            Some(word) => word,
            None => match any(text, at, stop) {
                Any::Word(word) => word,
                Any::Sign { to, ends, stops } => {
                    (at, stop) = (to, stops);
                    sentence += u32::from(ends);
                    continue;
                }
            },
        };
        if let Some(slot) = some.get_mut(count) {
            *slot = word.token(text, at, sentence);
            count += 1;
        }
        if count == SOME {
            tokens.extend_from_slice(&some);
            count = 0;
        }
        (at, stop) = (word.to, false);
    }
    tokens.extend_from_slice(some.get(..count).unwrap_or_default());
    tokens
}

/// So many words are collected before the list gets them.
const SOME: usize = 32;

/// A word that was passed.
struct Word {
    to: usize,
    key: u32,
    stem: u32,
    digit: bool,
}

impl Word {
    #[inline(always)]
    fn token<'a>(&self, text: &'a str, from: usize, sentence: u32) -> Token<'a> {
        Token {
            text,
            from: from as u32,
            to: self.to as u32,
            sentence,
            key: self.key,
            stem: self.stem,
            digit: self.digit,
        }
    }
}

/// A word that is no plain one, or a sign.
enum Any {
    Word(Word),
    Sign {
        to: usize,
        /// Whether it ends a sentence.
        ends: bool,
        /// Whether white space would end the sentence now.
        stops: bool,
    },
}

/// Eight bytes from here on, the first one lowest; zeros after the end.
#[inline(always)]
fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => key::eight(rest),
    }
}

/// A word of plain letters and digits, as nearly all are; `plain` of its first eight bytes are such.
#[inline(always)]
fn plain_word(bytes: &[u8], from: usize, first: u64, plain_first: u32) -> Option<Word> {
    if plain_first == 0 {
        return None;
    }
    let (mut to, mut last, mut count, mut sum) = (from, first, plain_first, key::EMPTY);
    while count > 0 {
        sum = key::with(sum, key::first(last | LOWER, count));
        to += count as usize;
        if count < 8 {
            break;
        }
        last = eight(bytes, to);
        count = plain(last);
    }
    let is_plain = last >> (8 * count) & 0x80 == 0;
    is_plain.then(|| Word {
        to,
        key: key::of_sum(sum),
        stem: key::of_first_eight(key::first(first | LOWER, plain_first)),
        digit: (first as u8).is_ascii_digit(),
    })
}

/// What stands here, character by character.
fn any(text: &str, at: usize, stop: bool) -> Any {
    let rest = text.get(at..).unwrap_or_default();
    let c = rest.chars().next().unwrap_or_default();
    if is_word(c) {
        return Any::Word(any_word(rest, at));
    }
    let white = c.is_whitespace();
    Any::Sign {
        to: at + c.len_utf8(),
        ends: stop && white || matches!(c, '\n' | '。' | '！' | '？' | '•'),
        stops: stop && !white || matches!(c, '.' | '!' | '?' | '…'),
    }
}

fn any_word(rest: &str, at: usize) -> Word {
    let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    let word = fold(rest.get(..length).unwrap_or_default());
    Word {
        to: at + length,
        key: key::of(&word),
        stem: key::of_stem(&word),
        digit: word.starts_with(|c: char| c.is_ascii_digit()),
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const TOPS: u64 = 0x80 * ONES;
/// With this bit letters of ASCII are in lower case, and digits are as they are.
const LOWER: u64 = 0x20 * ONES;

/// How many of eight bytes, from the first one on, are letters and digits of ASCII.
#[inline(always)]
fn plain(eight: u64) -> u32 {
    let ascii = eight & !TOPS;
    // The top bit of each byte: from this one on.
    let from = |bytes: u64, first: u8| bytes + u64::from(0x80 - first) * ONES;
    let letters = from(ascii | LOWER, b'a') & !from(ascii | LOWER, b'z' + 1);
    let digits = from(ascii, b'0') & !from(ascii, b'9' + 1);
    let others = !(letters | digits) | eight;
    (others & TOPS).trailing_zeros() / 8
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}
