//! For the page-reading worker.

use crate::indicators::Given;
use crate::{profile::Date, readers, report};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Reads and judges the page at `url`, as of the day `today` (`YYYY-MM-DD`); `known` says whether
/// the list of known identifiers is consulted, `aside` has the ids of the lines that the user set
/// aside, and `observed` those that the user ticked, one a line of text.
///
/// # Errors
/// When `today` is not a day of the calendar.
#[wasm_bindgen]
pub fn judge(
    url: &str,
    html: &str,
    today: &str,
    known: bool,
    aside: &str,
    observed: &str,
) -> Result<JsValue, JsError> {
    let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
    let aside: Vec<&str> = aside.lines().collect();
    let observed: Vec<&str> = observed.lines().collect();
    let given = Given {
        without_known: !known,
        aside: &aside,
        observed: &observed,
    };
    let verdict = report::verdict(readers::read(url, html), today, given);
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(verdict.serialize(&serializer)?)
}
