//! Reads a saved page or a file from disk: bounded, tolerant of broken UTF-8, clear about what
//! is neither.

use std::io::Read;
use std::path::Path;
use touchstone::files::{self, Paper, Problem};
use touchstone::lang::Lang;
use touchstone::report;

/// The most that is read of a file; the HTML parser has the same limit.
const MOST: u64 = files::MOST_BYTES as u64;

/// What a file holds.
pub enum Source {
    /// A page saved as HTML.
    Page(String),
    /// A résumé.
    Paper(Box<Paper>),
}

/// Opens a file.
pub fn source(path: &Path) -> Result<Source, String> {
    let problem = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
    let file = std::fs::File::open(path).map_err(|error| problem(&error))?;
    let mut bytes = Vec::new();
    file.take(MOST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| problem(&error))?;
    if is_page(path, &bytes) {
        return Ok(Source::Page(page(path, &bytes)));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match open(&name, &bytes) {
        Ok(paper) => Ok(Source::Paper(Box::new(paper))),
        Err(why) => Err(problem(&report::problem(why.into(), Lang::En))),
    }
}

/// A reader of foreign formats that gives up in the middle is no reason to do so: the file is
/// damaged, and the others are still read.
fn open(name: &str, bytes: &[u8]) -> Result<Paper, Problem> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let opened = std::panic::catch_unwind(|| files::open(name, bytes));
    std::panic::set_hook(hook);
    opened.unwrap_or(Err(Problem::Damaged))
}

/// Whether it is HTML, by its beginning, or by its name where the beginning is text.
fn is_page(path: &Path, bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    if head.contains(&0) {
        return false;
    }
    let head = String::from_utf8_lossy(head)
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    let named = path.extension().is_some_and(|ending| {
        ["html", "htm", "xhtml"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    });
    let tagged = [
        "<!doctype html",
        "<html",
        "<!--",
        "<head",
        "<body",
        "<title",
        "<meta",
        "<main",
    ];
    tagged.iter().any(|start| head.starts_with(start)) || (named && head.contains('<'))
}

fn page(path: &Path, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    if let std::borrow::Cow::Owned(_) = &text {
        eprintln!(
            "touchstone: {}: not all of it is UTF-8; the broken places are read as \u{fffd}",
            path.display()
        );
    }
    text.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_files() {
        for (name, bytes, expect) in [
            ("a", &b"<!DOCTYPE html><p>x"[..], true),
            ("a.html", b"<p>x</p>", true),
            ("a.txt", b"1 < 2", false),
            ("a.html", b"no tags", false),
            ("a.html", b"%PDF-1.4", false),
        ] {
            assert_eq!(is_page(Path::new(name), bytes), expect, "{name}");
        }
    }
}
