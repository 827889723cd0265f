//! The education of a text: which words are the school and which the degree.

use super::lexicon::{self, List};
use super::rows::{self, JOINT, trimmed};
use super::tidy::without_bullet;
use super::timeline::{Entry, Kind, entries};
use crate::blocks::Block;
use crate::profile::{Education, Field, Place, Sensitive, Words};
use crate::readers::{dates, generic, words};

/// Signs and words that part a degree from a school.
const SIGNS: &[&str] = &[
    JOINT, " · ", " • ", " — ", " – ", " - ", " from ", " at ", "　",
];

/// The entries of an education section, numbered from `first`.
pub(in crate::readers) fn education(body: &[Block], first: usize) -> Vec<Education> {
    let rows = rows::rows(body);
    let dated = entries(&rows, Kind::School);
    if dated.is_empty() {
        let schools = rows.iter().map(|row| without_bullet(&row.text));
        let schools =
            schools.filter(|text| text.len() <= 160 && lexicon::holds(List::School, text));
        let headers = schools.map(|text| vec![vec![text.to_owned()]]).enumerate();
        return headers
            .filter_map(|(at, header)| school(&header, (first + at) as u32))
            .collect();
    }
    let mut out: Vec<Education> = Vec::new();
    for entry in dated {
        let more = of_entry(entry, (first + out.len()) as u32);
        out.extend(
            more.filter(|school| !out.iter().any(|other| generic::same_school(school, other))),
        );
    }
    out
}

fn of_entry(entry: Entry, index: u32) -> Option<Education> {
    let mut dates = entry.dates;
    let named = |text: &String| Kind::School.is_what(text) || Kind::School.is_where(text);
    if dates.end.is_none() && !entry.header.iter().flatten().any(named) {
        return None; // a year under a heading that no list knows
    }
    dates.words.place = Place::at(Field::EducationDates, index);
    let read = school(&entry.header, index)?;
    Some(Education {
        dates: Some(dates),
        ..read
    })
}

fn school(header: &[Vec<String>], index: u32) -> Option<Education> {
    let pieces: Vec<String> = header
        .iter()
        .flatten()
        .flat_map(|text| pieces_of(text))
        .collect();
    let name = pieces
        .iter()
        .position(|text| Kind::School.is_where(text))
        .unwrap_or(0);
    let is_other = |at: &usize| *at != name;
    let degrees = || (0..pieces.len()).filter(is_other);
    let named = |at: &usize| {
        pieces
            .get(*at)
            .is_some_and(|text| lexicon::holds(List::Degree, text))
    };
    let degree = degrees().find(named).or_else(|| degrees().next());
    let words = |at: usize, field| {
        let text = pieces.get(at)?.clone();
        Some(Words {
            text,
            place: Place::at(field, index),
        })
    };
    let school = words(name, Field::EducationSchool)?;
    Some(Education {
        school: Sensitive::new(school),
        degree: degree.and_then(|at| words(at, Field::EducationDegree)),
        dates: None,
    })
}

/// The pieces of a row that say something: no place, no duration.
fn pieces_of(text: &str) -> Vec<String> {
    let mut pieces = vec![without_bullet(text).to_owned()];
    for sign in SIGNS {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(sign).map(str::to_owned))
            .collect();
    }
    let pieces = pieces.into_iter().flat_map(|piece| by_comma(&piece));
    pieces
        .map(|piece| trimmed(without_year(&trimmed(&piece))))
        .filter(|piece| says(piece))
        .collect()
}

/// "Diploma in Chemistry, Hohenfels University, Hohenfels": the degree and the school.
fn by_comma(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(", ").collect();
    let school = parts
        .iter()
        .position(|part| lexicon::holds(List::School, part));
    let degree = parts
        .iter()
        .position(|part| lexicon::holds(List::Degree, part));
    let from = |at: usize, to: usize| parts.get(at..to).unwrap_or_default().join(", ");
    let end = |at: usize| {
        let place = parts
            .iter()
            .skip(at + 1)
            .position(|part| words::is_country(part));
        place.map_or(parts.len(), |place| at + 1 + place)
    };
    match (school, degree) {
        (Some(school), Some(degree)) if degree < school => {
            vec![from(0, school), from(school, school + 1)]
        }
        (Some(school), Some(degree)) if school < degree => {
            vec![from(school, degree), from(degree, end(degree))]
        }
        (Some(0), _) if parts.len() == 1 => by_blank(text),
        (Some(0), None) => vec![from(0, 1)],
        _ => vec![text.to_owned()],
    }
}

/// "南岭大学 计算机科学 本科": in scripts that set no blanks, a blank parts.
fn by_blank(text: &str) -> Vec<String> {
    let latin = text
        .chars()
        .take(4)
        .any(|c| c.is_ascii_alphabetic() || (c as u32) < 0x1100);
    match text.split_once(' ').filter(|_| !latin) {
        Some((school, degree)) => vec![school.to_owned(), degree.to_owned()],
        None => vec![text.to_owned()],
    }
}

fn says(text: &str) -> bool {
    let is_place = words::place_score(text) >= 3 && !lexicon::holds(List::School, text);
    text.chars().any(char::is_alphabetic)
        && text.chars().count() <= 140
        && !lexicon::is_one(List::Table, text)
        && !is_aside(text)
        && !words::is_noise(text)
        && !dates::is_duration(text)
        && !is_place
}

/// What is said of a degree: "with 62 %", "CGPA: 8.1".
fn is_aside(text: &str) -> bool {
    let named = lexicon::holds(List::School, text) || lexicon::holds(List::Degree, text);
    let label =
        lexicon::labelled(text).is_some_and(|(label, _)| lexicon::is_one(List::Table, label));
    label || text.starts_with(char::is_lowercase) && !named
}

/// "Bachelor of Arts in the year", without what the date completed.
fn without_year(text: &str) -> &str {
    const ENDS: &[&str] = &[
        " in the year",
        " during the year",
        " in year",
        " in Year",
        " in",
        " en",
        " im Jahr",
    ];
    ENDS.iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
}
