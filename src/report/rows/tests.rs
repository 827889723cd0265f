//! The rows: words, counts, sums, and what names a source.

use super::*;
use crate::report::sample::{self, BOOK};

fn rows(lang: Lang) -> Rows {
    Rows::with(&sample::assessment(), lang, &[], BOOK)
}

#[test]
fn the_total_is_exactly_the_visible_sum() {
    let found = sample::assessment();
    let check = |lang: Lang, expect: &str| assert_eq!(rows(lang).sum, expect);
    check(Lang::En, "6.0 + 4.5 \u{2212} 1.5 \u{2212} 2.0 = 7.0 points");
    check(Lang::Fr, "6,0 + 4,5 \u{2212} 1,5 \u{2212} 2,0 = 7,0 points");
    assert_eq!(found.bits, Points(70));
}

#[test]
fn a_sum_of_one_line_or_none_is_its_points() {
    let check = |bits: &[i32], lang: Lang, expect: &str| {
        let mut found = sample::empty(Level::NothingStoodOut);
        for points in bits {
            found.hits.push(sample::hit("sample/one", *points));
        }
        assert_eq!(Rows::with(&found, lang, &[], BOOK).sum, expect);
    };
    check(&[], Lang::En, "0.0 points");
    check(&[], Lang::Fr, "0,0 point");
    check(&[15], Lang::Fr, "1,5 point");
    check(&[0, 15], Lang::En, "1.5 points");
    check(
        &[-15, 5],
        Lang::En,
        "\u{2212}1.5 + 0.5 = \u{2212}1.0 points",
    );
}

#[test]
fn sentences_count_and_agree() {
    use Lang::{En, Fr};
    let check = |level: Level, open: u32, lang: Lang, expect: &str| {
        assert_eq!(sentence(level, open, lang), expect);
    };
    check(Level::WorthChecking, 1, En, "One detail is worth checking.");
    check(
        Level::WorthChecking,
        12,
        En,
        "12 details are worth checking.",
    );
    check(
        Level::VerifyFirst,
        2,
        En,
        "Two details need verification. Verify identity before an interview.",
    );
    check(
        Level::VerifyFirst,
        1,
        Fr,
        "Un détail est à vérifier. Vérifiez l’identité avant un entretien.",
    );
    check(
        Level::WorthChecking,
        3,
        Fr,
        "Trois détails méritent une vérification.",
    );
}

#[test]
fn coverage_takes_the_french_singular_for_nothing() {
    let check = |read: u32, lang: Lang, expect: &str| {
        assert_eq!(coverage((read, 12), lang), expect);
    };
    check(7, Lang::En, "7 of 12 fields read");
    check(0, Lang::Fr, "0 champ lu sur 12");
    check(1, Lang::Fr, "1 champ lu sur 12");
    check(2, Lang::Fr, "2 champs lus sur 12");
}

#[test]
fn a_row_has_its_words_places_and_filled_facts() {
    let row = rows(Lang::En).to_verify.remove(0);
    assert_eq!(row.title, "Kubernetes before its first release");
    assert_eq!(row.points, "6.0 points");
    let quote = row.quotes.first().unwrap();
    assert_eq!(quote.words, "Ran Kubernetes in 2011");
    assert_eq!(quote.place, "Position 2, description");
    assert_eq!(
        rows(Lang::Fr).to_verify[0].quotes[1].place,
        "Poste 2, dates"
    );
}

#[test]
fn a_correction_is_a_line_that_names_what_it_corrects() {
    assert_eq!(
        rows(Lang::En).corrections,
        [Line {
            title: "Lines of the group “Employment history” count up to its limit".to_owned(),
            points: "\u{2212}1.5 points".to_owned(),
        }]
    );
}

#[test]
fn fields_not_checked_stand_together_by_reason() {
    let gaps = rows(Lang::En).not_checked;
    let fields: Vec<&String> = gaps.iter().flat_map(|gap| &gap.fields).collect();
    assert_eq!(fields, ["Skills, Followers", "Name"]);
    assert_eq!(gaps[1].reason, "Covered by the platform");
}

#[test]
fn several_sources_are_named() {
    let sources = ["a.html".to_owned(), "b.html".to_owned()];
    let rows = Rows::with(&sample::assessment(), Lang::En, &sources, BOOK);
    let quote = &rows.to_verify[0].quotes[0];
    assert_eq!(quote.place, "a.html: Position 2, description");
}

#[test]
fn of_several_sources_each_is_named_once_for_what_it_lacks() {
    let mut found = sample::empty(Level::NothingStoodOut);
    let lacks = |source, field| Unchecked {
        source,
        field,
        reason: "not-loaded".to_owned(),
    };
    found.not_checked = vec![
        lacks(0, Field::About),
        lacks(1, Field::About),
        lacks(0, Field::Skills),
        lacks(0, Field::Skills),
    ];
    let sources = ["a.html".to_owned(), "b.html".to_owned()];
    let gaps = Rows::with(&found, Lang::En, &sources, BOOK).not_checked;
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].fields, ["a.html: About, Skills", "b.html: About"]);
}

#[test]
fn a_source_that_is_not_there_has_its_number() {
    let check = |source, expect: &str| {
        let mut found = sample::assessment();
        found.hits[0].evidence[0].source = source;
        let sources = ["a.html".to_owned(), "b.html".to_owned()];
        let rows = Rows::with(&found, Lang::En, &sources, BOOK);
        assert_eq!(rows.to_verify[0].quotes[0].place, expect);
    };
    check(2, "Source 3: Position 2, description");
    check(u32::MAX, "Source 4294967296: Position 2, description");
}

#[test]
fn an_indicator_without_texts_is_shown_by_its_id() {
    let mut found = sample::empty(Level::WorthChecking);
    found.hits.push(sample::hit("other/unknown", 10));
    let rows = Rows::with(&found, Lang::En, &[], BOOK);
    assert_eq!(rows.to_verify[0].title, "other/unknown");
    assert!(rows.steps.is_empty());
}

#[test]
fn words_of_a_page_are_one_bounded_line() {
    let check = |words: &str, expect: &str| assert_eq!(plain(words), expect);
    check("  a\n\t b  ", "a b");
    check("a\u{202e}b\u{0}c\u{1b}[31m", "abc[31m");
    check("\u{a0}é", "é");
    let long = plain(&"x".repeat(1_000_000));
    assert_eq!(long.chars().count(), LONGEST + 1);
}
