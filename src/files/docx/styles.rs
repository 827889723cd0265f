//! Styles: which paragraphs are headings, and which text its style hides or shades.

use super::body::{attribute, local};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// How long a chain of styles that build on each other is followed.
const DEEPEST: usize = 12;

/// What a style says; what it does not say, its base says.
#[derive(Clone, Debug, Default)]
struct Style {
    base: Option<String>,
    /// 1 to 6.
    heading: Option<u8>,
    hidden: bool,
    shaded: bool,
    colour: Option<String>,
}

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: HashMap<String, Style>,
}

impl Styles {
    /// Reads `word/styles.xml`; of a damaged part, what stands before the damage.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) if local(&start) == "style" => {
                    open = attribute(&start, "styleId").map(|id| (id, Style::default()));
                }
                Ok(Event::Start(start) | Event::Empty(start)) => {
                    if let Some((_, style)) = &mut open {
                        style.take(&start);
                    }
                }
                Ok(Event::End(end)) if end.local_name().as_ref() == "style" => {
                    styles.known.extend(open.take());
                }
                Ok(Event::Eof) | Err(_) => return styles,
                Ok(_) => {}
            }
        }
    }

    /// The level of a paragraph's style: 1 to 6 for a heading, 0 otherwise.
    pub(super) fn heading(&self, id: &str) -> u8 {
        self.chain(id).find_map(|style| style.heading).unwrap_or(0)
    }

    /// Whether text of the style is not shown.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.hidden)
    }

    /// Whether the style gives a ground or a colour of its own, so that neither can be told
    /// from the text alone.
    pub(super) fn colours(&self, id: &str) -> bool {
        self.chain(id)
            .any(|style| style.shaded || style.colour.is_some())
    }

    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.known.get(id);
        std::iter::successors(first, |style| self.known.get(style.base.as_ref()?)).take(DEEPEST)
    }
}

/// The title of a document is above its headings of the first level.
fn below_title(level: u8) -> u8 {
    level.saturating_add(1).clamp(2, 6)
}

impl Style {
    fn take(&mut self, start: &BytesStart<'_>) {
        let value = attribute(start, "val");
        match local(start) {
            "basedOn" => self.base = value,
            "name" => {
                let name = value.unwrap_or_default().to_ascii_lowercase();
                let level = name
                    .strip_prefix("heading ")
                    .and_then(|level| level.parse().ok());
                self.heading = self.heading.or(level.map(below_title));
                if name == "title" {
                    self.heading = Some(1);
                }
            }
            "outlineLvl" => {
                let level = value.and_then(|level| level.parse::<u8>().ok());
                // 9 is body text
                let level = level.filter(|level| *level < 9);
                self.heading = self.heading.or(level.map(|level| below_title(level + 1)));
            }
            "vanish" => self.hidden = !matches!(value.as_deref(), Some("0" | "false" | "off")),
            "shd" => self.shaded = true,
            "color" => self.colour = value,
            _ => {}
        }
    }
}
