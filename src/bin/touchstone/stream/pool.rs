//! Work on lines by several threads, with the answers in the order of the lines.
//!
//! At most [`LINES_AHEAD`] lines and [`BYTES_AHEAD`] bytes for each thread are between reading
//! and writing, so that neither one slow line nor a slow reader of the answers makes memory
//! grow. A panic costs the answer of its own line and no other. Knows nothing of what a line
//! says.

use super::lines::Line;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

/// Lines that are read ahead for each thread.
pub const LINES_AHEAD: usize = 64;

/// Bytes that are read ahead for each thread; a longer line goes alone.
pub const BYTES_AHEAD: usize = 8 * 1024 * 1024;

/// The name of the threads that work on lines.
pub const WORKER: &str = "worker";

/// What the main thread of a program has, and other threads only when they ask: readers of
/// deeply nested pages are made for it.
const STACK: usize = 8 * 1024 * 1024;

/// The answers, in the order of the lines.
pub struct Answers<T> {
    slots: Receiver<Place<T>>,
    room: Arc<Room>,
}

/// An answer; absent where the work on the line panicked.
pub struct Answer<T> {
    /// The number of the line.
    pub line: u64,
    /// What the work gave.
    pub given: Option<T>,
}

/// A place in the order: of an answer, of the end, or of what kept the reader from reading on.
type Place<T> = io::Result<Option<Slot<T>>>;

/// The place of an answer among the others.
struct Slot<T> {
    line: u64,
    size: usize,
    given: Receiver<Option<T>>,
}

/// A line that waits for a thread, and where its answer goes.
struct Job<T> {
    line: Line,
    give: SyncSender<Option<T>>,
}

/// Begins to read the lines and to work on them with so many threads.
///
/// # Errors
/// When the system does not give the threads.
pub fn start<T: Send + 'static>(
    lines: impl Iterator<Item = io::Result<Line>> + Send + 'static,
    threads: usize,
    work: impl Fn(&Line) -> T + Send + Sync + 'static,
) -> io::Result<Answers<T>> {
    let (slots, answers) = mpsc::sync_channel(threads.saturating_mul(LINES_AHEAD));
    let (jobs, queue) = mpsc::channel();
    let (queue, work) = (Arc::new(Mutex::new(queue)), Arc::new(work));
    for _ in 0..threads {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        spawn(WORKER, move || serve(&queue, &*work))?;
    }
    let room = Arc::new(Room::new(threads.saturating_mul(BYTES_AHEAD)));
    let shared = Arc::clone(&room);
    spawn("reader", move || hand_out(lines, &shared, &slots, &jobs))?;
    Ok(Answers {
        slots: answers,
        room,
    })
}

/// Starts a thread, which ends with its channels.
fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.stack_size(STACK).spawn(body).map(drop)
}

/// Gives each line a place in the order and puts it before the threads, until there is no line
/// any more or nobody who wants an answer.
fn hand_out<T>(
    lines: impl Iterator<Item = io::Result<Line>>,
    room: &Room,
    slots: &SyncSender<Place<T>>,
    jobs: &mpsc::Sender<Job<T>>,
) {
    for line in lines {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                let _unwanted = slots.send(Err(error));
                return;
            }
        };
        room.enter(line.size());
        let (give, given) = mpsc::sync_channel(1);
        let slot = Slot {
            line: line.number,
            size: line.size(),
            given,
        };
        if slots.send(Ok(Some(slot))).is_err() || jobs.send(Job { line, give }).is_err() {
            return;
        }
    }
    let _unwanted = slots.send(Ok(None));
}

/// Works on lines until there are no more.
fn serve<T>(queue: &Mutex<Receiver<Job<T>>>, work: &impl Fn(&Line) -> T) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { line, give }) = job else { return };
        // What a panic leaves behind is the line alone, and that is dropped.
        let given = catch_unwind(AssertUnwindSafe(|| work(&line))).ok();
        drop(line);
        let _unwanted = give.send(given);
    }
}

impl<T> Answers<T> {
    /// The next answer, absent after the last; `idle` is called before each wait for one.
    ///
    /// # Errors
    /// When the lines could not be read to their end, or `idle` fails.
    pub fn next(
        &mut self,
        mut idle: impl FnMut() -> io::Result<()>,
    ) -> io::Result<Option<Answer<T>>> {
        // A reader that is gone without a word did not come to the end.
        let place = receive(&self.slots, &mut idle)?
            .unwrap_or_else(|| Err(io::Error::other("the input was not read to its end")));
        let Some(Slot { line, size, given }) = place? else {
            return Ok(None);
        };
        let given = receive(&given, &mut idle)?.flatten();
        self.room.leave(size);
        Ok(Some(Answer { line, given }))
    }
}

/// What comes next, absent where nothing can come any more.
fn receive<T>(
    from: &Receiver<T>,
    idle: &mut impl FnMut() -> io::Result<()>,
) -> io::Result<Option<T>> {
    match from.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            idle()?;
            Ok(from.recv().ok())
        }
    }
}

/// The bytes between reading and writing.
struct Room {
    held: Mutex<usize>,
    less: Condvar,
    most: usize,
}

impl Room {
    const fn new(most: usize) -> Self {
        Self {
            held: Mutex::new(0),
            less: Condvar::new(),
            most,
        }
    }

    /// Waits until there is room for so many bytes, or nothing else.
    fn enter(&self, bytes: usize) {
        let full = |held: &mut usize| *held > 0 && held.saturating_add(bytes) > self.most;
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let held = self.less.wait_while(held, full);
        *held.unwrap_or_else(PoisonError::into_inner) += bytes;
    }

    fn leave(&self, bytes: usize) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_sub(bytes);
        self.less.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    fn line(number: u64, bytes: usize) -> Line {
        let bytes = Some(vec![b'x'; bytes]);
        Line { number, bytes }
    }

    fn all<T>(mut answers: Answers<T>) -> Vec<(u64, Option<T>)> {
        let mut out = Vec::new();
        while let Some(answer) = answers.next(|| Ok(())).unwrap() {
            out.push((answer.line, answer.given));
        }
        out
    }

    #[test]
    fn answers_stand_in_the_order_of_the_lines() {
        for threads in [1, 2, 8] {
            let lines = (1..=300).map(|number| Ok(line(number, 1)));
            // Every seventh line takes longest, so that later ones are done before it.
            let work = |line: &Line| {
                let slow = u64::from(line.number.is_multiple_of(7));
                thread::sleep(Duration::from_millis(slow));
                line.number
            };
            let found = all(start(lines, threads, work).unwrap());
            let expect: Vec<_> = (1..=300).map(|number| (number, Some(number))).collect();
            assert_eq!(found, expect, "{threads} threads");
        }
    }

    #[test]
    fn a_panic_costs_its_own_answer() {
        let lines = (1..=40).map(|number| Ok(line(number, 1)));
        let work = |line: &Line| {
            assert!(!line.number.is_multiple_of(10), "on purpose");
            line.number
        };
        let found = all(start(lines, 2, work).unwrap());
        let lost: Vec<u64> = found
            .iter()
            .filter(|one| one.1.is_none())
            .map(|one| one.0)
            .collect();
        assert_eq!((found.len(), lost), (40, vec![10, 20, 30, 40]));
    }

    #[test]
    fn what_cannot_be_read_any_more_comes_after_what_was_read() {
        let lines = [
            Ok(line(1, 1)),
            Ok(line(2, 1)),
            Err(io::Error::other("gone")),
        ];
        let mut answers = start(lines.into_iter(), 2, |line| line.number).unwrap();
        for expect in [1, 2] {
            let answer = answers.next(|| Ok(())).unwrap().unwrap();
            assert_eq!(answer.given, Some(expect));
        }
        assert!(answers.next(|| Ok(())).is_err());
    }

    #[test]
    fn a_reader_that_gives_up_is_no_end() {
        let lines = (1..=2).map(|number| {
            assert!(number < 2, "on purpose");
            Ok(line(number, 1))
        });
        let mut answers = start(lines, 2, |line| line.number).unwrap();
        let first = answers.next(|| Ok(())).unwrap().unwrap();
        assert_eq!(first.given, Some(1));
        assert!(answers.next(|| Ok(())).is_err());
    }

    /// How many of many lines are read while the first one is being worked on, and that all
    /// are answered in the end.
    fn read_ahead(size: usize) -> usize {
        const ALL: usize = 3 * LINES_AHEAD;
        let read = Arc::new(AtomicUsize::new(0));
        let (count, seen) = (Arc::clone(&read), Arc::clone(&read));
        let lines = (1..=ALL as u64).map(move |number| {
            count.fetch_add(1, Ordering::SeqCst);
            Ok(line(number, size))
        });
        let ahead = Arc::new(AtomicUsize::new(0));
        let keep = Arc::clone(&ahead);
        let work = move |line: &Line| {
            if line.number > 1 {
                return;
            }
            let mut last = 0;
            while last < seen.load(Ordering::SeqCst) {
                last = seen.load(Ordering::SeqCst);
                thread::sleep(Duration::from_millis(300));
            }
            keep.store(last, Ordering::SeqCst);
        };
        assert_eq!(all(start(lines, 1, work).unwrap()).len(), ALL);
        ahead.load(Ordering::SeqCst)
    }

    #[test]
    fn a_slow_line_lets_only_so_much_be_read_ahead() {
        let check = |size: usize, most: usize| {
            let found = read_ahead(size);
            assert!((1..=most).contains(&found), "{found} lines of {size} bytes");
        };
        // The one that is written next, the one that waits for a place, and those between.
        check(10, LINES_AHEAD + 2);
        // Four fill the room, the next waits outside.
        check(BYTES_AHEAD / 4, 5);
        // Larger than the room: one alone, and the next waits.
        check(BYTES_AHEAD + 1, 2);
    }
}
