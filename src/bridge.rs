//! What JavaScript calls. Thin: nothing is decided here.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(feature = "panel"))]
use crate::{indicators::Given, profile::Date, readers, report};
#[cfg(not(feature = "panel"))]
use serde::Serialize;
#[cfg(not(feature = "panel"))]
use wasm_bindgen::JsError;

#[cfg(feature = "panel")]
use crate::{lang::Lang, report::Record, view};

/// Reads and judges the page at `url`, as of the day `today` (`YYYY-MM-DD`); `known` says whether
/// the list of known identifiers is consulted.
///
/// # Errors
/// When `today` is not a day of the calendar.
#[cfg(not(feature = "panel"))]
#[wasm_bindgen]
pub fn judge(url: &str, html: &str, today: &str, known: bool) -> Result<JsValue, JsError> {
    let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
    let given = Given {
        without_known: !known,
        ..Given::default()
    };
    let verdict = report::verdict(readers::read(url, html), today, given);
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(verdict.serialize(&serializer)?)
}

/// Paints what is stored about a tab (`null` or `undefined`: nothing yet) into `root`.
///
/// # Errors
/// When `entry` is not a record of this version.
#[cfg(feature = "panel")]
#[wasm_bindgen]
pub fn paint(root: &web_sys::HtmlElement, entry: JsValue, lang: &str) -> Result<(), JsValue> {
    let record: Option<Record> = serde_wasm_bindgen::from_value(entry)?;
    view::paint(root, record.as_ref(), Lang::from_tag(lang))
}
