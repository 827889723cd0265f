//! `Desk::act` and `Desk::record`: what lies on the desk, and what the user does with it.

use super::actions::{action, of_desk};
use crate::{bytes_of, comes_back, text_of, today, verdict};
use std::collections::BTreeSet;
use touchstone::desk::{Action, Desk, State};
use touchstone::indicators::Given;
use touchstone::lang::Lang;
use touchstone::report::{Given as Shown, Record, Scene, State as How, Style};

/// Actions that are read and judged after each other.
const MOST: usize = 24;

/// First line: the state as it is kept; then actions. The state comes back from what is kept, a
/// desk that has seen it judges as one that has not, and what is shown names what is there.
pub fn desk(bytes: &[u8]) {
    let text = text_of(bytes);
    let mut lines = text.lines();
    let mut state = State::parse(lines.next().unwrap_or_default());
    let own = state == State::default();
    let mut desk = Desk::default();
    for line in lines.take(MOST) {
        let Some(action) = action::<Action>(line, of_desk) else {
            continue;
        };
        if let Ok(next) = state.clone().after(action) {
            comes_back(&next);
            state = next;
        }
        let record = desk.record(&state, today(), Given::default());
        whole(&record);
        assert!(!own || record.sources.len() <= 12, "too many sources");
    }
    let record = desk.record(&state, today(), Given::default());
    let fresh = Desk::default().record(&state, today(), Given::default());
    // Numbers that stand twice were written by no desk.
    assert!(
        !own || bytes_of(&record) == bytes_of(&fresh),
        "a desk that remembers judges otherwise"
    );
    let style = (Lang::default(), Style::Plain);
    verdict::papers(&record, &Scene::of(Shown::default()), style);
}

fn whole(record: &Record) {
    comes_back(record);
    let judged: BTreeSet<u32> = record.sources.iter().filter_map(|one| one.judged).collect();
    let most = u32::try_from(judged.len()).unwrap_or(u32::MAX);
    assert!(
        judged.iter().all(|at| *at < most),
        "numbers of those judged"
    );
    let found = record
        .verdict
        .as_ref()
        .and_then(|one| one.assessment.as_ref());
    assert_eq!(found.is_some(), record.state == How::Judged, "judged");
    assert_eq!(
        found.is_some(),
        !judged.is_empty(),
        "judged without a source"
    );
    let ids: BTreeSet<u32> = record.sources.iter().map(|one| one.id).collect();
    if let Some(question) = record.question {
        assert!(
            ids.contains(&question.ids.0) && ids.contains(&question.ids.1),
            "a question"
        );
    }
    for source in &record.sources {
        let lines = source.text.len();
        let shown = source.unseen.iter().all(|one| one.line as usize <= lines);
        assert!(shown, "unseen text behind the last line");
    }
}
