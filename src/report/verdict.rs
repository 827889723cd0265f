//! What the worker answers for a page: the verdict with the words of the badge.
//!
//! Holds no long text: the panel adds those from its own WASM.

use super::{Assessment, Level, field_states};
use crate::indicators::{Given, assess_with};
use crate::lang::Lang;
use crate::profile::{Case, Date, Platform};
use crate::readers::{Gate, Reading};
use serde::Serialize;
use std::collections::BTreeMap;

/// The answer to one captured page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// What kind of page it is.
    pub gate: Gate,
    /// The level; absent unless the page is a candidate's.
    pub level: Option<Level>,
    /// How many details are open.
    pub open: usize,
    /// The words of the badge by language code; empty without a level.
    pub words: BTreeMap<String, String>,
    /// Everything the level rests on.
    pub assessment: Option<Assessment>,
    /// What was read.
    pub reading: Summary,
}

/// What was read of a page, without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The platform, when it is a known one.
    pub platform: Option<Platform>,
    /// Each field: `seen`, `empty`, `not-loaded` or why it was not read.
    pub fields: BTreeMap<String, String>,
    /// Whether the end of a page too large was left out.
    pub cut: bool,
}

/// Judges a reading, as of `today`, with what else is given.
pub fn verdict(reading: Reading, today: Date, given: Given<'_>) -> Verdict {
    let Reading { gate, profile, cut } = reading;
    let fields = field_states(&profile);
    let summary = Summary {
        cut,
        platform: profile.platform,
        fields: match gate {
            Gate::Person => named(fields.map(|(f, state)| (f.to_string(), state.to_owned()))),
            _ => BTreeMap::new(),
        },
    };
    let assessment = (gate == Gate::Person).then(|| {
        let sources = vec![profile];
        assess_with(&Case { sources }, today, given)
    });
    answer(gate, assessment, summary)
}

/// Entry by entry: `collect` would sort first.
fn named(entries: impl Iterator<Item = (String, String)>) -> BTreeMap<String, String> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

fn answer(gate: Gate, assessment: Option<Assessment>, reading: Summary) -> Verdict {
    let level = assessment.as_ref().map(|found| found.level);
    let open = assessment.as_ref().map_or(0, |found| found.hits.len());
    let words = |level: Level| {
        let badge = |lang: &Lang| (lang.code().to_owned(), level.badge(open, *lang));
        named(Lang::ALL.iter().map(badge))
    };
    Verdict {
        gate,
        level,
        open,
        words: level.map(words).unwrap_or_default(),
        assessment,
        reading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Field, Found, Place, Profile, Words};
    use crate::report::{Hit, Points, Span};
    use serde_json::json;

    fn summary() -> Summary {
        Summary {
            platform: None,
            fields: BTreeMap::new(),
            cut: false,
        }
    }

    #[test]
    fn a_page_that_is_no_candidates_has_no_level_and_no_words() {
        let reading = Reading {
            gate: Gate::Organisation,
            profile: Profile::default(),
            cut: false,
        };
        let today = Date::parse("2026-11-24").unwrap();
        let json = serde_json::to_value(verdict(reading, today, Given::default())).unwrap();
        assert_eq!(
            json,
            json!({"gate": "organisation", "level": null, "open": 0, "words": {},
                "assessment": null, "reading": {"platform": null, "fields": {}, "cut": false}})
        );
    }

    #[test]
    fn a_verdict_carries_the_badge_in_every_language_and_exact_words() {
        let place = Place::at(Field::PositionDates, 1);
        let words = "Jan 2011".to_owned();
        let found = Assessment {
            level: Level::WorthChecking,
            bits: Points(40),
            hits: vec![Hit {
                id: "history/sample".to_owned(),
                bits: Points(40),
                evidence: vec![Span {
                    source: 0,
                    place,
                    words,
                }],
                facts: BTreeMap::new(),
            }],
            for_the_person: Vec::new(),
            aside: Vec::new(),
            corrections: Vec::new(),
            nearly: Vec::new(),
            not_checked: Vec::new(),
            coverage: (7, 12),
            enough: true,
            kind: None,
            rules_version: "1".to_owned(),
        };
        let json = serde_json::to_value(answer(Gate::Person, Some(found), summary())).unwrap();
        let words = json["words"].as_object().unwrap();
        assert_eq!(words.len(), Lang::ALL.len());
        for (code, said) in [
            ("en", "Worth checking · 1"),
            ("fr", "Des détails à vérifier · 1"),
            ("de", "Details zu prüfen · 1"),
            ("es", "Detalles por verificar · 1"),
        ] {
            assert_eq!(words[code], said);
        }
        assert_eq!(json["open"], json!(1));
        assert_eq!(
            json["assessment"]["hits"],
            json!([{"id": "history/sample", "bits": 4.0, "evidence":
                [{"source": 0, "field": "positions[1].dates", "words": "Jan 2011"}]}])
        );
    }

    #[test]
    fn a_candidates_page_says_what_was_read_and_not_its_words() {
        let profile = Profile {
            headline: Found::Seen(Words {
                text: "Engineer".to_owned(),
                place: Place::of(Field::Headline),
            }),
            about: Found::Empty,
            ..Profile::default()
        };
        let gate = Gate::Person;
        let today = Date::parse("2026-11-24").unwrap();
        let fields = verdict(
            Reading {
                gate,
                profile,
                cut: false,
            },
            today,
            Given::default(),
        )
        .reading
        .fields;
        let state = |field: &str| fields.get(field).map(String::as_str);
        assert_eq!(state("headline"), Some("seen"));
        assert_eq!(state("about"), Some("empty"));
        assert_eq!(state("skills"), Some("not-loaded"));
    }
}
