//! The rows beside the verdict: what came close, what would change the level, the cheapest
//! next check, and what the level means in a pool.
//!
//! Decides nothing: the claims are those of `score::change` and `report::pool`.

use super::pool::{Pool, Range};
use super::rows::{Writer, quoted};
use super::told::Told;
use super::{ErrorRate, Level, Near, Nearly, Quote, Row, Short, Unit};
use crate::indicators::Effort;
use crate::lang::{self, Lang, key};
use crate::score::change::{Change, Changes, Missing, More, NextCheck, Outcome};

/// What is shown beside the level; each part is empty or absent where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What would change the level, a sentence each.
    pub changes: Vec<String>,
    /// What came close.
    pub nearly: Vec<NearRow>,
    /// The next check that could change most for the least effort.
    pub next_check: Option<String>,
    /// What the level means in the user's pool, in sentences.
    pub pool: Option<String>,
}

/// A line that came close.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearRow {
    /// `group/name` of the indicator.
    pub id: String,
    /// What it would have said.
    pub title: String,
    /// Its points with their unit: always none.
    pub points: String,
    /// Why it does not count.
    pub reason: String,
    /// The exact words, each with its place.
    pub quotes: Vec<Quote>,
}

impl Beside {
    /// The rows of `told`, whose lines are `rows`.
    pub(super) fn of(told: &Told<'_>, writer: &Writer<'_>, rows: &[&Row]) -> Self {
        let says = Says {
            lang: writer.lang,
            rows,
        };
        let nearly = told.found.nearly.iter();
        let would = told.would_change.as_ref();
        Self {
            changes: would.map_or_else(Vec::new, |changes| says.changes(told, changes)),
            nearly: nearly.map(|near| near_row(near, writer, &says)).collect(),
            next_check: would
                .and_then(|changes| changes.next_check.as_ref())
                .map(|check| says.next_check(check)),
            pool: told.pool.as_ref().map(|pool| pool_words(writer.lang, pool)),
        }
    }
}

impl Beside {
    /// What has no evidence of its own: a heading and its sentences, the shortest way first.
    pub fn sentences(&self) -> [(lang::Key, Vec<&str>); 3] {
        [
            (
                key::HEADING_NEXT_CHECK,
                self.next_check.as_deref().into_iter().collect(),
            ),
            (
                key::HEADING_CHANGES,
                self.changes.iter().map(String::as_str).collect(),
            ),
            (
                key::HEADING_POOL,
                self.pool.as_deref().into_iter().collect(),
            ),
        ]
    }
}

fn near_row(near: &Nearly, writer: &Writer<'_>, says: &Says<'_>) -> NearRow {
    let lang = writer.lang;
    let reason = match &near.why {
        Near::Short(short) => short_words(lang, *short),
        Near::HeldBack(by) => {
            let name = says.name(by);
            lang::fill(lang::text(lang, key::NEARLY_HELD_BACK), &[("name", &name)])
        }
    };
    NearRow {
        id: near.id.clone(),
        title: writer.titled(&near.id, &near.facts),
        points: lang::points(lang, super::Points(0)),
        reason,
        quotes: near
            .evidence
            .iter()
            .map(|span| writer.quote(span))
            .collect(),
    }
}

fn short_words(lang: Lang, short: Short) -> String {
    let key = match short.unit {
        Unit::Months => key::NEARLY_MONTHS,
        Unit::Years => key::NEARLY_YEARS,
        Unit::Parts => key::NEARLY_PARTS,
    };
    let (seen, needed) = (short.seen.to_string(), short.needed.to_string());
    lang::fill(
        lang::text(lang, key),
        &[("seen", &seen), ("needed", &needed)],
    )
}

/// How often a line fires on ordinary profiles of this kind.
pub(super) fn rate_words(lang: Lang, rate: ErrorRate) -> String {
    let (fires, of) = (rate.fires.to_string(), rate.of.to_string());
    lang::fill(
        lang::text(lang, key::CARD_RATE),
        &[("fires", &fires), ("of", &of)],
    )
}

/// Sentences about the lines of one verdict.
struct Says<'a> {
    lang: Lang,
    rows: &'a [&'a Row],
}

impl Says<'_> {
    /// Those that lead to another level; where no single line does, that is said.
    fn changes(&self, told: &Told<'_>, changes: &Changes) -> Vec<String> {
        let level = told.found.level;
        let moves = |change: &&Change| change.outcome.level != level;
        let lines = changes.lines.iter().filter(moves);
        let answers = changes.answers.iter().filter(moves);
        let mut out: Vec<String> =
            lines
                .map(|change| self.outcome(key::CHANGE_WITHOUT, &change.without, change.outcome))
                .chain(answers.map(|change| {
                    self.outcome(key::CHANGE_ANSWER, &change.without, change.outcome)
                }))
                .collect();
        let mut open = changes.lines.iter().take(told.found.hits.len());
        let held_up = matches!(level, Level::WorthChecking | Level::VerifyFirst);
        if held_up && !open.any(|change| moves(&change)) {
            out.insert(0, self.about(key::CHANGE_STAYS, level));
        }
        out.extend(changes.missing.map(|missing| self.missing(missing)));
        out
    }

    fn missing(&self, missing: Missing) -> String {
        let key = match missing.more {
            More::LineElsewhere => key::CHANGE_MORE_LINE,
            More::Strong => key::CHANGE_MORE_STRONG,
            More::StrongElsewhere => key::CHANGE_MORE_STRONG_ELSEWHERE,
        };
        self.about(key, missing.level)
    }

    fn about(&self, key: lang::Key, level: Level) -> String {
        let level = quoted(self.lang, level.word(self.lang));
        lang::fill(lang::text(self.lang, key), &[("level", &level)])
    }

    fn outcome(&self, key: lang::Key, ids: &[String], outcome: Outcome) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name(id)).collect();
        let level = quoted(self.lang, outcome.level.word(self.lang));
        let points = lang::points(self.lang, outcome.bits);
        let values = [
            ("name", &*names.join(", ")),
            ("level", &level),
            ("points", &points),
        ];
        lang::fill(lang::text(self.lang, key), &values)
    }

    fn next_check(&self, check: &NextCheck) -> String {
        let step = self.row(&check.id).map_or("", |row| row.next.as_str());
        let effort = lang::text(self.lang, effort_key(check.effort));
        let (ids, outcome) = (&check.change.without, check.change.outcome);
        let then = self.outcome(key::NEXT_CHECK_THEN, ids, outcome);
        let values = [("step", step), ("effort", effort), ("then", &then)];
        lang::fill(lang::text(self.lang, key::NEXT_CHECK_SENTENCE), &values)
    }

    fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().copied().find(|row| row.id == id)
    }

    /// The title of a line of this verdict, quoted.
    fn name(&self, id: &str) -> String {
        let title = self.row(id).map_or(id, |row| row.title.as_str());
        quoted(self.lang, title)
    }
}

const fn effort_key(effort: Effort) -> lang::Key {
    match effort {
        Effort::Look => key::EFFORT_LOOK,
        Effort::Ask => key::EFFORT_ASK,
        Effort::Call => key::EFFORT_CALL,
        Effort::Document => key::EFFORT_DOCUMENT,
    }
}

fn pool_words(lang: Lang, pool: &Pool) -> String {
    let fill = |key: lang::Key, values: &[(&str, String)]| {
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        lang::fill(lang::text(lang, key), &values)
    };
    let range = |range: Range| {
        let key = if range.low == range.high {
            key::POOL_ABOUT
        } else {
            key::POOL_RANGE
        };
        fill(
            key,
            &[
                ("low", range.low.to_string()),
                ("high", range.high.to_string()),
            ],
        )
    };
    let mut out = fill(
        key::POOL_SENTENCE,
        &[
            ("one", pool.one_in.to_string()),
            ("at", range(pool.at_level)),
            ("ordinary", range(pool.ordinary)),
        ],
    );
    if let Some(of_ten) = pool.of_ten {
        out.push(' ');
        out.push_str(&fill(key::POOL_TEN, &[("range", range(of_ten))]));
    }
    let basis = fill(
        key::POOL_BASIS,
        &[
            ("documented", pool.documented_accounts.to_string()),
            ("ordinary", pool.ordinary_accounts.to_string()),
            ("date", pool.date.to_owned()),
        ],
    );
    format!("{out} {basis}")
}

#[cfg(test)]
mod tests;
