//! The built program on input that is no saved page, or a broken one: it says why in one sentence and ends with 2, or
//! reads what there is and ends with 0. It never panics.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PERSON: &str = "https://www.linkedin.com/in/someone-0000/";

/// A file of this test's own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn run(args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_touchstone");
    let output = Command::new(program).args(args).output().unwrap();
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!said.contains("panicked"), "{args:?}: {said}");
    output
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

/// Ends with 2, prints nothing, and says why in one line that holds `words`.
fn refuses(args: &[&str], words: &str) {
    let output = run(args);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
    assert!(output.stdout.is_empty(), "{args:?}");
    assert!(said.starts_with("touchstone: "), "{said}");
    assert!(said.contains(words), "{args:?}: {said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

/// Ends with 0 and prints a reading, as JSON and as text.
fn reads(path: &Path, url: &str) -> serde_json::Value {
    let path = path.to_str().unwrap();
    let output = run(&["read", "--json", "--url", url, path]);
    assert_eq!(output.status.code(), Some(0), "{path}: {}", said(&output));
    let text = run(&["read", "--url", url, path]);
    assert_eq!(text.status.code(), Some(0), "{path}: {}", said(&text));
    assert!(text.stdout.starts_with(b"page: "), "{path}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn read_refuses(name: &str, bytes: &[u8], words: &str) {
    let path = file(name, bytes);
    let path = path.to_str().unwrap();
    refuses(&["read", "--url", PERSON, path], words);
    refuses(&["read", "--json", "--url", PERSON, path], words);
    refuses(&["assess", "--url", PERSON, path], words);
}

#[test]
fn what_is_no_page_is_refused() {
    read_refuses("empty.html", b"", "no text");
    read_refuses("blank.html", b" \n\t\n ", "no text");
    read_refuses(
        "picture.html",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "kind of file",
    );
    read_refuses("zeros.html", &[0; 5000], "kind of file");
    read_refuses("wide.html", b"\xff\xfe<\0p\0>\0x\0", "no HTML");
    read_refuses("text.html", b"Jo Doe\nBaker\n2019 - 2021\n", "no HTML");
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    refuses(
        &["read", "--url", PERSON, "no-such-file.html"],
        "no-such-file.html",
    );
    refuses(
        &["assess", "--url", PERSON, "no-such-file.html"],
        "no-such-file.html",
    );
    refuses(&["read", "--url", PERSON, folder], folder);
}

#[test]
fn wrong_arguments_are_refused() {
    let page = file("arguments.html", b"<title>Jo</title><p>x</p>");
    let page = page.to_str().unwrap();
    for url in [
        "",
        "linkedin",
        "www.linkedin.com/in/jo",
        "ftp://a.example",
        "https://",
        "file:///etc",
    ] {
        refuses(&["read", "--url", url, page], "not a web address");
    }
    refuses(&["read", page], "address");
    refuses(&["read"], "file");
    refuses(&["read", page, page], "one file");
    refuses(&["assess", "--today", "2026-02-30", page], "2026-02-30");
    for number in ["1", "0", "-3", "many"] {
        refuses(&["assess", "--one-in", number, page], "from 2 on");
    }
    refuses(&["guess", page], "guess");
    refuses(&["read", "--colour", page], "colour");
    refuses(&["read", "--url"], "--url");
}

#[test]
fn half_a_page_is_read() {
    for case in support::cases() {
        let name = format!("half-{}.html", case.name.replace('/', "-"));
        let path = file(&name, &case.html.as_bytes()[..case.html.len() / 2]);
        let reading = reads(&path, &case.url);
        assert_eq!(reading["url"], case.url.as_str());
    }
}

#[test]
fn broken_utf8_is_read_and_named() {
    let page = b"<title>J\xf3 D\xffe | LinkedIn</title><main><h1>J\xf3 D\xffe</h1><p>Baker \x80\xc0</p></main>";
    let path = file("latin.html", page);
    let reading = reads(&path, PERSON);
    assert_eq!(reading["person"], true);
    let output = run(&["read", "--url", PERSON, path.to_str().unwrap()]);
    assert!(said(&output).contains("UTF-8"), "{}", said(&output));
    assert_eq!(said(&output).lines().count(), 1);
}

#[test]
fn a_deep_page_is_read() {
    let deep = "<div>".repeat(100_000);
    let page = format!("<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1>{deep}Baker");
    let reading = reads(&file("deep.html", page.as_bytes()), PERSON);
    assert_eq!(reading["profile"]["name"], "Jo Doe");
}

/// Larger than any page of a person; the program has to come to an end.
#[test]
fn a_huge_page_is_read() {
    let head = "<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1><p>Baker</p><p>Lyon, France</p>\
                <h2>Experience</h2><ul><li><p>Baker</p><p>Pain</p><p>2019 - 2021</p></li></ul><h2>Activity</h2>";
    let paragraph = format!("<p>{}</p>\n", "bread and butter ".repeat(3000));
    let mut page = head.to_owned();
    while page.len() < 50 << 20 {
        page.push_str(&paragraph);
    }
    let path = file("huge.html", page.as_bytes());
    let output = run(&["read", "--json", "--url", PERSON, path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reading["profile"]["positions"][0]["start"], "2019");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_page_larger_than_the_limit_is_cut() {
    let mut page =
        b"<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1><p>Baker</p><!--".to_vec();
    page.resize((64 << 20) + 100, b'x');
    let path = file("limit.html", &page);
    let output = run(&["read", "--json", "--url", PERSON, path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let reading: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reading["cut"], true);
    std::fs::remove_file(path).unwrap();
}
