//! Sales Navigator: the marks with which it covers names on request (`data-anonymize`).
//!
//! Recruiter has no mark that could be confirmed; there the generic reader reads alone.

use super::generic::{Draft, words};
use super::page::Page;
use crate::profile::Field;

/// Adds what is marked; a hint that finds nothing changes nothing.
pub(super) fn hint(page: &Page<'_, '_>, draft: &mut Draft) {
    let marked = |name: &str| {
        page.element_with("data-anonymize", name)
            .map(|id| page.text_of(id))
            .filter(|text| !text.is_empty())
    };
    if let Some(name) = marked("person-name") {
        draft.name = Some(words(name, Field::Name));
    }
    if let Some(headline) = marked("headline") {
        draft.headline = Some(words(headline, Field::Headline));
    }
    if let Some(place) = marked("location") {
        draft.location = Some(words(place, Field::Location));
    }
}
