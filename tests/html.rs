//! Proves the trees of `touchstone::html` equal to those of html5ever: on real pages when they are there, on
//! generated trees and tag soup, and on hand cases; and that hostile pages cost no more than their size.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot say what it expects should stop; clippy.toml covers test functions only"
)]

#[path = "html/cases.rs"]
mod cases;
#[path = "html/dump.rs"]
mod dump;
#[path = "html/generate.rs"]
mod generate;
#[path = "html/hostile.rs"]
mod hostile;

use std::path::{Path, PathBuf};

use dump::{first_difference, ours, theirs};
use generate::Random;
use touchstone::html::parse;

/// Where the real pages lie that must not be committed.
fn shared() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("TOUCHSTONE_SHARED").map_or_else(beside, PathBuf::from)
}

fn pages(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "html") {
            found.push(path);
        }
    }
}

/// Names the page and the place of a difference, never what stands there: the pages name real people.
#[test]
fn real_pages_equal() {
    let mut found = Vec::new();
    pages(&shared().join("pages/html"), &mut found);
    if found.is_empty() {
        println!("shared pages absent: not compared");
        return;
    }
    let mut different = 0;
    for path in &found {
        let name = path.file_name().unwrap_or_default().display();
        let bytes = std::fs::read(path).unwrap();
        let page = String::from_utf8_lossy(&bytes);
        if let Some(at) = first_difference(&ours(&parse(&page)), &theirs(&page)) {
            println!("{name}: differs at line {} near <{}>", at.line, at.tag);
            different += 1;
        }
        assert!(parse(&page).truncated().is_none(), "{name} truncated");
    }
    println!("{} pages compared", found.len());
    assert_eq!(different, 0, "pages read otherwise than by html5ever");
}

/// The trees of both parsers must be the same.
fn compare(page: &str) {
    let (mine, other) = (ours(&parse(page)), theirs(page));
    assert_eq!(mine, other, "\npage: {page}");
}

#[test]
fn serialised_trees_equal() {
    let mut random = Random::new(0x5eed_0001);
    for _ in 0..20_000 {
        compare(&generate::serialised(&mut random));
    }
}

#[test]
fn tag_soup_equal() {
    let mut random = Random::new(0x5eed_0002);
    for _ in 0..25_000 {
        compare(&generate::soup(&mut random));
    }
}

#[test]
fn every_entity_equal() {
    let table = include_str!("../src/html/entities.txt");
    let names = table.lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for name in names.map(|line| line.split([' ', ':']).next().unwrap()) {
        let page =
            format!("<p t='&{name};&{name}=&{name}x&{name}'>&{name};|&{name}|&{name}x|&{name}");
        compare(&page);
        count += 1;
    }
    assert_eq!(count, 2125, "names that end in a semicolon");
    for number in (0..0x200).chain([
        0xd7ff,
        0xd800,
        0xdfff,
        0xfffe,
        0xffff,
        0x0010_ffff,
        0x0011_0000,
    ]) {
        compare(&format!(
            "<p t='&#{number};'>&#{number};&#x{number:x};&#X{number:X}g"
        ));
    }
}
