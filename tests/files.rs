//! Files of invented people under `tests/files` are opened right: their lines, what they say
//! about themselves, what they hide, and why some cannot be opened.
//!
//! `TOUCHSTONE_BLESS=1 cargo test --test files` rewrites the expected papers and fails, so that
//! the differences are looked at before they are committed.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use touchstone::files::{Gap, How, Problem, open};
use touchstone::report;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files")
}

/// The folders of the cases with their file, by name.
fn cases() -> Vec<(PathBuf, String)> {
    let mut out: Vec<(PathBuf, String)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|case| {
            let files = std::fs::read_dir(&case).unwrap();
            let mut names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
            let name = names.find(|name| name.starts_with("file.")).unwrap();
            (case, name)
        })
        .collect();
    out.sort();
    assert!(out.len() >= 14, "only {} cases", out.len());
    out
}

/// What a file is opened to, as the expected files have it.
fn opened(case: &Path, name: &str) -> Value {
    let bytes = std::fs::read(case.join(name)).unwrap();
    let paper = match open(name, &bytes) {
        Ok(paper) => paper,
        Err(problem) => return json!({ "problem": problem }),
    };
    let words = report::words(&paper.blocks, &paper.unseen);
    let headings = paper.blocks.iter().filter(|block| block.heading > 0);
    let links = paper.blocks.iter().flat_map(|block| &block.links);
    json!({
        "lines": words.lines().collect::<Vec<_>>(),
        "headings": headings.map(|block| format!("{} {}", block.heading, block.text)).collect::<Vec<_>>(),
        "links": links.map(|link| format!("{} -> {}", link.words, link.href)).collect::<Vec<_>>(),
        "facts": paper.facts,
        "unseen": paper.unseen.iter().map(|one| json!({"how": one.how, "line": one.line})).collect::<Vec<_>>(),
        "gaps": paper.gaps,
        "pages": paper.pages,
    })
}

#[test]
fn files_are_opened_right() {
    let bless = std::env::var_os("TOUCHSTONE_BLESS").is_some();
    let mut problems = String::new();
    for (case, name) in cases() {
        let got = opened(&case, &name);
        let file = case.join("expected.json");
        if bless {
            std::fs::write(&file, format!("{got:#}\n")).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        let expected: Value = serde_json::from_str(&expected).unwrap_or_default();
        if expected != got {
            writeln!(problems, "{}:\n{got:#}", case.display()).unwrap();
        }
    }
    assert!(
        !bless,
        "rewritten: look at the differences before committing"
    );
    assert!(problems.is_empty(), "{problems}");
}

/// A file cut anywhere, and one with any byte spoiled, is opened in part or refused.
#[test]
fn spoiled_files_are_no_panic() {
    for (case, name) in cases() {
        let bytes = std::fs::read(case.join(&name)).unwrap();
        let step = (bytes.len() / 24).max(1);
        for at in (0..bytes.len()).step_by(step) {
            let _cut = open(&name, &bytes[..at]);
            let mut spoiled = bytes.clone();
            spoiled[at] ^= 0x5A;
            let _spoiled = open(&name, &spoiled);
        }
    }
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").into_bytes()
}

const PARAGRAPH: &str = "<w:p><w:r><w:t>Jo Doe, baker</w:t></w:r></w:p>";

#[test]
fn what_would_not_end_is_refused() {
    let check = |bytes: &[u8], expect: Problem| {
        assert_eq!(
            open("cv.docx", bytes).map(|paper| paper.blocks),
            Err(expect)
        );
    };
    let blanks = vec![b' '; 40 * 1024 * 1024];
    check(&zip(&[("word/document.xml", &blanks)]), Problem::TooLarge);
    check(&zip(&[("other.xml", b"<a/>")]), Problem::Unknown);
    check(
        &zip(&[("word/document.xml", b"<w:document")]),
        Problem::Damaged,
    );
    check(
        &zip(&[("word/document.xml", &document(""))]),
        Problem::Empty,
    );
    let entities = format!(
        "<!DOCTYPE d [<!ENTITY a \"{}\"><!ENTITY b \"&a;&a;&a;\">]>{}",
        "lol".repeat(1000),
        "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>"
    );
    check(
        &zip(&[("word/document.xml", entities.as_bytes())]),
        Problem::Damaged,
    );
    check(&branching_pdf(), Problem::Damaged);
    check(&vec![b'%'; 64 * 1024 * 1024 + 1], Problem::TooLarge);
}

#[test]
fn word_files_of_any_depth_are_read() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(20_000) + PARAGRAPH;
    let check = |body: &str, line: &str| {
        let paper = open("cv.docx", &zip(&[("word/document.xml", &document(body))])).unwrap();
        let words = report::words(&paper.blocks, &paper.unseen);
        assert!(words.lines().any(|one| one == line), "{words}");
    };
    check(PARAGRAPH, "Jo Doe, baker");
    check(&deep, "Jo Doe, baker");
    check(
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C &amp; D</w:t></w:r></w:p>",
        "A  B",
    );
    check("<w:p><w:r><w:t>C &amp; &#233;</w:t></w:r></w:p>", "C & é");
    check(
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t>\
         </mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "new",
    );
}

/// A PDF of these objects, numbered from 1.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).into_bytes());
    }
    let table = out.len();
    let size = places.len() + 1;
    out.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let trailer = format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
    out.extend(trailer.into_bytes());
    out
}

fn stream(dict: &str, content: &str) -> String {
    format!(
        "<<{dict}/Length {}>>stream\n{content}\nendstream",
        content.len()
    )
}

/// A PDF of `pages` pages, each with one line.
fn long_pdf(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages)
        .map(|page| format!("{} 0 R", 4 + page * 2))
        .collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>"),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    for page in 0..pages {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            5 + page * 2
        ));
        let text = format!("BT /F 12 Tf 20 200 Td (Page {page} of the work of Jo Doe) Tj ET");
        objects.push(stream("", &text));
    }
    pdf(&objects)
}

/// A page whose drawing draws another ten times, that one another ten times, twelve deep.
fn branching_pdf() -> Vec<u8> {
    const DEPTH: usize = 12;
    let resources = |next: usize| format!("/Resources<</XObject<</A {next} 0 R>>>>");
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R{}>>",
            resources(5)
        ),
        stream("", "/A Do"),
    ];
    for level in 0..DEPTH {
        let dict = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 300 300]{}",
            resources(6 + level)
        );
        objects.push(stream(&dict, &"/A Do ".repeat(10)));
    }
    objects.push(stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]",
        "0 0 9 9 re f",
    ));
    pdf(&objects)
}

#[test]
fn of_five_hundred_pages_the_first_are_read_and_the_rest_is_told() {
    let paper = open("work.pdf", &long_pdf(500)).unwrap();
    assert_eq!(paper.pages.len(), 50);
    assert_eq!(paper.gaps, [Gap::Pages]);
    assert_eq!(paper.blocks.len(), 50);
    assert_eq!(paper.blocks[0].text, "Page 0 of the work of Jo Doe");
    assert_eq!(open("work.pdf", &long_pdf(3)).unwrap().gaps, []);
}

/// Letters of a PDF may stand for characters without width, as its own table says.
#[test]
fn zero_width_characters_of_a_pdf_are_told() {
    let table = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange \
                 3 beginbfchar <41> <0041> <42> <0042> <5A> <200B> endbfchar endcmap";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>".to_owned(),
        stream("", "BT /F 12 Tf 20 200 Td (ABZAB) Tj ET"),
        stream("", table),
    ];
    let paper = open("cv.pdf", &pdf(&objects)).unwrap();
    assert_eq!(paper.blocks[0].text, "ABAB");
    let told: Vec<(How, &str)> = paper.unseen.iter().map(|u| (u.how, &*u.text)).collect();
    assert_eq!(told, [(How::ZeroWidth, "ABAB")]);
}
