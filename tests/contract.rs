//! The promises and the repository's rules as tests: what ships, what it may do, how files look.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use serde_json::{Value, json};
use std::collections::BTreeSet;
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

/// Both entries are made once, and what is selected is read through its own click alone: a
/// function without arguments in the frame of the click.
#[test]
fn the_menu_has_an_entry_for_the_page_and_one_for_a_selection() {
    let worker = code(&root().join("extension/background.js"));
    let check = |id: &str, name: &str, words: &str, contexts: &str| {
        assert!(
            worker.contains(&format!("const {id} = \"{name}\";")),
            "{name}"
        );
        let entry = format!("make({{ id: {id}, title: t(\"{words}\"), contexts: [{contexts}] }});");
        assert_eq!(worker.matches(&entry).count(), 1, "{entry}");
        for lang in languages() {
            let title = messages(&lang)[words]["message"].to_string();
            assert!(title.len() > 10, "{lang}: {words}");
        }
    };
    let page = "\"page\", \"selection\", \"link\"";
    check("ADD", "add-to-candidate", "menuAdd", page);
    check(
        "SELECTION",
        "selection-to-candidate",
        "menuSelection",
        "\"selection\"",
    );
    assert_eq!(worker.matches("contextMenus.create").count(), 1);
    assert_eq!(worker.matches("func:").count(), 1);
    assert!(worker.contains("func: () => String(getSelection())"));
}

/// Asked for one by one, from a click in the settings. A new platform is a new line here.
#[test]
fn permissions_that_may_be_asked_for_are_exactly_these() {
    let expect = json!([
        "https://gitlab.com/*",
        "https://stackoverflow.com/*",
        "https://dev.to/*",
        "https://huggingface.co/*",
        "https://wellfound.com/*",
        "https://www.xing.com/*",
        "https://www.malt.com/*",
        "https://www.malt.fr/*",
        "https://www.malt.de/*",
        "https://www.malt.es/*",
        "https://www.freelancer.com/*",
        "https://www.fiverr.com/*",
        "https://www.toptal.com/*",
        "https://resumes.indeed.com/*",
        "https://employers.indeed.com/*",
        "https://www.linkedin.com/*",
        "https://app.greenhouse.io/*",
        "https://hire.lever.co/*",
        "https://app.ashbyhq.com/*",
        "https://*.workable.com/*",
        "https://www.smartrecruiters.com/*",
        "https://jobs.smartrecruiters.com/*",
        "https://app.teamtailor.com/*",
        "https://*.bamboohr.com/*",
        "https://app.recruitee.com/*"
    ]);
    assert_eq!(manifest()["optional_host_permissions"], expect);
}

/// The rows of the extension's table: kind, id, name, hosts, paths, reserved words.
fn table() -> Vec<Vec<String>> {
    let text = text("extension/platforms.js");
    let rows = text.lines().map(str::trim_start);
    let rows = rows.filter_map(|row| row.strip_prefix('[')?.strip_suffix("],"));
    rows.map(|row| {
        let row: Vec<String> = serde_json::from_str(&format!("[{row}]")).unwrap();
        assert!((5..=6).contains(&row.len()), "{row:?}");
        row
    })
    .collect()
}

/// The reader's own table stands in one file, so a row that one of the two lacks is seen here
/// and what a row says is compared by tests/addresses.rs.
#[test]
fn the_reader_and_the_extension_have_the_same_rows() {
    let reader = text("src/readers/platforms.rs");
    let rows = table();
    assert_eq!(rows.len(), 23);
    let mut known = 0;
    for row in rows.iter().filter(|row| row[0] != "built-in") {
        let list = |cell: &str| {
            let quoted: Vec<String> = cell.split(' ').map(|one| format!("\"{one}\"")).collect();
            format!("&[{}]", quoted.join(", "))
        };
        let (kind, hosts) = (row[0].trim_end_matches('s'), list(&row[3]));
        let begins = format!("    {kind}(Platform::");
        let rest = format!(", {hosts}, {})", list(&row[4]));
        let found = reader
            .lines()
            .filter(|line| line.starts_with(&begins) && line.contains(&rest));
        assert_eq!(found.count(), 1, "{}: {begins}…{rest}", row[1]);
        known += 1;
    }
    let mine = |line: &&str| line.contains("(Platform::") && line.starts_with("    ");
    assert_eq!(reader.lines().filter(mine).count(), known);
}

/// A reserved word that one of the two lacks would be a person there.
#[test]
fn the_reader_and_the_extension_reserve_the_same_words() {
    let lists = [
        ("github", "src/readers/github.rs", "RESERVED"),
        ("gitlab", "src/readers/gitlab.rs", "RESERVED"),
        ("dev-to", "src/readers/platforms.rs", "DEV_TO"),
        ("hugging-face", "src/readers/platforms.rs", "HUGGING_FACE"),
        ("fiverr", "src/readers/platforms.rs", "FIVERR"),
    ];
    let rows = table();
    let reserving = rows.iter().filter(|row| row.len() == 6).count();
    assert_eq!(reserving, lists.len());
    for (id, path, constant) in lists {
        let row = rows.iter().find(|row| row[1] == id).unwrap();
        let source = text(path);
        let (_, list) = source
            .split_once(&format!("const {constant}: &[&str] = &["))
            .unwrap();
        let (list, _) = list.split_once("];").unwrap();
        let reader: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        let extension: Vec<&str> = row[5].split(' ').collect();
        assert_eq!(reader, extension, "{id}");
    }
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
    assert_eq!(
        scripts[0]["js"],
        json!(["platforms.js", "settings.js", "badge.js", "capture.js"])
    );
    let worker = text("extension/background.js");
    let same = r#"const PAGE_SCRIPTS = ["platforms.js", "settings.js", "badge.js", "capture.js"];"#;
    assert!(worker.contains(same), "the worker registers other scripts");
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
        if path.ends_with("panel.js") {
            // Modules of the extension itself, which come after the first painting.
            for module in ["./candidate.js", "./papers.js"] {
                code = code.replacen(&format!("import(\"{module}\")"), "", 1);
            }
        }
        if path.ends_with("first.js") {
            // The panel itself, which the document would ask for too early.
            code = code.replacen("import(\"./panel.js\")", "", 1);
        }
        if path.ends_with("papers.js") {
            // The one click: on the link to a file that the user asked for.
            assert!(code.contains("link.download = name;"));
            code = code.replacen("link.click();", "", 1);
        }
        for word in NEVER {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
    }
}

/// The policy of the extension's pages refuses most requests; these go past it, and past the
/// policy of a page for what a content script puts there.
#[test]
fn shipped_scripts_take_no_way_out_that_a_policy_leaves_open() {
    const NEVER: &[&str] = &[
        "WebTransport",
        "preconnect",
        "prefetch",
        "prerender",
        "speculationrules",
        "new Image",
        "SharedWorker",
        "window.open",
        "location.assign",
        "location.replace",
        "location.href =",
        "location =",
        ".src =",
        ".srcset",
        ".action =",
        "@import",
        "url(",
        "chrome.downloads",
        "chrome.cookies",
        "connectNative",
        "sendNativeMessage",
        "onMessageExternal",
        "onConnectExternal",
    ];
    // What an element is made by: links to a file, the badge's host and parts, all without a source.
    let made = [
        "createElement(\"a\")",
        "createElement(\"div\")",
        "createElement(name)",
    ];
    let mut tabs = Vec::new();
    for path in files("extension", &["js", "html", "css"]) {
        let code = code(&path);
        for word in NEVER {
            assert!(!code.contains(word), "{}: {word}", path.display());
        }
        let known: usize = made.iter().map(|one| code.matches(one).count()).sum();
        // The modules of the panel, asked for together by names that stand there.
        let preload = "createElement(\"link\"), { rel: \"modulepreload\", href: `${name}.js` }";
        let links = usize::from(path.ends_with("first.js"));
        assert_eq!(code.matches(preload).count(), links, "{}", path.display());
        let all = code.matches("createElement(").count();
        assert_eq!(all, known + links, "{}: another element", path.display());
        let opened = code.split("tabs.create(").skip(1);
        tabs.extend(
            opened.filter_map(|rest| rest.split([' ', '#', '?']).nth(2).map(str::to_owned)),
        );
        assert!(!code.contains("windows.create("), "{}", path.display());
    }
    // Tabs are opened on pages of the extension alone.
    assert_eq!(tabs, ["\"options.html", "`panel.html"]);
}

#[test]
fn page_scripts_carry_no_extension_address() {
    for name in ["capture.js", "badge.js", "settings.js", "platforms.js"] {
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

/// The languages of the interface: a folder each.
fn languages() -> Vec<String> {
    let folders = fs::read_dir(root().join("src/lang")).unwrap().flatten();
    let folders = folders.filter(|entry| entry.path().is_dir());
    folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect()
}

fn messages(code: &str) -> serde_json::Map<String, Value> {
    let path = format!("extension/_locales/{code}/messages.json");
    serde_json::from_str(&text(&path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What the browser fills in: `$1`, `$NAME$`.
fn substitutions(message: &str) -> BTreeSet<&str> {
    let pieces = message.split('$').skip(1);
    pieces
        .map(|piece| piece.split(|letter: char| !letter.is_ascii_alphanumeric()))
        .filter_map(|mut piece| piece.next().filter(|name| !name.is_empty()))
        .collect()
}

#[test]
fn every_language_of_the_interface_has_all_messages_and_no_other_is_there() {
    let spoken = BTreeSet::from_iter(languages());
    assert!(spoken.len() >= 2);
    let folders = fs::read_dir(root().join("extension/_locales")).unwrap();
    let folders = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(folders.collect::<BTreeSet<_>>(), spoken);
    let english = messages("en");
    for code in &spoken {
        let mine = messages(code);
        assert!(mine.keys().eq(english.keys()), "{code}: other messages");
        for (key, entry) in &mine {
            let said = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
            let (words, model) = (said(entry), said(&english[key]));
            assert!(!words.trim().is_empty(), "{code}: {key}");
            let same = substitutions(&words) == substitutions(&model);
            assert!(same, "{code}: {key} has other places");
            assert_eq!(
                entry.get("placeholders"),
                english[key].get("placeholders"),
                "{code}: {key}"
            );
        }
        assert_eq!(mine["language"]["message"], json!(code), "{code}");
        // The store of Chromium takes no longer one.
        let description = mine["description"]["message"].as_str().unwrap();
        assert!(description.chars().count() <= 132, "{code}: description");
    }
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
