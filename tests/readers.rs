//! The readings of the saved pages under `tests/pages` are right, and stay the same when a site
//! renames its classes, wraps and reorders its sections.
//!
//! `TOUCHSTONE_BLESS=1 cargo test --test readers` rewrites the expected readings and fails, so
//! that the differences are looked at before they are committed.

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

use serde_json::Value;
use std::fmt::Write as _;
use support::{Case, VIEWER, cases};
use touchstone::html::{Document, NodeId, parse};
use touchstone::readers::{Gate, read};
use touchstone::report::reading_json;

/// What the readers do not read right yet: the case, and the value in its expected reading,
/// which is the right one.
const KNOWN: &[(&str, &str)] = &[
    ("linkedin/mwlite", "/profile/positions/0/place"),
    ("linkedin/mwlite", "/profile/positions/0/text"),
];

fn reading(url: &str, html: &str) -> Value {
    reading_json(&read(url, html))
}

/// The places where two values differ, as JSON pointers; lists of another length differ whole.
fn differences(a: &Value, b: &Value, at: &str, out: &mut Vec<String>) {
    match (a, b) {
        (Value::Object(left), Value::Object(right)) => {
            let mut keys: Vec<&String> = left.keys().chain(right.keys()).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                differences(&a[key], &b[key], &format!("{at}/{key}"), out);
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (i, (left, right)) in left.iter().zip(right).enumerate() {
                differences(left, right, &format!("{at}/{i}"), out);
            }
        }
        _ if a == b => {}
        _ => out.push(at.to_owned()),
    }
}

fn known(case: &str) -> Vec<&'static str> {
    let mine = KNOWN.iter().filter(|(name, _)| *name == case);
    mine.map(|(_, at)| *at).collect()
}

#[test]
fn readings_are_right() {
    let mut problems = Vec::new();
    let bless = std::env::var_os("TOUCHSTONE_BLESS").is_some();
    for case in cases() {
        let mut got = reading(&case.url, &case.html);
        let known = known(&case.name);
        let text = std::fs::read_to_string(&case.expected).unwrap_or_default();
        let expected: Value = serde_json::from_str(&text).unwrap_or_default();
        if bless {
            for at in known {
                if let (Some(here), Some(right)) = (got.pointer_mut(at), expected.pointer(at)) {
                    *here = right.clone();
                }
            }
            std::fs::write(&case.expected, format!("{got:#}\n")).unwrap();
            continue;
        }
        let mut found = Vec::new();
        differences(&expected, &got, "", &mut found);
        for at in &found {
            if !known.contains(&at.as_str()) {
                let (right, read) = (expected.pointer(at), got.pointer(at));
                problems.push(format!(
                    "{} {at}:\n  expected {right:?}\n  read     {read:?}",
                    case.name
                ));
            }
        }
        for at in known {
            if !found.iter().any(|found| found == at) {
                problems.push(format!(
                    "{} {at}: read right now, take it off KNOWN",
                    case.name
                ));
            }
        }
    }
    assert!(
        !bless,
        "rewritten: look at the differences before committing"
    );
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn known_faults_name_cases() {
    let cases = cases();
    for (name, _) in KNOWN {
        assert!(cases.iter().any(|case| case.name == *name), "{name}");
    }
}

/// The signed-in viewer stands in menus, dialogs, scripts and state blocks of the pages.
#[test]
fn the_viewer_is_never_read() {
    let mut present = 0;
    for case in cases() {
        present += usize::from(case.html.contains(VIEWER[1]));
        let got = reading(&case.url, &case.html).to_string();
        for word in VIEWER {
            assert!(!got.contains(word), "{}: {word}", case.name);
        }
    }
    assert!(present >= 12, "only {present} pages show a viewer");
}

/// Other people's marks stand in side lists and in what the candidate shared.
#[test]
fn only_the_own_verification_mark_counts() {
    const OWN: &[&str] = &["linkedin/2026-sdui"];
    let mut marked = 0;
    for case in cases() {
        marked += usize::from(case.html.contains("\"Verified\""));
        let got = reading(&case.url, &case.html);
        let mark = &got["profile"]["verified"];
        assert_eq!(
            mark.is_string(),
            OWN.contains(&case.name.as_str()),
            "{}: {mark}",
            case.name
        );
    }
    assert!(marked >= 5, "only {marked} pages show other people's marks");
}

/// Found by fuzzing: a mark without a label had the word “Verified”, which stood nowhere on the page.
#[test]
fn the_words_of_a_verification_mark_stand_on_the_page() {
    let case = cases()
        .into_iter()
        .find(|case| case.name == "linkedin/2026-sdui")
        .unwrap();
    let label = "aria-label=\"View Ottokar’s verifications\"";
    assert!(case.html.contains(label));
    let check = |with: &str, expect: &str| {
        let got = reading(&case.url, &case.html.replace(label, with));
        assert_eq!(got["profile"]["verified"], expect, "{with}");
    };
    check(label, "View Ottokar’s verifications");
    check("", "verified-medium");
    check("aria-label=\" \"", "verified-medium");
}

/// The people in side lists, in search results and in quoted posts are not the candidate.
#[test]
fn side_lists_are_not_read() {
    for case in cases() {
        let got = reading(&case.url, &case.html);
        for field in [
            "name",
            "headline",
            "location",
            "positions",
            "emails",
            "handles",
        ] {
            let text = got["profile"][field].to_string();
            for word in ["Odile", "odile", "Bram", "Croûte", "Glazier"] {
                assert!(!text.contains(word), "{} {field}: {word}", case.name);
            }
        }
    }
}

/// Where another shape legitimately reads otherwise: the case, the field, the reason.
const BOUND: &[(&str, &str, &str)] = &[
    (
        "portfolio/hcard",
        "person",
        "the class names are its vocabulary (h-card): nothing else marks the name",
    ),
    (
        "github/2026-profile",
        "headline",
        "the bio has no mark but the class of its h-card",
    ),
    (
        "linkedin/2018-pv",
        "positions",
        "the labels for screen readers have no visible twin: only the class hides them",
    ),
];

/// The fields that differ between a page and the same page in another shape.
fn moved_fields(case: &Case, html: &str) -> Vec<&'static str> {
    let (before, after) = (reading(&case.url, &case.html), reading(&case.url, html));
    if before["person"] != after["person"] {
        return vec!["person"];
    }
    let differs = |field: &&str| before["profile"][field] != after["profile"][field];
    let fields = [
        "name",
        "headline",
        "location",
        "about",
        "positions",
        "education",
        "skills",
        "emails",
        "phones",
        "handles",
    ];
    fields.into_iter().filter(differs).collect()
}

#[test]
fn classes_wrappers_and_order_do_not_matter() {
    let as_is = Shape::default();
    let all = Shape {
        rename: true,
        wrap: true,
        reorder: true,
    };
    let shapes = [
        ("as it is", as_is),
        (
            "renamed",
            Shape {
                rename: true,
                ..as_is
            },
        ),
        (
            "wrapped",
            Shape {
                wrap: true,
                ..as_is
            },
        ),
        (
            "reordered",
            Shape {
                reorder: true,
                ..as_is
            },
        ),
        ("all of it", all),
    ];
    let mut problems = Vec::new();
    let mut bound = Vec::new();
    for case in cases() {
        let doc = parse(&case.html);
        for (name, shape) in shapes {
            let mut html = String::new();
            write_node(&doc, doc.root(), shape, &mut html);
            for field in moved_fields(&case, &html) {
                let listed = BOUND
                    .iter()
                    .find(|(of, what, _)| *of == case.name && *what == field);
                match listed.filter(|_| shape.rename) {
                    Some(listed) => bound.push(*listed),
                    None => problems.push(format!("{} {name}: {field}", case.name)),
                }
            }
        }
    }
    for entry in BOUND.iter().filter(|entry| !bound.contains(entry)) {
        problems.push(format!("{} {} holds: take it off BOUND", entry.0, entry.1));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn reordering_moves_sections() {
    let html = "<main><section>a</section><section>b</section><section>c</section>\
                <section>d</section><section>People also viewed</section></main>";
    let doc = parse(html);
    let shape = Shape {
        reorder: true,
        ..Shape::default()
    };
    let mut out = String::new();
    write_node(&doc, doc.root(), shape, &mut out);
    let text: String = out
        .split(['<', '>'])
        .skip(1)
        .step_by(2)
        .zip(out.split(['<', '>']).skip(2).step_by(2))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(text, "adcbPeople also viewed");
}

/// How a page is written again.
#[derive(Clone, Copy, Default)]
struct Shape {
    /// Every class name becomes a hash.
    rename: bool,
    /// Every section stands in two more elements, and so does what it holds.
    wrap: bool,
    /// Sections side by side change places; the first of them, which is the top card, and
    /// those that open other people's lists stay.
    reorder: bool,
}

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

fn write_node(doc: &Document<'_>, id: NodeId, shape: Shape, out: &mut String) {
    if let Some(text) = doc.text(id) {
        let raw = doc
            .parent(id)
            .and_then(|id| doc.name(id))
            .is_some_and(|name| matches!(name, "script" | "style"));
        if raw {
            out.push_str(text);
        } else {
            out.push_str(&escape(text));
        }
        return;
    }
    let Some(name) = doc.name(id) else {
        return write_children(doc, id, shape, out);
    };
    let wrapped = shape.wrap && name == "section";
    if wrapped {
        out.push_str("<div><div class=\"w\">");
    }
    out.push('<');
    out.push_str(name);
    for (key, value) in doc.attrs(id) {
        let renamed: Vec<String> = value.split_ascii_whitespace().map(hash).collect();
        let value = if shape.rename && key == "class" {
            renamed.join(" ")
        } else {
            value.to_owned()
        };
        let _ = write!(out, " {key}=\"{}\"", escape(&value));
    }
    out.push('>');
    if VOID.contains(&name) {
        return;
    }
    if wrapped {
        out.push_str("<div>");
    }
    write_children(doc, id, shape, out);
    if wrapped {
        out.push_str("</div>");
    }
    let _ = write!(out, "</{name}>");
    if wrapped {
        out.push_str("</div></div>");
    }
}

fn write_children(doc: &Document<'_>, id: NodeId, shape: Shape, out: &mut String) {
    let mut children: Vec<NodeId> = doc.children(id).collect();
    if shape.reorder {
        let places: Vec<usize> = (0..children.len())
            .filter(|i| doc.name(children[*i]) == Some("section"))
            .skip(1)
            .filter(|i| !is_other_people(doc, children[*i]))
            .collect();
        let mut sections: Vec<NodeId> = places.iter().map(|i| children[*i]).collect();
        sections.reverse();
        for (place, section) in places.into_iter().zip(sections) {
            children[place] = section;
        }
    }
    for child in children {
        write_node(doc, child, shape, out);
    }
}

/// Whether a section opens what is no longer the candidate's: moving it moves the end.
fn is_other_people(doc: &Document<'_>, section: NodeId) -> bool {
    const OPENING: &[&str] = &[
        "More profiles",
        "People also viewed",
        "People Also Viewed",
        "You might like",
        "viewers also viewed",
        "similar",
        "Similar profiles",
        "semelhantes",
        "View Asger",
    ];
    doc.descendants(section)
        .filter_map(|id| doc.text(id))
        .any(|text| OPENING.iter().any(|words| text.contains(words)))
}

fn hash(class: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in class.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("_{:08x}", hash >> 32)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[test]
fn pages_without_a_person_have_no_profile() {
    for case in cases() {
        let got = read(&case.url, &case.html);
        let nobody = case.name.starts_with("other/")
            || [
                "/not-found",
                "/authwall",
                "/organisation",
                "/group",
                "/model",
            ]
            .iter()
            .any(|end| case.name.ends_with(end));
        assert_eq!(got.gate != Gate::Person, nobody, "{}", case.name);
    }
}
