//! The arguments.

use crate::catalogue;
use crate::evaluate::Plan;
use crate::identifiers;
use crate::stream;
use lexopt::prelude::*;
use std::path::PathBuf;
use touchstone::indicators;
use touchstone::lang::Lang;
use touchstone::profile::Date;
use touchstone::readers::Address;

/// What `--help` prints.
pub const HELP: &str = "\
Touchstone reads a candidate's saved pages and files and shows which details need verification.
Nothing leaves this machine.

touchstone read   [--json | --text] [--url ADDRESS] FILE
touchstone assess [--json] [--today YYYY-MM-DD] [--lang CODE] [--one-in M] [--observed ID,…]
                    [--without-known-identifiers] [--url ADDRESS] FILE …
touchstone indicators [--check] [--page [FOLDER]]
touchstone evaluate [--measure] [--rates OUT.tsv] [--items OUT.jsonl]
                    [--without-known-identifiers]
                    [--today YYYY-MM-DD] CORPUS.jsonl[.gz]
touchstone identifiers --out LIST.tsv TABLE.tsv
touchstone stream [--jobs N] [--today YYYY-MM-DD] [--full] [--max-line-bytes N]
                    [--without-known-identifiers] < CANDIDATES.jsonl > ASSESSMENTS.jsonl

FILE is a page saved as HTML, or a résumé: PDF, DOCX, text, Markdown or JSON Resume. --url gives
the address of the page that follows; without it the page's own canonical address is used.
Several files are one candidate. --text prints the text that was read, line by line, and after
it what is in the file and cannot be seen.
--lang is the language of the report, such as de or fr; English where there is no such one.
--one-in is your own estimate that one application in M has misstated details; where the
kind of page was measured, it says what the level means among your applications.
--observed names what you saw yourself, by the ids that `touchstone indicators` marks so.
stream reads one JSON candidate a line and writes one assessment a line, in the same order, on all
processors or N: to measure false alarms over an archive, not to select people (docs/stream.md).
Exit codes: 0 done, 2 the input or the arguments cannot be used, 3 a stream was done and some of
its lines could not be used.
";

/// What to do.
pub enum Command {
    /// Print the help.
    Help,
    /// Print the version.
    Version,
    /// List the indicators, or say which samples do not do what they say.
    Indicators { check: bool },
    /// Write the public catalogue into this folder.
    Catalogue(PathBuf),
    /// Read one page or file.
    Read { file: File, format: Format },
    /// Print the text of one page or file.
    Words(File),
    /// Measure the list on a labelled corpus.
    Evaluate(Plan),
    /// Make the list of known identifiers.
    Identifiers(identifiers::Plan),
    /// Judge a stream of candidates, to measure.
    Stream(stream::Plan),
    /// Judge one candidate.
    Assess {
        files: Vec<File>,
        format: Format,
        today: Date,
        lang: Lang,
        /// One application in so many has misstated details, as the user estimates.
        one_in: Option<u32>,
        /// Ids of lines that the user ticked.
        observed: Vec<String>,
        /// Whether the list of known identifiers is left out.
        without_known: bool,
    },
}

/// A file and the address it was saved from.
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Address of the page.
    pub url: Option<String>,
}

/// How to print.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Reads the arguments of this process.
pub fn parse() -> Result<Command, String> {
    read(lexopt::Parser::from_env()).map_err(|error| format!("{error}; see touchstone --help"))
}

fn read(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Short('V') | Long("version")) => return Ok(Command::Version),
        Some(Value(word)) => word.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("json") => options.format = Format::Json,
            Long("text") => options.words = true,
            Long("url") => options.url = Some(address(&parser.value()?.string()?)?),
            Long("today") => options.today = Some(day(&parser.value()?.string()?)?),
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("rates") => options.rates = Some(parser.value()?.into()),
            Long("items") => options.items = Some(parser.value()?.into()),
            Long("one-in") => options.one_in = Some(one_in(&parser.value()?.string()?)?),
            Long("observed") => options.observe(&parser.value()?.string()?)?,
            Long("page") => options.list = Listing::Pages,
            Long("check") => options.list = Listing::Check,
            Long("measure") => options.measure = true,
            Long("full") => options.stream.full = true,
            Long("jobs") => {
                options.stream.jobs = Some(count(&parser.value()?.string()?, stream::MOST_JOBS)?);
            }
            Long("max-line-bytes") => {
                options.stream.longest = count(&parser.value()?.string()?, stream::MOST_BYTES)?;
            }
            Long("without-known-identifiers") => options.without_known = true,
            Long("lang") => options.lang = Lang::from_tag(&parser.value()?.string()?),
            Value(path) => options.files.push(File {
                path: path.into(),
                url: options.url.take(),
            }),
            other => return Err(other.unexpected()),
        }
    }
    options.command(&command)
}

/// What to do with the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listing {
    Plain,
    Check,
    Pages,
}

struct Options {
    files: Vec<File>,
    url: Option<String>,
    format: Format,
    today: Option<Date>,
    lang: Lang,
    one_in: Option<u32>,
    observed: Vec<String>,
    items: Option<PathBuf>,
    out: Option<PathBuf>,
    list: Listing,
    rates: Option<PathBuf>,
    measure: bool,
    without_known: bool,
    words: bool,
    stream: stream::Options,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            url: None,
            format: Format::Text,
            today: None,
            lang: Lang::En,
            one_in: None,
            observed: Vec::new(),
            items: None,
            out: None,
            list: Listing::Plain,
            rates: None,
            measure: false,
            without_known: false,
            words: false,
            stream: stream::Options::default(),
        }
    }
}

impl Options {
    /// Adds ids of lines that a person ticks, parted by commas.
    fn observe(&mut self, ids: &str) -> Result<(), lexopt::Error> {
        for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            if indicators::stage(id).is_none() {
                return Err(not_observed(id).into());
            }
            self.observed.push(id.to_owned());
        }
        Ok(())
    }

    fn command(mut self, word: &str) -> Result<Command, lexopt::Error> {
        // An address after the only file is meant for it.
        if let (Some(url), [file]) = (&self.url, self.files.as_mut_slice()) {
            file.url.get_or_insert_with(|| url.clone());
        }
        let files = match word {
            "read" | "assess" | "evaluate" | "identifiers" if self.files.is_empty() => {
                return Err("no file given".into());
            }
            "read" | "evaluate" | "identifiers" if self.files.len() > 1 => {
                return Err(format!("{word} takes one file").into());
            }
            "stream" if !self.files.is_empty() => {
                return Err("stream reads standard input and takes no file".into());
            }
            _ => self.files,
        };
        match (word, files.into_iter()) {
            ("read", mut files) => {
                let file = files.next().ok_or("no file given")?;
                if self.words {
                    return Ok(Command::Words(file));
                }
                Ok(Command::Read {
                    file,
                    format: self.format,
                })
            }
            ("assess", files) => {
                let (today, lang) = (self.today.unwrap_or_else(today), self.lang);
                Ok(Command::Assess {
                    files: files.collect(),
                    format: self.format,
                    today,
                    lang,
                    one_in: self.one_in,
                    observed: self.observed,
                    without_known: self.without_known,
                })
            }
            ("evaluate", mut files) => Ok(Command::Evaluate(Plan {
                corpus: files.next().ok_or("no file given")?.path,
                items: self.items,
                measure: self.measure,
                rates: self.rates,
                without_known_identifiers: self.without_known,
                today: self.today.unwrap_or_else(today),
            })),
            ("stream", _) => Ok(Command::Stream(stream::Plan {
                options: self.stream,
                today: self.today.unwrap_or_else(today),
                without_known_identifiers: self.without_known,
            })),
            ("identifiers", mut files) => Ok(Command::Identifiers(identifiers::Plan {
                table: files.next().ok_or("no file given")?.path,
                out: self.out.ok_or("no --out given")?,
            })),
            ("indicators", mut files) if self.list == Listing::Pages => Ok(Command::Catalogue(
                files
                    .next()
                    .map_or_else(|| catalogue::FOLDER.into(), |file| file.path),
            )),
            ("indicators", _) => Ok(Command::Indicators {
                check: self.list == Listing::Check,
            }),
            _ => Err(format!("unknown command \"{word}\"").into()),
        }
    }
}

fn address(text: &str) -> Result<String, lexopt::Error> {
    let address = Address::parse(text);
    if address.web && !address.host.is_empty() {
        return Ok(text.to_owned());
    }
    Err(format!("\"{text}\" is not a web address").into())
}

fn one_in(text: &str) -> Result<u32, lexopt::Error> {
    let number = text.parse().ok().filter(|number| *number >= 2);
    number.ok_or_else(|| format!("\"{text}\" is not a number from 2 on").into())
}

fn count(text: &str, most: usize) -> Result<usize, lexopt::Error> {
    let number = text
        .parse()
        .ok()
        .filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("\"{text}\" is not a number from 1 to {most}").into())
}

fn day(text: &str) -> Result<Date, lexopt::Error> {
    Date::parse(text).ok_or_else(|| format!("\"{text}\" is not a day such as 2026-11-24").into())
}

/// The day by this machine's clock, in UTC.
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Date::from_unix_days(since.map_or(0, |since| since.as_secs() / 86_400))
}

/// What to say about an id that nobody can tick, with those of its group.
fn not_observed(id: &str) -> String {
    let group = id.split('/').next().unwrap_or_default();
    let all = indicators::list().iter().map(|one| one.id);
    let ticked: Vec<&str> = all.filter(|id| indicators::stage(id).is_some()).collect();
    let mut alike: Vec<&str> = ticked.clone();
    alike.retain(|other| other.split('/').next() == Some(group));
    let known = if alike.is_empty() { ticked } else { alike };
    format!(
        "--observed {id}: no such line; there are {}",
        known.join(", ")
    )
}
