//! One line of the output: what a line of the input came to.

use super::candidate::{Candidate, Refusal};
use super::lines::Line;
use super::reading::{State, case};
use serde::Serialize;
use serde_json::Value;
use touchstone::indicators::{Given, assess_with};
use touchstone::profile::Date;
use touchstone::report::{Assessment, Correction, Hit, Level, Points, ProfileKind, Told};

/// What every line is for.
const PURPOSE: &str = "measurement";

/// How candidates are judged.
#[derive(Clone, Copy)]
pub struct Judge {
    /// The day as of which they are, where a line does not say one.
    pub today: Date,
    /// Whether the whole assessment is written, with its words.
    pub full: bool,
    /// Whether the list of known identifiers is left out.
    pub without_known: bool,
    /// Most bytes of a line.
    pub longest: usize,
}

/// A line to write, without its end.
pub struct Answer {
    /// The line.
    pub json: String,
    /// Why the line of the input cannot be used, where it cannot.
    pub bad: Option<String>,
}

#[derive(Serialize)]
struct Bad<'a> {
    line: u64,
    id: &'a Value,
    purpose: &'static str,
    error: &'a str,
}

#[derive(Serialize)]
struct Judged<'a> {
    line: u64,
    id: &'a Value,
    purpose: &'static str,
    today: String,
    level: Level,
    bits: Points,
    hits: Vec<Scored<'a>>,
    for_the_person: Vec<Scored<'a>>,
    corrections: &'a [Correction],
    coverage: (u32, u32),
    enough: bool,
    kind: Option<ProfileKind>,
    sources: &'a [State],
    rules_version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessment: Option<Told<'a>>,
}

/// A line of the list with its points, without the words that it rests on.
#[derive(Serialize)]
struct Scored<'a> {
    id: &'a str,
    bits: Points,
}

impl Judge {
    /// What a line comes to.
    pub fn answer(&self, line: &Line) -> Answer {
        let Some(bytes) = &line.bytes else {
            let reason = format!("longer than {} bytes", self.longest);
            return Answer::bad(line.number, &Value::Null, reason);
        };
        match Candidate::read(bytes) {
            Ok(candidate) => self.judged(line.number, &candidate),
            Err(Refusal { id, reason }) => Answer::bad(line.number, &id, reason),
        }
    }

    fn judged(&self, line: u64, candidate: &Candidate) -> Answer {
        let today = candidate.today.unwrap_or(self.today);
        let (case, states) = case(&candidate.sources);
        let given = Given {
            without_known: self.without_known,
            ..Given::default()
        };
        let found = assess_with(&case, today, given);
        let judged = Judged {
            line,
            id: &candidate.id,
            purpose: PURPOSE,
            today: today.to_string(),
            level: found.level,
            bits: found.bits,
            hits: scored(&found.hits),
            for_the_person: scored(&found.for_the_person),
            corrections: &found.corrections,
            coverage: found.coverage,
            enough: found.enough,
            kind: found.kind,
            sources: &states,
            rules_version: &found.rules_version,
            assessment: self.whole(&found),
        };
        match serde_json::to_string(&judged) {
            Ok(json) => Answer { json, bad: None },
            Err(error) => Answer::bad(line, &candidate.id, error.to_string()),
        }
    }

    fn whole<'a>(&self, found: &'a Assessment) -> Option<Told<'a>> {
        self.full.then(|| Told::new(found, None))
    }
}

impl Answer {
    /// A line that cannot be used.
    fn bad(line: u64, id: &Value, reason: String) -> Self {
        let bad = Bad {
            line,
            id,
            purpose: PURPOSE,
            error: &reason,
        };
        Self {
            json: serde_json::to_string(&bad).unwrap_or_default(),
            bad: Some(reason),
        }
    }

    /// A line on which the program itself gave up.
    pub fn lost(line: u64) -> Self {
        Self::bad(line, &Value::Null, "the program gave up on it".to_owned())
    }
}

fn scored(hits: &[Hit]) -> Vec<Scored<'_>> {
    hits.iter()
        .map(|hit| Scored {
            id: &hit.id,
            bits: hit.bits,
        })
        .collect()
}
