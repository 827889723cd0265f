//! Compiles phrases; their writing is described in src/indicators/phrases/mod.rs.

#[path = "../../src/indicators/phrases/key.rs"]
mod key;

use std::fmt::Write;

/// All phrases so far.
#[derive(Default)]
pub struct Compiler {
    rows: String,
    count: u16,
    /// Keys of first words, and of first stems, with their phrases.
    words: Vec<Filed>,
    stems: Vec<Filed>,
    numbers: Vec<u16>,
}

/// A phrase under the key of its first word.
struct Filed {
    key: u32,
    /// The tag of the second word, as a row has it.
    next: u16,
    phrase: u16,
}

struct Step {
    what: String,
    /// The alternatives as (text, stem); empty for numbers.
    alternatives: Vec<(String, bool)>,
    optional: bool,
    opens: bool,
    number: bool,
}

impl Compiler {
    /// Adds a phrase to a list of a set, or says what is wrong with it.
    pub fn add(&mut self, set: u16, list: u8, phrase: &str) -> Result<(), String> {
        let exact = if phrase.chars().any(char::is_uppercase) {
            phrase
        } else {
            ""
        };
        let lower = phrase.to_lowercase();
        let steps: Vec<Step> = lower
            .split_whitespace()
            .map(step)
            .collect::<Result<_, _>>()?;
        let opening = steps.first().ok_or("an empty phrase")?;
        let closing = steps.last().ok_or("an empty phrase")?;
        if !opening.opens || opening.optional {
            return Err(format!("«{phrase}» must begin with a word or a number"));
        }
        if closing.what == "What::Gap" || closing.optional {
            return Err(format!("«{phrase}» must end with a word"));
        }
        self.key(opening, steps.get(1))?;
        let steps: Vec<String> = steps.iter().map(Step::source).collect();
        let _ = writeln!(
            self.rows,
            "Phrase {{ set: {set}, list: {list}, exact: {exact:?}, steps: &[{}] }},",
            steps.join(", ")
        );
        self.count += 1;
        Ok(())
    }

    fn key(&mut self, first: &Step, second: Option<&Step>) -> Result<(), String> {
        let next = second.map_or(0, Step::tag);
        if first.number {
            self.numbers.push(self.count);
        }
        for (text, stem) in &first.alternatives {
            if *stem && text.len() < key::STEM {
                return Err(format!("«{text}~» is too short for a stem"));
            }
            let (table, key) = if *stem {
                (&mut self.stems, key::of_stem(text))
            } else {
                (&mut self.words, key::of(text))
            };
            table.push(Filed {
                key,
                next,
                phrase: self.count,
            });
        }
        Ok(())
    }

    /// The index as Rust source.
    pub fn source(&self) -> String {
        format!(
            "pub static INDEX: Index = Index {{ phrases: &[\n{}], words: {}, stems: {}, numbers: &{:?} }};\n",
            self.rows,
            keys(&self.words),
            keys(&self.stems),
            self.numbers
        )
    }
}

/// Phrases by key, as Rust source: twice as many places as keys, so that most places have one at most.
fn keys(filed: &[Filed]) -> String {
    let places = (filed.len() * 2).next_power_of_two();
    let mut by_place = vec![Vec::new(); places];
    for one in filed {
        let place = by_place.get_mut(one.key as usize % places);
        let row = format!(
            "Row {{ tag: {}, next: {}, phrase: {} }}",
            key::tag(one.key),
            one.next,
            one.phrase
        );
        place
            .into_iter()
            .filter(|place| !place.contains(&row))
            .for_each(|place| place.push(row.clone()));
    }
    let ends = by_place.iter().scan(0, |sum, place| {
        *sum += place.len();
        Some(*sum)
    });
    let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let rows = by_place.concat().join(", ");
    let filter = filter(filed);
    format!("Keys {{ filter: &{filter:?}, starts: &{starts:?}, rows: &[{rows}] }}")
}

/// Sixteen bits a key: of the words that begin no phrase one in sixteen is looked up.
fn filter(filed: &[Filed]) -> Vec<u32> {
    let mut words = vec![0; (filed.len() / 2).next_power_of_two()];
    for one in filed {
        let (at, bit) = key::bit(one.key, words.len());
        words.get_mut(at).into_iter().for_each(|word| *word |= bit);
    }
    words
}

impl Step {
    /// The tag of the only word that it can be; 0 where there are several.
    fn tag(&self) -> u16 {
        match self.alternatives.as_slice() {
            [(word, false)] if !self.optional && !self.number => key::tag(key::of(word)),
            _ => 0,
        }
    }

    fn source(&self) -> String {
        format!(
            "Step {{ what: {}, optional: {} }}",
            self.what, self.optional
        )
    }
}

fn step(written: &str) -> Result<Step, String> {
    let (body, optional) = match written.strip_suffix('?') {
        Some(body) => (body, true),
        None => (written, false),
    };
    let plain = |what: String, number| Step {
        what,
        alternatives: Vec::new(),
        optional,
        opens: number,
        number,
    };
    match body {
        "_" => return Ok(plain("What::Any".to_owned(), false)),
        ".." => return Ok(plain("What::Gap".to_owned(), false)),
        _ => {}
    }
    if let Some(least) = body.strip_prefix('#') {
        let digits = least.trim_end_matches('+');
        let least: u32 = match digits {
            "" => 0,
            digits => digits
                .parse()
                .map_err(|_| format!("«{written}» is no number"))?,
        };
        return Ok(plain(format!("What::Number({least})"), true));
    }
    words(body, optional)
}

fn words(body: &str, optional: bool) -> Result<Step, String> {
    let mut alternatives = Vec::new();
    for word in body.split('|') {
        let (text, stem) = match word.strip_suffix('~') {
            Some(text) => (text, true),
            None => (word, false),
        };
        if text.is_empty() || !text.chars().all(char::is_alphanumeric) {
            return Err(format!("«{word}» is not one word of letters and digits"));
        }
        if text
            .chars()
            .any(|c| "àâäãáåçéèêëíìîïñóòôöõøúùûüýÿ".contains(c))
        {
            return Err(format!("«{word}»: write it without diacritics"));
        }
        alternatives.push((text.to_owned(), stem));
    }
    let source: Vec<String> = alternatives
        .iter()
        .map(|(text, stem)| format!("Alternative {{ text: {text:?}, stem: {stem} }}"))
        .collect();
    Ok(Step {
        what: format!("What::Words(&[{}])", source.join(", ")),
        alternatives,
        optional,
        opens: true,
        number: false,
    })
}
