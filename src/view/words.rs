//! The words of the controls around the report, which scripts make because they outlive a
//! painting: a text that is being pasted must not go with it.

use crate::lang::{Key, Lang, key, text};
use std::collections::BTreeMap;

const WORDS: &[(&str, Key)] = &[
    ("tab", key::DESK_ACTION_TAB),
    ("candidate", key::DESK_ACTION_CANDIDATE),
    ("view", key::DESK_ACTION_VIEW),
    ("add", key::DESK_ACTION_ADD),
    ("add-tab", key::DESK_ACTION_ADD_TAB),
    ("add-tab-closed", key::DESK_ACTION_ADD_TAB_CLOSED),
    ("add-tab-off", key::DESK_ACTION_ADD_TAB_OFF),
    ("add-closed", key::DESK_ACTION_ADD_CLOSED),
    ("choose", key::DESK_ACTION_CHOOSE),
    ("drop", key::DESK_ACTION_DROP),
    ("paste", key::DESK_ACTION_PASTE),
    ("paste-add", key::DESK_ACTION_PASTE_ADD),
    ("paste-name", key::DESK_ACTION_PASTE_NAME),
    ("popup", key::DESK_ACTION_POPUP),
    ("opening", key::DESK_ACTION_OPENING),
    ("reading", key::DESK_ACTION_READING),
    ("stop", key::DESK_ACTION_STOP),
    ("stopped", key::DESK_ACTION_STOPPED),
    ("added", key::DESK_ACTION_ADDED),
    ("failed", key::DESK_ACTION_FAILED),
    ("not-in-page", key::DESK_NOT_IN_PAGE),
    ("no-room", key::DESK_ACTION_NO_ROOM),
    ("too-many", key::DESK_ACTION_TOO_MANY),
    ("copied", key::NOTE_COPIED),
    ("refused", key::NOTE_REFUSED),
];

/// All of them in one language.
pub fn words(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    let said = |(name, key): &(&'static str, Key)| (*name, text(lang, *key));
    WORDS.iter().map(said).collect()
}
