//! What one source says about one candidate, as read, before anything is judged.
//!
//! A reader fills a [`Profile`]; an indicator reads it through a [`Case`]. Invariants:
//! this module knows neither HTML nor platforms nor indicators, has no clock and does no
//! I/O. "The page shows that there is none" ([`Found::Empty`]), "not in the page yet"
//! ([`Found::NotLoaded`]) and "could not be read" ([`Found::NotRead`]) are different values,
//! because only the first may ever count.

mod dates;
mod place;
mod platform;
mod sensitive;
mod sites;

pub use dates::{Date, Dates, End, YearMonth};
pub use place::NoSuchPlace;
pub use platform::Platform;
pub use sensitive::{Agreement, Reveal, Sensitive};
pub use sites::{Site, site};

use serde::{Deserialize, Serialize};

/// A fact, or why there is none.
///
/// An indicator may fire on `Seen` and on `Empty`, never on the other two: those go to the
/// ledger of what was not checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found<T> {
    /// The source shows it.
    Seen(T),
    /// The source shows that there is none.
    Empty,
    /// The page shows this part only after scrolling, or on another page.
    #[default]
    NotLoaded,
    /// It is there and could not be read.
    NotRead(Unread),
}

/// Why something that is there could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unread {
    /// The platform covers it (asterisks, a shortened name, a sign-in wall).
    Masked,
    /// The page shows only its beginning.
    CutShort,
    /// It stands in a frame, a picture or a file that this reading does not open.
    OutOfReach,
    /// The source was longer or deeper than the limits of the reader.
    TooLarge,
    /// Its form was not understood.
    NotUnderstood,
}

impl<T> Found<T> {
    /// The value, when it was seen.
    pub fn seen(&self) -> Option<&T> {
        match self {
            Self::Seen(value) => Some(value),
            _ => None,
        }
    }

    /// Whether this fact may be judged: it was seen, or the page shows that there is none.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Seen(_) | Self::Empty)
    }
}

impl<T> Found<Vec<T>> {
    /// The items that were seen; none when the list was not read.
    pub fn items(&self) -> &[T] {
        self.seen().map_or(&[], Vec::as_slice)
    }

    /// An empty list is [`Found::Empty`].
    #[must_use]
    pub fn non_empty(self) -> Self {
        match self {
            Self::Seen(items) if items.is_empty() => Self::Empty,
            other => other,
        }
    }
}

/// A field of a profile, as the ledger, the evidence and the indicator files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The address of the page.
    Address,
    /// The candidate's name.
    Name,
    /// The line under the name.
    Headline,
    /// The declared place.
    Location,
    /// The text about oneself: summary, bio, overview.
    About,
    /// Positions: the section itself.
    Positions,
    /// A position's title.
    PositionTitle,
    /// A position's employer.
    PositionEmployer,
    /// A position's place.
    PositionPlace,
    /// A position's date range.
    PositionDates,
    /// A position's description.
    PositionText,
    /// Education: the section itself.
    Education,
    /// A school's name.
    EducationSchool,
    /// A degree and its subject.
    EducationDegree,
    /// The dates of an education.
    EducationDates,
    /// Skills and technologies named as such.
    Skills,
    /// Links that point elsewhere.
    Links,
    /// E-mail addresses.
    Emails,
    /// Phone numbers.
    Phones,
    /// Account names per platform, messengers included.
    Handles,
    /// Number of connections.
    Connections,
    /// Number of followers.
    Followers,
    /// When the account was created, as the page says.
    Joined,
    /// The candidate's own verification mark.
    Verified,
    /// The local time that the page shows for the candidate.
    LocalTime,
    /// Accounts that widgets in a profile text point to.
    Widgets,
    /// Other text the candidate wrote: a README, a pitch, a cover letter.
    Text,
    /// Of a file: who wrote it and who changed it last, as the file says.
    Writers,
    /// Of a file: text that is in it and that a person does not see.
    Unseen,
    /// Not of the source: what a person saw and ticked. Its words are the id of the line.
    Observed,
}

/// Where something stands: a field, and which entry of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The field.
    pub field: Field,
    /// The entry, counted from 0, in fields that have several.
    pub index: Option<u32>,
}

impl Place {
    /// A place in a field that has one entry.
    pub const fn of(field: Field) -> Self {
        Self { field, index: None }
    }

    /// A place in entry `index` of a field.
    pub const fn at(field: Field, index: u32) -> Self {
        Self {
            field,
            index: Some(index),
        }
    }
}

/// Exact words of a source and where they stand. `text` is what a person sees there, with
/// white space collapsed to single blanks (line breaks are kept in longer texts).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

/// One position of an employment history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Title of the role.
    pub title: Option<Words>,
    /// Employer, without the kind of employment.
    pub employer: Option<Words>,
    /// Kind of employment when the page says it ("Full-time", "Freelance"), as shown.
    pub employment: Option<String>,
    /// Place of work.
    pub place: Option<Words>,
    /// From when to when.
    pub dates: Option<Dates>,
    /// What the candidate wrote about it.
    pub text: Option<Words>,
}

impl Position {
    /// Makes all its words say that they stand in entry `index`.
    pub fn renumber(&mut self, index: u32) {
        let words = [
            &mut self.title,
            &mut self.employer,
            &mut self.place,
            &mut self.text,
        ];
        let dates = self.dates.as_mut().map(|dates| &mut dates.words);
        for words in words.into_iter().flatten().chain(dates) {
            words.place.index = Some(index);
        }
    }
}

/// One entry of the education section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Education {
    /// The school. Compared between sources only: a school hints at a country.
    pub school: Sensitive<Words>,
    /// Degree and subject.
    pub degree: Option<Words>,
    /// From when to when.
    pub dates: Option<Dates>,
}

/// A link in the candidate's own part of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Target as written, without tracking redirects where they can be undone.
    pub href: String,
    /// The words it is shown with.
    pub words: Words,
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Email {
    /// Lower-case, as `local@domain`.
    pub address: String,
    /// As shown.
    pub words: Words,
}

/// An account name on a platform or messenger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Handle {
    /// Where the account is.
    pub platform: Platform,
    /// The account name, without `@` and address.
    pub name: String,
    /// As shown.
    pub words: Words,
    /// Whether it is the account whose page this is.
    pub own: bool,
}

/// A count that a page shows, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The number; for "500+" the 500.
    pub number: u32,
    /// Whether the page says "or more".
    pub or_more: bool,
    /// As shown.
    pub words: Words,
}

/// A date that a page shows, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The date.
    pub date: YearMonth,
    /// As shown.
    pub words: Words,
}

/// The local time that a page shows for the candidate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LocalTime {
    /// Offset from UTC in minutes, when the page states it.
    pub offset: Option<i16>,
    /// Minutes since midnight, when the page shows a clock.
    pub clock: Option<u16>,
    /// As shown.
    pub words: Words,
}

/// What one source says about one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Which platform the source is on.
    pub platform: Option<Platform>,
    /// Address of the page; empty for a file or a pasted text.
    pub url: String,
    /// The name. Compared between sources only.
    pub name: Found<Sensitive<Words>>,
    /// The line under the name.
    pub headline: Found<Words>,
    /// The declared place.
    pub location: Found<Words>,
    /// The text about oneself.
    pub about: Found<Words>,
    /// Employment history, in the order of the page.
    pub positions: Found<Vec<Position>>,
    /// Education, in the order of the page.
    pub education: Found<Vec<Education>>,
    /// Skills named as such.
    pub skills: Found<Vec<Words>>,
    /// Links that point elsewhere.
    pub links: Found<Vec<Link>>,
    /// E-mail addresses.
    pub emails: Found<Vec<Email>>,
    /// Phone numbers, as shown.
    pub phones: Found<Vec<Words>>,
    /// Account names; the page's own account first.
    pub handles: Found<Vec<Handle>>,
    /// Connections.
    pub connections: Found<Count>,
    /// Followers.
    pub followers: Found<Count>,
    /// When the account was created.
    pub joined: Found<Dated>,
    /// The candidate's own verification mark.
    pub verified: Found<Words>,
    /// Local time.
    pub local_time: Found<LocalTime>,
    /// Account names that statistics widgets in the profile text point to.
    pub widgets: Found<Vec<Words>>,
    /// Other text the candidate wrote, one entry a text (README, pitch, project).
    pub texts: Found<Vec<Words>>,
    /// Documents and frames that stand on the page and were not opened.
    pub unopened: u32,
    /// Full names that a file gives as its author's and last editor's; empty for everything
    /// else. Plain words, because they are compared with the candidate's name, which is not.
    pub writers: Vec<Words>,
    /// Text that is in a file and that a person does not see, one entry a stretch.
    pub unseen: Vec<Words>,
}

/// One candidate seen through one or more sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The sources, in the order in which they were added.
    pub sources: Vec<Profile>,
}
