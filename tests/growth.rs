//! No more time than the page is long: four times the text may take less than eight times the
//! time. Linear takes four, quadratic sixteen.

// The pieces are tables of words, counted round.
#![allow(clippy::indexing_slicing)]

use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use touchstone::indicators::assess;
use touchstone::profile::{Case, Date};
use touchstone::readers::{read, read_text};

/// How many times the time a text of four times the length takes. Both are read in turns, so
/// that whatever else the machine does slows both; the fastest of each counts.
fn ratio(n: usize, make: impl Fn(usize) -> String, read: impl Fn(&str)) -> f64 {
    let (short, long) = (make(n), make(n * 4));
    let seconds = |text: &str| {
        let start = Instant::now();
        read(text);
        start.elapsed().as_secs_f64()
    };
    let (mut least, mut most) = (f64::MAX, f64::MAX);
    for _ in 0..7 {
        least = least.min(seconds(&short));
        most = most.min(seconds(&long));
    }
    most / least
}

/// One test at a time: the others of this file would slow it.
static ALONE: Mutex<()> = Mutex::new(());

/// Reads texts that grow in one way each, `make` around their pieces.
fn check(growing: &[(&str, usize, Piece)], make: impl Fn(&str) -> String, read: impl Fn(&str)) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut problems = Vec::new();
    for (what, n, piece) in growing {
        let text = |n: usize| make(&(0..n).map(piece).collect::<String>());
        // Other work on the machine makes a ratio larger now and then, a reading that grows faster than its text always.
        let mut tries = (0..3).map(|_| ratio(*n, text, &read));
        match tries.find(|ratio| *ratio < 8.0) {
            Some(ratio) => println!("{what}: {ratio:.1} times the time for 4 times the text"),
            None => problems.push(*what),
        }
    }
    assert!(problems.is_empty(), "eight times or more: {problems:?}");
}

/// A piece of a page, by its number.
type Piece = fn(usize) -> String;

/// Pages that grow in one way each.
const GROWING: &[(&str, usize, Piece)] = &[
    ("positions", 250, |i| {
        format!(
            "<li><p>Baker {i}</p><p>Pain {i}</p><p>Jan {} - Present</p><p>bakes</p></li>",
            1950 + i % 60
        )
    }),
    ("roles in groups", 80, |i| {
        format!(
            "<li><p>Pain {i}</p><ul><li><p>Baker</p><p>2001 - 2004</p></li>\
             <li><p>Miller</p><p>{} - 2001</p></li></ul></li>",
            1960 + i % 30
        )
    }),
    ("paragraphs", 800, |i| {
        format!(
            "<p>The {i}th thing to say about bread is that it is eaten, the next that it is baked before that.</p>"
        )
    }),
    ("spans side by side", 600, |i| format!("<span>w{i}</span>")),
    ("hidden twins", 800, |i| {
        format!("<li><span aria-hidden=true>Bread {i}</span><span>Bread {i}</span></li>")
    }),
    ("links", 800, |i| {
        format!("<p><a href=\"https://h{i}.example/\">link {i}</a></p>")
    }),
    ("addresses", 800, |i| {
        format!("<p>mail{i}@bread.example</p>")
    }),
    ("headings", 800, |i| {
        format!("<h2>Whatever {i}</h2><p>text</p>")
    }),
    ("sections", 150, |i| {
        let word = ["Experience", "Education", "Skills", "About"][i % 4];
        format!("<section><h2>{word}</h2><p>Baker {i}</p><p>2001 - 2004</p></section>")
    }),
    ("nesting", 3000, |_| "<div>".to_owned()),
];

/// Résumés that grow in one way each.
const LONGER: &[(&str, usize, Piece)] = &[
    ("positions", 75, |i| {
        format!(
            "Baker {i}\nPain {i} Ltd\nJan {} - Present\n• bakes\n",
            1950 + i % 60
        )
    }),
    ("forms", 75, |i| {
        format!(
            "Company: Pain {i}\nRole: Baker\nDuration: {} - 2012\n",
            1950 + i % 60
        )
    }),
    ("sentences", 75, |i| {
        format!(
            "Worked as a baker with Pain {i} from May {} to June 2012.\n",
            1950 + i % 60
        )
    }),
    ("paragraphs", 200, |i| {
        format!(
            "The {i}th thing to say about bread, which is eaten and which was baked before\nthat\n"
        )
    }),
    ("columns", 200, |i| format!("w{i}\t")),
    ("labels", 200, |i| format!("w{i}\t:\t")),
    ("bullets", 500, |_| "•\n".to_owned()),
    ("addresses", 125, |i| format!("mail{i}@bread.example\n")),
    ("phones", 125, |i| format!("Phone: +33 6 {i:08}\n")),
    ("links", 125, |i| {
        format!("https://h{i}.example/ github.com/h{i}\n")
    }),
    ("sections", 75, |i| {
        let word = ["Experience", "Education", "Skills", "Contact", "References"][i % 5];
        format!("{word}\nBaker {i}\n2001 - 2004\n")
    }),
    ("dates", 200, |i| format!("{} - ", 1950 + i % 60)),
];

/// Lists of other candidates beside one, on a tracking system.
const BESIDE: &[(&str, usize, Piece)] = &[("candidates", 500, |i| {
    format!(
        "<div><a href=\"/candidates/c{}\">Baker {i}</a></div>",
        i + 2
    )
})];

#[test]
fn time_grows_with_the_page() {
    let make = |body: &str| {
        format!(
            "<title>Jo Doe | LinkedIn</title><main><h1>Jo Doe</h1><p>Baker</p>\
             <h2>Experience</h2><div>{body}"
        )
    };
    let read = |html: &str| drop(read("https://www.linkedin.com/in/jo-0000/", html));
    check(GROWING, make, read);
}

#[test]
fn time_grows_with_the_resume() {
    let make = |body: &str| format!("Jo Doe\nBaker\nExperience\n{body}");
    check(LONGER, make, |text| drop(read_text(text)));
}

/// Two sources of the same length: what they say is compared, each position with each only where it has to be.
#[test]
fn time_grows_with_what_is_judged() {
    let make = |body: &str| format!("Jo Doe\nBaker\nExperience\n{body}");
    let today = Date::parse("2026-11-27").unwrap();
    let judge = |text: &str| {
        let sources = vec![read_text(text), read_text(&text.replace("Pain", "Brot"))];
        drop(assess(&Case { sources }, today));
    };
    check(LONGER, make, judge);
}

#[test]
fn time_grows_with_the_list_beside_a_panel() {
    let url = "https://app.ashbyhq.com/candidates/pipeline/right-side/candidates/c1";
    let make = |rows: &str| {
        format!(
            "<title>Ashby</title><body><div>{rows}</div><div><h2>Jo Doe</h2>\
             <a href=\"mailto:jo@bread.example\">jo@bread.example</a></div>"
        )
    };
    check(BESIDE, make, |html| drop(read(url, html)));
}
