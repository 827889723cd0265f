//! The sources of a candidate, as the screen lists them.

use crate::files::{self, Facts, Gap, Unseen};
use serde::{Deserialize, Serialize};

/// A source, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// Its number.
    pub id: u32,
    /// How the user knows it.
    pub name: String,
    /// Its kind.
    pub kind: SourceKind,
    /// When it was added.
    pub at: String,
    /// The address of a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The tab that it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tab: Option<u32>,
    /// Whether its words may be shown in the page itself.
    #[serde(default)]
    pub in_page: bool,
    /// Why it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
    /// What of it was left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// Its number among the sources that were judged together; absent when it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged: Option<u32>,
    /// What was read, line by line.
    #[serde(default)]
    pub text: Vec<String>,
    /// What is in a file and cannot be seen; its line is one of `text`, or behind the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unseen: Vec<Unseen>,
    /// What a file says about itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts>,
}

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A page in a tab.
    Page,
    /// A pasted text.
    Text,
    /// A file.
    File,
}

/// Why a source could not be read: what a file has, and what a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// Nothing is in it.
    Empty,
    /// Its format is none of those that are read.
    Unknown,
    /// An old format that its own program can save anew.
    OldFormat,
    /// It asks for a password.
    Encrypted,
    /// A scan: pictures and no text.
    Scanned,
    /// It is damaged.
    Damaged,
    /// It is too large.
    TooLarge,
    /// A page that is no candidate's.
    NotACandidate,
    /// A page that asks to sign in.
    SignIn,
    /// Anything else.
    #[serde(other)]
    Failed,
}

impl From<files::Problem> for Problem {
    fn from(problem: files::Problem) -> Self {
        match problem {
            files::Problem::Empty => Self::Empty,
            files::Problem::Unknown => Self::Unknown,
            files::Problem::OldFormat => Self::OldFormat,
            files::Problem::Encrypted => Self::Encrypted,
            files::Problem::Scanned => Self::Scanned,
            files::Problem::Damaged => Self::Damaged,
            files::Problem::TooLarge => Self::TooLarge,
        }
    }
}

/// Two sources of which the user has to say whether they are one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The sources.
    pub ids: (u32, u32),
}

/// Another candidate on the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// Its number.
    pub id: u32,
    /// The names of its sources.
    pub names: Vec<String>,
    /// The name of the work on it; empty where there is none.
    #[serde(default)]
    pub key: String,
}
