//! Readers: from a page to a [`Profile`], by meaning.
//!
//! The gate decides first, by address and markers, whether this is one person's page. Then
//! the generic reader reads: structured data, landmarks, the identity block, sections by
//! their headings in many languages, date ranges. A platform's file only adds hints: *a hint
//! that finds nothing changes nothing*, and none of them knows a class name that a build of
//! the site could change. Readers know no indicator and give no weight to anything.

mod address;
mod contacts;
pub mod dates;
mod entries;
mod figures;
mod gate;
mod generic;
mod github;
mod gitlab;
mod identity;
mod jsonld;
mod linkedin;
mod name;
mod page;
mod platforms;
mod positions;
mod resume;
mod sales_navigator;
mod sections;
mod tracking;
mod upwork;
mod words;

pub use address::Address;
pub use resume::{read_paper, read_text};

use crate::html;
use crate::profile::{Platform, Profile};
use page::Page;
use serde::Serialize;

/// What stood at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether it is a candidate's page, and if not, what it is.
    pub gate: Gate,
    /// What was read; empty unless the gate says that it is a person.
    pub profile: Profile,
    /// Whether the page was larger than the reader's limits, so that its end was left out.
    pub cut: bool,
}

/// What kind of page an address and its markers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// One person's page.
    Person,
    /// A sign-in wall or a bot check.
    Wall,
    /// The platform says that there is no such page.
    NotFound,
    /// A company, a school, a studio, an organisation.
    Organisation,
    /// A list, a search, a feed, settings, anything else.
    Other,
}

/// The address that a saved page gives as its own: `link rel=canonical`, or `og:url`.
///
/// ```
/// let html = r#"<link rel="canonical" href="https://github.com/jo">"#;
/// assert_eq!(touchstone::readers::declared_address(html).as_deref(), Some("https://github.com/jo"));
/// ```
pub fn declared_address(html: &str) -> Option<String> {
    let doc = html::parse(html);
    let canonical = |id: &html::NodeId| {
        doc.attr(*id, "rel") == Some("canonical") || doc.attr(*id, "property") == Some("og:url")
    };
    let found = doc.descendants(doc.head()?).find(canonical)?;
    let href = doc
        .attr(found, "href")
        .or_else(|| doc.attr(found, "content"))?;
    Address::parse(href).web.then(|| href.to_owned())
}

/// The platform of which `url` is a candidate's address, as far as an address says.
///
/// ```
/// use touchstone::profile::Platform;
/// use touchstone::readers::candidate_on;
/// assert_eq!(candidate_on("https://gitlab.com/jo"), Some(Platform::Gitlab));
/// assert_eq!(candidate_on("https://gitlab.com/jo/ovens"), None);
/// ```
pub fn candidate_on(url: &str) -> Option<Platform> {
    gate::candidate_on(&Address::parse(url))
}

/// Reads the page at `url` from its HTML, as a browser serialises it or as it was saved.
///
/// ```
/// use touchstone::readers::{Gate, read};
/// let html = "<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1><div>Baker</div></main>";
/// assert_eq!(read("https://www.linkedin.com/in/jo-doe/", html).gate, Gate::Person);
/// assert_eq!(read("https://www.linkedin.com/feed/", html).gate, Gate::Other);
/// ```
pub fn read(url: &str, html: &str) -> Reading {
    let doc = html::parse(html);
    let page = Page::new(Address::parse(url), &doc);
    let gate = gate::gate(&page);
    let cut = doc.truncated().is_some();
    let nobody = |gate| Reading {
        gate,
        profile: Profile {
            url: url.to_owned(),
            ..Profile::default()
        },
        cut,
    };
    if gate != Gate::Person {
        return nobody(gate);
    }
    let mut draft = generic::read(&page);
    hint(&page, &mut draft);
    let platform = page.platform;
    match &draft.name {
        None if platform == Platform::Linkedin => nobody(Gate::Wall),
        None if jsonld::is_organisation(&doc) => nobody(Gate::Organisation),
        None if platform != Platform::Github => nobody(Gate::Other),
        Some(name) if page.is_unproven() && words::is_organisation(&name.text) => {
            nobody(Gate::Organisation)
        }
        _ => Reading {
            gate,
            profile: generic::finish(draft, url, platform),
            cut,
        },
    }
}

/// Adds what the page's platform marks up.
fn hint(page: &Page<'_, '_>, draft: &mut generic::Draft) {
    match page.platform {
        Platform::Linkedin => linkedin::hint(page, draft),
        Platform::Github => github::hint(page, draft),
        Platform::Upwork => upwork::hint(page, draft),
        _ => {
            if let Some(hint) = page.site.and_then(|site| site.hint) {
                hint(page, draft);
            }
        }
    }
}
