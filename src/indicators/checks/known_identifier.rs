//! An own identifier of the candidate that one published source names.

use crate::indicators::{Finding, known};
use crate::profile::{Case, Date};

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    out.extend(known::named(case, today, 1));
}
