//! An invented assessment with texts of its own, for tests of what is shown.

use super::rows::Book;
use super::{Assessment, Correction, Hit, Level, Points, Reason, Span, Unchecked};
use crate::lang::{Lang, Reference, Texts};
use crate::profile::{Field, Place};
use std::collections::BTreeMap;

pub const BOOK: Book = Book {
    texts,
    references,
    group_title,
};

const EARLY: Texts = Texts {
    title: "{technology} before its first release",
    why: "{technology} was first released in {released}.",
    innocent: &["A summary may stand under an older role."],
    next: "Ask which year it went live.",
    question: "How did you begin with {technology}?",
};

const REFERENCE: Reference = Reference {
    source: "SAMPLE-24",
    title: "A sample report",
    url: "https://example.com/report",
    date: "2024-10",
    says: "Dates that cannot be right are common.",
};

fn texts(_lang: Lang, id: &str) -> Option<&'static Texts> {
    (id != "other/unknown").then_some(&EARLY)
}

const fn references(_id: &str) -> &'static [Reference] {
    &[REFERENCE]
}

fn group_title(_lang: Lang, group: &str) -> Option<&'static str> {
    (group == "work-history").then_some("Employment history")
}

/// An assessment without any line.
pub fn empty(level: Level) -> Assessment {
    Assessment {
        level,
        bits: Points(0),
        hits: Vec::new(),
        for_the_person: Vec::new(),
        aside: Vec::new(),
        corrections: Vec::new(),
        nearly: Vec::new(),
        not_checked: Vec::new(),
        coverage: (7, 12),
        enough: true,
        kind: None,
        rules_version: "0.1.0".to_owned(),
    }
}

/// A line of these tenths of a point.
pub fn hit(id: &str, bits: i32) -> Hit {
    let span = |place: Place, words: &str| Span {
        source: 0,
        place,
        words: words.to_owned(),
    };
    let facts = [("technology", "Kubernetes"), ("released", "2014")];
    Hit {
        id: id.to_owned(),
        bits: Points(bits),
        evidence: vec![
            span(Place::at(Field::PositionText, 1), "Ran Kubernetes in 2011"),
            span(Place::at(Field::PositionDates, 1), "2010 - 2012"),
        ],
        facts: facts
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
    }
}

/// Two lines to verify, one for the person, one correction, three fields not checked.
pub fn assessment() -> Assessment {
    let unchecked = |field: Field, reason: &str| Unchecked {
        source: 0,
        field,
        reason: reason.to_owned(),
    };
    let mut fits = hit("presence/sample", -20);
    fits.evidence.truncate(1);
    fits.facts = BTreeMap::new();
    Assessment {
        bits: Points(70),
        hits: vec![hit("work-history/one", 60), hit("work-history/two", 45)],
        for_the_person: vec![fits],
        corrections: vec![Correction {
            reason: Reason::GroupCap("work-history".to_owned()),
            bits: Points(-15),
        }],
        not_checked: vec![
            unchecked(Field::Skills, "not-loaded"),
            unchecked(Field::Name, "masked"),
            unchecked(Field::Followers, "not-loaded"),
        ],
        ..empty(Level::VerifyFirst)
    }
}
