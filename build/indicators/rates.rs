//! `rates.tsv`: how often a line fires on ordinary profiles, as `touchstone evaluate --rates`
//! writes it: kind of profile, id of the line, on how many it fires, of how many.

use super::{List, Problems, variant};
use std::fmt::Write;

/// The table as Rust source.
pub fn source(list: &List, problems: &mut Problems) -> String {
    let file = &list.rates;
    let mut out = String::from("static FIRES: &[(ProfileKind, &str, ErrorRate)] = &[\n");
    for (line, row) in file.rows() {
        match baked(list, row) {
            Ok(text) => {
                let _ = writeln!(out, "{text}");
            }
            Err(reason) => problems.add(&file.path, line, reason),
        }
    }
    out + "];\n"
}

fn baked(list: &List, row: &str) -> Result<String, &'static str> {
    let cells: Vec<&str> = row.split('\t').collect();
    let [kind, id, fires, of] = cells.as_slice() else {
        return Err("kind, id, on how many, of how many");
    };
    if !list.kinds.contains(&variant(kind)) {
        return Err("unknown kind");
    }
    if !list.entries.iter().any(|entry| entry.id == *id) {
        return Err("no such line");
    }
    let number = |text: &str| text.parse::<u32>().map_err(|_| "a count is a number");
    let (fires, of) = (number(fires)?, number(of)?);
    if fires > of || of == 0 {
        return Err("no more than there are");
    }
    let kind = variant(kind);
    Ok(format!(
        "(ProfileKind::{kind}, {id:?}, ErrorRate {{ fires: {fires}, of: {of} }}),"
    ))
}
