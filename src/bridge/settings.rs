//! For the worker, which stores what holds of the settings, and for the page of the settings.

use crate::settings::kept::{self, Moment};
use crate::work::Common;
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

/// The text of the file with the kept candidates; `kept` is what is stored, by the name of the
/// work, as JSON.
///
/// # Errors
/// When `kept` or `now` is not that.
#[wasm_bindgen]
pub fn kept_file(kept: &str, now: &str) -> Result<String, JsValue> {
    let kept = serde_json::from_str(kept).map_err(wrong)?;
    Ok(kept::saved(&kept, moment(now)?))
}

/// What is taken of such a file: `{ put, left }` as JSON. `here` is what [`kept::taken`] asks
/// for, as JSON.
///
/// # Errors
/// With the word of a [`kept::Refusal`] when nothing is taken.
#[wasm_bindgen]
pub fn read_kept_file(
    file: &str,
    here: &str,
    now: &str,
    days: Option<u32>,
) -> Result<String, JsValue> {
    let here = serde_json::from_str(here).map_err(wrong)?;
    match kept::taken(file, &here, moment(now)?, days) {
        Ok(taken) => Ok(serde_json::json!({ "put": taken.put, "left": taken.left }).to_string()),
        Err(refusal) => Err(serde_wasm_bindgen::to_value(&refusal)?),
    }
}

/// What is the same for all candidates, without the counts of the lines.
///
/// # Errors
/// Never, as far as is known.
#[wasm_bindgen]
pub fn reset_counts(common: &str) -> Result<String, JsValue> {
    let common = Common::parse(common).without_counts();
    serde_json::to_string(&common).map_err(wrong)
}

fn moment(text: &str) -> Result<Moment, JsError> {
    Moment::parse(text).ok_or_else(|| JsError::new("now is not a moment"))
}

fn wrong(error: serde_json::Error) -> JsValue {
    JsError::from(error).into()
}
