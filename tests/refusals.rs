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
    clippy::indexing_slicing,
    missing_docs
)]

#[allow(dead_code, clippy::pedantic)]
#[path = "../build/indicators.rs"]
mod indicators;
#[allow(dead_code, clippy::pedantic)]
#[path = "../build/steps.rs"]
mod steps;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The build reads below the current folder, and a process has one.
static ALONE: Mutex<()> = Mutex::new(());

/// A copy of the list, which is the current folder as long as it is there.
struct List {
    root: PathBuf,
    build: fn(&Path) -> Vec<String>,
    _alone: MutexGuard<'static, ()>,
}

impl List {
    /// A copy that this part of the build accepts.
    fn right(build: fn(&Path) -> Vec<String>) -> Self {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = std::env::temp_dir().join(format!("touchstone-refusals-{}", std::process::id()));
        for folder in ["indicators", "lang", "profile", "report", "steps"] {
            let folder = Path::new("src").join(folder);
            copy(&here.join(&folder), &root.join(&folder));
        }
        std::fs::copy(here.join("src/score.rs"), root.join("src/score.rs")).unwrap();
        std::env::set_current_dir(&root).unwrap();
        // What it writes stays beside the copy: the package's own is in use.
        assert_eq!(
            build(&root),
            Vec::<String>::new(),
            "the list itself is right"
        );
        Self {
            root,
            build,
            _alone: alone,
        }
    }

    /// The problems when `from` stands as `to` in `file`.
    fn problems_with(&self, file: &str, from: &str, to: &str) -> Vec<String> {
        let path = self.root.join(file);
        let right = std::fs::read_to_string(&path).unwrap();
        assert!(right.contains(from), "{file} does not hold {from}");
        std::fs::write(&path, right.replacen(from, to, 1)).unwrap();
        let problems = (self.build)(&self.root);
        std::fs::write(&path, right).unwrap();
        problems
    }

    fn check(&self, file: &str, from: &str, to: &str, expect: &str) {
        let problems = self.problems_with(file, from, to);
        let found = problems.iter().any(|problem| problem.starts_with(expect));
        assert!(
            found,
            "{from} → {to}\n  expected {expect}\n  said {problems:#?}"
        );
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let _ = std::env::set_current_dir(env!("CARGO_MANIFEST_DIR"));
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
    let list = List::right(indicators::problems);
    let check = |file: &str, from: &str, to: &str, expect: &str| list.check(file, from, to, expect);
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
        &format!("{TICKED}:2: stage is sourcing, applied"),
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

const STEPS: &str = "src/steps/interview.toml";
const ROLES: &str = "src/steps/roles.toml";
const FRENCH_STEPS: &str = "src/lang/fr/steps.toml";

#[test]
fn steps_that_are_wrong_stop_the_build_with_file_line_and_reason() {
    let list = List::right(steps::problems);
    let check = |file: &str, from: &str, to: &str, expect: &str| {
        list.check(file, from, to, &format!("{file}:{expect}"));
    };
    // The first step begins on line 3, its texts on line 14.
    let title = "title = \"Meet on camera, under the name of the application\"";
    check(STEPS, "effort = ", "efort = ", "6: unknown field `efort`");
    check(
        STEPS,
        "liveness = true",
        "liveness = true\ncolour = 1",
        "8: unknown field `colour`",
    );
    check(
        STEPS,
        "id = \"camera-on\"",
        "id = \"Camera on\"",
        "4: an id is words-in-lower-case",
    );
    check(
        STEPS,
        "id = \"live-gestures\"",
        "id = \"camera-on\"",
        "20: a second step camera-on; interview has one",
    );
    check(
        STEPS,
        "depth = \"basic\"",
        "depth = \"deep\"",
        "5: depth is basic",
    );
    check(
        STEPS,
        "effort = \"call\"",
        "effort = \"\"",
        "6: effort is look",
    );
    check(
        "src/steps/offer.toml",
        "effort = \"look\"",
        "effort = \"look\"\nliveness = true",
        "7: liveness is a matter of interviews",
    );
    check(
        STEPS,
        "source = \"IC3-23\"",
        "source = \"HEARSAY\"",
        "10: unknown source key",
    );
    check(
        STEPS,
        "date = \"2023-10-18\"",
        "date = \"then\"",
        "10: date is YYYY",
    );
    check(STEPS, title, "title = \"\"", "15: a text is empty");
    check(
        STEPS,
        title,
        "title = \"Meet {name} on camera\"",
        "15: nothing fills a {place}",
    );
    check(
        STEPS,
        title,
        "title = \"Meet on camera.\"",
        "15: a title is one line",
    );
    check(
        STEPS,
        title,
        "title = \"Spot a fake face\"",
        "15: never say «fake»",
    );
    check(STEPS, title, "", "14: missing field `title`");
    check(
        STEPS,
        title,
        &format!("of = \"0\"\n{title}"),
        "16: of belongs into a translation",
    );
    let text = std::fs::read_to_string(STEPS).unwrap();
    let (_, rest) = text.split_once("references = [\n").unwrap();
    let (rows, _) = rest.split_once("]\n").unwrap();
    check(STEPS, rows, "", "4: no reference");

    // Indicators that a person ticks: each beside one step of its stage.
    let first = "\"interview/camera-stays-off\"";
    check(
        STEPS,
        first,
        "\"interview/camera-off\"",
        "8: no indicator interview/camera-off",
    );
    check(
        STEPS,
        first,
        "\"claims/superlatives\"",
        "8: no indicator claims/superlatives",
    );
    check(
        STEPS,
        first,
        "\"offer/payee-of-another-name\"",
        "8: offer/payee-of-another-name belongs to the stage offer",
    );
    check(
        STEPS,
        "[\"interview/liveness-not-shown\"]",
        "[\"interview/camera-stays-off\"]",
        "24: interview/camera-stays-off stands beside camera-on already",
    );
    check(
        STEPS,
        &format!("{first}, "),
        "",
        "1: no step ticks interview/camera-stays-off",
    );

    // Roles.
    list.check(
        "src/steps/role.rs",
        "    Health,\n",
        "    Fishing,\n",
        &format!("{ROLES}:1: sector has exactly the values Technology, Fishing"),
    );
    check(
        ROLES,
        "depth = \"thorough\"",
        "points = 3\ndepth = \"thorough\"",
        "5: unknown field `points`",
    );
    check(
        ROLES,
        "name = \"Remote\"",
        "name = \"\"",
        "10: a text is empty",
    );

    // Translations: stale, missing, of nothing, and a language without any.
    list.check(
        STEPS,
        title,
        "title = \"Meet on camera\"",
        &format!("{FRENCH_STEPS}:"),
    );
    check(
        FRENCH_STEPS,
        "[step.camera-on]",
        "[step.camera-off]",
        "1: no texts of camera-on; of = \"",
    );
    check(
        FRENCH_STEPS,
        "[role.remote.yes]",
        "[role.remote.never]",
        "1: no texts of remote/yes; of = \"",
    );
    check(
        FRENCH_STEPS,
        "[step.announce-checks]",
        "[step.other]\ntitle = \"a\"\nhow = \"b\"\nwhy = \"c\"\n[step.announce-checks]",
        "7: no step or value other",
    );
    std::fs::create_dir(list.root.join("src/lang/xx")).unwrap();
    let lacks =
        "src/lang/xx/steps.toml:1: this language lacks the file; src/lang/fr/steps.toml shows it";
    assert_eq!(steps::problems(&list.root), [lacks]);
    std::fs::remove_dir(list.root.join("src/lang/xx")).unwrap();
    std::fs::write(list.root.join("src/steps/lunch.toml"), "").unwrap();
    let problems = steps::problems(&list.root);
    assert!(
        problems[0].starts_with("src/steps/lunch.toml:1: no such stage: sourcing"),
        "{problems:?}"
    );
}
