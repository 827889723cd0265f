//! Character references (`&amp;`, `&#8364;`, `&copy`), line ends and NUL in the text of a page.
//!
//! Turns the raw slice of a text or an attribute value into what it says, borrowing when that is the same. Knows
//! nothing of tags or nodes.

use std::borrow::Cow;

use super::scan::find;

/// One line per name: the name, a space (or a colon when the semicolon may be missing), the value.
#[cfg(feature = "desk")]
static TABLE: &str = include_str!("entities.txt");

/// The worker that reads captures has none: a browser writes those of [`common`] and no others, and the
/// table is 14 KB of what it loads.
#[cfg(not(feature = "desk"))]
static TABLE: &str = "";

/// The longest name that is valid without semicolon.
const LONGEST_BARE: usize = 6;

/// What the numbers 0x80 to 0x9F mean: windows-1252, with the five undefined ones as they are.
static WINDOWS_1252: &str = "\u{20ac}\u{81}\u{201a}\u{192}\u{201e}\u{2026}\u{2020}\u{2021}\u{2c6}\u{2030}\u{160}\
     \u{2039}\u{152}\u{8d}\u{17d}\u{8f}\u{90}\u{2018}\u{2019}\u{201c}\u{201d}\u{2022}\u{2013}\u{2014}\u{2dc}\
     \u{2122}\u{161}\u{203a}\u{153}\u{9d}\u{17e}\u{178}";

/// Where a slice stands: it decides which references count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Text and RCDATA: all references.
    Text,
    /// An attribute value: `&copy=` and `&copyx` stay as they are.
    Attribute,
    /// Raw text: no references.
    Raw,
}

/// The references that pages are full of: what one at the start means, and its length. Pages that hold data have them by the
/// ten thousand, so the bytes are looked at here and no list is gone through.
fn common(rest: &[u8]) -> Option<(&'static str, usize)> {
    match rest {
        [b'q', b'u', b'o', b't', b';', ..] => Some(("\"", 5)),
        [b'a', b'm', b'p', b';', ..] => Some(("&", 4)),
        [b'l', b't', b';', ..] => Some(("<", 3)),
        [b'g', b't', b';', ..] => Some((">", 3)),
        [b'n', b'b', b's', b'p', b';', ..] => Some(("\u{a0}", 5)),
        _ => None,
    }
}

/// Where from `from` on the first byte stands that does not stand for itself, or the end.
fn special(text: &str, from: usize, place: Place) -> usize {
    match place {
        Place::Raw => find(text.as_bytes(), from, [b'\r', 0]),
        Place::Text | Place::Attribute => find(text.as_bytes(), from, [b'&', b'\r', 0]),
    }
}

/// The slice with references resolved, line ends as `\n` and NUL as U+FFFD.
pub(super) fn decode(raw: &str, place: Place) -> Cow<'_, str> {
    let first = special(raw, 0, place);
    if first >= raw.len() {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    let mut at = first;
    while let Some((plain, hit)) = rest.split_at_checked(at).filter(|(_, hit)| !hit.is_empty()) {
        out.push_str(plain);
        rest = resolve(hit, place, &mut out);
        at = special(rest, 0, place);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Writes what the special character at the start of `hit` means; returns what follows it.
fn resolve<'a>(hit: &'a str, place: Place, out: &mut String) -> &'a str {
    let (special, rest) = hit.split_at_checked(1).unwrap_or((hit, ""));
    let found = match (special, rest.as_bytes()) {
        ("\0", _) => {
            out.push('\u{fffd}');
            return rest;
        }
        ("\r", _) => {
            out.push('\n');
            return rest.strip_prefix('\n').unwrap_or(rest);
        }
        (_, [b'#', ..]) => rest.get(1..).and_then(|number| numeric(number, out)),
        _ => named(rest, place, out),
    };
    found.unwrap_or_else(|| {
        out.push('&');
        rest
    })
}

fn numeric<'a>(after_hash: &'a str, out: &mut String) -> Option<&'a str> {
    let hex = after_hash.strip_prefix(['x', 'X']);
    let (digits, base) = hex.map_or((after_hash, 10), |digits| (digits, 16));
    let mut number = 0u32;
    let mut seen = 0;
    for digit in digits.chars().map_while(|c| c.to_digit(base)) {
        number = number.saturating_mul(base).saturating_add(digit);
        seen += 1;
    }
    let rest = digits.get(seen..).filter(|_| seen > 0)?;
    out.push(scalar(number));
    Some(rest.strip_prefix(';').unwrap_or(rest))
}

fn scalar(number: u32) -> char {
    let mapped = match number {
        0 => None,
        0x80..=0x9f => WINDOWS_1252.chars().nth((number - 0x80) as usize),
        _ => char::from_u32(number),
    };
    mapped.unwrap_or('\u{fffd}')
}

fn named<'a>(rest: &'a str, place: Place, out: &mut String) -> Option<&'a str> {
    if let Some((value, length)) = common(rest.as_bytes()) {
        out.push_str(value);
        return rest.get(length..);
    }
    let run = rest
        .bytes()
        .take(32)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let (name, after) = rest.split_at_checked(run)?;
    if let Some(after) = after.strip_prefix(';')
        && let Some((_, value)) = lookup(name)
    {
        out.push_str(value);
        return Some(after);
    }
    let (value, after) = (2..=run.min(LONGEST_BARE))
        .rev()
        .find_map(|len| bare(rest, len))?;
    let glued = after.starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric());
    if place == Place::Attribute && glued {
        return None;
    }
    out.push_str(value);
    Some(after)
}

/// The value of the first `len` characters as a name that needs no semicolon.
fn bare(rest: &str, len: usize) -> Option<(&'static str, &str)> {
    let (name, after) = rest.split_at_checked(len)?;
    let (bare, value) = lookup(name)?;
    bare.then_some((value, after))
}

/// Binary search over the lines of the table: whether the name needs no semicolon, and its value.
fn lookup(name: &str) -> Option<(bool, &'static str)> {
    let mut lines = TABLE;
    while !lines.is_empty() {
        let (before, line, after) = middle_line(lines)?;
        let end = line.bytes().position(|b| b == b' ' || b == b':')?;
        let (here, value) = line.split_at_checked(end)?;
        match name.cmp(here) {
            std::cmp::Ordering::Less => lines = before,
            std::cmp::Ordering::Greater => lines = after,
            std::cmp::Ordering::Equal => {
                return Some((value.starts_with(':'), unescape(value.get(1..)?)));
            }
        }
    }
    None
}

/// The lines before the one in the middle, that line, and the lines after it.
fn middle_line(lines: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let bytes = lines.as_bytes();
    let middle = bytes.len() / 2;
    let start = bytes
        .get(..middle)?
        .iter()
        .rposition(|&b| b == b'\n')
        .map_or(0, |at| at + 1);
    let (before, rest) = lines.split_at_checked(start)?;
    let (line, after) = rest.split_once('\n')?;
    Some((before, line, after))
}

fn unescape(value: &'static str) -> &'static str {
    if value == "\\n" { "\n" } else { value }
}
