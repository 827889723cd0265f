//! Two sources that give the same employers clearly different dates.

use crate::indicators::Finding;
use crate::indicators::tools::{by_words, dated, finding, sources, span};
use crate::profile::{Case, Date, Dates, End, Profile, YearMonth};
use crate::report::{Span, Unit};
use crate::text::employer_key;
use std::collections::BTreeMap;

/// Months by which a date may differ: rounding, notice periods, trial months.
const TOLERANCE: i32 = 6;

/// How many employers must differ.
const CONFLICTS: u32 = 2;

/// See the module.
pub fn check(case: &Case, _today: Date, out: &mut Vec<Finding>) {
    for (at, (source, profile)) in sources(case).enumerate() {
        for (other_source, other) in sources(case).skip(at + 1) {
            let pairs = aligned((source, profile), (other_source, other));
            let differ: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.differs()).collect();
            let evidence = differ.iter().flat_map(|pair| pair.evidence());
            let facts = [
                ("count", differ.len().to_string()),
                ("employers", employers(&differ)),
            ];
            let found = finding(evidence, facts);
            out.extend(found.if_at_least(CONFLICTS, differ.len(), Unit::Parts));
        }
    }
}

/// The employers of the pairs, as one of the sources writes them, in the order of the evidence.
fn employers(pairs: &[&Pair<'_>]) -> String {
    let names: Vec<&str> = pairs.iter().map(|pair| pair.employer).collect();
    names.join(", ")
}

/// An employer that two sources give, each with its only dates for it.
pub(crate) struct Pair<'a> {
    /// The employer, in the first of the two writings by alphabet.
    employer: &'a str,
    /// Source and dates on the one side.
    a: (u32, &'a Dates),
    /// And on the other.
    b: (u32, &'a Dates),
}

/// The employers that two sources both give once, with their dates.
pub(crate) fn aligned<'a>(a: (u32, &'a Profile), b: (u32, &'a Profile)) -> Vec<Pair<'a>> {
    let (left, right) = (by_employer(a), by_employer(b));
    let shared = left.iter().filter_map(|(key, here)| {
        let (Some((name, dates)), Some(Some((other_name, other)))) = (here, right.get(key)) else {
            return None;
        };
        let employer = (*name).min(*other_name);
        let (a, b) = ((a.0, *dates), (b.0, *other));
        Some(Pair { employer, a, b })
    });
    shared.collect()
}

/// An employer as written, and its dates.
type Dating<'a> = (&'a str, &'a Dates);

/// Dates by employer; none where an employer has several roles, which pages merge or split.
fn by_employer((source, profile): (u32, &Profile)) -> BTreeMap<String, Option<Dating<'_>>> {
    let mut rows: BTreeMap<String, Option<Dating<'_>>> = BTreeMap::new();
    for role in dated(source, profile) {
        if let Some(employer) = &role.position.employer {
            let key = employer_key(&employer.text);
            rows.entry(key)
                .and_modify(|dating| *dating = None)
                .or_insert(Some((employer.text.as_str(), role.dates)));
        }
    }
    rows
}

impl Pair<'_> {
    /// Whether start or end lie further apart than rounding explains.
    pub(crate) fn differs(&self) -> bool {
        self.apart().is_some_and(|apart| apart > TOLERANCE)
    }

    /// Whether start and end are the same within `months`.
    pub(crate) fn same(&self, months: i32) -> bool {
        self.apart().is_some_and(|apart| apart <= months)
    }

    /// Months between the starts or the ends, whichever is more; absent without a start.
    fn apart(&self) -> Option<i32> {
        let (a, b) = (self.a.1, self.b.1);
        let starts = between(a.start?, b.start?);
        let ends = match (a.end, b.end) {
            (Some(End::Date(a)), Some(End::Date(b))) => between(a, b),
            _ => 0, // one of them may be older than the other
        };
        Some(starts.max(ends))
    }

    /// The dates on both sides.
    pub(crate) fn evidence(&self) -> [Span; 2] {
        let mut spans = [
            span(self.a.0, &self.a.1.words),
            span(self.b.0, &self.b.1.words),
        ];
        by_words(&mut spans);
        spans
    }
}

/// Fewest months between two dates, given what each can mean.
pub(crate) fn between(a: YearMonth, b: YearMonth) -> i32 {
    let gap = a.earliest() - b.latest();
    let other = b.earliest() - a.latest();
    gap.max(other).max(0)
}
