//! From the lines of an entry to a position or an education.

use super::entries::{self, Anchors, Entry};
use super::sections::Found;
use super::words;
use crate::blocks::Block;
use crate::html::Document;
use crate::profile::{Education, Field, Place, Position, Sensitive, Words};

/// What stands around a section that is read.
pub(super) struct Source<'d, 'a> {
    pub(super) doc: &'d Document<'a>,
    pub(super) blocks: &'d [Block],
    /// Whether the order "title, employer" is the platform's own and need not be guessed.
    pub(super) title_first: bool,
}

/// The positions of an experience section.
pub(super) fn positions(source: &Source<'_, '_>, section: &Found, first: usize) -> Vec<Position> {
    let found = entries::entries(
        source.doc,
        source.blocks,
        section.heading,
        section.body.clone(),
        Anchors::Ranges,
    );
    found
        .into_iter()
        .enumerate()
        .map(|(i, entry)| position(entry, (first + i) as u32, source.title_first))
        .filter(|position| position.title.is_some() || position.employer.is_some())
        .collect()
}

fn position(entry: Entry, index: u32, title_first: bool) -> Position {
    let at = |field, text: String| Words {
        text,
        place: Place::at(field, index),
    };
    let mut header = header(&entry);
    let mut after = entry.after;
    if header.is_empty() {
        let taken = after
            .iter()
            .take_while(|block| block.text.chars().count() <= 80)
            .take(2)
            .count();
        header = after
            .drain(..taken)
            .map(|block| block.text)
            .filter(|text| !words::is_noise(text))
            .collect();
    }
    let group = company(&entry.group);
    let shared = entry
        .group
        .iter()
        .find_map(|block| split_employment(&block.text).1);
    let (title, employer, employment) = roles(header, group, title_first);
    let employment = employment.or(shared);
    let beside = title_first.then_some(entry.line);
    let place = take_place(&mut after, beside);
    let mut dates = entry.dates;
    if let Some(dates) = &mut dates {
        dates.words.place = Place::at(Field::PositionDates, index);
    }
    Position {
        title: title.map(|text| at(Field::PositionTitle, text)),
        employer: employer.map(|text| at(Field::PositionEmployer, text)),
        employment,
        place: place.map(|text| at(Field::PositionPlace, text)),
        dates,
        text: prose(&after).map(|text| at(Field::PositionText, text)),
    }
}

/// The lines before the dates that say something, and what stands beside the dates.
fn header(entry: &Entry) -> Vec<String> {
    let lines = entry
        .before
        .iter()
        .map(|block| block.text.clone())
        .chain(entry.beside.iter().cloned());
    let lines = lines.map(|line| words::without_label(&line).to_owned());
    let mut out: Vec<String> = Vec::new();
    for line in lines.filter(|line| !words::is_noise(line) && !super::dates::is_duration(line)) {
        if !out.contains(&line) {
            out.push(line);
        }
    }
    out
}

/// The company of a group: its first line that is no duration and no kind of employment.
fn company(group: &[Block]) -> Option<String> {
    let says = |text: &str| {
        !words::is_noise(text)
            && !super::dates::is_duration(text)
            && split_employment(text).0.is_some()
    };
    group
        .iter()
        .map(|block| words::without_label(&block.text))
        .find(|text| says(text))
        .map(str::to_owned)
}

type Roles = (Option<String>, Option<String>, Option<String>);

/// Which line is the title and which the employer.
fn roles(mut header: Vec<String>, group: Option<String>, title_first: bool) -> Roles {
    if let Some(company) = group {
        let (employer, employment) = split_employment(&company);
        let own = header
            .iter()
            .find(|line| words::is_employment(line))
            .cloned();
        let title = header
            .into_iter()
            .find(|line| *line != company && !words::is_employment(line));
        return (title, employer, own.or(employment));
    }
    if let [only] = header.as_slice()
        && let Some(parts) = split_line(only)
    {
        header = parts;
    }
    let mut lines = header.into_iter();
    let (first, second) = (lines.next(), lines.next());
    let swapped = !title_first
        && first
            .as_deref()
            .is_some_and(|first| !words::is_title(first))
        && second.as_deref().is_some_and(words::is_title);
    let (title, employer) = if swapped {
        (second, first)
    } else {
        (first, second)
    };
    let (employer, employment) = employer.map_or((None, None), |line| split_employment(&line));
    (title, employer, employment)
}

/// "Google · Full-time" into employer and kind of employment; "2 yrs" is neither.
fn split_employment(line: &str) -> (Option<String>, Option<String>) {
    let parts: Vec<&str> = line.split(" · ").map(str::trim).collect();
    let kept: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !words::is_employment(part) && !super::dates::is_duration(part))
        .collect();
    let employment = parts
        .iter()
        .copied()
        .find(|part| words::is_employment(part))
        .map(str::to_owned);
    ((!kept.is_empty()).then(|| kept.join(" · ")), employment)
}

/// One line that holds title and employer: "Baker | Pain & Co", "Baker at Pain & Co".
fn split_line(line: &str) -> Option<Vec<String>> {
    const SIGNS: &[&str] = &[
        " | ", " @ ", " at ", " chez ", " bei ", " – ", " — ", " - ", " en ", " na ", " no ", ", ",
    ];
    let (left, right) = SIGNS.iter().find_map(|sign| line.split_once(sign))?;
    Some(vec![left.trim().to_owned(), right.trim().to_owned()])
}

/// Takes the place out of the lines after the dates: the first of them that looks like one.
/// On platforms that draw dates and place in one line, a short piece beside the dates is it.
fn take_place(after: &mut Vec<Block>, beside: Option<u32>) -> Option<String> {
    let says =
        |block: &Block| !words::is_noise(&block.text) && !super::dates::is_duration(&block.text);
    let first = after.iter().position(says)?;
    after.drain(..first);
    let is_place = after.first().is_some_and(|block| {
        let short = block.text.chars().count() <= 60 && !block.text.ends_with('.');
        words::place_score(&block.text) >= 1 || short && beside == Some(block.line)
    });
    is_place.then(|| words::without_label(&after.remove(0).text).to_owned())
}

/// What the candidate wrote, one line a paragraph, copies left out.
fn prose(after: &[Block]) -> Option<String> {
    let mut lines: Vec<&str> = Vec::new();
    for block in after
        .iter()
        .filter(|block| !words::is_button(&block.text) && !super::dates::is_duration(&block.text))
    {
        if !lines.contains(&block.text.as_str()) {
            lines.push(&block.text);
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The entries of an education section.
pub(super) fn education(source: &Source<'_, '_>, section: &Found, first: usize) -> Vec<Education> {
    let found = entries::entries(
        source.doc,
        source.blocks,
        section.heading,
        section.body.clone(),
        Anchors::Singles,
    );
    let read: Vec<Education> = found
        .into_iter()
        .enumerate()
        .filter_map(|(i, entry)| school(entry, (first + i) as u32))
        .collect();
    if read.is_empty() {
        undated(source, section, first)
    } else {
        read
    }
}

fn school(entry: Entry, index: u32) -> Option<Education> {
    let mut lines = header(&entry);
    if lines.is_empty() {
        lines = entry
            .after
            .iter()
            .take(2)
            .map(|block| block.text.clone())
            .filter(|text| !words::is_noise(text))
            .collect();
    }
    let mut dates = entry.dates;
    if let Some(dates) = &mut dates {
        dates.words.place = Place::at(Field::EducationDates, index);
    }
    of_lines(&lines, index).map(|education| Education { dates, ..education })
}

/// Degree, subject, grade and a remark. An entry of a list that the page never closes has all that follows on its lines.
const DEGREE_LINES: usize = 4;

fn of_lines(lines: &[String], index: u32) -> Option<Education> {
    let mut lines: Vec<&String> = lines.iter().collect();
    if let [degree, school, ..] = lines.as_mut_slice()
        && words::is_degree_title(degree)
        && words::is_school(school)
    {
        std::mem::swap(degree, school);
    }
    let mut lines = lines.into_iter();
    let name = lines
        .next()
        .filter(|line| line.chars().count() <= 120)?
        .clone();
    let school = Words {
        text: name,
        place: Place::at(Field::EducationSchool, index),
    };
    let degree: Vec<&str> = lines.map(String::as_str).take(DEGREE_LINES).collect();
    let degree = (!degree.is_empty()).then(|| Words {
        text: degree.join(", "),
        place: Place::at(Field::EducationDegree, index),
    });
    Some(Education {
        school: Sensitive::new(school),
        degree,
        dates: None,
    })
}

/// Education without any date: one entry a list item.
fn undated(source: &Source<'_, '_>, section: &Found, first: usize) -> Vec<Education> {
    let doc = source.doc;
    let body = source.blocks.get(section.body.clone()).unwrap_or_default();
    let item = |block: &Block| {
        let around = std::iter::successors(block.node, |id| doc.parent(*id));
        around.filter(|id| doc.name(*id) == Some("li")).last()
    };
    let mut groups: Vec<(Option<crate::html::NodeId>, Vec<String>)> = Vec::new();
    for block in body.iter().filter(|block| !words::is_noise(&block.text)) {
        let id = item(block);
        match groups.last_mut() {
            Some((last, lines)) if *last == id => lines.push(block.text.clone()),
            _ => groups.push((id, vec![block.text.clone()])),
        }
    }
    let items = groups.into_iter().filter(|(id, _)| id.is_some());
    items
        .enumerate()
        .filter_map(|(i, (_, lines))| {
            of_lines(lines.get(..lines.len().min(2))?, (first + i) as u32)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of_lines;

    #[test]
    fn a_degree_is_at_most_four_lines() {
        let check = |lines: &[&str], expect: Option<&str>| {
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            let degree = of_lines(&lines, 0).and_then(|education| education.degree);
            assert_eq!(degree.map(|degree| degree.text).as_deref(), expect);
        };
        check(&["Bell School"], None);
        check(&["Bell School", "BSc", "Baking"], Some("BSc, Baking"));
        check(
            &["Bell School", "BSc", "a", "b", "c", "People also viewed"],
            Some("BSc, a, b, c"),
        );
    }
}
