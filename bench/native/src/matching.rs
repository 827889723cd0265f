//! Programs that find phrases in a text.

use crate::Job;
use serde_json::Value;
use touchstone_bench::sets;

/// `input` is a set and a text: `4,text-20000`.
pub fn job(name: &str, input: &str, read: &dyn Fn(&str) -> String) -> Option<Job> {
    let (set, text) = input.split_once(',')?;
    let text = read(text);
    let patterns = || -> Vec<String> {
        let set: Value = serde_json::from_str(&read(&format!("set-{set}.json"))).unwrap();
        let patterns = set["patterns"].as_array().unwrap();
        patterns.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    Some(match name {
        "touchstone-match" => {
            let set = &sets()[set.parse::<usize>().unwrap()];
            Box::new(move || set.matches(&text))
        }
        "touchstone-found" => {
            let set = &sets()[set.parse::<usize>().unwrap()];
            Box::new(move || set.found(&text).len())
        }
        "rust-regex" => {
            let all: Vec<String> = patterns().iter().map(|one| format!("(?i-u:\\b(?:{one})\\b)")).collect();
            let all = regex::bytes::RegexSetBuilder::new(all).size_limit(1 << 30).build().unwrap();
            Box::new(move || all.matches(text.as_bytes()).iter().count())
        }
        #[cfg(feature = "yara")]
        "yara-x" => yara(&patterns(), text),
        _ => return None,
    })
}

/// One rule with all phrases. Finding one would be enough for its condition: YARA-X searches them all anyway.
#[cfg(feature = "yara")]
fn yara(patterns: &[String], text: String) -> Job {
    let plain = |one: &str| one.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
    let string = |(at, one): (usize, &String)| match plain(one) {
        true => format!("$p{at} = \"{one}\" nocase fullword"),
        false => format!("$p{at} = /\\b({one})\\b/ nocase"),
    };
    let strings: Vec<String> = patterns.iter().enumerate().map(string).collect();
    let rule = format!("rule phrases {{ strings: {} condition: any of them }}", strings.join("\n"));
    let rules: &'static yara_x::Rules = Box::leak(Box::new(yara_x::compile(rule.as_str()).unwrap()));
    let mut scanner = yara_x::Scanner::new(rules);
    Box::new(move || {
        let found = scanner.scan(text.as_bytes()).unwrap();
        let patterns = found.matching_rules().flat_map(|rule| rule.patterns().collect::<Vec<_>>());
        patterns.filter(|pattern| pattern.matches().len() > 0).count()
    })
}
