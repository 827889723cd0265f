//! The platform's own mark that the account was verified.

use crate::indicators::Finding;
use crate::indicators::tools::{found, sources, span};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let mark = profile.verified.seen();
        out.extend(mark.map(|mark| found([span(source, mark)])));
    }
}
