//! What holds of every verdict, whatever the candidate is read from.

use crate::{bytes_of, comes_back, said};
use touchstone::indicators::{self, Given, Kind, assess, assess_with};
use touchstone::lang::Lang;
use touchstone::profile::{Case, Date};
use touchstone::report::{
    Assessment, Given as Shown, Hit, Judged, Level, PaperKind, Record, Rows, Scene, State, Style,
    Told, paper, terminal,
};
use touchstone::score::again::again;
use touchstone::score::change::changes;

/// Judges a candidate and holds the verdict against the promises.
pub fn of(case: &Case, today: Date) -> Assessment {
    let found = assess(case, today);
    assert_eq!(bytes_of(&found), bytes_of(&assess(case, today)), "two runs");
    comes_back(&found);
    adds_up(&found);
    levels(&found);
    said::evidence(case, &found);
    order(case, &found, today);
    set_aside(case, &found, today);
    painted(&found);
    found
}

/// The sum is that of the lines, in whole tenths, on the screen as well.
fn adds_up(found: &Assessment) {
    let lines = found.hits.iter().chain(&found.for_the_person);
    let lines = lines.map(|hit| hit.bits.0);
    let corrections = found.corrections.iter().map(|one| one.bits.0);
    assert_eq!(
        found.bits.0,
        lines.chain(corrections).sum::<i32>(),
        "the sum"
    );
    let shown: f64 = found.bits.to_string().parse().unwrap_or(f64::NAN);
    let written = f64::from(found.bits.0) / 10.0;
    assert!((shown - written).abs() < 1e-9, "{shown} for {written}");
    let sides = |hits: &[Hit], sign: i32| hits.iter().all(|hit| hit.bits.0 * sign >= 0);
    assert!(
        sides(&found.hits, 1) && sides(&found.for_the_person, -1),
        "sides"
    );
    assert!(
        found.coverage.0 <= found.coverage.1,
        "more read than there is"
    );
}

/// "Verify first" has a strong line and a second group; nothing is said of too little.
fn levels(found: &Assessment) {
    let strong = |hit: &&Hit| {
        let kind = indicators::find(&hit.id).map(|one| one.kind);
        matches!(
            kind,
            Some(Kind::Contradiction | Kind::DocumentedIdentifier | Kind::Impossibility)
        )
    };
    let groups: std::collections::BTreeSet<&str> = found
        .hits
        .iter()
        .filter_map(|hit| hit.id.split('/').next())
        .collect();
    let open = !found.hits.is_empty();
    match found.level {
        Level::VerifyFirst => {
            assert!(found.hits.iter().any(|hit| strong(&hit)), "no strong line");
            assert!(groups.len() >= 2, "one group");
        }
        Level::WorthChecking => assert!(open, "nothing to check"),
        Level::NothingStoodOut => assert!(found.enough, "too little"),
        Level::NotEnough => assert!(!found.enough, "enough"),
    }
}

/// The order of the sources changes nothing but their numbers.
fn order(case: &Case, found: &Assessment, today: Date) {
    if case.sources.len() < 2 {
        return;
    }
    let mut turned = case.clone();
    turned.sources.reverse();
    let turned = assess(&turned, today);
    let short = |one: &Assessment| {
        let ids = one.hits.iter().chain(&one.for_the_person);
        let ids: Vec<String> = ids.map(|hit| hit.id.clone()).collect();
        (one.level, one.bits, one.coverage, ids)
    };
    assert_eq!(short(found), short(&turned), "the order of the sources");
}

/// The panel counts as the worker does: with nothing set aside, with the first line, with all.
fn set_aside(case: &Case, found: &Assessment, today: Date) {
    let ids: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    for aside in [&[][..], ids.get(..1).unwrap_or_default(), &ids] {
        let given = Given {
            aside,
            ..Given::default()
        };
        let judged = assess_with(case, today, given);
        adds_up(&judged);
        let counted = again(found, aside, &[]).map(without_near_misses);
        assert_eq!(
            counted,
            Some(without_near_misses(judged)),
            "counted again: {aside:?}"
        );
    }
    assert!(changes(found).is_some(), "its own lines do not give it");
    let given = Given {
        without_known: true,
        ..Given::default()
    };
    let without = assess_with(case, today, given);
    let listed = without.hits.iter().any(|hit| hit.id.starts_with("known/"));
    assert!(!listed, "the list is off");
}

/// What came close is told from the sources alone and counts nothing.
fn without_near_misses(found: Assessment) -> Assessment {
    Assessment {
        nearly: Vec::new(),
        ..found
    }
}

/// Every painter paints, in a language that the verdict chooses.
fn painted(found: &Assessment) {
    let at = found.hits.len() + found.for_the_person.len() + found.not_checked.len();
    let lang = Lang::ALL.get(at % Lang::ALL.len());
    let lang = lang.copied().unwrap_or_default();
    let rows = Rows::told(&Told::new(found, Some(50)), lang, &[]);
    assert_eq!(rows.to_verify.len(), found.hits.len(), "rows");
    for (row, hit) in rows.to_verify.iter().zip(&found.hits) {
        assert_eq!(
            (&row.id, row.bits),
            (&hit.id, hit.bits),
            "a row of another line"
        );
        assert!(!row.quotes.is_empty(), "no words");
    }
    assert!(!terminal(&rows).is_empty(), "nothing is painted");
    let record = Record {
        verdict: Some(Judged {
            assessment: Some(found.clone()),
        }),
        ..Record::of(State::Judged)
    };
    let style = if at % 2 == 0 {
        Style::Plain
    } else {
        Style::Markdown
    };
    papers(&record, &Scene::of(Shown::default()), (lang, style));
}

/// All that can be taken away as a text.
pub fn papers(record: &Record, scene: &Scene, (lang, style): (Lang, Style)) {
    for kind in PaperKind::ALL {
        let Some(text) = paper(record, scene, kind, style, lang) else {
            assert!(scene.verdict(record).is_none(), "no paper of a verdict");
            continue;
        };
        assert!(!text.is_empty(), "an empty paper");
        if kind == PaperKind::Json {
            let json = serde_json::from_str::<serde_json::Value>(&text);
            assert!(json.is_ok(), "no JSON");
        }
    }
}
