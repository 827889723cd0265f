//! What the rows beside the level say, in both languages.

use super::*;
use crate::indicators::assess;
use crate::indicators::samples::Source;
use crate::profile::{Case, Date};
use crate::report::{Assessment, BesideNote, Length, Rows, Style, note, terminal};

const TEXT: &str = "Maps, rivers and boats; small tools for them, written on weekends with friends from the harbour club.";

fn found(json: &str) -> Assessment {
    let sources: Vec<Source> = serde_json::from_str(&json.replace("TEXT", TEXT)).unwrap();
    let sources = sources.into_iter().map(|source| source.profile().unwrap());
    let sources = sources.collect();
    assess(&Case { sources }, Date::parse("2026-11-24").unwrap())
}

fn rows(json: &str, lang: Lang, one_in: Option<u32>) -> Rows {
    let found = found(json);
    Rows::told(&Told::new(&found, one_in), lang, &[])
}

const TWO_GROUPS: &str = r#"[{"platform":"linkedin","headline":"30 years of React","about":"TEXT",
    "emails":["edda@mailinator.com"]}]"#;

const ONE_STRONG: &str = r#"[{"platform":"linkedin","about":"TEXT I ran Kubernetes 30 years.","positions":[
    {"employer":"Rookery","start":"2022-01","end":"present"},
    {"employer":"Pelham Tools","start":"2018-07","end":"2021-12"},
    {"employer":"Stripe","start":"2002","end":"2018-06"}]}]"#;

#[test]
fn what_would_change_is_said_in_sentences() {
    let check = |json: &str, lang: Lang, expect: &[&str]| {
        assert_eq!(rows(json, lang, None).beside.changes, expect);
    };
    check(
        TWO_GROUPS,
        Lang::En,
        &[
            "Without “More years of a technology than it has existed”: “Worth checking”, 3.0 points.",
            "Without “Throw-away e-mail address”: “Worth checking”, 4.0 points.",
        ],
    );
    check(
        TWO_GROUPS,
        Lang::Fr,
        &[
            "Sans «\u{a0}Plus d’années de pratique que l’âge de la technologie\u{a0}»\u{a0}: «\u{a0}Des détails à vérifier\u{a0}», 3,0 points.",
            "Sans «\u{a0}Une adresse électronique jetable\u{a0}»\u{a0}: «\u{a0}Des détails à vérifier\u{a0}», 4,0 points.",
        ],
    );
    check(
        ONE_STRONG,
        Lang::En,
        &[
            "Without “Role that began before the employer was founded”: “Nothing stood out”, −0.5 points.",
            "One more strong line (a contradiction, an exact identifier, an impossibility) from another group would make it “Verify first”.",
        ],
    );
    // both address lines are at the level alone, so neither carries it
    check(
        r#"[{"platform":"linkedin","name":"Edda Crane","about":"TEXT","emails":["supertalentdev909@mail.example"]}]"#,
        Lang::En,
        &[
            "No single line carries the level: without any one of them it stays “Worth checking”.",
            "If one answer explains “E-mail address of “dev” and digits”, “E-mail address of praise and digits”: “Nothing stood out”, 0.0 points.",
        ],
    );
    check(r#"[{"platform":"linkedin","about":"TEXT"}]"#, Lang::En, &[]);
}

#[test]
fn the_next_check_says_its_step_its_effort_and_what_remains() {
    let check = |lang: Lang, expect: &str| {
        let said = rows(TWO_GROUPS, lang, None).beside.next_check;
        assert_eq!(said.as_deref(), Some(expect));
    };
    check(
        Lang::En,
        "Ask when the first project with it began, and check it against the dated history. Effort: one message. \
         If it explains “More years of a technology than it has existed”: “Worth checking”, 3.0 points.",
    );
    check(
        Lang::Fr,
        "Demander quand le premier projet a commencé et le comparer aux dates du parcours. Effort\u{a0}: un message. \
         Si cela explique «\u{a0}Plus d’années de pratique que l’âge de la technologie\u{a0}»\u{a0}: «\u{a0}Des détails à vérifier\u{a0}», 3,0 points.",
    );
    let quiet = rows(
        r#"[{"platform":"linkedin","about":"TEXT"}]"#,
        Lang::En,
        None,
    );
    assert_eq!(quiet.beside, Beside::default());
}

#[test]
fn what_came_close_says_why_it_does_not_count() {
    let check = |json: &str, lang: Lang, expect: (&str, &str, &str, &str)| {
        let near = rows(json, lang, None).beside.nearly.remove(0);
        let words = near.quotes[0].words.as_str();
        let told = (
            near.title.as_str(),
            near.points.as_str(),
            near.reason.as_str(),
            words,
        );
        assert_eq!(told, expect);
    };
    let two = r#"[{"platform":"upwork","about":"TEXT In your time zone, within budget."}]"#;
    check(
        two,
        Lang::En,
        (
            "Several stock promises of service",
            "0.0 points",
            "2 of the 3 parts that it takes.",
            "your time zone",
        ),
    );
    check(
        two,
        Lang::Fr,
        (
            "Plusieurs promesses de service toutes faites",
            "0,0 point",
            "2 des 3 éléments nécessaires.",
            "your time zone",
        ),
    );
    check(
        ONE_STRONG,
        Lang::En,
        (
            "Dated history over many years",
            "0.0 points",
            "Not counted because of “Role that began before the employer was founded”.",
            "2002 – 2018-06",
        ),
    );
    let years = r#"[{"platform":"linkedin","headline":"14 years of React"}]"#;
    check(
        years,
        Lang::En,
        (
            "More years of a technology than it has existed",
            "0.0 points",
            "1 of the 2 years that it takes.",
            "14 years of React",
        ),
    );
}

const README: &str = r#"[{"platform":"github","texts":["TEXT"]}]"#;

#[test]
fn the_pool_is_told_when_the_user_gave_a_number_and_the_kind_was_measured() {
    let check = |json: &str, one_in: Option<u32>, expect: bool| {
        let told = rows(json, Lang::En, one_in).beside.pool;
        assert_eq!(told.is_some(), expect, "{told:?}");
    };
    check(README, Some(50), true);
    check(README, None, false);
    check(README, Some(1), false);
    check(&README.replace("github", "linkedin"), Some(50), false);
    check(&README.replace("github", "resume"), Some(50), false);
}

#[test]
fn the_pool_is_told_in_ranges_of_applications() {
    let range = |low, high| Range { low, high };
    let mut pool = Pool {
        one_in: 50,
        at_level: range(4, 25),
        ordinary: range(3, 3),
        of_ten: Some(range(1, 9)),
        documented_accounts: 52,
        ordinary_accounts: 292,
        date: "2026-11-24",
    };
    let check = |pool: &Pool, lang: Lang, expect: [&str; 3]| {
        let expect: Vec<&str> = expect.into_iter().filter(|said| !said.is_empty()).collect();
        assert_eq!(pool_words(lang, pool), expect.join(" "));
    };
    let sentence = "If 1 in 50 applications in your pool has misstated details, of 1000 applications 4 to 25 would be at this level, about 3 of them ordinary.";
    let ten = "That makes 1 to 9 of every 10 at this level ordinary.";
    let basis = "Measured on 52 documented and 292 ordinary accounts, 2026-11-24. It describes the pool, not this person.";
    check(&pool, Lang::En, [sentence, ten, basis]);
    let french = [
        "Si 1 candidature sur 50 contient des détails inexacts, sur 1000 candidatures 4 à 25 seraient à ce niveau, dont environ 3 ordinaires.",
        "Soit 1 à 9 ordinaires sur 10 à ce niveau.",
        "Mesuré sur 52 comptes documentés et 292 comptes ordinaires, 2026-11-24. Cela décrit l’ensemble, pas cette personne.",
    ];
    check(&pool, Lang::Fr, french);
    pool.of_ten = None;
    check(&pool, Lang::En, [sentence, "", basis]);
}

#[test]
fn a_rate_is_two_counts() {
    let check = |lang: Lang, expect: &str| {
        assert_eq!(rate_words(lang, ErrorRate { fires: 3, of: 327 }), expect);
    };
    check(
        Lang::En,
        "Fires on 3 of 327 ordinary profiles of this kind.",
    );
    check(
        Lang::Fr,
        "Apparaît sur 3 des 327 profils ordinaires de ce type.",
    );
}

/// Note and terminal show all of it under their headings, and the sum stays that of the lines.
#[test]
fn every_painter_of_text_shows_the_rows() {
    for lang in Lang::ALL.iter().copied() {
        let rows = rows(ONE_STRONG, lang, None);
        let note = note(
            &rows,
            &BesideNote::default(),
            Length::Security,
            Style::Markdown,
        );
        for text in [note, terminal(&rows)] {
            for heading in [
                key::HEADING_NEARLY,
                key::HEADING_NEXT_CHECK,
                key::HEADING_CHANGES,
            ] {
                assert_eq!(text.matches(rows.text(heading)).count(), 1, "{text}");
            }
            let near = &rows.beside.nearly[0];
            assert!(
                text.contains(&near.reason) && text.contains(&near.quotes[0].words),
                "{text}"
            );
            assert!(text.contains(&rows.beside.changes[0]), "{text}");
        }
        assert_eq!(rows.sum, lang::points(lang, found(ONE_STRONG).bits));
    }
    let text = terminal(&rows(README, Lang::En, Some(50)));
    assert!(text.contains("\nIn your pool\n  If 1 in 50"), "{text}");
}

/// Programs get the stored assessment unchanged, with what follows from it beside it.
#[test]
fn programs_get_the_assessment_and_what_follows_from_it() {
    let found = found(TWO_GROUPS);
    let told = serde_json::to_value(Told::new(&found, None)).unwrap();
    let stored = serde_json::to_value(&found).unwrap();
    for (name, value) in stored.as_object().unwrap() {
        assert_eq!(told.get(name), Some(value), "{name}");
    }
    let first = &told["would_change"]["lines"][0];
    assert_eq!(first["without"][0], "history/years-exceed-technology-age");
    assert_eq!(
        (&first["level"], &first["bits"]),
        (&"worth-checking".into(), &3.0.into())
    );
    assert_eq!(told["would_change"]["next_check"]["effort"], "ask");
    assert!(told["pool"].is_null());
}
