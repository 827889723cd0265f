//! What JavaScript calls. Thin: nothing is decided here.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(all(feature = "desk", not(feature = "panel")))]
use crate::desk;
#[cfg(not(feature = "panel"))]
use crate::{indicators::Given, profile::Date, readers, report};
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
    let verdict = report::verdict(readers::read(url, html), today, given(known));
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(verdict.serialize(&serializer)?)
}

/// The desk: what lies on it is kept elsewhere, as a text.
#[cfg(all(feature = "desk", not(feature = "panel")))]
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Desk {
    desk: desk::Desk,
}

#[cfg(all(feature = "desk", not(feature = "panel")))]
#[wasm_bindgen]
impl Desk {
    /// A desk that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// The state after an action, which is JSON as `types.d.ts` says; whatever is no state counts
    /// as an empty desk.
    ///
    /// # Errors
    /// With the word of a refusal, or when the action is none.
    pub fn act(&self, state: &str, action: &str) -> Result<String, JsValue> {
        let wrong = |error: serde_json::Error| JsValue::from(JsError::from(error));
        let action = serde_json::from_str(action).map_err(wrong)?;
        let state = desk::State::parse(state).after(action);
        let state = state.map_err(|refusal| JsValue::from_str(refusal.word()))?;
        serde_json::to_string(&state).map_err(wrong)
    }

    /// The record of the candidate as JSON, judged as of the day `today`.
    ///
    /// # Errors
    /// When `today` is not a day of the calendar.
    pub fn record(&mut self, state: &str, today: &str, known: bool) -> Result<String, JsError> {
        let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
        let state = desk::State::parse(state);
        let record = self.desk.record(&state, today, given(known));
        Ok(serde_json::to_string(&record)?)
    }
}

#[cfg(not(feature = "panel"))]
fn given(known: bool) -> Given<'static> {
    Given {
        without_known: !known,
        ..Given::default()
    }
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

/// The words of the controls that scripts make around the report, by name.
///
/// # Errors
/// Never in practice: a map of texts can be handed over.
#[cfg(feature = "panel")]
#[wasm_bindgen]
pub fn words(lang: &str) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(view::words(Lang::from_tag(lang)).serialize(&serializer)?)
}
