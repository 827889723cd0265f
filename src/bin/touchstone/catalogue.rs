//! The public catalogue: one static page an indicator, and an index by group.
//!
//! No script, no request, one stylesheet; every text is escaped. The same list gives the same
//! bytes, so the pages in `www/indicators` are compared with a fresh run by a test.

use std::fmt::Write;
use std::path::Path;
use touchstone::indicators::{self, Basis, Indicator, Kind, Status, samples::Sample};
use touchstone::lang::Lang;
use touchstone::report::{ProfileKind, error_rate};

/// Where the pages stand in the repository.
pub const FOLDER: &str = "www/indicators";

/// Written by hand; it stands beside the pages.
const STYLE: &str = include_str!("../../../www/indicators/style.css");

/// Writes all pages into `folder`.
pub fn write(folder: &Path) -> Result<String, String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let pages = pages()?;
    for (name, text) in &pages {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(format!("{} files in {}\n", pages.len(), folder.display()))
}

/// File names and texts.
fn pages() -> Result<Vec<(String, String)>, String> {
    let samples = indicators::samples::all()?;
    let mut out = vec![
        ("style.css".to_owned(), STYLE.to_owned()),
        ("index.html".to_owned(), index()),
    ];
    for one in indicators::list() {
        let mine: Vec<&Sample> = samples.iter().filter(|s| s.indicator == one.id).collect();
        out.push((file_name(one.id), page(one, &mine)));
    }
    Ok(out)
}

fn file_name(id: &str) -> String {
    format!("{}.html", id.replace('/', "-"))
}

/// Text as HTML shows it; the `{places}` that a finding fills stand in brackets.
fn escape(text: &str) -> String {
    let mut parts = text.split('{');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((place, rest)) => plain = format!("{plain}[{place}]{rest}"),
            // A brace that is never closed is a brace.
            None => plain = format!("{plain}{{{part}"),
        }
    }
    let plain = plain.replace('&', "&amp;").replace('<', "&lt;");
    plain.replace('>', "&gt;").replace('"', "&quot;")
}

fn document(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn index() -> String {
    let mut body = String::from(
        "<h1>What Touchstone looks for</h1>\n<p>Every line of the list, with its reasons, sources, innocent explanations and samples. \
         A level says how many details need verification; a person decides.</p>\n",
    );
    for group in indicators::groups() {
        let title = indicators::group_title(Lang::En, group.id).unwrap_or(group.id);
        let _ = write!(
            body,
            "<h2>{}</h2>\n<p class=\"soft\">Together at most {} points.</p>\n<ul>\n",
            escape(title),
            group.cap
        );
        for one in indicators::list()
            .iter()
            .filter(|one| one.group == group.id)
        {
            let title = indicators::texts(Lang::En, one.id).map_or(one.id, |texts| texts.title);
            let _ = writeln!(
                body,
                "<li><a href=\"{}\">{}</a> <span class=\"soft\">{} points</span></li>",
                file_name(one.id),
                escape(title),
                one.bits
            );
        }
        body.push_str("</ul>\n");
    }
    document("What Touchstone looks for", &body)
}

fn page(one: &Indicator, samples: &[&Sample]) -> String {
    let Some(texts) = indicators::texts(Lang::En, one.id) else {
        return String::new();
    };
    let list = |items: &[&str]| -> String {
        items.iter().fold(String::new(), |mut out, item| {
            let _ = writeln!(out, "<li>{}</li>", escape(item));
            out
        })
    };
    let mut body = format!(
        "<p><a href=\"index.html\">All lines</a></p>\n<h1>{}</h1>\n<p>{}</p>\n{}<h2>Innocent reasons</h2>\n<ul>\n{}</ul>\n\
         <h2>Next step</h2>\n<p>{}</p>\n<p>A question to ask: {}</p>\n",
        escape(texts.title),
        escape(texts.why),
        facts(one),
        list(texts.innocent),
        escape(texts.next),
        escape(texts.question)
    );
    body.push_str("<h2>Sources</h2>\n<ul>\n");
    for reference in indicators::references(one.id) {
        let title = escape(reference.title);
        let title = if reference.url.is_empty() {
            title
        } else {
            format!(
                "<a href=\"{}\" rel=\"noreferrer\">{title}</a>",
                escape(reference.url)
            )
        };
        let _ = writeln!(
            body,
            "<li>{title}, {}: {}</li>",
            escape(reference.date),
            escape(reference.says)
        );
    }
    body.push_str("</ul>\n");
    for (fires, heading) in [
        (true, "It fires, for example"),
        (false, "It stays silent, for example"),
    ] {
        let mine: Vec<&str> = samples
            .iter()
            .filter(|sample| sample.fires == fires)
            .map(|sample| sample.because.as_str())
            .collect();
        if !mine.is_empty() {
            let _ = write!(body, "<h2>{heading}</h2>\n<ul>\n{}</ul>\n", list(&mine));
        }
    }
    document(&escape(texts.title), &body)
}

/// What it weighs and why, as a list of terms.
fn facts(one: &Indicator) -> String {
    let mut rows = vec![
        ("Name", one.id.to_owned()),
        ("Points", one.bits.to_string()),
        ("Kind", kind(one.kind).to_owned()),
        ("Status", status(one)),
    ];
    match indicators::basis(one.id) {
        Some(Basis::Judged(note)) => rows.push(("Basis", format!("Judged. {note}"))),
        Some(Basis::Measured {
            positives: (a, b),
            ordinary: (c, d),
            corpus,
        }) => {
            rows.push((
                "Basis",
                format!("Measured: {a} of {b} documented, {c} of {d} ordinary; {corpus}"),
            ));
        }
        None => {}
    }
    for (of, words) in [
        (ProfileKind::Readme, "GitHub pages with a README"),
        (ProfileKind::GithubProfile, "GitHub pages without one"),
        (ProfileKind::Resume, "résumés"),
    ] {
        if let Some(rate) = error_rate(one.id, of) {
            rows.push((
                "Ordinary",
                format!("Fires on {} of {} ordinary {words}", rate.fires, rate.of),
            ));
        }
    }
    rows.push(("Read again by", one.review_by.to_owned()));
    let rows = rows.iter().fold(String::new(), |mut out, (term, text)| {
        let _ = writeln!(out, "<dt>{term}</dt><dd>{}</dd>", escape(text));
        out
    });
    format!("<dl>\n{rows}</dl>\n")
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Contradiction => "Two things that exclude each other",
        Kind::DocumentedIdentifier => "An exact identifier that a source names",
        Kind::Impossibility => "Arithmetic rules it out",
        Kind::Soft => "More common in documented cases",
        Kind::ForThePerson => "Speaks for the person",
    }
}

fn status(one: &Indicator) -> String {
    let status = match one.status {
        Status::Stable => "In use",
        Status::Trial => "On trial, carries no points",
        Status::Retired => "Retired",
    };
    match indicators::stage(one.id) {
        Some(stage) => format!("{status}; a person ticks it ({stage:?})"),
        None => status.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_places_are_left_open() {
        let check = |text: &str, expect: &str| assert_eq!(escape(text), expect);
        check("<b onclick=\"x\">&", "&lt;b onclick=&quot;x&quot;&gt;&amp;");
        check("names {skills} in {fields}.", "names [skills] in [fields].");
        check("an open { brace", "an open { brace");
    }

    #[test]
    fn the_pages_in_the_repository_are_those_of_the_list() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
        let pages = pages().unwrap();
        for (name, text) in &pages {
            let there = std::fs::read_to_string(root.join(name)).unwrap_or_default();
            assert!(
                there == *text,
                "{FOLDER}/{name} is not of this list: run `touchstone indicators --page`"
            );
        }
        let there = std::fs::read_dir(&root).unwrap().count();
        assert_eq!(
            there,
            pages.len(),
            "{FOLDER} holds a page of no line: delete it"
        );
    }

    #[test]
    fn every_page_is_whole() {
        for (name, text) in pages()
            .unwrap()
            .iter()
            .filter(|(name, _)| name != "style.css")
        {
            for tag in ["html", "body", "ul", "li", "dl", "p", "a", "h1", "h2"] {
                let opened = text.matches(&format!("<{tag}>")).count()
                    + text.matches(&format!("<{tag} ")).count();
                assert_eq!(
                    opened,
                    text.matches(&format!("</{tag}>")).count(),
                    "{name}: {tag}"
                );
            }
            assert!(!text.contains("<script"), "{name}");
            let policy = "content=\"default-src 'none'; style-src 'self'\"";
            assert!(text.contains(policy), "{name}");
        }
    }
}
