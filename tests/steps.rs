//! The verification steps: the same for everybody, each with what it rests on, and deeper roles
//! see all that shallower ones do.
//!
//! `TOUCHSTONE_BLESS=1 cargo test --test steps` rewrites the tables of docs/steps.md and fails, so
//! that a run with it is never mistaken for a passing one.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests may stop

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use touchstone::indicators::{list, stage};
use touchstone::lang::{Lang, Reference};
use touchstone::steps::{
    Access, Depth, Role, Sector, Stage, Step, StepTexts, beside, find, steps, steps_at, texts,
};

const DEPTHS: [Depth; 3] = [Depth::Basic, Depth::Thorough, Depth::Full];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn all() -> impl Iterator<Item = &'static Step> {
    Stage::ALL.into_iter().flat_map(steps)
}

fn said(lang: Lang, step: &Step) -> &'static StepTexts {
    texts(lang, step.id).unwrap_or_else(|| panic!("{}: no {}", step.id, lang.code()))
}

#[test]
fn every_stage_has_a_handful_of_steps_and_some_of_them_are_for_every_role() {
    for stage in Stage::ALL {
        let (all, basic) = (steps(stage).count(), steps_at(stage, Depth::Basic).count());
        assert!((5..=10).contains(&all), "{stage:?} has {all} steps");
        assert!(
            (2..=6).contains(&basic),
            "{stage:?} has {basic} basic steps"
        );
    }
    assert_eq!(all().count(), 45);
}

#[test]
fn what_a_person_ticks_stands_beside_exactly_one_step_of_its_stage() {
    let mut ticked = 0;
    for indicator in list() {
        let Some(stage) = stage(indicator.id) else {
            assert_eq!(beside(indicator.id), None, "{}", indicator.id);
            continue;
        };
        let places = all().filter(|step| step.ticks.contains(&indicator.id));
        let places: Vec<&Step> = places.collect();
        assert_eq!(places.len(), 1, "{}", indicator.id);
        assert_eq!(places.first().map(|step| step.stage), Some(stage));
        ticked += 1;
    }
    assert_eq!(ticked, all().map(|step| step.ticks.len()).sum::<usize>());
    assert_eq!(ticked, 22);
}

#[test]
fn a_deeper_role_sees_all_that_a_shallower_one_sees() {
    for stage in Stage::ALL {
        let shown = DEPTHS.map(|depth| -> BTreeSet<&str> {
            steps_at(stage, depth).map(|step| step.id).collect()
        });
        for pair in shown.windows(2) {
            let [less, more] = pair else { continue };
            assert!(less.is_subset(more), "{stage:?}");
        }
        let all: BTreeSet<&str> = steps(stage).map(|step| step.id).collect();
        assert_eq!(shown.last(), Some(&all), "{stage:?}");
    }
}

#[test]
fn the_interview_kit_has_its_liveness_steps() {
    let live = all().filter(|step| step.liveness);
    let live: Vec<&str> = live.map(|step| step.id).collect();
    assert_eq!(live, ["camera-on", "live-gestures", "document-beside-face"]);
    for id in live {
        assert_eq!(find(id).map(|step| step.stage), Some(Stage::Interview));
    }
}

/// All values of a role, as roles of that value alone.
fn roles() -> Vec<(String, Role)> {
    let role = |remote, sector, access: Option<Access>| Role {
        remote,
        sector,
        access: access.into_iter().collect(),
    };
    let remote = [true, false].map(|yes| (format!("remote {yes}"), role(Some(yes), None, None)));
    let sector = Sector::ALL.map(|sector| (format!("{sector:?}"), role(None, Some(sector), None)));
    let access = Access::ALL.map(|kind| (format!("{kind:?}"), role(None, None, Some(kind))));
    remote.into_iter().chain(sector).chain(access).collect()
}

#[test]
fn a_role_is_as_deep_as_its_deepest_value_and_says_why() {
    assert_eq!(Role::default().depth(), Depth::Basic);
    let mut whole = Role {
        remote: Some(true),
        sector: Some(Sector::Health),
        access: BTreeSet::new(),
    };
    let check = |role: &Role, depth: Depth, reasons: &[&str]| {
        assert_eq!(role.depth(), depth, "{role:?}");
        let said = role.reasons(Lang::En);
        let names: Vec<&str> = said.iter().map(|reason| reason.name).collect();
        assert_eq!(names, reasons, "{role:?}");
    };
    check(&whole, Depth::Thorough, &["Remote", "Health care"]);
    whole.access = [Access::Administration, Access::PatientData].into();
    let names = [
        "Remote",
        "Health care",
        "Patient data",
        "Administration rights",
    ];
    check(&whole, Depth::Full, &names);
    for (name, role) in roles() {
        for lang in Lang::ALL {
            let reasons = role.reasons(*lang);
            assert_eq!(reasons.is_empty(), role.depth() == Depth::Basic, "{name}");
            assert!(reasons.iter().all(|reason| reason.depth == role.depth()));
        }
        let mut more = whole.clone();
        more.sector = role.sector.or(more.sector);
        more.access.extend(&role.access);
        assert!(
            more.depth() >= role.depth() && more.depth() >= Depth::Full,
            "{name}"
        );
    }
}

#[test]
fn a_role_is_written_in_words_and_read_back() {
    let check = |json: &str, expect: &Role| {
        let role: Role = serde_json::from_str(json).unwrap();
        assert_eq!(role, *expect);
        assert_eq!(serde_json::to_string(&role).unwrap(), json);
    };
    check("{}", &Role::default());
    let role = Role {
        remote: Some(false),
        sector: Some(Sector::PublicAdministration),
        access: [Access::Code, Access::CustomerSystems].into(),
    };
    check(
        r#"{"remote":false,"sector":"public-administration","access":["code","customer-systems"]}"#,
        &role,
    );
    assert!(serde_json::from_str::<Role>(r#"{"sector":"piracy"}"#).is_err());
    let stages = serde_json::to_value(Stage::ALL).unwrap();
    assert_eq!(stages.get(2), Some(&serde_json::json!("before-interview")));
    assert_eq!(serde_json::to_value(Depth::Thorough).unwrap(), "thorough");
}

/// The title and address of every source.
fn sources() -> BTreeMap<String, (String, String)> {
    let text = std::fs::read_to_string(root().join("src/indicators/sources.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let word = |row: &toml::Value, key: &str| {
        let word = row.get(key).and_then(toml::Value::as_str);
        word.unwrap_or_default().to_owned()
    };
    let rows = table.into_iter();
    rows.map(|(key, row)| (key, (word(&row, "title"), word(&row, "url"))))
        .collect()
}

#[test]
fn references_are_those_of_the_sources() {
    let sources = sources();
    let check = |at: &str, references: &[Reference]| {
        assert!(!references.is_empty(), "{at}");
        for reference in references {
            let (title, url) = sources.get(reference.source).unwrap();
            let known = !reference.title.is_empty() && title.contains(reference.title);
            assert!(known, "{at}: {} is no part of {title}", reference.title);
            assert_eq!(reference.url, url, "{at}: {}", reference.source);
            assert!(reference.says.ends_with('.'), "{at}: {}", reference.says);
        }
    };
    for step in all() {
        check(step.id, step.references);
    }
    for (name, role) in roles() {
        for reason in role.reasons(Lang::En) {
            check(&name, reason.references);
        }
    }
}

/// A share of targeted companies is no share of applicants, and the texts say so.
#[test]
fn figures_of_a_sector_are_not_said_of_applicants() {
    for (name, role) in roles() {
        for reason in role.reasons(Lang::En) {
            let counted = reason.why.contains("half") || reason.why.contains('%');
            let guarded = reason.why.contains("applicants");
            assert!(!counted || guarded, "{name}: {}", reason.why);
        }
    }
}

#[test]
fn steps_know_no_candidate_and_stay_out_of_the_reader() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let lib = read("src/lib.rs");
    assert!(lib.contains("#[cfg(feature = \"panel\")]\npub mod steps;"));
    for path in ["src/steps/mod.rs", "src/steps/role.rs"] {
        let code = read(path);
        let code = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code: Vec<&str> = code.collect();
        for word in [
            "Points",
            "crate::score",
            "crate::profile",
            "crate::report",
            "rate(",
        ] {
            assert!(!code.join("\n").contains(word), "{path}: {word}");
        }
    }
}

const DOC: &str = "docs/steps.md";
const BEGIN: &str = "<!-- tables: written by TOUCHSTONE_BLESS=1 cargo test --test steps -->\n";
const END: &str = "<!-- end of the tables -->";

fn word(value: impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap().to_owned()
}

fn tables() -> String {
    let mut out = String::new();
    for stage in Stage::ALL {
        let _ = write!(
            out,
            "\n### {}\n\n| step | depth | effort | sources |\n|---|---|---|---|\n",
            word(stage)
        );
        for step in steps(stage) {
            let sources: Vec<&str> = step.references.iter().map(|one| one.source).collect();
            let (title, live) = (
                said(Lang::En, step).title,
                if step.liveness { " (liveness)" } else { "" },
            );
            let (depth, effort) = (word(step.depth), word(step.effort));
            let _ = writeln!(
                out,
                "| {title}{live} | {depth} | {effort} | {} |",
                sources.join(", ")
            );
        }
    }
    out.push_str("\n### Roles\n\n| value | depth | why |\n|---|---|---|\n");
    for (_, role) in roles() {
        for reason in role.reasons(Lang::En) {
            let _ = writeln!(
                out,
                "| {} | {} | {} |",
                reason.name,
                word(reason.depth),
                reason.why
            );
        }
    }
    out + "\n"
}

#[test]
fn the_page_has_the_tables_of_the_data() {
    let path = root().join(DOC);
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).unwrap();
    let (there, after) = rest.split_once(END).unwrap();
    let tables = tables();
    if std::env::var_os("TOUCHSTONE_BLESS").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{tables}{END}{after}")).unwrap();
        panic!("{DOC} was written; run again without TOUCHSTONE_BLESS");
    }
    assert!(there == tables, "{DOC}: run with TOUCHSTONE_BLESS=1");
}
