//! GitLab: the item properties of its open-source template.

use super::generic::{Draft, words};
use super::page::Page;
use crate::html::NodeId;
use crate::profile::Field;

/// First segments of the path that are not accounts.
pub(super) const RESERVED: &[&str] = &[
    "-",
    "abuse_reports",
    "admin",
    "api",
    "assets",
    "dashboard",
    "explore",
    "files",
    "groups",
    "health_check",
    "help",
    "import",
    "jwt",
    "login",
    "oauth",
    "profile",
    "projects",
    "public",
    "s",
    "search",
    "sitemap",
    "unsubscribes",
    "uploads",
    "users",
    "v2",
];

/// Adds what GitLab marks up; a hint that finds nothing changes nothing.
pub(super) fn hint(page: &Page<'_, '_>, draft: &mut Draft) {
    let Some(person) = person(page) else { return };
    let property = |name: &str| property(page, person, name);
    if let Some(place) = property("addressLocality").or_else(|| property("address")) {
        draft.location = Some(words(place, Field::Location));
    }
    if let Some(work) = work(page, person) {
        draft.headline = Some(words(work, Field::Headline));
    }
}

/// "Build engineer at Example": the line that holds the item property, as it is shown.
fn work(page: &Page<'_, '_>, person: NodeId) -> Option<String> {
    let role = find(page, person, "jobTitle").or_else(|| find(page, person, "worksFor"))?;
    let line = page.doc.parent(role).filter(|line| *line != person);
    Some(page.text_of(line.unwrap_or(role))).filter(|text| !text.is_empty())
}

/// The element that the page declares to be a person; breadcrumbs have item properties too.
fn person(page: &Page<'_, '_>) -> Option<NodeId> {
    let doc = page.doc;
    let is = |id: &NodeId| {
        let kind = doc.attr(*id, "itemtype");
        kind.is_some_and(|kind| kind.ends_with("/Person"))
    };
    doc.descendants(doc.body()?).find(is)
}

fn property(page: &Page<'_, '_>, person: NodeId, name: &str) -> Option<String> {
    let id = find(page, person, name)?;
    Some(page.text_of(id)).filter(|text| !text.is_empty())
}

fn find(page: &Page<'_, '_>, person: NodeId, name: &str) -> Option<NodeId> {
    let doc = page.doc;
    doc.descendants(person)
        .find(|id| doc.attr(*id, "itemprop") == Some(name))
}
