//! The next steps: the stage, the role, and the verification steps that are the same for every
//! candidate there, with ticks and notes, and what a person can have seen in them.

use super::cards::section;
use super::dom::{Made, Node};
use crate::indicators;
use crate::lang::{Key, fill, key, points};
use crate::report::{Record, Rows, Scene};
use crate::steps::{self, Access, Depth, Role, Sector, Stage, Step};
use crate::work::Work;

/// Paints the stage with its steps, and the next steps of the lines.
pub fn steps(parent: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    let section = section(parent, rows, key::HEADING_STEPS)?;
    section.set("class", "stage")?;
    lines(&section, rows, scene)?;
    let Some(work) = &scene.work else {
        return Ok(());
    };
    let (stage, role) = (work.stage(&scene.common), work.role(&scene.common));
    let depth = role.depth();
    stages(&section, rows, stage)?;
    self::role(&section, rows, &role)?;
    let all: Vec<&Step> = steps::steps_at(stage, depth).collect();
    progress(&section, rows, work, &all)?;
    let list = section.child("ul", "steps-list")?;
    for step in all {
        one(&list, rows, work, step)?;
    }
    Ok(())
}

/// The choice among the stages.
fn stages(section: &Node, rows: &Rows, stage: Stage) -> Made<()> {
    let words: Vec<String> = Stage::ALL.iter().filter_map(word_of).collect();
    let names = words.iter().zip(Stage::ALL);
    let names: Vec<(&str, &str)> = names
        .map(|(word, stage)| (word.as_str(), rows.text(stage_key(stage))))
        .collect();
    let chosen = word_of(&stage).unwrap_or_default();
    let select = section.choice("stage", rows.text(key::STAGE_LABEL), &names, &chosen)?;
    select.set("data-act", "stage")?;
    said(section, rows, stage)
}

/// The stage on paper, where there is nothing to choose.
fn said(parent: &Node, rows: &Rows, stage: Stage) -> Made<()> {
    let words = rows.labelled(key::STAGE_LABEL, rows.text(stage_key(stage)));
    parent.text("p", "paper-only", &words).map(drop)
}

/// What the lines of the verdict ask for next.
fn lines(section: &Node, rows: &Rows, scene: &Scene) -> Made<()> {
    if rows.steps.is_empty() {
        return Ok(());
    }
    section.text("h3", "", rows.text(key::STAGE_FROM_LINES))?;
    let list = section.child("ul", "steps")?;
    let ticked = scene.ticked();
    for step in &rows.steps {
        let item = list.child("li", "")?;
        if scene.work.is_none() {
            item.say(&step.words);
            continue;
        }
        let done = ticked.contains(&step.id.as_str());
        item.tick("step", &step.id, done, &step.words)?;
    }
    Ok(())
}

fn progress(section: &Node, rows: &Rows, work: &Work, all: &[&Step]) -> Made<()> {
    let ticks = &work.board().steps;
    let is_done = |step: &&&Step| ticks.get(step.id).is_some_and(|tick| tick.done.is_some());
    let done = all.iter().filter(is_done).count().to_string();
    let of = all.len().to_string();
    let values = [("done", done.as_str()), ("all", of.as_str())];
    let words = fill(rows.text(key::STAGE_PROGRESS), &values);
    section.text("p", "small", &words)?;
    section
        .text("p", "small", rows.text(key::STAGE_SAME))
        .map(drop)
}

fn one(list: &Node, rows: &Rows, work: &Work, step: &Step) -> Made<()> {
    let Some(texts) = steps::texts(rows.lang, step.id) else {
        return Ok(());
    };
    let tick = work.board().steps.get(step.id);
    let item = list.child("li", "step")?;
    let done = tick.is_some_and(|tick| tick.done.is_some());
    item.tick("step", step.id, done, texts.title)?;
    let fold = item.folded(&format!("step {}", step.id), rows.text(key::STAGE_HOW))?;
    let named = format!("{}: {}", rows.text(key::STAGE_HOW), texts.title);
    fold.name_summary(&named)?;
    fold.text("p", "", texts.how)?;
    fold.text("p", "small", texts.why)?;
    super::cards::references(&fold, rows, step.references, "h3")?;
    let label = fold.child("label", "")?;
    label.text("span", "", rows.text(key::STAGE_NOTE))?;
    let note = label.child("textarea", "")?;
    note.set("rows", "2")?;
    note.set("data-act", "step-note")?;
    note.set("data-id", step.id)?;
    note.set(
        "aria-label",
        &format!("{}: {}", rows.text(key::STAGE_NOTE), texts.title),
    )?;
    note.say(tick.map_or("", |tick| &tick.note));
    observed(&item, rows, work, step)
}

/// What a person can have seen in this step; each tick counts by the same rules as a line.
fn observed(item: &Node, rows: &Rows, work: &Work, step: &Step) -> Made<()> {
    if step.ticks.is_empty() {
        return Ok(());
    }
    let group = item.child("fieldset", "observed")?;
    group.text("legend", "small", rows.text(key::STAGE_SEEN))?;
    for id in step.ticks {
        let (Some(texts), Some(line)) = (indicators::texts(rows.lang, id), indicators::find(id))
        else {
            continue;
        };
        let words = format!("{} \u{b7} {}", texts.title, points(rows.lang, line.bits));
        let seen = work.board().observed.contains(*id);
        group.tick("observe", id, seen, &words)?;
    }
    Ok(())
}

/// What the role is, and how deep it asks the steps to go.
fn role(section: &Node, rows: &Rows, role: &Role) -> Made<()> {
    let depth = rows.text(depth_key(role.depth()));
    let summary = fill(rows.text(key::ROLE_SUMMARY), &[("depth", depth)]);
    let fold = section.folded("role", &summary)?;
    fold.text("p", "small", rows.text(key::ROLE_ABOUT))?;
    let unsaid = rows.text(key::ROLE_UNSAID);
    let remote = [
        ("", unsaid),
        ("yes", rows.text(key::ROLE_YES)),
        ("no", rows.text(key::ROLE_NO)),
    ];
    let said = match role.remote {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let select = fold.choice("remote", rows.text(key::ROLE_REMOTE), &remote, said)?;
    select.set("data-act", "role-remote")?;
    let mut sectors = vec![("", unsaid)];
    let named = |sector: Sector| Some((word_of(&sector)?, sector.texts(rows.lang)?.name));
    let words: Vec<(String, &str)> = Sector::ALL.into_iter().filter_map(named).collect();
    sectors.extend(words.iter().map(|(word, name)| (word.as_str(), *name)));
    let said = role
        .sector
        .and_then(|sector| word_of(&sector))
        .unwrap_or_default();
    let select = fold.choice("sector", rows.text(key::ROLE_SECTOR), &sectors, &said)?;
    select.set("data-act", "role-sector")?;
    let group = fold.child("fieldset", "observed")?;
    group.text("legend", "small", rows.text(key::ROLE_ACCESS))?;
    for access in Access::ALL {
        if let (Some(word), Some(texts)) = (word_of(&access), access.texts(rows.lang)) {
            group.tick(
                "role-access",
                &word,
                role.access.contains(&access),
                texts.name,
            )?;
        }
    }
    reasons(&fold, rows, role)
}

fn reasons(fold: &Node, rows: &Rows, role: &Role) -> Made<()> {
    for reason in role.reasons(rows.lang) {
        let depth = rows.text(depth_key(reason.depth));
        fold.text("h3", "", &format!("{} \u{b7} {depth}", reason.name))?;
        fold.text("p", "", reason.why)?;
        super::cards::references(fold, rows, reason.references, "h4")?;
    }
    Ok(())
}

/// The name of a value in data.
fn word_of<T: serde::Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

const fn stage_key(stage: Stage) -> Key {
    match stage {
        Stage::Sourcing => key::STAGE_SOURCING,
        Stage::Applied => key::STAGE_APPLIED,
        Stage::BeforeInterview => key::STAGE_BEFORE_INTERVIEW,
        Stage::Interview => key::STAGE_INTERVIEW,
        Stage::Offer => key::STAGE_OFFER,
        Stage::DayOne => key::STAGE_DAY_ONE,
    }
}

const fn depth_key(depth: Depth) -> Key {
    match depth {
        Depth::Basic => key::DEPTH_BASIC,
        Depth::Thorough => key::DEPTH_THOROUGH,
        Depth::Full => key::DEPTH_FULL,
    }
}

/// The interview kit: what to ask, what to do, on one screen and on one page of paper.
pub fn kit(parent: &Node, record: &Record, rows: &Rows, scene: &Scene) -> Made<()> {
    let Some(work) = &scene.work else {
        return Ok(());
    };
    let depth = work.role(&scene.common).depth();
    let section = section(parent, rows, key::KIT_HEADING)?;
    section.set("class", "kit")?;
    let fold = section.folded("kit", rows.text(key::KIT_OPEN))?;
    let whose = fold.child("div", "paper-only")?;
    super::page_title(&whose, Some(record))?;
    super::whence(&whose, record, rows, scene)?;
    said(&fold, rows, work.stage(&scene.common))?;
    fold.text("p", "small", rows.text(key::KIT_ABOUT))?;
    let questions = rows.questions();
    if !questions.is_empty() {
        fold.text("h3", "", rows.text(key::KIT_QUESTIONS))?;
        let list = fold.child("ol", "")?;
        for question in questions {
            list.text("li", "", question)?;
        }
    }
    fold.text("h3", "", rows.text(key::KIT_LIVENESS))?;
    let list = fold.child("ol", "")?;
    let live = steps::steps_at(Stage::Interview, depth).filter(|step| step.liveness);
    for texts in live.filter_map(|step| steps::texts(rows.lang, step.id)) {
        let item = list.child("li", "")?;
        item.text("p", "strong", texts.title)?;
        item.text("p", "small", texts.how)?;
    }
    fold.text("p", "small", rows.text(key::KIT_ALIKE))?;
    let print = fold.button("print", rows.text(key::KIT_PRINT))?;
    print.set("data-id", "kit")?;
    Ok(())
}
