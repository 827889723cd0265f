//! How a field and a place are written outside the program: `headline`, `positions.dates`,
//! `positions[2].dates`. Both ways, and the same in reports, indicator files and storage. What a
//! person ticked stands in no source: its place is the empty text.

use super::{Field, Place};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Every field, with the list it belongs to and its name in there.
const NAMES: [(Field, &str, &str); 29] = [
    (Field::Address, "address", ""),
    (Field::Name, "name", ""),
    (Field::Headline, "headline", ""),
    (Field::Location, "location", ""),
    (Field::About, "about", ""),
    (Field::Positions, "positions", ""),
    (Field::PositionTitle, "positions", "title"),
    (Field::PositionEmployer, "positions", "employer"),
    (Field::PositionPlace, "positions", "place"),
    (Field::PositionDates, "positions", "dates"),
    (Field::PositionText, "positions", "text"),
    (Field::Education, "education", ""),
    (Field::EducationSchool, "education", "school"),
    (Field::EducationDegree, "education", "degree"),
    (Field::EducationDates, "education", "dates"),
    (Field::Skills, "skills", ""),
    (Field::Links, "links", ""),
    (Field::Emails, "emails", ""),
    (Field::Phones, "phones", ""),
    (Field::Handles, "handles", ""),
    (Field::Connections, "connections", ""),
    (Field::Followers, "followers", ""),
    (Field::Joined, "joined", ""),
    (Field::Verified, "verified", ""),
    (Field::LocalTime, "local_time", ""),
    (Field::Widgets, "widgets", ""),
    (Field::Text, "texts", ""),
    (Field::Writers, "writers", ""),
    (Field::Unseen, "unseen", ""),
];

impl Field {
    /// Every field, in the order of a profile.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(field, ..)| *field)
    }

    /// The list it belongs to and its name in there, which is empty for the list itself.
    pub fn path(self) -> (&'static str, &'static str) {
        NAMES
            .iter()
            .find(|(field, ..)| *field == self)
            .map_or(("", ""), |(_, list, part)| (list, part))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (list, part) = self.field.path();
        f.write_str(list)?;
        if let Some(index) = self.index {
            write!(f, "[{index}]")?;
        }
        if part.is_empty() {
            Ok(())
        } else {
            write!(f, ".{part}")
        }
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Place::of(*self).fmt(f)
    }
}

/// A text that names no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchPlace;

impl std::fmt::Display for NoSuchPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no such field")
    }
}

impl std::error::Error for NoSuchPlace {}

impl std::str::FromStr for Place {
    type Err = NoSuchPlace;

    fn from_str(text: &str) -> Result<Self, NoSuchPlace> {
        if text.is_empty() {
            return Ok(Self::of(Field::Observed));
        }
        let (head, part) = text.split_once('.').unwrap_or((text, ""));
        let (list, index) = match head.split_once('[') {
            Some((list, rest)) => {
                let number = rest.strip_suffix(']').ok_or(NoSuchPlace)?;
                (list, Some(number.parse().map_err(|_| NoSuchPlace)?))
            }
            None => (head, None),
        };
        NAMES
            .iter()
            .find(|(_, a, b)| (*a, *b) == (list, part))
            .map(|(field, ..)| Self {
                field: *field,
                index,
            })
            .ok_or(NoSuchPlace)
    }
}

impl std::str::FromStr for Field {
    type Err = NoSuchPlace;

    fn from_str(text: &str) -> Result<Self, NoSuchPlace> {
        let place: Place = text.parse()?;
        let is_field = place.index.is_none() && place.field != Field::Observed;
        is_field.then_some(place.field).ok_or(NoSuchPlace)
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_and_read_back() {
        let check = |place: Place, expect: &str| {
            assert_eq!(place.to_string(), expect);
            assert_eq!(expect.parse(), Ok(place));
            let json = serde_json::to_value(place).unwrap();
            assert_eq!(json, serde_json::json!(expect));
            assert_eq!(serde_json::from_value::<Place>(json).unwrap(), place);
        };
        check(Place::of(Field::Headline), "headline");
        check(Place::at(Field::PositionDates, 2), "positions[2].dates");
        check(Place::of(Field::PositionDates), "positions.dates");
        check(Place::at(Field::EducationSchool, 0), "education[0].school");
        check(Place::at(Field::Skills, 14), "skills[14]");
        check(Place::of(Field::LocalTime), "local_time");
        check(Place::of(Field::Observed), "");
    }

    #[test]
    fn every_field_has_a_name_of_its_own() {
        for (field, ..) in NAMES {
            assert_eq!(field.to_string().parse(), Ok(field));
        }
        // the last variant: a field added after it is missing from NAMES
        assert_eq!(NAMES.len(), Field::Unseen as usize + 1);
    }

    #[test]
    fn what_names_no_place_is_refused() {
        for text in ["salary", "positions[x]", "positions[1", "name.first"] {
            assert_eq!(text.parse::<Place>(), Err(NoSuchPlace), "{text}");
        }
        for text in ["", "skills[1]"] {
            assert_eq!(text.parse::<Field>(), Err(NoSuchPlace), "{text}");
        }
    }
}
