//! A moment as a browser writes it: `2026-11-24T12:00:00.000Z`.

use crate::profile::Date;
use std::fmt;

const MINUTE: u32 = 60_000;
const HOUR: u32 = 60 * MINUTE;

/// A moment to the millisecond, in universal time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    day: Date,
    /// Milliseconds of the day.
    clock: u32,
}

impl Moment {
    /// Reads a moment; absent when there is none of this name.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, clock) = text.split_once('T')?;
        let (clock, millis) = clock.strip_suffix('Z')?.split_once('.')?;
        let mut parts = clock.split(':');
        let mut part = |below| number(parts.next()?, 2, below);
        let (hours, minutes, seconds) = (part(24)?, part(60)?, part(60)?);
        let clock = hours * HOUR + minutes * MINUTE + seconds * 1_000 + number(millis, 3, 1_000)?;
        let day = Date::parse(day)?;
        parts.next().is_none().then_some(Self { day, clock })
    }

    /// Its day.
    pub const fn day(self) -> Date {
        self.day
    }

    /// The same time of the day so many days later.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self {
            day: self.day.plus_days(days),
            ..self
        }
    }
}

/// A number of so many digits below a bound.
fn number(text: &str, digits: usize, below: u32) -> Option<u32> {
    let whole = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok()?;
    (whole && number < below).then_some(number)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { day, clock } = self;
        let (hours, minutes) = (clock / HOUR, clock % HOUR / MINUTE);
        let (seconds, millis) = (clock % MINUTE / 1_000, clock % 1_000);
        write!(f, "{day}T{hours:02}:{minutes:02}:{seconds:02}.{millis:03}Z")
    }
}
