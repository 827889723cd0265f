//! A profile text whose statistics widgets show the account whose page it is.

use crate::indicators::Finding;
use crate::indicators::accounts::{alike, letters};
use crate::indicators::tools::{found, sources, span};
use crate::profile::{Case, Date, Profile};

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    out.extend(sources(case).filter_map(|(source, profile)| of_source(source, profile)));
}

fn of_source(source: u32, profile: &Profile) -> Option<Finding> {
    let handles = profile.handles.items();
    let own = handles.iter().find(|handle| handle.own)?;
    let name = letters(&own.name);
    let widgets = profile.widgets.items();
    let widget = widgets
        .iter()
        .find(|widget| alike(&letters(&widget.text), &name))?;
    Some(found([span(source, widget), span(source, &own.words)]))
}
