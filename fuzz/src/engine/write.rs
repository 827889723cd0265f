//! A case as the lines that the target of the engine reads: for seeds.

use std::fmt::Write;
use touchstone::profile::{Case, Date, Dates, End, Profile};
use touchstone::readers::{Gate, Reading};
use touchstone::report::reading_json;

/// The lines of a case, judged as of `today`.
pub fn written(case: &Case, today: Date) -> String {
    let sources: Vec<String> = case.sources.iter().map(source).collect();
    format!("T {today}\n{}", sources.join("=\n"))
}

fn source(profile: &Profile) -> String {
    let mut out = Lines::default();
    if let Some(platform) = profile.platform {
        out.add('P', crate::bytes_of(&platform).trim_matches('"'));
    }
    out.add('A', &profile.url);
    out.words(profile);
    out.positions(profile);
    out.education(profile);
    out.accounts(profile);
    out.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, sign: char, words: &str) {
        for line in words.lines().filter(|line| !line.is_empty()) {
            // writing to a string does not fail
            let _written = writeln!(self.0, "{sign} {line}");
        }
    }

    fn words(&mut self, profile: &Profile) {
        let json = reading_json(&Reading {
            gate: Gate::Person,
            profile: profile.clone(),
            cut: false,
        });
        for (sign, name) in [
            ('n', "name"),
            ('h', "headline"),
            ('l', "location"),
            ('a', "about"),
            ('v', "verified"),
        ] {
            let words = json.pointer(&format!("/profile/{name}"));
            self.add(
                sign,
                words.and_then(|words| words.as_str()).unwrap_or_default(),
            );
        }
        for (sign, list) in [
            ('k', profile.skills.items()),
            ('+', profile.phones.items()),
            ('w', profile.widgets.items()),
            ('b', profile.texts.items()),
            ('r', profile.writers.as_slice()),
            ('q', profile.unseen.as_slice()),
        ] {
            list.iter().for_each(|words| self.add(sign, &words.text));
        }
        for (at, _) in profile.education.items().iter().enumerate() {
            let school = json.pointer(&format!("/profile/education/{at}/school"));
            self.add(
                's',
                school.and_then(|words| words.as_str()).unwrap_or_default(),
            );
        }
    }

    fn positions(&mut self, profile: &Profile) {
        for one in profile.positions.items() {
            let title = one.title.as_ref().map_or("-", |words| words.text.as_str());
            self.add('t', title);
            for (sign, words) in [('e', &one.employer), ('p', &one.place), ('x', &one.text)] {
                self.add(sign, words.as_ref().map_or("", |words| words.text.as_str()));
            }
            self.add('m', one.employment.as_deref().unwrap_or_default());
            self.add('d', &dates(one.dates.as_ref()));
        }
    }

    /// The degree and the dates of the last school: enough for a seed.
    fn education(&mut self, profile: &Profile) {
        for one in profile.education.items().iter().rev().take(1) {
            self.add(
                'g',
                one.degree.as_ref().map_or("", |words| words.text.as_str()),
            );
            self.add('y', &dates(one.dates.as_ref()));
        }
    }

    fn accounts(&mut self, profile: &Profile) {
        for one in profile.links.items() {
            self.add('u', &format!("{} {}", one.href, one.words.text));
        }
        for one in profile.emails.items() {
            self.add('@', &one.words.text);
        }
        for one in profile.handles.items() {
            let platform = crate::bytes_of(&one.platform);
            let sign = if one.own { 'I' } else { 'i' };
            self.add(
                sign,
                &format!("{} {}", platform.trim_matches('"'), one.name),
            );
        }
        if let Some(count) = profile.connections.seen() {
            self.add('c', &count.number.to_string());
        }
        if let Some(joined) = profile.joined.seen() {
            self.add('j', &joined.date.to_string());
        }
        if let Some(time) = profile.local_time.seen() {
            let offset = time
                .offset
                .map_or("-".to_owned(), |offset| offset.to_string());
            self.add('z', &format!("{offset} {}", time.clock.unwrap_or_default()));
        }
    }
}

fn dates(dates: Option<&Dates>) -> String {
    let Some(dates) = dates else {
        return String::new();
    };
    let start = dates.start.map_or("-".to_owned(), |date| date.to_string());
    match dates.end {
        Some(End::Present) => format!("{start} present"),
        Some(End::Date(end)) => format!("{start} {end}"),
        None => start,
    }
}
