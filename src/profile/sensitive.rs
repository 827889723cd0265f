//! Values that may be compared and never judged: name, school, photo, language, declared
//! nationality.
//!
//! The value is private. It can be compared with another one, and it can be shown to the
//! user by the report, which alone can make a [`Reveal`]. An indicator that tries to read it
//! does not compile:
//!
//! ```compile_fail,E0616
//! fn peek(name: &touchstone::profile::Sensitive<String>) -> &String {
//!     &name.value
//! }
//! ```
//!
//! Nor can anyone but the report get a key:
//!
//! ```compile_fail,E0423
//! let key = touchstone::profile::Reveal(());
//! ```
//!
//! It is not printed and not stored:
//!
//! ```compile_fail,E0277
//! fn print(name: &touchstone::profile::Sensitive<String>) -> String {
//!     format!("{name}")
//! }
//! ```
//!
//! ```compile_fail,E0277
//! fn store(name: &touchstone::profile::Sensitive<String>) -> String {
//!     serde_json::to_string(name).unwrap_or_default()
//! }
//! ```
//!
//! What it is compared with has to be named; it is not handed out for comparing:
//!
//! ```compile_fail,E0599
//! fn words(name: &touchstone::profile::Sensitive<touchstone::profile::Words>) -> usize {
//!     name.len()
//! }
//! ```

pub use crate::report::Reveal;

/// A value that may be compared and never judged.
#[derive(Clone, PartialEq, Eq)]
pub struct Sensitive<T> {
    value: T,
}

impl<T> Sensitive<T> {
    /// Locks `value` in.
    pub const fn new(value: T) -> Self {
        Self { value }
    }

    /// The value, for showing it to the user; only the report can make the key.
    pub const fn reveal(&self, _key: &Reveal) -> &T {
        &self.value
    }
}

impl<T> std::fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sensitive")
    }
}

/// How two ways of writing a name relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They name the same: all words of the shorter one occur in the other, folded, in any
    /// order; an initial agrees with the word it begins.
    Agrees,
    /// Some words agree and some do not: nickname, second family name, maiden name.
    Partly,
    /// No word agrees, and both have at least two words.
    Disjoint,
    /// Too little to say: fewer than two words on a side that do not agree.
    Unclear,
}

impl Sensitive<super::Words> {
    /// Compares with the words of another writing of the name, in any order and script.
    pub fn agreement(&self, words: &[&str]) -> Agreement {
        crate::text::compare_names(&self.value.text, words)
    }

    /// Whether the value, folded, is one of these texts: headings that a reader took for a name.
    pub fn is_one_of(&self, folded: &[&str]) -> bool {
        let value = crate::text::fold(&self.value.text);
        folded.contains(&value.trim())
    }

    /// Compares with another locked value.
    pub fn agrees_with(&self, other: &Self) -> Agreement {
        let words: Vec<&str> = other.value.text.split_whitespace().collect();
        self.agreement(&words)
    }

    /// Where the value stands, which says nothing about what it is.
    pub const fn place(&self) -> super::Place {
        self.value.place
    }
}
