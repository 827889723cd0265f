//! What would change the level. Every claim is a second scoring of the same lines, never a
//! guess: a line taken away, an answer that explains what it can, one more line of the list.
//!
//! For the panel and the command line. It needs no profile, only the assessment, so the
//! page-reading worker does not carry it.

use super::{Line, STRONG, Sum};
use crate::indicators::{self, Effort, Indicator, Kind, Raised, Status, silence};
use crate::lang::Lang;
use crate::profile::{Field, Place};
use crate::report::{Assessment, Hit, Level, Near, Nearly, Points, Span};
use crate::sorted::sort_by_key;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a scoring gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The level.
    pub level: Level,
    /// The total.
    pub bits: Points,
}

/// The outcome without some lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The ids of the lines taken away; never empty.
    pub without: Vec<String>,
    /// What remains.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The least that would raise the level, where it is true of every such line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum More {
    /// Any further line of a group that has none.
    LineElsewhere,
    /// Any further strong line.
    Strong,
    /// Any further strong line of a group that has none.
    StrongElsewhere,
}

/// What is missing to the next level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// What it takes.
    pub more: More,
    /// The next level.
    pub level: Level,
}

/// The next step that could change most for the least effort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextCheck {
    /// The line whose next step it is.
    pub id: String,
    /// What it costs.
    pub effort: Effort,
    /// What remains when it explains what it can.
    #[serde(flatten)]
    pub change: Change,
}

/// What would change a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Without each line alone: lines to verify, then lines for the person, as shown.
    pub lines: Vec<Change>,
    /// Where one innocent answer explains several lines, in the order of the lines: those of
    /// the same words and no more points, its parts, and those with the same question.
    pub answers: Vec<Change>,
    /// What is missing to the next level; absent without a line, or where no claim holds.
    pub missing: Option<Missing>,
    /// The largest fall in level, then in points, then the least effort, then the first id;
    /// absent where no check changes anything.
    pub next_check: Option<NextCheck>,
}

/// What would change `found`; absent when this list does not give `found` from its own lines,
/// because other rules made it.
pub fn changes(found: &Assessment) -> Option<Changes> {
    let scene = Scene::of(found)?;
    let lines = found.hits.iter().chain(&found.for_the_person);
    let mut answers: Vec<Change> = Vec::new();
    for change in found.hits.iter().map(|hit| scene.answer(&hit.id)) {
        let told = answers.iter().any(|answer| answer.is_of_lines_of(&change));
        if change.without.len() > 1 && !told {
            answers.push(change);
        }
    }
    Some(Changes {
        lines: lines.map(|hit| scene.without(&[&hit.id])).collect(),
        answers,
        missing: scene.missing(found),
        next_check: scene.next_check(found),
    })
}

/// All lines of an assessment as they were raised, and what the score knows beside them.
struct Scene {
    raised: Vec<Raised>,
    /// Lines to verify by id, each as if it counted.
    open: Vec<Line>,
    enough: bool,
    outcome: Outcome,
}

impl Scene {
    fn of(found: &Assessment) -> Option<Self> {
        let hits = found.hits.iter().chain(&found.for_the_person);
        let held = found.nearly.iter().filter(|near| is_held_back(near));
        let raised: Option<Vec<Raised>> = hits
            .map(raised_again)
            .chain(held.map(|near| again(&near.id, &near.evidence, &near.facts)))
            .collect();
        let outcome = Outcome {
            level: found.level,
            bits: found.bits,
        };
        let open: Option<Vec<Raised>> = found.hits.iter().map(raised_again).collect();
        let mut open: Vec<Line> = open?.into_iter().map(Line::new).collect();
        sort_by_key(&mut open, |line| line.indicator.id);
        let scene = Self {
            raised: raised?,
            open,
            enough: found.enough,
            outcome,
        };
        (scene.score(scene.raised.clone()) == outcome).then_some(scene)
    }

    fn score(&self, raised: Vec<Raised>) -> Outcome {
        let (counts, _held) = silence(raised);
        let sum = Sum::of(counts, indicators::groups());
        Outcome {
            level: sum.level(self.enough),
            bits: sum.total,
        }
    }

    fn without(&self, ids: &[&str]) -> Change {
        let kept = self.raised.iter();
        let kept = kept.filter(|one| !ids.contains(&one.indicator.id));
        Change {
            without: ids.iter().map(|id| (*id).to_owned()).collect(),
            outcome: self.score(kept.cloned().collect()),
        }
    }

    /// Without all that an innocent answer about the line `id` explains, that line first.
    fn answer(&self, id: &str) -> Change {
        let mut explained = vec![id];
        let asked = self.open.iter().find(|line| line.indicator.id == id);
        for line in asked.iter().flat_map(|asked| self.explained_with(asked)) {
            if line.indicator.id != id {
                explained.push(line.indicator.id);
            }
        }
        self.without(&explained)
    }

    fn explained_with(&self, asked: &Line) -> impl Iterator<Item = &Line> {
        self.open.iter().filter(move |line| {
            asked.counts_words_of(line)
                || asked.indicator.replaces.contains(&line.indicator.id)
                || question(asked.indicator.id) == question(line.indicator.id)
        })
    }

    fn next_check(&self, found: &Assessment) -> Option<NextCheck> {
        let checks = found.hits.iter().map(|hit| NextCheck {
            id: hit.id.clone(),
            effort: indicators::effort(&hit.id),
            change: self.answer(&hit.id),
        });
        let fall = |check: &NextCheck| self.outcome.fall_to(check.change.outcome);
        checks
            .filter(|check| fall(check) > (0, 0))
            .max_by_key(|check| (fall(check), Reverse((check.effort, check.id.clone()))))
    }

    fn missing(&self, found: &Assessment) -> Option<Missing> {
        let level = match found.level {
            _ if found.hits.is_empty() => return None,
            Level::NothingStoodOut => Level::WorthChecking,
            Level::WorthChecking => Level::VerifyFirst,
            Level::NotEnough | Level::VerifyFirst => return None,
        };
        let claims = [More::LineElsewhere, More::Strong, More::StrongElsewhere];
        let more = claims.into_iter().find(|more| self.is_true(*more, level))?;
        Some(Missing { more, level })
    }

    /// Whether every line of the list that `more` speaks of, added alone, gives `level`.
    fn is_true(&self, more: More, level: Level) -> bool {
        let lines = indicators::list().iter();
        let mut lines = lines
            .filter(|indicator| self.is_meant(more, indicator))
            .peekable();
        lines.peek().is_some() && lines.all(|indicator| self.with(indicator).level >= level)
    }

    fn is_meant(&self, more: More, indicator: &Indicator) -> bool {
        let (strong, elsewhere) = match more {
            More::LineElsewhere => (false, true),
            More::Strong => (true, false),
            More::StrongElsewhere => (true, true),
        };
        let shown = |line: &Line| line.indicator.id == indicator.id;
        let same_group = |line: &Line| line.indicator.group == indicator.group;
        // What a person may tick is no promise of what another source would show.
        indicator.status == Status::Stable
            && indicators::stage(indicator.id).is_none()
            && indicator.kind != Kind::ForThePerson
            && !self.open.iter().any(shown)
            && (!strong || indicator.kind.can_be_strong() && indicator.bits >= STRONG)
            && (!elsewhere || !self.open.iter().any(same_group))
    }

    /// The outcome with a line that shares no words with another.
    fn with(&self, indicator: &'static Indicator) -> Outcome {
        let nowhere = Span {
            source: u32::MAX,
            place: Place::of(Field::Text),
            words: String::new(),
        };
        let mut raised = self.raised.clone();
        raised.push(Raised {
            indicator,
            evidence: vec![nowhere],
            facts: BTreeMap::new(),
            short: None,
        });
        self.score(raised)
    }
}

impl Line {
    /// Whether the score would count `line` in this one, which is no lighter.
    fn counts_words_of(&self, line: &Self) -> bool {
        self.hit.bits >= line.hit.bits && self.rests_on_words_of(line)
    }
}

impl Change {
    /// Whether both take the same lines away, in any order.
    fn is_of_lines_of(&self, other: &Self) -> bool {
        self.without.len() == other.without.len()
            && self.without.iter().all(|id| other.without.contains(id))
    }
}

impl Outcome {
    /// How many levels and points lie between this and `other`; not enough to read is no
    /// lower than nothing that stood out.
    fn fall_to(self, other: Self) -> (u8, i32) {
        let height = |level: Level| match level {
            Level::NotEnough | Level::NothingStoodOut => 0,
            Level::WorthChecking => 1,
            Level::VerifyFirst => 2,
        };
        let levels: u8 = height(self.level);
        (
            levels.saturating_sub(height(other.level)),
            self.bits.0 - other.bits.0,
        )
    }
}

fn question(id: &str) -> Option<&'static str> {
    indicators::texts(Lang::En, id).map(|texts| texts.question)
}

/// A line as the list raised it; absent when the list does not have it.
pub(super) fn raised_again(hit: &Hit) -> Option<Raised> {
    again(&hit.id, &hit.evidence, &hit.facts)
}

/// Whether it was raised, and another line excludes it; a near miss was not.
const fn is_held_back(nearly: &Nearly) -> bool {
    matches!(nearly.why, Near::HeldBack(_))
}

pub(super) fn again(
    id: &str,
    evidence: &[Span],
    facts: &BTreeMap<String, String>,
) -> Option<Raised> {
    Some(Raised {
        indicator: indicators::find(id)?,
        evidence: evidence.to_vec(),
        facts: facts.clone(),
        short: None,
    })
}

#[cfg(test)]
pub(super) mod tests;
