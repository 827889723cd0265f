//! Files: from the bytes of a résumé to a [`Paper`], which readers read like a page.
//!
//! A paper holds the lines that a person sees, in reading order; what the file says about
//! itself; and the text that is in the file and that a person does not see. It can cross from
//! one WASM to another and be kept as JSON.
//!
//! Invariants: knows no section, no field, no language and no indicator. Opening is bounded in
//! time and memory, whatever the bytes are, and never panics: what cannot be opened is a
//! [`Problem`], what could be opened in part has [`Gap`]s. The openers are behind the feature
//! `files`, because the page-reading worker must not carry them.

#[cfg(feature = "files")]
mod docx;
#[cfg(feature = "files")]
mod json_resume;
#[cfg(feature = "files")]
mod limits;
#[cfg(feature = "files")]
mod open;
#[cfg(feature = "files")]
mod pdf;
mod problem;
#[cfg(feature = "files")]
mod stamp;
#[cfg(feature = "files")]
mod text;
#[cfg(feature = "files")]
mod xmp;
#[cfg(feature = "files")]
mod zero_width;

#[cfg(feature = "files")]
pub use limits::MOST_BYTES;
#[cfg(feature = "files")]
pub use open::open;
pub use problem::Problem;

use crate::blocks::Block;
use serde::{Deserialize, Serialize};

/// An opened file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its format.
    pub format: Format,
    /// Its name, as the user's disk has it; for the user's eyes only.
    pub name: String,
    /// The visible text in reading order.
    pub blocks: Vec<Block>,
    /// The line on which each page begins; empty where the format has no pages.
    pub pages: Vec<u32>,
    /// What the file says about itself.
    pub facts: Facts,
    /// Text that is in the file and that a person does not see, in the order of lines.
    pub unseen: Vec<Unseen>,
    /// What was left out, and why; empty when all of it was read.
    pub gaps: Vec<Gap>,
}

/// The format of a file, as its bytes show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Office Open XML, as Word writes it.
    Docx,
    /// Plain text.
    Text,
    /// Text with Markdown headings.
    Markdown,
    /// JSON Resume, <https://jsonresume.org/schema>.
    JsonResume,
}

/// What a file says about itself. Each is absent when the file does not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Who wrote it: PDF `/Author`, Word `dc:creator`.
    pub author: Option<String>,
    /// Who changed it last: Word `cp:lastModifiedBy`.
    pub editor: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The company that the writing program is licensed to: Word `Company`.
    pub company: Option<String>,
    /// The program that it was written with: PDF `/Creator`, Word `Application`.
    pub tool: Option<String>,
    /// The program that made the file: PDF `/Producer`.
    pub producer: Option<String>,
    /// The template it was made from: Word `Template`.
    pub template: Option<String>,
    /// When it was made.
    pub created: Option<Stamp>,
    /// When it was changed last.
    pub modified: Option<Stamp>,
    /// XMP `DocumentID`: the same for all versions of one document.
    pub document_id: Option<String>,
    /// XMP `InstanceID`: of this version.
    pub instance_id: Option<String>,
    /// Word's revision ids: one for each session in which it was changed.
    pub revisions: Vec<String>,
    /// Names of its fonts, without the prefix of a subset, sorted.
    pub fonts: Vec<String>,
    /// Names of files inside it: attachments, pictures, linked files.
    pub embedded: Vec<String>,
}

/// A moment, as a file states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// As written, such as `D:20240131120000+01'00'`.
    pub text: String,
    /// Local date and time, `YYYY-MM-DDTHH:MM:SS`, as far as it is written.
    pub local: String,
    /// Minutes from UTC; absent when the file does not say it.
    pub offset: Option<i16>,
}

/// Text that is in a file and that a person does not see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unseen {
    /// Why it is not seen.
    pub how: How,
    /// The text.
    pub text: String,
    /// The line that it stands in or before.
    pub line: u32,
}

/// Why a text is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The colour of what it stands on.
    Colour,
    /// Too small to be read: under two points.
    Tiny,
    /// Outside of the page, or cut off.
    OffPage,
    /// Behind a picture or an area.
    Behind,
    /// Marked as not to be shown.
    Marked,
    /// Characters without width inside visible words.
    ZeroWidth,
}

/// What was left out of a file that could be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// Pages that hold pictures and no text.
    Pictures,
    /// Pages behind the last that is read.
    Pages,
    /// Text behind the last that is read.
    Length,
    /// Parts that are damaged.
    Damaged,
    /// Letters whose meaning the file does not give.
    Letters,
}
