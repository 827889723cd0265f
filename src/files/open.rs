//! Which format a file has, by its bytes; its name only decides between texts.

use super::{Format, Paper, Problem, docx, json_resume, pdf, text};

/// Opens a file. `name` is what the user's disk calls it.
///
/// # Errors
/// When nothing can be read of it; [`Problem`] says why.
///
/// ```
/// use touchstone::files::{Format, Problem, open};
/// let paper = open("cv.txt", b"Jo Doe\nBaker").unwrap();
/// assert_eq!((paper.format, paper.blocks.len()), (Format::Text, 2));
/// assert_eq!(open("cv.pdf", b""), Err(Problem::Empty));
/// ```
pub fn open(name: &str, bytes: &[u8]) -> Result<Paper, Problem> {
    match kind(name, bytes)? {
        Format::Pdf => pdf::open(name, bytes),
        Format::Docx => docx::open(name, bytes),
        Format::JsonResume => json_resume::open(name, bytes),
        format @ (Format::Text | Format::Markdown) => text::open(name, bytes, format),
    }
}

fn kind(name: &str, bytes: &[u8]) -> Result<Format, Problem> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let has = |mark: &[u8]| head.windows(mark.len()).any(|window| window == mark);
    if head.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty);
    }
    if has(b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Format::Docx);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0") || head.starts_with(b"{\\rtf") {
        return Err(Problem::OldFormat);
    }
    let is_utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if !is_utf16 && is_binary(head) {
        return Err(Problem::Unknown);
    }
    let start = head.iter().find(|byte| !byte.is_ascii_whitespace());
    if start == Some(&b'{') && json_resume::is_one(bytes) {
        return Ok(Format::JsonResume);
    }
    let ending = name.rsplit('.').next().unwrap_or_default();
    let markdown = ["md", "markdown"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    Ok(if markdown {
        Format::Markdown
    } else {
        Format::Text
    })
}

/// A NUL among the first bytes, or many that no text has.
fn is_binary(head: &[u8]) -> bool {
    let odd = |byte: &&u8| **byte < 9 || (14..27).contains(*byte) || (28..32).contains(*byte);
    head.contains(&0) || head.iter().filter(odd).count() * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_bytes() {
        let check = |name: &str, bytes: &[u8], expect: Result<Format, Problem>| {
            assert_eq!(kind(name, bytes), expect, "{name}");
        };
        check("cv.txt", b"%PDF-1.7\n", Ok(Format::Pdf));
        check("cv", b"\n\n%PDF-1.7\n", Ok(Format::Pdf));
        check("cv.pdf", b"PK\x03\x04", Ok(Format::Docx));
        check("cv.doc", b"\xD0\xCF\x11\xE0\xA1", Err(Problem::OldFormat));
        check("cv.doc", b"{\\rtf1", Err(Problem::OldFormat));
        check("cv.png", b"\x89PNG\r\n\x1a\n\0", Err(Problem::Unknown));
        check("cv.MD", b"# Jo", Ok(Format::Markdown));
        check("cv.txt", b"# Jo", Ok(Format::Text));
        check("cv.txt", b"\xFF\xFEJ\0o\0", Ok(Format::Text));
        check(
            "cv.json",
            b"{\"basics\": {\"name\": \"Jo\"}}",
            Ok(Format::JsonResume),
        );
        check("cv.json", b"{\"a\": 1}", Ok(Format::Text));
        check("cv.txt", b" \n ", Err(Problem::Empty));
    }
}
