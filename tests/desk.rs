//! The desk: what an action makes of it, which sources are judged as one person, and what the
//! screen is told, through the real readers. All people are invented.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

use serde_json::{Value, json};
use touchstone::desk::{Action, Desk, Refusal, State};
use touchstone::indicators::Given;
use touchstone::lang::Lang;
use touchstone::profile::Date;
use touchstone::report::{Record, Rows, State as Shown, Told};

fn today() -> Date {
    Date::parse("2026-11-24").unwrap()
}

/// A state as it is kept: every step goes through the text that a store holds.
fn after(actions: &[Value]) -> State {
    actions.iter().fold(State::default(), |state, action| {
        let action: Action = serde_json::from_value(action.clone()).unwrap();
        let state = state.after(action).unwrap();
        State::parse(&serde_json::to_string(&state).unwrap())
    })
}

fn record(state: &State) -> Record {
    Desk::default().record(state, today(), Given::default())
}

fn text(name: &str, words: &str) -> Value {
    json!({"do": "add", "name": name, "kind": "text", "at": "2026-11-24T10:00:00Z",
        "content": {"text": words}})
}

fn resume(name: &str, who: &str) -> Value {
    let words = format!(
        "{who}\nPlatform engineer\n\nExperience\nPlatform Engineer, Norrsken Data\nMar 2019 – Present\nRuns the build farm."
    );
    text(name, &words)
}

fn page(slug: &str, who: &str) -> Value {
    let html = format!(
        "<title>{who} | LinkedIn</title><main><h1>{who}</h1><div>Platform Engineer</div></main>"
    );
    json!({"do": "add", "name": format!("{who} | LinkedIn"), "kind": "page",
        "at": "2026-11-24T10:00:00Z",
        "content": {"page": {"url": format!("https://www.linkedin.com/in/{slug}/"), "html": html, "tab": 7}}})
}

/// Names of the sources that are shown, and in brackets those of other candidates; a star marks
/// what was judged together.
fn on_desk(state: &State) -> String {
    let record = record(state);
    let shown = record.sources.iter().map(|source| {
        let star = if source.judged.is_some() { "*" } else { "" };
        format!("{}{star}", source.name)
    });
    let others = record.others.iter();
    let others = others.map(|other| format!("[{}]", other.names.join("+")));
    shown.chain(others).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_the_user_puts_together_and_takes_apart_is_what_lies_there() {
    let add = |name: &str| resume(name, "Tobias Fernlund");
    let check = |actions: &[Value], expect: &str| {
        assert_eq!(on_desk(&after(actions)), expect, "{actions:?}");
    };
    // Numbers are given in turn: the first source 1, its candidate 2, the second source 3.
    let (a, b) = (add("a"), add("b"));
    check(&[], "");
    check(&[a.clone(), b.clone()], "a* b*");
    let two = [a.clone(), b.clone()];
    let then = |more: &[Value]| [two.as_slice(), more].concat();
    let undo = json!({"do": "undo"});
    check(&then(&[json!({"do": "remove", "id": 1})]), "b*");
    check(
        &then(&[json!({"do": "remove", "id": 1}), undo.clone()]),
        "a* b*",
    );
    check(&then(std::slice::from_ref(&undo)), "a*");
    check(&then(&[json!({"do": "split", "id": 3})]), "b* [a]");
    check(
        &then(&[
            json!({"do": "split", "id": 3}),
            json!({"do": "open", "id": 2}),
        ]),
        "a* [b]",
    );
    check(
        &then(&[
            json!({"do": "split", "id": 3}),
            json!({"do": "join", "id": 2}),
        ]),
        "b* a*",
    );
    check(
        &then(&[json!({"do": "split", "id": 3}), undo.clone()]),
        "a* b*",
    );
    check(&then(&[json!({"do": "clear"})]), "");
    check(&then(&[json!({"do": "clear"}), undo]), "a* b*");
    check(&then(&[json!({"do": "clear"}), add("c")]), "c*");
    // Another panel was faster: nothing happens.
    check(
        &then(&[
            json!({"do": "remove", "id": 99}),
            json!({"do": "open", "id": 99}),
        ]),
        "a* b*",
    );
    check(
        &then(&[
            json!({"do": "join", "id": 2}),
            json!({"do": "join", "id": 99}),
        ]),
        "a* b*",
    );
    check(&[a, json!({"do": "split", "id": 1})], "a*");
}

#[test]
fn a_page_that_is_added_again_takes_the_place_of_its_older_reading() {
    let state = after(&[
        page("tobias", "Tobias Fernlund"),
        resume("cv", "Tobias Fernlund"),
        page("tobias", "Tobias Fernlund"),
    ]);
    assert_eq!(on_desk(&state), "Tobias Fernlund | LinkedIn* cv*");
}

#[test]
fn a_saved_page_is_read_at_the_address_that_it_says() {
    let saved = |head: &str| {
        let html = format!(
            "<title>Tobias Fernlund</title>{head}<main><h1>Tobias Fernlund</h1><div>Baker</div></main>"
        );
        json!({"do": "add", "name": "saved.html", "kind": "page", "at": "2026-11-24T10:00:00Z",
            "content": {"page": {"url": "", "html": html}}})
    };
    let check = |head: &str, read: bool| {
        let found = record(&after(&[saved(head)]));
        assert_eq!(found.sources[0].judged.is_some(), read, "{head}");
    };
    let canonical = |url: &str| format!("<link rel=\"canonical\" href=\"{url}\">");
    check(&canonical("https://www.linkedin.com/in/tobias"), true);
    check(&canonical("https://www.linkedin.com/feed/"), false);
    // Two saved pages are two sources, though neither came with an address.
    let two = after(&[saved(""), saved(&canonical("https://github.com/tobias"))]);
    assert_eq!(record(&two).sources.len(), 2);
}

#[test]
fn names_that_do_not_agree_are_asked_about_before_they_are_one_person() {
    let check = |here: &str, there: &str, asked: bool| {
        let state = after(&[resume("a", here), resume("b", there)]);
        let found = record(&state);
        assert_eq!(found.question.is_some(), asked, "{here} / {there}");
        let judged = found.sources.iter().filter(|s| s.judged.is_some()).count();
        assert_eq!(judged, if asked { 1 } else { 2 }, "{here} / {there}");
    };
    check("Tobias Fernlund", "Tobias Fernlund", false);
    check("Tobias Fernlund", "Mira Okonedo", true);
    check("Tobias Fernlund", "Erik Fernlund", true);
    check("Zoë Lindqvist", "Zoe Lindkvist", false);
    check("Tobias Fernlund", "T. Fernlund", false);
}

#[test]
fn the_users_answer_decides() {
    let two = [resume("a", "Tobias Fernlund"), resume("b", "Mira Okonedo")];
    let then = |more: &[Value]| after(&[two.as_slice(), more].concat());
    assert_eq!(on_desk(&then(&[])), "a* b");
    let same = json!({"do": "same", "ids": [1, 3]});
    assert_eq!(on_desk(&then(std::slice::from_ref(&same))), "a* b*");
    assert_eq!(on_desk(&then(&[same, json!({"do": "undo"})])), "a* b");
    let different = json!({"do": "split", "id": 3});
    assert_eq!(on_desk(&then(&[different])), "b* [a]");
}

#[test]
fn what_cannot_be_read_is_listed_and_the_others_are_judged() {
    let add = |content: Value| json!({"do": "add", "name": "x", "kind": "file", "at": "", "content": content});
    let check = |content: Value, problem: &str| {
        let state = after(&[add(content), resume("cv", "Tobias Fernlund")]);
        let found = serde_json::to_value(record(&state)).unwrap();
        assert_eq!(found["sources"][0]["problem"], json!(problem));
        assert_eq!(found["sources"][1]["judged"], json!(0));
        assert_eq!(found["state"], json!("judged"));
    };
    check(json!({"problem": "encrypted"}), "encrypted");
    check(json!({"problem": "some new word"}), "failed");
    check(json!({"text": " \n "}), "empty");
    let page = |url: &str, html: &str| json!({"page": {"url": url, "html": html}});
    check(
        page(
            "https://github.com/explore",
            "<main><h1>Explore</h1></main>",
        ),
        "not-a-candidate",
    );
    check(page("", ""), "not-a-candidate");
    let alone = after(&[add(json!({"problem": "scanned"}))]);
    assert_eq!(record(&alone).state, Shown::Failed);
    assert_eq!(record(&State::default()).state, Shown::NoSources);
}

#[test]
fn an_opened_file_is_read_like_any_other_source_and_says_what_was_left_out() {
    let lines = [
        "Tobias Fernlund",
        "Experience",
        "Engineer, Norrsken Data",
        "2019 – 2021",
    ];
    let blocks: Vec<Value> = (0..)
        .zip(lines)
        .map(|(line, text)| json!({"text": text, "line": line}))
        .collect();
    let paper = json!({"format": "pdf", "name": "cv.pdf", "blocks": blocks, "pages": [0],
        "facts": {}, "unseen": [], "gaps": ["pictures"]});
    let state = after(&[
        json!({"do": "add", "name": "cv.pdf", "kind": "file", "at": "",
        "content": {"paper": paper}}),
    ]);
    let found = serde_json::to_value(record(&state)).unwrap();
    assert_eq!(found["sources"][0]["text"], json!(lines));
    assert_eq!(found["sources"][0]["gaps"], json!(["pictures"]));
    assert_eq!(found["sources"][0]["judged"], json!(0));
}

#[test]
fn words_are_shown_in_the_page_itself_except_on_the_platform_that_looks_for_extensions() {
    let html = "<title>tobias (Tobias Fernlund) · GitHub</title><meta property=\"og:type\" content=\"profile\">\
        <main><h1 class=\"vcard-names\"><span itemprop=\"name\">Tobias Fernlund</span></h1></main>";
    let github = json!({"do": "add", "name": "GitHub", "kind": "page", "at": "",
        "content": {"page": {"url": "https://github.com/tobias", "html": html, "tab": 4}}});
    let found = record(&after(&[page("tobias", "Tobias Fernlund"), github]));
    let in_page: Vec<bool> = found.sources.iter().map(|source| source.in_page).collect();
    assert_eq!(in_page, [false, true]);
}

#[test]
fn there_is_an_end_to_what_is_kept() {
    let mut state = State::default();
    let mut refused = None;
    for at in 0..20 {
        let action = serde_json::from_value(text(&format!("{at}"), "Tobias Fernlund")).unwrap();
        match state.clone().after(action) {
            Ok(next) => state = next,
            Err(reason) => refused = refused.or(Some((at, reason.word()))),
        }
    }
    assert_eq!(refused, Some((12, "too-many")));
    let large = serde_json::from_value(text("large", &"word ".repeat(2_000_000))).unwrap();
    assert_eq!(State::default().after(large).unwrap_err().word(), "no-room");
}

#[test]
fn what_was_removed_makes_room_for_another_source() {
    let act = |state: State, action: Value| state.after(serde_json::from_value(action).unwrap());
    let held = |state: &State| {
        serde_json::to_value(state).unwrap()["sources"]
            .as_array()
            .unwrap()
            .len()
    };
    let long = || text("long", &"word ".repeat(700_000));
    let state = act(State::default(), long()).unwrap();
    assert_eq!(act(state.clone(), long()).unwrap_err().word(), "no-room");
    let state = act(state, json!({"do": "remove", "id": 1})).unwrap();
    // Until then it can be taken back.
    assert_eq!(held(&state), 1);
    let state = act(state, long()).unwrap();
    assert_eq!(held(&state), 1);
    let state = act(state, json!({"do": "undo"})).unwrap();
    assert_eq!(held(&state), 0);
}

/// Found while the fuzz target was written: two candidates put together had as many sources as both.
#[test]
fn candidates_put_together_have_no_more_sources_than_one() {
    let check = |added: usize, expect: Option<&str>| {
        let add = |at: usize| text(&format!("{at}"), "Tobias Fernlund");
        let mut actions: Vec<Value> = (0..8).map(add).collect();
        // Source 1 becomes candidate 10; candidate 2 keeps seven.
        actions.push(json!({"do": "split", "id": 1}));
        actions.extend((0..added).map(add));
        let join = serde_json::from_value(json!({"do": "join", "id": 2})).unwrap();
        let refused = after(&actions).after(join).err();
        assert_eq!(refused.map(Refusal::word), expect, "{added}");
    };
    check(4, None);
    check(5, Some("too-many"));
}

#[test]
fn what_is_no_state_is_an_empty_desk() {
    let check = |kept: &str| assert_eq!(State::parse(kept), State::default(), "{kept}");
    check("");
    check("null");
    check("{\"sources\": 4}");
    check("[");
}

#[test]
fn what_was_taken_away_is_gone_after_the_next_action() {
    let secret = "Lived in Uppsala near the river";
    let state = after(&[
        text("a", &format!("Tobias Fernlund\n{secret}")),
        resume("b", "Tobias Fernlund"),
        json!({"do": "remove", "id": 1}),
        resume("c", "Tobias Fernlund"),
    ]);
    let kept = serde_json::to_string(&state).unwrap();
    assert!(!kept.contains(secret));
}

#[test]
fn what_a_text_or_a_file_lacks_was_not_found_there_and_does_not_wait_for_a_scroll() {
    let paper = json!({"do": "add", "name": "cv.pdf", "kind": "file", "at": "2026-11-24T10:00:00Z",
        "content": {"paper": {"format": "pdf", "name": "cv.pdf", "pages": [0], "facts": {}, "unseen": [], "gaps": [],
            "blocks": [{"text": "Tobias Fernlund", "line": 0}]}}});
    let check = |add: Value, lang: Lang, expect: &[&str]| {
        let record = record(&after(&[add]));
        let found = record
            .verdict
            .as_ref()
            .unwrap()
            .assessment
            .as_ref()
            .unwrap();
        let rows = Rows::on_desk(&Told::new(found, None), lang, &record.sources);
        let said: Vec<String> = rows
            .not_checked
            .iter()
            .filter(|gap| gap.fields.iter().any(|fields| fields.contains(',')))
            .map(|gap| format!("{}. {}", gap.reason, gap.remedy))
            .collect();
        assert_eq!(said, expect);
    };
    let words = || text("t", "Tobias Fernlund");
    check(
        words(),
        Lang::En,
        &["Not found in this text. Ask the candidate for it, or add another source."],
    );
    check(
        paper.clone(),
        Lang::En,
        &["Not found in this file. Ask the candidate for it, or add another source."],
    );
    check(
        words(),
        Lang::Fr,
        &["Pas trouvé dans ce texte. Demandez-le au candidat, ou ajoutez une autre source."],
    );
    check(
        paper,
        Lang::Fr,
        &["Pas trouvé dans ce fichier. Demandez-le au candidat, ou ajoutez une autre source."],
    );
    let page = page("tobias-fernlund", "Tobias Fernlund");
    check(
        page,
        Lang::En,
        &[
            "Not on the page yet. Scroll to these sections or open them, then click the Touchstone icon.",
            "Not on the page yet. Open the part that shows it (on LinkedIn: “About this profile”), then click the Touchstone icon.",
        ],
    );
}
