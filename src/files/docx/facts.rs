//! What a Word file says about itself.

use super::body::{attribute, local};
use super::package::Package;
use crate::blocks::collapse;
use crate::files::{Facts, Problem, stamp};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;

/// Names that are kept of a list.
const MOST: usize = 500;

/// Reads the parts that speak of the file.
pub(super) fn read(package: &mut Package<'_>, pictures: Vec<String>) -> Result<Facts, Problem> {
    let mut facts = Facts {
        embedded: pictures,
        ..Facts::default()
    };
    for part in ["docProps/core.xml", "docProps/app.xml"] {
        let xml = package.part(part)?;
        each_text(&xml, |name, text| fill(name, text, &mut facts));
    }
    let settings = package.part("word/settings.xml")?;
    facts.revisions = values(&settings, &["rsid", "rsidRoot"], "val");
    let fonts = package.part("word/fontTable.xml")?;
    facts.fonts = values(&fonts, &["font"], "name");
    let inside = package
        .names()
        .filter(|name| name.starts_with("word/embeddings/"));
    facts.embedded.extend(inside.take(MOST));
    Ok(facts)
}

/// The names of pictures in the body that are names of files.
pub(super) fn pictures(body: &str) -> Vec<String> {
    let names = values(body, &["cNvPr", "docPr"], "name");
    names.into_iter().filter(|name| is_file(name)).collect()
}

/// Whether a picture is called like a file: "portrait.jpg", not "Picture 1".
fn is_file(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && (2..=4).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

fn each_text(xml: &str, mut take: impl FnMut(&str, &str)) {
    let mut reader = Reader::from_str(xml);
    let mut name = String::new();
    let mut text = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                local(&start).clone_into(&mut name);
                text.clear();
            }
            Ok(Event::Text(words)) => text.push_str(&words),
            Ok(Event::GeneralRef(entity)) if &*entity == "amp" => text.push('&'),
            Ok(Event::End(_)) => {
                take(&name, &collapse(&text));
                text.clear();
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn fill(name: &str, text: &str, facts: &mut Facts) {
    if text.is_empty() {
        return;
    }
    let slot = match name {
        "creator" => &mut facts.author,
        "lastModifiedBy" => &mut facts.editor,
        "title" => &mut facts.title,
        "Application" => &mut facts.tool,
        "Company" => &mut facts.company,
        "Template" => &mut facts.template,
        "created" => {
            facts.created = stamp::iso(text);
            return;
        }
        "modified" => {
            facts.modified = stamp::iso(text);
            return;
        }
        _ => return,
    };
    *slot = Some(text.to_owned());
}

/// The values that an attribute has in these elements, sorted, each once.
fn values(xml: &str, elements: &[&str], name: &str) -> Vec<String> {
    let mut out = BTreeSet::new();
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start)
                if elements.contains(&local(&start)) && out.len() < MOST =>
            {
                out.extend(attribute(&start, name));
            }
            _ => {}
        }
    }
    out.into_iter()
        .filter(|value| !value.trim().is_empty())
        .collect()
}
