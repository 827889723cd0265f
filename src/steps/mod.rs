//! The verification steps of each hiring stage, and how deep a role asks them to go.
//!
//! A step stands in `<stage>.toml`, what a role asks for in `roles.toml`, translations in
//! `src/lang/<code>/steps.toml`; the build checks and bakes them. The panel paints them.
//!
//! Invariants: steps are the same for every candidate of a stage. Nothing here knows a
//! candidate, a source or a verdict; a role chooses depth, and neither adds a point nor becomes a
//! rate. What a shallow role shows is shown for a deeper one too.

mod role;

pub use crate::indicators::{Effort, Stage};
use crate::lang::{Lang, Reference};
pub use role::{Access, Reason, Role, Sector, remote_texts};

#[allow(clippy::all, clippy::pedantic)] // written by the build, not by hand
mod baked {
    use super::{Depth, Effort, RoleTexts, Stage, Step, StepTexts, Value};
    use crate::lang::{Lang, Reference};
    include!(concat!(env!("OUT_DIR"), "/steps.rs"));
}

/// How deep the steps go, least first.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Depth {
    /// For every role.
    #[default]
    Basic,
    /// Where nobody meets the person, or the work reaches further.
    Thorough,
    /// Where the access can do great harm.
    Full,
}

/// A verification step.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id, unique over all stages.
    pub id: &'static str,
    /// The stage it belongs to.
    pub stage: Stage,
    /// From which depth on it is taken.
    pub depth: Depth,
    /// What it costs.
    pub effort: Effort,
    /// Whether it shows that the person is there and live.
    pub liveness: bool,
    /// Ids of the indicators that a person ticks beside it.
    pub ticks: &'static [&'static str],
    /// What it rests on; at least one.
    pub references: &'static [Reference],
}

/// What the panel says about a step, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepTexts {
    /// What to do, in one line.
    pub title: &'static str,
    /// How, and what to offer where something speaks against it.
    pub how: &'static str,
    /// Why, in one sentence.
    pub why: &'static str,
}

/// What the panel says about a value of a role, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleTexts {
    /// The value, for a choice.
    pub name: &'static str,
    /// Why it asks for its depth.
    pub why: &'static str,
}

/// A value that a role may have.
#[derive(Debug)]
pub(crate) struct Value {
    /// What it is a value of, and the value, as in `sector/health`.
    pub id: &'static str,
    /// The depth that it asks for.
    pub depth: Depth,
    /// What that rests on.
    pub references: &'static [Reference],
}

/// The steps of a stage at every depth, in the order in which they are shown.
pub fn steps(stage: Stage) -> impl Iterator<Item = &'static Step> {
    baked::STEPS.iter().filter(move |step| step.stage == stage)
}

/// The steps of a stage for a role of this depth.
///
/// ```
/// use touchstone::steps::{Depth, Stage, steps_at};
/// let basic = steps_at(Stage::Interview, Depth::Basic).count();
/// assert!(basic > 0 && basic < steps_at(Stage::Interview, Depth::Full).count());
/// ```
pub fn steps_at(stage: Stage, depth: Depth) -> impl Iterator<Item = &'static Step> {
    steps(stage).filter(move |step| step.depth <= depth)
}

/// The step of this id.
pub fn find(id: &str) -> Option<&'static Step> {
    baked::STEPS.iter().find(|step| step.id == id)
}

/// The step that an indicator which a person ticks stands beside.
pub fn beside(indicator: &str) -> Option<&'static Step> {
    let mut steps = baked::STEPS.iter();
    steps.find(|step| step.ticks.contains(&indicator))
}

/// What the panel says about a step.
pub fn texts(lang: Lang, id: &str) -> Option<&'static StepTexts> {
    baked::step_texts(lang, id)
}
