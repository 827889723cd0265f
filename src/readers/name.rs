//! The name: JSON-LD, an h-card, the heading that agrees with the title, the title itself.
//!
//! On platforms whose address says that this is a person, any script and any number of words
//! pass; elsewhere only what looks like a name does.

use super::page::Page;
use super::{jsonld, tracking, words};
use crate::blocks::Block;
use crate::profile::{Agreement, Platform};
use crate::text::{compare_names, fold};

/// The name and the block that shows it.
pub(super) struct Name {
    pub(super) text: String,
    pub(super) at: Option<usize>,
}

/// The name, by the strongest sign that the page has.
pub(super) fn name(page: &Page<'_, '_>, person: Option<&jsonld::Person>) -> Option<Name> {
    find(page, person).map(|name| Name {
        text: without_pronouns(&name.text).to_owned(),
        ..name
    })
}

/// "Jo Doe (They/Them)" without what is never kept.
fn without_pronouns(name: &str) -> &str {
    match name.split_once(" (") {
        Some((before, rest)) if words::is_pronouns(rest) => before,
        _ => name,
    }
}

fn find(page: &Page<'_, '_>, person: Option<&jsonld::Person>) -> Option<Name> {
    let known = page.platform != Platform::Other;
    let declared = person
        .map(|person| person.name.as_str())
        .filter(|name| shown(page, name));
    if let Some(name) = declared {
        return Some(Name {
            text: name.to_owned(),
            at: block_of(page, name),
        });
    }
    if let Some(name) = card(page) {
        let at = block_of(page, &name);
        return Some(Name { text: name, at });
    }
    heading_in_title(page, known).or_else(|| match (known, page.is_unproven()) {
        (true, false) => first_heading(page, true),
        (true, true) => of_account(page)
            .or_else(|| first_heading(page, false))
            .or_else(|| title_alone(page)),
        _ => title_alone(page),
    })
}

/// Whether a declared name also stands in the title or the text: JSON-LD may be stale.
fn shown(page: &Page<'_, '_>, name: &str) -> bool {
    let words: Vec<&str> = page.title.split_whitespace().collect();
    let in_title = page.title_parts().iter().any(|part| {
        let part: Vec<&str> = part.split_whitespace().collect();
        part.len() >= 2 && compare_names(name, &part) == Agreement::Agrees
    });
    in_title
        || !words.is_empty() && fold(&page.title).contains(&fold(name))
        || block_of(page, name).is_some()
}

/// The block that shows a name, a heading before any other.
fn block_of(page: &Page<'_, '_>, name: &str) -> Option<usize> {
    let folded = fold(name);
    let same = |block: &Block| fold(&block.text) == folded;
    let heading = page
        .blocks
        .iter()
        .position(|block| block.heading > 0 && same(block));
    let begins =
        |block: &Block| block.heading > 0 && fold(&block.text).starts_with(&format!("{folded} "));
    heading
        .or_else(|| page.blocks.iter().position(same))
        .or_else(|| page.blocks.iter().position(begins))
}

/// The name in an h-card, a vCard or a Person item.
fn card(page: &Page<'_, '_>) -> Option<String> {
    let doc = page.doc;
    let class = |id, words: &[&str]| {
        doc.attr(id, "class").is_some_and(|class| {
            class
                .split_ascii_whitespace()
                .any(|word| words.contains(&word))
        })
    };
    let is_name = |id| class(id, &["fn", "p-name"]) || doc.attr(id, "itemprop") == Some("name");
    doc.descendants(page.root)
        .filter(|id| is_name(*id) && !class(*id, &["org", "url"]))
        .find(|id| {
            let around = || std::iter::successors(doc.parent(*id), |id| doc.parent(*id));
            let person = around().any(|id| {
                class(id, &["vcard", "h-card", "hresume", "h-resume"])
                    || doc
                        .attr(id, "itemtype")
                        .is_some_and(|kind| kind.ends_with("/Person"))
            });
            person && !around().any(|id| class(id, &["vevent", "h-entry", "org", "position"]))
        })
        .map(|id| page.text_of(id))
        .filter(|name| is_name_like(name, true))
}

/// A heading that is also a part of the title.
fn heading_in_title(page: &Page<'_, '_>, known: bool) -> Option<Name> {
    let parts: Vec<String> = page.title_parts().iter().map(|part| fold(part)).collect();
    let whole = page.folded_title();
    let agrees = |block: &&(usize, &Block)| {
        let text = fold(&block.1.text);
        parts.contains(&text) || whole.contains(&format!("({text})"))
    };
    let candidates: Vec<(usize, &Block)> = page
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| {
            block.heading > 0
                && words::section(&block.text).is_none()
                && is_name_like(&block.text, known)
                && !(page.is_tracking() && tracking::is_label(&block.text))
        })
        .collect();
    let (at, block) = candidates.iter().find(agrees)?;
    Some(Name {
        text: block.text.clone(),
        at: Some(*at),
    })
}

/// The first heading that can be a name; on platforms whose address says that this is a person.
fn first_heading(page: &Page<'_, '_>, known: bool) -> Option<Name> {
    if page.url.segment(2) == "details" {
        return page.title_parts().get(1).map(|part| Name {
            text: (*part).to_owned(),
            at: None,
        });
    }
    let is = |block: &Block| {
        block.heading > 0
            && words::section(&block.text).is_none()
            && is_name_like(&block.text, known)
            && !(page.is_tracking() && tracking::is_label(&block.text))
    };
    let at = page.blocks.iter().position(is)?;
    Some(Name {
        text: page.blocks.get(at)?.text.clone(),
        at: Some(at),
    })
}

/// "User Jo Doe", "jo (Jo Doe)": how the title of an account's page names its owner; the page
/// must show the name too.
fn of_account(page: &Page<'_, '_>) -> Option<Name> {
    let title = *page.title_parts().first()?;
    let inner = title
        .strip_suffix(')')
        .and_then(|title| title.split_once(" ("))
        .filter(|(account, _)| *account == page.url.segment(0))
        .map(|(_, name)| name);
    let name = inner.or_else(|| title.strip_prefix("User "))?;
    let at = block_of(page, name)?;
    is_name_like(name, true).then(|| Name {
        text: name.to_owned(),
        at: Some(at),
    })
}

/// A name that only the title has, or the title and a line that is no heading.
fn title_alone(page: &Page<'_, '_>) -> Option<Name> {
    const AROUND: &[&str] = &[
        "portfolio",
        "home",
        "homepage",
        "cv",
        "resume",
        "résumé",
        "curriculum",
        "vitae",
        "website",
        "site",
        "personal",
        "blog",
        "of",
        "de",
    ];
    let part = *page.title_parts().first()?;
    let announced = part
        .split_whitespace()
        .any(|word| AROUND.contains(&fold(word).as_str()))
        || page.title_parts().iter().skip(1).any(|part| {
            part.split_whitespace()
                .any(|word| AROUND.contains(&fold(word).as_str()))
        });
    let kept: Vec<&str> = part
        .split_whitespace()
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s"))
        .filter(|word| !AROUND.contains(&fold(word).as_str()))
        .collect();
    let name = kept.join(" ");
    let at = block_of(page, &name);
    (is_name_like(&name, false) && (announced || at.is_some())).then_some(Name { text: name, at })
}

/// Words in names that are written small.
const PARTICLES: &[&str] = &[
    "af", "al", "av", "bin", "bint", "binti", "da", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "e", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu",
];

/// Whether words can be a person's name. On pages that are known to be a person's, mononyms
/// and any script pass; elsewhere two to five capitalised words.
pub(super) fn is_name_like(text: &str, known: bool) -> bool {
    let count = text.split_whitespace().count();
    let clean = text.chars().count() <= 80
        && text.chars().any(char::is_alphabetic)
        && !text.contains(['@', '/', '?', '!', '{', ':']);
    if !clean || words::is_noise(text) || words::is_invitation(text) || text.contains("**") {
        return false;
    }
    if known {
        return count <= 8 && (count <= 3 || !text.ends_with('.'));
    }
    let capital = |word: &str| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
    };
    let particle = |word: &str| PARTICLES.contains(&word);
    let wordish = text
        .split_whitespace()
        .all(|word| capital(word) || particle(word));
    (2..=5).contains(&count)
        && wordish
        && !text.chars().any(|c| c.is_ascii_digit())
        && !words::is_title(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_elsewhere_need_two_capitalised_words() {
        for (text, expect) in [
            ("Jo Doe", true),
            ("Maria da Silva", true),
            ("Nur Aini binti Contoh", true),
            ("Our Team Is Hiring Now Everywhere", false),
            ("jo doe", false),
            ("Senior Engineer", false),
        ] {
            assert_eq!(is_name_like(text, false), expect, "{text}");
        }
    }
}
