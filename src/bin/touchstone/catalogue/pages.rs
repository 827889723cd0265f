//! The markup of the catalogue's pages.
//!
//! No script, no request, one stylesheet; every text is escaped. What the list has in English
//! only (samples, notes on the points, what a source says) is marked as English on other pages.

use super::words::{self, Words, words};
use std::fmt::Write;
use touchstone::indicators::{self, Basis, Indicator, samples::Sample};
use touchstone::lang::{self, Lang, Reference};
use touchstone::report::{ProfileKind, error_rate};

/// The name of an indicator's page.
pub fn file_name(id: &str) -> String {
    format!("{}.html", id.replace('/', "-"))
}

/// The folder of a language, from the catalogue's own.
pub const fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::Fr => "fr/",
    }
}

const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Fr,
        Lang::Fr => Lang::En,
    }
}

/// The way from a language's folder to the catalogue's own.
const fn up(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::Fr => "../",
    }
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
    let (code, up, to) = (lang.code(), up(lang), other(lang));
    let (to_code, to_folder, to_name) = (to.code(), folder(to), words(lang).other);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; style-src 'self'\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"{up}../icons/32.png\">\n<link rel=\"stylesheet\" href=\"{up}style.css\">\n</head>\n<body>\n\
         <nav>\n<a href=\"{up}../index.html\">Touchstone</a>\n{links}\
         <a href=\"{up}{to_folder}{name}\" lang=\"{to_code}\" hreflang=\"{to_code}\">{to_name}</a>\n</nav>\n\
         <main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// The index: every line, by group.
pub fn index(lang: Lang) -> String {
    let say = words(lang);
    let mut body = format!("<h1>{}</h1>\n<p>{}</p>\n", say.title, say.lead);
    for group in indicators::groups() {
        let title = indicators::group_title(lang, group.id).unwrap_or(group.id);
        let points = lang::points(lang, group.cap);
        let most = lang::fill(say.together, &[("points", &points)]);
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
    document(lang, "index.html", say.title, "", &body)
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
    let say = words(lang);
    let title = escape(texts.title);
    let innocent: String = texts.innocent.iter().map(|text| item(text)).collect();
    let question = lang::fill(say.question, &[("question", texts.question)]);
    let body = format!(
        "<h1>{title}</h1>\n<p>{}</p>\n{}<h2>{}</h2>\n<ul>\n{innocent}</ul>\n\
         <h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n{}{}{}",
        escape(texts.why),
        facts(lang, one),
        say.innocent,
        say.next,
        escape(texts.next),
        escape(&question),
        sources(lang, one),
        examples(lang, say.fires, samples, true),
        examples(lang, say.silent, samples, false),
    );
    let links = format!("<a href=\"index.html\">{}</a>\n", say.all);
    document(lang, &file_name(one.id), &title, &links, &body)
}

fn item(text: &str) -> String {
    format!("<li>{}</li>\n", escape(text))
}

/// The mark of a text that is in English, on a page that is not.
const fn english(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "",
        Lang::Fr => " lang=\"en\"",
    }
}

fn sources(lang: Lang, one: &Indicator) -> String {
    let list: String = indicators::references(one.id)
        .iter()
        .map(|reference| source(lang, reference))
        .collect();
    format!("<h2>{}</h2>\n<ul>\n{list}</ul>\n", words(lang).sources)
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
    let say = words(lang);
    let terms = &say.terms;
    let mut rows = vec![
        row(terms.name, &escape(one.id)),
        row(terms.points, &lang::number(lang, one.bits)),
        row(terms.kind, words::kind(lang, one.kind)),
        row(terms.status, &status(lang, one)),
    ];
    if let Some(basis) = indicators::basis(one.id) {
        rows.push(row(terms.basis, &origin(lang, say, basis)));
    }
    rows.extend(rates(lang, one));
    rows.push(row(terms.review, one.review_by));
    format!("<dl>\n{}</dl>\n", rows.concat())
}

fn row(term: &str, markup: &str) -> String {
    format!("<dt>{term}</dt><dd>{markup}</dd>\n")
}

fn origin(lang: Lang, say: &Words, basis: Basis) -> String {
    let (said, note) = match basis {
        Basis::Judged(note) => (say.judged.to_owned(), note),
        Basis::Measured {
            positives: (a, b),
            ordinary: (c, d),
            corpus,
        } => {
            let [a, b, c, d] = [a, b, c, d].map(|count| count.to_string());
            let counts = [("a", &*a), ("b", &*b), ("c", &*c), ("d", &*d)];
            (lang::fill(say.measured, &counts), corpus)
        }
    };
    let note = escape(note);
    match lang {
        Lang::En => format!("{said} {note}"),
        Lang::Fr => format!("{said} <span lang=\"en\">{note}</span>"),
    }
}

fn rates(lang: Lang, one: &Indicator) -> Vec<String> {
    let say = words(lang);
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
            let kind = words::profiles(lang, kind);
            let values = [("fires", &*fires), ("of", &*of), ("kind", kind)];
            row(say.terms.ordinary, &lang::fill(say.ordinary, &values))
        })
        .collect()
}

fn status(lang: Lang, one: &Indicator) -> String {
    let status = words::status(lang, one.status);
    indicators::stage(one.id).map_or_else(
        || status.to_owned(),
        |stage| {
            let stage = words::stage(lang, stage);
            lang::fill(words(lang).ticked, &[("status", status), ("stage", stage)])
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
