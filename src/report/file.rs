//! What is said about a file: why it could not be opened, what was left out, what is not seen.

use super::Problem;
use crate::blocks::Block;
use crate::files::{Facts, Gap, How, Stamp, Unseen};
use crate::lang::{self, Lang, key};
use std::fmt::Write;

/// Why a source could not be read, and what to do, in one sentence.
pub const fn problem(problem: Problem, lang: Lang) -> &'static str {
    let key = match problem {
        Problem::Empty => key::PROBLEM_EMPTY,
        Problem::Unknown => key::PROBLEM_UNKNOWN,
        Problem::OldFormat => key::PROBLEM_OLD_FORMAT,
        Problem::Encrypted => key::PROBLEM_ENCRYPTED,
        Problem::Scanned => key::PROBLEM_SCANNED,
        Problem::Damaged => key::PROBLEM_DAMAGED,
        Problem::TooLarge => key::PROBLEM_TOO_LARGE,
        Problem::NotACandidate => key::PROBLEM_NOT_A_CANDIDATE,
        Problem::SignIn => key::PROBLEM_SIGN_IN,
        Problem::Failed => key::PROBLEM_FAILED,
    };
    lang::text(lang, key)
}

/// What was left out of a file, in one sentence.
pub const fn gap(gap: Gap, lang: Lang) -> &'static str {
    let key = match gap {
        Gap::Pictures => key::GAP_PICTURES,
        Gap::Pages => key::GAP_PAGES,
        Gap::Length => key::GAP_LENGTH,
        Gap::Damaged => key::GAP_DAMAGED,
        Gap::Letters => key::GAP_LETTERS,
    };
    lang::text(lang, key)
}

/// Why a text is not seen, in a few words.
pub const fn how(how: How, lang: Lang) -> &'static str {
    let key = match how {
        How::Colour => key::HOW_COLOUR,
        How::Tiny => key::HOW_TINY,
        How::OffPage => key::HOW_OFF_PAGE,
        How::Behind => key::HOW_BEHIND,
        How::Marked => key::HOW_MARKED,
        How::ZeroWidth => key::HOW_ZERO_WIDTH,
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

/// What a file says about itself: names and values, in the order in which they are shown.
pub fn facts(facts: &Facts, lang: Lang) -> Vec<(&'static str, String)> {
    let listed = |list: &[String]| (!list.is_empty()).then(|| list.join(", "));
    let counted = |list: &[String]| (!list.is_empty()).then(|| list.len().to_string());
    let moment = |stamp: &Option<Stamp>| stamp.as_ref().map(shown);
    let said = [
        (key::FACTS_TITLE, facts.title.clone()),
        (key::FACTS_AUTHOR, facts.author.clone()),
        (key::FACTS_EDITOR, facts.editor.clone()),
        (key::FACTS_COMPANY, facts.company.clone()),
        (key::FACTS_TOOL, facts.tool.clone()),
        (key::FACTS_PRODUCER, facts.producer.clone()),
        (key::FACTS_TEMPLATE, facts.template.clone()),
        (key::FACTS_CREATED, moment(&facts.created)),
        (key::FACTS_MODIFIED, moment(&facts.modified)),
        (key::FACTS_DOCUMENT_ID, facts.document_id.clone()),
        (key::FACTS_INSTANCE_ID, facts.instance_id.clone()),
        (key::FACTS_REVISIONS, counted(&facts.revisions)),
        (key::FACTS_FONTS, listed(&facts.fonts)),
        (key::FACTS_EMBEDDED, listed(&facts.embedded)),
    ];
    said.into_iter()
        .filter_map(|(name, value)| Some((lang::text(lang, name), value?)))
        .collect()
}

/// A moment with its offset, where the file says one.
fn shown(stamp: &Stamp) -> String {
    let local = stamp.local.replace('T', " ");
    let Some(offset) = stamp.offset else {
        return local;
    };
    let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs());
    format!("{local} {sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
