//! The file of kept candidates.

use super::{Kept, Moment};
use crate::work::Work;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the file says of itself; a file that says anything else is none.
pub const SCHEMA: &str = "touchstone-kept-1";

/// Most bytes of a file: the browser's storage holds ten million.
const LARGEST_FILE: usize = 8_000_000;

/// Most bytes of the work on one candidate.
const LONGEST_WORK: usize = 1_000_000;

/// Most bytes of a title, an address or a name.
const LONGEST_WORDS: usize = 8_000;

/// Most candidates.
const MOST: usize = 5_000;

/// Why nothing of a file is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Nothing is kept here.
    Off,
    /// It is larger than the storage.
    TooLarge,
    /// It is no file of kept candidates, or somebody changed it.
    Wrong,
    /// The storage has no room for it; only the caller knows.
    NoRoom,
}

/// What is taken of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// What is to be kept now, by the name of the work.
    pub put: BTreeMap<String, Kept>,
    /// How many were left out: over, not newer than what is here, or too long.
    pub left: u32,
}

/// A file, as far as it is looked at.
#[derive(Deserialize)]
struct Read {
    schema: String,
    candidates: BTreeMap<String, Kept>,
}

/// The text of the file with what is kept and not over.
pub fn saved(kept: &BTreeMap<String, Value>, now: Moment) -> String {
    let whole = |value: &Value| serde_json::from_value::<Kept>(value.clone()).ok();
    let candidates: BTreeMap<&str, Kept> = kept
        .iter()
        .filter_map(|(key, value)| Some((key.as_str(), whole(value)?)))
        .filter(|(_, one)| one.until > now)
        .collect();
    let file = json!({ "schema": SCHEMA, "date": now.day(), "candidates": candidates });
    format!("{file:#}\n")
}

/// What is taken of a file. `here` has the candidates of this browser: when they were kept, or
/// nothing for work of this session that is not kept, whose age nobody knows. `days`: for how
/// many candidates are kept here.
///
/// # Errors
/// When the file as a whole is refused; then nothing is to be changed.
pub fn taken(
    file: &str,
    here: &BTreeMap<String, Option<String>>,
    now: Moment,
    days: Option<u32>,
) -> Result<Taken, Refusal> {
    let days = days.filter(|days| *days > 0).ok_or(Refusal::Off)?;
    if file.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let read: Read = serde_json::from_str(file).map_err(|_| Refusal::Wrong)?;
    if read.schema != SCHEMA || read.candidates.len() > MOST {
        return Err(Refusal::Wrong);
    }
    let mut taken = Taken::default();
    for (key, one) in read.candidates {
        let work = whole(&one.work).ok_or(Refusal::Wrong)?;
        let one = bounded(Kept { work, ..one }, now, days);
        if fits(&key, &one) && one.until > now && is_newer(&one, here.get(&key)) {
            taken.put.insert(key, one);
        } else {
            taken.left += 1;
        }
    }
    Ok(taken)
}

/// The text of the work without what this version does not know; absent when it is none.
fn whole(work: &str) -> Option<String> {
    // A list would be read by the order of the fields, which no version promises.
    let object: BTreeMap<String, Value> = serde_json::from_str(work).ok()?;
    let work: Work = serde_json::from_value(object.into_iter().collect()).ok()?;
    serde_json::to_string(&work).ok()
}

/// Nothing is kept for longer than things are kept here, and nothing was done in the future: it
/// would stay newer than all that comes.
fn bounded(one: Kept, now: Moment, days: u32) -> Kept {
    Kept {
        at: one.at.min(now),
        until: one.until.min(now.plus_days(days)),
        ..one
    }
}

fn fits(key: &str, one: &Kept) -> bool {
    let words = [key, &one.title, &one.url];
    let short = words.iter().all(|words| words.len() <= LONGEST_WORDS);
    short && !key.is_empty() && one.work.len() <= LONGEST_WORK
}

/// Whether it is newer than what is here under its name. What is here without a moment that can
/// be read was not kept by this extension, and gives way.
fn is_newer(one: &Kept, here: Option<&Option<String>>) -> bool {
    match here {
        None => true,
        Some(None) => false,
        Some(Some(at)) => Moment::parse(at).is_none_or(|at| one.at > at),
    }
}
