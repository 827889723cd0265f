//! What a valid list is.

use super::model::{IndicatorFile, Located, ReferenceRow, Source, TextsRow};
use super::words::Never;
use super::{Entry, List, Problems, digest, variant};
use std::collections::BTreeMap;

const STATUSES: &[&str] = &["stable", "trial", "retired"];
/// What a next step can cost; the first where a file does not say.
pub const EFFORTS: &[&str] = &["", "look", "ask", "call", "document"];
/// The stages of hiring, in their order.
pub const STAGES: &[&str] = &[
    "sourcing",
    "applied",
    "before-interview",
    "interview",
    "offer",
    "day-one",
];
const FOR_THE_PERSON: &str = "for-the-person";
const KINDS: &[&str] = &[
    "contradiction",
    "documented-identifier",
    "impossibility",
    "soft",
    FOR_THE_PERSON,
];
/// Adds every problem of the list.
pub fn validate(list: &List, problems: &mut Problems) {
    for entry in &list.entries {
        let mut report = Report { entry, problems };
        report.check(list);
    }
    groups(list, problems);
    level_rates(list, problems);
    for (code, file, translations) in &list.translations {
        for id in translations.texts.keys() {
            if !list.entries.iter().any(|entry| entry.id == *id) {
                problems.add(
                    &file.path,
                    line_of(&file.text, id),
                    &format!("no indicator {id}"),
                );
            }
        }
        for group in list.groups.keys() {
            if !translations.groups.contains_key(group) {
                problems.add(
                    &file.path,
                    1,
                    &format!("no title of group {group} in {code}"),
                );
            }
        }
    }
}

fn groups(list: &List, problems: &mut Problems) {
    let path = std::path::Path::new(super::ROOT).join("groups.toml");
    for (group, row) in &list.groups {
        if !tenths(row.cap) || row.cap == 0.0 || row.title.is_empty() {
            problems.add(
                &path,
                1,
                &format!("{group}: a cap in whole tenths and a title"),
            );
        }
    }
    let path = std::path::Path::new(super::ROOT).join("sources.toml");
    for (key, source) in &list.sources {
        if !["read", "part", "2nd", "meas"].contains(&source.status.as_str()) {
            problems.add(
                &path,
                1,
                &format!("{key}: status is read, part, 2nd or meas"),
            );
        }
        if source.title.is_empty() {
            problems.add(&path, 1, &format!("{key}: no title"));
        }
        let _ = &source.url;
    }
}

fn level_rates(list: &List, problems: &mut Problems) {
    let (file, rates) = &list.level_rates;
    for (kind, row) in rates {
        if !list.kinds.contains(&variant(kind)) {
            problems.add(&file.path, 1, &format!("unknown kind {kind}"));
        }
        if !is_date(&row.date, 3) {
            problems.add(&file.path, 1, &format!("{kind}: date is YYYY-MM-DD"));
        }
        for counts in [&row.documented, &row.ordinary] {
            let items: u32 = counts.get().levels.iter().sum();
            if !(1..=items).contains(&counts.get().accounts) {
                let line = file.line(counts.offset());
                problems.add(
                    &file.path,
                    line,
                    "accounts are 1 or more, and no more than items",
                );
            }
        }
    }
}

struct Report<'a> {
    entry: &'a Entry,
    problems: &'a mut Problems,
}

impl Report<'_> {
    fn add(&mut self, offset: usize, reason: &str) {
        let file = &self.entry.file;
        self.problems.add(&file.path, file.line(offset), reason);
    }

    fn check(&mut self, list: &List) {
        let rule = &self.entry.rule;
        self.weight(list, rule);
        self.basis(rule);
        if let Some(observed) = &rule.observed {
            self.observed(observed, rule);
        } else {
            self.inputs(list, rule);
            self.detection(list, rule);
            self.samples(rule);
        }
        self.others(list, rule);
        self.references(list, rule);
        self.texts(&rule.en, "en");
        self.translations(list, rule);
    }

    fn weight(&mut self, list: &List, rule: &IndicatorFile) {
        if !STATUSES.contains(&rule.status.get().as_str()) {
            self.add(rule.status.offset(), "status is stable, trial or retired");
        }
        if !KINDS.contains(&rule.kind.get().as_str()) {
            self.add(rule.kind.offset(), "unknown kind");
        }
        if !EFFORTS.contains(&rule.effort.get().as_str()) {
            self.add(
                rule.effort.offset(),
                "effort is look, ask, call or document",
            );
        }
        let bits = *rule.bits.get();
        let at = rule.bits.offset();
        if !tenths(bits) || !(-4.0..=8.0).contains(&bits) {
            self.add(at, "bits are whole tenths from -4.0 to 8.0");
        }
        if rule.status.get() == "trial" && bits != 0.0 {
            self.add(at, "on trial: bits must be 0");
        }
        let person = rule.kind.get() == FOR_THE_PERSON;
        // What a person may see and must not weigh (a disability, faith, care, a second language
        // explains it as well) stands in the list for its other step, and carries nothing.
        let weightless = rule.observed.is_some() && bits == 0.0;
        if rule.status.get() == "stable" && !weightless && (bits == 0.0 || person != (bits < 0.0)) {
            self.add(at, "below zero for the person, above zero otherwise");
        }
        match list.groups.get(&self.entry.group) {
            None => self.add(0, "unknown group"),
            Some(group) if (group.cap < 0.0) != person => {
                self.add(at, "the cap of its group has the other sign");
            }
            Some(_) => {}
        }
    }

    fn basis(&mut self, rule: &IndicatorFile) {
        let basis = &rule.basis;
        let counted =
            |counts: Option<[u32; 2]>| counts.is_some_and(|[hits, of]| hits <= of && of > 0);
        let right = match basis.kind.as_str() {
            "judged" => basis.note.as_ref().is_some_and(|note| !note.is_empty()),
            "measured" => {
                counted(basis.positives) && counted(basis.ordinary) && basis.corpus.is_some()
            }
            _ => false,
        };
        if !right {
            let at = self.entry.file.text.find("basis").unwrap_or(0);
            self.add(
                at,
                "basis is judged with a note, or measured with counts and corpus",
            );
        }
    }

    fn observed(&mut self, observed: &Located<String>, rule: &IndicatorFile) {
        if observed.get() != "person" {
            self.add(observed.offset(), "observed is person, or absent");
        }
        let stage = rule.stage.as_ref().map(Located::get);
        if !stage.is_some_and(|stage| STAGES.contains(&stage.as_str())) {
            let at = rule
                .stage
                .as_ref()
                .map_or(observed.offset(), Located::offset);
            self.add(
                at,
                "stage is sourcing, applied, before-interview, interview, offer or day-one",
            );
        }
        let read = !rule.reads.get().is_empty() || !rule.shown_on.get().is_empty();
        let automated = rule.check.is_some() || rule.phrases.is_some();
        let samples = !rule.fires.is_empty() || !rule.silent.is_empty();
        if read || automated || samples {
            self.add(
                observed.offset(),
                "a person ticks it: no reads, shown_on, check, phrases, fires or silent",
            );
        }
    }

    fn inputs(&mut self, list: &List, rule: &IndicatorFile) {
        let fields = rule.phrases.iter().map(|phrases| &phrases.fields);
        for located in fields.chain([&rule.reads]) {
            for field in located.get() {
                if !list.fields.contains(&variant(field)) {
                    self.add(located.offset(), &format!("unknown field {field}"));
                }
            }
            if located.get().is_empty() {
                self.add(located.offset(), "reads nothing");
            }
        }
        if let Some(phrases) = &rule.phrases {
            for field in phrases.fields.get() {
                if !rule.reads.get().contains(field) {
                    self.add(rule.reads.offset(), &format!("reads lacks {field}"));
                }
            }
        }
        let on = rule.phrases.iter().flat_map(|phrases| &phrases.on);
        for platform in rule.shown_on.get().iter().chain(on) {
            if !list.platforms.contains(&variant(platform)) {
                self.add(
                    rule.shown_on.offset(),
                    &format!("unknown platform {platform}"),
                );
            }
        }
        if rule.shown_on.get().is_empty() && rule.status.get() == "stable" {
            self.add(rule.status.offset(), "shown nowhere: status must be trial");
        }
    }

    fn detection(&mut self, list: &List, rule: &IndicatorFile) {
        match (&rule.check, &rule.phrases) {
            (Some(check), None) if !list.checks.contains(check.get()) => {
                self.add(check.offset(), "no such file in checks/");
            }
            (Some(_), None) => {}
            (None, _) if *rule.compares_sources.get() => {
                self.add(rule.compares_sources.offset(), "only of a check");
            }
            (None, Some(phrases)) => {
                let lists = phrases.all.len();
                if phrases.any.is_empty() == phrases.all.is_empty() {
                    self.add(phrases.fields.offset(), "either any or all");
                }
                let enough = phrases.at_least.map_or(lists, usize::from);
                if lists > 0 && (lists == 1 || enough < 2 || enough > lists) {
                    self.add(
                        phrases.fields.offset(),
                        "all has several lists, at_least of them",
                    );
                }
            }
            _ => self.add(0, "exactly one of check and phrases"),
        }
    }

    fn others(&mut self, list: &List, rule: &IndicatorFile) {
        for located in [&rule.unless, &rule.replaces] {
            for id in located.get() {
                if !list
                    .entries
                    .iter()
                    .any(|entry| entry.id == *id && *id != self.entry.id)
                {
                    self.add(located.offset(), &format!("no other indicator {id}"));
                }
            }
        }
    }

    fn references(&mut self, list: &List, rule: &IndicatorFile) {
        if rule.references.is_empty() {
            self.add(0, "no reference");
        }
        for row in &rule.references {
            if let Some((offset, reason)) = bad_reference(row, &list.sources) {
                self.add(offset, reason);
            }
        }
        let review = rule.review_by.get();
        if !is_date(review, 2) || review.len() != 7 {
            self.add(rule.review_by.offset(), "review_by is YYYY-MM");
        }
    }

    fn texts(&mut self, texts: &TextsRow, lang: &str) {
        let at = self.entry.file.text.find("[en]").unwrap_or(0);
        if let Some(reason) = bad_texts(texts) {
            self.add(at, &format!("{lang}: {reason}"));
        }
    }

    fn samples(&mut self, rule: &IndicatorFile) {
        for (name, samples) in [("fires", &rule.fires), ("silent", &rule.silent)] {
            if samples.len() < 2 {
                self.add(0, &format!("at least two samples [[{name}]]"));
            }
            for sample in samples {
                let inner = sample.as_ref();
                if inner.because.is_empty() || inner.sources.is_empty() {
                    self.add(sample.span().start, "a sample has a reason and sources");
                }
                let alone = *rule.compares_sources.get() && inner.sources.len() < 2;
                if name == "fires" && alone {
                    self.add(sample.span().start, "fires on two sources or more");
                }
                if inner.today.as_ref().is_some_and(|today| !is_date(today, 3)) {
                    self.add(sample.span().start, "today is YYYY-MM-DD");
                }
            }
        }
    }

    fn translations(&mut self, list: &List, rule: &IndicatorFile) {
        let of = format!("{:016x}", texts_digest(&rule.en));
        for (code, file, translations) in &list.translations {
            let Some(row) = translations.texts.get(&self.entry.id) else {
                self.add(0, &format!("no texts in {code}; of = \"{of}\""));
                continue;
            };
            let line = line_of(&file.text, &self.entry.id);
            if row.of != of {
                self.problems.add(&file.path, line, &stale(&of));
            }
            let texts = TextsRow {
                title: row.title.clone(),
                why: row.why.clone(),
                innocent: row.innocent.clone(),
                next: row.next.clone(),
                question: row.question.clone(),
            };
            if let Some(reason) = bad_texts(&texts).or_else(|| other_places(&rule.en, &texts)) {
                self.problems.add(&file.path, line, &reason);
            }
        }
    }
}

/// What is wrong with a reference, and where in the file.
pub fn bad_reference(
    row: &ReferenceRow,
    sources: &BTreeMap<String, Source>,
) -> Option<(usize, &'static str)> {
    if !sources.contains_key(row.source.get()) {
        return Some((row.source.offset(), "unknown source key"));
    }
    if !is_date(row.date.get(), 1) {
        return Some((row.date.offset(), "date is YYYY, YYYY-MM or YYYY-MM-DD"));
    }
    let empty = row.title.is_empty() || row.says.is_empty();
    empty.then(|| {
        let reason = "a reference has a title and says something";
        (row.source.offset(), reason)
    })
}

/// A word of these texts that the product never says.
pub fn never_said(texts: &[&str]) -> Option<String> {
    let never = match Never::read() {
        Ok(never) => never,
        Err(reason) => return Some(reason),
    };
    let said = texts
        .iter()
        .find_map(|text| never.said("accusation", None, text));
    said.map(|word| format!("never say «{}»", word.trim_matches('~')))
}

/// What is said of a translation of something else than today's English.
pub fn stale(of: &str) -> String {
    format!("the English changed; check the texts, then of = \"{of}\"")
}

fn bad_texts(texts: &TextsRow) -> Option<String> {
    let mut all: Vec<&str> = vec![&texts.title, &texts.why, &texts.next, &texts.question];
    all.extend(texts.innocent.iter().map(String::as_str));
    if texts.innocent.is_empty() || all.iter().any(|text| text.trim().is_empty()) {
        return Some("a text is empty".to_owned());
    }
    if texts.title.chars().count() > 90 || texts.title.ends_with('.') {
        return Some("a title is one line without a full stop".to_owned());
    }
    never_said(&all)
}

/// Whether the `{places}` differ between two languages.
fn other_places(a: &TextsRow, b: &TextsRow) -> Option<String> {
    let pairs = [
        (&a.title, &b.title),
        (&a.why, &b.why),
        (&a.next, &b.next),
        (&a.question, &b.question),
    ];
    let differ = pairs.into_iter().any(|(a, b)| places(a) != places(b));
    differ.then(|| "the {places} differ from the English".to_owned())
}

fn places(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Digest of the texts that a translation translates.
pub fn texts_digest(texts: &TextsRow) -> u64 {
    let innocent = texts.innocent.join("\n");
    let all = [
        &texts.title,
        &texts.why,
        &innocent,
        &texts.next,
        &texts.question,
    ];
    let joined: Vec<&str> = all.iter().map(|text| text.as_str()).collect();
    digest_of(&joined)
}

/// Digest of several texts that are translated together.
pub fn digest_of(texts: &[&str]) -> u64 {
    digest(texts.join("\0").as_bytes())
}

/// Whether `bits` is a whole number of tenths.
fn tenths(bits: f64) -> bool {
    let scaled = bits * 10.0;
    (scaled - scaled.round()).abs() < 1e-9
}

/// Whether `text` is a date with at least so many parts.
pub fn is_date(text: &str, parts: usize) -> bool {
    let found: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length: usize, most: u32| {
        part.len() == length
            && part
                .parse::<u32>()
                .is_ok_and(|number| (1..=most).contains(&number))
    };
    (parts..=3).contains(&found.len())
        && found
            .iter()
            .zip([(4, 9999), (2, 12), (2, 31)])
            .all(|(part, (length, most))| digits(part, length, most))
}

fn line_of(text: &str, needle: &str) -> usize {
    let at = text.find(needle).unwrap_or(0);
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}
