//! Many candidates one after the other, on one core.

use crate::{Job, reading};
use regex::bytes::{Regex, RegexBuilder};
use serde_json::Value;
use touchstone::indicators;
use touchstone::profile::{Case, Date};
use touchstone::readers;

/// `input` is a list of pages: `[[address, html], …]`.
pub fn job(name: &str, input: &str, read: &dyn Fn(&str) -> String) -> Option<Job> {
    let pages: Vec<(String, String)> = match name {
        "touchstone-batch" | "html5ever-regex-batch" => serde_json::from_str(&read(input)).unwrap(),
        _ => return None,
    };
    if name == "touchstone-batch" {
        let today = Date::parse("2026-11-24").unwrap();
        return Some(Box::new(move || pages.iter().map(|(url, html)| judge(url, html, today)).sum()));
    }
    let phrases = all_phrases(&read("set-0.json"));
    Some(Box::new(move || pages.iter().map(|(_, html)| phrases.find_iter(reading::words(html).as_bytes()).count()).sum()))
}

/// Reads, judges by all indicators, and adds up.
fn judge(url: &str, html: &str, today: Date) -> usize {
    let sources = vec![readers::read(url, html).profile];
    indicators::assess(&Case { sources }, today).hits.len()
}

/// The product's own phrases as one regular expression.
fn all_phrases(set: &str) -> Regex {
    let set: Value = serde_json::from_str(set).unwrap();
    let patterns = set["patterns"].as_array().unwrap().iter().filter_map(Value::as_str);
    let one = patterns.collect::<Vec<_>>().join("|");
    RegexBuilder::new(&format!("\\b(?:{one})\\b")).case_insensitive(true).unicode(false).size_limit(1 << 30).dfa_size_limit(1 << 28).build().unwrap()
}
