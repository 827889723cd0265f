//! The file of kept candidates.

use super::Moment;
use super::entry::Kept;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What is to be kept now, by the name of the work.
    pub put: Map<String, Value>,
    /// How many were left out: over, not newer than what is here, or too long.
    pub left: u32,
}

/// The text of the file with what is kept and not over.
pub fn saved(kept: &Map<String, Value>, now: Moment) -> String {
    let mut candidates = Map::new();
    for (key, value) in kept {
        if let Some(one) = Kept::read(value).filter(|one| one.until > now) {
            candidates.insert(key.clone(), one.value());
        }
    }
    let day = now.day().to_string();
    let file = json!({ "schema": SCHEMA, "date": day, "candidates": candidates });
    format!("{file:#}\n")
}

/// What is taken of a file. `here` has the candidates of this browser: when they were kept, or
/// null for work of this session that is not kept, whose age nobody knows. `days`: for how
/// many candidates are kept here.
///
/// # Errors
/// When the file as a whole is refused; then nothing is to be changed.
pub fn taken(
    file: &str,
    here: &Map<String, Value>,
    now: Moment,
    days: Option<u32>,
) -> Result<Taken, Refusal> {
    let days = days.filter(|days| *days > 0).ok_or(Refusal::Off)?;
    if file.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    let mut taken = Taken::default();
    for (key, value) in &candidates(file).ok_or(Refusal::Wrong)? {
        let one = Kept::read(value).ok_or(Refusal::Wrong)?;
        let one = bounded(one, now, days);
        if fits(key, &one) && one.until > now && is_newer(&one, here.get(key)) {
            taken.put.insert(key.clone(), one.value());
        } else {
            taken.left += 1;
        }
    }
    Ok(taken)
}

/// The candidates of a file; absent when it is none.
fn candidates(file: &str) -> Option<Map<String, Value>> {
    let file: Value = serde_json::from_str(file).ok()?;
    let is_one = file.get("schema").and_then(Value::as_str) == Some(SCHEMA);
    let found = file.get("candidates").and_then(Value::as_object);
    found.filter(|all| is_one && all.len() <= MOST).cloned()
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
fn is_newer(one: &Kept, here: Option<&Value>) -> bool {
    match here {
        None => true,
        Some(Value::Null) => false,
        Some(at) => {
            let at = at.as_str().and_then(Moment::parse);
            at.is_none_or(|at| one.at > at)
        }
    }
}
