//! Whether the doctype of a page asks for quirks mode, in which a table stays inside an open paragraph.
//!
//! Reads the text between `<!doctype` and `>` only.

/// How public identifiers of old pages start.
const OLD_PREFIXES: &str = include_str!("quirks.txt");
const OLD: [&str; 3] = [
    "-//w3o//dtd w3 html strict 3.0//en//",
    "-/w3c/dtd html 4.0 transitional/en",
    "html",
];
const OLD_SYSTEM: &str = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";
const HTML4: [&str; 2] = [
    "-//w3c//dtd html 4.01 frameset//",
    "-//w3c//dtd html 4.01 transitional//",
];

pub(super) fn asks_for_quirks(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let text = text.trim_start_matches(is_space);
    let (name, rest) = text
        .split_at_checked(text.find(is_space).unwrap_or(text.len()))
        .unwrap_or_default();
    name != "html" || identifiers_ask(rest.trim_start_matches(is_space))
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Whether what follows the name is broken or names an old standard.
fn identifiers_ask(rest: &str) -> bool {
    if rest.is_empty() {
        return false;
    }
    if let Some(rest) = rest.strip_prefix("system") {
        return quoted(rest).is_none_or(|(system, _)| system == OLD_SYSTEM);
    }
    let Some((public, rest)) = rest.strip_prefix("public").and_then(quoted) else {
        return true;
    };
    let rest = rest.trim_start_matches(is_space);
    let system = quoted(rest).map(|(system, _)| system);
    let broken = system.is_none() && !rest.is_empty();
    broken || is_old(public, system)
}

fn is_old(public: &str, system: Option<&str>) -> bool {
    let html4 = HTML4.iter().any(|prefix| public.starts_with(prefix));
    OLD.contains(&public)
        || system == Some(OLD_SYSTEM)
        || OLD_PREFIXES
            .lines()
            .any(|prefix| public.starts_with(prefix))
        || (html4 && system.is_none())
}

/// A quoted text and what follows it; `None` when there is none or it does not end.
fn quoted(rest: &str) -> Option<(&str, &str)> {
    let rest = rest.trim_start_matches(is_space);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest.strip_prefix(quote)?.split_once(quote)
}
