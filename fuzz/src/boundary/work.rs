//! `act`: the work on a candidate, what is the same for all, and what the user does.

use super::actions::{action, of_work};
use crate::{comes_back, text_of, today};
use touchstone::profile::Date;
use touchstone::work::{Action, Common, Work};

/// First line: the work as it was kept; second: what is the same for all; third: today; then
/// actions. Work comes back from what is kept, notes and steps back are bounded, and taking the
/// last action back keeps what was written.
pub fn work(bytes: &[u8]) {
    let text = text_of(bytes);
    let mut lines = text.lines();
    let mut work = Work::parse(lines.next().unwrap_or_default());
    let mut common = Common::parse(lines.next().unwrap_or_default());
    let day = lines.next().and_then(Date::parse).unwrap_or(today());
    for line in lines {
        let Some(action) = action::<Action>(line, of_work) else {
            continue;
        };
        (work, common) = acted(work, common, action, day);
    }
    let cleared = common.without_counts();
    assert!(cleared.feedback.rows().is_empty(), "counts are left");
}

fn acted(work: Work, common: Common, action: Action, day: Date) -> (Work, Common) {
    let again = work.clone().after(action.clone(), common.clone(), day);
    let note = work.board().note.clone();
    let (undo, wrote) = (
        action == Action::Undo,
        matches!(action, Action::Note { .. }),
    );
    let could = work.can_undo();
    let (next, common) = work.after(action, common, day);
    assert_eq!((&next, &common), (&again.0, &again.1), "two runs");
    comes_back(&next);
    comes_back(&common);
    let text = crate::bytes_of(&next);
    assert_eq!(Work::parse(&text), next, "what is kept is not what was");
    if wrote {
        assert!(next.board().note.len() <= 8_000, "a long note");
    } else {
        assert_eq!(next.board().note, note, "a note that nobody wrote");
    }
    assert!(
        !undo || could || !next.can_undo(),
        "taken back what was not done"
    );
    assert!(
        next.aside(day)
            .iter()
            .all(|id| next.board().aside.contains_key(*id)),
        "aside"
    );
    (next, common)
}
