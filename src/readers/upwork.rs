//! Upwork: names are "First L."; the title of the page alone has city and country together.

use super::generic::{Draft, words};
use super::page::Page;
use crate::profile::{Field, Found};

/// Adds what Upwork marks up; a hint that finds nothing changes nothing.
pub(super) fn hint(page: &Page<'_, '_>, draft: &mut Draft) {
    let property = |name: &str| {
        page.element_with("itemprop", name)
            .map(|id| page.text_of(id))
            .filter(|text| !text.is_empty())
    };
    if let Some(name) = property("name") {
        draft.name = Some(words(name, Field::Name));
    }
    let place: Vec<String> = ["locality", "state-name", "country-name"]
        .into_iter()
        .filter_map(property)
        .collect();
    if !place.is_empty() {
        draft.location = Some(words(place.join(", "), Field::Location));
    }
    let shown = |title: &&str| page.blocks.iter().any(|block| block.text == **title);
    let titled = page
        .title_parts()
        .get(1)
        .copied()
        .filter(shown)
        .map(str::to_owned);
    if let Some(title) =
        titled.or_else(|| second_heading(page, draft.name.as_ref().map_or("", |name| &name.text)))
    {
        draft.headline = Some(words(title, Field::Headline));
    }
    draft.about = overview(page, draft).or(draft.about.take());
    let clock = page
        .blocks
        .iter()
        .find_map(|block| super::figures::local_time(&block.text));
    draft.profile.local_time = clock.map_or(Found::Empty, Found::Seen);
}

/// The title of the profile is the first heading after the name that opens no section.
fn second_heading(page: &Page<'_, '_>, name: &str) -> Option<String> {
    let at = page.blocks.iter().position(|block| block.text == name)?;
    let title = |block: &&crate::blocks::Block| {
        (1..=2).contains(&block.heading)
            && block.text != name
            && super::words::section(&block.text).is_none()
    };
    page.blocks
        .iter()
        .skip(at)
        .find(title)
        .map(|block| block.text.clone())
}

/// The overview: the text between the title and the next heading that is not the rate.
fn overview(page: &Page<'_, '_>, draft: &Draft) -> Option<crate::profile::Words> {
    let headline = draft.headline.as_ref()?;
    let at = page
        .blocks
        .iter()
        .position(|block| block.heading > 0 && block.text == headline.text)?;
    let rate = |text: &str| text.contains("/hr") || text.starts_with('$');
    let own = page
        .blocks
        .iter()
        .skip(at + 1)
        .take_while(|block| block.heading == 0 || rate(&block.text));
    let lines: Vec<&str> = own
        .filter(|block| {
            block.heading == 0 && !rate(&block.text) && !super::words::is_noise(&block.text)
        })
        .map(|block| block.text.as_str())
        .collect();
    (!lines.is_empty()).then(|| words(lines.join("\n"), Field::About))
}
