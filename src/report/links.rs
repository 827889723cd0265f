//! Searches elsewhere that the user may follow. Each says exactly what would leave the browser,
//! and is an address only: nothing opens it but a click.

use super::{Assessment, Record, plain};
use crate::lang::{Key, key};
use crate::profile::Field;
use std::fmt::Write;

/// A search elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it looks for.
    pub title: Key,
    /// What of the candidate stands in the address; empty where nothing does.
    pub leaves: String,
    /// The address.
    pub url: String,
}

/// Most searches of one kind.
const MOST: usize = 3;

/// The searches that fit what was found.
pub fn links(record: &Record, found: &Assessment) -> Vec<Link> {
    let mut out = archives(record);
    out.extend(registries(found));
    out.extend(repositories(found));
    for url in ["https://tineye.com/", "https://images.google.com/"] {
        out.push(Link {
            title: key::LINKS_PICTURE,
            leaves: String::new(),
            url: url.to_owned(),
        });
    }
    out
}

/// Older copies of the pages.
fn archives(record: &Record) -> Vec<Link> {
    let sources = record.sources.iter().map(|source| source.url.as_deref());
    let pages = sources.chain([record.url.as_deref()]).flatten();
    let mut urls: Vec<&str> = pages.filter(|url| url.starts_with("https://")).collect();
    urls.dedup();
    let link = |url: &&str| Link {
        title: key::LINKS_ARCHIVE,
        leaves: (*url).to_owned(),
        url: format!("https://web.archive.org/web/*/{}", encoded(url)),
    };
    urls.iter().take(MOST).map(link).collect()
}

/// Employers that a line speaks of, in a register of companies.
fn registries(found: &Assessment) -> Vec<Link> {
    let names = words(found, |field| field == Field::PositionEmployer);
    let link = |name: &String| Link {
        title: key::LINKS_REGISTER,
        leaves: name.clone(),
        url: format!("https://opencorporates.com/companies?q={}", encoded(name)),
    };
    names.iter().map(link).collect()
}

/// Sentences that a line quotes, in public repositories.
fn repositories(found: &Assessment) -> Vec<Link> {
    let is_text = |field| matches!(field, Field::About | Field::Text | Field::PositionText);
    let quotes = words(found, is_text);
    let sentences = quotes.iter().filter(|words| words.split(' ').count() >= 4);
    let link = |words: &String| Link {
        title: key::LINKS_REPOSITORIES,
        leaves: words.clone(),
        url: format!(
            "https://github.com/search?type=code&q=%22{}%22",
            encoded(words)
        ),
    };
    sentences.map(link).collect()
}

/// The words of the lines to verify that stand in such fields, each once, the first ones.
fn words(found: &Assessment, is_meant: impl Fn(Field) -> bool) -> Vec<String> {
    let spans = found.hits.iter().flat_map(|hit| &hit.evidence);
    let mut out: Vec<String> = Vec::new();
    for span in spans.filter(|span| is_meant(span.place.field)) {
        let words = plain(&span.words);
        if !words.is_empty() && words.len() <= 200 && !out.contains(&words) && out.len() < MOST {
            out.push(words);
        }
    }
    out
}

/// Words as a part of an address.
fn encoded(words: &str) -> String {
    let mut out = String::new();
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // writing to a text cannot fail
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Place;
    use crate::report::{Level, State, sample};

    #[test]
    fn each_search_carries_what_it_says_and_nothing_else() {
        let mut found = sample::empty(Level::WorthChecking);
        let mut hit = sample::hit("a/b", 10);
        for (field, words) in [
            (Field::PositionEmployer, "Société & Fils"),
            (Field::About, "two words"),
            (Field::Text, "four words or more"),
            (Field::Name, "Jo Doe"),
        ] {
            let mut span = hit.evidence[0].clone();
            (span.place, span.words) = (Place::of(field), words.to_owned());
            hit.evidence.push(span);
        }
        found.hits.push(hit);
        let record = Record {
            url: Some("https://example.com/jo?a=1".to_owned()),
            ..Record::of(State::Judged)
        };
        let urls: Vec<String> = links(&record, &found)
            .into_iter()
            .map(|link| link.url)
            .collect();
        let expect = [
            "https://web.archive.org/web/*/https%3A%2F%2Fexample.com%2Fjo%3Fa%3D1",
            "https://opencorporates.com/companies?q=Soci%C3%A9t%C3%A9%20%26%20Fils",
        ];
        assert_eq!(urls[..2], expect);
        assert!(
            urls.iter()
                .any(|url| url.ends_with("q=%22four%20words%20or%20more%22"))
        );
        assert!(
            !urls
                .iter()
                .any(|url| url.contains("Jo") || url.contains("two"))
        );
    }
}
