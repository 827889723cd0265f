//! A reading as JSON, for `touchstone read --json`, and which of its fields were read.

use super::Reveal;
use crate::profile::{
    Count, Dates, Education, End, Field, Found, Handle, Position, Profile, Unread, Words, YearMonth,
};
use crate::readers::{Gate, Reading};
use serde_json::{Value, json};

/// The state of each field that a profile has by itself: `seen`, `empty`, `not-loaded`, or why
/// it was not read.
pub fn field_states(profile: &Profile) -> impl Iterator<Item = (Field, &'static str)> + use<> {
    let p = profile;
    [
        (Field::Name, state(&p.name)),
        (Field::Headline, state(&p.headline)),
        (Field::Location, state(&p.location)),
        (Field::About, state(&p.about)),
        (Field::Positions, state(&p.positions)),
        (Field::Education, state(&p.education)),
        (Field::Skills, state(&p.skills)),
        (Field::Links, state(&p.links)),
        (Field::Emails, state(&p.emails)),
        (Field::Phones, state(&p.phones)),
        (Field::Handles, state(&p.handles)),
        (Field::Connections, state(&p.connections)),
        (Field::Followers, state(&p.followers)),
        (Field::Joined, state(&p.joined)),
        (Field::Verified, state(&p.verified)),
        (Field::LocalTime, state(&p.local_time)),
        (Field::Widgets, state(&p.widgets)),
        (Field::Text, state(&p.texts)),
    ]
    .into_iter()
}

fn state<T>(found: &Found<T>) -> &'static str {
    match found {
        Found::Seen(_) => "seen",
        Found::Empty => "empty",
        Found::NotLoaded => "not-loaded",
        Found::NotRead(Unread::Masked) => "masked",
        Found::NotRead(Unread::CutShort) => "cut-short",
        Found::NotRead(Unread::OutOfReach) => "out-of-reach",
        Found::NotRead(Unread::TooLarge) => "too-large",
        Found::NotRead(Unread::NotUnderstood) => "not-understood",
    }
}

/// A reading as JSON: `{person, gate, platform, url, cut, profile, not_loaded, not_read}`;
/// `cut` says that the end of a page too large was left out.
pub fn reading_json(reading: &Reading) -> Value {
    let profile = &reading.profile;
    let person = reading.gate == Gate::Person;
    let with = |wanted: fn(&str) -> bool| -> Vec<(Field, &'static str)> {
        let states = field_states(profile);
        states
            .filter(|(_, state)| person && wanted(state))
            .collect()
    };
    let not_loaded = with(|state| state == "not-loaded");
    let not_read = with(|state| !matches!(state, "seen" | "empty" | "not-loaded"));
    json!({
        "person": person,
        "gate": reading.gate,
        "platform": profile.platform,
        "url": profile.url,
        "cut": reading.cut,
        "profile": person.then(|| profile_json(profile)),
        "not_loaded": not_loaded.iter().map(|(field, _)| field).collect::<Vec<_>>(),
        "not_read": not_read
            .iter()
            .map(|(field, reason)| json!({"field": field, "reason": reason}))
            .collect::<Vec<_>>(),
    })
}

/// A reading as lines of text, one a field that was seen, then what was not.
pub fn reading_text(reading: &Reading) -> String {
    let json = reading_json(reading);
    let mut lines = vec![format!("page: {}", plain(member(&json, "gate")))];
    for (field, value) in member(&json, "profile").as_object().into_iter().flatten() {
        let values = value
            .as_array()
            .map_or_else(|| vec![value], |list| list.iter().collect());
        let seen = values.into_iter().filter(|value| !value.is_null());
        lines.extend(seen.map(|value| format!("{field}: {}", plain(value))));
    }
    for (title, list) in [("not loaded", "not_loaded"), ("not read", "not_read")] {
        let fields = member(&json, list)
            .as_array()
            .into_iter()
            .flatten()
            .map(plain);
        lines.extend(fields.map(|field| format!("{title}: {field}")));
    }
    lines.join("\n") + "\n"
}

fn member<'a>(json: &'a Value, name: &str) -> &'a Value {
    json.get(name).unwrap_or(&Value::Null)
}

/// A value on one line: the parts of an object in their order, without what is null.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', " / "),
        Value::Object(map) => {
            let parts = map.values().filter(|value| !value.is_null()).map(plain);
            parts.collect::<Vec<_>>().join(" · ")
        }
        other => other.to_string(),
    }
}

fn profile_json(profile: &Profile) -> Value {
    let name = profile.name.seen().map(|name| name.reveal(&Reveal(())));
    let local_time = profile.local_time.seen();
    json!({
        "name": name.map(text),
        "headline": profile.headline.seen().map(text),
        "location": profile.location.seen().map(text),
        "about": profile.about.seen().map(text),
        "positions": list(&profile.positions, position),
        "education": list(&profile.education, education),
        "skills": list(&profile.skills, |words| json!(words.text)),
        "links": list(&profile.links, |link| json!({"href": link.href, "text": link.words.text})),
        "emails": list(&profile.emails, |email| json!(email.address)),
        "phones": list(&profile.phones, |words| json!(words.text)),
        "handles": list(&profile.handles, handle),
        "connections": profile.connections.seen().map(count),
        "followers": profile.followers.seen().map(count),
        "joined": profile.joined.seen().map(|joined| joined.date.to_string()),
        "verified": profile.verified.seen().map(text),
        "local_time": local_time.map(|time| {
            json!({"text": time.words.text, "offset": time.offset, "clock": time.clock})
        }),
        "widgets": list(&profile.widgets, |words| json!(words.text)),
        "texts": list(&profile.texts, |words| json!(words.text)),
    })
}

fn text(words: &Words) -> &str {
    &words.text
}

fn list<T>(found: &Found<Vec<T>>, each: impl Fn(&T) -> Value) -> Vec<Value> {
    found.items().iter().map(each).collect()
}

fn position(position: &Position) -> Value {
    let (start, end) = dates(position.dates.as_ref());
    json!({
        "title": position.title.as_ref().map(text),
        "employer": position.employer.as_ref().map(text),
        "employment": position.employment,
        "place": position.place.as_ref().map(text),
        "start": start,
        "end": end,
        "text": position.text.as_ref().map(text),
    })
}

fn education(education: &Education) -> Value {
    let (start, end) = dates(education.dates.as_ref());
    json!({
        "school": text(education.school.reveal(&Reveal(()))),
        "degree": education.degree.as_ref().map(text),
        "start": start,
        "end": end,
    })
}

/// Start and end as `2011-03`, `2011` or `present`.
fn dates(dates: Option<&Dates>) -> (Option<String>, Option<String>) {
    let start = dates.and_then(|dates| dates.start);
    let end = dates.and_then(|dates| dates.end);
    let end = end.map(|end| match end {
        End::Date(date) => date.to_string(),
        End::Present => "present".to_owned(),
    });
    (start.as_ref().map(YearMonth::to_string), end)
}

fn handle(handle: &Handle) -> Value {
    json!({"platform": handle.platform, "name": handle.name, "own": handle.own})
}

fn count(count: &Count) -> Value {
    json!({"number": count.number, "or_more": count.or_more})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Place, Platform, Sensitive};

    fn words(text: &str, field: Field) -> Words {
        Words {
            text: text.to_owned(),
            place: Place::of(field),
        }
    }

    fn sample() -> Profile {
        let dates = Dates {
            start: Some(YearMonth::month(2019, 3)),
            end: Some(End::Present),
            words: words("Mar 2019 - Present", Field::PositionDates),
        };
        Profile {
            platform: Some(Platform::Github),
            url: "https://github.com/sample".to_owned(),
            name: Found::Seen(Sensitive::new(words("Ada Sample", Field::Name))),
            headline: Found::Empty,
            about: Found::NotRead(Unread::CutShort),
            positions: Found::Seen(vec![Position {
                title: Some(words("Engineer", Field::PositionTitle)),
                dates: Some(dates),
                ..Position::default()
            }]),
            education: Found::Seen(vec![Education {
                school: Sensitive::new(words("Sample School", Field::EducationSchool)),
                degree: None,
                dates: None,
            }]),
            ..Profile::default()
        }
    }

    #[test]
    fn a_reading_names_what_was_seen_not_loaded_and_not_read() {
        let json = reading_json(&Reading {
            gate: Gate::Person,
            profile: sample(),
            cut: false,
        });
        let check = |path: &str, expect: Value| {
            assert_eq!(json.pointer(path), Some(&expect), "{path}");
        };
        check("/person", json!(true));
        check("/platform", json!("github"));
        check("/profile/name", json!("Ada Sample"));
        check("/profile/headline", Value::Null);
        check("/profile/positions/0/title", json!("Engineer"));
        check("/profile/positions/0/start", json!("2019-03"));
        check("/profile/positions/0/end", json!("present"));
        check("/profile/education/0/school", json!("Sample School"));
        check("/profile/emails", json!([]));
        check("/not_loaded/0", json!("location"));
        check(
            "/not_read",
            json!([{"field": "about", "reason": "cut-short"}]),
        );
    }

    #[test]
    fn a_page_without_a_person_has_no_profile() {
        let json = reading_json(&Reading {
            gate: Gate::Wall,
            profile: Profile::default(),
            cut: false,
        });
        assert_eq!(json["person"], json!(false));
        assert_eq!(json["gate"], json!("wall"));
        assert_eq!(json["profile"], Value::Null);
        assert_eq!(json["not_loaded"], json!([]));
    }
}
