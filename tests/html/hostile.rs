//! Pages meant to cost more than they should: deep, unclosed, cut off, or bytes at random.

use touchstone::html::{Document, Limits, Truncation, parse, parse_with};

use crate::compare;
use crate::generate::Random;

fn depth(doc: &Document<'_>) -> usize {
    let (mut deepest, mut depth, mut at) = (0, 0usize, doc.root());
    for id in doc.descendants(doc.root()) {
        while doc.parent(id) != Some(at) {
            at = doc.parent(at).unwrap();
            depth -= 1;
        }
        (at, depth) = (id, depth + 1);
        deepest = deepest.max(depth);
    }
    deepest
}

#[test]
fn deep_pages_are_flattened() {
    for tag in [
        "div",
        "b",
        "span",
        "x-y",
        "svg",
        "table><td",
        "template",
        "ul><li",
        "object",
    ] {
        let page = format!("<{tag}>").repeat(100_000) + "end";
        let doc = parse(&page);
        assert_eq!(doc.truncated(), Some(Truncation::Depth), "{tag}");
        assert!(depth(&doc) <= 520, "{tag}: {}", depth(&doc));
    }
    let page = format!(
        "{}deep{}after",
        "<div>".repeat(5_000),
        "</div>".repeat(5_000)
    );
    let doc = parse(&page);
    let last = doc.last_child(doc.body().unwrap()).unwrap();
    assert_eq!(doc.text(last), Some("after"));
}

/// The nodes grow with the page, not faster.
#[test]
fn hostile_pages_stay_linear() {
    let units = [
        "<p><b>",
        "<a>",
        "<b>",
        "<a href=x><div>",
        "<b><div>",
        "</p>",
        "</b>",
        "</a>",
        "</x>",
        "<table><b>",
        "<table><tr><td>",
        "<b><object>",
        "<i><p></b>",
        "<svg><b>",
        "<li>",
        "<form>",
        "<template><p>",
        "<select>",
        "<![CDATA[",
        "<!--",
        "<script><!--<script>",
        "&",
        "&am",
        "<a b=",
        "<html a b><body c>",
        "</span></i>",
    ];
    for unit in units {
        let nodes = |count: usize| parse(&unit.repeat(count)).len();
        let (small, large) = (nodes(10_000), nodes(40_000));
        assert!(large <= 4 * small + 64, "{unit}: {small} then {large}");
    }
    let distinct = |count: usize| {
        let page = (0..count)
            .map(|i| format!("<p><b x={i}>"))
            .collect::<Vec<_>>()
            .concat();
        parse(&page).len()
    };
    assert!(distinct(4_000) <= 4_000 * 140, "{}", distinct(4_000));
    let attributes = (0..200_000)
        .map(|i| format!(" a{i}=1 a{i}=2"))
        .collect::<Vec<_>>()
        .concat();
    let page = format!("<p{attributes}>");
    let doc = parse(&page);
    let p = doc.first_child(doc.body().unwrap()).unwrap();
    assert_eq!(doc.attrs(p).count(), 200_000);
}

#[test]
fn limits_are_reported() {
    let page = "<p>äöü".repeat(100);
    let limits = Limits {
        bytes: 52,
        ..Limits::default()
    };
    let doc = parse_with(&page, limits);
    assert_eq!(
        (doc.truncated(), doc.len()),
        (Some(Truncation::Bytes), 1 + 3 + 12)
    );
    let limits = Limits {
        nodes: 50,
        ..Limits::default()
    };
    let doc = parse_with(&page, limits);
    assert_eq!((doc.truncated(), doc.len()), (Some(Truncation::Nodes), 50));
    let doc = parse_with(
        "<p a b c d e f>",
        Limits {
            nodes: 5,
            ..Limits::default()
        },
    );
    assert_eq!(doc.truncated(), Some(Truncation::Nodes));
    let limits = Limits {
        bytes: 0,
        nodes: 0,
        depth: 0,
    };
    assert_eq!(
        parse_with("<p>", limits).truncated(),
        Some(Truncation::Bytes)
    );
    assert_eq!(parse_with("", limits).truncated(), None);
    assert_eq!(parse(&page).truncated(), None);
}

#[test]
fn random_bytes_do_not_panic() {
    let mut random = Random::new(0x5eed_0003);
    let marks = b"<>/!-=\"'&;#? \n\r\0[]abpx";
    for round in 0..8_000 {
        let bytes: Vec<u8> = (0..random.below(200))
            .map(|_| {
                if round % 2 == 0 {
                    random.below(256) as u8
                } else {
                    random.pick(marks)
                }
            })
            .collect();
        let page = String::from_utf8_lossy(&bytes);
        compare(&page);
        let limits = Limits {
            bytes: random.below(200),
            nodes: random.below(20),
            depth: random.below(20),
        };
        parse_with(&page, limits);
    }
}
