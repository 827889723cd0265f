//! `touchstone stream` through the built program: one answer a line, in order, whatever the line
//! is and however many threads there are, in memory that does not grow with the input.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)] // helpers of tests may stop

#[path = "support/schema.rs"]
#[allow(dead_code)]
mod schema;
#[path = "support/stream.rs"]
#[allow(dead_code)]
mod support;

use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;
use support::{PROGRAM, TODAY, read, rows, scratch, start, stream};

/// The answers to these candidates, none of which is refused.
fn judged(arguments: &[&str], candidates: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = candidates.iter().map(Value::to_string).collect();
    let output = stream(arguments, lines.join("\n").as_bytes());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), said.as_str()), (Some(0), ""));
    rows(&output.stdout)
}

/// What `assess` says of the same sources, each as its file.
fn assessed(name: &str, today: &str, sources: &[(&str, &[u8])]) -> Value {
    let folder = scratch(name);
    let mut command = Command::new(PROGRAM);
    command.args(["assess", "--json", "--today", today]);
    for (file, bytes) in sources {
        let path = folder.join(file);
        fs::write(&path, bytes).unwrap();
        command.arg(path);
    }
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}

const SAMPLES: [&str; 4] = ["contradictions", "hard-ordinary", "ordinary", "too-little"];

fn sample(name: &str) -> String {
    read(&format!("tests/pages/samples/{name}.html"))
}

/// The address of a sample page.
fn address(name: &str) -> String {
    let table = read("tests/pages/samples/samples.tsv");
    let row = table
        .lines()
        .find(|row| row.starts_with(&format!("{name}.html")))
        .unwrap();
    let url = row.split('\t').find(|cell| cell.starts_with("https://"));
    url.unwrap().to_owned()
}

fn page(name: &str) -> Value {
    json!({"kind": "page", "url": address(name), "html": sample(name)})
}

const RESUME: &str = "Ada Bergqvist\nPlatform engineer\nada@bergqvist.example\n\nExperience\n\
    Platform engineer, Nordkap Data\nMar 2007 – Jun 2010\nRan Kubernetes clusters for the map service.\n\n\
    Education\nUppsala University, 2003 – 2007\n";

fn text(text: &str) -> Value {
    json!({"kind": "text", "text": text})
}

/// Base64, as a platform would write it.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |part: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | u32::from(*part.get(at).unwrap_or(&0))
        });
        let digit = |at: usize| {
            if at <= part.len() {
                char::from(DIGITS[(bits >> (18 - 6 * at) & 63) as usize])
            } else {
                '='
            }
        };
        (0..4).map(digit).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

// --- what it says ---------------------------------------------------------------------------------

#[test]
fn it_says_what_assess_says_of_the_same_sources() {
    let schema = schema::Schema::parse(&read("docs/assessment.schema.json"));
    let check = |name: &str, today: &str, sources: &[Value], files: &[(&str, &[u8])]| {
        let candidate = json!({"id": name, "today": today, "sources": sources});
        let row = judged(&["--full"], &[candidate]).remove(0);
        let expect = assessed(name, today, files);
        assert_eq!(row["assessment"], expect, "{name}");
        for key in [
            "level",
            "bits",
            "corrections",
            "coverage",
            "enough",
            "kind",
            "rules_version",
        ] {
            assert_eq!(row[key], expect[key], "{name}: {key}");
        }
        assert_eq!((&row["id"], &row["today"]), (&json!(name), &json!(today)));
        let whole = json!({"schema": "touchstone-assessment-1", "date": today, "title": "",
            "url": "", "assessment": row["assessment"]});
        assert_eq!(schema.met(&whole).err(), None, "{name}");
    };
    for name in SAMPLES {
        let html = sample(name);
        let url = address(name);
        let saved = format!("<link rel=canonical href=\"{url}\">{html}");
        let with_url = json!({"kind": "page", "url": url, "html": saved});
        let without = json!({"kind": "page", "html": saved});
        let files: &[(&str, &[u8])] = &[("page.html", saved.as_bytes())];
        check(name, TODAY, &[with_url], files);
        check(name, "2024-02-29", &[without], files);
    }
    let pdf =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/pdf-platform-export/file.pdf");
    let pdf = fs::read(pdf).unwrap();
    let file = json!({"kind": "file", "base64": base64(&pdf)});
    check(
        "pdf",
        TODAY,
        std::slice::from_ref(&file),
        &[("cv.pdf", &pdf)],
    );
    let resume = json!({"basics": {"name": "Ada Bergqvist", "email": "ada@bergqvist.example"},
        "work": [{"name": "Nordkap Data", "position": "Engineer", "startDate": "2007-03", "endDate": "2010-06",
            "summary": "Ran Kubernetes clusters for the map service."}]});
    let both = [
        json!({"kind": "json-resume", "resume": resume}),
        text(RESUME),
    ];
    let written = resume.to_string();
    check(
        "both",
        TODAY,
        &both,
        &[
            ("cv.json", written.as_bytes()),
            ("cv.txt", RESUME.as_bytes()),
        ],
    );
}

#[test]
fn every_line_is_for_measurement_and_holds_no_words_unless_asked() {
    let candidates = [json!({"id": 1, "sources": [text(RESUME)]})];
    let row = judged(&[], &candidates).remove(0);
    assert_eq!(row["purpose"], "measurement");
    assert_eq!(
        row["hits"],
        json!([{"id": "history/technology-before-release", "bits": 3.0}])
    );
    assert!(!row.to_string().contains("Kubernetes"), "{row}");
    let full = judged(&["--full"], &candidates).remove(0);
    assert!(full["assessment"].to_string().contains("Kubernetes"));
}

#[test]
fn the_sum_is_that_of_the_lines() {
    let candidates: Vec<Value> = SAMPLES
        .iter()
        .map(|name| json!({"sources": [page(name)]}))
        .collect();
    let mut lines = 0;
    for row in judged(&[], &candidates) {
        let keys = ["hits", "for_the_person", "corrections"];
        let parts = keys.iter().flat_map(|key| row[*key].as_array().unwrap());
        let tenths = |value: &Value| (value.as_f64().unwrap() * 10.0).round() as i64;
        let sum: i64 = parts.clone().map(|part| tenths(&part["bits"])).sum();
        assert_eq!(tenths(&row["bits"]), sum, "{row}");
        lines += parts.count();
    }
    assert!(lines > 8, "only {lines} lines");
}

#[test]
fn a_source_that_is_no_candidates_is_said_and_the_others_are_judged() {
    let feed = json!({"kind": "page", "url": "https://www.linkedin.com/feed/", "html": "<main>Feed</main>"});
    let rows = judged(
        &[],
        &[
            json!({"sources": [feed.clone(), text(RESUME), text(" ")]}),
            json!({"sources": [feed]}),
        ],
    );
    assert_eq!(rows[0]["sources"], json!(["other", "read", "empty"]));
    assert_eq!(rows[0]["level"], "worth-checking");
    assert_eq!(
        (&rows[1]["sources"], &rows[1]["level"]),
        (&json!(["other"]), &json!("not-enough"))
    );
}

#[test]
fn known_identifiers_can_be_left_out() {
    let off = |arguments: &[&str]| {
        let row = judged(arguments, &[json!({"sources": [text(RESUME)]})]).remove(0);
        row["assessment"]["not_checked"]
            .to_string()
            .contains("list-off")
    };
    assert!(off(&["--full", "--without-known-identifiers"]));
    assert!(!off(&["--full"]));
}

// --- bad lines ------------------------------------------------------------------------------------

#[test]
fn bad_lines_keep_their_place_and_are_named_by_number() {
    let good = json!({"id": "ok", "sources": [text("Jo Doe\nBaker")]}).to_string();
    let long = format!("{{\"pad\": \"{}\"}}", "x".repeat(600));
    let lines: [(&[u8], &str); 9] = [
        (good.as_bytes(), ""),
        (b"", "an empty line"),
        (b"{\"id\": \"a\"", "not JSON: it ends too early"),
        (b"{\"id\": \"\xff\"}", "not UTF-8 at byte 9"),
        (long.as_bytes(), "longer than 500 bytes"),
        (b"[]", "not a JSON object"),
        (
            b"{\"id\": \"b\", \"sources\": [{\"kind\": \"song\"}]}",
            "sources[0].kind is none of page, text, file, json-resume",
        ),
        (b" \t", "an empty line"),
        (good.as_bytes(), ""),
    ];
    for end in ["\n", "\r\n"] {
        for last in [end, ""] {
            let joined = lines.map(|(line, _)| line).join(end.as_bytes());
            let output = stream(
                &["--max-line-bytes", "500"],
                &[&joined, last.as_bytes()].concat(),
            );
            check_bad(&output, &lines);
        }
    }
}

fn check_bad(output: &Output, lines: &[(&[u8], &str)]) {
    assert_eq!(output.status.code(), Some(3));
    let rows = rows(&output.stdout);
    assert_eq!(rows.len(), lines.len());
    let mut said = String::new();
    for (number, (row, (_, error))) in (1..).zip(rows.iter().zip(lines)) {
        assert_eq!(row["line"], number);
        assert_eq!(row["purpose"], "measurement");
        if error.is_empty() {
            assert_eq!((&row["id"], &row["error"]), (&json!("ok"), &Value::Null));
            continue;
        }
        assert_eq!(row["error"], *error);
        assert_eq!(row["level"], Value::Null);
        let _ = writeln!(said, "touchstone: line {number}: {error}");
    }
    assert_eq!(rows[6]["id"], "b");
    said += "touchstone: 7 of 9 lines could not be used\n";
    assert_eq!(String::from_utf8_lossy(&output.stderr), said);
}

#[test]
fn nothing_in_nothing_out() {
    let output = stream(&[], b"");
    assert_eq!(
        (
            output.status.code(),
            output.stdout.len(),
            output.stderr.len()
        ),
        (Some(0), 0, 0)
    );
}

#[test]
fn arguments_that_cannot_be_used_are_refused() {
    let check = |arguments: &[&str], words: &str| {
        let output = Command::new(PROGRAM)
            .arg("stream")
            .args(arguments)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    };
    check(&["candidates.jsonl"], "stream reads standard input");
    check(&["--jobs", "0"], "from 1 to 1024");
    check(&["--jobs", "many"], "from 1 to 1024");
    check(&["--max-line-bytes", "0"], "from 1 to");
    check(&["--today", "soon"], "not a day");
}

// --- order, memory, pipes -------------------------------------------------------------------------

#[test]
fn answers_stand_in_order_and_are_the_same_bytes_with_one_thread_and_with_eight() {
    let mut lines = String::new();
    for number in 0..60 {
        // Lines that take long stand between short ones and bad ones.
        lines += &match number % 5 {
            0 => json!({"id": number, "sources": [page(SAMPLES[number / 5 % 4])]}).to_string(),
            4 => "{\"id\": ".to_owned(),
            _ => json!({"id": number, "sources": [text(RESUME)]}).to_string(),
        };
        lines.push('\n');
    }
    let one = stream(&["--jobs", "1", "--full"], lines.as_bytes());
    let eight = stream(&["--jobs", "8", "--full"], lines.as_bytes());
    assert!(one.stdout == eight.stdout && one.stderr == eight.stderr);
    for (number, row) in rows(&one.stdout).iter().enumerate() {
        assert_eq!(row["line"], number + 1);
        let expect = if number % 5 == 4 {
            Value::Null
        } else {
            json!(number)
        };
        assert_eq!(row["id"], expect);
    }
}

#[test]
fn an_answer_comes_before_the_next_line_is_written() {
    let mut child = start(&["--jobs", "2"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for number in 1..=3 {
        writeln!(
            stdin,
            "{}",
            json!({"id": number, "sources": [text("Jo Doe\nBaker")]})
        )
        .unwrap();
        stdin.flush().unwrap();
        let row: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(row["id"], number);
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let mut child = start(&["--jobs", "2"]);
    let mut stdin = child.stdin.take().unwrap();
    let line = format!("{}\n", json!({"sources": [text("Jo Doe\nBaker")]}));
    let feeding = thread::spawn(move || while stdin.write_all(line.as_bytes()).is_ok() {});
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut first).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(serde_json::from_str::<Value>(&first).unwrap()["line"], 1);
}

/// Most kilobytes of memory that a process has had.
#[cfg(target_os = "linux")]
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// The most memory while these pieces are fed, as many lines of them as `lines`.
#[cfg(target_os = "linux")]
fn memory(
    arguments: &[&str],
    pieces: impl Iterator<Item = Vec<u8>> + Send + 'static,
    lines: usize,
) -> u64 {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().unwrap();
    let mut stderr = child.stderr.take().unwrap();
    let drained = thread::spawn(move || stderr.read_to_end(&mut Vec::new()));
    let feeding = thread::spawn(move || {
        for piece in pieces {
            stdin.write_all(&piece).unwrap();
        }
        stdin
    });
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(answers.by_ref().take(lines).count(), lines);
    let most = most_memory(child.id());
    drop(feeding.join().unwrap());
    assert!(answers.next().is_none());
    child.wait().unwrap();
    drained.join().unwrap().unwrap();
    most
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_stream() {
    let pad = "x".repeat(100_000);
    let line = format!(
        "{}\n",
        json!({"pad": pad, "sources": [text("Jo Doe\nBaker")]})
    );
    let few = memory(
        &["--jobs", "2"],
        vec![line.clone().into_bytes(); 300].into_iter(),
        300,
    );
    let many = memory(
        &["--jobs", "2"],
        std::iter::repeat_n(line.into_bytes(), 1000),
        1000,
    );
    println!("{few} kB for 30 MB, {many} kB for 100 MB");
    // What may wait is 16 MB for two threads; the program itself has about 20.
    assert!(many < 64_000, "{many} kB");
    assert!(many < few + 16_000, "{few} kB, then {many} kB");
}

#[cfg(target_os = "linux")]
#[test]
fn a_line_too_long_is_never_held() {
    let piece = vec![b'x'; 1_000_000];
    let long = std::iter::repeat_n(piece, 300).chain([b"\n{}\n".to_vec()]);
    let most = memory(&["--jobs", "1", "--max-line-bytes", "1000000"], long, 2);
    println!("{most} kB for a line of 300 MB");
    assert!(most < 32_000, "{most} kB");
}

#[test]
fn a_slow_reader_stops_the_reading() {
    const LINES: u64 = 300;
    let mut child = start(&["--jobs", "2"]);
    let mut stdin = child.stdin.take().unwrap();
    // The answer is as long as the line.
    let candidate = json!({"id": "x".repeat(100_000), "sources": [text("Jo Doe")]});
    let line = format!("{candidate}\n");
    let fed = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&fed);
    let feeding = thread::spawn(move || {
        for _ in 0..LINES {
            stdin.write_all(line.as_bytes()).unwrap();
            count.fetch_add(1, Ordering::SeqCst);
        }
    });
    let mut last = u64::MAX;
    while last != fed.load(Ordering::SeqCst) {
        last = fed.load(Ordering::SeqCst);
        thread::sleep(Duration::from_secs(2));
    }
    // 128 lines or 16 MB, and what the pipes hold.
    assert!(last < 200, "{last} lines were read");
    let answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for (number, answer) in (1..=LINES).zip(answers) {
        let begin = format!("{{\"line\":{number},");
        assert!(answer.unwrap().starts_with(&begin), "{number}");
    }
    feeding.join().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
