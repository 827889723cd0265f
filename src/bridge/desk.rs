//! For the worker that puts sources together.

use crate::indicators::Given;
use crate::{desk, profile::Date};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// The desk: what lies on it is kept elsewhere, as a text.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Desk {
    desk: desk::Desk,
}

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
        let given = Given {
            without_known: !known,
            ..Given::default()
        };
        let record = self.desk.record(&state, today, given);
        Ok(serde_json::to_string(&record)?)
    }
}
