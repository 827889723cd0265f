//! For the documents that show what was found.

use crate::{lang::Lang, report::Record, view};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Paints what is stored about a tab (`null` or `undefined`: nothing yet) into `root`.
///
/// # Errors
/// When `entry` is not a record of this version.
#[wasm_bindgen]
pub fn paint(root: &web_sys::HtmlElement, entry: JsValue, lang: &str) -> Result<(), JsValue> {
    let record: Option<Record> = serde_wasm_bindgen::from_value(entry)?;
    view::paint(root, record.as_ref(), Lang::from_tag(lang))
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
