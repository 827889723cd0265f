//! GitHub: addresses, the item properties that have not changed since 2015, the README.

use super::generic::{Draft, words};
use super::page::Page;
use crate::profile::{Field, Found, LocalTime, Place, Words};

/// First segments of the path that are not accounts.
const RESERVED: &[&str] = &[
    "about",
    "account",
    "apps",
    "blog",
    "business",
    "careers",
    "codespaces",
    "collections",
    "contact",
    "copilot",
    "customer-stories",
    "dashboard",
    "discussions",
    "edu",
    "education",
    "enterprise",
    "enterprises",
    "events",
    "explore",
    "features",
    "gist",
    "git-guides",
    "github",
    "github-copilot",
    "home",
    "issues",
    "join",
    "login",
    "logout",
    "marketplace",
    "mcp",
    "mobile",
    "models",
    "new",
    "newsroom",
    "nonprofit",
    "notifications",
    "open-source",
    "organizations",
    "orgs",
    "partners",
    "password_reset",
    "premium-support",
    "pricing",
    "projects",
    "pulls",
    "readme",
    "resources",
    "search",
    "security",
    "sessions",
    "settings",
    "signup",
    "site",
    "site-map",
    "solutions",
    "sponsors",
    "stars",
    "status",
    "stories",
    "suggestions",
    "support",
    "team",
    "terms",
    "topics",
    "training",
    "trending",
    "watching",
    "why-github",
];

/// Whether a first path segment is the platform's own.
pub(super) fn is_reserved(segment: &str) -> bool {
    segment.is_empty() || RESERVED.contains(&segment.to_ascii_lowercase().as_str())
}

/// Adds what GitHub marks up; a hint that finds nothing changes nothing.
pub(super) fn hint(page: &Page<'_, '_>, draft: &mut Draft) {
    let property = |name: &str| {
        page.element_with("itemprop", name)
            .map(|id| page.text_of(id))
            .filter(|text| !text.is_empty())
    };
    if let Some(name) = property("name").or_else(|| class(page, "p-name")) {
        draft.name = Some(words(name, Field::Name));
    } else if let Some(login) = page.url.account() {
        // An account without a name shows its login in the same place.
        draft.name = draft.name.take().filter(|name| name.text != login).or(None);
    }
    if let Some(place) = property("homeLocation").or_else(|| class(page, "p-label")) {
        draft.location = Some(words(place, Field::Location));
    }
    let bio = class(page, "p-note").or_else(|| class(page, "user-profile-bio"));
    draft.headline = bio.clone().map(|bio| words(bio, Field::Headline));
    draft.about = None;
    if let Some(company) = property("worksFor") {
        draft.texts.push(words(company, Field::Text));
    }
    readme(page, draft);
    draft.profile.local_time = local_time(page);
}

fn class(page: &Page<'_, '_>, name: &str) -> Option<String> {
    page.element_with("class", name)
        .map(|id| page.text_of(id))
        .filter(|text| !text.is_empty())
}

/// The profile README and the accounts that its statistics widgets name.
fn readme(page: &Page<'_, '_>, draft: &mut Draft) {
    let Some(article) = page
        .element_with("itemprop", "text")
        .or_else(|| page.element_with("class", "markdown-body"))
    else {
        return;
    };
    let lines: Vec<String> = crate::blocks::of_page(page.doc, article)
        .into_iter()
        .map(|block| block.text)
        .collect();
    if !lines.is_empty() {
        draft.texts.push(words(lines.join("\n"), Field::Text));
    }
    let sources = page
        .doc
        .descendants(article)
        .filter(|id| page.doc.name(*id) == Some("img"));
    let widgets = sources.filter_map(|id| {
        let source = page
            .doc
            .attr(id, "data-canonical-src")
            .or_else(|| page.doc.attr(id, "src"))
            .unwrap_or("");
        super::contacts::widget_account(source)
    });
    let widgets: Vec<Words> = widgets
        .enumerate()
        .map(|(i, text)| Words {
            text,
            place: Place::at(Field::Widgets, i as u32),
        })
        .collect();
    draft.profile.widgets = if widgets.is_empty() {
        Found::Empty
    } else {
        Found::Seen(widgets)
    };
}

/// "14:05 (UTC +01:00)" in the list under the bio.
fn local_time(page: &Page<'_, '_>) -> Found<LocalTime> {
    let Some(block) = page.blocks.iter().find(|block| {
        block.text.contains("(UTC") || block.text.contains("UTC +") || block.text.contains("UTC -")
    }) else {
        return Found::Empty;
    };
    super::figures::local_time(&block.text).map_or(Found::Empty, Found::Seen)
}
