//! The state of the work on one candidate, and what each action makes of it.

use super::{Aside, Common, Why};
use crate::indicators::Stage;
use crate::profile::Date;
use crate::steps::{Access, Role, Sector};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Most steps back that are kept.
const MOST_UNDO: usize = 12;

/// Most bytes of one note.
const LONGEST_NOTE: usize = 8_000;

/// The work on one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Work {
    now: Board,
    /// As it was before the last actions, the newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    before: Vec<Board>,
    /// Lines that were counted as seen.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    seen: BTreeSet<String>,
}

/// What is decided, ticked and written about one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Board {
    /// How far the hiring got; absent until the user says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What the role is; absent until the user says so for this candidate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Lines that do not count, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub aside: BTreeMap<String, Aside>,
    /// Whether the page as a whole is left alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quiet: Option<Aside>,
    /// Verification steps by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub steps: BTreeMap<String, Tick>,
    /// Ids of what the user saw.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub observed: BTreeSet<String>,
    /// The user's own note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How far a verification step got.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tick {
    /// The day on which it was done; absent while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
    /// What came of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What the user does. Values come as the screen has them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "do")]
pub enum Action {
    /// Lets a line count or not.
    Count {
        /// The line.
        id: String,
        /// Whether it counts.
        checked: bool,
    },
    /// Sets a line aside with a reason.
    Dismiss {
        /// The line.
        id: String,
        /// The reason.
        why: Why,
        /// For how many days, as a number; anything else: as long as it is kept.
        #[serde(default)]
        days: String,
    },
    /// Leaves the page as a whole alone.
    Quiet {
        /// The reason.
        why: Why,
        /// As for a line.
        #[serde(default)]
        days: String,
    },
    /// Looks at the page again.
    Unquiet,
    /// Says how far the hiring got.
    Stage {
        /// The stage.
        value: Stage,
    },
    /// Says where the work is done: `yes` for remote, `no`, or anything else for unsaid.
    RoleRemote {
        /// The answer.
        value: String,
    },
    /// Says in which sector; anything else than a sector: unsaid.
    RoleSector {
        /// The sector.
        value: String,
    },
    /// Says what the role gives access to.
    RoleAccess {
        /// To what; unknown names change nothing.
        id: String,
        /// Whether it does.
        checked: bool,
    },
    /// Ticks a verification step.
    Step {
        /// The step.
        id: String,
        /// Whether it is done.
        checked: bool,
    },
    /// Writes what came of a step.
    StepNote {
        /// The step.
        id: String,
        /// The words.
        value: String,
    },
    /// Says that something was seen.
    Observe {
        /// The indicator.
        id: String,
        /// Whether it was.
        checked: bool,
    },
    /// Writes the user's own note.
    Note {
        /// The words.
        value: String,
    },
    /// Takes over the work on another candidate, who is put together with this one.
    Join {
        /// That work, as it was kept.
        work: String,
    },
    /// Counts the lines that are shown, once for each candidate.
    Seen {
        /// The lines.
        ids: Vec<String>,
    },
    /// Takes the last action back, but not what was written.
    Undo,
}

impl Work {
    /// What was kept; anything else is work that has not begun.
    pub fn parse(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }

    /// What is decided, ticked and written.
    pub const fn board(&self) -> &Board {
        &self.now
    }

    /// The ids of the lines that do not count on this day.
    pub fn aside(&self, today: Date) -> Vec<&str> {
        let lines = self.now.aside.iter();
        let lines = lines.filter(|(_, aside)| aside.holds(today));
        lines.map(|(id, _)| id.as_str()).collect()
    }

    /// The ids of what the user saw.
    pub fn observed(&self) -> Vec<&str> {
        self.now.observed.iter().map(String::as_str).collect()
    }

    /// Whether there is an action to take back.
    pub const fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether the user did anything that is worth keeping.
    pub fn is_begun(&self) -> bool {
        self.now != Board::default()
    }

    /// The stage: as said for this candidate, or last.
    pub fn stage(&self, common: &Common) -> Stage {
        self.now.stage.or(common.stage).unwrap_or(Stage::Applied)
    }

    /// The role: as said for this candidate, or last.
    pub fn role(&self, common: &Common) -> Role {
        let said = self.now.role.as_ref();
        said.unwrap_or(&common.role).clone()
    }

    /// The state after an action on this day, with what it changes for all candidates.
    pub fn after(mut self, action: Action, mut common: Common, today: Date) -> (Self, Common) {
        let mut before = self.now.clone();
        let mut alarms = self.false_alarms();
        match action {
            Action::Undo => {
                self.now = self.undone();
                self.said_again(&before, &mut common);
            }
            Action::Seen { ids } => self.saw(ids, &mut common),
            Action::Join { work } => {
                self.join(Self::parse(&work));
                // Of the other they were counted when they were said.
                alarms.extend(self.false_alarms());
                self.remember(before);
            }
            Action::Note { value } => self.now.note = shortened(value),
            Action::StepNote { id, value } => {
                self.now.steps.entry(id).or_default().note = shortened(value);
            }
            Action::RoleRemote { .. } | Action::RoleSector { .. } | Action::RoleAccess { .. } => {
                // What held for all candidates, because that is what is taken back.
                before.role = Some(self.role(&common));
                let role = with(self.role(&common), action);
                self.now.role = Some(role.clone());
                common.role = role;
                self.remember(before);
            }
            action => {
                if matches!(action, Action::Stage { .. }) {
                    before.stage = Some(self.stage(&common));
                }
                self.now.decide(action, today);
                common.stage = self.now.stage.or(common.stage);
                self.remember(before);
            }
        }
        common.feedback.changed(&alarms, &self.false_alarms());
        (self, common)
    }

    fn remember(&mut self, before: Board) {
        if before == self.now {
            return;
        }
        self.before.push(before);
        let over = self.before.len().saturating_sub(MOST_UNDO);
        self.before.drain(..over);
    }

    /// The last board, with all that was written since.
    fn undone(&mut self) -> Board {
        let now = std::mem::take(&mut self.now);
        let Some(mut last) = self.before.pop() else {
            return now;
        };
        last.note = now.note;
        for (id, tick) in now.steps {
            last.steps.entry(id).or_default().note = tick.note;
        }
        last
    }

    /// What an undo says of stage and role holds for the next candidate too.
    fn said_again(&self, before: &Board, common: &mut Common) {
        if self.now.stage != before.stage {
            common.stage = self.now.stage.or(common.stage);
        }
        if let Some(role) = self
            .now
            .role
            .as_ref()
            .filter(|_| self.now.role != before.role)
        {
            common.role = role.clone();
        }
    }

    /// What is said here holds; what was written stands one below the other.
    fn join(&mut self, other: Self) {
        let Board {
            stage,
            role,
            aside,
            quiet: _,
            steps,
            observed,
            note,
        } = other.now;
        let now = &mut self.now;
        now.stage = now.stage.or(stage);
        now.role = now.role.take().or(role);
        for (id, one) in aside {
            now.aside.entry(id).or_insert(one);
        }
        for (id, tick) in steps {
            let mine = now.steps.entry(id).or_default();
            mine.done = mine.done.or(tick.done);
            below(&mut mine.note, &tick.note);
        }
        now.observed.extend(observed);
        below(&mut now.note, &note);
        self.seen.extend(other.seen);
    }

    fn saw(&mut self, ids: Vec<String>, common: &mut Common) {
        let new: Vec<String> = ids
            .into_iter()
            .filter(|id| !self.seen.contains(id))
            .collect();
        common.feedback.saw(new.iter().map(String::as_str));
        self.seen.extend(new);
    }

    /// The lines that were set aside as false alarms, over or not: what was one stays one.
    fn false_alarms(&self) -> BTreeSet<String> {
        let lines = self.now.aside.iter();
        let lines = lines.filter(|(_, aside)| aside.why.is_false_alarm());
        lines.map(|(id, _)| id.clone()).collect()
    }
}

impl Board {
    fn decide(&mut self, action: Action, today: Date) {
        match action {
            Action::Count { id, checked: true } => drop(self.aside.remove(&id)),
            Action::Count { id, checked: false } => self.put_aside(id, Why::Trying, "", today),
            Action::Dismiss { id, why, days } => self.put_aside(id, why, &days, today),
            Action::Quiet { why, days } => self.quiet = Some(aside(why, &days, today)),
            Action::Unquiet => self.quiet = None,
            Action::Stage { value } => self.stage = Some(value),
            Action::Step { id, checked } => {
                self.steps.entry(id).or_default().done = checked.then_some(today);
            }
            Action::Observe { id, checked: true } => drop(self.observed.insert(id)),
            Action::Observe { id, checked: false } => drop(self.observed.remove(&id)),
            // Written, counted or said of the role: see `Work::after`.
            _ => {}
        }
    }

    fn put_aside(&mut self, id: String, why: Why, days: &str, today: Date) {
        self.aside.insert(id, aside(why, days, today));
    }
}

/// Words below those that stand there, unless they do already.
fn below(words: &mut String, others: &str) {
    let lines = |text: &str| format!("\n{}\n", text.trim());
    if others.trim().is_empty() || lines(words).contains(&lines(others)) {
        return;
    }
    if !words.is_empty() {
        words.push('\n');
    }
    words.push_str(others);
    *words = shortened(std::mem::take(words));
}

fn aside(why: Why, days: &str, today: Date) -> Aside {
    let days: Option<u32> = days.parse().ok();
    Aside {
        why,
        until: days.map(|days| today.plus_days(days)),
    }
}

/// The role with what an action says of it.
fn with(mut role: Role, action: Action) -> Role {
    match action {
        Action::RoleRemote { value } => {
            role.remote = match value.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
        }
        Action::RoleSector { value } => role.sector = named::<Sector>(&value),
        Action::RoleAccess { id, checked } => {
            if let Some(access) = named::<Access>(&id) {
                role.access.remove(&access);
                role.access.extend(checked.then_some(access));
            }
        }
        _ => {}
    }
    role
}

/// The value of this name in data.
fn named<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(word.into()).ok()
}

/// The beginning of a text, whole letters only.
fn shortened(mut text: String) -> String {
    if text.len() > LONGEST_NOTE {
        let whole = (0..=LONGEST_NOTE)
            .rev()
            .find(|at| text.is_char_boundary(*at));
        text.truncate(whole.unwrap_or_default());
    }
    text
}

#[cfg(test)]
mod tests;
