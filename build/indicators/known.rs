//! The list of known identifiers: `known.tsv` (and `known-invented.tsv`, for samples) hold a
//! digest a line with its number of independent sources, the month it ends and the codes of
//! its sources; `removed.tsv` holds digests that stay out.

use super::rules::is_date;
use super::{Problems, load};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// The lists as Rust source.
pub fn source(root: &Path, problems: &mut Problems) -> String {
    let sources = load(&root.join("known-sources.tsv"), problems);
    let codes: BTreeSet<&str> = sources.rows().map(|(_, row)| first(row)).collect();
    let removed_file = load(&root.join("removed.tsv"), problems);
    let removed: BTreeSet<&str> = removed_file.rows().map(|(_, row)| first(row)).collect();
    let mut out = String::new();
    for (table, name) in [
        ("KNOWN", "known.tsv"),
        ("KNOWN_INVENTED", "known-invented.tsv"),
    ] {
        let file = load(&root.join(name), problems);
        let mut list = List::default();
        for (line, row) in file.rows() {
            if let Err(reason) = list.add(row, &codes, &removed) {
                problems.add(&file.path, line, reason);
            }
        }
        if table != "KNOWN" {
            out.push_str("#[cfg(not(target_arch = \"wasm32\"))]\n");
        }
        let _ = writeln!(
            out,
            "#[allow(clippy::unreadable_literal)] // digests are no quantities\npub(super) static {table}: Table = Table {{ digests: &{:?}, set_of: &{:?}, sets: &[{}] }};",
            list.digests,
            list.set_of,
            list.sets.join(", ")
        );
    }
    out
}

fn first(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

#[derive(Default)]
struct List {
    digests: Vec<u64>,
    set_of: Vec<usize>,
    sets: Vec<String>,
}

impl List {
    fn add(
        &mut self,
        row: &str,
        codes: &BTreeSet<&str>,
        removed: &BTreeSet<&str>,
    ) -> Result<(), &'static str> {
        let cells: Vec<&str> = row.split('\t').collect();
        let [hex, independent, until, named] = cells.as_slice() else {
            return Err("digest, independent sources, month of the end, codes of the sources");
        };
        if removed.contains(hex) {
            return Err("this digest was removed (removed.tsv) and must not come back");
        }
        let digest = (hex.len() == 16)
            .then(|| u64::from_str_radix(hex, 16).ok())
            .flatten()
            .ok_or("a digest is sixteen hexadecimal digits")?;
        if self.digests.last().is_some_and(|last| *last >= digest) {
            return Err("digests are sorted and stand once");
        }
        let independent: u8 = independent
            .parse()
            .ok()
            .filter(|count| (1..=9).contains(count))
            .ok_or("one to nine independent sources")?;
        if until.len() != 7 || !is_date(until, 2) {
            return Err("the end is YYYY-MM");
        }
        if !named.split(',').all(|code| codes.contains(code)) {
            return Err("a code is no row of known-sources.tsv");
        }
        let (year, month) = until.split_once('-').unwrap_or_default();
        let month = month.trim_start_matches('0');
        let set = format!("Set {{ independent: {independent}, until: ({year}, {month}) }}");
        let at = self.sets.iter().position(|known| *known == set);
        let at = at.unwrap_or_else(|| {
            self.sets.push(set);
            self.sets.len() - 1
        });
        self.digests.push(digest);
        self.set_of.push(at);
        Ok(())
    }
}
