//! The lines of a stream, read one by one without ever holding one that is too long.
//!
//! Knows nothing of what is in a line.

use std::io::{self, BufRead, Read};

/// What some editors and exports put before the first line.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, counted from 1.
    pub number: u64,
    /// Its bytes; absent where there are too many of them.
    pub bytes: Option<Vec<u8>>,
}

impl Line {
    /// How many bytes it holds.
    pub fn size(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }
}

/// The lines of an input.
pub struct Lines<R> {
    input: R,
    longest: usize,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input` that have no more than `longest` bytes; the others without their
    /// bytes.
    pub const fn new(input: R, longest: usize) -> Self {
        Self {
            input,
            longest,
            number: 0,
        }
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let most = self.longest as u64 + 1;
        let mut part = self.input.by_ref().take(most);
        if part.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let number = self.number;
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        } else if bytes.len() > self.longest {
            drop(bytes);
            self.input.skip_until(b'\n')?;
            return Ok(Some(Line {
                number,
                bytes: None,
            }));
        }
        if number == 1 && bytes.starts_with(MARK) {
            bytes.drain(..MARK.len());
        }
        Ok(Some(Line {
            number,
            bytes: Some(bytes),
        }))
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    /// The lines as text, `…` for one that is too long; read through a buffer of three bytes, so
    /// that every line crosses its end.
    fn check(input: &[u8], expect: &[&str]) {
        let lines = Lines::new(BufReader::with_capacity(3, input), 6);
        let found: Vec<String> = lines
            .zip(1..)
            .map(|(line, number)| {
                let line = line.unwrap();
                assert_eq!(line.number, number, "{input:?}");
                let bytes = line.bytes.unwrap_or_else(|| "…".into());
                String::from_utf8_lossy(&bytes).into_owned()
            })
            .collect();
        assert_eq!(found, expect, "{input:?}");
    }

    #[test]
    fn lines_are_counted_and_long_ones_are_passed_over() {
        check(b"", &[]);
        check(b"\n", &[""]);
        check(b"a", &["a"]);
        check(b"a\n", &["a"]);
        check(b"a\r\nb", &["a\r", "b"]);
        check(b"a\n\nb\n", &["a", "", "b"]);
        check(b"123456\n123456", &["123456", "123456"]);
        check(b"1234567\nb\n", &["…", "b"]);
        check(b"a\n123456789012345678\nb", &["a", "…", "b"]);
        check(b"1234567", &["…"]);
        check(b"\xff\n", &["\u{fffd}"]);
        check(b"\xef\xbb\xbfab\n\xef\xbb\xbfc\n", &["ab", "\u{feff}c"]);
    }
}
