//! The words that texts are read with: roles, companies, schools, degrees, labels, headings.
//!
//! Lists live in `words/resume.txt`. Knows no line but the one it is asked about, and never
//! looks at a long one.

use crate::readers::words::Section;
use crate::text::plain_words;
use std::collections::HashMap;
use std::sync::OnceLock;

const WORDS: &str = include_str!("../words/resume.txt");

/// Longest text that is looked at, in bytes: what is asked for are names and labels.
const LONGEST: usize = 240;

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    /// A part of a school's name.
    School,
    /// A degree.
    Degree,
    /// Work without an employer.
    Freelance,
    /// What the whole document is called.
    Document,
    /// A heading over people who vouch for the candidate.
    References,
    /// A heading over the candidate's own contacts.
    Contact,
    /// A heading inside of a position.
    Inside,
    /// The head of a column in a table of schools.
    Table,
}

/// What a label announces: "Company: …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// An employer.
    Employer,
    /// A job title.
    Title,
    /// A date range.
    Dates,
    /// A place of work.
    Place,
}

/// What a label of the personal data announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Own {
    /// The candidate's name.
    Name,
    /// Where the candidate lives.
    Place,
    /// A phone number.
    Phone,
    /// Anything else; much of it weighs nothing, and is not kept.
    Other,
}

/// A list as it is searched: each entry with the blanks around it that it must have.
type Needles = Vec<String>;

fn lists() -> &'static HashMap<&'static str, Needles> {
    static LISTS: OnceLock<HashMap<&'static str, Needles>> = OnceLock::new();
    LISTS.get_or_init(|| {
        let lines = WORDS.lines().filter(|line| !line.starts_with('#'));
        let lines = lines.filter_map(|line| line.split_once(" = "));
        lines
            .map(|(name, words)| (name, words.split(" | ").map(needle).collect()))
            .collect()
    })
}

/// "stem*" must begin a word, "*part*" may stand anywhere, a word is whole.
fn needle(entry: &str) -> String {
    let word = entry.trim_matches('*').replace('-', " ");
    match (entry.starts_with('*'), entry.ends_with('*')) {
        (true, _) => word,
        (false, true) => format!(" {word}"),
        (false, false) => format!(" {word} "),
    }
}

/// Folded words with blanks around; "B.Sc." is one word.
fn key(text: &str) -> String {
    if text.len() > LONGEST {
        return String::new();
    }
    format!(" {} ", plain_words(&text.replace('.', "")))
}

fn has(list: &str, key: &str) -> bool {
    let needles = lists().get(list);
    needles.is_some_and(|needles| needles.iter().any(|needle| key.contains(needle.as_str())))
}

/// Whether the whole text is an entry of the list.
fn is(list: &str, key: &str) -> bool {
    let needles = lists().get(list);
    let matches = |needle: &String| match needle.strip_suffix(' ') {
        Some(_) => key == needle,
        None => key.starts_with(needle.as_str()),
    };
    key.trim().len() > 1 && needles.is_some_and(|needles| needles.iter().any(matches))
}

const fn name(list: List) -> &'static str {
    match list {
        List::School => "school",
        List::Degree => "degree",
        List::Freelance => "freelance",
        List::Document => "document",
        List::References => "references",
        List::Contact => "contact",
        List::Inside => "inside",
        List::Table => "table",
    }
}

/// Whether a text holds a word of the list.
pub(super) fn holds(list: List, text: &str) -> bool {
    has(name(list), &key(text))
}

/// Whether a text is a word of the list, and nothing else.
pub(super) fn is_one(list: List, text: &str) -> bool {
    is(name(list), &key(text))
}

/// Whether a text reads like a job title and not like a company: "Software Engineer" is one,
/// "Engineer Software Ltd" is not.
pub(super) fn is_role(text: &str) -> bool {
    let key = key(text);
    let mut words = key.split_whitespace();
    let (first, last) = (words.next(), words.next_back());
    let ends = [first, last].into_iter().flatten();
    let framed = ends
        .into_iter()
        .any(|word| has("role", &format!(" {word} ")));
    has("role", &key) && !has("legal", &key) && (framed || !has("company", &key))
}

/// Whether a text reads like the name of a company, or is the address of its site.
pub(super) fn is_company(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_lowercase();
    let site = ["http://", "https://", "www."]
        .iter()
        .any(|start| lower.starts_with(start));
    if site && !text.contains(' ') {
        return true;
    }
    let key = key(text);
    has("legal", &key) || has("company", &key) && !is_role(text)
}

/// Whether a text names the legal form of a company.
pub(super) fn is_incorporated(text: &str) -> bool {
    has("legal", &key(text))
}

/// Splits "Label: value", "Label - value"; the value may be empty.
pub(super) fn labelled(text: &str) -> Option<(&str, &str)> {
    let (at, sign) = text.char_indices().find(|(at, c)| {
        let spaced = text.get(..*at).is_some_and(|before| before.ends_with(' '));
        matches!(c, ':' | '：') || matches!(c, '-' | '–') && spaced
    })?;
    let label = text.get(..at)?.trim();
    let value = text.get(at + sign.len_utf8()..)?;
    let value = value.trim_matches(|c: char| c.is_whitespace() || ":-–".contains(c));
    (label.chars().count() <= 30).then_some((label, value))
}

/// What a label in a position announces.
pub(super) fn label(word: &str) -> Option<Label> {
    const LABELS: &[(&str, Label)] = &[
        ("label-employer", Label::Employer),
        ("label-title", Label::Title),
        ("label-dates", Label::Dates),
        ("label-place", Label::Place),
    ];
    let key = key(word);
    let found = LABELS.iter().find(|(list, _)| is(list, &key));
    found.map(|(_, label)| *label)
}

/// What a label in the personal data announces.
pub(super) fn own(word: &str) -> Option<Own> {
    const LABELS: &[(&str, Own)] = &[
        ("label-own-name", Own::Name),
        ("label-own-place", Own::Place),
        ("label-phone", Own::Phone),
        ("label-other", Own::Other),
    ];
    let key = key(word);
    let found = LABELS.iter().find(|(list, _)| is(list, &key));
    found.map(|(_, label)| *label)
}

/// The section that a line announces in other words than those of the list of headings:
/// "Overseas Working Experience:", "Educational Qualifications". Asked for short lines only.
pub(super) fn heading(line: &str) -> Option<Section> {
    const KINDS: &[(&str, Section)] = &[
        ("heading-about", Section::About),
        ("heading-education", Section::Education),
        ("heading-experience", Section::Experience),
        ("heading-skills", Section::Skills),
        ("heading-other", Section::Other),
    ];
    let key = key(line);
    if is("inside", &key) {
        return None;
    }
    let found = KINDS.iter().find(|(list, _)| has(list, &key));
    found.map(|(_, section)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_companies_and_schools() {
        for (text, role, company) in [
            ("Senior Software Engineer", true, false),
            ("Softwareentwickler", true, false),
            ("Harbour Lane Engineering Ltd", false, true),
            ("Bluefin Consulting", false, true),
            ("Systems Administrator", true, false),
            ("Lead Developer", true, false),
            ("株式会社ひかり", false, true),
            ("高级软件工程师", true, false),
            ("Pain & Co", false, true),
            ("Built the ledger", false, false),
        ] {
            assert_eq!(is_role(text), role, "{text}");
            assert_eq!(is_company(text), company, "{text}");
        }
        assert!(holds(List::School, "Universität Hohenfels"));
        assert!(holds(List::Degree, "B.Sc. Computer Science"));
    }

    #[test]
    fn labels() {
        let check = |text: &str, expect: Option<(&str, &str)>| {
            assert_eq!(labelled(text), expect, "{text}");
        };
        check("Company: Pain & Co", Some(("Company", "Pain & Co")));
        check("Contact No: - 0123", Some(("Contact No", "0123")));
        check("Duration", None);
        assert_eq!(label("Position Held"), Some(Label::Title));
        assert_eq!(own("Mobile No."), Some(Own::Phone));
        assert_eq!(own("Father’s Name"), Some(Own::Other));
    }

    #[test]
    fn headings_in_other_words() {
        for (line, kind) in [
            ("Overseas Working Experience:", Some(Section::Experience)),
            ("Educational Qualifications", Some(Section::Education)),
            ("KEY IT SKILLS", Some(Section::Skills)),
            ("Career Objective", Some(Section::About)),
            ("Personal Details", Some(Section::Other)),
            ("工作经历", Some(Section::Experience)),
            ("학력사항", Some(Section::Education)),
            ("Responsibilities:", None),
            ("Pain & Co", None),
        ] {
            assert_eq!(heading(line), kind, "{line}");
        }
    }
}
