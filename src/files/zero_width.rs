//! Characters without width: words that a program reads and a person does not see, and marks
//! that break words for a program only.
//!
//! Joiners (U+200C, U+200D) and direction marks are left alone: Persian, Hindi and emoji need
//! them, Arabic and Hebrew too.

use super::{How, Unseen};
use crate::blocks::{Block, collapse};

/// The block of tags repeats ASCII invisibly, <https://www.unicode.org/charts/PDF/UE0000.pdf>.
const TAGS: std::ops::RangeInclusive<char> = '\u{e0020}'..='\u{e007e}';

const fn is_breaker(one: char) -> bool {
    matches!(one, '\u{200b}' | '\u{2060}' | '\u{180e}' | '\u{feff}')
}

/// The text without them.
pub(super) fn without(text: &str) -> String {
    text.chars()
        .filter(|one| !is_breaker(*one) && !TAGS.contains(one))
        .collect()
}

/// Takes them out of lines that were just read, and says what they hid. Lines without words and
/// links are dropped.
pub(super) fn part(blocks: &mut Vec<Block>, unseen: &mut Vec<Unseen>) {
    for block in blocks.iter_mut() {
        find(&block.text, block.line, unseen);
        block.text = collapse(&without(&block.text));
    }
    blocks.retain(|block| !block.text.is_empty() || !block.links.is_empty());
    unseen.sort_by_key(|one| one.line);
}

/// Adds what a line hides: the text of tags, and words that are broken invisibly.
pub(super) fn find(line: &str, number: u32, out: &mut Vec<Unseen>) {
    if line.is_ascii() {
        return;
    }
    let mut add = |text: String| {
        if !text.is_empty() {
            out.push(Unseen {
                how: How::ZeroWidth,
                text,
                line: number,
            });
        }
    };
    let tags = line.chars().filter(|one| TAGS.contains(one));
    add(tags
        .filter_map(|one| char::from_u32(u32::from(one) - 0xE0000))
        .collect());
    let broken: Vec<String> = line
        .split_whitespace()
        .filter(|word| is_broken(word))
        .map(without)
        .collect();
    add(broken.join(" "));
}

/// Whether letters stand on both sides of a mark.
fn is_broken(word: &str) -> bool {
    word.trim_matches(is_breaker).contains(is_breaker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_width_is_found() {
        let check = |line: &str, expect: &[&str]| {
            let mut out = Vec::new();
            find(line, 0, &mut out);
            let found: Vec<&str> = out.iter().map(|one| &*one.text).collect();
            assert_eq!(found, expect, "{line:?}");
        };
        check("plain", &[]);
        check("\u{feff}first \u{200b}word\u{200b}", &[]);
        check("ex\u{200b}pert and se\u{2060}nior", &["expert senior"]);
        check("\u{e0068}\u{e0069}", &["hi"]);
        check("می‌خواهم 👩‍💻", &[]);
    }
}
