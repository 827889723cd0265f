//! The indicators over any candidate: a line of the input is a field of a source, so that every
//! input is a case, and a spoiled one is a case that is nearly the same.
//!
//! | line | what it says |
//! |---|---|
//! | `P linkedin`, `A https://…`, `= ` | platform, address; another source |
//! | `n h l a v b w r q` and words | name, headline, place, about, mark, text, widget, writer, unseen text |
//! | `t e m p d x` and words | a position begins with its title; employer, kind, place, dates, text |
//! | `s g y` and words | an education begins with its school; degree, dates |
//! | `k u @ + i I` and words | skill, link, address, phone, account, own account |
//! | `c f j z` and words | connections, followers, joined, local time |
//! | `0 h`, `N h` | there is no headline; it could not be read |
//! | `T 2026-11-26` | today |

mod write;

pub use write::written;

use crate::{text_of, today, verdict};
use touchstone::profile::{
    Case, Count, Date, Dated, Dates, Education, Email, End, Field, Found, Handle, Link, LocalTime,
    Place, Platform, Position, Profile, Sensitive, Unread, Words, YearMonth,
};

/// Judges the case that the input writes, as of the day that it says.
pub fn engine(bytes: &[u8]) {
    let text = text_of(bytes);
    let (case, day) = case(&text);
    verdict::of(&case, day);
}

fn case(text: &str) -> (Case, Date) {
    let mut case = Case {
        sources: vec![Profile::default()],
    };
    let mut day = today();
    for line in text.lines() {
        let (sign, words) = split(line);
        match sign {
            'T' => day = Date::parse(words).unwrap_or(day),
            '=' if case.sources.len() < 4 => case.sources.push(Profile::default()),
            // No reader makes words of nothing.
            _ if words.trim().is_empty() => {}
            _ => {
                if let Some(last) = case.sources.last_mut() {
                    take(last, sign, words);
                }
            }
        }
    }
    (case, day)
}

fn split(line: &str) -> (char, &str) {
    let mut letters = line.chars();
    let sign = letters.next().unwrap_or(' ');
    let words = letters.as_str();
    (sign, words.trim())
}

fn take(profile: &mut Profile, sign: char, words: &str) {
    let one = |field| Words {
        text: words.to_owned(),
        place: Place::of(field),
    };
    match sign {
        'P' => profile.platform = named(words),
        'A' => words.clone_into(&mut profile.url),
        'n' => profile.name = Found::Seen(Sensitive::new(one(Field::Name))),
        'h' => profile.headline = Found::Seen(one(Field::Headline)),
        'l' => profile.location = Found::Seen(one(Field::Location)),
        'v' => profile.verified = Found::Seen(one(Field::Verified)),
        'a' => longer(&mut profile.about, one(Field::About)),
        'c' => profile.connections = count(one(Field::Connections)),
        'f' => profile.followers = count(one(Field::Followers)),
        'j' => profile.joined = joined(one(Field::Joined)),
        'z' => profile.local_time = Found::Seen(local_time(one(Field::LocalTime))),
        '0' => missing(profile, words, &Missing::None),
        'N' => missing(profile, words, &Missing::Unread),
        't' | 'e' | 'm' | 'p' | 'd' | 'x' => position(profile, sign, words),
        's' | 'g' | 'y' => education(profile, sign, words),
        _ => listed(profile, sign, words),
    }
}

/// An about of several lines.
fn longer(about: &mut Found<Words>, more: Words) {
    match about {
        Found::Seen(words) => {
            words.text.push('\n');
            words.text.push_str(&more.text);
        }
        _ => *about = Found::Seen(more),
    }
}

enum Missing {
    None,
    Unread,
}

fn missing(profile: &mut Profile, signs: &str, how: &Missing) {
    fn put<T>(found: &mut Found<T>, how: &Missing) {
        *found = match how {
            Missing::None => Found::Empty,
            Missing::Unread => Found::NotRead(Unread::Masked),
        };
    }
    for sign in signs.chars() {
        match sign {
            'h' => put(&mut profile.headline, how),
            'l' => put(&mut profile.location, how),
            'a' => put(&mut profile.about, how),
            't' => put(&mut profile.positions, how),
            's' => put(&mut profile.education, how),
            'k' => put(&mut profile.skills, how),
            'u' => put(&mut profile.links, how),
            '@' => put(&mut profile.emails, how),
            'b' => put(&mut profile.texts, how),
            _ => profile.unopened = profile.unopened.saturating_add(1),
        }
    }
}

/// The list of a field, begun where there is none.
fn list<T>(found: &mut Found<Vec<T>>) -> &mut Vec<T> {
    if found.seen().is_none() {
        *found = Found::Seen(Vec::new());
    }
    match found {
        Found::Seen(list) => list,
        _ => unreachable!("it was begun"),
    }
}

fn at(field: Field, index: usize, text: &str) -> Words {
    Words {
        text: text.to_owned(),
        place: Place::at(field, u32::try_from(index).unwrap_or(u32::MAX)),
    }
}

fn listed(profile: &mut Profile, sign: char, words: &str) {
    let plain = match sign {
        'k' => Some((list(&mut profile.skills), Field::Skills)),
        '+' => Some((list(&mut profile.phones), Field::Phones)),
        'w' => Some((list(&mut profile.widgets), Field::Widgets)),
        'b' => Some((list(&mut profile.texts), Field::Text)),
        'r' => Some((&mut profile.writers, Field::Writers)),
        'q' => Some((&mut profile.unseen, Field::Unseen)),
        _ => None,
    };
    if let Some((list, field)) = plain {
        return list.push(at(field, list.len(), words));
    }
    match sign {
        'u' => link(list(&mut profile.links), words),
        '@' => {
            let list = list(&mut profile.emails);
            list.push(Email {
                address: words.to_lowercase(),
                words: at(Field::Emails, list.len(), words),
            });
        }
        'i' | 'I' => handle(list(&mut profile.handles), words, sign == 'I'),
        _ => {}
    }
}

/// `https://a.example words`
fn link(list: &mut Vec<Link>, words: &str) {
    let (href, shown) = words.split_once(' ').unwrap_or((words, words));
    list.push(Link {
        href: href.to_owned(),
        words: at(Field::Links, list.len(), shown),
    });
}

/// `github someone`
fn handle(list: &mut Vec<Handle>, words: &str, own: bool) {
    let (platform, name) = words.split_once(' ').unwrap_or(("github", words));
    list.push(Handle {
        platform: named(platform).unwrap_or(Platform::Other),
        name: name.to_owned(),
        words: at(Field::Handles, list.len(), name),
        own,
    });
}

fn named(word: &str) -> Option<Platform> {
    serde_json::from_value(word.into()).ok()
}

fn position(profile: &mut Profile, sign: char, words: &str) {
    let list = list(&mut profile.positions);
    if sign == 't' || list.is_empty() {
        list.push(Position::default());
    }
    let index = list.len().saturating_sub(1);
    let Some(last) = list.last_mut() else { return };
    let put = |field| Some(at(field, index, words));
    match sign {
        't' => last.title = put(Field::PositionTitle),
        'e' => last.employer = put(Field::PositionEmployer),
        'm' => last.employment = Some(words.to_owned()),
        'p' => last.place = put(Field::PositionPlace),
        'd' => last.dates = dates(at(Field::PositionDates, index, words)),
        _ => last.text = put(Field::PositionText),
    }
}

fn education(profile: &mut Profile, sign: char, words: &str) {
    let list = list(&mut profile.education);
    let index = list.len();
    if sign == 's' {
        return list.push(Education {
            school: Sensitive::new(at(Field::EducationSchool, index, words)),
            degree: None,
            dates: None,
        });
    }
    let Some(last) = list.last_mut() else { return };
    let index = index.saturating_sub(1);
    match sign {
        'g' => last.degree = Some(at(Field::EducationDegree, index, words)),
        _ => last.dates = dates(at(Field::EducationDates, index, words)),
    }
}

/// `2019-03 present`, `2019 2021-07`, `2019`, `- 2021`
fn dates(words: Words) -> Option<Dates> {
    let mut parts = words.text.split([' ', '/']);
    let start = parts.next().and_then(year_month);
    let end = match parts.next() {
        Some("present") => Some(End::Present),
        word => word.and_then(year_month).map(End::Date),
    };
    let one = start.is_some() || end.is_some();
    one.then_some(Dates { start, end, words })
}

/// Years and months that a reader can read.
fn year_month(text: &str) -> Option<YearMonth> {
    let (year, month) = text.split_once('-').unwrap_or((text, ""));
    let year: i16 = year
        .parse()
        .ok()
        .filter(|year| (1900..=2099).contains(year))?;
    let month = month.parse().ok().filter(|month| (1..=12).contains(month));
    Some(YearMonth { year, month })
}

fn count(words: Words) -> Found<Count> {
    let digits = words.text.trim_end_matches('+');
    Found::Seen(Count {
        number: digits.parse().unwrap_or_default(),
        or_more: digits.len() < words.text.len(),
        words,
    })
}

fn joined(words: Words) -> Found<Dated> {
    match year_month(&words.text) {
        Some(date) => Found::Seen(Dated { date, words }),
        None => Found::Empty,
    }
}

/// `120 870`: minutes from UTC, and since midnight.
fn local_time(words: Words) -> LocalTime {
    let mut numbers = words.text.split(' ');
    LocalTime {
        offset: numbers.next().and_then(|text| text.parse().ok()),
        clock: numbers.next().and_then(|text| text.parse().ok()),
        words,
    }
}
