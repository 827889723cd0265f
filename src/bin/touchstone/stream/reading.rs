//! From the sources of a candidate to a case, through the same readers as in the extension.

use super::candidate::Source;
use serde::Serialize;
use std::panic::catch_unwind;
use touchstone::files::{self, Problem};
use touchstone::profile::{Case, Profile};
use touchstone::readers::{self, Gate};

/// What became of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It was read.
    Read,
    /// A part of it was read: it is too long or too deep, or has parts that cannot be read.
    ReadInPart,
    /// It is a page that is no candidate's.
    #[serde(untagged)]
    Gate(Gate),
    /// It is a file or a text of which nothing can be read.
    #[serde(untagged)]
    Problem(Problem),
}

/// The case of those sources that could be read, and what became of each.
pub fn case(sources: &[Source]) -> (Case, Vec<State>) {
    let (profiles, states): (Vec<_>, Vec<_>) = sources.iter().map(read).unzip();
    let sources = profiles.into_iter().flatten().collect();
    (Case { sources }, states)
}

fn read(source: &Source) -> (Option<Profile>, State) {
    match source {
        Source::Page { url, html } => page(url, html),
        Source::Text(text) if text.trim().is_empty() => (None, State::Problem(Problem::Empty)),
        Source::Text(text) => (Some(readers::read_text(text)), State::Read),
        Source::File(bytes) => file(bytes),
    }
}

fn page(url: &str, html: &str) -> (Option<Profile>, State) {
    let reading = readers::read(url, html);
    match reading.gate {
        Gate::Person => (Some(reading.profile), read_whole(!reading.cut)),
        gate => (None, State::Gate(gate)),
    }
}

/// A reader of foreign formats that gives up in the middle leaves a damaged file, and the other
/// sources are still read.
fn file(bytes: &[u8]) -> (Option<Profile>, State) {
    let opened = catch_unwind(|| files::open("", bytes)).unwrap_or(Err(Problem::Damaged));
    match opened {
        Ok(paper) => {
            let state = read_whole(paper.gaps.is_empty());
            (Some(readers::read_paper(&paper)), state)
        }
        Err(problem) => (None, State::Problem(problem)),
    }
}

const fn read_whole(whole: bool) -> State {
    if whole {
        State::Read
    } else {
        State::ReadInPart
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_source_says_what_became_of_it_and_the_others_are_read() {
        let page = |url: &str| Source::Page {
            url: url.to_owned(),
            html: "<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1><p>Baker</p></main>"
                .to_owned(),
        };
        let text = |text: &str| Source::Text(text.to_owned());
        let (case, states) = case(&[
            page("https://www.linkedin.com/in/jo-doe/"),
            page("https://www.linkedin.com/feed/"),
            text("Jo Doe\nBaker"),
            text(" \n"),
            Source::File(b"%PDF-1.7 and no more".to_vec()),
            Source::File(vec![0; 60]),
            Source::File(br#"{"basics": {"name": "Jo Doe"}}"#.to_vec()),
        ]);
        let expect = json!([
            "read", "other", "read", "empty", "damaged", "unknown", "read"
        ]);
        assert_eq!(serde_json::to_value(states).unwrap(), expect);
        assert_eq!(case.sources.len(), 3);
    }

    #[test]
    fn what_is_too_deep_is_left_out_and_said() {
        let filler = "<div>".repeat(2_000);
        let html = format!("<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1>{filler}</main>");
        let url = "https://www.linkedin.com/in/jo-doe/".to_owned();
        let (case, states) = case(&[Source::Page { url, html }]);
        assert_eq!((case.sources.len(), states), (1, vec![State::ReadInPart]));
    }
}
