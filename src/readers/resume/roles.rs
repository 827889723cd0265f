//! Title, employer and place: what the header of a position says.
//!
//! What can be told by its words is told by them; the order decides only the rest. A piece that
//! could be either stays a title, because employers are compared and titles are not.

use super::lexicon::{self, Label, List};
use super::rows::trimmed;
use crate::readers::words;

/// What a header says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles {
    /// The job title.
    pub(super) title: Option<String>,
    /// The employer.
    pub(super) employer: Option<String>,
    /// The place of work.
    pub(super) place: Option<String>,
    /// The kind of employment.
    pub(super) employment: Option<String>,
    /// Whether the employer stands in a row of its own above the title: roles below it that
    /// name none are of the same.
    pub(super) heads: bool,
}

/// Signs and words that part a title from an employer.
const SIGNS: &[&str] = &[" | ", " · ", " • ", " — ", " – ", " - ", " // ", "／", "　"];

/// The same, after a title only.
const AT: &[&str] = &[
    " @ ", " at ", " chez ", " bei ", " bij ", " presso ", " with ", " for ",
];

/// Parts of a company, which follow a title with a comma and are no employer.
const DEPARTMENTS: &[&str] = &[
    "engineering",
    "compliance",
    "finance",
    "marketing",
    "operations",
    "sales",
    "research",
    "development",
    "it",
    "hr",
    "human",
    "support",
    "security",
    "infrastructure",
    "platform",
    "data",
    "product",
    "backend",
    "frontend",
    "front",
    "back",
    "full",
    "cloud",
    "mobile",
    "web",
    "quality",
    "audit",
    "risk",
];

/// A piece of the header and the row it stands in.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    row: usize,
}

/// Reads the rows of a header.
pub(super) fn roles(header: &[Vec<String>]) -> Roles {
    let mut out = Roles::default();
    let mut pieces: Vec<Piece> = Vec::new();
    for (row, texts) in header.iter().enumerate() {
        for (text, employs) in texts.iter().flat_map(|text| pieces_of(text)) {
            if employs {
                out.employer.get_or_insert(text);
            } else {
                take(&text, row, &mut pieces, &mut out);
            }
        }
    }
    choose(&pieces, &mut out);
    out.title = out.title.map(|title| without_article(&title));
    if let Some(employer) = out.employer.take() {
        let (name, place) = without_place(&employer);
        out.employer = Some(name);
        out.place = out.place.or(place);
    }
    out
}

/// The pieces of a row, and whether each is said to be the employer: "Baker at Pain & Co".
fn pieces_of(text: &str) -> Vec<(String, bool)> {
    let mut pieces = vec![text.to_owned()];
    for sign in SIGNS {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(sign).map(str::to_owned))
            .collect();
    }
    let halves = pieces.into_iter().flat_map(|piece| {
        let cut = AT.iter().find_map(|sign| piece.split_once(sign));
        let cut = cut.filter(|(left, right)| {
            lexicon::is_role(left) && !right.starts_with(char::is_lowercase)
        });
        match cut {
            Some((left, right)) => vec![(left.to_owned(), false), (right.to_owned(), true)],
            None => vec![(piece, false)],
        }
    });
    halves
        .map(|(piece, employs)| (trimmed(&piece), employs))
        .collect()
}

/// Sorts a piece: labelled, a kind of employment, a place, or one of those to choose from.
fn take(text: &str, row: usize, pieces: &mut Vec<Piece>, out: &mut Roles) {
    if let Some((label, value)) = lexicon::labelled(text).filter(|(label, _)| is_label(label)) {
        return take_labelled(label, trimmed(value), out);
    }
    let (text, inner) = bracketed(text);
    for kind in [Some(text.as_str()), inner.as_deref()]
        .into_iter()
        .flatten()
    {
        if words::is_employment(kind) {
            out.employment.get_or_insert_with(|| kind.to_owned());
        }
    }
    if let Some(place) = inner.filter(|inner| words::place_score(inner) >= 2) {
        out.place.get_or_insert(place);
    }
    let known = pieces.iter().any(|piece| piece.text == text);
    if known || says_nothing(&text) {
        return;
    }
    let is_named = lexicon::is_role(&text) || lexicon::is_company(&text);
    if words::place_score(&text) >= 2 && !is_named {
        out.place.get_or_insert(text);
        return;
    }
    pieces.push(Piece { text, row });
}

/// Whether a piece is a button, a label without its value, or the heading of a list of tasks.
fn says_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
        || words::is_noise(text)
        || words::is_employment(text)
        || lexicon::label(text).is_some()
        || lexicon::is_one(List::Inside, text)
}

/// Whether words before a colon are a label: a known one, or one of two words at most.
fn is_label(words: &str) -> bool {
    lexicon::label(words).is_some()
        || words.split_whitespace().count() <= 2
            && !lexicon::is_role(words)
            && !lexicon::is_company(words)
}

/// "Designation: Baker"; what other labels say is left out.
fn take_labelled(label: &str, value: String, out: &mut Roles) {
    let slot = match lexicon::label(label) {
        Some(Label::Title) => &mut out.title,
        Some(Label::Employer) => &mut out.employer,
        Some(Label::Place) => &mut out.place,
        _ => return,
    };
    if !value.is_empty() {
        slot.get_or_insert(value);
    }
}

/// "Pain & Co (Lyon, France)" and "Baker (Contract)" without the bracket, and what was in it.
fn bracketed(text: &str) -> (String, Option<String>) {
    let inner = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once(" ("));
    match inner {
        Some((before, inner)) if words::is_employment(inner) || words::place_score(inner) >= 2 => {
            (before.trim().to_owned(), Some(inner.to_owned()))
        }
        _ => (text.to_owned(), None),
    }
}

/// "As a Baker".
fn without_article(title: &str) -> String {
    let bare = ["As a ", "As an ", "as a ", "as an "]
        .iter()
        .find_map(|start| title.strip_prefix(start));
    bare.unwrap_or(title).to_owned()
}

/// Which piece is the title and which the employer, as far as no label says it.
fn choose(pieces: &[Piece], out: &mut Roles) {
    let named = |fits: fn(&str) -> bool| pieces.iter().position(|piece| fits(&piece.text));
    let role = named(lexicon::is_role).filter(|_| out.title.is_none());
    let company = named(lexicon::is_incorporated).or_else(|| named(lexicon::is_company));
    let company = company.filter(|_| out.employer.is_none() && company != role);
    let other = |than: usize| {
        let fits = |piece: &&Piece| !piece.text.starts_with(char::is_lowercase);
        let others = pieces.iter().enumerate().filter(|(at, _)| *at != than);
        others.map(|(_, piece)| piece).find(fits)
    };
    let (title, employer) = match (role, company) {
        (Some(role), Some(company)) => (pieces.get(role), pieces.get(company)),
        (Some(role), None) => (pieces.get(role), other(role)),
        (None, Some(company)) => (other(company), pieces.get(company)),
        (None, None) if out.title.is_some() => (None, pieces.first()),
        (None, None) => (pieces.first(), pieces.get(1)),
    };
    out.heads = title
        .zip(employer)
        .is_some_and(|(title, employer)| employer.row < title.row);
    let text = |piece: Option<&Piece>| piece.map(|piece| piece.text.clone());
    out.title = out.title.take().or_else(|| text(title));
    out.employer = out.employer.take().or_else(|| text(employer));
    let alone = match (&out.title, &out.employer) {
        (Some(only), None) | (None, Some(only)) => Some(only.clone()),
        _ => None,
    };
    if let Some((title, employer)) = alone.and_then(|only| by_comma(&only)) {
        (out.title, out.employer) = (title, employer);
    }
}

/// "Baker, Pain & Co": one piece that says both.
fn by_comma(text: &str) -> Option<(Option<String>, Option<String>)> {
    let parts: Vec<&str> = text.split(", ").map(str::trim).collect();
    let role = parts.iter().position(|part| lexicon::is_role(part));
    let company = parts.iter().position(|part| lexicon::is_company(part));
    let from = |at: usize, to: usize| parts.get(at..to).unwrap_or_default().join(", ");
    match (role, company) {
        (Some(role), Some(company)) if role < company => {
            Some((Some(from(0, company)), Some(from(company, parts.len()))))
        }
        (Some(role), Some(_)) => Some((Some(from(role, parts.len())), Some(from(0, role)))),
        (Some(role), None) => {
            let next = parts.get(role + 1)?;
            let department = |word: &str| DEPARTMENTS.contains(&word.to_lowercase().as_str());
            let is_name = !next.split_whitespace().any(department)
                && next.starts_with(char::is_uppercase)
                && words::place_score(next) < 2;
            let rest = Some(from(role + 1, parts.len())).filter(|_| is_name)?;
            Some((Some(from(0, role + 1)), Some(rest)))
        }
        // "Pain & Co, Lyon": an employer and its place
        (None, Some(_)) => Some((None, Some(text.to_owned()))),
        (None, None) => None,
    }
}

/// "Pain & Co, Lyon, France" without the place.
fn without_place(employer: &str) -> (String, Option<String>) {
    let whole = || (employer.to_owned(), None);
    for (at, _) in employer.match_indices(", ") {
        let (name, tail) = employer.split_at_checked(at).unwrap_or((employer, ""));
        let tail = trimmed(tail);
        let short = tail.split_whitespace().count() <= 4 && tail.starts_with(char::is_uppercase);
        let city = lexicon::is_company(name) && short && !lexicon::is_company(&tail);
        if words::place_score(&tail) >= 2 || city {
            return (trimmed(name), Some(tail));
        }
    }
    whole()
}

/// Whether a title is work without an employer.
pub(super) fn is_freelance(title: &str) -> bool {
    lexicon::holds(List::Freelance, title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&str], expect: &str) {
        let header: Vec<Vec<String>> = rows.iter().map(|row| vec![(*row).to_owned()]).collect();
        let found = roles(&header);
        let parts = [found.title, found.employer, found.place, found.employment];
        let parts: Vec<String> = parts.into_iter().map(Option::unwrap_or_default).collect();
        assert_eq!(parts.join(" / "), expect, "{rows:?}");
    }

    #[test]
    fn headers_in_many_forms() {
        check(&["Baker", "Pain & Co"], "Baker / Pain & Co /  / ");
        check(&["Pain & Co", "Baker"], "Baker / Pain & Co /  / ");
        check(
            &["Ardoise", "Data Engineer"],
            "Data Engineer / Ardoise /  / ",
        );
        check(
            &["Software Engineer | Ardoise SAS | Lyon, France"],
            "Software Engineer / Ardoise SAS / Lyon, France / ",
        );
        check(
            &["Baker at Pain & Co, Lyon, France"],
            "Baker / Pain & Co / Lyon, France / ",
        );
        check(
            &["Software Engineer, Bluefin Consulting"],
            "Software Engineer / Bluefin Consulting /  / ",
        );
        check(
            &["Assistant Manager, Compliance", "Bluefin"],
            "Assistant Manager, Compliance / Bluefin /  / ",
        );
        check(
            &["Assistant Manager, Compliance"],
            "Assistant Manager, Compliance /  /  / ",
        );
        check(
            &["Entwickler (Vollzeit)", "Nordlicht GmbH"],
            "Entwickler / Nordlicht GmbH /  / Vollzeit",
        );
        check(
            &["Harbour Lane Ltd, Leeds"],
            " / Harbour Lane Ltd / Leeds / ",
        );
        check(
            &["株式会社ひかり", "ソフトウェアエンジニア"],
            "ソフトウェアエンジニア / 株式会社ひかり /  / ",
        );
        check(&["Freelance Developer"], "Freelance Developer /  /  / ");
        check(
            &["Web Developer at Kelto Team, Sweden"],
            "Web Developer / Kelto Team / Sweden / ",
        );
        check(
            &["Pain & Co", "Designation: Baker"],
            "Baker / Pain & Co /  / ",
        );
        check(&["Duration"], " /  /  / ");
        check(
            &[
                "Manager",
                "Advisory Services",
                "Ardoise Pte. Ltd., Singapore",
            ],
            "Manager / Ardoise Pte. Ltd. / Singapore / ",
        );
    }
}
