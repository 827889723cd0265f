//! The same long sentences under different employers.

use crate::indicators::Finding;
use crate::indicators::phrases::Text;
use crate::indicators::tools::{finding, part, sources};
use crate::profile::{Case, Date, Place, Position, Profile};
use crate::report::{Span, Unit};
use crate::sorted::sort_by;
use crate::text::employer_key;

/// Words that a sentence has at least; shorter ones repeat by chance.
const WORDS: usize = 10;

/// How many sentences must repeat.
const REPEATED: u32 = 2;

/// Words in a row that are compared.
const RUN: usize = 5;

struct Bullet<'a> {
    employer: String,
    place: Place,
    words: &'a str,
    /// In their order, each once.
    runs: Vec<String>,
}

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let repeated = repeated(&bullets(profile));
        let count = repeated.len();
        let evidence = repeated.into_iter().take(2).flat_map(|(a, b)| [a, b]);
        let span = |(place, words): (Place, &str)| part(source, place, words);
        let evidence: Vec<Span> = evidence.map(span).collect();
        let found = finding(evidence, [("count", count.to_string())]);
        out.extend(found.if_at_least(REPEATED, count, Unit::Parts));
    }
}

type Quote<'a> = (Place, &'a str);

/// Pairs of sentences that say the same under different employers, each sentence once.
fn repeated<'a>(bullets: &[Bullet<'a>]) -> Vec<(Quote<'a>, Quote<'a>)> {
    let mut pairs: Vec<(Quote<'a>, Quote<'a>)> = Vec::new();
    for (at, a) in bullets.iter().enumerate() {
        let twin = bullets
            .iter()
            .skip(at + 1)
            .find(|b| a.employer != b.employer && alike(&a.runs, &b.runs));
        let told = pairs.iter().any(|(_, seen)| seen.1 == a.words);
        if let Some(b) = twin.filter(|_| !told) {
            pairs.push(((a.place, a.words), (b.place, b.words)));
        }
    }
    pairs
}

fn alike(a: &[String], b: &[String]) -> bool {
    let mut rest = b.iter().peekable();
    let mut is_shared = |run: &&String| {
        while rest.next_if(|other| *other < *run).is_some() {}
        rest.next_if(|other| *other == *run).is_some()
    };
    let shared = a.iter().filter(|run| is_shared(run)).count();
    let all = a.len() + b.len() - shared;
    shared * 10 >= all * 8
}

fn bullets(profile: &Profile) -> Vec<Bullet<'_>> {
    let positions = profile.positions.items().iter();
    positions.filter_map(of_position).flatten().collect()
}

fn runs(words: &[String]) -> Vec<String> {
    let mut runs: Vec<String> = words.windows(RUN).map(|run| run.join(" ")).collect();
    sort_by(&mut runs, String::cmp);
    runs.dedup();
    runs
}

fn of_position(position: &Position) -> Option<Vec<Bullet<'_>>> {
    let employer = employer_key(&position.employer.as_ref()?.text);
    let written = position.text.as_ref()?;
    let text = Text::new(&written.text);
    let mut sentences: Vec<u32> = text.tokens.iter().map(|token| token.sentence).collect();
    sentences.dedup();
    let bullet = |sentence: u32| {
        let at = |token: &super::super::phrases::Token<'_>| token.sentence == sentence;
        let first = text.tokens.iter().position(at)?;
        let length = text.tokens.iter().filter(|token| at(token)).count();
        let words: Vec<String> = text
            .tokens
            .get(first..first + length)?
            .iter()
            .map(|token| token.word().into_owned())
            .collect();
        (length >= WORDS).then(|| Bullet {
            employer: employer.clone(),
            place: written.place,
            words: text.slice(first, first + length),
            runs: runs(&words),
        })
    };
    Some(sentences.into_iter().filter_map(bullet).collect())
}
