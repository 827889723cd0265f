//! What Touchstone holds to be true of any input, as functions that a fuzzer calls.
//!
//! One function a target: it takes bytes, and stops where something does not hold. `targets/` has
//! the fuzzers, which know nothing; README.md says in words what each of them holds.
//!
//! Invariants: every input means something (bytes that are no text are read as one that is), so
//! that no run is wasted; nothing depends on anything but the input.

mod boundary;
mod dates;
mod engine;
mod files;
mod html;
mod page;
mod resume;
mod said;
#[cfg(test)]
mod seeds;
mod verdict;

pub use boundary::{desk, kept, panel, settings, work};
pub use dates::dates;
pub use engine::{engine, written};
pub use files::{docx, json_resume, pdf, text};
pub use html::html;
pub use page::page;
pub use resume::resume;

use std::borrow::Cow;
use touchstone::profile::Date;

/// The input as a text.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// "Today" where the input does not say it.
fn today() -> Date {
    Date {
        year: 2026,
        month: 11,
        day: 26,
    }
}

/// A value as the bytes that leave the core.
fn bytes_of<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_string(value) {
        Ok(text) => text,
        Err(error) => panic!("cannot be written: {error}"),
    }
}

/// The value comes back from its own bytes.
fn comes_back<T>(value: &T)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let text = bytes_of(value);
    match serde_json::from_str::<T>(&text) {
        Ok(back) => assert_eq!(&back, value, "comes back otherwise"),
        Err(error) => panic!("does not come back: {error}"),
    }
}

/// Without any white space.
fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Its letters and digits alone.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}
