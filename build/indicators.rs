//! Bakes src/indicators/<group>/<name>.toml, their translations, the sources and the data
//! tables into static tables, after validating every one of them.
//!
//! Anything wrong stops the build with file, line and reason. Written to `OUT_DIR`:
//! `indicators.rs` (rules), `indicator_texts.rs` (texts, for the panel), `checks.rs` (modules),
//! `data.rs` (tables), `level_rates.rs` (measured levels, for the panel), `samples.rs` (samples
//! as JSON, for tests and the command line).

#[path = "indicators/data.rs"]
mod data;
#[path = "indicators/emit.rs"]
pub mod emit;
#[path = "indicators/known.rs"]
mod known;
#[path = "indicators/model.rs"]
pub mod model;
#[path = "indicators/phrases.rs"]
mod phrases;
#[path = "indicators/rates.rs"]
mod rates;
#[path = "indicators/rules.rs"]
pub mod rules;
#[path = "words.rs"]
pub mod words;

use model::{GroupRow, IndicatorFile, RatesRow, Source, Translations};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const ROOT: &str = "src/indicators";
const LANGS: &str = "src/lang";
const KINDS: &str = "src/report/kind.rs";

/// What is wrong, and where.
#[derive(Default)]
pub struct Problems(Vec<String>);

impl Problems {
    /// All of them, as `file:line: reason`.
    pub fn all(self) -> Vec<String> {
        self.0
    }

    /// Adds one, with the line counted from 1.
    pub fn add(&mut self, file: &Path, line: usize, reason: &str) {
        self.0.push(format!("{}:{line}: {reason}", file.display()));
    }

    /// Whether there is none so far.
    pub fn none(&self) -> bool {
        self.0.is_empty()
    }
}

/// A file with its text.
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

impl File {
    /// The line, counted from 1, of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        before.matches('\n').count() + 1
    }

    /// The rows of a table, each with its line counted from 1, without comments and empty lines.
    fn rows(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..)
            .zip(self.text.lines())
            .filter(|(_, row)| !row.is_empty() && !row.starts_with('#'))
    }
}

/// An indicator as read.
pub struct Entry {
    file: File,
    id: String,
    group: String,
    rule: IndicatorFile,
    samples: toml::Table,
}

/// The whole list as read.
pub struct List {
    entries: Vec<Entry>,
    groups: BTreeMap<String, GroupRow>,
    sources: BTreeMap<String, Source>,
    /// Language code, its file, its texts.
    translations: Vec<(String, File, Translations)>,
    checks: Vec<String>,
    fields: Vec<String>,
    platforms: Vec<String>,
    /// The kinds of profiles that rates are measured for.
    kinds: Vec<String>,
    /// How often each level was measured, by kind.
    level_rates: (File, BTreeMap<String, RatesRow>),
    /// How often lines fire on ordinary profiles.
    rates: File,
    data: data::Data,
    version: String,
}

/// Reads, validates, writes.
pub fn bake() {
    for path in [ROOT, LANGS, KINDS, "src/profile", "src/score.rs", "build"] {
        println!("cargo::rerun-if-changed={path}");
    }
    stop_on(&problems(&out_dir()));
}

/// Where cargo wants what the build makes.
pub fn out_dir() -> PathBuf {
    PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default())
}

/// Says what is wrong and ends the build, or returns where nothing is.
pub fn stop_on(problems: &[String]) {
    if problems.is_empty() {
        return;
    }
    for problem in problems {
        eprintln!("{problem}");
    }
    eprintln!("{} problem(s) in the list", problems.len());
    std::process::exit(1);
}

/// Reads, validates and writes into `out`; all that is wrong, as `file:line: reason`. Nothing is
/// written of a list that is not valid.
pub fn problems(out: &Path) -> Vec<String> {
    let mut problems = Problems::default();
    let list = read(&mut problems);
    if problems.none() {
        rules::validate(&list, &mut problems);
    }
    if problems.none() {
        emit::write(&list, out, &mut problems);
    }
    problems.all()
}

fn read(problems: &mut Problems) -> List {
    let profile = load(Path::new("src/profile/mod.rs"), problems).text;
    let platform = load(Path::new("src/profile/platform.rs"), problems).text;
    let kinds = load(Path::new(KINDS), problems).text;
    let level_rates = load(&Path::new(ROOT).join("level_rates.toml"), problems);
    let rates = parse(&level_rates, problems);
    List {
        entries: read_entries(problems),
        groups: parse(
            &load(&Path::new(ROOT).join("groups.toml"), problems),
            problems,
        ),
        sources: sources(problems),
        translations: translations("indicators.toml", problems),
        checks: files(&Path::new(ROOT).join("checks"), "rs")
            .iter()
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .collect(),
        fields: variants(&profile, "pub enum Field {"),
        platforms: variants(&platform, "pub enum Platform {"),
        kinds: variants(&kinds, "pub enum ProfileKind {"),
        level_rates: (level_rates, rates),
        rates: load(&Path::new(ROOT).join("rates.tsv"), problems),
        data: data::read(&Path::new(ROOT).join("data"), problems),
        version: version(),
    }
}

fn read_entries(problems: &mut Problems) -> Vec<Entry> {
    let mut entries = Vec::new();
    for folder in folders(Path::new(ROOT)) {
        let group = name(&folder);
        if group == "checks" || group == "data" {
            continue;
        }
        for path in files(&folder, "toml") {
            let file = load(&path, problems);
            let id = format!("{group}/{}", stem(&path));
            let known = problems.0.len();
            let rule: IndicatorFile = parse(&file, problems);
            let samples: toml::Table = parse(&file, problems);
            if problems.0.len() == known {
                let group = group.clone();
                entries.push(Entry {
                    file,
                    id,
                    group,
                    rule,
                    samples,
                });
            }
        }
    }
    entries.sort_by(|a, b| a.id.cmp(&b.id));
    entries
}

/// What the sources say of themselves, by key.
pub fn sources(problems: &mut Problems) -> BTreeMap<String, Source> {
    let file = load(&Path::new(ROOT).join("sources.toml"), problems);
    parse(&file, problems)
}

/// Every line that a person ticks, with its stage.
pub fn observed(problems: &mut Problems) -> BTreeMap<String, String> {
    let ticked = |entry: Entry| {
        entry.rule.observed.as_ref()?;
        Some((entry.id, entry.rule.stage?.get().clone()))
    };
    read_entries(problems)
        .into_iter()
        .filter_map(ticked)
        .collect()
}

/// The file of this name of every language but English: English stands in the files that are
/// translated. A language without it is refused.
pub fn translations<T>(file_name: &str, problems: &mut Problems) -> Vec<(String, File, T)>
where
    T: serde::de::DeserializeOwned + Default,
{
    let mut translations = Vec::new();
    for folder in folders(Path::new(LANGS)) {
        let path = folder.join(file_name);
        if name(&folder) == "en" {
            continue;
        }
        if !path.is_file() {
            let reason = format!("this language lacks the file; {LANGS}/fr/{file_name} shows it");
            problems.add(&path, 1, &reason);
            continue;
        }
        let file = load(&path, problems);
        let texts = parse(&file, problems);
        translations.push((name(&folder), file, texts));
    }
    translations
}

/// The file; empty, with a problem, where it cannot be read.
pub fn load(path: &Path, problems: &mut Problems) -> File {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| {
        problems.add(path, 1, &error.to_string());
        String::new()
    });
    let path = path.to_owned();
    File { path, text }
}

/// The content; the default, with a problem, where it is not as it should be.
pub fn parse<T: serde::de::DeserializeOwned + Default>(file: &File, problems: &mut Problems) -> T {
    toml::from_str(&file.text).unwrap_or_else(|error| {
        let line = file.line(error.span().map_or(0, |span| span.start));
        problems.add(&file.path, line, error.message());
        T::default()
    })
}

fn entries_of(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let mut paths = entries_of(folder);
    paths.retain(|path| path.is_dir());
    paths
}

/// The files of a folder with this ending, sorted.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths = entries_of(folder);
    paths.retain(|path| path.extension().is_some_and(|end| end == extension));
    paths
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The name of a file without its ending.
pub fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The variants of an enum in Rust source, as written there.
pub fn variants(source: &str, head: &str) -> Vec<String> {
    let body = source.split_once(head).map_or("", |(_, rest)| rest);
    let body = body.split_once('}').map_or("", |(body, _)| body);
    body.lines()
        .filter_map(|line| line.trim().strip_suffix(','))
        .filter(|name| name.chars().all(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// `position-text` as the variant `PositionText`.
pub fn variant(kebab: &str) -> String {
    kebab
        .split('-')
        .map(|part| {
            let mut letters = part.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}

/// Crate version and a digest of all files of the list.
fn version() -> String {
    let mut all = Vec::new();
    let mut paths = vec![
        Path::new(ROOT).join("groups.toml"),
        Path::new(ROOT).join("sources.toml"),
        Path::new(ROOT).join("known.tsv"),
        PathBuf::from("src/score.rs"),
    ];
    for folder in folders(Path::new(ROOT)) {
        paths.extend(files(&folder, "toml"));
        paths.extend(files(&folder, "rs"));
    }
    paths.extend(files(Path::new(ROOT), "rs"));
    paths.sort();
    for path in paths {
        all.extend(path.to_string_lossy().replace('\\', "/").into_bytes());
        all.extend(std::fs::read(&path).unwrap_or_default());
    }
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    format!("{version}+{:016x}", digest(&all))
}

/// FNV-1a, 64 bits.
pub fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
