//! What is known about a tab, or about the candidate on the desk, as far as the panel shows it.

use super::{Assessment, Other, Question, SourceRow};
use serde::{Deserialize, Serialize};

/// The record of a tab or of a candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// How far the reading got.
    pub state: State,
    /// Title of the page that was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Of a tab: the id of the platform whose page it is, or "other".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// What went wrong, or was left out, in one sentence of the user's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The name of the work on a candidate of the desk; absent for a tab, whose address is it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The verdict, when there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Judged>,
    /// The sources of a candidate; none for a tab.
    #[serde(default)]
    pub sources: Vec<SourceRow>,
    /// What the user has to say before all sources are judged together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Other candidates on the desk.
    #[serde(default)]
    pub others: Vec<Other>,
    /// Whether the last action can be undone.
    #[serde(default)]
    pub can_undo: bool,
}

impl Record {
    /// A record without anything but how far the reading got.
    pub const fn of(state: State) -> Self {
        Self {
            state,
            title: None,
            url: None,
            platform: None,
            why: None,
            key: None,
            verdict: None,
            sources: Vec::new(),
            question: None,
            others: Vec::new(),
            can_undo: false,
        }
    }
}

/// The part of a verdict that the panel shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Absent when the page is no candidate's.
    #[serde(default)]
    pub assessment: Option<Assessment>,
}

/// How far the reading of a tab got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The candidate on the desk has no source.
    NoSources,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Found with an input made by hand: the sum of two such numbers, or one with its sign turned, would wrap.
    #[test]
    fn points_are_no_larger_than_can_be_added_up() {
        let check = |stored: f64, expect: &str| {
            let points: crate::report::Points = serde_json::from_value(json!(stored)).unwrap();
            assert_eq!(points.to_string(), expect, "{stored}");
        };
        check(-4.5, "-4.5");
        check(1e300, "100000.0");
        check(-1e300, "-100000.0");
    }

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
