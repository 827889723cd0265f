//! The candidates that are kept beyond the session: their list, the file that they are saved as,
//! and what of such a file is taken in.
//!
//! Pure: what is kept comes in as it lies in the browser's storage, by the name of the work. A file
//! comes from outside: of it only what has the shape and the size of kept work is taken.

mod entry;
mod file;
mod moment;

pub use file::{Refusal, SCHEMA, Taken, saved, taken};
pub use moment::Moment;

use crate::profile::Date;
use crate::report::{Level, plain};
use serde_json::{Map, Value};

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name of the work.
    pub key: String,
    /// The title of the page, or what there is in its place, as one line.
    pub title: String,
    /// The level, where there was one.
    pub level: Option<Level>,
    /// The last day.
    pub until: Option<Date>,
}

/// The list, by title. Of each candidate the storage's `title`, `url` and `level` are given, and
/// the last `day`; what is wrong there is left out, so that the rest can still be deleted.
pub fn listed(kept: &Map<String, Value>) -> Vec<Listed> {
    let mut list: Vec<Listed> = kept.iter().map(|(key, about)| line(key, about)).collect();
    list.sort_by_cached_key(|line| (line.title.to_lowercase(), line.key.clone()));
    list
}

fn line(key: &str, about: &Value) -> Listed {
    let words = |name: &str| plain(about.get(name).and_then(Value::as_str).unwrap_or_default());
    let names = [words("title"), words("url"), plain(key)];
    let level = about.get("level").cloned();
    let until = about.get("day").and_then(Value::as_str);
    Listed {
        key: key.to_owned(),
        title: names
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_default(),
        level: level.and_then(|level| serde_json::from_value(level).ok()),
        until: until.and_then(Date::parse),
    }
}

#[cfg(test)]
mod tests;
