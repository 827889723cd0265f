//! `kept_file` and `read_kept_file`: what is kept, and a file from outside.

use super::json;
use crate::text_of;
use serde_json::{Map, Value};
use touchstone::settings::kept::{Moment, Refusal, listed, saved, taken};

/// First line: what is here, by the name of the work; second: now; third: for how many days; the
/// rest is a file. What is taken is short, in the past, and over in time; saved again and taken
/// again it is the same.
pub fn kept(bytes: &[u8]) {
    let text = text_of(bytes);
    let mut parts = text.splitn(4, '\n');
    let here = json(parts.next());
    let here = here.as_object().cloned().unwrap_or_default();
    let now = parts.next().and_then(Moment::parse).or_else(now);
    let days = parts.next().and_then(|days| days.trim().parse().ok());
    let file = parts.next().unwrap_or_default();
    let Some(now) = now else { return };
    assert_eq!(listed(&here).len(), here.len(), "the list");
    is_saved(&here, now);
    let found = taken(file, &here, now, days);
    assert_eq!(found, taken(file, &here, now, days), "two runs");
    match (found, days) {
        (Ok(found), Some(days)) => is_bounded(&found.put, now, days),
        (Ok(_), None) => panic!("taken though nothing is kept"),
        (Err(refusal), _) => assert!(refusal != Refusal::NoRoom, "only the caller knows"),
    }
}

fn now() -> Option<Moment> {
    Moment::parse("2026-11-26T12:00:00.000Z")
}

/// The file says nothing that is over, and can be taken where nothing is.
fn is_saved(here: &Map<String, Value>, now: Moment) {
    let file = saved(here, now);
    assert_eq!(file, saved(here, now), "two runs");
    let back = taken(&file, &Map::new(), now, Some(365));
    assert!(
        back.is_ok() || here.len() > 5_000,
        "an own file is refused: {back:?}"
    );
}

fn is_bounded(put: &Map<String, Value>, now: Moment, days: u32) {
    for (key, one) in put {
        let moment = |name: &str| one.get(name)?.as_str().and_then(Moment::parse);
        let (Some(at), Some(until)) = (moment("at"), moment("until")) else {
            panic!("without its moments");
        };
        assert!(at <= now, "done in the future");
        assert!(
            until > now && until <= now.plus_days(days),
            "kept for too long"
        );
        assert!(!key.is_empty() && key.len() <= 8_000, "its name");
    }
    let file = saved(put, now);
    let back = taken(&file, &Map::new(), now, Some(days));
    assert_eq!(back.map(|back| back.put), Ok(put.clone()), "taken again");
}
