//! Résumés, letters and pitches as text: the same sections, dates and contacts as on a page.
//!
//! A text has no address and no elements: the name is the first line that looks like one,
//! entries are cut by lines, and everything is also kept as the candidate's own text.

use super::generic::{self, Draft, words};
use super::{Address, contacts, name, sections, words as lists};
use crate::blocks::{self, Block};
use crate::files::Paper;
use crate::profile::{Field, Found, Platform, Profile};

/// Reads a plain text or Markdown.
///
/// ```
/// let text = "Jo Doe\nBaker\n\nExperience\nBaker, Pain & Co\n2019 – 2021\njo@example.org";
/// let profile = touchstone::readers::read_text(text);
/// assert_eq!(profile.positions.items().len(), 1);
/// assert_eq!(profile.emails.items()[0].address, "jo@example.org");
/// ```
pub fn read_text(text: &str) -> Profile {
    read_blocks(&blocks::of_text(text))
}

/// Reads an opened file.
pub fn read_paper(paper: &Paper) -> Profile {
    read_blocks(&paper.blocks)
}

fn read_blocks(body: &[Block]) -> Profile {
    let found = sections::split(body);
    let mut draft = Draft::default();
    read_top(
        body,
        found.first().map_or(body.len(), |section| section.heading),
        &mut draft,
    );
    generic::read_sections(None, body, false, &found, &mut draft);
    draft.about = about(body, &found).map(|text| words(text, Field::About));
    let links = contacts::links(body, &Address::default());
    draft.profile.handles =
        Found::Seen(contacts::handles(&super::Address::default(), &links, body)).non_empty();
    draft.profile.emails = Found::Seen(contacts::emails(body)).non_empty();
    draft.profile.phones = Found::Seen(contacts::phones(body)).non_empty();
    draft.profile.links = Found::Seen(links).non_empty();
    let whole: Vec<&str> = body.iter().map(|line| line.text.as_str()).collect();
    draft.texts.push(words(whole.join("\n"), Field::Text));
    generic::finish(draft, "", Platform::Resume)
}

/// Name and headline stand in the first lines, before any section.
fn read_top(body: &[Block], end: usize, draft: &mut Draft) {
    let top = body.get(..end.min(6)).unwrap_or_default();
    let Some(at) = top
        .iter()
        .position(|line| name::is_name_like(&line.text, false))
    else {
        return;
    };
    let text = |at: usize| top.get(at).map(|line| line.text.clone());
    draft.name = text(at).map(|text| words(text, Field::Name));
    let rest = at + 1..top.len();
    let is_contact = |text: &str| text.contains(['@', '+']) || text.contains("://");
    let place = rest
        .clone()
        .find(|at| text(*at).is_some_and(|text| lists::place_score(&text) >= 3));
    draft.location = place
        .and_then(text)
        .map(|text| words(text, Field::Location));
    let headline = rest.clone().find(|at| {
        Some(*at) != place
            && text(*at).is_some_and(|text| !is_contact(&text) && text.chars().count() <= 120)
    });
    draft.headline = headline
        .and_then(text)
        .map(|text| words(text, Field::Headline));
}

fn about(body: &[Block], found: &[sections::Found]) -> Option<String> {
    let section = found
        .iter()
        .find(|section| section.kind == Some(lists::Section::About))?;
    let body = body.get(section.body.clone())?;
    let text: Vec<&str> = body.iter().map(|line| line.text.as_str()).collect();
    (!text.is_empty()).then(|| text.join("\n"))
}
