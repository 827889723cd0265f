//! Figures of the identity block: counts, local time, and the sentence somebody says about
//! oneself.

use crate::blocks::Block;
use crate::profile::{Count, Dated, Field, LocalTime, Place, Words};
use crate::text::fold;

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Connections,
    Followers,
}

const CONNECTIONS: &[&str] = &[
    "connections",
    "connection",
    "relations",
    "kontakte",
    "contactos",
    "conexoes",
    "collegamenti",
    "connecties",
    "kontakter",
    "verbindungen",
    "conexiones",
    "つながり",
    "位关系",
    "connexions",
];
const FOLLOWERS: &[&str] = &[
    "followers",
    "follower",
    "abonnes",
    "seguidores",
    "seguidor",
    "volgers",
    "foljare",
    "フォロワー",
    "位关注者",
    "following-count",
    "followers-count",
    "abonne",
];

/// A count and what it counts: "500+ connections", "11.929 Follower:innen", "+ de 500 conexões".
pub(super) fn count_in(text: &str) -> Option<(Counted, u32, bool)> {
    count_of(text, Counted::Connections).or_else(|| count_of(text, Counted::Followers))
}

/// The number that stands last before the word it counts.
fn count_of(text: &str, counted: Counted) -> Option<(Counted, u32, bool)> {
    if text.chars().count() > 60 {
        return None;
    }
    let folded = fold(text);
    let list = if counted == Counted::Connections {
        CONNECTIONS
    } else {
        FOLLOWERS
    };
    let is_word = |word: &str| {
        list.contains(
            &word
                .split(|c: char| !c.is_alphabetic() && c != '-')
                .next()
                .unwrap_or(""),
        )
    };
    let words: Vec<&str> = folded.split_whitespace().flat_map(split_number).collect();
    let at = words
        .iter()
        .position(|word| is_word(word.trim_matches('(')))?;
    let before = words.get(..at)?;
    if before
        .iter()
        .any(|word| ["mutual", "commun", "gemeinsame"].contains(word))
    {
        return None;
    }
    let number = before
        .iter()
        .rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let near = before.get(number.saturating_sub(2)..at)?;
    let or_more = near
        .iter()
        .any(|word| word.contains('+') || matches!(*word, "plus" | "mas" | "mais" | "uber"));
    Some((counted, plain_number(before.get(number)?)?, or_more))
}

/// "500+connections" stands in the page as one word.
fn split_number(word: &str) -> impl Iterator<Item = &str> {
    let numeric = |c: char| c.is_ascii_digit() || ",.+k\u{202f}\u{a0}'".contains(c);
    let at = if word.starts_with(|c: char| c.is_ascii_digit()) {
        word.find(|c: char| !numeric(c))
    } else {
        None
    };
    let (head, tail) = at
        .and_then(|at| word.split_at_checked(at))
        .unwrap_or((word, ""));
    [head, tail].into_iter().filter(|part| !part.is_empty())
}

/// "11,929" and "2.3k".
fn plain_number(text: &str) -> Option<u32> {
    let text = text.trim_end_matches('+');
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
            .parse::<u32>()
            .ok()
    };
    match text.strip_suffix('k') {
        Some(thousands) if thousands.contains(['.', ',']) => {
            digits(thousands).map(|n| n.saturating_mul(100))
        }
        Some(thousands) => digits(thousands).map(|n| n.saturating_mul(1000)),
        None => digits(text),
    }
}

/// The count of one kind, in a line or in two neighbouring pieces.
pub(super) fn count(
    blocks: &[Block],
    lines: &[usize],
    wanted: Counted,
    field: Field,
) -> Option<Count> {
    let one = lines
        .iter()
        .filter_map(|i| blocks.get(*i))
        .map(|block| block.text.clone());
    let two = lines.iter().filter_map(|i| {
        Some(format!(
            "{} {}",
            blocks.get(*i)?.text,
            blocks.get(*i + 1)?.text
        ))
    });
    one.chain(two).find_map(|text| {
        let (_, number, or_more) = count_of(&text, wanted)?;
        let place = Place::of(field);
        let words = Words { text, place };
        Some(Count {
            number,
            or_more,
            words,
        })
    })
}

/// "1:06 pm local time", "14:05 (UTC +01:00)".
pub(super) fn local_time(text: &str) -> Option<LocalTime> {
    if text.chars().count() > 60 {
        return None;
    }
    let folded = fold(text);
    let says = folded.contains("local time")
        || folded.contains("heure locale")
        || folded.contains("ortszeit")
        || folded.contains("hora local");
    let offset = folded
        .find("utc")
        .and_then(|at| offset(folded.get(at + 3..)?));
    (says || offset.is_some()).then(|| LocalTime {
        offset,
        clock: clock(&folded),
        words: Words {
            text: text.to_owned(),
            place: Place::of(Field::LocalTime),
        },
    })
}

/// "+01:00", " -5", "−03:30" in minutes.
fn offset(text: &str) -> Option<i16> {
    let text = text.trim_start();
    let mut chars = text.chars();
    let sign = match chars.next()? {
        '+' => 1,
        '-' | '−' | '–' => -1,
        _ => return None,
    };
    let (hours, minutes) = hours_minutes(chars.as_str())?;
    (hours <= 14).then(|| sign * (hours * 60 + minutes))
}

fn hours_minutes(text: &str) -> Option<(i16, i16)> {
    let hours: String = text.chars().take_while(char::is_ascii_digit).collect();
    let rest = text.get(hours.len()..)?;
    let minutes: String = rest
        .strip_prefix(':')
        .unwrap_or("")
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let minutes = if minutes.is_empty() {
        0
    } else {
        minutes.parse().ok()?
    };
    Some((hours.parse().ok()?, minutes)).filter(|(_, minutes)| *minutes < 60)
}

/// Minutes since midnight of the first clock time.
fn clock(text: &str) -> Option<u16> {
    let colon = text.find(':')?;
    let from = text
        .get(..colon)?
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    let (hours, minutes) = hours_minutes(text.get(from..)?)?;
    let rest = text.get(colon + 3..).unwrap_or("").trim_start();
    let hours = match (rest.starts_with("pm"), rest.starts_with("am"), hours) {
        (true, _, 1..=11) => hours + 12,
        (_, true, 12) => 0,
        _ => hours,
    };
    (0..24)
        .contains(&hours)
        .then(|| hours * 60 + minutes)?
        .try_into()
        .ok()
}

/// Whether a text can say when somebody joined: most texts have no digit, and need no closer look.
pub(super) fn may_say_joined(text: &str) -> bool {
    text.bytes()
        .any(|byte| byte.is_ascii_digit() || !byte.is_ascii())
}

/// "Joined 2019", "Member since March 2014": when the account was created.
pub(super) fn joined(text: &str) -> Option<Dated> {
    const STARTS: &[&str] = &[
        "joined",
        "member since",
        "inscrit",
        "membre depuis",
        "a rejoint",
        "mitglied seit",
        "beigetreten",
        "miembro desde",
        "se unio",
        "membro desde",
        "ingressou",
        "iscritto",
        "lid sinds",
    ];
    if !may_say_joined(text) {
        return None;
    }
    let folded = fold(text);
    let start = STARTS.iter().find(|start| folded.starts_with(**start))?;
    let range = super::dates::any(text)?;
    // "Joined group: Mar 2012" is not about the account.
    let near =
        range.from <= start.len() + 14 && text.chars().count() <= 60 && !folded.contains("group");
    let date = range.start.filter(|_| near)?;
    Some(Dated {
        date,
        words: Words {
            text: text.to_owned(),
            place: Place::of(Field::Joined),
        },
    })
}

/// "I'm a baker at Pain & Co in Lyon": what somebody says to be, and where.
pub(super) fn self_sentence(text: &str) -> (Option<String>, Option<String>) {
    const STARTS: &[&str] = &[
        "I'm an ",
        "I’m an ",
        "I am an ",
        "I'm a ",
        "I’m a ",
        "I am a ",
        "Je suis ",
        "Ich bin ",
        "Soy ",
        "Sou ",
        "Ik ben ",
        "Sono ",
    ];
    const STOPS: &[&str] = &[
        " at ", " @ ", " in ", " with ", " from ", " based ", " who ", " chez ", " bei ", " en ",
        " em ", ", ", ". ", " and ",
    ];
    let Some(rest) = STARTS
        .iter()
        .find_map(|start| text.split_once(start).map(|(_, rest)| rest))
    else {
        return (None, None);
    };
    let cut = STOPS
        .iter()
        .filter_map(|stop| rest.find(stop))
        .min()
        .unwrap_or(rest.len());
    let role = rest
        .get(..cut)
        .map(|role| role.trim_end_matches('.').trim().to_owned())
        .filter(|role| !role.is_empty() && role.len() < 80);
    let place = [" in ", " based in ", " à ", " em ", " en "]
        .iter()
        .find_map(|word| rest.split_once(word))
        .map(|(_, place)| place);
    let place = place.map(|place| {
        place
            .split([',', '.', ';', '('])
            .next()
            .unwrap_or("")
            .trim()
            .to_owned()
    });
    let capital = |place: &String| {
        place.chars().next().is_some_and(char::is_uppercase)
            && place.split_whitespace().count() <= 4
    };
    (role, place.filter(capital))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        assert_eq!(
            count_in("500+ connections"),
            Some((Counted::Connections, 500, true))
        );
        assert_eq!(
            count_in("11,929 followers"),
            Some((Counted::Followers, 11929, false))
        );
        assert_eq!(
            count_in("+ de 500 conexões"),
            Some((Counted::Connections, 500, true))
        );
        assert_eq!(
            count_in("2.3k followers"),
            Some((Counted::Followers, 2300, false))
        );
        assert_eq!(count_in("16 Mutual Connections"), None);
    }

    #[test]
    fn join_dates() {
        let read = |text| joined(text).map(|found| found.date.to_string());
        assert_eq!(read("Joined 2019").as_deref(), Some("2019"));
        assert_eq!(
            read("Member since March 3, 2014").as_deref(),
            Some("2014-03")
        );
        assert_eq!(read("Joined the choir"), None);
        assert_eq!(read("Joined group: Mar 2012"), None);
        assert_eq!(read("The team joined in 2019"), None);
    }

    #[test]
    fn local_times() {
        let read = |text| local_time(text).map(|time| (time.offset, time.clock));
        assert_eq!(read("1:06pm local time"), Some((None, Some(786))));
        assert_eq!(read("14:05 (UTC +01:00)"), Some((Some(60), Some(845))));
        assert_eq!(read("03:10 (UTC -03:30)"), Some((Some(-210), Some(190))));
        assert_eq!(read("at 10:30 we start"), None);
    }

    #[test]
    fn sentences_about_oneself() {
        let (role, place) =
            self_sentence("Hi! I'm a pastry baker at Pain & Co in Lyon, where I bake.");
        assert_eq!(
            (role.as_deref(), place.as_deref()),
            (Some("pastry baker"), Some("Lyon"))
        );
    }
}
