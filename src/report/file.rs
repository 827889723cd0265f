//! What is said about a file: why it could not be opened, what was left out, what is not seen.

use crate::blocks::Block;
use crate::files::{Gap, How, Problem, Unseen};
use crate::lang::{self, Lang, key};
use std::fmt::Write;

/// Why a file could not be opened, and what to do, in one sentence.
pub const fn problem(problem: Problem, lang: Lang) -> &'static str {
    let key = match problem {
        Problem::Empty => key::FILE_EMPTY,
        Problem::Unknown => key::FILE_UNKNOWN,
        Problem::OldFormat => key::FILE_OLD_FORMAT,
        Problem::Encrypted => key::FILE_ENCRYPTED,
        Problem::Scanned => key::FILE_SCANNED,
        Problem::Damaged => key::FILE_DAMAGED,
        Problem::TooLarge => key::FILE_TOO_LARGE,
    };
    lang::text(lang, key)
}

/// What was left out of a file, in one sentence.
pub const fn gap(gap: Gap, lang: Lang) -> &'static str {
    let key = match gap {
        Gap::Pictures => key::FILE_GAP_PICTURES,
        Gap::Pages => key::FILE_GAP_PAGES,
        Gap::Length => key::FILE_GAP_LENGTH,
        Gap::Damaged => key::FILE_GAP_DAMAGED,
        Gap::Letters => key::FILE_GAP_LETTERS,
    };
    lang::text(lang, key)
}

/// Why a text is not seen, in a few words.
pub const fn how(how: How, lang: Lang) -> &'static str {
    let key = match how {
        How::Colour => key::FILE_HOW_COLOUR,
        How::Tiny => key::FILE_HOW_TINY,
        How::OffPage => key::FILE_HOW_OFF_PAGE,
        How::Behind => key::FILE_HOW_BEHIND,
        How::Marked => key::FILE_HOW_MARKED,
        How::ZeroWidth => key::FILE_HOW_ZERO_WIDTH,
    };
    lang::text(lang, key)
}

/// The text as it was read: a line a line, its pieces parted by two blanks; then, in square
/// brackets, what is not seen.
pub fn words(blocks: &[Block], unseen: &[Unseen]) -> String {
    let mut out = String::new();
    let mut line = None;
    for block in blocks {
        match line {
            Some(last) if last == block.line => out.push_str("  "),
            Some(_) => out.push('\n'),
            None => {}
        }
        line = Some(block.line);
        out.push_str(&block.text);
    }
    if line.is_some() {
        out.push('\n');
    }
    for one in unseen {
        // writing to a string does not fail
        let _written = writeln!(out, "[{}] {}", how(one.how, Lang::En), one.text);
    }
    out
}
