//! Values whose type cannot be relied on: an administrator's tool may hand a number over as a
//! text and a list as one text.

use super::{BROWSER, PLATFORMS, Read};
use crate::lang::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::ops::RangeInclusive;

/// Why a value is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// There is no setting of this name.
    UnknownName,
    /// There is no platform of this name.
    UnknownPlatform,
    /// The screen does not speak this language.
    UnknownLanguage,
    /// Neither yes nor no.
    NotYesOrNo,
    /// No whole number.
    NotANumber,
    /// A number that is too small or too large.
    OutOfRange,
    /// Not a list of texts.
    NotAList,
    /// Not a list of names with values.
    NotNamed,
    /// Not the name of a host.
    NotAHost,
    /// Neither `auto` nor `click`.
    NotAReading,
}

/// A value, or why it is refused.
pub type Loose<T> = Result<T, Reason>;

/// Yes or no: also as a text or as 1 and 0.
pub fn truth(value: &Value) -> Loose<bool> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        Value::String(text) if text.trim().eq_ignore_ascii_case("true") => Ok(true),
        Value::String(text) if text.trim().eq_ignore_ascii_case("false") => Ok(false),
        Value::Number(_) => match whole(value)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Reason::NotYesOrNo),
        },
        _ => Err(Reason::NotYesOrNo),
    }
}

/// A whole number, also as a text or with a zero after its point.
fn whole(value: &Value) -> Loose<u64> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return Err(Reason::NotANumber),
    };
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|letter| letter.is_ascii_digit()) {
        return Err(Reason::NotANumber);
    }
    text.parse().map_err(|_| Reason::OutOfRange)
}

/// A number within `range`, or none: 0 and an empty text stand for none.
pub fn number(value: &Value, range: &RangeInclusive<u32>) -> Loose<u32> {
    if value.as_str().is_some_and(|text| text.trim().is_empty()) {
        return Ok(0);
    }
    match u32::try_from(whole(value)?) {
        Ok(number) if number == 0 || range.contains(&number) => Ok(number),
        _ => Err(Reason::OutOfRange),
    }
}

/// The code of a language of the screen, or [`BROWSER`].
pub fn language(value: &Value) -> Loose<String> {
    let word = value.as_str().ok_or(Reason::UnknownLanguage)?;
    let word = word.trim().to_ascii_lowercase();
    let spoken = word == BROWSER || Lang::ALL.iter().any(|lang| lang.code() == word);
    spoken.then_some(word).ok_or(Reason::UnknownLanguage)
}

/// `auto` or `click`.
pub fn reading(value: &Value) -> Loose<Read> {
    match value.as_str().map(str::trim) {
        Some("auto") => Ok(Read::Auto),
        Some("click") => Ok(Read::Click),
        _ => Err(Reason::NotAReading),
    }
}

/// The texts of a list; a single text holds several with commas or spaces between them. What is
/// no text comes back as null, so that it can be refused by itself.
pub fn list(value: &Value) -> Loose<Vec<Value>> {
    let split = |text: &str| {
        let parts = text.split([',', ' ', '\n', ';']);
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(Value::from).collect()
    };
    match value {
        Value::Array(items) => Ok(items.clone()),
        Value::String(text) => Ok(split(text)),
        _ => Err(Reason::NotAList),
    }
}

/// The name of a host, as it stands in an address.
pub fn host(value: &Value) -> Loose<String> {
    let host = value.as_str().ok_or(Reason::NotAHost)?;
    let host = host.trim().to_ascii_lowercase();
    let plain = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'.';
    let whole = !host.is_empty() && host.len() <= 253 && host.bytes().all(plain);
    let ends = host.starts_with('.') || host.ends_with('.');
    (whole && !ends).then_some(host).ok_or(Reason::NotAHost)
}

/// The id of a platform.
pub fn platform(id: &str) -> Loose<&'static str> {
    let found = PLATFORMS.iter().find(|(known, _)| *known == id);
    found.map(|(id, _)| *id).ok_or(Reason::UnknownPlatform)
}
