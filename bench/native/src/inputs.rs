//! What all programs get: phrases as each of them writes them, texts, and pages where no saved ones are there.

use serde_json::json;
use std::fs;
use std::path::Path;
use touchstone_bench::{made, sets};

/// Bytes of the texts.
const TEXTS: [usize; 6] = [1_000, 20_000, 300_000, 1_200_000, 8_000_000, 50_000_000];

pub fn write(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (at, set) in sets().iter().enumerate() {
        // The others get made-up phrases as plain words with blanks between, which they find fastest.
        let gap = if at == 0 { GAP } else { " " };
        let patterns: Vec<String> = set.written.iter().map(|phrase| pattern(phrase, gap)).collect();
        let all = json!({ "written": set.written, "patterns": patterns });
        fs::write(folder.join(format!("set-{at}.json")), all.to_string()).unwrap();
    }
    let phrases = made::phrases(100);
    for bytes in TEXTS {
        fs::write(folder.join(format!("text-{bytes}")), made::text(bytes, &phrases)).unwrap();
    }
    let own: Vec<String> = sets()[0].written.iter().filter_map(|phrase| example(phrase)).collect();
    fs::write(folder.join("own-20000"), made::text(20_000, &own)).unwrap();
}

/// Words in which a phrase can be found.
fn example(phrase: &str) -> Option<String> {
    let steps = phrase.split_whitespace().filter(|step| *step != "..").map(|step| {
        let first = step.trim_end_matches('?').split('|').next().unwrap_or(step);
        match first.strip_prefix('#') {
            Some(least) => least.trim_end_matches('+').parse().unwrap_or(7_u32).to_string(),
            None => first.replace('_', "so").replace('~', ""),
        }
    });
    Some(steps.collect::<Vec<_>>().join(" ")).filter(|words| words.is_ascii())
}

/// Between two words of a sentence.
const GAP: &str = "[^A-Za-z0-9.!?\\n]+";

/// A phrase as a regular expression that YARA-X, JavaScript and Rust read alike; `\b` belongs at both ends.
fn pattern(phrase: &str, gap: &str) -> String {
    let mut out = String::new();
    for (at, step) in phrase.split_whitespace().enumerate() {
        let (body, optional) = step.strip_suffix('?').map_or((step, false), |body| (body, true));
        if body == ".." {
            out += &format!("(?:{gap}[A-Za-z0-9]+){{0,4}}");
            continue;
        }
        let gap = if at == 0 { "" } else { gap };
        let words = words(body);
        let word = if words.contains('|') { format!("{gap}(?:{words})") } else { format!("{gap}{words}") };
        out += &if optional { format!("(?:{word})?") } else { word };
    }
    out
}

fn words(body: &str) -> String {
    if body == "_" {
        return "[A-Za-z0-9]+".to_owned();
    }
    if let Some(least) = body.strip_prefix('#') {
        return number(least.trim_end_matches('+'));
    }
    let one = |word: &str| match word.strip_suffix('~') {
        Some(stem) => format!("{stem}[A-Za-z0-9]*"),
        None => word.to_owned(),
    };
    body.split('|').map(one).collect::<Vec<_>>().join("|")
}

/// Numbers from this one on: as many digits with a larger first one, or more digits.
fn number(least: &str) -> String {
    match least.as_bytes() {
        [] => "[0-9]+".to_owned(),
        [first, rest @ ..] => {
            let first = char::from(*first);
            format!("[{first}-9][0-9]{{{}}}|[0-9]{{{},}}", rest.len(), rest.len() + 2)
        }
    }
}
