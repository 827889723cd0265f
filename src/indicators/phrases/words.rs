//! Cuts a text into words and sentences, passing each byte once.
//!
//! A word is not folded here: few words of a text begin a phrase. It gets the key under which phrases are filed, which
//! is counted along while its end is looked for.

use super::key;
use crate::text::fold;
use std::borrow::Cow;

/// A word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// As it is written.
    pub written: &'a str,
    /// Byte offset in the original text.
    pub from: usize,
    /// Which sentence it stands in.
    pub sentence: u32,
    /// Its key.
    pub key: u32,
    /// The key of the stems with which it can begin.
    pub stem: u32,
}

impl<'a> Token<'a> {
    /// Folded: lower case, no Latin diacritics.
    pub fn word(&self) -> Cow<'a, str> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        if self.written.bytes().all(plain) {
            return Cow::Borrowed(self.written);
        }
        Cow::Owned(fold(self.written))
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
        let first = self.written.as_bytes().first();
        let digits = first.is_some_and(u8::is_ascii_digit);
        digits.then(|| self.word().parse().ok()).flatten()
    }

    /// End of the word in the original text.
    pub fn to(&self) -> usize {
        self.from + self.written.len()
    }
}

/// The words of a text.
pub(super) fn tokenise(text: &str) -> Vec<Token<'_>> {
    let mut cutter = Cutter {
        text,
        at: 0,
        sentence: 0,
        stop: false,
        tokens: Vec::with_capacity(text.len() / 5 + 1),
    };
    while let Some(&byte) = text.as_bytes().get(cutter.at) {
        match kind(byte) {
            SIGN => cutter.sign(byte),
            WIDE => cutter.wide(),
            _ => cutter.word(),
        }
    }
    cutter.tokens
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
    sentence: u32,
    /// Whether white space would end the sentence.
    stop: bool,
    tokens: Vec<Token<'a>>,
}

impl Cutter<'_> {
    /// A sign of ASCII between words.
    fn sign(&mut self, byte: u8) {
        self.at += 1;
        match byte {
            b' ' if !self.stop => {}
            b'.' | b'!' | b'?' => self.stop = true,
            b'\n' => self.separate('\n'),
            _ => self.separate(char::from(byte)),
        }
    }

    fn separate(&mut self, c: char) {
        let ends = c == '\n' || matches!(c, '。' | '！' | '？' | '•');
        if ends || self.stop && c.is_whitespace() {
            self.sentence += 1;
        }
        self.stop = matches!(c, '.' | '!' | '?' | '…') || self.stop && !c.is_whitespace();
    }

    /// A word of plain letters and digits, which nearly all are.
    fn word(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let (mut key, mut stem, mut length) = (key::EMPTY, key::EMPTY, 0);
        for &byte in rest {
            let folded = kind(byte);
            if folded < PLAIN {
                if folded == WIDE {
                    return self.wide_word();
                }
                break;
            }
            key = key::with(key, folded);
            length += 1;
            if length == key::STEM {
                stem = key;
            }
        }
        self.push(length, key, stem);
    }

    /// A word or a sign beyond ASCII.
    fn wide(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else {
            self.at += 1;
            return;
        };
        if is_word(c) {
            return self.wide_word();
        }
        self.at += c.len_utf8();
        self.separate(c);
    }

    fn wide_word(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = fold(rest.get(..length).unwrap_or_default());
        self.push(length, key::of(&word), key::of_stem(&word));
    }

    fn push(&mut self, length: usize, key: u32, stem: u32) {
        let from = self.at;
        self.at += length;
        self.stop = false;
        self.tokens.push(Token {
            written: self.text.get(from..self.at).unwrap_or_default(),
            from,
            sentence: self.sentence,
            key,
            stem,
        });
    }
}

/// A byte that is no part of a word.
const SIGN: u8 = 0;
/// A byte of a character beyond ASCII, which is looked at as a whole.
const WIDE: u8 = 1;
/// From here on: a letter or digit of ASCII, folded.
const PLAIN: u8 = 2;

/// What a byte is.
fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or(WIDE)
}

static KINDS: [u8; 256] = kinds();

#[allow(clippy::indexing_slicing)] // counted by the compiler, which stops beyond the end
const fn kinds() -> [u8; 256] {
    let mut kinds = [WIDE; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = if byte.is_ascii_alphanumeric() {
            byte.to_ascii_lowercase()
        } else {
            SIGN
        };
        byte += 1;
    }
    kinds
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}
