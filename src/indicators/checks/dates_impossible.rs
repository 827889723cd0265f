//! Dates that no calendar allows: an end before the start, a start still to come, a month 13.

use crate::indicators::Finding;
use crate::indicators::tools::{found, sources, span};
use crate::profile::{Case, Date, Dates, End, YearMonth};

/// Months ahead that a start may lie: a signed contract.
const AHEAD: i32 = 3;

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let positions = profile.positions.items().iter();
        let dates = positions.filter_map(|position| position.dates.as_ref());
        let wrong = dates.filter(|dates| is_impossible(dates, today));
        out.extend(wrong.map(|dates| found([span(source, &dates.words)])));
    }
}

fn is_impossible(dates: &Dates, today: Date) -> bool {
    let latest = today.year_month().latest() + AHEAD;
    let ahead = dates.start.is_some_and(|start| start.earliest() > latest);
    let end = match dates.end {
        Some(End::Date(end)) => Some(end),
        _ => None,
    };
    let backwards = dates
        .start
        .zip(end)
        .is_some_and(|(start, end)| end.latest() < start.earliest());
    let months = dates.start.into_iter().chain(end);
    ahead || backwards || months.into_iter().any(no_month) || names_no_month(&dates.words.text)
}

fn no_month(date: YearMonth) -> bool {
    date.month.is_some_and(|month| !(1..=12).contains(&month))
}

/// "13/2019": a two-digit number over 12 before a year, with no day before it.
fn names_no_month(words: &str) -> bool {
    let parts: Vec<&str> = words.split(|c: char| !c.is_ascii_digit()).collect();
    let dated = words.contains(['/', '.']) && parts.len() <= 5;
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let alone = lengths.windows(3).all(|three| three != [2, 2, 4]);
    dated
        && alone
        && parts.windows(2).any(|pair| match pair {
            [month, year] => {
                month.len() == 2 && year.len() == 4 && month.parse::<u8>().is_ok_and(|m| m > 12)
            }
            _ => false,
        })
        && !words.contains(' ')
}
