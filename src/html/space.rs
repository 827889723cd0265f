//! White space at the start of texts, which some places keep and others drop.

use std::borrow::Cow;

fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

pub(super) fn all_space(text: &str) -> bool {
    text.chars().all(is_space)
}

/// The white space of a text alone.
pub(super) fn only_space<'a>(text: &str) -> Cow<'a, str> {
    Cow::Owned(text.chars().filter(char::is_ascii_whitespace).collect())
}

/// A text in two.
pub(super) fn split_at(text: Cow<'_, str>, at: usize) -> (Cow<'_, str>, Cow<'_, str>) {
    match text {
        Cow::Borrowed(text) => {
            let (start, rest) = text.split_at_checked(at).unwrap_or((text, ""));
            (Cow::Borrowed(start), Cow::Borrowed(rest))
        }
        Cow::Owned(mut text) => {
            let rest = text.split_off(at);
            (Cow::Owned(text), Cow::Owned(rest))
        }
    }
}

/// The white space a text begins with, and the rest.
pub(super) fn split_space(text: Cow<'_, str>) -> (Cow<'_, str>, Cow<'_, str>) {
    let at = text.find(|c| !is_space(c)).unwrap_or(text.len());
    split_at(text, at)
}
