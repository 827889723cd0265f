//! Measures the list on a labelled corpus, through the same readers as in the extension.
//!
//! A corpus is one JSON object a line, plain or gzip. What is measured: how well the points
//! separate, how many ordinary candidates are flagged and who they are, and how often each
//! indicator fires. Nothing printed names an item; only `--items` writes their ids.

mod case;
mod corpus;
mod measure;
mod rates;
mod report;
mod stats;

use corpus::{Corpus, Item, Label};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use touchstone::indicators;
use touchstone::profile::Date;
use touchstone::report::{Level, Points};

/// What to evaluate, and how.
pub struct Plan {
    /// The corpus.
    pub corpus: PathBuf,
    /// Where to write one line an item.
    pub items: Option<PathBuf>,
    /// Where to write how often each line fires on ordinary profiles.
    pub rates: Option<PathBuf>,
    /// Whether to print how the points drift from each file's basis instead.
    pub measure: bool,
    /// Whether documented identifiers are left out.
    pub without_known_identifiers: bool,
    /// The day of the evaluation.
    pub today: Date,
}

/// An item with its verdict.
struct Judged {
    item: Item,
    level: Level,
    bits: Points,
    hits: Vec<String>,
}

impl Judged {
    fn new(item: Item, plan: &Plan) -> Self {
        let given = indicators::Given {
            without_known: plan.without_known_identifiers,
            ..indicators::Given::default()
        };
        let found = indicators::assess_with(&case::of(&item), plan.today, given);
        let lines = found.hits.into_iter().chain(found.for_the_person);
        let mut hits: Vec<String> = lines.map(|hit| hit.id).collect();
        hits.sort_unstable();
        Self {
            item,
            level: found.level,
            bits: found.bits,
            hits,
        }
    }

    fn flagged(&self) -> bool {
        self.level >= Level::WorthChecking
    }

    fn positive(&self) -> bool {
        self.item.label == Label::Positive
    }

    fn fires(&self, id: &str) -> bool {
        self.hits.iter().any(|hit| hit == id)
    }

    /// What orders the items: the points; an abstention stands below every verdict.
    fn score(&self) -> i32 {
        if self.level == Level::NotEnough {
            i32::MIN
        } else {
            self.bits.0
        }
    }

    /// One line of `--items`.
    fn line(&self) -> String {
        let line = serde_json::json!({
            "id": self.item.id,
            "label": self.item.label.word(),
            "kind": self.item.kind.word(),
            "group": self.item.group,
            "level": self.level,
            "bits": self.bits,
            "hits": self.hits,
        });
        format!("{line}\n")
    }
}

/// Reads, judges, writes the items and gives the text to print.
pub fn run(plan: &Plan) -> Result<String, String> {
    let Corpus { items, bad } = corpus::read(&plan.corpus)?;
    for (line, reason) in &bad {
        eprintln!("touchstone: line {line}: {reason}, left out");
    }
    if items.is_empty() {
        let path = plan.corpus.display();
        return Err(format!("{path}: no item of a corpus could be read"));
    }
    let judged: Vec<Judged> = items
        .into_iter()
        .map(|item| Judged::new(item, plan))
        .collect();
    if let Some(path) = &plan.items {
        write(path, &judged).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let head = head(plan, bad.len());
    if let Some(path) = &plan.rates {
        let (table, drift) = rates::tables(&judged);
        std::fs::write(path, table).map_err(|error| format!("{}: {error}", path.display()))?;
        let drift = if drift.is_empty() {
            "  nothing\n".to_owned()
        } else {
            drift
        };
        return Ok(format!(
            "{head}\nOrdinary profiles on which a line fires, changed since the list was made:\n{drift}"
        ));
    }
    Ok(if plan.measure {
        head + &measure::table(&judged)
    } else {
        head + &report::tables(&judged)
    })
}

fn write(path: &Path, judged: &[Judged]) -> std::io::Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    for one in judged {
        file.write_all(one.line().as_bytes())?;
    }
    file.flush()
}

/// With which rules, on which day, and what was left out.
fn head(plan: &Plan, bad: usize) -> String {
    let mut text = format!(
        "Rules {}, as of {}.\n",
        indicators::RULES_VERSION,
        plan.today
    );
    if plan.without_known_identifiers {
        text += "Without known identifiers.\n";
    }
    if bad > 0 {
        let _ = writeln!(text, "{bad} lines could not be read and are left out.");
    }
    text
}

/// READMEs of one account are versions of one text: the longest stands for the account.
fn units(judged: &[Judged]) -> Vec<&Judged> {
    let mut out: Vec<&Judged> = Vec::new();
    let mut at = std::collections::HashMap::new();
    for one in judged {
        let Some(account) = one.item.account() else {
            out.push(one);
            continue;
        };
        let place = *at.entry(account).or_insert(out.len());
        match out.get_mut(place) {
            Some(kept) if kept.item.length < one.item.length => *kept = one,
            Some(_) => {}
            None => out.push(one),
        }
    }
    out
}
