//! Writes the baked tables as Rust source into `OUT_DIR`.

use super::model::{CountsRow, PhrasesRow, ReferenceRow, TextsRow};
use super::phrases::Compiler;
use super::{Entry, List, Problems, variant};
use std::fmt::Write;
use std::path::Path;

/// The list of a set whose phrases silence the others; as in src/indicators/mod.rs.
const NOT: u8 = u8::MAX;

/// Writes everything.
pub fn write(list: &List, out: &Path, problems: &mut Problems) {
    let mut compiler = Compiler::default();
    let rules = rules(list, &mut compiler, problems);
    let data = data(list, &mut compiler, problems);
    let rules = format!("{rules}{}", compiler.source());
    for (name, text) in [
        ("indicators.rs", rules),
        ("indicator_texts.rs", texts(list)),
        ("checks.rs", checks(list)),
        ("data.rs", data),
        ("level_rates.rs", level_rates(list)),
        ("rates.rs", super::rates::source(list, problems)),
        ("samples.rs", samples(list)),
    ] {
        let path = out.join(name);
        if let Err(error) = std::fs::write(&path, text) {
            problems.add(&path, 1, &error.to_string());
        }
    }
}

fn points(bits: f64) -> String {
    format!("Points({:.0})", bits * 10.0)
}

fn variants(kind: &str, names: &[String]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("{kind}::{}", variant(name)))
        .collect();
    format!("&[{}]", names.join(", "))
}

fn rules(list: &List, compiler: &mut Compiler, problems: &mut Problems) -> String {
    let mut out = format!("pub const RULES_VERSION: &str = {:?};\n", list.version);
    out.push_str("pub static GROUPS: &[Group] = &[\n");
    for (id, group) in &list.groups {
        let _ = writeln!(out, "Group {{ id: {id:?}, cap: {} }},", points(group.cap));
    }
    out.push_str("];\npub static INDICATORS: &[Indicator] = &[\n");
    for (set, entry) in (0_u16..).zip(&list.entries) {
        let rule = &entry.rule;
        let stage = rule.stage.as_ref().map(|stage| variant(stage.get()));
        let detect = match (&rule.check, &rule.phrases) {
            _ if rule.observed.is_some() => {
                format!("Detect::Person(Stage::{})", stage.unwrap_or_default())
            }
            (Some(check), _) if here(list, check.get()) => {
                format!("Detect::Check(super::checks::{0}::check)", check.get())
            }
            (Some(_), _) => "Detect::Check(super::elsewhere)".to_owned(),
            (None, Some(phrases)) => compile(entry, set, phrases, compiler, problems),
            (None, None) => String::new(),
        };
        let _ = writeln!(
            out,
            "Indicator {{ id: {:?}, group: {:?}, status: Status::{}, bits: {}, kind: Kind::{}, \
             reads: {}, shown_on: {}, unless: &{:?}, replaces: &{:?}, \
             review_by: {:?}, detect: {detect} }},",
            entry.id,
            entry.group,
            variant(rule.status.get()),
            points(*rule.bits.get()),
            variant(rule.kind.get()),
            variants("Field", rule.reads.get()),
            variants("Platform", rule.shown_on.get()),
            rule.unless.get(),
            rule.replaces.get(),
            rule.review_by.get(),
        );
    }
    out.push_str("];\n");
    out
}

fn basis(entry: &Entry) -> String {
    let basis = &entry.rule.basis;
    match (basis.positives, basis.ordinary) {
        (Some([a, b]), Some([c, d])) => format!(
            "Basis::Measured {{ positives: ({a}, {b}), ordinary: ({c}, {d}), corpus: {:?} }}",
            basis.corpus.as_deref().unwrap_or_default()
        ),
        _ => format!(
            "Basis::Judged({:?})",
            basis.note.as_deref().unwrap_or_default()
        ),
    }
}

fn compile(
    entry: &Entry,
    set: u16,
    row: &PhrasesRow,
    compiler: &mut Compiler,
    problems: &mut Problems,
) -> String {
    let any: Vec<_> = row.any.iter().map(|phrase| (0_u8, phrase)).collect();
    let all = (0_u8..).zip(&row.all);
    let all: Vec<_> = all
        .flat_map(|(at, phrases)| phrases.iter().map(move |phrase| (at, phrase)))
        .collect();
    let not: Vec<_> = row.not.iter().map(|phrase| (NOT, phrase)).collect();
    for (at, phrase) in any.into_iter().chain(all).chain(not) {
        if let Err(reason) = compiler.add(set, at, phrase.get()) {
            let file = &entry.file;
            problems.add(&file.path, file.line(phrase.offset()), &reason);
        }
    }
    let lists = row.all.len().max(1);
    let at_least = row.at_least.map_or(lists, usize::from);
    format!(
        "Detect::Phrases(PhraseRule {{ set: {set}, fields: {}, on: {}, lists: {lists}, \
         at_least: {at_least}, near: {} }})",
        variants("Field", row.fields.get()),
        variants("Platform", &row.on),
        row.near.unwrap_or(0),
    )
}

/// Whether a check is compiled: some packages read no page, some have one source only.
fn here(list: &List, check: &str) -> bool {
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    let compares = list.entries.iter().any(|entry| {
        let rule = &entry.rule;
        let mine = rule.check.as_ref().is_some_and(|own| own.get() == check);
        mine && *rule.compares_sources.get()
    });
    has(if compares { "DESK" } else { "READER" })
}

fn checks(list: &List) -> String {
    let mut out = String::new();
    for check in list.checks.iter().filter(|check| here(list, check)) {
        let path = Path::new("src/indicators/checks").join(format!("{check}.rs"));
        let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        let path = Path::new(&root).join(path);
        let path = path.to_string_lossy();
        let _ = writeln!(out, "#[path = {path:?}]\npub(super) mod {check};");
    }
    out
}

fn data(list: &List, compiler: &mut Compiler, problems: &mut Problems) -> String {
    let tables = &list.data;
    let first = u16::try_from(list.entries.len()).unwrap_or(u16::MAX);
    let mut out = String::from("pub(super) static TECHNOLOGIES: &[Technology] = &[\n");
    for (set, technology) in (first..).zip(&tables.technologies) {
        for phrase in &technology.words {
            if let Err(reason) = compiler.add(set, 0, phrase) {
                problems.add(
                    Path::new("src/indicators/data/technologies.toml"),
                    1,
                    &reason,
                );
            }
        }
        let (year, month) = technology.released.split_once('-').unwrap_or_default();
        let _ = writeln!(
            out,
            "Technology {{ name: {:?}, set: {set}, year: {}, month: {} }},",
            technology.name,
            year,
            month.trim_start_matches('0')
        );
    }
    out.push_str("];\npub(super) static EMPLOYERS: &[Employer] = &[\n");
    for row in &tables.employers {
        let _ = writeln!(
            out,
            "Employer {{ name: {:?}, keys: &{:?}, founded: {} }},",
            row.name, row.names, row.founded
        );
    }
    out.push_str("];\npub(super) static CITIES: &[City] = &[\n");
    for row in &tables.cities {
        let _ = writeln!(
            out,
            "City {{ names: &{:?}, within: &{:?}, offsets: &{:?} }},",
            row.names, row.within, row.offsets
        );
    }
    out.push_str("];\n");
    let names = |rows: &[super::data::Named]| -> Vec<String> {
        let mut names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
        names.sort();
        names
    };
    for (table, rows) in [
        ("FRONTS", names(&tables.fronts)),
        ("FRONT_DOMAINS", names(&tables.front_domains)),
        ("DISPOSABLE", names(&tables.disposable)),
    ] {
        let _ = writeln!(out, "pub(super) static {table}: &[&str] = &{rows:?};");
    }
    let closed: Vec<(&str, &str)> = tables
        .closed
        .iter()
        .map(|row| (row.name.as_str(), row.closed.as_str()))
        .collect();
    let _ = writeln!(
        out,
        "pub(super) static CLOSED: &[(&str, &str)] = &{closed:?};"
    );
    out.push_str(&super::known::source(Path::new(super::ROOT), problems));
    out
}

fn texts(list: &List) -> String {
    let english = list.entries.iter();
    let english = english.map(|entry| (entry.id.as_str(), row(&entry.rule.en)));
    let mut languages = vec![("en", english.collect())];
    for (code, _, translations) in &list.translations {
        let rows = translations.texts.iter().map(|(id, text)| {
            let text = TextsRow {
                title: text.title.clone(),
                why: text.why.clone(),
                innocent: text.innocent.clone(),
                next: text.next.clone(),
                question: text.question.clone(),
            };
            (id.as_str(), row(&text))
        });
        languages.push((code, rows.collect()));
    }
    let mut out = lookup("texts", "Texts", &languages);
    out.push_str(&lookup("title", "&'static str", &names(list)));
    references(list, &mut out);
    bases(list, &mut out);
    efforts(list, &mut out);
    titles(list, &mut out);
    out
}

/// The titles by themselves, for a package that has no room for the other texts.
fn names(list: &List) -> Vec<(&str, Vec<(&str, String)>)> {
    let quoted = |title: &str| format!("{title:?}");
    let english = list.entries.iter();
    let english = english.map(|entry| (entry.id.as_str(), quoted(&entry.rule.en.title)));
    let mut languages = vec![("en", english.collect())];
    for (code, _, translations) in &list.translations {
        let rows = translations.texts.iter();
        let rows = rows.map(|(id, text)| (id.as_str(), quoted(&text.title)));
        languages.push((code.as_str(), rows.collect()));
    }
    languages
}

/// A function from language and id to the texts of that id, with a table a language: its code,
/// and its rows as Rust source, sorted by id.
pub fn lookup(name: &str, kind: &str, languages: &[(&str, Vec<(&str, String)>)]) -> String {
    let table = |code: &str| format!("{}_{}", name.to_uppercase(), code.to_uppercase());
    let mut out = format!(
        "pub fn {name}(lang: Lang, id: &str) -> Option<&'static {kind}> {{ let table = match lang {{\n"
    );
    for (code, _) in languages {
        let _ = writeln!(out, "Lang::{} => {},", variant(code), table(code));
    }
    out.push_str("};\nlet at = table.binary_search_by(|(key, _)| (*key).cmp(id)).ok()?; table.get(at).map(|row| &row.1) }\n");
    for (code, rows) in languages {
        let _ = writeln!(out, "static {}: &[(&str, {kind})] = &[", table(code));
        for (id, row) in rows {
            let _ = writeln!(out, "({id:?}, {row}),");
        }
        out.push_str("];\n");
    }
    out
}

fn row(texts: &TextsRow) -> String {
    format!(
        "Texts {{ title: {:?}, why: {:?}, innocent: &{:?}, next: {:?}, question: {:?} }}",
        texts.title, texts.why, texts.innocent, texts.next, texts.question
    )
}

fn references(list: &List, out: &mut String) {
    out.push_str("pub fn references(id: &str) -> &'static [Reference] { match id {\n");
    for entry in &list.entries {
        let rows = references_of(&entry.rule.references);
        let _ = writeln!(out, "{:?} => {rows},", entry.id);
    }
    out.push_str("_ => &[] } }\n");
}

/// References as Rust source.
pub fn references_of(rows: &[ReferenceRow]) -> String {
    let rows = rows.iter().map(|row| {
        format!(
            "Reference {{ source: {:?}, title: {:?}, url: {:?}, date: {:?}, says: {:?} }}",
            row.source.get(),
            row.title,
            row.url,
            row.date.get(),
            row.says
        )
    });
    format!("&[{}]", rows.collect::<Vec<_>>().join(", "))
}

fn bases(list: &List, out: &mut String) {
    out.push_str("pub fn basis(id: &str) -> Option<Basis> { match id {\n");
    for entry in &list.entries {
        let _ = writeln!(out, "{:?} => Some({}),", entry.id, basis(entry));
    }
    out.push_str("_ => None } }\n");
}

fn efforts(list: &List, out: &mut String) {
    out.push_str("pub fn effort(id: &str) -> Effort { match id {\n");
    for entry in &list.entries {
        let effort = entry.rule.effort.get();
        if !effort.is_empty() {
            let _ = writeln!(out, "{:?} => Effort::{},", entry.id, variant(effort));
        }
    }
    out.push_str("_ => Effort::Ask } }\n");
}

fn level_rates(list: &List) -> String {
    let mut out = String::from("static RATES: &[(ProfileKind, LevelRates)] = &[\n");
    let counts = |row: &CountsRow| {
        format!(
            "Counts {{ accounts: {}, levels: {:?} }}",
            row.accounts, row.levels
        )
    };
    for (kind, row) in &list.level_rates.1 {
        let _ = writeln!(
            out,
            "(ProfileKind::{}, LevelRates {{ date: {:?}, documented: {}, ordinary: {} }}),",
            variant(kind),
            row.date,
            counts(row.documented.get()),
            counts(row.ordinary.get()),
        );
    }
    out + "];\n"
}

fn titles(list: &List, out: &mut String) {
    out.push_str(
        "pub fn group_title(lang: Lang, group: &str) -> Option<&'static str> { match (lang, group) {\n",
    );
    for (group, row) in &list.groups {
        let _ = writeln!(out, "(Lang::En, {group:?}) => Some({:?}),", row.title);
    }
    for (code, _, translations) in &list.translations {
        for (group, title) in &translations.groups {
            let _ = writeln!(
                out,
                "(Lang::{}, {group:?}) => Some({title:?}),",
                variant(code)
            );
        }
    }
    out.push_str("_ => None } }\n");
}

fn samples(list: &List) -> String {
    let mut out = String::from("static BAKED: &[(&str, bool, &str, u32, &str)] = &[\n");
    for entry in &list.entries {
        for (key, fires) in [("fires", true), ("silent", false)] {
            let spans = if fires {
                &entry.rule.fires
            } else {
                &entry.rule.silent
            };
            let values = entry.samples.get(key).and_then(toml::Value::as_array);
            for (value, span) in values.into_iter().flatten().zip(spans) {
                let line = entry.file.line(span.span().start);
                let _ = writeln!(
                    out,
                    "({:?}, {fires}, {:?}, {line}, {:?}),",
                    entry.id,
                    entry.file.path.display().to_string(),
                    json(value)
                );
            }
        }
    }
    out.push_str("];\n");
    out
}

/// A TOML value as JSON.
fn json(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => quoted(text),
        toml::Value::Array(items) => {
            let items: Vec<String> = items.iter().map(json).collect();
            format!("[{}]", items.join(","))
        }
        toml::Value::Table(table) => {
            let rows: Vec<String> = table
                .iter()
                .map(|(key, value)| format!("{}:{}", quoted(key), json(value)))
                .collect();
            format!("{{{}}}", rows.join(","))
        }
        other => other.to_string(),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
