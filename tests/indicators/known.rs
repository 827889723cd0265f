//! The list of known identifiers can be switched off, and says so.

use super::{case, lines, today};
use touchstone::indicators::{Given, assess_with};
use touchstone::report::{Assessment, Level};

const PAGE: &str = r#"[{"platform":"github","name":"Edda Crane","headline":"Engineer",
    "about":"I write about maps, and keep the tools of a small harbour club running since many years.",
    "handles":[{"platform":"github","name":"invented-two-sources","own":true}]}]"#;

fn check(without_known: bool, expect: (Level, i32)) -> Assessment {
    let given = Given {
        without_known,
        ..Given::default()
    };
    let found = assess_with(&case(PAGE), today(), given);
    assert_eq!((found.level, found.bits.0), expect);
    found
}

#[test]
fn the_list_can_be_switched_off() {
    let on = check(false, (Level::WorthChecking, 50));
    assert!(on.not_checked.iter().all(|one| one.reason != "list-off"));
    let off = check(true, (Level::NothingStoodOut, 0));
    assert!(lines(&off).all(|hit| !hit.id.starts_with("known/")));
    assert!(off.not_checked.iter().any(|one| one.reason == "list-off"));
}

/// Nothing of the list can be read: no names, no numbers, no values.
#[test]
fn the_list_holds_digests_only() {
    for file in ["known.tsv", "known-invented.tsv"] {
        let text = std::fs::read_to_string(format!("src/indicators/{file}")).unwrap();
        for row in text.lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
            assert_eq!(cells[0].len(), 16, "{file}");
            assert!(cells[0].chars().all(hex), "{file}");
            assert_eq!(cells.len(), 4, "{file}");
            let code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == ',';
            assert!(cells[3].chars().all(code), "{file}");
        }
    }
}
