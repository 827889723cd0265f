//! What can be taken away from the panel as a text: notes, the letter, data for programs.

use super::letter::letter;
use super::note::{self, Length, note};
use super::text::Style;
use super::{Record, Rows, Scene, Told};
use crate::lang::{Key, Lang, key};
use serde::Serialize;

/// The version of the data for programs: docs/assessment.schema.json.
pub const SCHEMA: &str = "touchstone-assessment-1";

/// A text to take away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    /// A note of some length.
    Note(Length),
    /// A letter to the candidate.
    Letter,
    /// Data for programs.
    Json,
}

impl PaperKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Note(Length::Line),
        Self::Note(Length::Ats),
        Self::Note(Length::Security),
        Self::Letter,
        Self::Note(Length::Copy),
        Self::Json,
    ];

    /// Its name in data.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note(Length::Line) => "line",
            Self::Note(Length::Ats) => "ats",
            Self::Note(Length::Security) => "security",
            Self::Note(Length::Copy) => "copy",
            Self::Letter => "letter",
            Self::Json => "json",
        }
    }

    /// The one of this name.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What it is called.
    pub const fn title(self) -> Key {
        match self {
            Self::Note(Length::Line) => key::NOTE_AS_LINE,
            Self::Note(Length::Ats) => key::NOTE_AS_ATS,
            Self::Note(Length::Security) => key::NOTE_AS_SECURITY,
            Self::Note(Length::Copy) => key::NOTE_AS_COPY,
            Self::Letter => key::NOTE_AS_LETTER,
            Self::Json => key::NOTE_AS_JSON,
        }
    }

    /// What it is for.
    pub const fn about(self) -> Key {
        match self {
            Self::Note(Length::Line) => key::NOTE_FOR_LINE,
            Self::Note(Length::Ats) => key::NOTE_FOR_ATS,
            Self::Note(Length::Security) => key::NOTE_FOR_SECURITY,
            Self::Note(Length::Copy) => key::NOTE_FOR_COPY,
            Self::Letter => key::NOTE_FOR_LETTER,
            Self::Json => key::NOTE_FOR_JSON,
        }
    }
}

/// The text of a paper about what is shown; absent without a verdict.
pub fn paper(
    record: &Record,
    scene: &Scene,
    kind: PaperKind,
    style: Style,
    lang: Lang,
) -> Option<String> {
    let (found, _) = scene.verdict(record)?;
    let told = scene.told(&found);
    if kind == PaperKind::Json {
        return json(record, scene, &told);
    }
    let rows = Rows::of(&told, lang, record);
    let begun = scene.begun(lang);
    let day = scene.given.today.as_str();
    let ticked = scene.ticked();
    let beside = note::Beside {
        page: [part(record.title.as_ref()), part(record.url.as_ref())],
        day,
        begun: &begun,
        ticked: &ticked,
        words: scene.work.as_ref().map_or("", |work| &work.board().note),
    };
    Some(match kind {
        PaperKind::Note(length) => note(&rows, &beside, length, style),
        _ => letter(&rows, style),
    })
}

fn part(text: Option<&String>) -> &str {
    text.map_or("", String::as_str)
}

/// An assessment for programs, with the work on it.
#[derive(Serialize)]
struct Exported<'a> {
    schema: &'static str,
    /// The day on which it was written.
    date: String,
    title: &'a str,
    url: &'a str,
    assessment: &'a Told<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    work: Option<&'a crate::work::Board>,
}

fn json(record: &Record, scene: &Scene, told: &Told<'_>) -> Option<String> {
    let exported = Exported {
        schema: SCHEMA,
        date: scene.today.to_string(),
        title: part(record.title.as_ref()),
        url: part(record.url.as_ref()),
        assessment: told,
        work: scene.work.as_ref().map(crate::work::Work::board),
    };
    serde_json::to_string_pretty(&exported).ok()
}
