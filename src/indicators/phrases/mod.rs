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

// Asked for every byte or word, and built for size, where nothing is inlined by itself.
#![allow(clippy::inline_always)]

mod key;
mod words;

use crate::sorted::sort_by_key;
pub(super) use words::Token;

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

/// All phrases, filed by how they begin.
pub(super) struct Index {
    /// The phrases.
    pub phrases: &'static [Phrase],
    /// By their first words.
    pub words: Keys,
    /// By their first stems.
    pub stems: Keys,
    /// Phrases that begin with a number.
    pub numbers: &'static [u16],
}

/// A phrase under the key of its first word.
pub(super) struct Row {
    /// The tag of that key.
    pub tag: u16,
    /// The tag of the second word's key; 0 where the phrase leaves it open.
    pub next: u16,
    /// Which phrase.
    pub phrase: u16,
}

/// Phrases by the keys of their first words.
pub(super) struct Keys {
    /// A bit for each key: nearly all words of a text end here.
    pub filter: &'static [u32],
    /// Where the rows of each place begin, and where the last end; places are a power of two.
    pub starts: &'static [u16],
    /// The rows.
    pub rows: &'static [Row],
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
    pub tokens: Vec<Token<'a>>,
}

impl<'a> Text<'a> {
    /// Splits `original` into words.
    pub fn new(original: &'a str) -> Self {
        let tokens = words::tokenise(original);
        Self { original, tokens }
    }

    /// The original words from `first` to before `end`.
    pub fn slice(&self, first: usize, end: usize) -> &'a str {
        let from = self.tokens.get(first).map_or(0, Token::from);
        let last = end.checked_sub(1).and_then(|at| self.tokens.get(at));
        let to = last.map_or(from, Token::to);
        self.original.get(from..to).unwrap_or_default()
    }

    /// What stands between word `at - 1` and word `at`.
    pub fn before(&self, at: usize) -> &'a str {
        let from = at.checked_sub(1).and_then(|prev| self.tokens.get(prev));
        let from = from.map_or(0, Token::to);
        let to = self.tokens.get(at);
        let to = to.map_or(self.original.len(), Token::from);
        self.original.get(from..to).unwrap_or_default()
    }

    /// All matches of all phrases, in the order of the text, longest first at each word.
    pub fn scan(&self, index: &Index) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            if index.may_begin(token) {
                let next = self.tokens.get(at + 1);
                index.beginning(token, next, |phrase| {
                    matches.extend(self.covers(phrase, at));
                });
            }
        }
        sort_by_key(&mut matches, |m| {
            (m.first, std::cmp::Reverse(m.end), m.set, m.list)
        });
        matches.dedup();
        matches
    }

    /// What a phrase covers from word `at` on.
    fn covers(&self, phrase: &Phrase, at: usize) -> Option<Match> {
        let sentence = self.tokens.get(at)?.sentence;
        let end = self.covered(phrase.steps, at, sentence)?;
        let written = phrase.exact.is_empty() || self.slice(at, end) == phrase.exact;
        (written && end > at).then_some(Match {
            set: phrase.set,
            list: phrase.list,
            first: at,
            end,
            sentence,
        })
    }

    /// Word `at`, if it stands in this sentence.
    fn within(&self, sentence: u32, at: usize) -> Option<&Token<'a>> {
        let token = self.tokens.get(at);
        token.filter(|token| token.sentence == sentence)
    }

    /// Up to which word the steps cover the sentence from word `at` on.
    fn covered(&self, steps: &[Step], at: usize, sentence: u32) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else {
            return Some(at);
        };
        if matches!(step.what, What::Gap) {
            // Every word that is skipped stands in the sentence.
            let skipped = (at..at + 4).take_while(|at| self.within(sentence, *at).is_some());
            let reached = at + skipped.count();
            return (at..=reached).find_map(|at| self.covered(rest, at, sentence));
        }
        let taken = self
            .within(sentence, at)
            .filter(|token| step.what.fits(token))
            .and_then(|_| self.covered(rest, at + 1, sentence));
        match taken {
            None if step.optional => self.covered(rest, at, sentence),
            taken => taken,
        }
    }
}

impl Index {
    /// Whether it is worth looking for phrases that begin with this word.
    #[inline(always)]
    fn may_begin(&self, token: &Token<'_>) -> bool {
        self.words.may_have(token.key) || self.stems.may_have(token.stem) || token.digit
    }

    /// Hands over the phrases that can begin with this word before that one, and perhaps others.
    fn beginning(
        &self,
        token: &Token<'_>,
        next: Option<&Token<'_>>,
        mut found: impl FnMut(&Phrase),
    ) {
        let next = next.map_or(0, |next| key::tag(next.key));
        let mut hand_over = |at: u16| {
            let phrase = self.phrases.get(usize::from(at));
            phrase.into_iter().for_each(&mut found);
        };
        self.words.under(token.key, next, &mut hand_over);
        self.stems.under(token.stem, next, &mut hand_over);
        if token.number().is_some() {
            self.numbers.iter().copied().for_each(hand_over);
        }
    }
}

impl Keys {
    #[inline(always)]
    fn may_have(&self, key: u32) -> bool {
        let (at, bit) = key::bit(key, self.filter.len());
        self.filter.get(at).is_some_and(|word| word & bit != 0)
    }

    /// Hands over what is filed under a key and goes on so; seldom another phrase.
    fn under(&self, key: u32, next: u16, found: &mut impl FnMut(u16)) {
        let place = key as usize & self.starts.len().saturating_sub(2);
        let Some([from, to]) = self.starts.get(place..place + 2) else {
            return;
        };
        let rows = self.rows.get(usize::from(*from)..usize::from(*to));
        for row in rows.unwrap_or_default() {
            if row.tag == key::tag(key) && (row.next == 0 || row.next == next) {
                found(row.phrase);
            }
        }
    }
}

impl What {
    fn fits(&self, token: &Token<'_>) -> bool {
        match self {
            Self::Words(words) => {
                let word = token.word();
                words.iter().any(|one| one.fits(&word))
            }
            Self::Number(least) => token.number().is_some_and(|number| number >= *least),
            Self::Any | Self::Gap => true,
        }
    }
}

impl Alternative {
    fn fits(&self, word: &str) -> bool {
        word == self.text || self.stem && word.starts_with(self.text)
    }
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
    const fn row(key: u32, next: u32, phrase: u16) -> Row {
        let (tag, next) = (key::tag(key), key::tag(next));
        Row { tag, next, phrase }
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
        words: Keys {
            filter: &[u32::MAX],
            starts: &[0, 4],
            rows: &[
                row(key::of("full"), 0, 2),
                row(key::of("rust"), 0, 3),
                row(key::of("very"), 0, 4),
                row(key::of("full"), key::of("moon"), 2),
            ],
        },
        stems: Keys {
            filter: &[u32::MAX],
            starts: &[0, 1],
            rows: &[row(key::of_stem("rent"), 0, 1)],
        },
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
