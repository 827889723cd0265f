//! Bakes src/steps/<stage>.toml, src/steps/roles.toml and their translations into `steps.rs`
//! in `OUT_DIR`, after validating them.
//!
//! Anything wrong stops the build with file, line and reason. Knows of the indicators only which
//! of them a person ticks, at which stage, and which sources there are.

#[path = "steps/check.rs"]
mod check;
#[path = "steps/emit.rs"]
mod emit;
#[path = "steps/model.rs"]
mod model;

use super::indicators::{
    self, File, Problems, files, load, model::Source, parse, rules::STAGES, stem,
};
use model::{RolesFile, StageFile, TranslationFile};
use std::collections::BTreeMap;
use std::path::Path;

const ROOT: &str = "src/steps";
/// Declares the sectors and the kinds of access.
const ROLE: &str = "src/steps/role.rs";

/// Everything as read.
pub struct Steps {
    /// Name of the stage, its file, its steps, in the order of the stages.
    stages: Vec<(&'static str, File, StageFile)>,
    roles: (File, RolesFile),
    /// Language code, its file, its texts.
    translations: Vec<(String, File, TranslationFile)>,
    /// The indicators that a person ticks, with their stage.
    observed: BTreeMap<String, String>,
    sources: BTreeMap<String, Source>,
}

/// Reads, validates, writes.
pub fn bake() {
    println!("cargo::rerun-if-changed={ROOT}");
    indicators::stop_on(&problems(&indicators::out_dir()));
}

/// Reads, validates and writes into `out`; all that is wrong. Nothing is written of steps that are
/// not valid.
pub fn problems(out: &Path) -> Vec<String> {
    let mut problems = Problems::default();
    let steps = read(&mut problems);
    if problems.none() {
        check::validate(&steps, &mut problems);
    }
    if problems.none() {
        emit::write(&steps, out, &mut problems);
    }
    problems.all()
}

fn read(problems: &mut Problems) -> Steps {
    for path in files(Path::new(ROOT), "toml") {
        let name = stem(&path);
        if name != "roles" && !STAGES.contains(&name.as_str()) {
            problems.add(&path, 1, &format!("no such stage: {}", STAGES.join(", ")));
        }
    }
    let roles = load(&Path::new(ROOT).join("roles.toml"), problems);
    let parsed = parse(&roles, problems);
    Steps {
        stages: STAGES
            .iter()
            .map(|stage| read_stage(stage, problems))
            .collect(),
        roles: (roles, parsed),
        translations: indicators::translations("steps.toml", problems),
        observed: indicators::observed(problems),
        sources: indicators::sources(problems),
    }
}

fn read_stage(stage: &'static str, problems: &mut Problems) -> (&'static str, File, StageFile) {
    let file = load(&Path::new(ROOT).join(format!("{stage}.toml")), problems);
    let steps = parse(&file, problems);
    (stage, file, steps)
}
