//! For the documents that show what was found.

use crate::lang::Lang;
use crate::profile::Date;
use crate::report::{Given, Record, Scene};
use crate::view;
use crate::work::{Action, Feedback, Work};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Paints what is stored about a tab (`null` or `undefined`: nothing yet) into `root`, with the
/// work on it and what the user set. Returns what badge and toolbar say of it; `null` without a
/// verdict.
///
/// # Errors
/// When `entry` is not a record of this version, or `given` is not what `types.d.ts` says.
#[wasm_bindgen]
pub fn paint(
    root: &web_sys::HtmlElement,
    entry: JsValue,
    given: JsValue,
    lang: &str,
) -> Result<JsValue, JsValue> {
    let record: Option<Record> = serde_wasm_bindgen::from_value(entry)?;
    let given: Option<Given> = serde_wasm_bindgen::from_value(given)?;
    let scene = Scene::of(given.unwrap_or_default());
    let painted = view::paint(root, record.as_ref(), &scene, Lang::from_tag(lang))?;
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(painted.serialize(&serializer)?)
}

/// What an action of the user makes of the work and the counts, as the texts that are kept:
/// `[work, feedback]`.
///
/// # Errors
/// When `action` is none, or `today` is not a day of the calendar.
#[wasm_bindgen]
pub fn act(work: &str, feedback: &str, action: &str, today: &str) -> Result<Vec<String>, JsError> {
    let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
    let action: Action = serde_json::from_str(action)?;
    let (work, feedback) = Work::parse(work).after(action, Feedback::parse(feedback), today);
    Ok(vec![
        serde_json::to_string(&work)?,
        serde_json::to_string(&feedback)?,
    ])
}

/// The words of the controls that scripts make around the report, by name.
///
/// # Errors
/// Never in practice: a map of texts can be handed over.
#[wasm_bindgen]
pub fn words(lang: &str) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(view::words(Lang::from_tag(lang)).serialize(&serializer)?)
}
