//! The tables: what separates, who is flagged, what fires. Counts and shares, no identities.

use super::corpus::{Kind, LEAST, Label};
use super::stats::{Estimate, Share, auc_by_group, recall};
use super::{Judged, units};
use std::collections::BTreeMap;
use std::fmt::Write;
use touchstone::indicators;
use touchstone::report::Level;

/// From this size on a group must meet the limits.
const LARGE: u32 = 150;

/// From this size on a group is shown.
const SHOWN: u32 = 40;

/// All tables.
pub fn tables(judged: &[Judged]) -> String {
    let mut out = counts(judged);
    out += &separation(judged);
    out += &levels(judged);
    out += &short(judged);
    out += &by_group(judged, "language", |one| &one.item.lang);
    out += &by_group(judged, "country", |one| &one.item.country);
    out += &niche(judged);
    out += &fires(judged);
    out
}

/// A share as "3 of 50 (6.0 %, 2.1–16.2)".
fn shown(share: Share) -> String {
    let found = share.estimate();
    if share.of == 0 {
        return "none".to_owned();
    }
    let (value, low, high) = (found.value * 100.0, found.low * 100.0, found.high * 100.0);
    format!(
        "{} of {} ({value:.1} %, {low:.1}\u{2013}{high:.1})",
        share.hits, share.of
    )
}

fn ordinary(judged: &[Judged]) -> impl Iterator<Item = &Judged> {
    judged.iter().filter(|one| !one.positive())
}

fn counts(judged: &[Judged]) -> String {
    let mut out = String::from("\nItems\n");
    let _ = writeln!(
        out,
        "  {:<16}{:>12}{:>10}{:>24}",
        "kind", "documented", "ordinary", "read nothing of"
    );
    for kind in Kind::ALL {
        let of = |label| {
            let same = judged.iter().filter(|one| one.item.kind == *kind);
            same.filter(|one| one.item.label == label).count()
        };
        let (positive, negative) = (of(Label::Positive), of(Label::Negative));
        let nothing = judged
            .iter()
            .filter(|one| one.item.kind == *kind && one.item.length == 0);
        if positive + negative > 0 {
            let _ = writeln!(
                out,
                "  {:<16}{positive:>12}{negative:>10}{:>24}",
                kind.word(),
                nothing.count()
            );
        }
    }
    let kept = units(judged);
    let readmes = |label| {
        let long = kept
            .iter()
            .filter(|one| one.item.account().is_some() && one.item.is_long());
        long.filter(|one| one.item.label == label).count()
    };
    let _ = writeln!(
        out,
        "  READMEs, the longest of each account, {LEAST} characters or more: {} documented, {} ordinary",
        readmes(Label::Positive),
        readmes(Label::Negative)
    );
    out
}

/// Kinds that may be compared with each other.
pub struct Pair {
    /// What the tables call it.
    pub name: &'static str,
    /// Kinds of the documented items.
    positives: &'static [Kind],
    /// Kinds of the ordinary items.
    ordinary: &'static [Kind],
    /// Whether ordinary items must say "full-stack", "web3" or "MERN".
    hard: bool,
}

/// The comparisons of like with like.
pub const PAIRS: &[Pair] = &[
    Pair {
        name: "readme",
        positives: &[Kind::Readme],
        ordinary: &[Kind::Readme],
        hard: false,
    },
    Pair {
        name: "readme, hard",
        positives: &[Kind::Readme],
        ordinary: &[Kind::Readme],
        hard: true,
    },
    Pair {
        name: "github-profile",
        positives: &[Kind::GithubProfile],
        ordinary: &[Kind::GithubProfile],
        hard: false,
    },
    Pair {
        name: "resume",
        positives: &[Kind::Resume],
        ordinary: &[Kind::Resume],
        hard: false,
    },
    Pair {
        name: "pitch/job-post",
        positives: &[Kind::Proposal, Kind::TelegramPitch],
        ordinary: &[Kind::JobPost],
        hard: false,
    },
];

impl Pair {
    /// The items of this pair among units that are long enough: documented, ordinary.
    pub fn sides<'a>(&self, units: &[&'a Judged]) -> (Vec<&'a Judged>, Vec<&'a Judged>) {
        let side = |positive: bool, kinds: &[Kind]| -> Vec<&'a Judged> {
            let fits = |one: &&&Judged| {
                one.positive() == positive
                    && one.item.is_long()
                    && kinds.contains(&one.item.kind)
                    && (positive || !self.hard || one.item.is_hard())
            };
            units.iter().filter(fits).copied().collect()
        };
        (side(true, self.positives), side(false, self.ordinary))
    }
}

fn separation(judged: &[Judged]) -> String {
    let kept = units(judged);
    let mut out = format!(
        "\nSeparation by points: like with like, {LEAST} characters or more, the longest README of each account.\n\
         \"Not enough to read\" stands below every verdict. Recall with Wilson intervals, AUC by bootstrap over groups.\n"
    );
    let _ = writeln!(
        out,
        "  {:<16}{:>6}{:>6}{:>9}{:>21}  {:<32}{:<32}",
        "pair", "docu.", "ord.", "abstain", "AUC", "recall at 1 % alarms", "recall at 3 % alarms"
    );
    for pair in PAIRS {
        let (positives, ordinary) = pair.sides(&kept);
        if positives.is_empty() || ordinary.is_empty() {
            continue;
        }
        let abstained = positives
            .iter()
            .chain(&ordinary)
            .filter(|one| one.level == Level::NotEnough);
        let scores = |side: &[&Judged]| side.iter().map(|one| one.score()).collect::<Vec<_>>();
        let at = |per_mille| shown(recall(&scores(&positives), &scores(&ordinary), per_mille));
        let area = area(auc_by_group(&grouped(&positives), &grouped(&ordinary)));
        let _ = writeln!(
            out,
            "  {:<16}{:>6}{:>6}{:>9}{area:>21}  {:<32}{:<32}",
            pair.name,
            positives.len(),
            ordinary.len(),
            abstained.count(),
            at(10),
            at(30)
        );
    }
    out
}

fn area(found: Estimate) -> String {
    format!(
        "{:.3} ({:.3}\u{2013}{:.3})",
        found.value, found.low, found.high
    )
}

fn grouped(side: &[&Judged]) -> Vec<Vec<i32>> {
    let mut groups: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
    for one in side {
        groups.entry(&one.item.group).or_default().push(one.score());
    }
    groups.into_values().collect()
}

const LEVELS: &[(Level, &str)] = &[
    (Level::NotEnough, "not enough"),
    (Level::NothingStoodOut, "nothing"),
    (Level::WorthChecking, "worth checking"),
    (Level::VerifyFirst, "verify first"),
];

fn levels(judged: &[Judged]) -> String {
    let mut out = String::from("\nLevels by kind and label, all items\n");
    let mut heads = String::new();
    for (_, word) in LEVELS {
        let _ = write!(heads, "{word:>16}");
    }
    let _ = writeln!(out, "  {:<28}{heads}  worth checking or above", "");
    for label in [Label::Positive, Label::Negative] {
        let of_label = |one: &&Judged| one.item.label == label;
        for kind in Kind::ALL {
            let items: Vec<_> = judged
                .iter()
                .filter(of_label)
                .filter(|one| one.item.kind == *kind)
                .collect();
            out += &level_row(&format!("{} {}", label.word(), kind.word()), &items);
        }
        let items: Vec<_> = judged.iter().filter(of_label).collect();
        out += &level_row(&format!("{} all", label.word()), &items);
    }
    let verify = Share::of(ordinary(judged), |one| one.level == Level::VerifyFirst);
    let _ = writeln!(out, "  ordinary items at verify first: {}", shown(verify));
    out
}

fn level_row(name: &str, items: &[&Judged]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let at = |level| items.iter().filter(|one| one.level == level).count();
    let mut cells = String::new();
    for (level, _) in LEVELS {
        let _ = write!(cells, "{:>16}", at(*level));
    }
    let flagged = Share::of(items, |one| one.flagged());
    format!("  {name:<28}{cells}  {}\n", shown(flagged))
}

fn short(judged: &[Judged]) -> String {
    let mut out = format!("\nItems of fewer than {LEAST} characters\n");
    for label in [Label::Positive, Label::Negative] {
        let items = judged
            .iter()
            .filter(|one| !one.item.is_long() && one.item.label == label);
        out += &level_row(label.word(), &items.collect::<Vec<_>>());
    }
    out
}

/// Flagged ordinary items by what `key` says of them; an empty key is not known.
fn by_group(judged: &[Judged], name: &str, key: impl Fn(&Judged) -> &String) -> String {
    let mut groups: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for one in ordinary(judged) {
        groups.entry(key(one)).or_default().push(one);
    }
    let unknown = groups.remove("");
    let mut rows: Vec<(&str, Vec<&Judged>)> = groups.into_iter().collect();
    rows.sort_by_key(|(name, items)| (std::cmp::Reverse(items.len()), *name));
    let (shown_rows, small): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|(_, items)| items.len() as u32 >= SHOWN);
    let mut out = format!("\nOrdinary items at worth checking or above, by {name}\n");
    let _ = writeln!(
        out,
        "  {:<28}{:<32}of those with enough to read",
        "", "of all"
    );
    for (name, items) in &shown_rows {
        out += &flag_row(name, items);
    }
    let pooled: Vec<&Judged> = small.iter().flat_map(|(_, items)| items).copied().collect();
    out += &flag_row(&format!("{} smaller groups", small.len()), &pooled);
    out += &flag_row("not known", &unknown.unwrap_or_default());
    out + &ratio(&shown_rows)
}

fn flag_row(name: &str, items: &[&Judged]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let read = items.iter().filter(|one| one.level != Level::NotEnough);
    let all = shown(Share::of(items, |one| one.flagged()));
    let read = shown(Share::of(read, |one| one.flagged()));
    format!("  {name:<28}{all:<32}{read}\n")
}

/// The highest flagged rate of large groups over the lowest.
fn ratio(rows: &[(&str, Vec<&Judged>)]) -> String {
    let shares = rows
        .iter()
        .map(|(_, items)| Share::of(items, |one| one.flagged()));
    let rates: Vec<f64> = shares
        .filter(|share| share.of >= LARGE)
        .map(|share| share.estimate().value)
        .collect();
    let (low, high) = rates
        .iter()
        .fold((f64::INFINITY, 0.0_f64), |(low, high), rate| {
            (low.min(*rate), high.max(*rate))
        });
    let said = match rates.len() {
        0 | 1 => "fewer than two such groups".to_owned(),
        _ if high == 0.0 => "none is flagged".to_owned(),
        _ if low == 0.0 => format!("no ratio, one has none and one {:.1} %", high * 100.0),
        _ => format!("{:.1}", high / low),
    };
    format!("  highest over lowest rate, groups of {LARGE} or more: {said}\n")
}

fn niche(judged: &[Judged]) -> String {
    let items: Vec<&Judged> = ordinary(judged)
        .filter(|one| one.item.says_blockchain())
        .collect();
    let mut out =
        String::from("\nOrdinary items with blockchain words, at worth checking or above\n");
    out += &flag_row("all kinds", &items);
    for kind in Kind::ALL {
        let of_kind: Vec<&Judged> = items
            .iter()
            .filter(|one| one.item.kind == *kind)
            .copied()
            .collect();
        out += &flag_row(kind.word(), &of_kind);
    }
    out
}

fn fires(judged: &[Judged]) -> String {
    let kept = units(judged);
    let mut out = String::from(
        "\nHow often each indicator fires, all kinds, the longest README of each account\n\
         (the classes hold different kinds: --measure compares like with like)\n",
    );
    let _ = writeln!(
        out,
        "  {:<44}{:>6}  {:<32}documented",
        "", "bits", "ordinary"
    );
    for indicator in indicators::list() {
        let side = |positive| {
            let side = kept.iter().filter(|one| one.positive() == positive);
            shown(Share::of(side, |one| one.fires(indicator.id)))
        };
        let _ = writeln!(
            out,
            "  {:<44}{:>6}  {:<32}{}",
            indicator.id,
            indicator.bits.to_string(),
            side(false),
            side(true)
        );
    }
    out
}
