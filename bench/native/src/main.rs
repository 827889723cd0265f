//! Times one program whenever it is asked: one line in, one line out. The caller asks several such processes in turns.
//!
//! ```text
//! touchstone-bench inputs FOLDER     writes the phrases, as regular expressions too, and the texts
//! touchstone-bench features          what it was built with
//! touchstone-bench serve FOLDER      NAME INPUT → nanoseconds of one run, how many runs, what was found
//! ```

mod batch;
mod inputs;
mod matching;
mod reading;

use std::collections::HashMap;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::path::Path;
use std::time::Duration;

/// A program with its input: what it does once, and a figure that says that it did it.
type Job = Box<dyn FnMut() -> usize>;

/// A round is long enough for the clock.
const ROUND: Duration = Duration::from_millis(20);

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "inputs", folder] => inputs::write(Path::new(folder)),
        [_, "serve", folder] => serve(Path::new(folder)),
        [_, "features"] => println!("{}", if cfg!(feature = "yara") { "yara" } else { "" }),
        _ => panic!("inputs FOLDER or serve FOLDER"),
    }
}

fn serve(folder: &Path) {
    let mut jobs: HashMap<String, Job> = HashMap::new();
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let (name, input) = line.split_once(' ').unwrap();
        let job = jobs.entry(line.clone()).or_insert_with(|| job(name, input, folder));
        let (nanoseconds, runs, found) = time(job);
        println!("{nanoseconds} {runs} {found}");
        std::io::stdout().flush().unwrap();
    }
}

fn job(name: &str, input: &str, folder: &Path) -> Job {
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    reading::job(name, input, &read)
        .or_else(|| matching::job(name, input, &read))
        .or_else(|| batch::job(name, input, &read))
        .unwrap_or_else(|| panic!("no {name}"))
}

/// Nanoseconds of one run, how many there were, and what the last one found.
fn time(job: &mut Job) -> (f64, u32, usize) {
    let start = on_processor();
    let (mut runs, mut found) = (0, 0);
    while runs == 0 || on_processor() - start < ROUND {
        found = black_box(job());
        runs += 1;
    }
    ((on_processor() - start).as_nanos() as f64 / f64::from(runs), runs, found)
}

/// How long this process was on the processor: what else the machine does is not counted.
fn on_processor() -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the call fills the struct that it is given.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
