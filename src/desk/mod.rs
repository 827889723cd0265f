//! The desk: one candidate seen through several sources, each added and taken away by the user.
//!
//! [`State`] is what is kept between two questions, as one text; [`State::after`] is the whole
//! of its behaviour: an action makes a state of a state. [`Desk`] reads each source once and
//! judges those that belong together.
//!
//! Invariants: nothing is merged that the user did not put together, and sources whose names do
//! not agree are not judged as one person before the user says that they are one. What could
//! not be read is listed and leaves the others to be judged. Knows no store, no tab and no
//! screen; the moment of an action is a text that it is given.

mod reading;
mod state;

pub use state::{Action, Content, Refusal, Source, State};

use crate::indicators::{Given, assess_with};
use crate::profile::{Case, Date};
use crate::report::{Judged, Question, Record, State as Shown};
use reading::Read;
use std::collections::BTreeMap;

/// What reads and judges. It remembers readings, so that a source is read once; it holds nothing
/// that it could not read again.
#[derive(Debug, Default)]
pub struct Desk {
    readings: BTreeMap<u32, (Content, Read)>,
}

impl Desk {
    /// Reads what was not read yet, and forgets what is gone.
    pub fn read(&mut self, state: &State) {
        let sources = state.sources();
        self.readings.retain(|id, (content, _)| {
            sources.iter().any(|s| s.id == *id && s.content == *content)
        });
        for source in sources {
            self.readings
                .entry(source.id)
                .or_insert_with(|| (source.content.clone(), Read::of(&source.content)));
        }
    }

    /// What is shown about the candidate, judged as of `today`.
    pub fn record(&mut self, state: &State, today: Date, given: Given<'_>) -> Record {
        self.read(state);
        let listed: Vec<Seen<'_>> = state
            .shown()
            .filter_map(|source| Some((source, &self.readings.get(&source.id)?.1)))
            .collect();
        let (together, question) = together(state, &listed);
        let sources = together.iter().filter_map(|(_, read)| read.profile.clone());
        let case = Case {
            sources: sources.collect(),
        };
        let assessment = (!case.sources.is_empty()).then(|| assess_with(&case, today, given));
        let judged: Vec<u32> = together.iter().map(|(source, _)| source.id).collect();
        let shown = match (&assessment, listed.is_empty()) {
            (Some(_), _) => Shown::Judged,
            (None, true) => Shown::NoSources,
            (None, false) => Shown::Failed,
        };
        Record {
            title: together.first().map(|(source, _)| source.name.clone()),
            verdict: assessment.map(|assessment| Judged {
                assessment: Some(assessment),
            }),
            sources: listed
                .iter()
                .map(|(source, read)| read.listed(source, &judged))
                .collect(),
            question,
            key: state.key().map(str::to_owned),
            others: state.others(),
            can_undo: state.can_undo(),
            ..Record::of(shown)
        }
    }
}

/// A source with what was read of it.
type Seen<'a> = (&'a Source, &'a Read);

/// The sources that are judged as one person, in their order, and the first two of the others
/// of which the user has to say whether they are one.
fn together<'a>(state: &State, listed: &[Seen<'a>]) -> (Vec<Seen<'a>>, Option<Question>) {
    let mut chosen: Vec<Seen<'a>> = Vec::new();
    let mut question = None;
    let readable = listed.iter().filter(|(_, read)| read.profile.is_some());
    for (source, read) in readable {
        let apart = chosen
            .iter()
            .find(|(other, known)| !known.names_agree(read) && !state.is_same(other.id, source.id));
        match apart {
            Some((other, _)) => {
                question = question.or(Some(Question {
                    ids: (other.id, source.id),
                }));
            }
            None => chosen.push((source, read)),
        }
    }
    (chosen, question)
}
