//! A file of the list that is wrong stops the build, with the file, the line and the reason.
//!
//! The build's own code runs over a copy of the list in which one place was spoilt. Samples that
//! do not do what they say stop `touchstone indicators --check`, which building the extension
//! runs: only the engine can tell.

// Helpers of tests may unwrap and index as tests do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::too_many_lines,
    missing_docs
)]

#[allow(dead_code, clippy::pedantic)]
#[path = "../build/indicators.rs"]
mod build;

use std::path::{Path, PathBuf};

/// A copy of the list.
struct List {
    root: PathBuf,
}

impl List {
    fn new() -> Self {
        let root = std::env::temp_dir().join(format!("touchstone-refusals-{}", std::process::id()));
        for folder in ["src/indicators", "src/lang", "src/profile", "src/report"] {
            copy(Path::new(folder), &root.join(folder));
        }
        std::fs::copy("src/score.rs", root.join("src/score.rs")).unwrap();
        Self { root }
    }

    /// The problems when `from` stands as `to` in `file`.
    fn problems_with(&self, file: &str, from: &str, to: &str) -> Vec<String> {
        let path = self.root.join(file);
        let right = std::fs::read_to_string(&path).unwrap();
        assert!(right.contains(from), "{file} does not hold {from}");
        std::fs::write(&path, right.replacen(from, to, 1)).unwrap();
        let problems = build::problems();
        std::fs::write(&path, right).unwrap();
        problems
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

const FILE: &str = "src/indicators/claims/superlatives.toml";
const CHECKED: &str = "src/indicators/person/own-site.toml";
const TICKED: &str = "src/indicators/interview/another-person.toml";
const FRENCH: &str = "src/lang/fr/indicators.toml";
const TITLE: &str = "title = \"Several words of praise\"";

#[test]
fn what_is_wrong_stops_the_build_with_file_line_and_reason() {
    let list = List::new();
    std::env::set_current_dir(&list.root).unwrap();
    assert_eq!(
        build::problems(),
        Vec::<String>::new(),
        "the list itself is right"
    );
    let check = |file: &str, from: &str, to: &str, expect: &str| {
        let problems = list.problems_with(file, from, to);
        let found = problems.iter().any(|problem| problem.starts_with(expect));
        assert!(
            found,
            "{from} → {to}\n  expected {expect}\n  said {problems:#?}"
        );
    };
    let at = |line: u32, reason: &str| format!("{FILE}:{line}: {reason}");

    check(
        FILE,
        "status = \"stable\"",
        "statsu = \"stable\"",
        &at(1, "unknown field `statsu`"),
    );
    check(
        FILE,
        "status = \"stable\"",
        "status = \"sure\"",
        &at(1, "status is stable, trial or retired"),
    );
    check(
        FILE,
        "bits = 1.2",
        "bits = 12.0",
        &at(2, "bits are whole tenths from -4.0 to 8.0"),
    );
    check(
        FILE,
        "bits = 1.2",
        "bits = 1.25",
        &at(2, "bits are whole tenths"),
    );
    check(
        FILE,
        "bits = 1.2",
        "bits = -1.2",
        &at(2, "below zero for the person"),
    );
    check(
        FILE,
        "status = \"stable\"",
        "status = \"trial\"",
        &at(2, "on trial: bits must be 0"),
    );
    check(
        FILE,
        "kind = \"soft\"",
        "kind = \"hard\"",
        &at(3, "unknown kind"),
    );
    check(
        FILE,
        "kind = \"measured\"",
        "kind = \"guessed\"",
        &at(4, "basis is judged with a note"),
    );
    check(
        FILE,
        "ordinary = [",
        "ordinary = [9999, 1], x = [",
        &at(4, "unknown field `x`"),
    );
    check(
        FILE,
        "reads = [\"headline\", ",
        "reads = [\"hedline\", ",
        &at(5, "unknown field hedline"),
    );
    check(
        FILE,
        "shown_on = [\"github\"]",
        "shown_on = [\"guthib\"]",
        &at(6, "unknown platform guthib"),
    );
    check(
        FILE,
        "shown_on = [\"github\"]",
        "shown_on = []",
        &at(1, "shown nowhere: status must be trial"),
    );
    check(
        FILE,
        "[\"great\", ",
        "[\"..\", \"great\", ",
        &at(8, "«..» must begin with a word"),
    );
    check(
        FILE,
        "[\"great\", ",
        "[\"gré\", \"great\", ",
        &at(8, "«gré»: write it without diacritics"),
    );
    check(
        FILE,
        "source = \"KETMAN\"",
        "source = \"HEARSAY\"",
        &at(13, "unknown source key"),
    );
    check(
        FILE,
        "date = \"2026-11\"",
        "date = \"11/2026\"",
        &at(12, "date is YYYY"),
    );
    check(
        FILE,
        "review_by = \"2027-11\"",
        "review_by = \"2027-13\"",
        &at(15, "review_by is YYYY-MM"),
    );
    check(
        FILE,
        TITLE,
        "title = \"A fake page\"",
        &at(17, "en: never say «fake»"),
    );
    check(FILE, TITLE, "title = \"\"", &at(17, "en: a text is empty"));
    check(
        FILE,
        TITLE,
        &format!("{TITLE}\n{TITLE}"),
        &at(19, "duplicate key"),
    );
    check(
        FILE,
        "[[silent]]\nbecause = \"close",
        "[[shout]]\nbecause = \"close",
        &at(34, "unknown field `shout`"),
    );
    check(
        FILE,
        "because = \"two of them\"",
        "today = \"soon\"\nbecause = \"two of them\"",
        &at(24, "today is YYYY-MM-DD"),
    );
    check(
        CHECKED,
        "check = \"own_site\"",
        "check = \"own_sight\"",
        &format!("{CHECKED}:7: no such file in checks/"),
    );

    // A stale and a missing translation, and one of nothing.
    check(
        FILE,
        TITLE,
        "title = \"Many words of praise\"",
        &format!("{FRENCH}:"),
    );
    check(
        FRENCH,
        "[\"claims/superlatives\"]",
        "[\"claims/superlative\"]",
        &format!("{FILE}:1: no texts in fr"),
    );
    check(
        FRENCH,
        "[\"claims/superlatives\"]",
        "[\"claims/superlatives\"]\n[\"claims/superlatives\"]",
        &format!("{FRENCH}:"),
    );

    check(
        FRENCH,
        "Quand avez-vous mis {technology}",
        "Quand avez-vous mis {techno}",
        &format!("{FRENCH}:"),
    );

    // What a person ticks is never automated, and has a stage.
    check(
        TICKED,
        "stage = \"interview\"",
        "stage = \"lunch\"",
        &format!("{TICKED}:2: stage is applied"),
    );
    check(
        TICKED,
        "observed = \"person\"",
        "observed = \"camera\"",
        &format!("{TICKED}:1: observed is person"),
    );
    check(
        TICKED,
        "observed = \"person\"",
        "observed = \"person\"\ncheck = \"own_site\"",
        &format!("{TICKED}:1: a person ticks it"),
    );

    // Tables.
    check(
        "src/indicators/known.tsv",
        "\t1\t",
        "\t0\t",
        "src/indicators/known.tsv:3: one to nine independent sources",
    );
    check(
        "src/indicators/known.tsv",
        "\tTAYV\n",
        "\tNOBODY\n",
        "src/indicators/known.tsv:3: a code is no row of known-sources.tsv",
    );
    check(
        "src/indicators/data/technologies.toml",
        "checked = \"document\"",
        "checked = \"surely\"",
        "src/indicators/data/technologies.toml:1: row ",
    );
    check(
        "src/indicators/groups.toml",
        "cap = 2.0",
        "cap = 0.0",
        "src/indicators/groups.toml:1: ",
    );
    check(
        "src/indicators/rates.tsv",
        "\tclaims/superlatives\t",
        "\tclaims/superlative\t",
        "src/indicators/rates.tsv:12: no such line",
    );
    check(
        "src/indicators/rates.tsv",
        "\t246",
        "\tmany",
        "src/indicators/rates.tsv:4: a count is a number",
    );
    let first = std::fs::read_to_string("src/indicators/known.tsv").unwrap();
    let digest = first.lines().find(|line| !line.starts_with('#')).unwrap();
    let digest = digest.split('\t').next().unwrap().to_owned();
    check(
        "src/indicators/removed.tsv",
        "#",
        &format!("{digest}\t2026-11-24\n#"),
        "src/indicators/known.tsv:3: this digest was removed",
    );
}
