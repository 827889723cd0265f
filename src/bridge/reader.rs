//! For the page-reading worker.

use super::given;
use crate::{profile::Date, readers, report, settings};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Reads and judges the page at `url`, as of the day `today` (`YYYY-MM-DD`); `known` says whether
/// the list of known identifiers is consulted.
///
/// # Errors
/// When `today` is not a day of the calendar.
#[wasm_bindgen]
pub fn judge(url: &str, html: &str, today: &str, known: bool) -> Result<JsValue, JsError> {
    let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
    let verdict = report::verdict(readers::read(url, html), today, given(known));
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(verdict.serialize(&serializer)?)
}

/// What holds of the user's settings and an administrator's policy, both as JSON, and whether the
/// first run opens its page: `{ settings, first_run }` as JSON. Whatever is no JSON counts as
/// nothing.
#[wasm_bindgen]
pub fn in_force(user: &str, policy: &str) -> String {
    let read = |text| serde_json::from_str(text).unwrap_or(serde_json::Value::Null);
    let found = settings::in_force(&read(user), Some(&read(policy)));
    serde_json::json!({ "settings": found.settings, "first_run": found.first_run }).to_string()
}
