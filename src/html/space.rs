//! White space at the start of texts, which some places keep and others drop.

use std::borrow::Cow;

pub(super) fn all_space(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_whitespace())
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
    let space = text.bytes().take_while(u8::is_ascii_whitespace).count();
    split_at(text, space)
}
