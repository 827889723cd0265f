//! From a table of identifiers with their sources to the list of digests.
//!
//! The table stays outside of the repository: type, value and sources, parted by tabs, with a
//! head line. What is written holds no value of it. What is left out is counted by reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use touchstone::indicators::known::{Kind, digest, key};
use touchstone::profile::Platform;

/// The sources: code, name in the table, family, use, month of the end, why.
const SOURCES: &str = include_str!("../../indicators/known-sources.tsv");
/// Digests that stay out.
const REMOVED: &str = include_str!("../../indicators/removed.tsv");

/// What to build.
pub struct Plan {
    /// The table.
    pub table: PathBuf,
    /// The list to write.
    pub out: PathBuf,
}

/// Builds the list; says how many were taken and how many left out, by reason.
pub fn run(plan: &Plan) -> Result<String, String> {
    let text = read(&plan.table)?;
    let (list, counts) = build(&text, SOURCES, REMOVED)
        .map_err(|error| format!("{}:{error}", plan.table.display()))?;
    std::fs::write(&plan.out, list).map_err(|error| format!("{}: {error}", plan.out.display()))?;
    Ok(counts.iter().fold(String::new(), |mut out, (what, count)| {
        let _ = writeln!(out, "{count:>6}  {what}");
        out
    }))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// A source of the table.
struct Source<'a> {
    code: &'a str,
    named: &'a str,
    family: &'a str,
    alone: bool,
    until: &'a str,
}

fn sources(text: &str) -> Vec<Source<'_>> {
    let source = |line| -> Option<Source<'_>> {
        let mut cells = str::split(line, '\t');
        Some(Source {
            code: cells.next()?,
            named: cells.next()?,
            family: cells.next()?,
            alone: cells.next()? == "alone",
            until: cells.next()?,
        })
    };
    rows(text).filter_map(|(_, line)| source(line)).collect()
}

fn rows(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// How often what happened.
type Counts = BTreeMap<&'static str, u32>;

/// The list and the counts, or the line of the table that is wrong and why.
fn build(table: &str, known: &str, removed: &str) -> Result<(String, Counts), String> {
    let known = sources(known);
    let removed: BTreeSet<&str> = rows(removed)
        .filter_map(|(_, line)| line.split('\t').next())
        .collect();
    let mut counts = Counts::new();
    // Rows may name the same value, each by another source: their sources stand together.
    let mut list: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (line, row) in rows(table).skip(1) {
        let mut cells = row.split('\t');
        let (Some(kind), Some(value), Some(by)) = (cells.next(), cells.next(), cells.next()) else {
            return Err(format!("{line}: type, value and sources, parted by tabs"));
        };
        match entry(kind, value, by, &known) {
            Ok((hex, named)) => list.entry(hex).or_default().extend(named),
            Err(reason) => *counts.entry(reason).or_default() += 1,
        }
    }
    list.retain(|hex, named| {
        let named: Vec<&Source<'_>> = named.iter().filter_map(|at| known.get(*at)).collect();
        let reason = if removed.contains(hex.as_str()) {
            "left out: removed"
        } else if !named.iter().any(|source| source.alone) {
            "left out: no source that is fit alone"
        } else {
            return true;
        };
        *counts.entry(reason).or_default() += 1;
        false
    });
    counts.insert("taken", u32::try_from(list.len()).unwrap_or(u32::MAX));
    let head = "# Digests of identifiers that published investigations name: see known.rs and SECURITY.md.\n\
                # Digest, independent sources, month of the end, codes of the sources (known-sources.tsv).\n";
    let lines = list
        .into_iter()
        .map(|(hex, named)| format!("{hex}\t{}\n", rest(&named, &known)));
    Ok((head.to_owned() + &lines.collect::<String>(), counts))
}

/// The digest of a row and which sources name it, or why it is left out.
fn entry(
    kind: &str,
    value: &str,
    by: &str,
    known: &[Source<'_>],
) -> Result<(String, Vec<usize>), &'static str> {
    let doubt = ["suspected", "maybe", "probably"];
    let lower = by.to_lowercase();
    if doubt.iter().any(|word| lower.contains(word)) {
        return Err("left out: marked as doubtful");
    }
    let kind = kind_of(kind).ok_or("left out: a kind that is not matched")?;
    let named = (0..).zip(known).filter(|(_, one)| by.contains(one.named));
    let named: Vec<usize> = named.map(|(at, _)| at).collect();
    let key = key(kind, value).ok_or("left out: too generic")?;
    Ok((format!("{:016x}", digest(&key)), named))
}

/// Independent sources, the month of the end and the codes of the sources.
fn rest(named: &BTreeSet<usize>, known: &[Source<'_>]) -> String {
    let named: Vec<&Source<'_>> = named.iter().filter_map(|at| known.get(*at)).collect();
    let families: BTreeSet<&str> = named.iter().map(|source| source.family).collect();
    let codes: Vec<&str> = named.iter().map(|source| source.code).collect();
    let until = named.iter().map(|source| source.until).max().unwrap_or("");
    format!("{}\t{until}\t{}", families.len(), codes.join(","))
}

/// Names of people and phone numbers have no kind, on purpose.
fn kind_of(word: &str) -> Option<Kind> {
    Some(match word {
        "email" => Kind::Email,
        "domain" => Kind::Site,
        "github" => Kind::Account(Platform::Github),
        "gitlab" => Kind::Account(Platform::Gitlab),
        "linkedin" => Kind::Account(Platform::Linkedin),
        "twitter" | "x" => Kind::Account(Platform::X),
        "telegram" => Kind::Account(Platform::Telegram),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "A\tfirst list\tone\talone\t2028-01\twhy\nB\tsecond list\ttwo\tsupport\t2029-01\twhy\nC\tcopy of the first\tone\talone\t2028-02\twhy\n";

    /// A row of the table, and what becomes of it: independent sources and end, or the reason.
    fn check(row: &str, expect: Result<&str, &str>) {
        let (list, counts) = build(&format!("type\tvalue\tsource\n{row}\n"), KNOWN, "").unwrap();
        let line = list.lines().find(|line| !line.starts_with('#'));
        let rest = line
            .and_then(|line| line.split_once('\t'))
            .map(|(_, rest)| rest);
        let reason = counts.keys().find(|reason| **reason != "taken").copied();
        match expect {
            Ok(expect) => assert_eq!((rest, reason), (Some(expect), None), "{row}"),
            Err(expect) => assert_eq!((rest, reason), (None, Some(expect)), "{row}"),
        }
        let value = row.split('\t').nth(1).unwrap().to_lowercase();
        assert!(
            !list.contains(&value),
            "the value itself stands in the list: {row}"
        );
    }

    #[test]
    fn rows_of_the_table() {
        check("github\ttealharbor7\tfirst list", Ok("1\t2028-01\tA"));
        check(
            "github\ttealharbor7\tfirst list; second list",
            Ok("2\t2029-01\tA,B"),
        );
        // A copy is not independent of what it copies.
        check(
            "email\tteal@post.example\tfirst list; copy of the first",
            Ok("1\t2028-02\tA,C"),
        );
        check(
            "github\ttealharbor7\tsecond list",
            Err("left out: no source that is fit alone"),
        );
        check(
            "github\ttealharbor7\tfirst list (maybe)",
            Err("left out: marked as doubtful"),
        );
        check("github\torrin\tfirst list", Err("left out: too generic"));
        check(
            "phone\t+1 555 0100\tfirst list",
            Err("left out: a kind that is not matched"),
        );
        check(
            "name\tOrrin Vale\tfirst list",
            Err("left out: a kind that is not matched"),
        );
    }

    /// The same value by two sources, in two rows and two writings, is one entry of both.
    #[test]
    fn rows_of_one_value_stand_together() {
        let table = "type\tvalue\tsource\ngithub\tTealHarbor7\tfirst list\ngithub\ttealharbor7\tsecond list\n";
        let (list, counts) = build(table, KNOWN, "").unwrap();
        assert!(list.ends_with("\t2\t2029-01\tA,B\n"), "{list}");
        assert_eq!(counts["taken"], 1);
        assert_eq!(counts.len(), 1, "{counts:?}");
    }

    #[test]
    fn a_removed_digest_stays_out() {
        let hex = format!("{:016x}", digest("github:tealharbor7"));
        let table = "type\tvalue\tsource\ngithub\tTealHarbor7\tfirst list\n";
        let (list, counts) = build(table, KNOWN, &format!("# head\n{hex}\t2026-11-24\n")).unwrap();
        assert!(!list.contains(&hex));
        assert_eq!(counts["left out: removed"], 1);
    }

    #[test]
    fn a_broken_row_is_named() {
        let error = build("type\tvalue\tsource\n\ngithub tealharbor7\n", KNOWN, "").unwrap_err();
        assert!(error.starts_with("3: "), "{error}");
    }
}
