//! How often each line fires on ordinary profiles, as a table that the list bakes, and what
//! changed since it was last made.

use super::{Judged, units};
use std::fmt::Write;
use touchstone::indicators::{self, Status};
use touchstone::report::{ErrorRate, Level, ProfileKind, error_rate};

const KINDS: &[(ProfileKind, &str)] = &[
    (ProfileKind::GithubProfile, "github-profile"),
    (ProfileKind::Readme, "readme"),
    (ProfileKind::Resume, "resume"),
];

/// What `rates.tsv` begins with.
const HEAD: &str = "# How often a line fires on ordinary profiles: touchstone evaluate CORPUS --rates src/indicators/rates.tsv\n\
                    # Kind, line, on how many it fires, of how many with enough to read, one an account. Lines that fired on no\n\
                    # profile of a kind, ordinary or documented, were not measured there and are not listed.\n";

/// The table, and what differs from the one that is baked.
pub fn tables(judged: &[Judged]) -> (String, String) {
    let (mut table, mut drift) = (HEAD.to_owned(), String::new());
    let kept = units(judged);
    for (kind, word) in KINDS {
        let read = kept.iter().filter(|one| one.level != Level::NotEnough);
        let of_kind: Vec<&&Judged> = read.filter(|one| one.item.kind.word() == *word).collect();
        let lines = indicators::list().iter();
        for line in lines.filter(|line| line.status != Status::Retired) {
            let now = rate(line.id, &of_kind);
            if let Some(rate) = now {
                let _ = writeln!(table, "{word}\t{}\t{}\t{}", line.id, rate.fires, rate.of);
            }
            let before = error_rate(line.id, *kind);
            if before != now {
                let _ = writeln!(
                    drift,
                    "  {word:<16}{:<44}{} → {}",
                    line.id,
                    said(before),
                    said(now)
                );
            }
        }
    }
    (table, drift)
}

fn rate(id: &str, of_kind: &[&&Judged]) -> Option<ErrorRate> {
    let fires = |one: &&&&Judged| one.fires(id);
    of_kind.iter().find(fires)?;
    let ordinary = of_kind.iter().filter(|one| !one.positive());
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Some(ErrorRate {
        fires: count(ordinary.clone().filter(fires).count()),
        of: count(ordinary.count()),
    })
}

fn said(rate: Option<ErrorRate>) -> String {
    rate.map_or_else(
        || "not measured".to_owned(),
        |rate| format!("{} of {}", rate.fires, rate.of),
    )
}
