//! Actions: a line that is JSON is taken as it is; any other is an action whose number is its
//! first letter, about the thing whose number is its second, with the rest as its words.

use serde_json::{Value, json};

/// A line taken apart.
pub struct Short<'a> {
    /// Which action.
    pub what: usize,
    /// About what.
    pub of: usize,
    /// Whether its control is ticked.
    pub on: bool,
    /// Its words.
    pub words: &'a str,
}

/// The action of a line; `make` writes those that are not JSON.
pub fn action<T: serde::de::DeserializeOwned>(
    line: &str,
    make: impl Fn(&Short<'_>) -> Value,
) -> Option<T> {
    if line.starts_with('{') {
        return serde_json::from_str(line).ok();
    }
    let mut letters = line.chars();
    let what = letters.next()? as usize;
    let of = letters.next().map_or(0, |letter| letter as usize);
    let short = Short {
        what,
        of,
        on: of % 2 == 0,
        words: letters.as_str(),
    };
    serde_json::from_value(make(&short)).ok()
}

/// The action of the work on a candidate.
pub fn of_work(short: &Short<'_>) -> Value {
    let Short { of, on, words, .. } = *short;
    let id = id(of);
    let why = pick(
        &["trying", "explained", "confirmed", "misread", "other"],
        of,
    );
    match short.what % 14 {
        0 => json!({"do": "count", "id": id, "checked": on}),
        1 => json!({"do": "dismiss", "id": id, "why": why, "days": words}),
        2 => json!({"do": "quiet", "why": why, "days": words}),
        3 => json!({"do": "unquiet"}),
        4 => json!({"do": "stage", "value": pick(&["sourcing", "offer", "day-one"], of)}),
        5 => json!({"do": "role-remote", "value": pick(&["yes", "no", ""], of)}),
        6 => json!({"do": "role-sector", "value": pick(&["health", "finance", "none"], of)}),
        7 => {
            json!({"do": "role-access", "id": pick(&["code", "payment-data", "x"], of), "checked": on})
        }
        8 => json!({"do": "step", "id": id, "checked": on}),
        9 => json!({"do": "step-note", "id": id, "value": words}),
        10 => json!({"do": "observe", "id": id, "checked": on}),
        11 => json!({"do": "note", "value": words}),
        12 => json!({"do": "seen", "ids": [id, words]}),
        _ => json!({"do": "undo"}),
    }
}

/// The action on the desk.
pub fn of_desk(short: &Short<'_>) -> Value {
    let Short { of, words, .. } = *short;
    let at = words.get(..8).unwrap_or(words);
    let add = |kind: &str, content: Value| json!({"do": "add", "name": words, "kind": kind, "at": at, "content": content});
    match short.what % 11 {
        0 => add("text", json!({"text": words.replace('|', "\n")})),
        1 => {
            let url = format!("https://www.linkedin.com/in/jo-{}/", of % 4);
            let html =
                format!("<title>{words} | LinkedIn</title><main><h1>{words}</h1><p>Baker</p>");
            add(
                "page",
                json!({"page": {"url": url, "html": html, "tab": of, "truncated": short.on}}),
            )
        }
        2 => add("page", json!({"page": {"url": "", "html": words}})),
        3 => add(
            "file",
            json!({"problem": pick(&["damaged", "empty", "else"], of)}),
        ),
        4 => json!({"do": "remove", "id": of % 24}),
        5 => json!({"do": "split", "id": of % 24}),
        6 => json!({"do": "join", "id": of % 24}),
        7 => json!({"do": "open", "id": of % 24}),
        8 => json!({"do": "same", "ids": [of % 24, words.len() % 24]}),
        9 => json!({"do": "clear"}),
        _ => json!({"do": "undo"}),
    }
}

/// The action on the page of the settings.
pub fn of_settings(short: &Short<'_>) -> Value {
    let acts = [
        "read",
        "badge",
        "known",
        "links",
        "language",
        "one-in",
        "keep",
        "keep-days",
        "off-remove",
        "snooze",
        "wake",
        "asked",
    ];
    let of = pick(
        &["github", "linkedin", "recruitee", "other", "a.example"],
        short.of,
    );
    json!({"act": pick(&acts, short.what), "of": of, "value": short.words, "on": short.on, "until": short.words})
}

/// An indicator or a step, or a name that is none.
fn id(of: usize) -> &'static str {
    let all = touchstone::indicators::list();
    all.get(of % (all.len() + 1))
        .map_or("none/of-these", |one| one.id)
}

fn pick<'a>(of: &[&'a str], at: usize) -> &'a str {
    of.get(at % of.len()).copied().unwrap_or_default()
}
