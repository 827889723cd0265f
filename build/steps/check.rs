//! What valid steps, roles and translations are.

use super::super::indicators::model::{Located, ReferenceRow};
use super::super::indicators::rules::{EFFORTS, bad_reference, digest_of, never_said, stale};
use super::super::indicators::{File, Problems, load, variant, variants};
use super::model::{RoleRow, Said, StepRow};
use super::{ROLE, Steps};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const DEPTHS: &[&str] = &["basic", "thorough", "full"];
/// The stage whose steps may show that somebody is there and live.
const INTERVIEW: &str = "interview";
/// Longest title, in characters.
const LONGEST: usize = 70;

/// Adds every problem.
pub fn validate(steps: &Steps, problems: &mut Problems) {
    for (stage, file, rows) in &steps.stages {
        if rows.steps.is_empty() {
            problems.add(&file.path, 1, "a stage has steps");
        }
        for row in &rows.steps {
            let mut report = Report { file, problems };
            report.step(steps, stage, row);
        }
    }
    ids(steps, problems);
    ticks(steps, problems);
    roles(steps, problems);
    for (_, file, texts) in &steps.translations {
        let mut report = Report { file, problems };
        report.translations(&steps.said_of_steps(), &texts.said_of_steps());
        report.translations(&steps.said_of_roles(), &texts.said_of_roles());
    }
}

impl Steps {
    fn rows(&self) -> impl Iterator<Item = (&'static str, &File, &StepRow)> {
        let stages = self.stages.iter();
        stages.flat_map(|(stage, file, rows)| rows.steps.iter().map(move |row| (*stage, file, row)))
    }

    /// The English texts of all steps, sorted by id.
    pub fn said_of_steps(&self) -> Vec<Said<'_>> {
        let rows = self.rows().map(|(_, _, row)| row.en.said(row.id.get()));
        let mut said: Vec<Said<'_>> = rows.collect();
        said.sort_by(|a, b| a.id.cmp(&b.id));
        said
    }

    /// The English texts of all values of a role, sorted by name.
    pub fn said_of_roles(&self) -> Vec<Said<'_>> {
        let values = self.roles.1.values().into_iter();
        values.map(|(id, row)| row.en.said(&id)).collect()
    }
}

fn ids(steps: &Steps, problems: &mut Problems) {
    let mut known: BTreeMap<&str, &str> = BTreeMap::new();
    for (stage, file, row) in steps.rows() {
        let id = row.id.get();
        if let Some(other) = known.insert(id, stage) {
            let reason = format!("a second step {id}; {other} has one");
            problems.add(&file.path, file.line(row.id.offset()), &reason);
        }
    }
}

/// Every indicator that a person ticks stands beside exactly one step, of its own stage.
fn ticks(steps: &Steps, problems: &mut Problems) {
    let mut beside: BTreeMap<&str, &str> = BTreeMap::new();
    for (stage, file, row) in steps.rows() {
        for tick in &row.ticks {
            let id = tick.get();
            let reason = match steps.observed.get(id) {
                None => format!("no indicator {id} that a person ticks"),
                Some(own) if own != stage => format!("{id} belongs to the stage {own}"),
                Some(_) => match beside.insert(id, row.id.get()) {
                    Some(other) => format!("{id} stands beside {other} already"),
                    None => continue,
                },
            };
            problems.add(&file.path, file.line(tick.offset()), &reason);
        }
    }
    for (id, stage) in &steps.observed {
        let file = steps.stages.iter().find(|(name, _, _)| name == stage);
        if let Some((_, file, _)) = file.filter(|_| !beside.contains_key(id.as_str())) {
            problems.add(&file.path, 1, &format!("no step ticks {id}"));
        }
    }
}

fn roles(steps: &Steps, problems: &mut Problems) {
    let (file, roles) = &steps.roles;
    let source = load(Path::new(ROLE), problems).text;
    let yes_no = vec!["Yes".to_owned(), "No".to_owned()];
    let sectors = variants(&source, "pub enum Sector {");
    let kinds = variants(&source, "pub enum Access {");
    let tables = [
        ("remote", &roles.remote, yes_no),
        ("sector", &roles.sector, sectors),
        ("access", &roles.access, kinds),
    ];
    for (of, rows, known) in tables {
        let names: BTreeSet<String> = rows.keys().map(|name| variant(name)).collect();
        if names != known.iter().cloned().collect() {
            let reason = format!("{of} has exactly the values {}", known.join(", "));
            problems.add(&file.path, 1, &reason);
        }
    }
    for (_, row) in roles.values() {
        Report { file, problems }.role(steps, row);
    }
}

/// Where problems of one file are told.
struct Report<'a> {
    file: &'a File,
    problems: &'a mut Problems,
}

impl Report<'_> {
    fn add(&mut self, offset: usize, reason: &str) {
        let line = self.file.line(offset);
        self.problems.add(&self.file.path, line, reason);
    }

    fn step(&mut self, steps: &Steps, stage: &str, row: &StepRow) {
        let id = row.id.get();
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(kebab) {
            self.add(row.id.offset(), "an id is words-in-lower-case");
        }
        self.depth(&row.depth);
        let effort = row.effort.get().as_str();
        if effort.is_empty() || !EFFORTS.contains(&effort) {
            let reason = "effort is look, ask, call or document";
            self.add(row.effort.offset(), reason);
        }
        if *row.liveness.get() && stage != INTERVIEW {
            self.add(row.liveness.offset(), "liveness is a matter of interviews");
        }
        self.references(steps, row.id.offset(), &row.references);
        self.english(&row.en.said(id));
    }

    fn role(&mut self, steps: &Steps, row: &RoleRow) {
        self.depth(&row.depth);
        self.references(steps, row.depth.offset(), &row.references);
        self.english(&row.en.said(""));
    }

    fn depth(&mut self, depth: &Located<String>) {
        if !DEPTHS.contains(&depth.get().as_str()) {
            self.add(depth.offset(), "depth is basic, thorough or full");
        }
    }

    fn references(&mut self, steps: &Steps, at: usize, rows: &[ReferenceRow]) {
        if rows.is_empty() {
            self.add(at, "no reference");
        }
        for (offset, reason) in rows
            .iter()
            .filter_map(|row| bad_reference(row, &steps.sources))
        {
            self.add(offset, reason);
        }
    }

    fn english(&mut self, said: &Said<'_>) {
        if said.of.is_some() {
            self.add(said.at, "of belongs into a translation");
        }
        self.texts(said);
    }

    fn texts(&mut self, said: &Said<'_>) {
        if let Some(reason) = bad_texts(&said.texts) {
            self.add(said.at, &reason);
        }
    }

    fn translations(&mut self, english: &[Said<'_>], translated: &[Said<'_>]) {
        for said in english {
            let of = format!("{:016x}", digest_of(&said.texts));
            let Some(row) = translated.iter().find(|row| row.id == said.id) else {
                self.add(0, &format!("no texts of {}; of = \"{of}\"", said.id));
                continue;
            };
            if row.of != Some(of.as_str()) {
                self.add(row.at, &stale(&of));
            }
            self.texts(row);
        }
        for row in translated {
            if !english.iter().any(|said| said.id == row.id) {
                self.add(row.at, &format!("no step or value {}", row.id));
            }
        }
    }
}

fn bad_texts(texts: &[&str]) -> Option<String> {
    if texts.iter().any(|text| text.trim().is_empty()) {
        return Some("a text is empty".to_owned());
    }
    if texts.iter().any(|text| text.contains(['{', '}'])) {
        return Some("nothing fills a {place} of a step".to_owned());
    }
    let title = texts.first().copied().unwrap_or_default();
    if title.chars().count() > LONGEST || title.ends_with('.') {
        let reason = format!("a title is one line of {LONGEST} characters without a full stop");
        return Some(reason);
    }
    never_said(texts)
}
