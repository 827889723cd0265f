//! Bakes src/lang/<code>/interface.toml into one constant a key, so that an unknown key does
//! not compile and a text that nobody uses is not in the WASM.
//!
//! English is the reference: every other language has exactly its keys, each with the same
//! `{places}`; only the table `[catalogue]` may be left out, whole. Anything else stops the
//! build with file, line and reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The language all others are compared with.
const REFERENCE: &str = "en";

/// The keys that a language may leave out, all or none: it has no pages in the public catalogue.
const OPTIONAL: &str = "catalogue.";

/// The texts of one language.
pub struct File {
    /// Code of the language: the name of its folder.
    pub code: String,
    /// Path for messages.
    pub path: String,
    /// Content.
    pub toml: String,
}

/// A text and the line where it stands.
struct Text {
    words: String,
    line: usize,
}

type Texts = BTreeMap<String, Text>;

/// Reads every language, checks them and writes the Rust source that src/lang/mod.rs includes.
pub fn bake() {
    println!("cargo::rerun-if-changed=src/lang");
    let target = std::env::var_os("OUT_DIR").map(|dir| Path::new(&dir).join("interface.rs"));
    let done = read_all(Path::new("src/lang"))
        .and_then(|files| generate(&files))
        .and_then(|source| {
            let path = target.ok_or("OUT_DIR is not set")?;
            std::fs::write(path, source).map_err(|error| error.to_string())
        });
    if let Err(reason) = done {
        println!("cargo::error={reason}");
    }
}

fn read_all(folder: &Path) -> Result<Vec<File>, String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let file = path.join("interface.toml");
        if path.is_dir() {
            files.push(File {
                code: path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                toml: std::fs::read_to_string(&file)
                    .map_err(|error| format!("{}: {error}", file.display()))?,
                path: file.display().to_string(),
            });
        }
    }
    files.sort_by(|a, b| (a.code != REFERENCE, &a.code).cmp(&(b.code != REFERENCE, &b.code)));
    Ok(files)
}

/// The Rust source for these languages, or what is wrong with them.
pub fn generate(files: &[File]) -> Result<String, String> {
    let mut languages = Vec::new();
    for file in files {
        languages.push((file, texts(file)?));
    }
    let Some((first, reference)) = languages.first() else {
        return Err("src/lang: no language".to_owned());
    };
    for (file, texts) in &languages {
        compare(first, reference, file, texts)?;
    }
    Ok(format!(
        "{}{}",
        lang_enum(&languages),
        keys(&languages, reference)
    ))
}

/// All texts of a file by their dotted key.
fn texts(file: &File) -> Result<Texts, String> {
    let table = DeTable::parse(&file.toml).map_err(|error| {
        let line = error
            .span()
            .map_or(1, |span| line_of(&file.toml, span.start));
        format!("{}:{line}: {}", file.path, error.message())
    })?;
    let mut texts = Texts::new();
    collect(file, table.get_ref(), "", &mut texts)?;
    Ok(texts)
}

fn collect(
    file: &File,
    table: &DeTable<'_>,
    prefix: &str,
    texts: &mut Texts,
) -> Result<(), String> {
    for (name, value) in table {
        let key = format!("{prefix}{}", name.get_ref());
        let line = line_of(&file.toml, name.span().start);
        let wrong = |reason: &str| Err(format!("{}:{line}: `{key}` {reason}", file.path));
        match value.get_ref() {
            DeValue::Table(inner) => collect(file, inner, &format!("{key}."), texts)?,
            DeValue::String(words) if words.trim().is_empty() => return wrong("is empty"),
            DeValue::String(words) => {
                let words = words.clone().into_owned();
                texts.insert(key, Text { words, line });
            }
            _ => return wrong("is not a text"),
        }
    }
    Ok(())
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text
        .bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
}

/// The `{places}` of a text.
fn places(words: &str) -> BTreeSet<&str> {
    words
        .split('{')
        .skip(1)
        .filter_map(|piece| Some(piece.split_once('}')?.0))
        .collect()
}

fn compare(first: &File, reference: &Texts, file: &File, texts: &Texts) -> Result<(), String> {
    let left_out = !has_catalogue(texts);
    for (key, text) in reference {
        if left_out && key.starts_with(OPTIONAL) {
            continue;
        }
        let Some(other) = texts.get(key) else {
            return Err(format!(
                "{}:1: `{key}` is missing ({}:{} has it)",
                file.path, first.path, text.line
            ));
        };
        let (expected, found) = (places(&text.words), places(&other.words));
        if expected != found {
            return Err(format!(
                "{}:{}: `{key}` has the places {found:?}, {}:{} has {expected:?}",
                file.path, other.line, first.path, text.line
            ));
        }
    }
    match texts.iter().find(|(key, _)| !reference.contains_key(*key)) {
        Some((key, text)) => Err(format!(
            "{}:{}: `{key}` is not in {}",
            file.path, text.line, first.path
        )),
        None => Ok(()),
    }
}

fn has_catalogue(texts: &Texts) -> bool {
    texts.keys().any(|key| key.starts_with(OPTIONAL))
}

fn lang_enum(languages: &[(&File, Texts)]) -> String {
    let (mut variants, mut all, mut listed, mut codes, mut fields, mut of) = (
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    );
    for (index, (file, texts)) in languages.iter().enumerate() {
        let code = &file.code;
        let variant = variant(code);
        let default = if index == 0 { "#[default]" } else { "" };
        let name = texts.get("language.name").map_or(code, |text| &text.words);
        let _ = writeln!(variants, "/// {name}.\n{default}\n{variant},");
        let _ = write!(all, "Self::{variant},");
        if has_catalogue(texts) {
            let _ = write!(listed, "Self::{variant},");
        }
        let _ = write!(codes, "Self::{variant} => {code:?},");
        let _ = write!(fields, "{code}: &'static str,");
        let _ = write!(of, "Lang::{variant} => self.{code},");
    }
    format!(
        "/// A language that the interface speaks: a folder of src/lang.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {{ {variants} }}
impl Lang {{
    /// Every language, the default first.
    pub const ALL: &'static [Self] = &[{all}];
    /// Those with pages in the public catalogue; a text of the others for it is the default's.
    pub const WITH_CATALOGUE: &'static [Self] = &[{listed}];
    /// Its code, as in `fr`.
    pub const fn code(self) -> &'static str {{ match self {{ {codes} }} }}
}}
/// A text of the interface, in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {{ {fields} }}
impl Key {{
    pub(super) const fn of(self, lang: Lang) -> &'static str {{ match lang {{ {of} }} }}
}}
"
    )
}

fn variant(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// One constant a text, and one a plural.
fn keys(languages: &[(&File, Texts)], reference: &Texts) -> String {
    let mut source = String::from(
        "/// The texts of the interface, one constant each.\npub mod key {\nuse super::Key;\nuse super::super::Plural;\n",
    );
    for key in reference.keys() {
        let name = constant(key);
        let _ = write!(source, "/// `{key}`\npub const {name}: Key = Key {{");
        for (file, texts) in languages {
            let text = texts.get(key).or_else(|| reference.get(key));
            let words = text.map_or("", |text| &text.words);
            let _ = write!(source, "{}: {words:?},", file.code);
        }
        source.push_str("};\n");
        if let Some(stem) = key.strip_suffix(".one")
            && reference.contains_key(&format!("{stem}.other"))
        {
            let name = constant(stem);
            let _ = writeln!(
                source,
                "/// `{stem}`\npub const {name}: Plural = Plural {{ one: {name}_ONE, other: {name}_OTHER }};"
            );
        }
    }
    source + "}\n"
}

fn constant(key: &str) -> String {
    key.to_uppercase().replace(['.', '-'], "_")
}
