//! How much of the real pages is read right. They name real people and are not committed: they lie in `../shared`,
//! or where `TOUCHSTONE_SHARED` says. Prints counts only, never a name or a word of a page.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use touchstone::profile::{Found, Words};
use touchstone::readers::{Gate, Reading, read};
use touchstone::report::reading_json;

/// Its timeline is drawn by a script and is empty in the saved file.
const DRAWN_BY_SCRIPT: &str = "portfolio/7.html";

/// What is known of a page.
struct Gold {
    file: String,
    person: bool,
    name: String,
    headline_starts: String,
    location_contains: String,
    has_experience: bool,
}

fn shared() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("TOUCHSTONE_SHARED").map_or_else(beside, PathBuf::from)
}

/// The columns of a table of tab-separated values, without its head.
fn table(path: &Path) -> Option<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(path).ok()?;
    let rows = text.lines().skip(1).filter(|line| !line.is_empty());
    let cells = rows.map(|line| line.split('\t').map(str::to_owned).collect());
    Some(cells.collect())
}

fn gold(row: &[String]) -> Gold {
    let cell = |at: usize| row.get(at).cloned().unwrap_or_default();
    Gold {
        file: cell(0),
        person: matches!(cell(1).as_str(), "profile" | "details"),
        name: cell(2),
        headline_starts: cell(3),
        location_contains: cell(4),
        has_experience: cell(5) == "1",
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(found: &Found<Words>) -> String {
    found
        .seen()
        .map_or_else(String::new, |words| plain(&words.text))
}

/// The name as the report shows it.
fn name(reading: &Reading) -> String {
    let json = reading_json(reading);
    plain(json["profile"]["name"].as_str().unwrap_or_default())
}

/// Pages on which a field is listed, and those on which it was read right.
#[derive(Default)]
struct Count {
    right: usize,
    listed: usize,
    wrong: Vec<String>,
}

impl Count {
    fn add(&mut self, file: &str, right: bool) {
        self.listed += 1;
        self.right += usize::from(right);
        if !right {
            self.wrong.push(file.to_owned());
        }
    }

    /// At least 95 of 100.
    fn is_enough(&self) -> bool {
        self.right * 100 >= self.listed * 95
    }

    fn print(&self, what: &str) {
        println!("{what}: {} of {}", self.right, self.listed);
        if !self.wrong.is_empty() {
            println!("  not on {}", self.wrong.join(", "));
        }
    }
}

#[test]
fn real_pages_are_read_right() {
    let pages = shared().join("pages");
    let (Some(rows), Some(index)) = (
        table(&pages.join("GOLD.tsv")),
        table(&pages.join("INDEX.tsv")),
    ) else {
        println!("shared pages absent: not measured");
        return;
    };
    let urls: HashMap<&str, &str> = index
        .iter()
        .map(|row| (row[0].as_str(), row[1].as_str()))
        .collect();
    let (mut names, mut headlines, mut locations) =
        (Count::default(), Count::default(), Count::default());
    let (mut dated, mut nobody, mut people) =
        (Count::default(), Count::default(), Count::default());
    for gold in rows.iter().map(|row| gold(row)) {
        let bytes = std::fs::read(pages.join("html").join(&gold.file)).unwrap();
        let reading = read(urls[gold.file.as_str()], &String::from_utf8_lossy(&bytes));
        let profile = &reading.profile;
        if !gold.person {
            nobody.add(&gold.file, reading.gate != Gate::Person);
            continue;
        }
        people.add(&gold.file, reading.gate == Gate::Person);
        if !gold.name.is_empty() {
            names.add(&gold.file, name(&reading) == plain(&gold.name));
        }
        if !gold.headline_starts.is_empty() {
            let right = words(&profile.headline).starts_with(&plain(&gold.headline_starts));
            headlines.add(&gold.file, right);
        }
        if !gold.location_contains.is_empty() {
            let right = words(&profile.location).contains(&plain(&gold.location_contains));
            locations.add(&gold.file, right);
        }
        if gold.has_experience {
            let start = profile.positions.items().iter().any(|position| {
                position
                    .dates
                    .as_ref()
                    .is_some_and(|dates| dates.start.is_some())
            });
            dated.add(&gold.file, start);
        }
    }
    let without =
        dated.listed - usize::from(dated.wrong.iter().any(|file| file == DRAWN_BY_SCRIPT));
    people.print("persons' pages taken for such");
    nobody.print("other pages taken for nobody's");
    names.print("names");
    headlines.print("headlines");
    locations.print("locations");
    dated.print("experience with a start date");
    println!(
        "  without the page whose timeline a script draws: {} of {without}",
        dated.right
    );
    assert_eq!(
        nobody.right, nobody.listed,
        "somebody was read on nobody's page"
    );
    for (what, count) in [
        ("names", &names),
        ("headlines", &headlines),
        ("locations", &locations),
        ("experience", &dated),
    ] {
        assert!(count.listed > 0 && count.is_enough(), "{what}");
    }
}
