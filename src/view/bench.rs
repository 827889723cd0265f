//! The controls of the work on a candidate: which lines count, which are set aside and until
//! when, whether the page is left alone, one step back.
//!
//! Elements say what they do in `data-act` and about what in `data-id`; the document that the
//! panel stands in listens, and has [`crate::work`] do it.

use super::dom::{Made, Node};
use crate::lang::{fill, key};
use crate::report::{AsideRow, Row, Rows, Scene, why_words};
use crate::work::Why;

/// For how long something can be set aside: the days, and the words.
const DAYS: [(&str, crate::lang::Key); 4] = [
    ("7", key::ASIDE_ONE_WEEK),
    ("30", key::ASIDE_ONE_MONTH),
    ("90", key::ASIDE_THREE_MONTHS),
    ("", key::ASIDE_ALWAYS),
];

/// Under a card: whether it counts, and the way to set it aside.
pub fn controls(card: &Node, rows: &Rows, row: &Row, counts: bool) -> Made<()> {
    let name = [("name", row.title.as_str())];
    let actions = card.child("div", "actions")?;
    let tick = actions.tick("count", &row.id, counts, rows.text(key::ASIDE_COUNTS))?;
    let label = fill(rows.text(key::ASIDE_COUNTS_LABEL), &name);
    tick.set("aria-label", &label)?;
    let fold = actions.folded(&format!("dismiss {}", row.id), rows.text(key::ASIDE_OPEN))?;
    let form = reasons(&fold, rows, "dismiss", rows.text(key::ASIDE_DO))?;
    form.set("data-id", &row.id)?;
    form.set("aria-label", &fill(rows.text(key::ASIDE_OPEN_LABEL), &name))
}

/// What a line that does not count shows in place of its points.
pub fn points(rows: &Rows, row: &Row, counts: bool) -> String {
    if counts {
        return row.points.clone();
    }
    let values = [("points", row.points.as_str())];
    fill(rows.text(key::ASIDE_NOT_COUNTED), &values)
}

/// How often the line was seen on this machine; nothing before it was.
pub fn local(details: &Node, rows: &Rows, row: &Row, scene: &Scene) -> Made<()> {
    let Some(counts) = scene.common.feedback.of(&row.id) else {
        return Ok(());
    };
    let (seen, alarms) = (counts.seen.to_string(), counts.false_alarms.to_string());
    let values = [("seen", seen.as_str()), ("alarms", alarms.as_str())];
    let words = fill(rows.text(key::ASIDE_LOCAL), &values);
    details.text("p", "small local", &words).map(drop)
}

/// The lines that were set aside with a reason.
pub fn aside(parent: &Node, rows: &Rows) -> Made<()> {
    let lines = || rows.aside.iter().filter(|line| line.why.is_some());
    if lines().next().is_none() {
        return Ok(());
    }
    let section = super::cards::section(parent, rows, key::ASIDE_HEADING)?;
    let list = section.child("ul", "aside-list")?;
    for line in lines() {
        one_aside(&list, rows, line)?;
    }
    Ok(())
}

fn one_aside(list: &Node, rows: &Rows, line: &AsideRow) -> Made<()> {
    let item = list.child("li", "source")?;
    let title = item.child("p", "strong")?;
    title.text("span", "", &line.row.title)?;
    title.words(" ")?;
    title.text("span", "points", &points(rows, &line.row, false))?;
    reason(&item, rows, line.why.unwrap_or_default(), line.until)?;
    let again = item
        .child("p", "actions")?
        .button("count", rows.text(key::ASIDE_AGAIN))?;
    again.set("data-id", &line.row.id)?;
    again.set("data-checked", "true")?;
    let name = [("name", line.row.title.as_str())];
    again.set(
        "aria-label",
        &fill(rows.text(key::ASIDE_AGAIN_LABEL), &name),
    )
}

fn reason(item: &Node, rows: &Rows, why: &str, until: Option<crate::profile::Date>) -> Made<()> {
    let line = item.text("p", "small", why)?;
    let Some(until) = until else {
        return Ok(());
    };
    line.words(&format!(" \u{b7} {} ", rows.text(key::ASIDE_UNTIL)))?;
    let day = until.to_string();
    line.text("time", "", &day)?.set("datetime", &day)
}

/// Whether the page is left alone, and the way to do so or not.
pub fn quiet(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    let work = scene.work.as_ref();
    let quiet = work.and_then(|work| work.board().quiet.as_ref());
    let Some(quiet) = quiet.filter(|quiet| quiet.holds(scene.today)) else {
        let fold = parent.folded("quiet", rows.text(key::QUIET_OPEN))?;
        fold.text("p", "small", rows.text(key::QUIET_ABOUT))?;
        return reasons(&fold, rows, "quiet", rows.text(key::QUIET_DO)).map(drop);
    };
    let notice = parent.child("div", "question")?;
    notice.text("p", "strong", rows.text(key::QUIET_IS))?;
    reason(&notice, rows, why_words(rows.lang, quiet.why), quiet.until)?;
    let actions = notice.child("p", "actions")?;
    actions
        .button("unquiet", rows.text(key::QUIET_AGAIN))
        .map(drop)
}

/// One step back, where there is one.
pub fn undo(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    if scene.work.as_ref().is_some_and(crate::work::Work::can_undo) {
        parent.button("undo", rows.text(key::ASIDE_UNDO))?;
    }
    Ok(())
}

/// A reason and a time, and the button that takes both.
fn reasons(fold: &Node, rows: &Rows, act: &str, words: &str) -> Made<Node> {
    let form = fold.child("form", "reasons")?;
    form.set("data-act", act)?;
    let whys: Vec<(&str, &str)> = Why::REASONS
        .iter()
        .map(|why| (why.word(), why_words(rows.lang, *why)))
        .collect();
    form.choice(
        "why",
        rows.text(key::ASIDE_WHY),
        &whys,
        Why::Explained.word(),
    )?;
    let days: Vec<(&str, &str)> = DAYS
        .iter()
        .map(|(days, words)| (*days, rows.text(*words)))
        .collect();
    form.choice("days", rows.text(key::ASIDE_DAYS), &days, "30")?;
    form.text("button", "", words)?.set("type", "submit")?;
    Ok(form)
}
