//! What the panel knows beside the record: the work on the candidate and what the user set.

use crate::lang::Lang;
use crate::profile::Date;
use crate::report::{Assessment, Begun, Foot, Record, Told};
use crate::score::again::again;
use crate::steps;
use crate::work::{Common, Work};
use serde::Deserialize;

/// As the screen hands it over; whatever is missing is as if nothing had been done or set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Given {
    /// The work on this candidate, as it was kept; absent where there is no candidate to work
    /// on, so that nothing is offered that could not be kept.
    pub work: Option<String>,
    /// What is the same for all candidates, as it was kept.
    pub common: String,
    /// The day of the user, `YYYY-MM-DD`.
    pub today: String,
    /// The user's estimate that one application in so many has misstated details.
    pub one_in: Option<u32>,
    /// Whether searches elsewhere are offered.
    pub links: bool,
    /// For how many days candidates are kept; absent: with the session only.
    pub keep_days: Option<u32>,
    /// What the foot offers of the settings; absent where there are none.
    pub foot: Option<Foot>,
}

/// What a painter is given beside the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// What was handed over.
    pub given: Given,
    /// The work; absent where there is none to do.
    pub work: Option<Work>,
    /// What is the same for all candidates.
    pub common: Common,
    /// The day.
    pub today: Date,
}

impl Scene {
    /// Reads what was handed over. Without a day nothing is over, and nothing expires.
    pub fn of(given: Given) -> Self {
        Self {
            work: given.work.as_deref().map(Work::parse),
            common: Common::parse(&given.common),
            today: Date::parse(&given.today).unwrap_or(Date::from_unix_days(0)),
            given,
        }
    }

    /// The verdict of a record with what the user set aside and ticked; absent where there is
    /// none. The second value says whether it can be taken apart: other rules made it otherwise.
    pub fn verdict(&self, record: &Record) -> Option<(Assessment, bool)> {
        let found = record.verdict.as_ref()?.assessment.as_ref()?;
        let Some(work) = &self.work else {
            return Some((found.clone(), false));
        };
        let counted = again(found, &work.aside(self.today), &work.observed());
        let can = counted.is_some();
        Some((counted.unwrap_or_else(|| found.clone()), can))
    }

    /// A verdict with what stands beside it.
    pub fn told<'a>(&'a self, found: &'a Assessment) -> Told<'a> {
        let told = Told::new(found, self.given.one_in);
        match &self.work {
            Some(work) => told.with_aside(&work.board().aside),
            None => told,
        }
    }

    /// The ids of all steps that were done.
    pub fn ticked(&self) -> Vec<&str> {
        let steps = self.work.iter().flat_map(|work| &work.board().steps);
        let done = steps.filter(|(_, tick)| tick.done.is_some());
        done.map(|(id, _)| id.as_str()).collect()
    }

    /// The verification steps that were done or written about.
    pub fn begun(&self, lang: Lang) -> Vec<Begun> {
        let steps = self.work.iter().flat_map(|work| &work.board().steps);
        let begun = steps.filter(|(_, tick)| tick.done.is_some() || !tick.note.trim().is_empty());
        let words = begun.filter_map(|(id, tick)| {
            let title = steps::texts(lang, id)?.title;
            let day = tick.done.map(|day| format!(" ({day})"));
            let day = day.unwrap_or_default();
            Some(Begun {
                is_done: tick.done.is_some(),
                words: match tick.note.trim() {
                    "" => format!("{title}{day}"),
                    note => format!("{title}{day}: {note}"),
                },
            })
        });
        words.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Case;
    use crate::report::{Judged, State};

    #[test]
    fn only_a_verdict_of_these_rules_is_taken_apart() {
        let today = Date::parse("2026-11-26").unwrap();
        let found = crate::indicators::assess(&Case::default(), today);
        let check = |work: Option<&str>, rules: &str, expect: bool| {
            let scene = Scene::of(Given {
                work: work.map(str::to_owned),
                today: "2026-11-26".to_owned(),
                ..Given::default()
            });
            let mut assessment = found.clone();
            assessment.rules_version = rules.to_owned();
            let record = Record {
                verdict: Some(Judged {
                    assessment: Some(assessment),
                }),
                ..Record::of(State::Judged)
            };
            let (_, can) = scene.verdict(&record).unwrap();
            assert_eq!(can, expect, "{work:?} {rules}");
        };
        let rules = crate::indicators::RULES_VERSION;
        check(Some(""), rules, true);
        check(Some(""), "0.0.0", false);
        check(None, rules, false);
    }

    #[test]
    fn what_was_written_about_a_step_is_told_ticked_or_not() {
        let work = r#"{"now": {"steps": {
            "dates-add-up": {"done": "2026-11-25", "note": " The dates hold "},
            "profiles-side-by-side": {"note": "Moved to Friday"},
            "own-records": {"done": null},
            "no-such-step": {"done": "2026-11-25"}
        }}}"#;
        let scene = Scene::of(Given {
            work: Some(work.to_owned()),
            ..Given::default()
        });
        let begun = scene.begun(Lang::En);
        let told: Vec<_> = begun
            .iter()
            .map(|one| (one.is_done, one.words.as_str()))
            .collect();
        let expect = [
            (
                true,
                "Check that the dates of the career add up (2026-11-25): The dates hold",
            ),
            (
                false,
                "Read r\u{e9}sum\u{e9} and profiles side by side: Moved to Friday",
            ),
        ];
        assert_eq!(told, expect);
    }
}
