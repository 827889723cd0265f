//! What each indicator's points would be by this corpus, beside what its file says.
//!
//! The ratio is that of two smoothed shares among items of like kind. What a sample supports
//! is the end of its interval nearer to nothing: points beyond it rest on judgement.

use super::report::PAIRS;
use super::stats::{Share, log_ratio, supported};
use super::{Judged, units};
use std::fmt::Write;
use touchstone::indicators::{self, Basis, Indicator, Status};
use touchstone::report::Level;

/// One line an indicator and pair of kinds in which it fires.
pub fn table(judged: &[Judged]) -> String {
    let kept = units(judged);
    let mut out = format!(
        "\nlog2 ratio of shares, like with like, 80 characters or more, the longest README of each account.\n\
         Supported: the end of the interval nearer to nothing. < marks points beyond it: they rest on judgement,\n\
         or on the larger sample that the file names.\n  \
         {:<40}{:>6}  {:<18}{:<16}{:>11}{:>11}  {:<20}{:>10}\n",
        "", "bits", "basis", "pair", "documented", "ordinary", "ratio (95 %)", "supported"
    );
    let mut silent = Vec::new();
    for indicator in indicators::list()
        .iter()
        .filter(|one| one.status != Status::Retired)
    {
        let rows = rows(indicator, &kept);
        if rows.is_empty() {
            silent.push(indicator.id);
        }
        out += &rows;
    }
    let _ = writeln!(out, "\nNever fired in a comparison: {}", silent.join(", "));
    out
}

fn rows(indicator: &Indicator, kept: &[&Judged]) -> String {
    let mut out = String::new();
    for pair in PAIRS {
        let (positives, ordinary) = pair.sides(kept);
        let count = |side: &[&Judged]| {
            let read = side.iter().filter(|one| one.level != Level::NotEnough);
            Share::of(read, |one| one.fires(indicator.id))
        };
        let (positives, ordinary) = (count(&positives), count(&ordinary));
        if positives.hits + ordinary.hits == 0 {
            continue;
        }
        let ratio = log_ratio(positives, ordinary);
        let interval = format!(
            "{:+.1} ({:+.1} to {:+.1})",
            ratio.value, ratio.low, ratio.high
        );
        let of = |share: Share| format!("{}/{}", share.hits, share.of);
        let (id, basis) = if out.is_empty() {
            (indicator.id, basis(indicator))
        } else {
            ("", String::new())
        };
        let _ = writeln!(
            out,
            "  {id:<40}{:>6}  {basis:<18}{:<16}{:>11}{:>11}  {interval:<20}{:>10}",
            indicator.bits.to_string(),
            pair.name,
            of(positives),
            of(ordinary),
            format!(
                "{:+.1}{}",
                supported(ratio),
                drift(indicator, supported(ratio))
            )
        );
    }
    out
}

/// What the file was measured on, as "146/1243 6/4508".
fn basis(indicator: &Indicator) -> String {
    match indicators::basis(indicator.id) {
        None | Some(Basis::Judged(_)) => "judged".to_owned(),
        Some(Basis::Measured {
            positives: (a, b),
            ordinary: (c, d),
            ..
        }) => format!("{a}/{b} {c}/{d}"),
    }
}

/// A mark where the points are more than the sample supports.
fn drift(indicator: &Indicator, supported: f64) -> &'static str {
    let bits = f64::from(indicator.bits.0) / 10.0;
    let beyond = if bits < 0.0 {
        bits < supported - 0.05
    } else {
        bits > supported + 0.05
    };
    if beyond { " <" } else { "  " }
}
