//! For the documents that show what was found.

use crate::lang::Lang;
use crate::profile::Date;
use crate::report::{self, Given, PaperKind, Record, Scene, Style};
use crate::view;
use crate::work::{Action, Common, Work};
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

/// What an action of the user makes of the work and of what is the same for all candidates, as
/// the texts that are kept: `[work, common]`.
///
/// # Errors
/// When `action` is none, or `today` is not a day of the calendar.
#[wasm_bindgen]
pub fn act(work: &str, common: &str, action: &str, today: &str) -> Result<Vec<String>, JsError> {
    let today = Date::parse(today).ok_or_else(|| JsError::new("today is not a date"))?;
    let action: Action = serde_json::from_str(action)?;
    let (work, common) = Work::parse(work).after(action, Common::parse(common), today);
    Ok(vec![
        serde_json::to_string(&work)?,
        serde_json::to_string(&common)?,
    ])
}

/// The text of a paper (`line`, `ats`, `security`, `letter`, `json`) about what is shown, as
/// `markdown` or `plain`; empty without a verdict.
///
/// # Errors
/// When `entry` or `given` is not what [`paint`] takes.
#[wasm_bindgen]
pub fn paper(
    entry: JsValue,
    given: JsValue,
    kind: &str,
    style: &str,
    lang: &str,
) -> Result<String, JsValue> {
    let record: Option<Record> = serde_wasm_bindgen::from_value(entry)?;
    let given: Option<Given> = serde_wasm_bindgen::from_value(given)?;
    let scene = Scene::of(given.unwrap_or_default());
    let style = match style {
        "plain" => Style::Plain,
        _ => Style::Markdown,
    };
    let text = record
        .zip(PaperKind::named(kind))
        .and_then(|(record, kind)| {
            report::paper(&record, &scene, kind, style, Lang::from_tag(lang))
        });
    Ok(text.unwrap_or_default())
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
