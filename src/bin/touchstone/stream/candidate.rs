//! One line of the input: a candidate with one or several sources.
//!
//! A reason for refusing a line names the place and quotes nothing of it, because reasons go
//! into logs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::Value;
use serde_json::error::Category;
use touchstone::profile::Date;
use touchstone::readers::{self, Address};

/// Most sources of one candidate, as on the desk of the extension.
pub const MOST_SOURCES: usize = 12;

/// A candidate.
#[derive(Debug, PartialEq)]
pub struct Candidate {
    /// What the line calls it: a text, a whole number or nothing.
    pub id: Value,
    /// The day as of which it is judged, where the line says one.
    pub today: Option<Date>,
    /// What is read, in the order of the line.
    pub sources: Vec<Source>,
}

/// What is read.
#[derive(Debug, PartialEq)]
pub enum Source {
    /// A saved page.
    Page {
        /// Its address.
        url: String,
        /// Its HTML.
        html: String,
    },
    /// A text.
    Text(String),
    /// The bytes of a file.
    File(Vec<u8>),
}

/// A line that cannot be used.
#[derive(Debug, PartialEq)]
pub struct Refusal {
    /// What the line calls the candidate, as far as that could be read.
    pub id: Value,
    /// Why.
    pub reason: String,
}

/// A candidate as it is written. Other keys are the platform's own.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    id: Value,
    today: Option<String>,
    sources: Option<Vec<WrittenSource>>,
}

#[derive(Deserialize)]
struct WrittenSource {
    kind: Option<String>,
    url: Option<String>,
    html: Option<String>,
    text: Option<String>,
    base64: Option<String>,
    resume: Option<Value>,
}

impl Candidate {
    /// Reads a line.
    pub fn read(line: &[u8]) -> Result<Self, Refusal> {
        let refused = |reason: String| Refusal {
            id: Value::Null,
            reason,
        };
        let written = written(line).map_err(refused)?;
        let id = match written.id {
            id @ (Value::Null | Value::String(_)) => id,
            Value::Number(number) if number.is_i64() || number.is_u64() => Value::Number(number),
            _ => {
                return Err(refused(
                    "id is neither a text nor a whole number".to_owned(),
                ));
            }
        };
        match checked(written.today, written.sources) {
            Ok((today, sources)) => Ok(Self { id, today, sources }),
            Err(reason) => Err(Refusal { id, reason }),
        }
    }
}

fn written(line: &[u8]) -> Result<Written, String> {
    let text = str::from_utf8(line)
        .map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?;
    let text = text.trim_ascii_end();
    match text.trim_ascii_start().chars().next() {
        None => Err("an empty line".to_owned()),
        Some('{') => serde_json::from_str(text).map_err(|error| unread(&error)),
        Some(_) => Err("not a JSON object".to_owned()),
    }
}

/// What is wrong with the JSON. The parser's own words may quote the line.
fn unread(error: &serde_json::Error) -> String {
    let column = error.column();
    match error.classify() {
        Category::Eof => "not JSON: it ends too early".to_owned(),
        Category::Data => format!("not the kind of value that belongs there, at byte {column}"),
        Category::Syntax | Category::Io => format!("not JSON at byte {column}"),
    }
}

type Checked = (Option<Date>, Vec<Source>);

fn checked(today: Option<String>, sources: Option<Vec<WrittenSource>>) -> Result<Checked, String> {
    let day = |text: String| {
        Date::parse(&text).ok_or_else(|| "today is not a day such as 2026-11-24".to_owned())
    };
    let today = today.map(day).transpose()?;
    let sources = sources.unwrap_or_default();
    if sources.is_empty() {
        return Err("no sources".to_owned());
    }
    if sources.len() > MOST_SOURCES {
        return Err(format!("more than {MOST_SOURCES} sources"));
    }
    let sources = sources.into_iter().enumerate().map(|(at, source)| {
        Source::read(source).map_err(|reason| format!("sources[{at}]{reason}"))
    });
    Ok((today, sources.collect::<Result<_, _>>()?))
}

/// The bytes of a text in Base64; line ends inside are passed over.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    STANDARD.decode(digits).ok()
}

impl Source {
    fn read(written: WrittenSource) -> Result<Self, &'static str> {
        match written.kind.as_deref() {
            Some("page") => Self::page(written.url, written.html.ok_or(": no html")?),
            Some("text") => Ok(Self::Text(written.text.ok_or(": no text")?)),
            Some("file") => {
                let bytes = bytes(&written.base64.ok_or(": no base64")?);
                Ok(Self::File(bytes.ok_or(".base64 is not base64")?))
            }
            Some("json-resume") => {
                // Without this part it would be read as a text that happens to be JSON.
                let has_basics =
                    |resume: &Value| resume.get("basics").is_some_and(Value::is_object);
                let resume = written.resume.filter(has_basics);
                let resume = resume.ok_or(".resume is not an object with basics")?;
                Ok(Self::File(resume.to_string().into_bytes()))
            }
            Some(_) => Err(".kind is none of page, text, file, json-resume"),
            None => Err(": no kind"),
        }
    }

    fn page(url: Option<String>, html: String) -> Result<Self, &'static str> {
        let url = url.or_else(|| readers::declared_address(&html));
        let url = url.ok_or(": no url, and the page does not say its address")?;
        let address = Address::parse(&url);
        if !address.web || address.host.is_empty() {
            return Err(".url is not a web address");
        }
        Ok(Self::Page { url, html })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: &str) {
        let found = match Candidate::read(line.as_bytes()) {
            Err(refusal) => format!("{} {}", refusal.id, refusal.reason),
            Ok(one) => format!("{} {:?} {:?}", one.id, one.today, one.sources),
        };
        assert_eq!(found, expect, "{line}");
    }

    /// A line with one source of these fields.
    fn source(fields: &str, expect: &str) {
        check(
            &format!(r#"{{"sources": [{{{fields}}}]}}"#),
            &format!("null {expect}"),
        );
    }

    #[test]
    fn lines_that_are_no_candidate_are_refused_without_a_word_of_theirs() {
        check("", "null an empty line");
        check(" \t\r", "null an empty line");
        check("{", "null not JSON: it ends too early");
        check(r#"{"id" 1}"#, "null not JSON at byte 7");
        check("[1]", "null not a JSON object");
        check("Jo Doe", "null not a JSON object");
        check("{} {}", "null not JSON at byte 4");
        check("{}", "null no sources");
        check(
            r#"{"id": 1.5}"#,
            "null id is neither a text nor a whole number",
        );
        check(
            r#"{"id": {}}"#,
            "null id is neither a text nor a whole number",
        );
        check(r#"{"id": "a", "sources": []}"#, r#""a" no sources"#);
        check(
            r#"{"id": -7, "sources": {"kind": "text"}}"#,
            "null not the kind of value that belongs there, at byte 22",
        );
        check(
            r#"{"id": 7, "today": "soon", "sources": [{}]}"#,
            "7 today is not a day such as 2026-11-24",
        );
        let many = vec![r#"{"kind":"text","text":"Jo"}"#; MOST_SOURCES + 1].join(",");
        check(
            &format!("{{\"sources\":[{many}]}}"),
            "null more than 12 sources",
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let found = Candidate::read(b"{\"id\": \"\xff\"}").unwrap_err();
        assert_eq!(found.reason, "not UTF-8 at byte 9");
    }

    #[test]
    fn sources() {
        source("", "sources[0]: no kind");
        source(
            r#""kind": "song""#,
            "sources[0].kind is none of page, text, file, json-resume",
        );
        source(r#""kind": "text""#, "sources[0]: no text");
        source(r#""kind": "text", "text": "Jo""#, r#"None [Text("Jo")]"#);
        source(r#""kind": "file""#, "sources[0]: no base64");
        source(
            r#""kind": "file", "base64": "Sm8""#,
            "sources[0].base64 is not base64",
        );
        source(
            r#""kind": "file", "base64": "Sm8=""#,
            "None [File([74, 111])]",
        );
        let resume = |resume: &str, expect: &str| {
            source(
                &format!(r#""kind": "json-resume", "resume": {resume}"#),
                expect,
            );
        };
        let without = "sources[0].resume is not an object with basics";
        resume("null", without);
        resume("[]", without);
        resume(r#"{"work": []}"#, without);
        resume(r#"{"basics": []}"#, without);
        let bytes = br#"{"basics":{}}"#;
        resume(r#"{"basics": {}}"#, &format!("None [File({bytes:?})]"));
        source(r#""kind": "page""#, "sources[0]: no html");
        source(
            r#""kind": "page", "html": "<p>""#,
            "sources[0]: no url, and the page does not say its address",
        );
        source(
            r#""kind": "page", "html": "<p>", "url": "jo""#,
            "sources[0].url is not a web address",
        );
        source(
            r#""kind": "page", "url": null, "html": "<link rel=canonical href='https://a.example/jo'>""#,
            r#"None [Page { url: "https://a.example/jo", html: "<link rel=canonical href='https://a.example/jo'>" }]"#,
        );
    }

    #[test]
    fn what_the_platform_keeps_beside_is_left_alone() {
        check(
            r#"{"joined": [1, {"a": null}], "id": null, "today": "2024-02-29", "sources": [{"kind": "text", "text": "", "from": 3}]}"#,
            "null Some(Date { year: 2024, month: 2, day: 29 }) [Text(\"\")]",
        );
    }
}
