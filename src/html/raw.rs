//! Where texts without tags end: scripts, styles, titles, comments and CDATA sections.
//!
//! Pure searches over bytes; every search passes each byte a bounded number of times.

use super::scan::find;
use super::tags::Tag;
use super::tokens::is_space;

/// How far into comments a script is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Plain,
    /// After `<!--`.
    Comment,
    /// After `<!--` and `<script`: the next `</script` ends only that.
    Nested,
}

fn from(bytes: &[u8], pos: usize) -> &[u8] {
    bytes.get(pos..).unwrap_or_default()
}

/// Where the end tag of the element stands, or the end.
pub(super) fn end(bytes: &[u8], pos: usize, tag: Tag) -> usize {
    if tag == Tag::Script {
        return script_end(bytes, pos);
    }
    let mut at = find(bytes, pos, [b'<']);
    while at < bytes.len() && !names(from(bytes, at + 1), b"/", tag) {
        at = find(bytes, at + 1, [b'<']);
    }
    at
}

/// Whether `rest` goes on with the prefix, the name and the end of a name.
fn names(rest: &[u8], prefix: &[u8], tag: Tag) -> bool {
    let name = tag.name().as_bytes();
    let Some(rest) = rest.strip_prefix(prefix) else {
        return false;
    };
    let Some((start, after)) = rest.split_at_checked(name.len()) else {
        return false;
    };
    let ended = after
        .first()
        .is_some_and(|&b| is_space(b) || b == b'/' || b == b'>');
    ended && start.eq_ignore_ascii_case(name)
}

fn script_end(bytes: &[u8], pos: usize) -> usize {
    let mut at = pos;
    let mut state = Script::Plain;
    loop {
        at = match state {
            Script::Plain => find(bytes, at, [b'<']),
            Script::Comment | Script::Nested => find(bytes, at, [b'<', b'>']),
        };
        if at >= bytes.len() {
            return bytes.len();
        }
        let rest = from(bytes, at + 1);
        let opens = |prefix: &[u8]| names(rest, prefix, Tag::Script);
        if bytes.get(at) == Some(&b'>') {
            if bytes.get(at.saturating_sub(2)..at) == Some(b"--") {
                state = Script::Plain;
            }
        } else if state == Script::Plain && rest.starts_with(b"!--") {
            state = Script::Comment;
            at += 3;
        } else if opens(b"/") {
            if state != Script::Nested {
                return at;
            }
            state = Script::Comment;
        } else if state == Script::Comment && opens(b"") {
            state = Script::Nested;
        }
        at += 1;
    }
}

/// Where the page goes on after a comment whose text starts at `start`.
pub(super) fn comment_end(bytes: &[u8], start: usize) -> usize {
    let text = from(bytes, start);
    if text.starts_with(b">") {
        return start + 1;
    }
    if text.starts_with(b"->") {
        return start + 2;
    }
    after_first(text, &[b"-->", b"--!>"]).map_or(bytes.len(), |end| start + end)
}

/// Where the `]]>` of a CDATA section stands, or the end.
pub(super) fn cdata_end(bytes: &[u8], start: usize) -> usize {
    after_first(from(bytes, start), &[b"]]>"]).map_or(bytes.len(), |end| start + end - 3)
}

/// Where the first of the marks ends, all of which end in `>`.
fn after_first(text: &[u8], marks: &[&[u8]]) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        at = find(text, at, [b'>']) + 1;
        let inside = text.get(..at)?;
        if marks.iter().any(|mark| inside.ends_with(mark)) {
            return Some(at);
        }
    }
    None
}
