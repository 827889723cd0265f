//! A run: words of one look.

use super::{attribute, local};
use quick_xml::events::BytesStart;

/// Half points; text of under two points cannot be read.
const TINY: u32 = 4;

/// What text between elements is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    /// White space of the file.
    #[default]
    Nothing,
    /// Words.
    Words,
    /// The instruction of a field.
    Instruction,
}

/// What is said of the words being read.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) style: Option<String>,
    pub(super) hidden: bool,
    pub(super) reading: Reading,
    colour: Option<String>,
    size: Option<u32>,
    shaded: bool,
}

impl Run {
    /// Takes what an element says of the run.
    pub(super) fn take(&mut self, start: &BytesStart<'_>) {
        let value = || attribute(start, "val");
        match local(start) {
            "t" | "delText" => self.reading = Reading::Words,
            "instrText" => self.reading = Reading::Instruction,
            "rStyle" => self.style = value(),
            "vanish" => self.hidden = !matches!(value().as_deref(), Some("0" | "false" | "off")),
            "color" => self.colour = value(),
            "sz" => self.size = value().and_then(|size| size.parse().ok()),
            "shd" | "highlight" => self.shaded = true,
            _ => {}
        }
    }

    pub(super) fn is_tiny(&self) -> bool {
        self.size.is_some_and(|size| size < TINY)
    }

    /// White words without a ground of their own.
    pub(super) fn is_white(&self) -> bool {
        let white = |colour: &String| {
            let parts = [colour.get(0..2), colour.get(2..4), colour.get(4..6)];
            parts.into_iter().all(|part| {
                part.and_then(|part| u8::from_str_radix(part, 16).ok())
                    .is_some_and(|part| part >= 0xF8)
            })
        };
        !self.shaded && self.colour.as_ref().is_some_and(white)
    }
}
