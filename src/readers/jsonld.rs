//! The one person that a page's JSON-LD is about.
//!
//! Reads `@graph` and `mainEntity`; authors of articles and the like are not the page's
//! person. Values that the platform masks with asterisks are left out.

use super::page::Page;
use crate::html::{Document, NodeId};
use serde_json::Value;

/// What JSON-LD says about the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) place: Option<String>,
    pub(super) email: Option<String>,
}

/// The largest script that is parsed, in bytes.
const LARGEST: usize = 512 * 1024;

/// The person, when there is exactly one.
pub(super) fn person(page: &Page<'_, '_>) -> Option<Person> {
    let values: Vec<Value> = scripts(page.doc).filter_map(|text| parse(&text)).collect();
    let mut people: Vec<Person> = values.iter().flat_map(top_level).filter_map(read).collect();
    people.dedup();
    match people.as_slice() {
        [person] => Some(person.clone()),
        _ => None,
    }
}

/// The texts of all JSON-LD scripts.
pub(super) fn scripts<'d>(doc: &'d Document<'_>) -> impl Iterator<Item = String> + 'd {
    let is = |id: &NodeId| {
        doc.name(*id) == Some("script") && doc.attr(*id, "type") == Some("application/ld+json")
    };
    let found = doc.descendants(doc.root()).filter(is);
    found.map(|id| doc.children(id).filter_map(|id| doc.text(id)).collect())
}

/// Whether the page declares itself to be an organisation's.
pub(super) fn is_organisation(doc: &Document<'_>) -> bool {
    const KINDS: &[&str] = &[
        "Organization",
        "Corporation",
        "LocalBusiness",
        "NGO",
        "EducationalOrganization",
    ];
    let values: Vec<Value> = scripts(doc).filter_map(|text| parse(&text)).collect();
    let things: Vec<&Value> = values.iter().flat_map(top_level).collect();
    let any = |kinds: &[&str]| {
        things
            .iter()
            .any(|thing| kinds.iter().any(|kind| is_a(thing, kind)))
    };
    any(KINDS) && !any(&["Person"])
}

fn parse(text: &str) -> Option<Value> {
    (text.len() <= LARGEST)
        .then(|| serde_json::from_str(text).ok())
        .flatten()
}

/// The things that a script is about: the members of its graph, or itself.
fn top_level(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(top_level).collect(),
        Value::Object(map) => match (map.get("@graph"), map.get("mainEntity"), map.get("about")) {
            (Some(graph), _, _) => top_level(graph),
            (None, Some(entity), _) if is_a(entity, "Person") => vec![entity],
            (None, None, Some(about)) if is_a(about, "Person") => vec![about],
            _ => vec![value],
        },
        _ => Vec::new(),
    }
}

fn is_a(value: &Value, kind: &str) -> bool {
    match value.get("@type") {
        Some(Value::String(found)) => found == kind,
        Some(Value::Array(found)) => found.iter().any(|found| found == kind),
        _ => false,
    }
}

fn read(value: &Value) -> Option<Person> {
    let name = is_a(value, "Person").then(|| string(value.get("name")))??;
    let address = value.get("address");
    let locality = address.and_then(|address| string(address.get("addressLocality")));
    let country = address.and_then(|address| string(address.get("addressCountry")));
    Some(Person {
        name,
        title: string(value.get("jobTitle")),
        place: locality.or(country).or_else(|| string(address)),
        email: string(value.get("email")),
    })
}

/// A string, or the first of several; nothing for masked and empty ones.
fn string(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.as_str(),
        Value::Array(items) => return items.iter().find_map(|item| string(Some(item))),
        _ => return None,
    };
    let text = crate::blocks::collapse(text);
    (!text.is_empty() && !is_masked(&text) && text.len() < 400).then_some(text)
}

/// Whether the platform covers a value: "******* ** ****", "`LinkedIn` Member".
pub(super) fn is_masked(text: &str) -> bool {
    text.contains("**")
        || matches!(
            text,
            "LinkedIn Member"
                | "Membre LinkedIn"
                | "LinkedIn-Mitglied"
                | "Miembro de LinkedIn"
                | "Usuário do LinkedIn"
        )
}
