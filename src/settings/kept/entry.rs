//! What is kept about one candidate, as it lies in the storage and in a file.

use super::Moment;
use crate::report::Level;
use crate::work::Work;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One candidate, as `types.d.ts` has it.
pub(super) struct Kept {
    /// The work, as the text that [`Work`] is kept as.
    pub work: String,
    /// The title of the page.
    pub title: String,
    /// Its address; empty for a candidate of several sources.
    pub url: String,
    /// The level, where there was one.
    pub level: Option<Level>,
    /// When the work was done last.
    pub at: Moment,
    /// Until when it is kept.
    pub until: Moment,
}

impl Kept {
    /// Reads what has the shape of kept work, and of that only what this version knows. By hand:
    /// what a derived reader adds to the package is as large as all that it would be used for.
    pub fn read(value: &Value) -> Option<Self> {
        let words = |name: &str| value.get(name).and_then(Value::as_str);
        let moment = |name: &str| words(name).and_then(Moment::parse);
        let level = value.get("level").filter(|level| !level.is_null());
        Some(Self {
            work: work(words("work")?)?,
            title: words("title")?.to_owned(),
            url: words("url")?.to_owned(),
            level: level.map(Level::deserialize).transpose().ok()?,
            at: moment("at")?,
            until: moment("until")?,
        })
    }

    /// As it is kept.
    pub fn value(&self) -> Value {
        let mut value = Map::new();
        let mut put = |name: &str, words: String| value.insert(name.to_owned(), words.into());
        put("work", self.work.clone());
        put("title", self.title.clone());
        put("url", self.url.clone());
        put("at", self.at.to_string());
        put("until", self.until.to_string());
        if let Some(level) = self.level {
            value.insert("level".to_owned(), json!(level));
        }
        Value::Object(value)
    }
}

/// The text of the work without what this version does not know; absent when it is none.
fn work(text: &str) -> Option<String> {
    // A list would be read by the order of the fields, which no version promises.
    let object = text.trim_start().starts_with('{');
    let work: Work = serde_json::from_str(text).ok().filter(|_| object)?;
    serde_json::to_string(&work).ok()
}
