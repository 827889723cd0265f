//! The promises of the page at www as tests: its policy, its scripts, its words, its sources.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Files directly in a folder of the repository with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut found: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no {ending} in {folder}");
    found
}

fn is(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|found| found == name)
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    let rest = text.split(from).skip(1);
    rest.filter_map(move |rest| rest.split(to).next())
}

#[test]
fn the_policy_is_the_extensions_but_for_its_own_files() {
    let manifest: serde_json::Value =
        serde_json::from_str(&text("extension/manifest.json")).unwrap();
    let extension = manifest["content_security_policy"]["extension_pages"]
        .as_str()
        .unwrap()
        .to_owned();
    let expect = extension.replace(
        "connect-src 'none'",
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'",
    );
    assert_ne!(expect, extension);
    let readme = text("www/README.md");
    assert!(
        readme.contains(&format!("Content-Security-Policy: {expect}\n")),
        "the header in www/README.md"
    );
    let page = text("www/index.html");
    let said = between(&page, "Content-Security-Policy\" content=\"", "\"").next();
    let without_frames = expect.replace("; frame-ancestors 'none'", "");
    assert_eq!(said, Some(&*without_frames));
}

#[test]
fn pages_that_only_say_something_run_nothing() {
    for page in ["www/briefing.html", "www/fr/briefing.html"] {
        let page = text(page);
        assert!(page.contains("content=\"default-src 'none'; img-src 'self'; style-src 'self'\""));
        assert!(!page.contains("<script") && !page.contains(" style="));
    }
}

#[test]
fn scripts_ask_for_nothing_but_the_listed_files() {
    const NEVER: &[&str] = &[
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "importScripts",
        "RTCPeerConnection",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "setInterval",
        ".click()",
        "import(",
        "http://",
        "https://",
    ];
    for path in files("www", "js") {
        let script = fs::read_to_string(&path).unwrap();
        // The service worker keeps the files of the site, which it has to ask for.
        let keeps = is(&path, "sw.js");
        for word in NEVER.iter().filter(|word| !(keeps && **word == "fetch(")) {
            assert!(!script.contains(word), "{}: {word}", path.display());
        }
        assert!(script.lines().count() < 400, "{}", path.display());
    }
}

/// The build of www takes them by line, and a part of the page without words would stay empty.
#[test]
fn the_words_of_the_page_are_those_of_the_languages() {
    let page = text("www/index.html");
    let english = text("src/lang/en/interface.toml");
    let table: toml::Table = english.parse().unwrap();
    let said: BTreeSet<&str> = table["www"]
        .as_table()
        .unwrap()
        .keys()
        .map(|key| &**key)
        .collect();
    let parts: BTreeSet<&str> = between(&page, "data-text=\"", "\"").collect();
    assert!(parts.is_subset(&said), "{:?}", parts.difference(&said));
    let scripts = text("www/main.js");
    let named = |key: &&&str| scripts.contains(&format!("\"{key}\""));
    let unused: Vec<&&str> = said.difference(&parts).filter(|key| !named(key)).collect();
    assert!(unused.is_empty(), "{unused:?} are not used");
    for folder in fs::read_dir(root().join("src/lang")).unwrap().flatten() {
        let path = folder.path().join("interface.toml");
        let Ok(words) = fs::read_to_string(&path) else {
            continue;
        };
        let (_, table) = words.split_once("\n[www]\n").unwrap();
        for row in table.lines().take_while(|row| !row.starts_with('[')) {
            let plain = row.is_empty() || row.starts_with('#') || row.ends_with('"');
            assert!(
                plain && !row.contains("\"\"\""),
                "{}: {row}",
                path.display()
            );
        }
    }
}

#[test]
fn the_briefing_rests_on_texts_that_were_read() {
    // Laws are cited as what they are; everything else is in the list of sources, marked as read.
    const LAWS: &[&str] = &["law.cornell.edu", "eur-lex.europa.eu"];
    let sources: toml::Table = toml::from_str(&text("src/indicators/sources.toml")).unwrap();
    let read: BTreeSet<&str> = sources
        .values()
        .filter(|source| source["status"].as_str() == Some("read"))
        .filter_map(|source| source.get("url")?.as_str())
        .collect();
    let cited = |page: &str| -> BTreeSet<String> {
        between(page, "<li id=\"s", "\" rel=")
            .filter_map(|entry| entry.split("href=\"").nth(1))
            .map(str::to_owned)
            .collect()
    };
    let (en, fr) = (text("www/briefing.html"), text("www/fr/briefing.html"));
    assert!(cited(&en).len() >= 5);
    assert_eq!(cited(&en), cited(&fr), "both languages rest on the same");
    for url in cited(&en) {
        let law = LAWS.iter().any(|law| url.contains(law));
        assert!(law || read.contains(&*url), "{url} is not marked as read");
    }
    for page in [&en, &fr] {
        let numbers: BTreeSet<&str> = between(page, "<a href=\"#s", "\"").collect();
        assert_eq!(numbers.len(), cited(page).len(), "every source is used");
        let undated = between(page, "<li id=\"s", "</li>").filter(|entry| !entry.contains("20"));
        assert_eq!(undated.count(), 0, "every source has its date");
    }
}

#[test]
fn icons_are_the_sizes_that_the_manifest_says() {
    let manifest: serde_json::Value =
        serde_json::from_str(&text("www/manifest.webmanifest")).unwrap();
    let icons = manifest["icons"].as_array().unwrap();
    assert!(icons.iter().any(|icon| icon["sizes"] == "512x512"));
    for icon in icons {
        let path = icon["src"].as_str().unwrap();
        let bytes = fs::read(root().join("www").join(path)).unwrap();
        let pixels = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        let size = format!("{}x{}", pixels(16), pixels(20));
        assert_eq!(icon["sizes"], size, "{path}");
    }
}
