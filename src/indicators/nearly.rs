//! Which indicators came close. A line is nearly one when
//!
//! * a rule of three or more lists of phrases, `at_least = n` of them, saw n−1 in one text of
//!   a field that it reads (a single phrase is a word, and close to nothing);
//! * a check measured at least half of what it takes: see [`Finding::if_at_least`];
//! * or it saw all that it takes, and a line that fired excludes it (`unless`).
//!
//! Of those that saw less than it takes, only indicators in use that weigh [`WORTH_TELLING`]
//! or more. Never for what is absent: a near miss has words like any line.

use super::{Finding, Indicator, Raised, Status};
use crate::report::{Near, Nearly, Points, Short, Unit};
use crate::sorted::sort_by;

/// What counts next to nothing when it fires is nothing when it almost does.
const WORTH_TELLING: Points = Points(5);

/// What fired, and what came close.
pub(crate) struct Raising {
    /// The lines, in the order of the list.
    pub raised: Vec<Raised>,
    /// What came close, in the order of the list.
    pub nearly: Vec<Nearly>,
}

impl Raising {
    /// Parts `found`, in the order of the list, into what counts and what came close.
    pub(crate) fn of(found: Vec<Raised>) -> Self {
        let (short, full): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|one| one.short.is_some());
        let (raised, held) = silence(full);
        let fired: Vec<&str> = raised.iter().map(|one| one.indicator.id).collect();
        let short = short
            .into_iter()
            .filter(|one| one.indicator.excluded_by(&fired).is_none());
        let mut nearly: Vec<Nearly> = short.filter_map(too_short).collect();
        nearly.extend(
            held.into_iter()
                .map(|(one, by)| told(one, Near::HeldBack(by.to_owned()))),
        );
        sort_by(&mut nearly, |a, b| a.id.cmp(&b.id));
        Self { raised, nearly }
    }
}

/// Lines that count, and those that one of all lines excludes, each with the id of that one.
pub(crate) fn silence(all: Vec<Raised>) -> (Vec<Raised>, Vec<(Raised, &'static str)>) {
    let fired: Vec<&str> = all.iter().map(|one| one.indicator.id).collect();
    let (mut counts, mut held) = (Vec::new(), Vec::new());
    for one in all {
        match one.indicator.excluded_by(&fired) {
            Some(by) => held.push((one, by)),
            None => counts.push(one),
        }
    }
    (counts, held)
}

impl Indicator {
    fn excluded_by(&self, fired: &[&str]) -> Option<&'static str> {
        self.unless.iter().copied().find(|id| fired.contains(id))
    }

    fn is_worth_telling(&self) -> bool {
        self.status == Status::Stable && self.bits.0.abs() >= WORTH_TELLING.0
    }
}

fn too_short(one: Raised) -> Option<Nearly> {
    let why = Near::Short(one.short?);
    one.indicator.is_worth_telling().then(|| told(one, why))
}

fn told(one: Raised, why: Near) -> Nearly {
    Nearly {
        id: one.indicator.id.to_owned(),
        why,
        evidence: one.evidence,
        facts: one.facts,
    }
}

impl Finding {
    /// This finding where `seen` reaches `needed`; a near miss from half of that on, and
    /// nothing below. For a check whose margin lets something pass.
    pub(super) fn if_at_least(
        mut self,
        needed: u32,
        seen: impl TryInto<u32>,
        unit: Unit,
    ) -> Option<Self> {
        let seen = seen.try_into().ok()?;
        let short = Short { seen, needed, unit };
        self.short = (seen < needed).then_some(short);
        (seen.saturating_mul(2) >= needed).then_some(self)
    }
}

/// What an indicator goes by: all findings that count, or else the closest of the others.
pub(super) fn standing(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.iter().any(|finding| finding.short.is_none()) {
        findings.retain(|finding| finding.short.is_none());
        return findings;
    }
    let lacking = |finding: &Finding| {
        let lacks = finding
            .short
            .map(|short| short.needed - short.seen.min(short.needed));
        let words: Vec<String> = finding.evidence.iter().map(|s| s.words.clone()).collect();
        (lacks, finding.facts.clone(), words)
    };
    findings
        .into_iter()
        .min_by_key(lacking)
        .into_iter()
        .collect()
}
