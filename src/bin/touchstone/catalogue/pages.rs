//! The markup of the catalogue's pages.
//!
//! No script, no request, one stylesheet; every text is escaped. What the list has in English
//! only (samples, notes on the points, what a source says) is marked as English on other pages.

use super::words;
use std::fmt::Write;
use touchstone::indicators::{self, Basis, Indicator, samples::Sample};
use touchstone::lang::{self, Lang, Reference, key, text};
use touchstone::report::{ProfileKind, error_rate};

/// The name of an indicator's page.
pub fn file_name(id: &str) -> String {
    format!("{}.html", id.replace('/', "-"))
}

/// The folder of a language, from the catalogue's own, which is that of the default.
pub fn folder(lang: Lang) -> String {
    if lang == Lang::default() {
        return String::new();
    }
    format!("{}/", lang.code())
}

/// The way from a language's folder to the catalogue's own.
fn up(lang: Lang) -> &'static str {
    if lang == Lang::default() { "" } else { "../" }
}

/// Text as HTML shows it; the `{places}` that a finding fills stand in brackets.
pub fn escape(text: &str) -> String {
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

/// A whole page. `name` is its file name, the same in every language.
fn document(lang: Lang, name: &str, title: &str, links: &str, body: &str) -> String {
    let (code, up, others) = (lang.code(), up(lang), others(lang, name));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; style-src 'self'\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"{up}../icons/32.png\">\n<link rel=\"stylesheet\" href=\"{up}style.css\">\n</head>\n<body>\n\
         <nav>\n<a href=\"{up}../index.html\">Touchstone</a>\n{links}{others}</nav>\n\
         <main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Links to the page in the other languages, each in its own.
fn others(lang: Lang, name: &str) -> String {
    let mut links = String::new();
    for other in Lang::WITH_CATALOGUE.iter().filter(|other| **other != lang) {
        let (code, up, folder) = (other.code(), up(lang), folder(*other));
        let said = text(*other, key::LANGUAGE_NAME);
        let _ = writeln!(
            links,
            "<a href=\"{up}{folder}{name}\" lang=\"{code}\" hreflang=\"{code}\">{said}</a>"
        );
    }
    links
}

/// The index: every line, by group.
pub fn index(lang: Lang) -> String {
    let say = |key| text(lang, key);
    let (heading, lead) = (say(key::CATALOGUE_TITLE), say(key::CATALOGUE_LEAD));
    let mut body = format!("<h1>{heading}</h1>\n<p>{lead}</p>\n");
    for group in indicators::groups() {
        let title = indicators::group_title(lang, group.id).unwrap_or(group.id);
        let points = lang::points(lang, group.cap);
        let most = lang::fill(say(key::CATALOGUE_TOGETHER), &[("points", &points)]);
        let _ = write!(
            body,
            "<h2>{}</h2>\n<p class=\"soft\">{most}</p>\n<ul>\n",
            escape(title)
        );
        for one in indicators::list().iter().filter(|o| o.group == group.id) {
            let _ = writeln!(body, "<li>{}</li>", entry(lang, one));
        }
        body.push_str("</ul>\n");
    }
    document(lang, "index.html", heading, "", &body)
}

fn entry(lang: Lang, one: &Indicator) -> String {
    let title = indicators::texts(lang, one.id).map_or(one.id, |texts| texts.title);
    format!(
        "<a href=\"{}\">{}</a> <span class=\"soft\">{}</span>",
        file_name(one.id),
        escape(title),
        lang::points(lang, one.bits)
    )
}

/// The page of a line.
pub fn page(lang: Lang, one: &Indicator, samples: &[&Sample]) -> String {
    let Some(texts) = indicators::texts(lang, one.id) else {
        return String::new();
    };
    let say = |key| text(lang, key);
    let title = escape(texts.title);
    let innocent: String = texts.innocent.iter().map(|text| item(text)).collect();
    let question = lang::fill(
        say(key::CATALOGUE_QUESTION),
        &[("question", texts.question)],
    );
    let body = format!(
        "<h1>{title}</h1>\n<p>{}</p>\n{}<h2>{}</h2>\n<ul>\n{innocent}</ul>\n\
         <h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n{}{}{}",
        escape(texts.why),
        facts(lang, one),
        say(key::CATALOGUE_INNOCENT),
        say(key::CATALOGUE_NEXT),
        escape(texts.next),
        escape(&question),
        sources(lang, one),
        examples(lang, say(key::CATALOGUE_FIRES), samples, true),
        examples(lang, say(key::CATALOGUE_SILENT), samples, false),
    );
    let links = format!("<a href=\"index.html\">{}</a>\n", say(key::CATALOGUE_ALL));
    document(lang, &file_name(one.id), &title, &links, &body)
}

fn item(text: &str) -> String {
    format!("<li>{}</li>\n", escape(text))
}

/// The mark of a text that the list has in English only, on a page that is not.
fn english(lang: Lang) -> &'static str {
    if lang == Lang::default() {
        return "";
    }
    " lang=\"en\""
}

fn sources(lang: Lang, one: &Indicator) -> String {
    let list: String = indicators::references(one.id)
        .iter()
        .map(|reference| source(lang, reference))
        .collect();
    format!(
        "<h2>{}</h2>\n<ul>\n{list}</ul>\n",
        text(lang, key::CATALOGUE_SOURCES)
    )
}

fn source(lang: Lang, reference: &Reference) -> String {
    let title = escape(reference.title);
    let title = if reference.url.is_empty() {
        title
    } else {
        let url = escape(reference.url);
        format!("<a href=\"{url}\" rel=\"noreferrer\">{title}</a>")
    };
    format!(
        "<li{}>{title}, {}: {}</li>\n",
        english(lang),
        escape(reference.date),
        escape(reference.says)
    )
}

fn examples(lang: Lang, heading: &str, samples: &[&Sample], fires: bool) -> String {
    let list: String = samples
        .iter()
        .filter(|sample| sample.fires == fires)
        .map(|sample| item(&sample.because))
        .collect();
    if list.is_empty() {
        return list;
    }
    format!("<h2>{heading}</h2>\n<ul{}>\n{list}</ul>\n", english(lang))
}

/// What it weighs and why, as a list of terms.
fn facts(lang: Lang, one: &Indicator) -> String {
    let say = |key| text(lang, key);
    let mut rows = vec![
        row(say(key::CATALOGUE_TERM_NAME), &escape(one.id)),
        row(
            say(key::CATALOGUE_TERM_POINTS),
            &lang::number(lang, one.bits),
        ),
        row(say(key::CATALOGUE_TERM_KIND), say(words::kind(one.kind))),
        row(say(key::CATALOGUE_TERM_STATUS), &status(lang, one)),
    ];
    if let Some(basis) = indicators::basis(one.id) {
        rows.push(row(say(key::CATALOGUE_TERM_BASIS), &origin(lang, basis)));
    }
    rows.extend(rates(lang, one));
    rows.push(row(say(key::CATALOGUE_TERM_REVIEW), one.review_by));
    format!("<dl>\n{}</dl>\n", rows.concat())
}

fn row(term: &str, markup: &str) -> String {
    format!("<dt>{term}</dt><dd>{markup}</dd>\n")
}

fn origin(lang: Lang, basis: Basis) -> String {
    let (said, note) = match basis {
        Basis::Judged(note) => (text(lang, key::CATALOGUE_JUDGED).to_owned(), note),
        Basis::Measured {
            positives: (a, b),
            ordinary: (c, d),
            corpus,
        } => {
            let [a, b, c, d] = [a, b, c, d].map(|count| count.to_string());
            let counts = [("a", &*a), ("b", &*b), ("c", &*c), ("d", &*d)];
            (
                lang::fill(text(lang, key::CATALOGUE_MEASURED), &counts),
                corpus,
            )
        }
    };
    let note = escape(note);
    match english(lang) {
        "" => format!("{said} {note}"),
        mark => format!("{said} <span{mark}>{note}</span>"),
    }
}

fn rates(lang: Lang, one: &Indicator) -> Vec<String> {
    let kinds = [
        ProfileKind::Readme,
        ProfileKind::GithubProfile,
        ProfileKind::Resume,
    ];
    let measured = kinds
        .into_iter()
        .filter_map(|kind| Some((kind, error_rate(one.id, kind)?)));
    measured
        .map(|(kind, rate)| {
            let (fires, of) = (rate.fires.to_string(), rate.of.to_string());
            let kind = text(lang, words::profiles(kind));
            let values = [("fires", &*fires), ("of", &*of), ("kind", kind)];
            let said = lang::fill(text(lang, key::CATALOGUE_ORDINARY), &values);
            row(text(lang, key::CATALOGUE_TERM_ORDINARY), &said)
        })
        .collect()
}

fn status(lang: Lang, one: &Indicator) -> String {
    let status = text(lang, words::status(one.status));
    indicators::stage(one.id).map_or_else(
        || status.to_owned(),
        |stage| {
            let stage = text(lang, words::stage(stage));
            let values = [("status", status), ("stage", stage)];
            lang::fill(text(lang, key::CATALOGUE_TICKED), &values)
        },
    )
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
}
