//! Writes steps, values of roles and all their texts as Rust source into `OUT_DIR`.

use super::super::indicators::emit::{lookup, references_of};
use super::super::indicators::model::Located;
use super::super::indicators::{Problems, variant};
use super::Steps;
use super::model::{Said, StepRow};
use std::fmt::Write;
use std::path::Path;

/// Writes everything.
pub fn write(steps: &Steps, out: &Path, problems: &mut Problems) {
    let path = out.join("steps.rs");
    let text = format!("{}{}{}", table(steps), values(steps), texts(steps));
    if let Err(error) = std::fs::write(&path, text) {
        problems.add(&path, 1, &error.to_string());
    }
}

fn table(steps: &Steps) -> String {
    let mut out = String::from("pub static STEPS: &[Step] = &[\n");
    for (stage, _, rows) in &steps.stages {
        for row in &rows.steps {
            let _ = writeln!(out, "{},", step(stage, row));
        }
    }
    out + "];\n"
}

fn step(stage: &str, row: &StepRow) -> String {
    let ticks: Vec<&String> = row.ticks.iter().map(Located::get).collect();
    format!(
        "Step {{ id: {:?}, stage: Stage::{}, depth: Depth::{}, effort: Effort::{}, \
         liveness: {}, ticks: &{ticks:?}, references: {} }}",
        row.id.get(),
        variant(stage),
        variant(row.depth.get()),
        variant(row.effort.get()),
        row.liveness.get(),
        references_of(&row.references),
    )
}

fn values(steps: &Steps) -> String {
    let mut out = String::from("pub static VALUES: &[Value] = &[\n");
    for (id, row) in steps.roles.1.values() {
        let _ = writeln!(
            out,
            "Value {{ id: {id:?}, depth: Depth::{}, references: {} }},",
            variant(row.depth.get()),
            references_of(&row.references),
        );
    }
    out + "];\n"
}

fn texts(steps: &Steps) -> String {
    let mut of_steps = vec![("en", steps.said_of_steps())];
    let mut of_roles = vec![("en", steps.said_of_roles())];
    for (code, _, texts) in &steps.translations {
        of_steps.push((code, texts.said_of_steps()));
        of_roles.push((code, texts.said_of_roles()));
    }
    let steps = languages(
        "step_texts",
        "StepTexts",
        &["title", "how", "why"],
        &of_steps,
    );
    let roles = languages("role_texts", "RoleTexts", &["name", "why"], &of_roles);
    steps + &roles
}

fn languages(name: &str, kind: &str, fields: &[&str], said: &[(&str, Vec<Said<'_>>)]) -> String {
    let row = |said: &Said<'_>| {
        let texts = fields.iter().zip(&said.texts);
        let texts: Vec<String> = texts
            .map(|(field, text)| format!("{field}: {text:?}"))
            .collect();
        format!("{kind} {{ {} }}", texts.join(", "))
    };
    let tables: Vec<_> = said
        .iter()
        .map(|(code, said)| {
            let rows = said.iter().map(|said| (said.id.as_str(), row(said)));
            (*code, rows.collect::<Vec<_>>())
        })
        .collect();
    lookup(name, kind, &tables)
}
