//! docs/stream.md: its example comes out as it says, and its commands count right.
//!
//! `TOUCHSTONE_BLESS=1 cargo test --test stream_page` writes the output of the example anew and
//! fails, so that the change is looked at. The commands need jq, which `./build.sh test` installs;
//! without it they are not run.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

#[path = "support/stream.rs"]
#[allow(dead_code)]
mod support;

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use support::{read, rows, scratch, stream};

const DOC: &str = "docs/stream.md";

/// The blocks of a language on the page.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    let parts = page.split(fence.as_str()).skip(1);
    parts
        .map(|part| part.split("```").next().unwrap())
        .collect()
}

/// Lines without the version of the list, which changes with every line of it.
fn without_version(lines: &str) -> Vec<Value> {
    let mut rows = rows(lines.as_bytes());
    for row in &mut rows {
        row.as_object_mut().unwrap().remove("rules_version");
    }
    rows
}

#[test]
fn the_example_of_the_page_comes_out_as_it_says() {
    let page = read(DOC);
    let [input, expect] = blocks(&page, "jsonl")[..] else {
        panic!("{DOC} has not two examples");
    };
    let output = stream(&[], input.as_bytes());
    let found = String::from_utf8(output.stdout).unwrap();
    if without_version(&found) == without_version(expect) {
        return;
    }
    if std::env::var_os("TOUCHSTONE_BLESS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOC);
        fs::write(path, page.replace(expect, &found)).unwrap();
    }
    panic!("{DOC} says\n{expect}and it is\n{found}");
}

/// Runs a command of the page in a folder with these two files.
fn run(name: &str, command: &str, files: &[(&str, String)]) -> Option<String> {
    let folder = scratch(name);
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    Command::new("jq").arg("--version").output().ok()?;
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.is_empty(),
        "{command}\n{said}"
    );
    Some(String::from_utf8(output.stdout).unwrap())
}

/// The commands of the page on counts that are known: of 12 lines 2 are bad, 1 has too little, and
/// 5 of the other 9 are at worth checking or above.
#[test]
fn the_commands_of_the_page_count_right() {
    let levels = [
        "not-enough",
        "worth-checking",
        "nothing-stood-out",
        "verify-first",
        "",
    ];
    let counts = [1, 3, 4, 2, 2];
    let mut measured = String::new();
    let mut candidates = String::new();
    for (level, count) in levels.into_iter().zip(counts) {
        for number in 0..count {
            measured += &match level {
                "" => json!({"error": "an empty line"}),
                "worth-checking" => json!({"level": level, "hits": [{"id": "a/b"}], "for_the_person": [{"id": "c/d"}]}),
                _ => json!({"level": level, "hits": [{"id": "a/b"}], "for_the_person": []}),
            }
            .to_string();
            measured.push('\n');
            candidates += if number == 0 {
                "{\"language\": \"fr\"}\n"
            } else {
                "{}\n"
            };
        }
    }
    let files = [
        ("measured.jsonl", measured),
        ("candidates.jsonl", candidates),
    ];
    let page = read(DOC);
    let commands = blocks(&page, "sh");
    let expect = [
        "not-enough 1\nworth-checking 3\nnothing-stood-out 4\nverify-first 2\nerror 2\n",
        // The bounds are those of the tests of `touchstone evaluate` for 5 of 10.
        "flagged, of all 5 of 10: 50 % (23.66 to 76.34 %)\n\
         flagged, of those read 5 of 9: 55.56 % (26.67 to 81.12 %)\n\
         verify first, of all 2 of 10: 20 % (5.67 to 50.98 %)\n",
        "10 a/b\n3 c/d\n",
        "1 fr\terror\n1 fr\tnot-enough\n1 fr\tnothing-stood-out\n1 fr\tverify-first\n1 fr\tworth-checking\n\
         1 unknown\terror\n3 unknown\tnothing-stood-out\n1 unknown\tverify-first\n2 unknown\tworth-checking\n",
    ];
    assert_eq!(commands.len(), expect.len());
    for (command, expect) in commands.into_iter().zip(expect) {
        let Some(found) = run("commands", command, &files) else {
            println!("jq is not here: the commands were not run");
            return;
        };
        let trimmed: Vec<&str> = found.lines().map(str::trim_start).collect();
        assert_eq!(trimmed.join("\n") + "\n", expect, "{command}");
    }
}
