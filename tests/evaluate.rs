//! `touchstone evaluate` on small corpora of invented people, through the built program.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SMALL: &str = "tests/data/evaluate/small.jsonl";

fn evaluate(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_touchstone"))
        .args(["evaluate", "--today", "2026-11-24"])
        .args(arguments)
        .output()
        .unwrap()
}

/// What it prints; it must succeed.
fn printed(arguments: &[&str]) -> String {
    let output = evaluate(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A file of this test, away from those of others.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("evaluate-{name}"))
}

fn packed(name: &str, bytes: &[u8]) -> PathBuf {
    let path = scratch(name);
    let file = fs::File::create(&path).unwrap();
    let mut pack = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    pack.write_all(bytes).unwrap();
    pack.finish().unwrap();
    path
}

fn items(corpus: &str, name: &str) -> Vec<Value> {
    let path = scratch(name);
    printed(&["--items", path.to_str().unwrap(), corpus]);
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn it_prints_every_table() {
    let text = printed(&[SMALL]);
    let check = |expect: &str| assert!(text.contains(expect), "{expect} is not in\n{text}");
    check("as of 2026-11-24");
    check("80 characters or more: 2 documented, 5 ordinary");
    check("Separation by points");
    check("positive telegram-pitch");
    check("Items of fewer than 80 characters");
    check("at worth checking or above, by language");
    check("at worth checking or above, by country");
    check("groups of 150 or more: fewer than two such groups");
    check("Ordinary items with blockchain words");
    check("contact/handle-praise-digits");
    assert!(!text.contains("Known identifiers"), "{text}");
    assert!(!text.contains("superstar"), "it names an item:\n{text}");
}

#[test]
fn every_pair_of_kinds_has_its_row() {
    let text = printed(&[SMALL]);
    let text = text.split_once("Separation").unwrap().1;
    let row = |name: &str| {
        let found = text
            .lines()
            .find(|line| line.trim_start().starts_with(name));
        found.unwrap_or_else(|| panic!("no row {name}")).to_owned()
    };
    assert!(row("readme  ").contains("1.000 (1.000\u{2013}1.000)"));
    assert!(row("readme, hard").contains("2 of 2"));
    assert!(row("pitch/job-post").contains("0.500"));
}

#[test]
fn items_are_written_one_a_line() {
    let found = items(SMALL, "items.jsonl");
    let lines = fs::read_to_string(SMALL).unwrap().lines().count();
    assert_eq!(found.len(), lines);
    for item in &found {
        let keys: Vec<&str> = item
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            keys,
            ["bits", "group", "hits", "id", "kind", "label", "level"]
        );
    }
    let of = |id: &str| found.iter().find(|item| item["id"] == id).unwrap();
    let hits = |id: &str| of(id)["hits"].to_string();
    assert!(
        hits("d1-new").contains("contact/email-praise-digits"),
        "{}",
        hits("d1-new")
    );
    assert!(hits("d1-new").contains("identity/readme-points-to-other-account"));
    assert!(
        hits("o0").contains("person/learner-wording"),
        "{}",
        hits("o0")
    );
    assert_eq!(of("d1-old")["level"], "not-enough");
    assert_eq!(of("o0")["level"], "nothing-stood-out");
}

#[test]
fn bad_lines_are_counted_and_the_rest_is_done() {
    let output = evaluate(&["tests/data/evaluate/bad-lines.jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    let expect = "\
touchstone: line 2: not a JSON object, left out
touchstone: line 4: not a JSON object, left out
touchstone: line 5: its label is neither positive nor negative, left out
touchstone: line 6: its kind is not known, left out
touchstone: line 7: it has no id, left out
touchstone: line 8: an earlier line has its id, left out
";
    assert_eq!(said, expect);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("6 lines could not be read"), "{text}");
}

#[test]
fn gzip_and_plain_give_the_same() {
    let bytes = fs::read(SMALL).unwrap();
    let path = packed("small.jsonl.gz", &bytes);
    assert_eq!(printed(&[path.to_str().unwrap()]), printed(&[SMALL]));
    // The name tells nothing, the first bytes do.
    let path = packed("small.jsonl", &bytes);
    assert_eq!(printed(&[path.to_str().unwrap()]), printed(&[SMALL]));
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    assert_eq!(printed(&[SMALL]), printed(&[SMALL]));
    assert_eq!(
        printed(&["--measure", SMALL]),
        printed(&["--measure", SMALL])
    );
    assert_eq!(items(SMALL, "once.jsonl"), items(SMALL, "again.jsonl"));
}

#[test]
fn measure_sets_the_counts_beside_the_files() {
    let text = printed(&["--measure", SMALL]);
    let row = text
        .lines()
        .find(|line| line.contains("identity/readme-points-to-other-account"));
    let row = row.unwrap_or_else(|| panic!("no row in\n{text}"));
    assert!(row.contains("2/2") && row.contains("0/5"), "{row}");
    assert!(text.contains("Never fired in a comparison: "), "{text}");
}

#[test]
fn leaving_identifiers_out_is_said() {
    let text = printed(&["--without-known-identifiers", SMALL]);
    assert!(text.contains("Without known identifiers"), "{text}");
}

#[test]
fn a_file_that_is_no_corpus_is_refused() {
    let cut = scratch("cut.jsonl.gz");
    fs::write(&cut, [0x1f, 0x8b, 8, 0]).unwrap();
    let empty = scratch("empty.jsonl");
    fs::write(&empty, "").unwrap();
    let check = |arguments: &[&str], reason: &str| {
        let output = evaluate(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(reason), "{said}");
    };
    check(&["tests/data/evaluate/none.jsonl"], "No such file");
    check(&["Cargo.toml"], "no item of a corpus could be read");
    check(
        &[empty.to_str().unwrap()],
        "no item of a corpus could be read",
    );
    check(&[cut.to_str().unwrap()], "evaluate-cut.jsonl.gz");
    check(&[], "no file given");
    check(&[SMALL, SMALL], "evaluate takes one file");
    check(
        &["--items", "/nowhere/items.jsonl", SMALL],
        "/nowhere/items.jsonl",
    );
}

#[test]
fn rates_are_written_as_the_list_bakes_them_and_what_changed_is_said() {
    let out = scratch("rates.tsv");
    let said = printed(&[
        SMALL,
        "--today",
        "2026-11-24",
        "--rates",
        out.to_str().unwrap(),
    ]);
    assert!(said.contains("changed since the list was made"), "{said}");
    // The small corpus is not the one that the list was measured on.
    assert!(said.contains(" → "), "{said}");
    let table = std::fs::read_to_string(&out).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|row| !row.starts_with('#'))
        .map(|row| row.split('\t').collect())
        .collect();
    assert!(!rows.is_empty());
    for row in rows {
        assert!(
            ["readme", "github-profile", "resume"].contains(&row[0]),
            "{row:?}"
        );
        let number = |at: usize| row[at].parse::<u32>().unwrap();
        assert!(number(2) <= number(3) && number(3) > 0, "{row:?}");
    }
}
