//! Finds phrases in a text: words in order, after folding, inside one sentence.
//!
//! A phrase is written in an indicator file as blank-separated steps:
//!
//! | step | matches |
//! |---|---|
//! | `word` | this word, folded (lower case, no Latin diacritics) |
//! | `a\|b` | one of these words |
//! | `stem~` | a word that begins so |
//! | `#` | any number |
//! | `#5+` | a number of at least 5 |
//! | `_` | any one word |
//! | `..` | up to four words |
//! | `word?` | this step may be missing |
//!
//! A name with a capital letter (tables of names only) matches only as it is written there.
//!
//! A word is a run of letters and digits; everything else separates ("full-stack" is two
//! words, "40+" is the number 40). A line end, or `.`, `!`, `?` before white space, ends a
//! sentence.
//!
//! The build compiles the phrases of all indicators and tables into one index keyed by first
//! word, so a text is walked once and its length decides the cost, not the number of phrases.
//! The slice a match covers is a slice of the original text: evidence is what a person reads.

use crate::sorted::sort_by_key;
use crate::text::fold;

/// What a step matches.
pub(super) enum What {
    /// One of these words.
    Words(&'static [Alternative]),
    /// A number of at least this.
    Number(u32),
    /// Any one word.
    Any,
    /// Up to four words.
    Gap,
}

/// A word, or the beginning of one.
pub(super) struct Alternative {
    /// Folded.
    pub text: &'static str,
    /// Whether longer words match too.
    pub stem: bool,
}

/// A step of a phrase.
pub(super) struct Step {
    /// What it matches.
    pub what: What,
    /// Whether it may be missing.
    pub optional: bool,
}

/// A compiled phrase.
pub(super) struct Phrase {
    /// Whose phrase it is: a number that the build hands out, see [`Index`].
    pub set: u16,
    /// Which list of that set.
    pub list: u8,
    /// The exact writing, where capitals matter.
    pub exact: &'static str,
    /// Its steps; the first one is a word or a number and not optional.
    pub steps: &'static [Step],
}

/// All phrases, keyed by how they begin.
pub(super) struct Index {
    /// The phrases.
    pub phrases: &'static [Phrase],
    /// First words, sorted.
    pub words: &'static [(&'static str, &'static [u16])],
    /// First stems, sorted.
    pub stems: &'static [(&'static str, &'static [u16])],
    /// Phrases that begin with a number.
    pub numbers: &'static [u16],
}

/// A word of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded.
    pub word: String,
    /// The number, when it is one.
    pub number: Option<u32>,
    /// Byte offsets in the original text.
    pub from: usize,
    /// End of the word.
    pub to: usize,
    /// Which sentence it stands in.
    pub sentence: u32,
}

/// Words that a phrase covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Whose phrase.
    pub set: u16,
    /// Which list of the set.
    pub list: u8,
    /// First word.
    pub first: usize,
    /// The word after the last one.
    pub end: usize,
    /// Which sentence.
    pub sentence: u32,
}

/// A text with its words.
pub(super) struct Text<'a> {
    /// As read.
    pub original: &'a str,
    /// Its words.
    pub tokens: Vec<Token>,
}

impl<'a> Text<'a> {
    /// Splits `original` into words.
    pub fn new(original: &'a str) -> Self {
        let tokens = tokenise(original);
        Self { original, tokens }
    }

    /// The original words from `first` to before `end`.
    pub fn slice(&self, first: usize, end: usize) -> &'a str {
        let from = self.tokens.get(first).map_or(0, |token| token.from);
        let last = end.checked_sub(1).and_then(|at| self.tokens.get(at));
        let to = last.map_or(from, |token| token.to);
        self.original.get(from..to).unwrap_or_default()
    }

    /// What stands between word `at - 1` and word `at`.
    pub fn before(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|prev| self.tokens.get(prev));
        let from = from.map_or(0, |token| token.to);
        let to = self.tokens.get(at);
        let to = to.map_or(self.original.len(), |token| token.from);
        self.original.get(from..to).unwrap_or_default()
    }

    /// All matches of all phrases, in the order of the text, longest first at each word.
    pub fn scan(&self, index: &Index) -> Vec<Match> {
        let mut matches: Vec<Match> = (0..self.tokens.len())
            .flat_map(|at| self.matches_at(index, at))
            .collect();
        sort_by_key(&mut matches, |m| {
            (m.first, std::cmp::Reverse(m.end), m.set, m.list)
        });
        matches.dedup();
        matches
    }

    fn matches_at<'b>(&'b self, index: &'b Index, at: usize) -> impl Iterator<Item = Match> + 'b {
        let tail = self.sentence_from(at);
        index.beginning(tail).filter_map(move |phrase| {
            let length = covered(phrase.steps, tail)?;
            let end = at + length;
            let written = phrase.exact.is_empty() || self.slice(at, end) == phrase.exact;
            (written && length > 0).then_some(Match {
                set: phrase.set,
                list: phrase.list,
                first: at,
                end,
                sentence: tail.first()?.sentence,
            })
        })
    }

    fn sentence_from(&self, at: usize) -> &[Token] {
        let tail = self.tokens.get(at..).unwrap_or_default();
        let sentence = tail.first().map(|token| token.sentence);
        let length = tail
            .iter()
            .take_while(|token| Some(token.sentence) == sentence)
            .count();
        tail.get(..length).unwrap_or_default()
    }
}

impl Index {
    /// The phrases that can begin with the first of these words.
    fn beginning<'a>(&'a self, tail: &'a [Token]) -> impl Iterator<Item = &'a Phrase> + 'a {
        let word = tail.first().map_or("", |token| token.word.as_str());
        let numbers = match tail.first().and_then(|token| token.number) {
            Some(_) => self.numbers,
            None => &[],
        };
        let stems = word
            .char_indices()
            .filter_map(move |(at, c)| word.get(..at + c.len_utf8()))
            .flat_map(|stem| keyed(self.stems, stem));
        keyed(self.words, word)
            .iter()
            .chain(stems)
            .chain(numbers)
            .filter_map(|&phrase| self.phrases.get(usize::from(phrase)))
    }
}

fn keyed(table: &'static [(&'static str, &'static [u16])], key: &str) -> &'static [u16] {
    let found = table.binary_search_by(|(word, _)| (*word).cmp(key));
    found
        .ok()
        .and_then(|at| table.get(at))
        .map_or(&[], |row| row.1)
}

/// How many words the steps cover from the first one on.
fn covered(steps: &[Step], tail: &[Token]) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return Some(0);
    };
    if matches!(step.what, What::Gap) {
        return (0..=4.min(tail.len()))
            .find_map(|skip| Some(skip + covered(rest, tail.get(skip..)?)?));
    }
    let taken = tail
        .split_first()
        .filter(|(token, _)| step.what.fits(token))
        .and_then(|(_, after)| Some(1 + covered(rest, after)?));
    match taken {
        None if step.optional => covered(rest, tail),
        taken => taken,
    }
}

impl What {
    fn fits(&self, token: &Token) -> bool {
        match self {
            Self::Words(words) => words.iter().any(|word| word.fits(&token.word)),
            Self::Number(least) => token.number.is_some_and(|number| number >= *least),
            Self::Any | Self::Gap => true,
        }
    }
}

impl Alternative {
    fn fits(&self, word: &str) -> bool {
        word == self.text || self.stem && word.starts_with(self.text)
    }
}

fn tokenise(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut sentence = 0;
    let mut start = None;
    let mut stop = false;
    for (at, c) in text.char_indices() {
        if is_word(c) {
            start = start.or(Some(at));
            stop = false;
            continue;
        }
        push(&mut tokens, text, start.take(), at, sentence);
        if c == '\n' || (stop && c.is_whitespace()) || matches!(c, '。' | '！' | '？' | '•') {
            sentence += 1;
        }
        stop = matches!(c, '.' | '!' | '?' | '…') || stop && !c.is_whitespace();
    }
    push(&mut tokens, text, start, text.len(), sentence);
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

fn push(tokens: &mut Vec<Token>, text: &str, start: Option<usize>, to: usize, sentence: u32) {
    let Some(from) = start else { return };
    let word = fold(text.get(from..to).unwrap_or_default());
    let number = word.parse().ok();
    tokens.push(Token {
        word,
        number,
        from,
        to,
        sentence,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use What::{Any, Gap, Number, Words};

    const fn step(what: What) -> Step {
        let optional = false;
        Step { what, optional }
    }
    const fn word(text: &'static str) -> Alternative {
        let stem = false;
        Alternative { text, stem }
    }
    const fn stem(text: &'static str) -> Alternative {
        let stem = true;
        Alternative { text, stem }
    }
    const fn phrase(list: u8, exact: &'static str, steps: &'static [Step]) -> Phrase {
        let set = 0;
        Phrase {
            set,
            list,
            exact,
            steps,
        }
    }

    /// `years of`, `#5+ years`, `rent~ .. account`, `full _ stack`, `Rust`, `senior? …`
    static INDEX: Index = Index {
        phrases: &[
            phrase(
                0,
                "",
                &[
                    step(Number(5)),
                    step(Words(&[word("years"), word("annees")])),
                ],
            ),
            phrase(
                1,
                "",
                &[
                    step(Words(&[stem("rent")])),
                    step(Gap),
                    step(Words(&[word("account")])),
                ],
            ),
            phrase(
                2,
                "",
                &[
                    step(Words(&[word("full")])),
                    step(Any),
                    step(Words(&[word("stack")])),
                ],
            ),
            phrase(3, "Rust", &[step(Words(&[word("rust")]))]),
            phrase(
                4,
                "",
                &[
                    step(Words(&[word("very")])),
                    Step {
                        what: Words(&[word("very")]),
                        optional: true,
                    },
                    step(Words(&[word("senior")])),
                ],
            ),
        ],
        words: &[("full", &[2]), ("rust", &[3]), ("very", &[4])],
        stems: &[("rent", &[1])],
        numbers: &[0],
    };

    /// `expect`: the slices matched, in order.
    fn check(input: &str, expect: &[&str]) {
        let text = Text::new(input);
        let found: Vec<&str> = text
            .scan(&INDEX)
            .iter()
            .map(|m| text.slice(m.first, m.end))
            .collect();
        assert_eq!(found, expect, "{input}");
    }

    #[test]
    fn finds_what_is_written() {
        check("10+ Years of it", &["10+ Years"]);
        check("4 years", &[]);
        check("fünf, 15 ANNÉES", &["15 ANNÉES"]);
        check(
            "I rent out my old verified account.",
            &["rent out my old verified account"],
        );
        check("rented: the account", &["rented: the account"]);
        check("rent one two three four five account", &[]);
        check("I pay rent. The account is mine.", &[]);
        check("I pay rent\nThe account is mine.", &[]);
        check("rent at e.g. v1.2 account", &[]);
        check("full-blown stack", &["full-blown stack"]);
        check("full stack", &[]);
        check("Rust and rust", &["Rust"]);
        check("very senior", &["very senior"]);
        check("very very senior", &["very very senior", "very senior"]);
        check("", &[]);
        check("… – !", &[]);
    }

    #[test]
    fn keeps_offsets_of_the_original() {
        let text = Text::new("Ça s’est passé à İzmir");
        let words: Vec<&str> = (0..text.tokens.len())
            .map(|at| text.slice(at, at + 1))
            .collect();
        assert_eq!(words, ["Ça", "s", "est", "passé", "à", "İzmir"]);
        assert_eq!(text.before(2), "’");
    }
}
