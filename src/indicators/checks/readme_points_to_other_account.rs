//! Statistics widgets in a profile text that never show the account whose page it is.

use crate::indicators::Finding;
use crate::indicators::tools::{finding, sources, span};
use crate::profile::{Case, Date, Profile};
use crate::text::fold;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let handles = profile.handles.items();
    let own = handles.iter().find(|handle| handle.own)?;
    let widgets = profile.widgets.items();
    let mine = |account: &str| is_like(&letters(account), &letters(&own.name));
    let other = widgets.first()?;
    let none = !widgets.iter().any(|widget| mine(&widget.text));
    none.then(|| {
        finding(
            [span(source, other), span(source, &own.words)],
            [("other", other.text.clone()), ("own", own.name.clone())],
        )
    })
}

/// The letters of an account name, folded: digits and hyphens come and go with a rename.
fn letters(account: &str) -> String {
    fold(account)
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect()
}

/// Whether one is the other, or holds it.
fn is_like(a: &str, b: &str) -> bool {
    let short = a.len().min(b.len());
    a == b || short >= 5 && (a.contains(b) || b.contains(a))
}
