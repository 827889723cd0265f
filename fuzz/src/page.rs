//! The readers of pages: an address and a page, read and judged.

use crate::{bytes_of, letters, said, text_of, today, verdict};
use touchstone::blocks;
use touchstone::html::{Document, NodeId, parse};
use touchstone::indicators::Given;
use touchstone::profile::Case;
use touchstone::readers::{Gate, Reading, candidate_on, declared_address, read};
use touchstone::report::{self, reading_json, reading_text};

/// Addresses for pages that do not begin with one.
const ADDRESSES: [&str; 6] = [
    "https://www.linkedin.com/in/someone-0000/",
    "https://github.com/someone-0000",
    "https://www.upwork.com/freelancers/~0000",
    "https://gitlab.com/someone-0000",
    "https://app.ashbyhq.com/candidates/pipeline/right-side/candidates/c1",
    "https://someone.example/",
];

/// A page as the tests have it: a comment with its address, then the page. A page is read twice
/// the same, says only what stands in it, and is judged by that alone.
pub fn page(bytes: &[u8]) {
    let text = text_of(bytes);
    let (url, html) = parts(&text);
    let reading = read(url, html);
    assert_eq!(reading, read(url, html), "two runs");
    assert_eq!(reading.profile.url, url, "the address");
    written(&reading);
    let _ = (declared_address(html), candidate_on(url));
    let given = Given::default();
    let answer = bytes_of(&report::verdict(reading.clone(), today(), given));
    assert!(answer.starts_with('{'), "no answer");
    if reading.gate != Gate::Person {
        assert!(said::words(&reading.profile).is_empty(), "words of nobody");
        return;
    }
    said::is_of_the_source(&reading.profile, &sources(url, &parse(html)));
    let case = Case {
        sources: vec![reading.profile],
    };
    verdict::of(&case, today());
}

fn parts(text: &str) -> (&str, &str) {
    let first = text.strip_prefix("<!-- url: ");
    if let Some((url, html)) = first.and_then(|rest| rest.split_once(" -->")) {
        return (url, html);
    }
    let at = usize::from(text.as_bytes().first().copied().unwrap_or_default());
    let url = ADDRESSES.get(at % ADDRESSES.len());
    (url.copied().unwrap_or_default(), text)
}

fn written(reading: &Reading) {
    let json = reading_json(reading);
    let person = reading.gate == Gate::Person;
    assert_eq!(json.pointer("/person"), Some(&person.into()), "the gate");
    assert!(reading_text(reading).starts_with("page: "), "no text");
}

/// Where words of a page may stand: in what is visible, in all of its text, in an attribute, in
/// data of the page, or in its address.
fn sources(url: &str, doc: &Document<'_>) -> Vec<String> {
    let root = doc.root();
    let texts: Vec<&str> = doc
        .descendants(root)
        .filter_map(|id| doc.text(id))
        .collect();
    let visible = |id: NodeId| {
        let found = blocks::of_page(doc, id);
        found
            .iter()
            .map(|block| letters(&block.text))
            .collect::<String>()
    };
    let dialogs = doc
        .descendants(root)
        .filter(|id| doc.attr(*id, "role") == Some("dialog"));
    let shown = doc.body().into_iter().chain(dialogs).map(visible);
    let mut all: Vec<String> = shown.collect();
    all.push(letters(&blocks::collapse(&texts.concat())));
    all.push(letters(url));
    let attrs = doc.descendants(root).flat_map(|id| doc.attrs(id));
    all.extend(attrs.map(|(_, value)| letters(&blocks::collapse(value))));
    let data = texts
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok());
    data.for_each(|value: serde_json::Value| strings(&value, &mut all));
    all
}

fn strings(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(letters(&blocks::collapse(text))),
        serde_json::Value::Array(all) => all.iter().for_each(|one| strings(one, out)),
        serde_json::Value::Object(all) => all.values().for_each(|one| strings(one, out)),
        _ => {}
    }
}
