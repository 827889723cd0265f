//! A source as it was read: the profile, or why there is none, and the lines for the screen.

use super::state::{Content, Source};
use crate::blocks::{self, Block};
use crate::files::{Facts, Gap, Paper, Unseen};
use crate::profile::{Agreement, Platform, Profile};
use crate::readers::{self, Gate};
use crate::report::{Problem, SourceRow};
use std::borrow::Cow;

/// Most lines of a source that are shown.
const MOST_LINES: usize = 4_000;

/// A source as it was read.
#[derive(Debug)]
pub struct Read {
    /// What it says; absent when there is a problem.
    pub profile: Option<Profile>,
    problem: Option<Problem>,
    gaps: Vec<Gap>,
    text: Vec<String>,
    unseen: Vec<Unseen>,
    facts: Option<Facts>,
}

impl Read {
    /// Reads a source.
    pub fn of(content: &Content) -> Self {
        match content {
            Content::Page {
                url,
                html,
                truncated,
                ..
            } => Self::page(url, html, *truncated),
            Content::Text(text) => {
                let body = blocks::of_text(text);
                Self::body(&body, readers::read_text(text), Vec::new())
            }
            Content::Paper(paper) => Self::paper(paper),
            Content::Problem(problem) => Self::problem(*problem),
        }
    }

    fn page(url: &str, html: &str, truncated: bool) -> Self {
        let reading = readers::read(&address(url, html), html);
        let problem = match reading.gate {
            Gate::Person => None,
            Gate::Wall => Some(Problem::SignIn),
            _ => Some(Problem::NotACandidate),
        };
        if let Some(problem) = problem {
            return Self::problem(problem);
        }
        let gaps = if reading.cut || truncated {
            vec![Gap::Length]
        } else {
            Vec::new()
        };
        Self::body(&blocks::of_html(html), reading.profile, gaps)
    }

    fn paper(paper: &Paper) -> Self {
        let profile = readers::read_paper(paper);
        let rows: Vec<u32> = line_numbers(&paper.blocks);
        let unseen = paper.unseen.iter().map(|one| Unseen {
            line: rows.partition_point(|row| *row < one.line) as u32,
            ..one.clone()
        });
        Self {
            unseen: unseen.take(MOST_LINES).collect(),
            facts: Some(paper.facts.clone()),
            ..Self::body(&paper.blocks, profile, paper.gaps.clone())
        }
    }

    fn body(body: &[Block], profile: Profile, gaps: Vec<Gap>) -> Self {
        if body.is_empty() {
            return Self::problem(Problem::Empty);
        }
        Self {
            profile: Some(profile),
            problem: None,
            gaps,
            text: lines(body),
            unseen: Vec::new(),
            facts: None,
        }
    }

    const fn problem(problem: Problem) -> Self {
        Self {
            profile: None,
            problem: Some(problem),
            gaps: Vec::new(),
            text: Vec::new(),
            unseen: Vec::new(),
            facts: None,
        }
    }

    /// Whether nothing in the names says that these may be two people.
    pub fn names_agree(&self, other: &Self) -> bool {
        let name = |read: &'_ Self| read.profile.as_ref()?.name.seen().cloned();
        let (Some(here), Some(there)) = (name(self), name(other)) else {
            return true;
        };
        !matches!(
            here.agrees_with(&there),
            Agreement::Disjoint | Agreement::Partly
        )
    }

    /// As it is listed; `judged` are the sources that were judged together, in their order.
    pub fn listed(&self, source: &Source, judged: &[u32]) -> SourceRow {
        let place = judged.iter().position(|id| *id == source.id);
        SourceRow {
            id: source.id,
            name: source.name.clone(),
            kind: source.kind,
            at: source.at.clone(),
            url: source.content.url().map(str::to_owned),
            tab: tab(&source.content),
            in_page: self.shows_in_page(&source.content),
            problem: self.problem,
            gaps: self.gaps.clone(),
            judged: place.map(|at| at as u32),
            text: self.text.clone(),
            unseen: self.unseen.clone(),
            facts: self.facts.clone(),
        }
    }

    /// Whether the words may be shown in the page itself: never on the platform that looks for
    /// extensions.
    fn shows_in_page(&self, content: &Content) -> bool {
        let platform = self.profile.as_ref().and_then(|profile| profile.platform);
        tab(content).is_some() && platform != Some(Platform::Linkedin)
    }
}

const fn tab(content: &Content) -> Option<u32> {
    match content {
        Content::Page { tab, .. } => *tab,
        _ => None,
    }
}

/// The number of each line that has text.
fn line_numbers(body: &[Block]) -> Vec<u32> {
    let lines = body.chunk_by(|a, b| a.line == b.line);
    lines.filter_map(|line| Some(line.first()?.line)).collect()
}

/// The text by lines; pieces of one line stand in one.
fn lines(body: &[Block]) -> Vec<String> {
    let lines = body.chunk_by(|a, b| a.line == b.line).take(MOST_LINES);
    lines
        .map(|line| {
            let pieces: Vec<&str> = line.iter().map(|piece| piece.text.as_str()).collect();
            pieces.join(" ")
        })
        .collect()
}

/// A page that was saved comes without an address and says its own.
fn address<'a>(url: &'a str, html: &str) -> Cow<'a, str> {
    let declared = || readers::declared_address(html).unwrap_or_default();
    match url {
        "" => Cow::Owned(declared()),
        _ => Cow::Borrowed(url),
    }
}
