//! Fields, places and reasons in the words of a language.

use crate::lang::{Key, Lang, fill, key, text};
use crate::profile::{Field, Place};

/// A place in words: "Headline", "Position 2, dates", "Skill 4".
pub fn place_words(lang: Lang, place: Place) -> String {
    let (Some(index), Some((entry, part))) = (place.index, entry_keys(place.field)) else {
        return field_words(lang, place.field).to_owned();
    };
    let number = (u64::from(index) + 1).to_string();
    let entry = fill(text(lang, entry), &[("number", &number)]);
    let Some(part) = part else {
        return entry;
    };
    let values = [("entry", entry.as_str()), ("part", text(lang, part))];
    fill(text(lang, key::PLACE_PART), &values)
}

/// A field in words.
pub fn field_words(lang: Lang, field: Field) -> &'static str {
    text(lang, field_key(field))
}

/// Why a field was not checked, and what would change that.
pub fn reason_words(lang: Lang, reason: &str) -> (&'static str, &'static str) {
    let (reason, remedy) = match reason {
        "not-loaded" => (key::UNREAD_NOT_LOADED, key::REMEDY_NOT_LOADED),
        "not-opened" => (key::UNREAD_NOT_LOADED, key::REMEDY_NOT_OPENED),
        "not-found" => (key::UNREAD_NOT_FOUND, key::REMEDY_NOT_FOUND),
        "not-found-in-file" => (key::UNREAD_NOT_FOUND_IN_FILE, key::REMEDY_NOT_FOUND),
        "masked" => (key::UNREAD_MASKED, key::REMEDY_MASKED),
        "cut-short" => (key::UNREAD_CUT_SHORT, key::REMEDY_CUT_SHORT),
        "out-of-reach" => (key::UNREAD_OUT_OF_REACH, key::REMEDY_OUT_OF_REACH),
        "list-off" => (key::UNREAD_LIST_OFF, key::REMEDY_LIST_OFF),
        "unverified" => (key::UNREAD_UNVERIFIED, key::REMEDY_UNVERIFIED),
        "unopened" => (key::UNREAD_UNOPENED, key::REMEDY_UNOPENED),
        "too-large" => (key::UNREAD_TOO_LARGE, key::REMEDY_TOO_LARGE),
        _ => (key::UNREAD_NOT_UNDERSTOOD, key::REMEDY_NOT_UNDERSTOOD),
    };
    (text(lang, reason), text(lang, remedy))
}

/// For a field with several entries: how one is called, and the part of it that the field is.
const fn entry_keys(field: Field) -> Option<(Key, Option<Key>)> {
    Some(match field {
        Field::Positions => (key::ENTRY_POSITIONS, None),
        Field::PositionTitle => (key::ENTRY_POSITIONS, Some(key::PART_TITLE)),
        Field::PositionEmployer => (key::ENTRY_POSITIONS, Some(key::PART_EMPLOYER)),
        Field::PositionPlace => (key::ENTRY_POSITIONS, Some(key::PART_PLACE)),
        Field::PositionDates => (key::ENTRY_POSITIONS, Some(key::PART_DATES)),
        Field::PositionText => (key::ENTRY_POSITIONS, Some(key::PART_TEXT)),
        Field::Education => (key::ENTRY_EDUCATION, None),
        Field::EducationSchool => (key::ENTRY_EDUCATION, Some(key::PART_SCHOOL)),
        Field::EducationDegree => (key::ENTRY_EDUCATION, Some(key::PART_DEGREE)),
        Field::EducationDates => (key::ENTRY_EDUCATION, Some(key::PART_DATES)),
        Field::Skills => (key::ENTRY_SKILLS, None),
        Field::Links => (key::ENTRY_LINKS, None),
        Field::Emails => (key::ENTRY_EMAILS, None),
        Field::Phones => (key::ENTRY_PHONES, None),
        Field::Handles => (key::ENTRY_HANDLES, None),
        Field::Widgets => (key::ENTRY_WIDGETS, None),
        Field::Text => (key::ENTRY_TEXT, None),
        Field::Writers => (key::ENTRY_WRITERS, None),
        Field::Unseen => (key::ENTRY_UNSEEN, None),
        _ => return None,
    })
}

const fn field_key(field: Field) -> Key {
    match field {
        Field::Address => key::FIELD_ADDRESS,
        Field::Name => key::FIELD_NAME,
        Field::Headline => key::FIELD_HEADLINE,
        Field::Location => key::FIELD_LOCATION,
        Field::About => key::FIELD_ABOUT,
        Field::Positions => key::FIELD_POSITIONS,
        Field::PositionTitle => key::FIELD_POSITION_TITLE,
        Field::PositionEmployer => key::FIELD_POSITION_EMPLOYER,
        Field::PositionPlace => key::FIELD_POSITION_PLACE,
        Field::PositionDates => key::FIELD_POSITION_DATES,
        Field::PositionText => key::FIELD_POSITION_TEXT,
        Field::Education => key::FIELD_EDUCATION,
        Field::EducationSchool => key::FIELD_EDUCATION_SCHOOL,
        Field::EducationDegree => key::FIELD_EDUCATION_DEGREE,
        Field::EducationDates => key::FIELD_EDUCATION_DATES,
        Field::Skills => key::FIELD_SKILLS,
        Field::Links => key::FIELD_LINKS,
        Field::Emails => key::FIELD_EMAILS,
        Field::Phones => key::FIELD_PHONES,
        Field::Handles => key::FIELD_HANDLES,
        Field::Connections => key::FIELD_CONNECTIONS,
        Field::Followers => key::FIELD_FOLLOWERS,
        Field::Joined => key::FIELD_JOINED,
        Field::Verified => key::FIELD_VERIFIED,
        Field::LocalTime => key::FIELD_LOCAL_TIME,
        Field::Widgets => key::FIELD_WIDGETS,
        Field::Text => key::FIELD_TEXT,
        Field::Writers => key::FIELD_WRITERS,
        Field::Unseen => key::FIELD_UNSEEN,
        Field::Observed => key::FIELD_OBSERVED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_words() {
        let check = |place: Place, en: &str, fr: &str| {
            assert_eq!(place_words(Lang::En, place), en);
            assert_eq!(place_words(Lang::Fr, place), fr);
        };
        check(Place::of(Field::Headline), "Headline", "Titre du profil");
        check(
            Place::at(Field::PositionDates, 1),
            "Position 2, dates",
            "Poste 2, dates",
        );
        check(Place::at(Field::Skills, 3), "Skill 4", "Compétence 4");
        check(
            Place::at(Field::EducationSchool, 0),
            "Education 1, school",
            "Formation 1, établissement",
        );
        check(
            Place::of(Field::PositionDates),
            "Dates of positions",
            "Dates des postes",
        );
        // as stored by whoever wrote into the storage
        let last = Place::at(Field::Skills, u32::MAX);
        check(last, "Skill 4294967296", "Compétence 4294967296");
        // an entry of a field that has one only
        check(Place::at(Field::About, 0), "About", "À propos");
    }

    #[test]
    fn an_unknown_reason_has_words_too() {
        let (reason, remedy) = reason_words(Lang::En, "something-new");
        assert_eq!(reason, "Could not be read");
        assert!(!remedy.is_empty());
    }
}
