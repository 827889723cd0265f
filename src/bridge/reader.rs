//! For the page-reading worker.

use crate::{profile::Date, readers, report, work::Kept};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Reads and judges the page at `url`, as of the day `today` (`YYYY-MM-DD`); `known` says whether
/// the list of known identifiers is consulted, and `work` is what was kept of the work on this page:
/// lines that are set aside do not count.
///
/// # Errors
/// When `today` is not a day of the calendar.
#[wasm_bindgen]
pub fn judge(
    url: &str,
    html: &str,
    today: &str,
    known: bool,
    work: &str,
) -> Result<JsValue, JsError> {
    let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
    let verdict = report::verdict(readers::read(url, html), today, known, &Kept::parse(work));
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(verdict.serialize(&serializer)?)
}
