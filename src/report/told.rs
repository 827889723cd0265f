//! The assessment for programs: with what follows from it and is not stored.

use super::Assessment;
use super::pool::{Pool, level_rates, pool};
use crate::score::change::{Changes, changes};
use crate::work::Aside;
use serde::Serialize;
use std::collections::BTreeMap;

/// An assessment with what stands beside the level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told<'a> {
    /// The assessment.
    #[serde(flatten)]
    pub found: &'a Assessment,
    /// What would change the level; absent for an assessment of other rules.
    pub would_change: Option<Changes>,
    /// What the level means in the user's pool; absent where that was not measured.
    pub pool: Option<Pool>,
    /// Why lines are set aside, by id; absent where there is no work on the candidate.
    #[serde(skip)]
    pub aside: Option<&'a BTreeMap<String, Aside>>,
}

impl<'a> Told<'a> {
    /// With the pool, when the user says that one application in `one_in` of it has misstated
    /// details.
    pub fn new(found: &'a Assessment, one_in: Option<u32>) -> Self {
        Self {
            found,
            would_change: changes(found),
            pool: in_pool(found, one_in),
            aside: None,
        }
    }

    /// With the reasons for which lines are set aside.
    #[must_use]
    pub fn with_aside(self, aside: &'a BTreeMap<String, Aside>) -> Self {
        Self {
            aside: Some(aside),
            ..self
        }
    }
}

/// What the level of `found` means in a pool.
pub(super) fn in_pool(found: &Assessment, one_in: Option<u32>) -> Option<Pool> {
    pool(level_rates(found.kind?)?, found.level, one_in?)
}
