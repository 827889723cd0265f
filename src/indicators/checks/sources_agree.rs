//! Two sources that give the same employers the same dates.

use super::employment_conflict_between_sources::{Pair, aligned};
use crate::indicators::Finding;
use crate::indicators::tools::{finding, sources};
use crate::profile::{Case, Date};

/// Months by which a date may differ.
const TOLERANCE: i32 = 3;

/// How many employers must agree.
const AGREEING: usize = 2;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (at, source) in sources(case).enumerate() {
        for other in sources(case).skip(at + 1) {
            let pairs = aligned(source, other);
            let same: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.same(TOLERANCE)).collect();
            if same.len() >= AGREEING && same.len() == pairs.len() {
                let count = same.len().to_string();
                let evidence = same.iter().flat_map(|pair| pair.evidence());
                out.push(finding(evidence, [("count", count)]));
            }
        }
    }
}
