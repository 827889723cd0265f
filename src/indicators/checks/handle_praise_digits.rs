//! An account name with a word of praise or of the trade and two digits in a row or more.

use crate::indicators::Finding;
use crate::indicators::boasts::{names, names_craft, names_trade, praises};
use crate::indicators::tools::{digit_run_after, found, own_handles, span};
use crate::profile::{Case, Date, Platform};

/// See the module. `LinkedIn` adds numbers to addresses itself, so its names do not count.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    let names = names(case);
    let boasting = own_handles(case).filter(|(_, handle)| {
        handle.platform != Platform::Linkedin
            && digit_run_after(&handle.name, 0) >= 2
            && (praises(&handle.name, &names)
                || names_craft(&handle.name, &names)
                || names_trade(&handle.name, &names))
    });
    out.extend(boasting.map(|(source, handle)| found([span(source, &handle.words)])));
}
