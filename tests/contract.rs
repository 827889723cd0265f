//! The promises and the repository's rules as tests: what ships, what it may do, how files look.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn manifest() -> Value {
    serde_json::from_str(&text("extension/manifest.json")).unwrap()
}

/// Files below `folder` with one of the endings.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|found| endings.iter().any(|ending| found == *ending))
            {
                out.push(path);
            }
        }
    }
    out.sort();
    assert!(!out.is_empty(), "no {endings:?} files below {folder}");
    out
}

/// Code without comments: a rule about code must not trip over an explanation.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        inside |= trimmed.starts_with("/*");
        if !inside && !trimmed.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        inside &= !trimmed.contains("*/");
    }
    out
}

#[test]
fn permissions_are_exactly_these() {
    let manifest = manifest();
    let mut permissions: Vec<&str> = manifest["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    permissions.sort_unstable();
    assert_eq!(
        permissions,
        [
            "activeTab",
            "contextMenus",
            "scripting",
            "sidePanel",
            "storage"
        ]
    );
    assert_eq!(manifest.get("host_permissions"), None);
    assert_eq!(manifest.get("optional_permissions"), None);
}

#[test]
fn pages_that_are_read_without_a_click_are_exactly_these() {
    let manifest = manifest();
    let scripts = manifest["content_scripts"].as_array().unwrap();
    assert_eq!(scripts.len(), 1);
    let expect = json!([
        "https://*.linkedin.com/in/*",
        "https://*.linkedin.com/pub/*",
        "https://github.com/*",
        "https://www.upwork.com/freelancers/*"
    ]);
    assert_eq!(scripts[0]["matches"], expect);
    assert_eq!(
        scripts[0]["exclude_matches"],
        json!(["https://github.com/*/*"])
    );
    assert_eq!(scripts[0].get("all_frames"), None);
    assert_eq!(scripts[0].get("world"), None);
}

#[test]
fn extension_pages_cannot_reach_the_network() {
    let policy = manifest()["content_security_policy"]["extension_pages"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        policy,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
}

#[test]
fn the_extension_leaves_no_footprint() {
    let manifest = manifest();
    for key in [
        "web_accessible_resources",
        "externally_connectable",
        "host_permissions",
        "update_url",
        "devtools_page",
    ] {
        assert_eq!(manifest.get(key), None, "{key}");
    }
    assert_eq!(
        manifest["browser_specific_settings"]["gecko"]["data_collection_permissions"],
        json!({"required": ["none"]})
    );
}

#[test]
fn shipped_scripts_call_no_network_and_write_no_markup() {
    const NEVER: &[&str] = &[
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "importScripts",
        "RTCPeerConnection",
        "innerHTML",
        "outerHTML =",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "setInterval",
        ".scrollTo",
        ".scrollIntoView",
        ".click()",
        "import(",
        "web_accessible",
        "http://",
    ];
    for path in files("extension", &["js", "html"]) {
        // The name of a vocabulary is no address that anything is asked from.
        let mut code = code(&path).replace("http://www.w3.org/2000/svg", "");
        if path.ends_with("capture.js") {
            // The one way to scroll: to the words that the user asked to see.
            let show = "first.node.parentElement?.scrollIntoView(";
            let asked = "if (message.kind === \"show\") reply(message.url === token().url && showWords(message.words));";
            assert_eq!(
                code.matches("showWords(").count(),
                2,
                "declared, and asked for once"
            );
            assert!(code.contains(asked));
            code = code.replacen(show, "", 1);
        }
        for word in NEVER {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn page_scripts_carry_no_extension_address() {
    for name in ["capture.js", "badge.js", "settings.js"] {
        let code = code(&root().join("extension").join(name));
        for word in ["getURL", "chrome-extension", "moz-extension", "runtime.id"] {
            assert!(!code.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn extension_pages_load_their_own_files_only() {
    for path in files("extension", &["html", "css"]) {
        let text = fs::read_to_string(&path).unwrap();
        for word in [
            "https://", "http://", "//cdn", "style=", "onclick", "@import",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn the_screen_never_accuses_and_never_names_a_country() {
    const NEVER: &[&str] = &[
        "fraudster",
        "fake",
        "suspicious",
        "risk score",
        "red flag",
        "north korea",
        "dprk",
        "scammer",
        "fraudeur",
        "fraude",
        "suspect",
        "corée",
        "faux profil",
        "criminal",
        "criminel",
    ];
    let mut paths = files("extension", &["html", "js", "json"]);
    paths.extend(files("src/lang", &["toml"]));
    for path in paths {
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        for word in NEVER {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn locales_have_the_same_messages() {
    let keys = |code: &str| {
        let messages: Value =
            serde_json::from_str(&text(&format!("extension/_locales/{code}/messages.json")))
                .unwrap();
        messages
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(keys("en"), keys("fr"));
}

#[test]
fn files_stay_small() {
    let mut counts = Vec::new();
    for path in files("src", &["rs"])
        .into_iter()
        .chain(files("extension", &["js", "css"]))
    {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 600, "{} has {lines} lines", path.display());
        counts.push(lines);
    }
    counts.sort_unstable();
    let median = counts[counts.len() / 2];
    assert!(median <= 150, "the median file has {median} lines");
}

#[test]
fn the_library_reads_no_clock_and_no_file() {
    const NEVER: &[&str] = &[
        "SystemTime",
        "Instant::now",
        "std::fs",
        "std::net",
        "std::env::",
        "thread_rng",
        "js_sys::Date",
        "Date::now",
    ];
    for path in files("src", &["rs"])
        .into_iter()
        .filter(|path| !path.starts_with(root().join("src/bin")))
    {
        let code = code(&path);
        let shipped = code.split("#[cfg(test)]").next().unwrap_or_default();
        for word in NEVER {
            assert!(!shipped.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn modules_say_what_they_are_for() {
    for path in files("src", &["rs"]) {
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with("//! "),
            "{} opens without //!",
            path.display()
        );
    }
}

#[test]
fn only_the_report_reveals_what_is_sensitive() {
    for path in files("src", &["rs"])
        .into_iter()
        .filter(|path| !path.starts_with(root().join("src/report")))
    {
        let code = code(&path);
        assert!(!code.contains("Reveal("), "{}", path.display());
        let indicator = path.starts_with(root().join("src/indicators"));
        assert!(
            !(indicator && code.contains(".reveal(")),
            "{}",
            path.display()
        );
    }
}
