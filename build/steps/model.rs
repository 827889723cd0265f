//! The files of the steps as they are written. An unknown key stops the build.

use super::super::indicators::model::{Located, ReferenceRow};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `<stage>.toml`: its steps, in the order in which they are shown.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct StageFile {
    #[serde(default, rename = "step")]
    pub steps: Vec<StepRow>,
}

/// A step.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct StepRow {
    pub id: Located<String>,
    /// basic, thorough, full.
    pub depth: Located<String>,
    /// look, ask, call, document.
    pub effort: Located<String>,
    /// Whether it shows that the person is there and live.
    #[serde(default)]
    pub liveness: Located<bool>,
    /// Indicators that a person ticks beside this step.
    #[serde(default)]
    pub ticks: Vec<Located<String>>,
    #[serde(default)]
    pub references: Vec<ReferenceRow>,
    pub en: StepTexts,
}

/// `roles.toml`: a table a value, by what it is a value of.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RolesFile {
    pub remote: BTreeMap<String, RoleRow>,
    pub sector: BTreeMap<String, RoleRow>,
    pub access: BTreeMap<String, RoleRow>,
}

impl RolesFile {
    /// Every value under its name, as in `sector/health`, sorted by that name.
    pub fn values(&self) -> Vec<(String, &RoleRow)> {
        let tables = [
            ("access", &self.access),
            ("remote", &self.remote),
            ("sector", &self.sector),
        ];
        let rows = tables.into_iter().flat_map(|(of, table)| {
            table
                .iter()
                .map(move |(value, row)| (format!("{of}/{value}"), row))
        });
        rows.collect()
    }
}

/// A value of a role.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    /// The depth that it asks for.
    pub depth: Located<String>,
    #[serde(default)]
    pub references: Vec<ReferenceRow>,
    pub en: RoleTexts,
}

/// Texts of a step in one language; `of` is the digest of the English in a translation.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct StepTexts {
    pub of: Option<String>,
    pub title: Located<String>,
    pub how: String,
    pub why: String,
}

/// Texts of a value of a role, likewise.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct RoleTexts {
    pub of: Option<String>,
    pub name: Located<String>,
    pub why: String,
}

/// A translation file.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct TranslationFile {
    /// By id of the step.
    #[serde(default, rename = "step")]
    pub steps: BTreeMap<String, StepTexts>,
    /// By what it is a value of, and the value.
    #[serde(default, rename = "role")]
    pub roles: BTreeMap<String, BTreeMap<String, RoleTexts>>,
}

/// Texts of something, whatever it is.
pub struct Said<'a> {
    /// Id of the step, or the value of a role as in `sector/health`.
    pub id: String,
    /// Offset of the first text in its file.
    pub at: usize,
    /// The digest that a translation names.
    pub of: Option<&'a str>,
    /// The texts; the first is a title.
    pub texts: Vec<&'a str>,
}

impl StepTexts {
    /// These texts under their id.
    pub fn said(&self, id: &str) -> Said<'_> {
        Said {
            id: id.to_owned(),
            at: self.title.offset(),
            of: self.of.as_deref(),
            texts: vec![self.title.get(), &self.how, &self.why],
        }
    }
}

impl RoleTexts {
    /// These texts under the name of the value.
    pub fn said(&self, id: &str) -> Said<'_> {
        Said {
            id: id.to_owned(),
            at: self.name.offset(),
            of: self.of.as_deref(),
            texts: vec![self.name.get(), &self.why],
        }
    }
}

impl TranslationFile {
    /// The texts of all steps, sorted by id.
    pub fn said_of_steps(&self) -> Vec<Said<'_>> {
        let rows = self.steps.iter();
        rows.map(|(id, texts)| texts.said(id)).collect()
    }

    /// The texts of all values of a role, sorted by name.
    pub fn said_of_roles(&self) -> Vec<Said<'_>> {
        let tables = self.roles.iter();
        let rows = tables.flat_map(|(of, table)| {
            table
                .iter()
                .map(move |(value, texts)| texts.said(&format!("{of}/{value}")))
        });
        rows.collect()
    }
}
