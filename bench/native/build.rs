//! Bakes phrases into indexes, with the compiler of the product: its own phrases, and made-up ones of growing number.

#[path = "src/made.rs"]
#[allow(dead_code)]
mod made;
#[path = "../../build/indicators/phrases.rs"]
mod phrases;

use std::path::{Path, PathBuf};
use std::{env, fs};

const INDICATORS: &str = "../../src/indicators";

fn main() {
    println!("cargo:rerun-if-changed={INDICATORS}");
    println!("cargo:rerun-if-changed=../../build/indicators/phrases.rs");
    println!("cargo:rerun-if-changed=../../src/indicators/phrases/key.rs");
    println!("cargo:rerun-if-changed=src/made.rs");
    let mut out = String::new();
    let own = own();
    out += &set("OWN", &own);
    let mut all = String::from("pub static ALL: &[Set] = &[OWN_SET, ");
    for count in made::COUNTS {
        out += &set(&format!("MADE_{count}"), &made::phrases(count));
        all += &format!("MADE_{count}_SET, ");
    }
    out += &all;
    out += "];\n";
    let path = PathBuf::from(env::var("OUT_DIR").unwrap()).join("sets.rs");
    fs::write(path, out).unwrap();
}

/// An index of these phrases, each a set of its own, and how they are written.
fn set(name: &str, phrases: &[String]) -> String {
    let mut compiler = phrases::Compiler::default();
    for (at, phrase) in (0..).zip(phrases) {
        compiler.add(at, 0, phrase).unwrap();
    }
    let index = compiler.source().replace("static INDEX", &format!("static {name}"));
    format!("{index}const {name}_SET: Set = Set {{ index: &{name}, written: &{phrases:?} }};\n")
}

/// The phrases of all indicator files and of the table of technologies, each once.
fn own() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(INDICATORS)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                found.extend(in_file(&path));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn in_file(path: &Path) -> Vec<String> {
    let file: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let mut found = Vec::new();
    if let Some(rule) = file.get("phrases") {
        ["any", "all", "not"].iter().filter_map(|key| rule.get(key)).for_each(|list| strings(list, &mut found));
    }
    for row in file.get("technology").and_then(toml::Value::as_array).into_iter().flatten() {
        row.get("words").into_iter().for_each(|list| strings(list, &mut found));
    }
    found
}

fn strings(value: &toml::Value, out: &mut Vec<String>) {
    match value {
        toml::Value::String(text) => out.push(text.clone()),
        toml::Value::Array(list) => list.iter().for_each(|one| strings(one, out)),
        _ => {}
    }
}
