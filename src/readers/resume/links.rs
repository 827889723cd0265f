//! Links of a text: those of the file, and addresses that are written out, with or without
//! "https://".

use crate::blocks::Block;
use crate::profile::{Field, Link, Place, Words, site};
use crate::readers::Address;
use crate::readers::contacts;
use std::collections::HashSet;

/// Endings of names that people give their own sites and addresses. "ASP.NET" and "Node.js" are none.
pub(super) const TOPS: &[&str] = &[
    "com", "org", "dev", "io", "me", "app", "tech", "fr", "de", "es", "pt", "br", "uk", "ch", "at",
    "be", "nl", "it", "in", "eu", "co", "ca", "us", "info", "site", "page", "xyz", "online",
    "example", "jp", "cn", "kr", "se", "pl", "ai",
];

/// The links of the lines, in order, once each.
pub(super) fn links(blocks: &[Block]) -> Vec<Link> {
    let mut known = HashSet::new();
    let mut out: Vec<Link> = Vec::new();
    for block in blocks {
        let anchors = contacts::links(std::slice::from_ref(block), &Address::default());
        let anchors = anchors.into_iter().map(|link| (link.href, link.words.text));
        let written = written(&block.text).map(|(href, text)| (href, text.to_owned()));
        for (href, text) in anchors.chain(written) {
            if known.insert(key(&href)) {
                let place = Place::at(Field::Links, out.len() as u32);
                out.push(Link {
                    href,
                    words: Words { text, place },
                });
            }
        }
    }
    out
}

/// An address without what does not tell two apart.
fn key(href: &str) -> String {
    let bare = href.split_once("://").map_or(href, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.trim_end_matches('/').to_lowercase()
}

/// The addresses in a text, whole and as written.
fn written(text: &str) -> impl Iterator<Item = (String, &str)> {
    let beside = text.contains('@') || is_labelled(text);
    let bounds = |c: char| c.is_whitespace() || "|,;<>()[]{}\"“”•·，；（）".contains(c);
    text.split(bounds).filter_map(move |word| {
        let word = without_label(word).trim_end_matches(['.', ':', '!', '?', '\'']);
        let href = address(word, beside)?;
        Some((href, word))
    })
}

/// "LinkedIn:linkedin.com/in/jo" without the label.
fn without_label(word: &str) -> &str {
    match word.split_once([':', '：']) {
        Some((label, rest)) if !rest.starts_with("//") && !label.contains('.') => rest,
        _ => word,
    }
}

/// Whether a line says that an address follows.
fn is_labelled(text: &str) -> bool {
    const LABELS: &[&str] = &[
        "web",
        "website",
        "site",
        "site web",
        "portfolio",
        "url",
        "homepage",
        "blog",
        "página web",
        "sitio web",
        "webseite",
        "网站",
        "ポートフォリオ",
    ];
    let label = text
        .split([':', '：'])
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    LABELS.contains(&label.as_str())
}

fn address(word: &str, beside: bool) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    if !word.is_ascii() || word.contains('@') && !lower.contains("://") || word.len() < 5 {
        return None;
    }
    let whole = if lower.starts_with("http://") || lower.starts_with("https://") {
        word.to_owned()
    } else if lower.contains("://") {
        return None;
    } else {
        format!("https://{word}")
    };
    let target = Address::parse(&whole);
    let host = target.host.trim_start_matches("www.");
    let labels = host.split('.').count();
    let fits = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
    let top = host.rsplit('.').next().unwrap_or_default();
    let named = labels >= 2 && host.chars().all(fits) && !host.split('.').any(str::is_empty);
    let said = lower.contains("://") || lower.starts_with("www.");
    let account = target.account().is_some() || site(host).is_some() && !target.path.is_empty();
    let own = beside && TOPS.contains(&top) && word == lower && top.len() >= 2;
    let pages = ["github.io", "gitlab.io", "vercel.app", "netlify.app"];
    let hosted = labels >= 3 && pages.iter().any(|page| host.ends_with(page));
    (target.web && named && (said || account || own || hosted)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::of_text;

    fn check(text: &str, expect: &[&str]) {
        let found = links(&of_text(text));
        let found: Vec<&str> = found.iter().map(|link| link.href.as_str()).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn addresses_with_and_without_scheme() {
        check(
            "linkedin.com/in/jo-doe | github.com/jodoe",
            &["https://linkedin.com/in/jo-doe", "https://github.com/jodoe"],
        );
        check(
            "LinkedIn:www.linkedin.com/in/jo-doe.",
            &["https://www.linkedin.com/in/jo-doe"],
        );
        check("jo@doe.example · jodoe.dev", &["https://jodoe.dev"]);
        check("Website: jodoe.dev", &["https://jodoe.dev"]);
        check(
            "see https://doe.example/cv and http://doe.example/cv/",
            &["https://doe.example/cv"],
        );
        check("jodoe.github.io", &["https://jodoe.github.io"]);
    }

    #[test]
    fn words_with_dots() {
        for text in [
            "Node.js, ASP.NET, socket.io",
            "jo@doe.example",
            "e.g. this",
            "v1.2.3",
            "B.Sc.",
        ] {
            check(text, &[]);
        }
    }
}
