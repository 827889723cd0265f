//! What came close: exactly defined, with words, and without points.

use super::*;
use touchstone::report::{Near, Short, Unit};

/// What came close in an invented case: the ids and why.
fn check(sources: &str, expect: &[(&str, Near)]) {
    let verdict = assess(&case(sources), today());
    let told: Vec<(&str, Near)> = verdict
        .nearly
        .iter()
        .map(|near| (near.id.as_str(), near.why.clone()))
        .collect();
    assert_eq!(told, expect, "{verdict:#?}");
    assert_exact(&verdict, sources);
}

fn short(seen: u32, needed: u32, unit: Unit) -> Near {
    Near::Short(Short { seen, needed, unit })
}

#[test]
fn a_rule_of_phrases_that_lacks_one_list() {
    let id = "account/service-promises";
    let of = |field: &str, text: &str| format!(r#"[{{"platform":"upwork",{field}:{text}}}]"#);
    let two = r#""I work in your time zone and deliver within budget.""#;
    check(&of(r#""about""#, two), &[(id, short(2, 3, Unit::Parts))]);
    // the same words where the rule does not look, and one phrase alone
    check(&of(r#""location""#, two), &[]);
    check(&of(r#""about""#, r#""I deliver within budget.""#), &[]);
    // what counts is no near miss
    let three = r#""I work 40+ hours a week in your time zone, within budget.""#;
    check(&of(r#""about""#, three), &[]);
    // next to nothing when it fires
    check(
        &of(r#""headline""#, r#""Senior full-stack developer""#),
        &[],
    );
}

#[test]
fn roles_side_by_side_for_less_than_it_takes() {
    let of = |end: &str| {
        format!(
            r#"[{{"platform":"linkedin","positions":[
            {{"employer":"Rookery","employment":"Full-time","start":"2018-01","end":"{end}"}},
            {{"employer":"Pelham","employment":"Full-time","start":"2020-01","end":"2022-06"}}]}}]"#
        )
    };
    let id = "history/parallel-fulltime";
    check(&of("2020-03"), &[]);
    check(&of("2020-04"), &[(id, short(3, 6, Unit::Months))]);
    check(&of("2020-06"), &[(id, short(5, 6, Unit::Months))]);
    check(&of("2020-07"), &[]);
}

#[test]
fn years_within_the_margin() {
    let of =
        |years: u32| format!(r#"[{{"platform":"linkedin","headline":"{years} years of React"}}]"#);
    let id = "history/years-exceed-technology-age";
    check(&of(13), &[]);
    check(&of(14), &[(id, short(1, 2, Unit::Years))]);
    check(&of(15), &[]);
    let of = |years: u32| {
        format!(
            r#"[{{"platform":"linkedin","headline":"{years} years of experience","positions":[
            {{"employer":"Rookery","start":"2022-01","end":"present"}},
            {{"employer":"Pelham","start":"2019-01","end":"2021-12"}},
            {{"employer":"Ostler","start":"2016-11","end":"2018-12"}}]}}]"#
        )
    };
    let near = |of: &str, expect: Option<Near>| {
        let verdict = assess(&case(of), today());
        let own =
            |near: &&touchstone::report::Nearly| near.id == "history/years-exceed-own-timeline";
        let found = verdict.nearly.iter().find(own).map(|near| near.why.clone());
        assert_eq!(found, expect, "{verdict:#?}");
    };
    near(&of(11), None);
    near(&of(12), Some(short(24, 25, Unit::Months)));
    near(&of(13), None);
}

#[test]
fn dates_within_the_margin() {
    let role = |employer: &str, start: &str, end: &str, text: &str| {
        format!(
            r#"[{{"platform":"linkedin","positions":[
            {{"employer":"{employer}","start":"{start}","end":"{end}","text":"{text}"}}]}}]"#
        )
    };
    let id = "history/role-before-employer-existed";
    check(&role("Stripe", "2009-09", "2012-01", "-"), &[]);
    check(
        &role("Stripe", "2009-05", "2012-01", "-"),
        &[(id, short(8, 13, Unit::Months))],
    );
    check(&role("Stripe", "2008-11", "2012-01", "-"), &[]);
    let id = "history/technology-before-release";
    let kubernetes = |end: &str| role("Rookery", "2010-01", end, "Ran Kubernetes in production");
    check(&kubernetes("2014-01"), &[]);
    check(&kubernetes("2013-09"), &[(id, short(9, 13, Unit::Months))]);
    check(&kubernetes("2012-01"), &[]);
}

#[test]
fn one_where_it_takes_two() {
    let sources = |second: &str| {
        format!(
            r#"[{{"platform":"linkedin","positions":[
            {{"employer":"Rookery","start":"2018-01","end":"2020-06"}},
            {{"employer":"Pelham Tools","start":"2021-01","end":"2023-06"}}]}},
            {{"platform":"resume","positions":[
            {{"employer":"Rookery","start":"2015-01","end":"2020-06"}},
            {{"employer":"Pelham Tools","start":"{second}","end":"2023-06"}}]}}]"#
        )
    };
    let id = "history/employment-conflict-between-sources";
    check(&sources("2021-01"), &[(id, short(1, 2, Unit::Parts))]);
    check(&sources("2017-01"), &[]);
}

#[test]
fn a_line_that_another_one_excludes_names_it() {
    check(
        r#"[{"platform":"linkedin","positions":[
        {"employer":"Rookery","start":"2022-01","end":"present"},
        {"employer":"Pelham Tools","start":"2018-07","end":"2021-12"},
        {"employer":"Stripe","start":"2002","end":"2018-06"}]}]"#,
        &[(
            "person/long-consistent-history",
            Near::HeldBack("history/role-before-employer-existed".to_owned()),
        )],
    );
}

#[test]
fn nothing_comes_close_on_what_was_not_read() {
    check("[{}, {}]", &[]);
}

#[test]
fn what_came_close_has_words_of_the_case_and_is_no_line() {
    let mut seen = 0;
    for sample in samples() {
        let verdict = assess(&sample.case, sample.today);
        for near in &verdict.nearly {
            seen += 1;
            assert!(lines(&verdict).all(|hit| hit.id != near.id), "{}", near.id);
            assert!(!near.evidence.is_empty(), "{}", near.id);
            let reads = find(&near.id).unwrap().reads;
            for span in &near.evidence {
                let profile = &sample.case.sources[span.source as usize];
                let quoted = quotable(profile, span.place.field);
                let said = quoted.iter().any(|text| text.contains(&span.words));
                assert!(
                    said && !span.words.is_empty(),
                    "{}: {}",
                    near.id,
                    span.words
                );
                assert!(reads.contains(&span.place.field), "{}", near.id);
            }
            match &near.why {
                Near::Short(short) => assert!(short.seen < short.needed, "{}", near.id),
                Near::HeldBack(by) => assert!(lines(&verdict).any(|hit| hit.id == *by), "{by}"),
            }
            for lang in touchstone::lang::Lang::ALL.iter().copied() {
                let title = touchstone::indicators::texts(lang, &near.id).unwrap().title;
                for place in title.split('{').skip(1) {
                    let name = place.split('}').next().unwrap();
                    assert!(near.facts.contains_key(name), "{}: {{{name}}}", near.id);
                }
            }
        }
    }
    assert!(seen >= 5, "only {seen} samples came close");
}
