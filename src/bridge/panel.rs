//! For the documents that show what was found.

use crate::{lang::Lang, report::Record, settings, view};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

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

/// Paints the page of the settings that `state` asks for, as [`view::SettingsState`] has it in
/// JSON. `lang` is the language of the browser, which holds unless another was chosen.
///
/// # Errors
/// When `state` is none.
#[wasm_bindgen]
pub fn paint_settings(root: &web_sys::HtmlElement, state: &str, lang: &str) -> Result<(), JsValue> {
    let state = serde_json::from_str(state).map_err(wrong)?;
    view::paint_settings(root, &state, Lang::from_tag(lang))
}

/// The user's settings after an action of the screen, all as JSON; `policy` may be `null`.
///
/// # Errors
/// With the word of a [`settings::Reason`] when what was typed is refused.
#[wasm_bindgen]
pub fn act_settings(user: &str, policy: &str, action: &str) -> Result<String, JsValue> {
    let user = serde_json::from_str(user).map_err(wrong)?;
    let policy: Option<serde_json::Value> = serde_json::from_str(policy).map_err(wrong)?;
    let action = serde_json::from_str(action).map_err(wrong)?;
    match settings::after(&user, policy.as_ref(), &action) {
        Ok(user) => Ok(user.to_string()),
        Err(reason) => Err(serde_wasm_bindgen::to_value(&reason)?),
    }
}

fn wrong(error: serde_json::Error) -> JsValue {
    JsError::from(error).into()
}
