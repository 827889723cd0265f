//! The reader and the extension take the same addresses for candidates' pages: both are held to
//! tests/data/addresses.tsv, this one here, the other in tests/browser/platforms.test.js.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use touchstone::profile::Platform;
use touchstone::readers::candidate_on;

const ADDRESSES: &str = include_str!("data/addresses.tsv");

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = ADDRESSES.lines().skip(1);
    rows.map(|row| row.split_once('\t').unwrap())
}

fn name(platform: Platform) -> String {
    let name = serde_json::to_value(platform).unwrap();
    name.as_str().unwrap().to_owned()
}

#[test]
fn addresses_are_taken_for_the_platforms_they_are() {
    for (platform, address) in rows() {
        let found = candidate_on(address).map_or_else(|| "-".to_owned(), name);
        assert_eq!(found, platform, "{address}");
    }
}

#[test]
fn every_platform_has_its_addresses_and_some_that_are_not() {
    let named: BTreeSet<&str> = rows().map(|(platform, _)| platform).collect();
    assert_eq!(named.len(), 24, "{named:?}");
    assert!(rows().filter(|(platform, _)| *platform == "-").count() >= named.len());
}

/// An address of any length is answered, and soon.
#[test]
fn long_addresses_are_nobodys() {
    for host in ["app.ashbyhq.com", "www.linkedin.com", "www.xing.com"] {
        let deep = format!(
            "https://{host}/candidates/{}",
            "right-side/".repeat(100_000)
        );
        assert_eq!(candidate_on(&deep), None, "{host}");
    }
}
