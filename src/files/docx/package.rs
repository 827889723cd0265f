//! The zip around a Word file: parts by name, each unpacked up to a limit.

use crate::files::{Problem, limits, text};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// What one part may unpack to, in bytes. The text of a résumé has 100 KB of XML.
const MOST_OF_PART: u64 = 32 * 1024 * 1024;

/// What all parts that are read may unpack to, in bytes.
const MOST_OF_ALL: u64 = 96 * 1024 * 1024;

/// An opened zip.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the zip and sees that it is a Word file.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        limits::size(bytes)?;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
        let package = Self {
            zip,
            left: MOST_OF_ALL,
        };
        if package.has("word/document.xml") {
            return Ok(package);
        }
        Err(Problem::Unknown)
    }

    /// Whether a part's name begins so.
    pub(super) fn has(&self, start: &str) -> bool {
        self.names().any(|name| name.starts_with(start))
    }

    /// Names of the XML parts that begin with one of these, in this order.
    pub(super) fn named(&self, starts: &[&str]) -> Vec<String> {
        let mut out = Vec::new();
        for start in starts {
            let mut names: Vec<String> = self
                .names()
                .filter(|name| name.starts_with(start) && is_xml(name))
                .collect();
            names.sort_unstable();
            out.extend(names);
        }
        out
    }

    /// Names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.zip
            .file_names()
            .flatten()
            .map(std::borrow::Cow::into_owned)
    }

    /// A part's text; empty when the file has no such part, or a damaged one.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Problem> {
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Problem::Encrypted);
            }
            Err(_) => return Ok(String::new()),
        };
        let most = MOST_OF_PART.min(self.left);
        let mut bytes = Vec::new();
        // what is damaged further on has been read up to there
        let _damaged = part.take(most + 1).read_to_end(&mut bytes);
        self.left = self.left.saturating_sub(bytes.len() as u64);
        if bytes.len() as u64 > most {
            return Err(Problem::TooLarge);
        }
        Ok(text::decode(&bytes))
    }

    /// Where the relations of a part lead, by their id.
    pub(super) fn links(&mut self, part: &str) -> Result<BTreeMap<String, String>, Problem> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let xml = self.part(&format!("{folder}/_rels/{file}.rels"))?;
        Ok(relations(&xml))
    }
}

fn is_xml(name: &str) -> bool {
    name.rsplit('.')
        .next()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
}

fn relations(xml: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        let start = match event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => start,
            _ => continue,
        };
        let value = |key: &str| super::body::attribute(&start, key);
        if let (Some(id), Some(target)) = (value("Id"), value("Target")) {
            out.insert(id, target);
        }
    }
    out
}
