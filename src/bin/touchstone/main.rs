//! The command line of Touchstone: the same readers and the same list as in the extension.
//!
//! Only this binary reads files and the clock. Exit codes: 0 done, 2 the input or the
//! arguments cannot be used, with one sentence on standard error that says why, 3 a stream was
//! done and some of its lines could not be used.

mod args;
mod catalogue;
mod evaluate;
mod identifiers;
mod input;
mod stream;

use args::{Command, Format};
use input::Source;
use std::process::ExitCode;
use touchstone::blocks;
use touchstone::indicators::{self, Given};
use touchstone::lang::Lang;
use touchstone::profile::{Case, Date};
use touchstone::readers::{self, Gate, Reading};
use touchstone::report::{self, Assessment, Rows};

fn main() -> ExitCode {
    match args::parse().and_then(run) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("touchstone: {problem}");
            ExitCode::from(2)
        }
    }
}

/// Prints; a reader that closes the pipe early is no error.
fn print(text: &str) -> ExitCode {
    use std::io::Write;
    let _closed = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

fn run(command: Command) -> Result<ExitCode, String> {
    let text = match command {
        Command::Stream(plan) => return stream::run(&plan),
        Command::Help => Ok(args::HELP.to_owned()),
        Command::Version => Ok(format!("touchstone {}\n", env!("CARGO_PKG_VERSION"))),
        Command::Indicators { check: false } => Ok(list()),
        Command::Indicators { check: true } => samples(),
        Command::Catalogue(folder) => catalogue::write(&folder),
        Command::Identifiers(plan) => identifiers::run(&plan),
        Command::Evaluate(plan) => evaluate::run(&plan),
        Command::Read { file, format } => read(&file, format),
        Command::Words(file) => words(&file),
        Command::Assess {
            files,
            format,
            today,
            lang,
            one_in,
            observed,
            without_known,
        } => {
            let observed: Vec<&str> = observed.iter().map(String::as_str).collect();
            let given = Given {
                observed: &observed,
                without_known,
                ..Given::default()
            };
            let (found, names) = assess(&files, today, given)?;
            show(&report::Told::new(&found, one_in), format, lang, &names)
        }
    };
    text.map(|text| print(&text))
}

fn read(file: &args::File, format: Format) -> Result<String, String> {
    let reading = reading(file)?;
    Ok(match format {
        Format::Json => format!("{:#}\n", report::reading_json(&reading)),
        Format::Text => report::reading_text(&reading),
    })
}

fn reading(file: &args::File) -> Result<Reading, String> {
    let html = match input::source(&file.path)? {
        Source::Page(html) => html,
        Source::Paper(_) if file.url.is_some() => {
            return Err(format!(
                "{}: not a saved page: there is no HTML in it; a file has no address",
                file.path.display()
            ));
        }
        Source::Paper(paper) => {
            for gap in &paper.gaps {
                eprintln!(
                    "touchstone: {}: {}",
                    file.path.display(),
                    report::gap(*gap, Lang::En)
                );
            }
            return Ok(Reading {
                gate: Gate::Person,
                profile: readers::read_paper(&paper),
                cut: false,
            });
        }
    };
    let url = file
        .url
        .clone()
        .or_else(|| readers::declared_address(&html));
    let url = url.ok_or_else(|| {
        format!(
            "{}: the page does not say its address; give it with --url",
            file.path.display()
        )
    })?;
    Ok(readers::read(&url, &html))
}

/// The text of a page or a file, line by line, and then what is in it and cannot be seen.
fn words(file: &args::File) -> Result<String, String> {
    Ok(match input::source(&file.path)? {
        Source::Page(html) => report::words(&blocks::of_html(&html), &[]),
        Source::Paper(paper) => report::words(&paper.blocks, &paper.unseen),
    })
}

/// The verdict on the candidate of these files, and the addresses of the files that count.
fn assess(
    files: &[args::File],
    today: Date,
    given: Given<'_>,
) -> Result<(Assessment, Vec<String>), String> {
    let mut sources = Vec::new();
    let mut names = Vec::new();
    for file in files {
        let reading = reading(file)?;
        if reading.gate != Gate::Person {
            eprintln!(
                "touchstone: {}: not a candidate's page, left out",
                file.path.display()
            );
            continue;
        }
        if reading.cut {
            eprintln!(
                "touchstone: {}: too large, its end was left out",
                file.path.display()
            );
        }
        names.push(match reading.profile.url.as_str() {
            "" => file
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            url => url.to_owned(),
        });
        sources.push(reading.profile);
    }
    let found = indicators::assess_with(&Case { sources }, today, given);
    Ok((found, names))
}

fn show(
    told: &report::Told<'_>,
    format: Format,
    lang: Lang,
    names: &[String],
) -> Result<String, String> {
    match format {
        Format::Json => to_json(told),
        Format::Text => Ok(report::terminal(&Rows::told(told, lang, names))),
    }
}

/// Says that all samples do what they say, or which do not.
fn samples() -> Result<String, String> {
    let problems = indicators::samples::problems();
    if problems.is_empty() {
        return Ok("All samples do what they say.\n".to_owned());
    }
    Err(problems.join("\n"))
}

fn list() -> String {
    let line = |found: &indicators::Indicator| {
        let ticked = indicators::stage(found.id).map_or_else(String::new, |stage| {
            format!(", a person ticks it: {stage:?}")
        });
        format!(
            "{:<44} {:>5}  {:?}{ticked}\n",
            found.id,
            found.bits.to_string(),
            found.kind
        )
    };
    indicators::list().iter().map(line).collect()
}

fn to_json(told: &report::Told<'_>) -> Result<String, String> {
    let text = serde_json::to_string_pretty(told).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}
