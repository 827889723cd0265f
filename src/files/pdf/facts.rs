//! What a PDF says about itself: its information dictionary, its XMP packet, fonts, attachments.

use crate::files::text::{decode, of_pdf_string};
use crate::files::{Facts, stamp, xmp};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{self, Array, Dict, Name, Object, Stream};
use std::collections::BTreeSet;

/// Names that are kept of a list.
const MOST: usize = 100;

/// How deep the tree of attachments is followed.
const DEEPEST: usize = 8;

/// The facts of the file.
pub(super) fn of(pdf: &Pdf) -> Facts {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let mut facts = Facts::default();
    if let Some(info) = information(pdf) {
        let text = |key: &str| text(&info, key);
        facts.author = text("Author");
        facts.title = text("Title");
        facts.tool = text("Creator");
        facts.producer = text("Producer");
        facts.created = text("CreationDate").and_then(|text| stamp::pdf(&text));
        facts.modified = text("ModDate").and_then(|text| stamp::pdf(&text));
    }
    if let Some(catalog) = catalog {
        let packet = catalog.get::<Stream<'_>>("Metadata");
        if let Some(packet) = packet.and_then(|packet| packet.decoded().ok()) {
            xmp::read(&decode(&packet), &mut facts);
        }
        facts.embedded = embedded(&catalog);
    }
    facts.fonts = fonts(pdf);
    facts
}

/// The information dictionary. The trailer that names it is not handed out, so it is known by
/// what it holds; of several the last is the newest.
fn information(pdf: &Pdf) -> Option<Dict<'_>> {
    pdf.objects()
        .into_iter()
        .filter_map(|object| match object {
            Object::Dict(dict) => Some(dict),
            _ => None,
        })
        .filter(|dict| {
            !dict.contains_key("Type")
                && ["Producer", "CreationDate", "Author", "Creator"]
                    .iter()
                    .any(|key| dict.get::<object::String<'_>>(key).is_some())
        })
        .last()
}

fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    let text = of_pdf_string(dict.get::<object::String<'_>>(key)?.as_bytes());
    let text = crate::blocks::collapse(&text);
    (!text.is_empty()).then_some(text)
}

fn fonts(pdf: &Pdf) -> Vec<String> {
    let mut names = BTreeSet::new();
    for page in pdf.pages().iter().take(super::MOST_PAGES) {
        let fonts = &page.resources().fonts;
        for key in fonts.keys().take(MOST) {
            let font = fonts.get::<Dict<'_>>(&*key);
            if let Some(name) = font.and_then(|font| font.get::<Name<'_>>("BaseFont")) {
                names.insert(without_prefix(&String::from_utf8_lossy(&name)).to_owned());
            }
        }
    }
    names.into_iter().take(MOST).collect()
}

/// "ABCDEF+Name" without the mark of a subset.
fn without_prefix(name: &str) -> &str {
    match name.split_once('+') {
        Some((mark, rest)) if mark.len() == 6 => rest,
        _ => name,
    }
}

fn embedded(catalog: &Dict<'_>) -> Vec<String> {
    let mut names = Vec::new();
    let tree = catalog
        .get::<Dict<'_>>("Names")
        .and_then(|names| names.get::<Dict<'_>>("EmbeddedFiles"));
    if let Some(tree) = tree {
        walk(&tree, 0, &mut names);
    }
    names
}

fn walk(tree: &Dict<'_>, depth: usize, names: &mut Vec<String>) {
    if depth > DEEPEST || names.len() >= MOST {
        return;
    }
    for entry in tree
        .get::<Array<'_>>("Names")
        .iter()
        .flat_map(Array::iter::<Dict<'_>>)
    {
        names.extend(text(&entry, "UF").or_else(|| text(&entry, "F")));
    }
    for kid in tree
        .get::<Array<'_>>("Kids")
        .iter()
        .flat_map(Array::iter::<Dict<'_>>)
    {
        walk(&kid, depth + 1, names);
    }
}
