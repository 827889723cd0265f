//! Plain text and Markdown: from bytes to characters to lines.

use super::{Format, Gap, Paper, Problem, Unseen, limits, zero_width};
use crate::blocks;

/// Opens a text; `format` says whether a `#` line is a heading.
pub(super) fn open(name: &str, bytes: &[u8], format: Format) -> Result<Paper, Problem> {
    limits::size(bytes)?;
    let (kept, cut) = match bytes.get(..limits::MOST_TEXT) {
        Some(kept) => (kept, bytes.len() > kept.len()),
        None => (bytes, false),
    };
    let text = decode(kept);
    let mut unseen: Vec<Unseen> = Vec::new();
    for (line, words) in text.lines().enumerate() {
        zero_width::find(words, line as u32, &mut unseen);
    }
    let blocks = blocks::of_text(&zero_width::without(&text));
    if blocks.is_empty() && unseen.is_empty() {
        return Err(Problem::Empty);
    }
    Ok(Paper {
        format,
        name: name.to_owned(),
        blocks,
        pages: Vec::new(),
        facts: super::Facts::default(),
        unseen,
        gaps: if cut { vec![Gap::Length] } else { Vec::new() },
    })
}

/// Characters of a text file: Unicode where it is, the Western code page of Windows otherwise.
pub(super) fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            // a text that was cut off within a character is still Unicode
            Err(error) if error.error_len().is_none() => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            Err(_) => windows_1252(bytes),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    char::decode_utf16(units)
        .map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// What bytes 0x80 to 0x9F mean there, <https://encoding.spec.whatwg.org/#windows-1252>.
const WINDOWS: &[char] = &[
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(bytes: &[u8]) -> String {
    let one = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS.get(usize::from(byte - 0x80)).copied(),
        _ => Some(char::from(*byte)),
    };
    bytes.iter().filter_map(one).collect()
}

/// A text string of a PDF: UTF-16 or UTF-8 by its mark, otherwise letters that are Latin's.
pub(super) fn of_pdf_string(bytes: &[u8]) -> String {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] | [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => decode(bytes),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_characters() {
        let check = |bytes: &[u8], expect: &str| assert_eq!(decode(bytes), expect, "{bytes:?}");
        check("é".as_bytes(), "é");
        check(b"\xEF\xBB\xBFa", "a");
        check(b"\xFF\xFEa\0\xE9\0", "aé");
        check(b"\xFE\xFF\0a", "a");
        check(b"r\xE9sum\xE9 \x96 \x80", "résumé – €");
        check(b"", "");
        check(b"a\xC3", "a\u{fffd}");
    }

    #[test]
    fn a_text_says_what_is_in_it_and_not_seen() {
        let text = "Jo Doe\nBa\u{200b}ker\n\u{e0048}\u{e0069}";
        let paper = open("a.txt", text.as_bytes(), Format::Text).unwrap();
        let lines: Vec<&str> = paper.blocks.iter().map(|block| &*block.text).collect();
        assert_eq!(lines, ["Jo Doe", "Baker"]);
        let unseen: Vec<(&str, u32)> = paper.unseen.iter().map(|u| (&*u.text, u.line)).collect();
        assert_eq!(unseen, [("Baker", 1), ("Hi", 2)]);
    }
}
