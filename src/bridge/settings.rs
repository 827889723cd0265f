//! For the worker, which stores what holds of the settings, and for the page of the settings.

use crate::{lang::Lang, settings, view};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// What holds of the user's settings and an administrator's policy, both as JSON, and whether the
/// first run opens its page: `{ settings, first_run }` as JSON. Whatever is no JSON counts as
/// nothing.
#[wasm_bindgen]
pub fn in_force(user: &str, policy: &str) -> String {
    let read = |text| serde_json::from_str(text).unwrap_or(serde_json::Value::Null);
    let found = settings::in_force(&read(user), Some(&read(policy)));
    serde_json::json!({ "settings": found.settings, "first_run": found.first_run }).to_string()
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
