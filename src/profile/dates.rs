//! Dates as candidates write them: years, mostly with a month, never with a day that matters.
//!
//! Knows no language (see `readers::dates`) and no clock: today is an argument.

use super::Words;
use serde::{Deserialize, Serialize};

/// A year, and a month where one was given. Ordered as if a missing month were January.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct YearMonth {
    /// Year of the common era.
    pub year: i16,
    /// 1 to 12; absent when only the year is known.
    pub month: Option<u8>,
}

impl YearMonth {
    /// A year alone.
    pub const fn year(year: i16) -> Self {
        Self { year, month: None }
    }

    /// A month of a year.
    pub const fn month(year: i16, month: u8) -> Self {
        Self {
            year,
            month: Some(month),
        }
    }

    /// Months since January of year 0, taking the earliest month it can mean.
    pub fn earliest(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1)) - 1
    }

    /// Months since January of year 0, taking the latest month it can mean.
    pub fn latest(self) -> i32 {
        i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(12)) - 1
    }
}

impl std::fmt::Display for YearMonth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.month {
            Some(month) => write!(f, "{:04}-{month:02}", self.year),
            None => write!(f, "{:04}", self.year),
        }
    }
}

/// The end of a date range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// A date.
    Date(YearMonth),
    /// "Present", "heute", "aujourd’hui".
    Present,
}

/// A date range and the words that say it. At least one side is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// When it began; absent when only an end is given.
    pub start: Option<YearMonth>,
    /// When it ended; absent when only one date is given.
    pub end: Option<End>,
    /// The exact words.
    pub words: Words,
}

/// A day, given by the caller as "today".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year of the common era.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; absent when it is not a day of the calendar.
    ///
    /// ```
    /// use touchstone::profile::Date;
    /// assert!(Date::parse("2026-02-29").is_none());
    /// assert_eq!(Date::parse("2026-11-24").map(|d| d.month), Some(11));
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: i16 = digits(parts.next()?, 4)?;
        let month: u8 = digits(parts.next()?, 2)?;
        let day: u8 = digits(parts.next()?, 2)?;
        let date = Self { year, month, day };
        (parts.next().is_none()
            && (1..=12).contains(&month)
            && (1..=date.month_days()).contains(&day))
        .then_some(date)
    }

    /// The day that is `days` days after 1 January 1970; the calendar of Howard Hinnant's
    /// `civil_from_days`.
    ///
    /// ```
    /// use touchstone::profile::Date;
    /// assert_eq!(Date::from_unix_days(20_781).to_string(), "2026-11-24");
    /// ```
    pub fn from_unix_days(days: u64) -> Self {
        let shifted = days.min(10_000_000) + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        Self {
            year: year.min(9_999) as i16,
            month: month as u8,
            day: (day_of_year - (153 * from_march + 2) / 5 + 1) as u8,
        }
    }

    /// The day that is `days` days later; the last day of the year 9999 at most.
    ///
    /// ```
    /// use touchstone::profile::Date;
    /// let day = Date::parse("2026-11-24").unwrap();
    /// assert_eq!(day.plus_days(7).to_string(), "2026-12-01");
    /// ```
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let mut day = self;
        for _ in 0..days.min(36_525) {
            day = day.next();
        }
        day
    }

    fn next(self) -> Self {
        let Self { year, month, day } = self;
        if day < self.month_days() {
            return Self {
                day: day + 1,
                ..self
            };
        }
        match month {
            12 if year >= 9_999 => self,
            12 => Self {
                year: year + 1,
                month: 1,
                day: 1,
            },
            _ => Self {
                month: month + 1,
                day: 1,
                ..self
            },
        }
    }

    /// The month of this day.
    pub const fn year_month(self) -> YearMonth {
        YearMonth::month(self.year, self.month)
    }

    fn month_days(self) -> u8 {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a day of the calendar"))
    }
}

fn digits<T: std::str::FromStr>(text: &str, length: usize) -> Option<T> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}
