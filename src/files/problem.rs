//! Why a file could not be opened.

use serde::{Deserialize, Serialize};

/// Why a file could not be opened. The sentence for it is in the interface texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// Nothing is in it.
    Empty,
    /// Its format is none of those that are read.
    Unknown,
    /// Word's format of before 2007, or another one that its own program can save anew.
    OldFormat,
    /// It asks for a password, or is encrypted in a way that is not supported.
    Encrypted,
    /// It holds pictures and no text: a scan.
    Scanned,
    /// It is damaged beyond reading.
    Damaged,
    /// It is larger than what is read, or unpacks to more.
    TooLarge,
}
