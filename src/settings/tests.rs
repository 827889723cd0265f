//! What holds, where it comes from, and what is refused.

use super::*;
use serde_json::{Value, json};

/// The settings that hold, and their rows as JSON.
fn held(user: &Value, policy: &Value) -> (Value, Vec<Row>) {
    let policy = Some(policy).filter(|policy| !policy.is_null());
    let found = in_force(user, policy);
    (json!(found.settings), found.rows)
}

#[test]
fn nothing_chosen_and_nothing_set() {
    let (settings, rows) = held(&Value::Null, &Value::Null);
    let expect = json!({
        "allowed": null, "corners": {}, "off": [], "known": true, "asked": false, "language": null,
        "one_in": null, "keep_days": null, "links": true, "snooze_until": null,
    });
    for (name, value) in expect.as_object().unwrap() {
        assert_eq!(&settings[name], value, "{name}");
    }
    let platforms = settings["platforms"].as_object().unwrap();
    assert_eq!(platforms.len(), PLATFORMS.len());
    let read_alone = platforms.iter().filter(|(_, one)| one["read"] == "auto");
    let read_alone: Vec<_> = read_alone.map(|(id, _)| id).collect();
    assert_eq!(read_alone, ["github", "upwork"]);
    assert_eq!(
        settings["platforms"]["linkedin"],
        json!({"read": "unset", "badge": false})
    );
    assert!(
        rows.iter()
            .all(|row| row.from == From::Default && row.refused.is_none())
    );
    assert!(in_force(&Value::Null, None).first_run);
}

#[test]
fn whatever_is_wrong_in_the_users_storage_falls_back() {
    let check = |user: Value, name: &str, expect: Value| {
        assert_eq!(held(&user, &Value::Null).0[name], expect, "{user}");
    };
    for user in [
        json!(7),
        json!("x"),
        json!([]),
        json!({"later": 1}),
        json!({"known": []}),
    ] {
        check(user, "known", json!(true));
    }
    check(json!({"known": false}), "known", json!(false));
    check(json!({"off": "github.com"}), "off", json!(["github.com"]));
    check(
        json!({"off": ["github.com", 7, "a b", ""]}),
        "off",
        json!(["github.com"]),
    );
    check(json!({"off": 7}), "off", json!([]));
    check(json!({"one_in": 200}), "one_in", json!(200));
    for wrong in [
        json!(1),
        json!(100_001),
        json!(-5),
        json!(2.5),
        json!({}),
        json!("many"),
    ] {
        check(json!({ "one_in": wrong }), "one_in", Value::Null);
    }
    check(json!({"keep_days": null}), "keep_days", Value::Null);
    check(json!({"keep_days": 0}), "keep_days", Value::Null);
    check(json!({"keep_days": 366}), "keep_days", Value::Null);
    check(json!({"keep_days": 365}), "keep_days", json!(365));
    check(json!({"language": "fr"}), "language", json!("fr"));
    check(json!({"language": "tlh"}), "language", Value::Null);
    check(json!({"asked": "yes"}), "asked", json!(false));
    check(
        json!({"corners": {"a.com": "top-left", "b.com": "middle"}}),
        "corners",
        json!({"a.com": "top-left"}),
    );
    let noon = "2026-11-24T12:00:00.000Z";
    check(json!({ "snooze_until": noon }), "snooze_until", json!(noon));
    for wrong in [
        "tomorrow",
        "2026-11-24",
        "2026-11-24T12:00:00.000Z and more",
        "",
    ] {
        check(
            json!({ "snooze_until": wrong }),
            "snooze_until",
            Value::Null,
        );
    }
    let platforms = json!({"platforms": {"github": {"read": "click"}, "xing": {"read": 7, "badge": "no"}, "none": {"read": "auto"}}});
    let (settings, _) = held(&platforms, &Value::Null);
    assert_eq!(
        settings["platforms"]["github"],
        json!({"read": "click", "badge": true})
    );
    assert_eq!(
        settings["platforms"]["xing"],
        json!({"read": "click", "badge": true})
    );
    assert_eq!(settings["platforms"].get("none"), None);
}

/// The one row of a setting that holds.
#[allow(clippy::needless_pass_by_value)] // rows of a table
fn check_row(user: Value, policy: Value, name: &str, expect: (Value, From)) {
    let (_, rows) = held(&user, &policy);
    let mut found = rows
        .iter()
        .filter(|row| row.name == name && row.refused.is_none());
    let row = found
        .next()
        .unwrap_or_else(|| panic!("{policy}: no row {name}"));
    assert_eq!((row.value.clone(), row.from), expect, "{user} {policy}");
    assert_eq!(found.next(), None, "{name} once");
}

#[test]
fn each_value_says_where_it_comes_from() {
    let none = || json!({});
    check_row(
        none(),
        json!({"keepDays": 30}),
        "keepDays",
        (json!(30), From::Policy),
    );
    check_row(
        none(),
        json!({"keepDays": " 30 "}),
        "keepDays",
        (json!(30), From::Policy),
    );
    check_row(
        none(),
        json!({"keepDays": 30.0}),
        "keepDays",
        (json!(30), From::Policy),
    );
    check_row(
        json!({"keep_days": 7}),
        json!({"keepDays": 30}),
        "keepDays",
        (json!(7), From::User),
    );
    check_row(
        json!({"keep_days": 0}),
        json!({"keepDays": 30}),
        "keepDays",
        (json!(0), From::User),
    );
    let locked = json!({"keepDays": 30, "locked": ["keepDays"]});
    check_row(
        json!({"keep_days": 7}),
        locked,
        "keepDays",
        (json!(30), From::PolicyLocked),
    );
    check_row(
        json!({"keep_days": 7}),
        json!({"locked": "keepDays, known"}),
        "keepDays",
        (json!(0), From::PolicyLocked),
    );
    check_row(
        none(),
        json!({"known": "False"}),
        "known",
        (json!(false), From::Policy),
    );
    check_row(
        none(),
        json!({"known": 0}),
        "known",
        (json!(false), From::Policy),
    );
    check_row(
        json!({"known": true}),
        json!({"known": false}),
        "known",
        (json!(true), From::User),
    );
    check_row(
        none(),
        json!({"language": "FR"}),
        "language",
        (json!("fr"), From::Policy),
    );
    check_row(
        json!({"language": "browser"}),
        json!({"language": "fr"}),
        "language",
        (json!("browser"), From::User),
    );
    check_row(
        none(),
        json!({"oneIn": "200"}),
        "oneIn",
        (json!(200), From::Policy),
    );
    check_row(
        none(),
        json!({"links": false, "locked": ["links"]}),
        "links",
        (json!(false), From::PolicyLocked),
    );
    check_row(
        none(),
        json!({"firstRun": "false"}),
        "firstRun",
        (json!(false), From::PolicyLocked),
    );
}

#[test]
fn a_lock_holds_for_one_platform_or_for_all() {
    let none = || json!({});
    let read = json!({"platforms": {"github": "click"}, "locked": ["platforms.github"]});
    check_row(
        none(),
        read.clone(),
        "platforms.github",
        (json!("click"), From::PolicyLocked),
    );
    check_row(
        none(),
        read.clone(),
        "platforms.upwork",
        (json!("auto"), From::Default),
    );
    check_row(none(), read, "badges.github", (json!(true), From::Default));
    let all = json!({"platforms": {"github": "click"}, "badges": {"github": "no"}, "locked": ["platforms"]});
    check_row(
        none(),
        all.clone(),
        "platforms.xing",
        (json!("click"), From::PolicyLocked),
    );
    check_row(none(), all, "badges.github", (json!(true), From::Default));
}

#[test]
fn an_administrator_adds_sites_or_replaces_the_users() {
    let check = |policy: Value, off: &[&str], name: &str, from: From| {
        let (settings, rows) = held(&json!({"off": ["own.example", "b.example"]}), &policy);
        assert_eq!(settings["off"], json!(off), "{policy}");
        assert!(
            rows.iter().any(|row| row.name == name && row.from == from),
            "{policy}: {rows:?}"
        );
    };
    check(
        json!({"off": ["a.example"]}),
        &["own.example", "b.example"],
        "off",
        From::User,
    );
    check(
        json!({"offAdd": "b.example A.example"}),
        &["own.example", "b.example", "a.example"],
        "offAdd",
        From::PolicyAdded,
    );
    check(
        json!({"offReplace": ["a.example"], "offAdd": ["c.example"]}),
        &["a.example"],
        "offReplace",
        From::PolicyLocked,
    );
    check(
        json!({"off": ["a.example"], "locked": ["off"], "offAdd": ["c.example"]}),
        &["a.example", "c.example"],
        "off",
        From::PolicyLocked,
    );
}

#[test]
fn what_is_not_allowed_is_not_read() {
    let user = json!({"platforms": {"upwork": {"read": "auto", "badge": true}}});
    let (settings, rows) = held(
        &user,
        &json!({"platformsAllowed": ["github", "elsewhere", "other"]}),
    );
    assert_eq!(settings["allowed"], json!(["github", "other"]));
    assert_eq!(settings["platforms"]["github"]["read"], "auto");
    assert_eq!(
        settings["platforms"]["upwork"],
        json!({"read": "click", "badge": false})
    );
    let refused = rows.iter().find(|row| row.refused.is_some()).unwrap();
    assert_eq!(
        (&refused.value, refused.refused),
        (&json!("elsewhere"), Some(Reason::UnknownPlatform))
    );
    let (none, _) = held(&user, &json!({"platformsAllowed": []}));
    assert_eq!(none["allowed"], json!([]));
}

#[test]
fn nonsense_is_refused_with_a_reason_and_changes_nothing() {
    let before = in_force(&Value::Null, None).settings;
    let check = |name: &str, value: Value, shown: &str, reason: Reason| {
        let found = in_force(&Value::Null, Some(&json!({ name: value.clone() })));
        let refused: Vec<_> = found
            .rows
            .iter()
            .filter(|row| row.refused.is_some())
            .collect();
        assert_eq!(refused.len(), 1, "{name} {value}");
        assert_eq!(
            (&*refused[0].name, refused[0].refused),
            (shown, Some(reason)),
            "{value}"
        );
        assert_eq!(found.settings, before, "{name} {value}");
    };
    check("known", json!("perhaps"), "known", Reason::NotYesOrNo);
    check("known", json!(2), "known", Reason::NotYesOrNo);
    check("links", json!([]), "links", Reason::NotYesOrNo);
    check("firstRun", json!({}), "firstRun", Reason::NotYesOrNo);
    check("keepDays", json!("a month"), "keepDays", Reason::NotANumber);
    check("keepDays", json!(true), "keepDays", Reason::NotANumber);
    check("keepDays", json!(400), "keepDays", Reason::OutOfRange);
    check("keepDays", json!("-1"), "keepDays", Reason::OutOfRange);
    check("oneIn", json!(1), "oneIn", Reason::OutOfRange);
    check("oneIn", json!(1.5), "oneIn", Reason::NotANumber);
    check(
        "language",
        json!("elvish"),
        "language",
        Reason::UnknownLanguage,
    );
    check(
        "platforms",
        json!(["github"]),
        "platforms",
        Reason::NotNamed,
    );
    check(
        "platforms",
        json!({"github": "often"}),
        "platforms.github",
        Reason::NotAReading,
    );
    check(
        "platforms",
        json!({"myspace": "auto"}),
        "platforms.myspace",
        Reason::UnknownPlatform,
    );
    check(
        "badges",
        json!({"github": "often"}),
        "badges.github",
        Reason::NotYesOrNo,
    );
    check(
        "off",
        json!(["https://github.com/"]),
        "off",
        Reason::NotAHost,
    );
    check("offAdd", json!(7), "offAdd", Reason::NotAList);
    check("offAdd", json!([7]), "offAdd", Reason::NotAHost);
    check("locked", json!(["firstRun"]), "locked", Reason::UnknownName);
    check(
        "locked",
        json!(["platforms.myspace"]),
        "locked",
        Reason::UnknownPlatform,
    );
    check("keep_days", json!(30), "keep_days", Reason::UnknownName);
    assert_eq!(in_force(&Value::Null, Some(&json!("all"))).settings, before);
}

/// What is stored after an action.
#[allow(clippy::needless_pass_by_value)] // rows of a table
fn check_after(before: Value, action: Value, expect: Result<Value, Reason>) {
    let action: Action = serde_json::from_value(action).unwrap();
    assert_eq!(
        after(
            &before,
            Some(&json!({"off": ["p.example", "q.example"]})),
            &action
        ),
        expect
    );
}

#[test]
fn an_action_writes_what_it_is_about_and_nothing_else() {
    let none = || Value::Null;
    check_after(
        none(),
        json!({"act": "known", "on": false}),
        Ok(json!({"known": false})),
    );
    check_after(
        json!({"later": [1]}),
        json!({"act": "links", "on": true}),
        Ok(json!({"later": [1], "links": true})),
    );
    check_after(
        none(),
        json!({"act": "read", "of": "github", "value": "click"}),
        Ok(json!({"platforms": {"github": {"read": "click"}}})),
    );
    check_after(
        json!({"platforms": {"github": {"read": "auto", "badge": true}, "xing": 7}}),
        json!({"act": "badge", "of": "xing", "on": true}),
        Ok(
            json!({"platforms": {"github": {"read": "auto", "badge": true}, "xing": {"badge": true}}}),
        ),
    );
    check_after(
        none(),
        json!({"act": "read", "of": "myspace", "value": "auto"}),
        Err(Reason::UnknownPlatform),
    );
    check_after(
        none(),
        json!({"act": "read", "of": "github", "value": "often"}),
        Err(Reason::NotAReading),
    );
    check_after(
        none(),
        json!({"act": "language", "value": "fr"}),
        Ok(json!({"language": "fr"})),
    );
    check_after(
        none(),
        json!({"act": "language", "value": "browser"}),
        Ok(json!({"language": "browser"})),
    );
    check_after(
        none(),
        json!({"act": "language", "value": "xx"}),
        Err(Reason::UnknownLanguage),
    );
}

#[test]
fn an_action_with_what_is_typed_is_stored_or_refused() {
    let none = || Value::Null;
    check_after(
        none(),
        json!({"act": "one-in", "value": " 200"}),
        Ok(json!({"one_in": 200})),
    );
    check_after(
        json!({"one_in": 200}),
        json!({"act": "one-in", "value": ""}),
        Ok(json!({"one_in": 0})),
    );
    check_after(
        none(),
        json!({"act": "one-in", "value": "1"}),
        Err(Reason::OutOfRange),
    );
    check_after(
        none(),
        json!({"act": "one-in", "value": "few"}),
        Err(Reason::NotANumber),
    );
    check_after(
        none(),
        json!({"act": "keep", "on": true}),
        Ok(json!({"keep_days": 30})),
    );
    check_after(
        none(),
        json!({"act": "keep", "on": false}),
        Ok(json!({"keep_days": 0})),
    );
    check_after(
        none(),
        json!({"act": "keep-days", "value": "365"}),
        Ok(json!({"keep_days": 365})),
    );
    check_after(
        none(),
        json!({"act": "keep-days", "value": ""}),
        Err(Reason::OutOfRange),
    );
    check_after(
        json!({"off": ["a.example", "b.example"]}),
        json!({"act": "off-remove", "of": "a.example"}),
        Ok(json!({"off": ["b.example"]})),
    );
    check_after(
        none(),
        json!({"act": "off-remove", "of": "p.example"}),
        Ok(json!({"off": ["q.example"]})),
    );
    let noon = "2026-11-24T12:00:00.000Z";
    check_after(
        none(),
        json!({"act": "snooze", "until": noon}),
        Ok(json!({"snooze_until": noon})),
    );
    check_after(
        json!({"snooze_until": noon}),
        json!({"act": "wake"}),
        Ok(json!({})),
    );
    check_after(none(), json!({"act": "asked"}), Ok(json!({"asked": true})));
    assert!(serde_json::from_value::<Action>(json!({"act": "reset"})).is_err());
}

#[test]
fn every_language_of_the_screen_can_be_chosen() {
    for lang in crate::lang::Lang::ALL {
        let (settings, _) = held(&json!({"language": lang.code()}), &Value::Null);
        assert_eq!(settings["language"], lang.code());
    }
}

#[test]
fn every_setting_that_can_be_locked_is_locked() {
    for name in LOCKABLE {
        let policy = json!({ "locked": [name] });
        let found = in_force(&Value::Null, Some(&policy));
        let mine = |row: &&Row| row.name.split('.').next() == Some(*name);
        let rows: Vec<_> = found.rows.iter().filter(mine).collect();
        assert!(!rows.is_empty(), "{name}");
        assert!(
            rows.iter().all(|row| row.from == From::PolicyLocked),
            "{name}"
        );
        assert!(found.policy.locks(name) && !found.policy.is_empty());
    }
}
