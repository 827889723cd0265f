//! Date ranges in a line.

use crate::text_of;
use touchstone::profile::{Date, End, YearMonth};
use touchstone::readers::dates::{Range, any, find, is_duration, single};
use touchstone::settings::kept::Moment;

/// A range covers bytes of the line, whole letters, and says months that there are.
pub fn dates(bytes: &[u8]) {
    let text = text_of(bytes);
    days(&text);
    for line in text.lines() {
        for read in [find, single, any] {
            let found = read(line);
            assert_eq!(found, read(line), "two runs");
            if let Some(range) = found {
                covers(line, range);
            }
        }
        assert!(
            !(is_duration(line) && find(line).is_some()),
            "a duration and a range"
        );
    }
}

fn covers(line: &str, range: Range) {
    let words = line.get(range.from..range.to).unwrap_or_default();
    assert!(!words.is_empty(), "covers no letters: {range:?}");
    assert!(
        words.chars().any(char::is_numeric),
        "no number in «{words}»"
    );
    assert!(range.start.is_some() || range.end.is_some(), "no date");
    are_months(range.start, range.end);
}

/// Months are months, and years those that a reader takes for years.
pub fn are_months(start: Option<YearMonth>, end: Option<End>) {
    let end = match end {
        Some(End::Date(date)) => Some(date),
        _ => None,
    };
    for date in start.into_iter().chain(end) {
        assert!((1860..=2140).contains(&date.year), "the year {}", date.year);
        assert!(
            date.month.is_none_or(|month| (1..=12).contains(&month)),
            "the month"
        );
        assert!(date.earliest() <= date.latest(), "ends before it begins");
    }
}

/// A day and a moment are written as they are read, and later is not earlier.
fn days(text: &str) {
    for word in text.split_whitespace() {
        if let Some(day) = Date::parse(word) {
            assert_eq!(day.to_string(), word, "a day");
            let later = day.plus_days(text.len() as u32);
            assert!(later >= day, "later is earlier");
            assert_eq!(
                Date::parse(&later.to_string()),
                Some(later),
                "no day of the calendar"
            );
        }
        if let Some(moment) = Moment::parse(word) {
            assert_eq!(moment.to_string(), word, "a moment");
            assert!(moment.plus_days(1) >= moment, "later is earlier");
        }
    }
}
