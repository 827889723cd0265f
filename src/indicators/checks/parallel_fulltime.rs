//! Two roles marked full-time at different employers, side by side for months.

use crate::indicators::Finding;
use crate::indicators::tools::{Dated, dated, finding, sources, span};
use crate::profile::{Case, Date};
use crate::report::Unit;
use crate::text::{employer_key, plain_words};

/// Months of overlap from which on it counts.
const OVERLAP: u32 = 6;

/// How pages say "full-time".
const FULL_TIME: &[&str] = &[
    "full time",
    "fulltime",
    "temps plein",
    "a temps plein",
    "vollzeit",
    "tiempo completo",
    "jornada completa",
    "tempo integral",
    "tempo pieno",
    "voltijds",
    "fulltids",
    "pelny etat",
];

/// Roles that go beside others.
const BESIDE: &[&str] = &[
    "advis",
    "board",
    "founder",
    "fondat",
    "grunder",
    "fundador",
    "consult",
    "contract",
    "freelanc",
    "mentor",
    "volunteer",
    "benevol",
    "lectur",
    "teach",
    "professor",
    "research",
    "member",
    "owner",
    "student",
    "phd",
    "doctor",
    "intern",
    "trainee",
    "apprenti",
];

/// See the module.
pub fn check(case: &Case, today: Date, out: &mut Vec<Finding>) {
    for (source, profile) in sources(case) {
        let roles: Vec<Dated<'_>> = dated(source, profile).filter(is_full_time).collect();
        for (at, a) in roles.iter().enumerate() {
            let later = roles.iter().skip(at + 1);
            out.extend(later.filter_map(|b| side_by_side(*a, *b, today)));
        }
    }
}

fn is_full_time(role: &Dated<'_>) -> bool {
    let kind = role.position.employment.as_deref().unwrap_or_default();
    let title = role.position.title.as_ref();
    let title = plain_words(title.map_or("", |words| &words.text));
    FULL_TIME.contains(&plain_words(kind).as_str())
        && !title
            .split(' ')
            .any(|word| BESIDE.iter().any(|stem| word.starts_with(stem)))
}

fn side_by_side(a: Dated<'_>, b: Dated<'_>, today: Date) -> Option<Finding> {
    let (one, other) = (a.position.employer.as_ref()?, b.position.employer.as_ref()?);
    let (key, other_key) = (employer_key(&one.text), employer_key(&other.text));
    let start = a.start()?.latest().max(b.start()?.latest());
    let end = a.earliest_end(today)?.min(b.earliest_end(today)?);
    let apart = !key.contains(&other_key) && !other_key.contains(&key);
    let side_by_side = || {
        finding(
            [
                span(a.source, &a.dates.words),
                span(a.source, one),
                span(b.source, &b.dates.words),
                span(b.source, other),
            ],
            [("months", (end - start).to_string())],
        )
    };
    apart
        .then(side_by_side)?
        .if_at_least(OVERLAP, end - start, Unit::Months)
}
