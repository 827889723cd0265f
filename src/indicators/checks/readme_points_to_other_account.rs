//! Statistics widgets in a profile text that never show the account whose page it is.

use crate::indicators::Finding;
use crate::indicators::accounts::{alike, letters};
use crate::indicators::tools::{finding, sources, span};
use crate::profile::{Case, Date, Profile};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let handles = profile.handles.items();
    let own = handles.iter().find(|handle| handle.own)?;
    let widgets = profile.widgets.items();
    let mine = |account: &str| alike(&letters(account), &letters(&own.name));
    let other = widgets.first()?;
    let none = !widgets.iter().any(|widget| mine(&widget.text));
    none.then(|| {
        finding(
            [span(source, other), span(source, &own.words)],
            [("other", other.text.clone()), ("own", own.name.clone())],
        )
    })
}
