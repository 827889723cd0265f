//! For the worker that opens files.

use crate::files;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Opens a file: a paper, as [`files::Paper`] says.
///
/// # Errors
/// With the word of a problem, such as `encrypted`.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    match files::open(name, bytes) {
        Ok(paper) => Ok(paper.serialize(&serializer)?),
        Err(problem) => Err(problem.serialize(&serializer)?),
    }
}
