//! What the hiring team may say about a role, and what follows from it.
//!
//! About the role alone: it knows no candidate, and its depth is no measure of one.

use super::{Depth, RoleTexts, Value, baked};
use crate::lang::{Lang, Reference};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the employer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sector {
    /// Software, hardware, services around them.
    Technology,
    /// Care, and what is made for it.
    Health,
    /// Banks, insurers, payment.
    Finance,
    /// Agencies and their contractors.
    PublicAdministration,
    /// Anything else.
    Other,
}

/// What the role can reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Records of patients.
    PatientData,
    /// Cards, accounts, pay.
    PaymentData,
    /// Source code.
    Code,
    /// Systems of customers.
    CustomerSystems,
    /// Rights over other accounts and systems.
    Administration,
}

impl Sector {
    /// Every sector.
    pub const ALL: [Self; 5] = [
        Self::Technology,
        Self::Health,
        Self::Finance,
        Self::PublicAdministration,
        Self::Other,
    ];

    const fn value(self) -> &'static str {
        match self {
            Self::Technology => "sector/technology",
            Self::Health => "sector/health",
            Self::Finance => "sector/finance",
            Self::PublicAdministration => "sector/public-administration",
            Self::Other => "sector/other",
        }
    }

    /// What the panel says about it.
    pub fn texts(self, lang: Lang) -> Option<&'static RoleTexts> {
        baked::role_texts(lang, self.value())
    }
}

impl Access {
    /// Every kind of access.
    pub const ALL: [Self; 5] = [
        Self::PatientData,
        Self::PaymentData,
        Self::Code,
        Self::CustomerSystems,
        Self::Administration,
    ];

    const fn value(self) -> &'static str {
        match self {
            Self::PatientData => "access/patient-data",
            Self::PaymentData => "access/payment-data",
            Self::Code => "access/code",
            Self::CustomerSystems => "access/customer-systems",
            Self::Administration => "access/administration",
        }
    }

    /// What the panel says about it.
    pub fn texts(self, lang: Lang) -> Option<&'static RoleTexts> {
        baked::role_texts(lang, self.value())
    }
}

const fn remote_value(remote: bool) -> &'static str {
    if remote { "remote/yes" } else { "remote/no" }
}

/// What the panel says about remote work and work on site.
pub fn remote_texts(lang: Lang, remote: bool) -> Option<&'static RoleTexts> {
    baked::role_texts(lang, remote_value(remote))
}

/// A role, as far as the team has said.
///
/// ```
/// use touchstone::steps::{Access, Depth, Role};
/// let mut role = Role::default();
/// assert_eq!(role.depth(), Depth::Basic);
/// role.access.insert(Access::PatientData);
/// assert_eq!(role.depth(), Depth::Full);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Role {
    /// Whether the work is remote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remote: Option<bool>,
    /// What the employer does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// What the role can reach.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub access: BTreeSet<Access>,
}

/// Why a role asks for more than the basic steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The depth that this value asks for.
    pub depth: Depth,
    /// The value.
    pub name: &'static str,
    /// Why it asks for that depth.
    pub why: &'static str,
    /// What that rests on.
    pub references: &'static [Reference],
}

impl Role {
    /// How deep the steps go: as deep as the deepest of its values asks.
    pub fn depth(&self) -> Depth {
        let depths = self.values().map(|value| value.depth);
        depths.max().unwrap_or_default()
    }

    /// Why they go deeper than basic, the values in the order of the fields.
    pub fn reasons(&self, lang: Lang) -> Vec<Reason> {
        let deeper = self.values().filter(|value| value.depth > Depth::Basic);
        deeper.filter_map(|value| reason(lang, value)).collect()
    }

    fn values(&self) -> impl Iterator<Item = &'static Value> {
        let remote = self.remote.map(remote_value).into_iter();
        let sector = self.sector.map(Sector::value);
        let access = self.access.iter().map(|access| access.value());
        remote.chain(sector).chain(access).filter_map(value)
    }
}

fn value(id: &'static str) -> Option<&'static Value> {
    baked::VALUES.iter().find(|value| value.id == id)
}

fn reason(lang: Lang, value: &Value) -> Option<Reason> {
    let texts = baked::role_texts(lang, value.id)?;
    Some(Reason {
        depth: value.depth,
        name: texts.name,
        why: texts.why,
        references: value.references,
    })
}
