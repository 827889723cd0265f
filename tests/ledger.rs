//! docs/indicators.md names every line of the list, and no line that is not there: what is in
//! the list and what is not, and why, is written down and stays so.

use std::collections::BTreeSet;
use touchstone::indicators::{groups, list};

/// What stands in backquotes and looks like the id of a line.
fn named(text: &str) -> BTreeSet<&str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter(|word| {
            let group = word.split_once('/').map(|(group, _)| group);
            group.is_some_and(|group| groups().iter().any(|one| one.id == group))
        })
        .collect()
}

#[test]
fn the_ledger_names_every_line_and_no_other() {
    let text = std::fs::read_to_string("docs/indicators.md").unwrap();
    let named = named(&text);
    let built: BTreeSet<&str> = list().iter().map(|indicator| indicator.id).collect();
    let missing: Vec<_> = built.difference(&named).collect();
    let gone: Vec<_> = named.difference(&built).collect();
    assert!(
        missing.is_empty(),
        "docs/indicators.md does not name {missing:?}"
    );
    assert!(
        gone.is_empty(),
        "docs/indicators.md names {gone:?}, which no file is"
    );
}

#[test]
fn every_exclusion_has_a_reason() {
    let text = std::fs::read_to_string("docs/indicators.md").unwrap();
    let left_out: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("| Left out"))
        .collect();
    assert!(left_out.len() > 20, "{}", left_out.len());
    for line in left_out {
        let reason = line.split_once(": ").map_or("", |(_, reason)| reason);
        assert!(reason.len() > 10, "no reason: {line}");
    }
}
