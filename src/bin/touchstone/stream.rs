//! Judges a stream of candidates, to measure how often lines fire over an archive.
//!
//! One JSON candidate a line on standard input, one assessment a line on standard output, in
//! the same order and as many; docs/stream.md has the shapes. A line that cannot be used has
//! its answer too, and the rest is done. Memory is bounded by the options, not by the input.
//! What is for measuring is no list of people: nothing here sorts, ranks or leaves out.

mod answer;
mod candidate;
mod lines;
mod pool;
mod reading;

use answer::{Answer, Judge};
use lines::Lines;
use pool::Answers;
use std::io::{self, BufReader, BufWriter, ErrorKind, Write};
use std::panic;
use std::process::ExitCode;
use std::thread;
use touchstone::profile::Date;

/// What `stream` ends with when it did all, and some lines could not be used.
const SOME_BAD: u8 = 3;

/// Most threads that can be asked for.
pub const MOST_JOBS: usize = 1024;

/// Most bytes of a line that can be asked for.
pub const MOST_BYTES: usize = 1 << 30;

/// The most that is read and written at once.
const CHUNK: usize = 64 * 1024;

/// What to judge, and how.
pub struct Plan {
    /// How to go through the lines.
    pub options: Options,
    /// The day as of which candidates are judged whose line does not say one.
    pub today: Date,
    /// Whether documented identifiers are left out.
    pub without_known_identifiers: bool,
}

/// How to go through the lines.
pub struct Options {
    /// How many threads judge; as many as there are processors where it is not given.
    pub jobs: Option<usize>,
    /// Whether the whole assessment is written.
    pub full: bool,
    /// Most bytes of a line.
    pub longest: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            jobs: None,
            full: false,
            longest: 16 * 1024 * 1024,
        }
    }
}

/// How many lines there were.
#[derive(Default)]
struct Count {
    all: u64,
    bad: u64,
}

/// Judges standard input.
pub fn run(plan: &Plan) -> Result<ExitCode, String> {
    keep_panics_quiet();
    let judge = Judge {
        today: plan.today,
        full: plan.options.full,
        without_known: plan.without_known_identifiers,
        longest: plan.options.longest,
    };
    let input = BufReader::with_capacity(CHUNK, io::stdin());
    let lines = Lines::new(input, plan.options.longest);
    let jobs = plan.options.jobs.unwrap_or_else(processors);
    let answers = pool::start(lines, jobs, move |line| judge.answer(line))
        .map_err(|error| format!("{jobs} threads: {error}"))?;
    let out = BufWriter::with_capacity(CHUNK, io::stdout().lock());
    match write(answers, out) {
        Ok(count) => Ok(count.told()),
        // Whoever reads has enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error.to_string()),
    }
}

/// A panic over a line is answered in that line; its own words could quote a candidate.
fn keep_panics_quiet() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(pool::WORKER) {
            usual(info);
        }
    }));
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, Into::into)
}

/// Writes the answers in their order. What is written is passed on before each wait, so that
/// who writes a line and waits for its answer gets it.
fn write(mut answers: Answers<Answer>, mut out: impl Write) -> io::Result<Count> {
    let mut count = Count::default();
    while let Some(pool::Answer { line, given }) = answers.next(|| out.flush())? {
        let Answer { mut json, bad } = given.unwrap_or_else(|| Answer::lost(line));
        json.push('\n');
        out.write_all(json.as_bytes())?;
        count.all += 1;
        if let Some(reason) = bad {
            count.bad += 1;
            say(&format!("line {line}: {reason}"));
        }
    }
    out.flush()?;
    Ok(count)
}

impl Count {
    fn told(&self) -> ExitCode {
        if self.bad == 0 {
            return ExitCode::SUCCESS;
        }
        say(&format!(
            "{} of {} lines could not be used",
            self.bad, self.all
        ));
        ExitCode::from(SOME_BAD)
    }
}

/// Says it on standard error; that nobody listens there is no reason to stop.
fn say(words: &str) {
    let _unheard = writeln!(io::stderr(), "touchstone: {words}");
}
