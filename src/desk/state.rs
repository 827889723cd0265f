//! What lies on the desk: sources, and which of them are one candidate.

use crate::files::Paper;
use crate::report::{Other, Problem, SourceKind};
use serde::{Deserialize, Serialize};

/// Most sources of one candidate.
const MOST_SOURCES: usize = 12;

/// Most bytes of all sources: what a browser keeps for a session holds them with room to spare.
const MOST_BYTES: usize = 6_000_000;

/// Sources, and which of them are one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// The last number that was given to a source or a candidate.
    last: u32,
    sources: Vec<Source>,
    now: Layout,
    /// As it was before the last action.
    before: Option<Layout>,
}

/// Which sources are one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Layout {
    candidates: Vec<Candidate>,
    /// The candidate that is shown.
    shown: u32,
}

/// Sources that are one candidate, as the user put them together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Candidate {
    id: u32,
    sources: Vec<u32>,
    /// Sources of which the user said that they are one person, whatever their names.
    same: Vec<(u32, u32)>,
    /// The name of the work on this candidate: the address of the page that came first, or the
    /// moment of its first source. It stays when that source goes, as what was written does.
    #[serde(default)]
    key: String,
}

/// A source as it was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its number, which no other source ever has.
    pub id: u32,
    /// How the user knows it: a title, a file's name.
    pub name: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// When it was added.
    pub at: String,
    /// What is read.
    pub content: Content,
}

/// What is read of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// A page, as it was captured.
    Page {
        /// Its address.
        url: String,
        /// Its HTML.
        html: String,
        /// The tab that shows it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tab: Option<u32>,
        /// Whether its end was left out.
        #[serde(default)]
        truncated: bool,
    },
    /// A text.
    Text(String),
    /// An opened file.
    Paper(Box<Paper>),
    /// A file that could not be opened.
    Problem(Problem),
}

/// What the user does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "do")]
pub enum Action {
    /// Adds a source to the candidate that is shown. A page that is there is read anew.
    Add {
        /// Its name.
        name: String,
        /// Its kind.
        kind: SourceKind,
        /// The moment.
        at: String,
        /// What is read.
        content: Content,
    },
    /// Takes a source away.
    Remove {
        /// The source.
        id: u32,
    },
    /// Takes a source out into a candidate of its own, and shows that one.
    Split {
        /// The source.
        id: u32,
    },
    /// Puts the sources of another candidate to those of the one that is shown.
    Join {
        /// The other candidate.
        id: u32,
    },
    /// Shows another candidate.
    Open {
        /// The other candidate.
        id: u32,
    },
    /// Says that two sources are one person.
    Same {
        /// The sources.
        ids: (u32, u32),
    },
    /// Starts a new candidate in place of the one that is shown.
    Clear,
    /// Brings back what was there before the last action.
    Undo,
}

/// Why an action was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no room for another source.
    NoRoom,
    /// The candidate has as many sources as can be compared.
    TooMany,
}

impl Refusal {
    /// The word that scripts know it by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoRoom => "no-room",
            Self::TooMany => "too-many",
        }
    }
}

impl State {
    /// What was kept; anything else is an empty desk.
    pub fn parse(kept: &str) -> Self {
        serde_json::from_str(kept).unwrap_or_default()
    }

    /// The state after an action. What names a source or a candidate that is gone changes
    /// nothing: another panel was faster.
    ///
    /// # Errors
    /// When there is no room for a source, or for those of the other candidate.
    pub fn after(mut self, action: Action) -> Result<Self, Refusal> {
        let before = self.now.clone();
        match action {
            Action::Undo => {
                self.now = self.before.take().unwrap_or(before);
                self.tidy();
                return Ok(self);
            }
            Action::Add {
                name,
                kind,
                at,
                content,
            } => self.add(name, kind, at, content)?,
            Action::Remove { id } => self.now.take(id),
            Action::Split { id } => self.split(id),
            Action::Join { id } => self.join(id)?,
            Action::Open { id } if self.now.has(id) => self.now.shown = id,
            Action::Open { .. } => {}
            Action::Same { ids } => self.now.same(ids),
            Action::Clear => self.clear(),
        }
        if self.now != before {
            self.before = Some(before);
        }
        self.tidy();
        Ok(self)
    }

    fn number(&mut self) -> u32 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    fn add(
        &mut self,
        name: String,
        kind: SourceKind,
        at: String,
        content: Content,
    ) -> Result<(), Refusal> {
        let replaced = self.same_page(&content);
        if !self.has_room(&content, replaced) {
            // What is held only to be taken back makes room.
            self.before = None;
            self.tidy();
        }
        if !self.has_room(&content, replaced) {
            return Err(Refusal::NoRoom);
        }
        if replaced.is_none() && self.shown().count() >= MOST_SOURCES {
            return Err(Refusal::TooMany);
        }
        let id = self.number();
        if self.now.open().is_none() {
            let candidate = self.number();
            self.now.start(candidate, Vec::new());
        }
        if let Some(candidate) = self.now.open() {
            candidate.put(id, replaced);
            candidate.name_by(&content, &at);
        }
        self.sources.push(Source {
            id,
            name,
            kind,
            at,
            content,
        });
        Ok(())
    }

    fn has_room(&self, content: &Content, replaced: Option<u32>) -> bool {
        let kept = self.sources.iter().filter(|s| Some(s.id) != replaced);
        let bytes: usize = kept.map(|source| source.content.bytes()).sum();
        bytes + content.bytes() <= MOST_BYTES
    }

    /// The source among those shown that is the same page.
    fn same_page(&self, content: &Content) -> Option<u32> {
        // Saved pages come without an address: two of them are two pages.
        let url = content.url().filter(|url| !url.is_empty())?;
        let mut shown = self.shown();
        shown
            .find(|source| source.content.url() == Some(url))
            .map(|source| source.id)
    }

    fn join(&mut self, id: u32) -> Result<(), Refusal> {
        let others = self.now.candidates.iter().find(|one| one.id == id);
        let theirs = others.map_or(0, |one| one.sources.len());
        if id != self.now.shown && self.shown().count() + theirs > MOST_SOURCES {
            return Err(Refusal::TooMany);
        }
        self.now.join(id);
        Ok(())
    }

    fn split(&mut self, id: u32) {
        if self.source(id).is_none() || self.shown().count() < 2 {
            return;
        }
        let candidate = self.number();
        self.now.take(id);
        self.now.start(candidate, vec![id]);
        let source = self.sources.iter().find(|source| source.id == id);
        if let (Some(open), Some(source)) = (self.now.open(), source) {
            open.name_by(&source.content, &source.at);
        }
    }

    fn clear(&mut self) {
        let (candidate, shown) = (self.number(), self.now.shown);
        self.now.candidates.retain(|one| one.id != shown);
        self.now.start(candidate, Vec::new());
    }

    /// Drops what neither this nor the last layout holds, and candidates without sources.
    fn tidy(&mut self) {
        let shown = self.now.shown;
        self.now
            .candidates
            .retain(|one| one.id == shown || !one.sources.is_empty());
        let (now, before) = (&self.now, &self.before);
        self.sources.retain(|source| {
            now.holds(source.id) || before.as_ref().is_some_and(|then| then.holds(source.id))
        });
    }

    /// All sources that are kept.
    pub(super) fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn source(&self, id: u32) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The sources of the candidate that is shown, in the order in which they were added.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Source> {
        let open = self.now.candidates.iter();
        let open = open.filter(|one| one.id == self.now.shown);
        open.flat_map(|one| &one.sources)
            .filter_map(|id| self.source(*id))
    }

    /// The other candidates, by the names of their sources.
    pub(super) fn others(&self) -> Vec<Other> {
        let others = self.now.candidates.iter();
        let others = others.filter(|one| one.id != self.now.shown && !one.sources.is_empty());
        others
            .map(|one| Other {
                id: one.id,
                names: one
                    .sources
                    .iter()
                    .filter_map(|id| Some(self.source(*id)?.name.clone()))
                    .collect(),
                key: one.key.clone(),
            })
            .collect()
    }

    /// Whether the user said that two sources are one person.
    pub(super) fn is_same(&self, a: u32, b: u32) -> bool {
        let said = self.now.candidates.iter().flat_map(|one| &one.same);
        said.copied().any(|pair| pair == (a, b) || pair == (b, a))
    }

    /// The name of the work on the candidate that is shown.
    pub(super) fn key(&self) -> Option<&str> {
        let mut open = self.now.candidates.iter();
        let open = open.find(|one| one.id == self.now.shown)?;
        (!open.key.is_empty()).then_some(open.key.as_str())
    }

    /// Whether there is an action to undo.
    pub(super) const fn can_undo(&self) -> bool {
        self.before.is_some()
    }
}

impl Layout {
    fn has(&self, candidate: u32) -> bool {
        self.candidates.iter().any(|one| one.id == candidate)
    }

    fn holds(&self, source: u32) -> bool {
        let mut candidates = self.candidates.iter();
        candidates.any(|one| one.sources.contains(&source))
    }

    fn open(&mut self) -> Option<&mut Candidate> {
        let shown = self.shown;
        self.candidates.iter_mut().find(|one| one.id == shown)
    }

    fn start(&mut self, id: u32, sources: Vec<u32>) {
        self.candidates.push(Candidate {
            id,
            sources,
            same: Vec::new(),
            key: String::new(),
        });
        self.shown = id;
    }

    fn take(&mut self, source: u32) {
        for candidate in &mut self.candidates {
            candidate.sources.retain(|id| *id != source);
        }
    }

    fn join(&mut self, candidate: u32) {
        if candidate == self.shown || self.open().is_none() {
            return;
        }
        let Some(at) = self.candidates.iter().position(|one| one.id == candidate) else {
            return;
        };
        let other = self.candidates.remove(at);
        if let Some(open) = self.open() {
            open.sources.extend(other.sources);
            open.same.extend(other.same);
        }
    }

    fn same(&mut self, ids: (u32, u32)) {
        if let Some(open) = self.open()
            && open.sources.contains(&ids.0)
            && open.sources.contains(&ids.1)
        {
            open.same.push(ids);
        }
    }
}

impl Candidate {
    /// Gives the work a name by the first source, which keeps it.
    fn name_by(&mut self, content: &Content, at: &str) {
        if !self.key.is_empty() {
            return;
        }
        let url = content.url().filter(|url| !url.is_empty());
        self.key = url.map_or_else(|| format!("candidate:{at}"), str::to_owned);
    }

    /// Puts a source at the end, or in the place of the one that it replaces.
    fn put(&mut self, id: u32, replaced: Option<u32>) {
        let place = self
            .sources
            .iter_mut()
            .find(|held| Some(**held) == replaced);
        match place {
            Some(place) => *place = id,
            None => self.sources.push(id),
        }
        for said in &mut self.same {
            let renamed = |held: u32| if Some(held) == replaced { id } else { held };
            *said = (renamed(said.0), renamed(said.1));
        }
    }
}

impl Content {
    /// The address of a page.
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Page { url, .. } => Some(url),
            _ => None,
        }
    }

    /// About how much room it takes.
    fn bytes(&self) -> usize {
        match self {
            Self::Page { html, .. } => html.len(),
            Self::Text(text) => text.len(),
            Self::Paper(paper) => paper.blocks.iter().map(|line| line.text.len() + 60).sum(),
            Self::Problem(_) => 0,
        }
    }
}
