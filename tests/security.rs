//! SECURITY.md names what is there: every file, every test, every command, and for each threat
//! what it can do, what holds, which tests show it and what remains.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use std::fs;
use std::path::{Path, PathBuf};

const THREATS: &[&str] = &[
    "A hostile candidate page",
    "A hostile file",
    "A hostile list",
    "A curious platform",
    "A compromised renderer",
    "The supply chain",
    "A lost laptop",
];

const PARTS: &[&str] = &["Can do", "What holds", "Shown by", "What remains"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between a heading and the next one of its depth.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let depth = heading.split(' ').next().unwrap();
    let (_, rest) = page
        .split_once(&format!("\n{heading}\n"))
        .unwrap_or_else(|| panic!("no {heading}"));
    rest.split(&format!("\n{depth} ")).next().unwrap()
}

/// What stands between two marks, as often as it does.
fn between(line: &str, open: char, close: char) -> Vec<&str> {
    let pieces = line.split(open).skip(1);
    if open == close {
        return pieces.step_by(2).collect();
    }
    pieces
        .filter_map(|piece| piece.split_once(close))
        .map(|(inner, _)| inner)
        .collect()
}

/// Whether a word in code is a path: of a folder, or with an ending that files here have.
fn is_path(word: &str) -> bool {
    let endings = ["rs", "js", "json", "toml", "tsv", "md", "lock"];
    let ending = Path::new(word)
        .extension()
        .and_then(|ending| ending.to_str());
    let plain = !word.contains(' ') && !word.starts_with("./build.sh");
    plain && (ending.is_some_and(|ending| endings.contains(&ending)) || word.contains('/'))
}

/// Whether a file has a test of this name, in the language that it is written in.
fn has_test(source: &str, path: &str, name: &str) -> bool {
    if path == "fuzz/README.md" {
        return root().join(format!("fuzz/targets/{name}.rs")).exists();
    }
    if Path::new(path).extension().is_some_and(|end| end == "rs") {
        return source.contains(&format!("#[test]\nfn {name}()"));
    }
    source.contains(&format!("test(\"{name}\""))
}

/// The tests that a line of "Shown by" names: the file, then functions in code or titles in quotes.
fn named(line: &str) -> (&str, Vec<&str>) {
    let code = between(line, '`', '`');
    let (path, functions) = code
        .split_first()
        .unwrap_or_else(|| panic!("no file: {line}"));
    let titles = between(line, '“', '”');
    (path, functions.iter().copied().chain(titles).collect())
}

/// The tests of a threat that are not in the file named.
fn missing(shown_by: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for line in shown_by.lines().filter(|line| line.starts_with("- ")) {
        let (path, tests) = named(line);
        let source = text(path);
        assert!(!tests.is_empty(), "no test: {line}");
        let absent = tests
            .into_iter()
            .filter(|name| !has_test(&source, path, name));
        missing.extend(absent.map(|name| format!("{path}: {name}")));
    }
    missing
}

#[test]
fn every_threat_has_its_four_parts_and_tests_that_are_there() {
    let page = text("SECURITY.md");
    let model = section(&page, "## Threat model");
    let headings: Vec<&str> = model
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .collect();
    assert_eq!(headings, THREATS);
    for threat in THREATS {
        let about = section(model, &format!("### {threat}"));
        let places: Vec<Option<usize>> = PARTS
            .iter()
            .map(|part| about.find(&format!("**{part}.**")))
            .collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{threat}: {places:?}"
        );
        let (_, rest) = about.split_once("**Shown by.**").unwrap();
        let (shown_by, _) = rest.split_once("**What remains.**").unwrap();
        assert!(shown_by.contains("\n- `tests/"), "{threat}: no test");
        assert_eq!(missing(shown_by), Vec::<String>::new(), "{threat}");
    }
}

#[test]
fn files_that_are_named_are_there() {
    let page = text("SECURITY.md");
    // What stands in a block of commands is no word in code.
    let words: String = page.split("```").step_by(2).collect();
    let paths: Vec<&str> = words
        .lines()
        .flat_map(|line| between(line, '`', '`'))
        .filter(|word| is_path(word))
        .collect();
    assert!(paths.len() > 40, "{} paths", paths.len());
    for path in paths {
        assert!(root().join(path).exists(), "{path}");
    }
}

#[test]
fn commands_that_are_named_are_there() {
    let page = text("SECURITY.md");
    let proofs = section(&page, "## Proofs you can run");
    let block = proofs.split("```").nth(1).unwrap();
    let (build, commands) = (
        text("build.sh"),
        block
            .lines()
            .map(|line| line.split('#').next().unwrap().trim()),
    );
    let commands: Vec<&str> = commands.filter(|command| !command.is_empty()).collect();
    assert!(commands.len() > 8, "{commands:?}");
    for command in commands {
        let words: Vec<&str> = command.split_whitespace().collect();
        match words[..] {
            ["./build.sh", name, ..] => {
                assert!(build.contains(&format!("\n  {name}) ")), "{command}");
            }
            ["cargo", "test", "--test", name] => assert!(
                root().join(format!("tests/{name}.rs")).exists(),
                "{command}"
            ),
            ["node", "--test", path] => assert!(root().join(path).exists(), "{command}"),
            _ => panic!("not understood: {command}"),
        }
    }
}

#[test]
fn what_is_not_there_is_seen() {
    let check = |line: &str, expect: usize| assert_eq!(missing(line).len(), expect, "{line}");
    check(
        "- `tests/contract.rs`: `the_extension_leaves_no_footprint`",
        0,
    );
    check("- `tests/contract.rs`: `the_extension_leaves_no_foot`", 1);
    // A helper is no test.
    check("- `tests/contract.rs`: `manifest`, `root`", 2);
    check(
        "- `tests/browser/extension.test.js`: “hostile strings are text”, “hostile strings”",
        1,
    );
    assert!(
        is_path("src/html")
            && is_path("deny.toml")
            && !is_path("known: false")
            && !is_path("./build.sh sbom")
    );
}
