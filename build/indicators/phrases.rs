//! Compiles phrases; their writing is described in src/indicators/phrases.rs.

use std::collections::BTreeMap;
use std::fmt::Write;

/// All phrases so far.
#[derive(Default)]
pub struct Compiler {
    rows: String,
    count: u16,
    words: BTreeMap<String, Vec<u16>>,
    stems: BTreeMap<String, Vec<u16>>,
    numbers: Vec<u16>,
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
        self.key(opening);
        let steps: Vec<String> = steps.iter().map(Step::source).collect();
        let _ = writeln!(
            self.rows,
            "Phrase {{ set: {set}, list: {list}, exact: {exact:?}, steps: &[{}] }},",
            steps.join(", ")
        );
        self.count += 1;
        Ok(())
    }

    fn key(&mut self, first: &Step) {
        if first.number {
            self.numbers.push(self.count);
        }
        for (text, stem) in &first.alternatives {
            let table = if *stem {
                &mut self.stems
            } else {
                &mut self.words
            };
            table.entry(text.clone()).or_default().push(self.count);
        }
    }

    /// The index as Rust source.
    pub fn source(&self) -> String {
        format!(
            "pub static INDEX: Index = Index {{ phrases: &[\n{}], words: &{:?}, stems: &{:?}, numbers: &{:?} }};\n",
            self.rows,
            Table(&self.words),
            Table(&self.stems),
            self.numbers
        )
    }
}

/// Prints a map as a slice of pairs.
struct Table<'a>(&'a BTreeMap<String, Vec<u16>>);

impl std::fmt::Debug for Table<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[")?;
        for (word, phrases) in self.0 {
            write!(f, "({word:?}, &{phrases:?}), ")?;
        }
        f.write_str("]")
    }
}

impl Step {
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
