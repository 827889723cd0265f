//! Words that are never said, and how a text is searched for them. For the build and for tests.
//!
//! Knows nothing of what the texts are for: which list holds where is said by those who ask.

use std::collections::BTreeMap;

const LISTS: &str = include_str!("words.toml");

/// The lists by name and language.
pub struct Never(BTreeMap<String, BTreeMap<String, String>>);

impl Never {
    /// Those of words.toml, or why it could not be read.
    pub fn read() -> Result<Self, String> {
        let lists = toml::from_str(LISTS);
        lists
            .map(Self)
            .map_err(|error| format!("build/words.toml: {error}"))
    }

    /// The first entry of a list that is in the text: of the list in this language and of what
    /// it has for all of them, or, without a language, in whichever.
    pub fn said(&self, name: &str, code: Option<&str>, text: &str) -> Option<&str> {
        let lists = self.0.get(name).into_iter().flatten();
        let mut lists =
            lists.filter(|(of, _)| code.is_none_or(|code| **of == code || *of == "all"));
        lists.find_map(|(_, list)| said(text, list))
    }
}

/// The first entry of a list that is in the text.
fn said<'a>(text: &str, list: &'a str) -> Option<&'a str> {
    let words = words(text);
    let mut entries = list.split_whitespace();
    entries.find(|entry| stands_in(&words, entry))
}

/// Words as people read them, in lower case.
fn words(text: &str) -> Vec<String> {
    let letters = text.to_lowercase();
    let words = letters.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn stands_in(words: &[String], entry: &str) -> bool {
    let parts: Vec<&str> = entry.split('_').collect();
    let mut runs = words.windows(parts.len());
    runs.any(|run| {
        run.iter()
            .zip(&parts)
            .all(|(word, part)| is_word(word, part))
    })
}

fn is_word(word: &str, part: &str) -> bool {
    match (part.strip_prefix('~'), part.strip_suffix('~')) {
        (Some(rest), Some(_)) => word.contains(rest.trim_end_matches('~')),
        (Some(end), None) => word.ends_with(end),
        (None, Some(stem)) => word.starts_with(stem),
        (None, None) => word == part,
    }
}
