//! What must be known of a PDF before it is interpreted, so that it ends.
//!
//! A few kilobytes can unpack to gigabytes, and a drawing that draws itself twice never ends.
//! Both are counted here without keeping or drawing anything.

use crate::files::{Problem, limits};
use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use std::collections::HashMap;
use std::io::Read;

/// What all streams of a file may unpack to, in bytes.
const MOST_UNPACKED: usize = 512 * 1024 * 1024;

/// What one stream may unpack to, in bytes: text, and a page scanned finely. What calls itself a
/// picture may be used as something else, so it is counted too.
const MOST_OF_ONE: usize = 64 * 1024 * 1024;
const MOST_OF_PICTURE: usize = 256 * 1024 * 1024;

/// LZW is not unpacked here; larger streams of it are refused.
const MOST_LZW: usize = 2 * 1024 * 1024;

/// What drawing a page may cost, in steps of 64 bytes of drawing commands.
const MOST_STEPS: u64 = 2_000_000;

/// How deep drawings may hold drawings.
const DEEPEST: usize = 20;

/// Refuses what is too large, packed or unpacked.
pub(super) fn check(bytes: &[u8]) -> Result<(), Problem> {
    limits::size(bytes)?;
    let mut left = MOST_UNPACKED;
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let (before, after) = rest.split_at_checked(at).ok_or(Problem::Damaged)?;
        let data = after.get(6..).unwrap_or_default();
        let end = find(data, b"endstream").unwrap_or(data.len());
        let packed = data.get(..end).unwrap_or_default();
        left = left
            .checked_sub(unpacked(tail(before), packed)?)
            .ok_or(Problem::TooLarge)?;
        rest = data.get(end + 9..).unwrap_or_default();
    }
    Ok(())
}

/// The end of what stands before a stream, which holds its dictionary.
fn tail(before: &[u8]) -> &[u8] {
    before
        .get(before.len().saturating_sub(1024)..)
        .unwrap_or_default()
}

/// What a stream unpacks to, in bytes.
fn unpacked(dict: &[u8], packed: &[u8]) -> Result<usize, Problem> {
    let dict = find_last(dict, b" obj")
        .and_then(|at| dict.get(at..))
        .unwrap_or(dict);
    if find(dict, b"/LZW").is_some() && packed.len() > MOST_LZW {
        return Err(Problem::TooLarge);
    }
    let Some(first) = find(dict, b"/Fl") else {
        return Ok(packed.len());
    };
    let twice = dict
        .get(first + 3..)
        .and_then(|rest| find(rest, b"/FlateDecode"));
    if twice.is_some() {
        return Err(Problem::TooLarge);
    }
    let start = packed
        .iter()
        .position(|byte| !matches!(byte, b'\r' | b'\n'));
    let packed = packed.get(start.unwrap_or(0)..).unwrap_or_default();
    count(packed, most(dict))
}

/// What a stream may unpack to.
fn most(dict: &[u8]) -> usize {
    match find(dict, b"/Image") {
        Some(_) => MOST_OF_PICTURE,
        None => MOST_OF_ONE,
    }
}

/// How many bytes come out, up to the first that is damaged.
fn count(packed: &[u8], most: usize) -> Result<usize, Problem> {
    let mut decoder = ZlibDecoder::new(packed);
    let mut buffer = vec![0; 64 * 1024];
    let mut sum = 0;
    while let Ok(read @ 1..) = decoder.read(&mut buffer) {
        sum += read;
        if sum > most {
            return Err(Problem::TooLarge);
        }
    }
    Ok(sum)
}

fn find(text: &[u8], words: &[u8]) -> Option<usize> {
    let (first, rest) = words.split_first()?;
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.iter().position(|byte| byte == first)?;
        if text.get(at + 1..)?.starts_with(rest) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn find_last(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len())
        .rposition(|window| window == words)
}

/// Whether drawing the page would not end in reasonable time.
pub(super) fn is_endless(page: &Page<'_>) -> bool {
    let content = page.page_stream().unwrap_or_default();
    let drawings = &page.resources().x_objects;
    Costs::default()
        .of(content, drawings, 0)
        .is_none_or(|steps| steps > MOST_STEPS)
}

/// What drawings cost; none while a drawing is being counted.
#[derive(Default)]
struct Costs {
    known: HashMap<ObjectIdentifier, Option<u64>>,
}

impl Costs {
    /// The steps of a drawing with these drawings at hand; none when it holds itself, or too
    /// many of others.
    fn of(&mut self, content: &[u8], drawings: &Dict<'_>, depth: usize) -> Option<u64> {
        let own = content.len() as u64 / 64 + 1;
        let calls = calls(content);
        if calls == 0 {
            return Some(own);
        }
        let mut dearest = 1;
        for name in drawings.keys() {
            if let Some(stream) = drawings.get::<Stream<'_>>(&*name) {
                dearest = dearest.max(self.drawing(&stream, drawings, depth + 1)?);
            }
        }
        Some(own.saturating_add(calls.saturating_mul(dearest)))
    }

    fn drawing(&mut self, stream: &Stream<'_>, outer: &Dict<'_>, depth: usize) -> Option<u64> {
        if stream
            .dict()
            .get::<Name<'_>>("Subtype")
            .is_some_and(|kind| &*kind == b"Image")
        {
            return Some(1);
        }
        let id = stream.obj_id();
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        if depth > DEEPEST {
            return None;
        }
        self.known.insert(id, None);
        let content = stream.decoded().unwrap_or_default();
        let resources = stream.dict().get::<Dict<'_>>("Resources");
        let own = resources.and_then(|found| found.get::<Dict<'_>>("XObject"));
        let cost = self.of(&content, own.as_ref().unwrap_or(outer), depth);
        self.known.insert(id, cost);
        cost
    }
}

/// How often a drawing is called for.
fn calls(content: &[u8]) -> u64 {
    content
        .windows(3)
        .filter(|window| matches!(window, [before, b'D', b'o'] if before.is_ascii_whitespace()))
        .count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(len: usize) -> Vec<u8> {
        let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut out, &vec![b' '; len]).unwrap();
        out.finish().unwrap()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let check = |len: usize, filter: &str, expect: Result<(), Problem>| {
            let mut file =
                format!("%PDF-1.4\n1 0 obj\n<</Filter {filter}>>\nstream\n").into_bytes();
            file.extend(packed(len));
            file.extend(b"\nendstream\nendobj\n");
            assert_eq!(super::check(&file), expect, "{len} {filter}");
        };
        check(1000, "/FlateDecode", Ok(()));
        check(MOST_OF_ONE + 1, "/FlateDecode", Err(Problem::TooLarge));
        check(10, "[/FlateDecode /FlateDecode]", Err(Problem::TooLarge));
        check(MOST_LZW, "/LZWDecode", Ok(()));
    }

    #[test]
    fn a_picture_may_be_larger_but_is_counted_too() {
        assert_eq!(most(b"<</Subtype /Image>>"), MOST_OF_PICTURE);
        assert_eq!(most(b"<</Type /XObject>>"), MOST_OF_ONE);
        assert_eq!(count(&packed(1000), 1000), Ok(1000));
        assert_eq!(count(&packed(1001), 1000), Err(Problem::TooLarge));
        assert_eq!(count(b"not packed", 1000), Ok(0));
    }

    #[test]
    fn calls_are_counted() {
        assert_eq!(calls(b"q /a Do Q /b Do\nDone"), 3);
        assert_eq!(calls(b"BT (Do) Tj ET"), 0);
    }
}
