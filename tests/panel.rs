//! The panel's document: what its policy forbids, and colours that can be read.

use std::collections::BTreeMap;

const CSS: &str = include_str!("../extension/panel.css");
const HTML: &str = include_str!("../extension/panel.html");
const FIRST: &str = include_str!("../extension/first.js");

#[test]
fn nothing_in_the_panel_needs_more_than_its_policy_allows() {
    let script = include_str!("../extension/panel.js");
    let first = FIRST.replace("http://www.w3.org/2000/svg", "");
    let check = |text: &str, never: &[&str]| {
        for word in never {
            assert!(!text.contains(word), "{word}");
        }
    };
    check(
        HTML,
        &["style=", "<style", "onclick", "onload", "http:", "https:"],
    );
    for script in [script, first.as_str()] {
        check(script, &["innerHTML", "fetch(", "eval(", "http:", "https:"]);
    }
    check(CSS, &["url(", "@import", "http:", "https:"]);
    for file in std::fs::read_dir("src/view").unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        check(
            &source,
            &[
                "inner_html",
                "insert_adjacent",
                "\"style\"",
                "fetch(",
                "document.write",
            ],
        );
    }
    // It finds what is shown and hands it on; what is more belongs to the modules beside it.
    assert!(script.lines().count() < 155);
    // It comes before everything else, and has to be read first.
    assert!(first.lines().count() < 70);
}

/// The colours of one look: `selector name` to the value, `:root` without selector.
type Colours = BTreeMap<String, [u8; 3]>;

/// The colours by day and by night.
fn colours() -> [Colours; 2] {
    let (mut day, mut night) = (Colours::new(), Colours::new());
    let (mut selector, mut dark) = (String::new(), false);
    for line in CSS.lines() {
        if line.starts_with("@media") {
            dark = line.contains("dark");
        } else if let Some(name) = line.trim().strip_suffix(" {") {
            selector = name.replace(":root", "").replace("[data-level=", "");
        } else if let Some((name, value)) = line.trim().split_once(": #") {
            let key = format!("{}{name}", selector.replace("\"]", " ").replace('"', ""));
            let look = if dark { &mut night } else { &mut day };
            look.insert(key, rgb(value.trim_end_matches(';')));
        }
    }
    [day, night]
}

/// A colour that is no hexadecimal number is black on black, and fails.
fn rgb(hex: &str) -> [u8; 3] {
    let [_, r, g, b] = u32::from_str_radix(hex, 16).unwrap_or(0).to_be_bytes();
    [r, g, b]
}

/// Contrast as WCAG 2 defines it.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let light = |colour: [u8; 3]| {
        let [r, g, b] = colour.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.05 + 0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (light(a), light(b));
    a.max(b) / a.min(b)
}

#[test]
fn every_pair_of_colours_has_a_contrast_of_seven() {
    let pairs = [
        ("--text", "--ground"),
        ("--text", "--card"),
        ("--muted", "--ground"),
        ("--muted", "--card"),
        ("--text", "--level-ground"),
        ("--mark-text", "--mark"),
        ("--level", "--level-ground"),
        (
            "nothing-stood-out --level",
            "nothing-stood-out --level-ground",
        ),
        ("worth-checking --level", "worth-checking --level-ground"),
        ("verify-first --level", "verify-first --level-ground"),
    ];
    for look in colours() {
        for (text, ground) in pairs {
            let contrast = contrast(look[text], look[ground]);
            assert!(contrast >= 7.0, "{text} on {ground}: {contrast:.2}");
        }
    }
}

#[test]
fn the_levels_have_the_colours_of_the_design() {
    let [day, night] = colours();
    let check = |level: &str, light: [&str; 2], dark: [&str; 2]| {
        for (look, [text, ground]) in [(&day, light), (&night, dark)] {
            assert_eq!(look[&format!("{level}--level")], rgb(text), "{level}");
            assert_eq!(
                look[&format!("{level}--level-ground")],
                rgb(ground),
                "{level}"
            );
        }
    };
    check("", ["44515E", "EEF1F4"], ["C3CCD6", "232A32"]);
    check(
        "nothing-stood-out ",
        ["2F4A3A", "E9F2EC"],
        ["BFD9C8", "1E2A23"],
    );
    check(
        "worth-checking ",
        ["6B4400", "FFF1D6"],
        ["FFD995", "33270F"],
    );
    check("verify-first ", ["7A1B17", "FCE8E5"], ["FFB9B1", "381917"]);
}

/// What the document itself asks for comes before the level: the styles alone. The modules first.js asks for together, when
/// it has the level: one that is missing there would be asked for when those that name it have come, and the whole would
/// stand a quarter later.
#[test]
fn the_document_asks_for_what_is_first_and_every_module_of_the_panel_is_asked_for_at_once() {
    let (head, _) = HTML.split_once("</head>").unwrap();
    let asked: Vec<&str> = head
        .split(['<', '>'])
        .filter(|tag| tag.contains(" src=") || tag.contains(" href="))
        .collect();
    assert_eq!(
        asked,
        [
            "script async src=\"first.js\"",
            "link rel=\"stylesheet\" href=\"panel.css\"",
            "link rel=\"stylesheet\" href=\"work.css\"",
        ]
    );
    assert_eq!(HTML.matches("<script").count(), 1);
    let imports = |module: &String| -> Vec<String> {
        if module.starts_with("wasm/") {
            return Vec::new();
        }
        let source = std::fs::read_to_string(format!("extension/{module}")).unwrap();
        let lines = source.lines().filter(|line| line.starts_with("import "));
        lines
            .filter_map(|line| Some(line.split_once("\"./")?.1.split_once('"')?.0.to_owned()))
            .collect()
    };
    let mut needed = vec!["panel.js".to_owned()];
    let mut at = 0;
    while let Some(module) = needed.get(at).cloned() {
        let new: Vec<String> = imports(&module)
            .into_iter()
            .filter(|name| !needed.contains(name))
            .collect();
        needed.extend(new);
        at += 1;
    }
    let (_, list) = FIRST.split_once("for (const name of [").unwrap();
    let names = list.split_once(']').unwrap().0.split(", ");
    let mut asked: Vec<String> = names
        .map(|name| format!("{}.js", name.trim_matches('"')))
        .collect();
    asked.sort();
    needed.sort();
    needed.dedup();
    assert_eq!(asked, needed);
}

/// What two scripts or a script and the painter say alike, because the one comes before the other.
#[test]
fn the_first_painting_knows_the_marks_of_the_painter_and_the_keys_of_desk_and_work() {
    let painter = include_str!("../src/view/dom.rs");
    let (_, painter) = painter.split_once("pub fn mark(").unwrap();
    let strokes = painter.split("(\"d\", \"").skip(1);
    let strokes: Vec<&str> = strokes.filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(strokes.len(), 3);
    for stroke in strokes {
        assert!(
            FIRST.contains(&format!("{{ d: \"{stroke}\" }}")),
            "{stroke}"
        );
    }
    let circle = "(\"circle\", &[(\"cx\", \"10\"), (\"cy\", \"10\"), (\"r\", \"6\")])";
    assert!(painter.contains(circle));
    assert!(FIRST.contains("[\"circle\", { cx: \"10\", cy: \"10\", r: \"6\" }]"));
    let value = |script: &'static str, name: &str| {
        let (_, rest) = script
            .split_once(&format!("export const {name} = \""))
            .unwrap();
        rest.split_once('"').unwrap().0
    };
    let store = include_str!("../extension/case-store.js");
    let names = store.split("`${before}").skip(1);
    let names: Vec<_> = names.filter_map(|rest| rest.split('`').next()).collect();
    assert_eq!(names.len(), 3);
    let before = ["", value(store, "PRIVATE")];
    let desks = before.map(|before| names.iter().map(move |name| format!("{before}{name}")));
    let worked = value(include_str!("../extension/work-store.js"), "WORKED").to_owned();
    let keys: Vec<_> = desks.into_iter().flatten().chain([worked]).collect();
    assert_eq!(
        FIRST
            .split_once("`tab:${tab}`, ")
            .unwrap()
            .1
            .split_once(']')
            .unwrap()
            .0,
        format!("\"{}\"", keys.join("\", \""))
    );
}
