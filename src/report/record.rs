//! What the worker stored about a tab, as far as the panel shows it.

use super::Assessment;
use serde::Deserialize;

/// The stored record of a tab.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    /// How far the reading got.
    pub state: State,
    /// Title of the page that was read.
    #[serde(default)]
    pub title: Option<String>,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// What went wrong, or was left out, in one sentence of the user's language.
    #[serde(default)]
    pub why: Option<String>,
    /// The user's estimate that one application in so many has misstated details; absent
    /// until the user gives one.
    #[serde(default)]
    pub one_in: Option<u32>,
    /// The verdict, when there is one.
    #[serde(default)]
    pub verdict: Option<Judged>,
}

/// The part of a verdict that the panel shows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Judged {
    /// Absent when the page is no candidate's.
    #[serde(default)]
    pub assessment: Option<Assessment>,
}

/// How far the reading of a tab got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is being read.
    Reading,
    /// There is a verdict.
    Judged,
    /// It is not a candidate's page.
    NotACandidate,
    /// It could not be read.
    Failed,
    /// The user switched the site off.
    Off,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_record_is_read_with_and_without_its_optional_parts() {
        let check = |json: serde_json::Value, state: State, judged: bool| {
            let record: Record = serde_json::from_value(json).unwrap();
            assert_eq!(record.state, state);
            let verdict = record.verdict.and_then(|verdict| verdict.assessment);
            assert_eq!(verdict.is_some(), judged);
        };
        check(json!({"state": "reading"}), State::Reading, false);
        check(
            json!({"state": "not-a-candidate", "url": "https://example.com", "title": "",
                "platform": null, "why": "gate", "at": 1.5,
                "verdict": {"gate": "other", "level": null, "assessment": null}}),
            State::NotACandidate,
            false,
        );
        check(
            json!({"state": "judged", "title": "Ada", "verdict": {"gate": "person", "assessment":
                {"level": "not-enough", "bits": 0.0, "hits": [], "for_the_person": [],
                "corrections": [], "not_checked": [{"source": 0, "field": "positions.dates",
                "reason": "masked"}], "coverage": [1, 12], "rules_version": "1"}}}),
            State::Judged,
            true,
        );
    }
}
