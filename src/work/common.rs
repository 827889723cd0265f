//! What is the same for all candidates: the role that is hired for, the stage that was looked at
//! last, and the counts of the lines. Nothing about a person.

use super::Feedback;
use crate::indicators::Stage;
use crate::steps::Role;
use serde::{Deserialize, Serialize};

/// What is kept beside the work on the candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Common {
    /// The counts of all lines.
    pub feedback: Feedback,
    /// The role that was said last: the next candidate is taken to apply for it too.
    pub role: Role,
    /// The stage that was said last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
}

impl Common {
    /// What was kept; anything else counts as nothing.
    pub fn parse(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }

    /// The same with no counts.
    #[must_use]
    pub fn without_counts(self) -> Self {
        Self {
            feedback: Feedback::default(),
            ..self
        }
    }
}
