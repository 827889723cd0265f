//! Reads a saved page from disk: bounded, tolerant of broken UTF-8, clear about what is no page.

use std::io::Read;
use std::path::Path;

/// The most that is read of a file; the HTML parser has the same limit.
const MOST: u64 = 64 * 1024 * 1024;

/// The text of a saved page.
pub fn page(path: &Path) -> Result<String, String> {
    let problem = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
    let file = std::fs::File::open(path).map_err(|error| problem(&error))?;
    let mut bytes = Vec::new();
    file.take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| problem(&error))?;
    let text = String::from_utf8_lossy(&bytes);
    if text.trim().is_empty() {
        return Err(problem(&"the file is empty"));
    }
    if is_binary(&bytes) {
        return Err(problem(
            &"not a saved page: this is binary data (save the page as HTML)",
        ));
    }
    if !text.contains('<') {
        return Err(problem(&"not a saved page: there is no HTML in it"));
    }
    if let std::borrow::Cow::Owned(_) = &text {
        eprintln!(
            "touchstone: {}: not all of it is UTF-8; the broken places are read as \u{fffd}",
            path.display()
        );
    }
    Ok(text.into_owned())
}

/// A NUL among the first bytes, or mostly bytes that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let odd = head
        .iter()
        .filter(|byte| **byte < 9 || (14..32).contains(*byte))
        .count();
    head.contains(&0) || odd * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binary_data_is_told_from_text() {
        for (bytes, expect) in [
            (&b"<p>x</p>"[..], false),
            (b"\x89PNG\r\n\x1a\n\0", true),
            (b"%PDF-1.4\x01\x02\x03", true),
            ("é".as_bytes(), false),
        ] {
            assert_eq!(is_binary(bytes), expect, "{bytes:?}");
        }
    }
}
