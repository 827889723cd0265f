//! Which kind of profile was read: the kinds that rates are measured for.

use crate::profile::{Case, Platform};
use serde::{Deserialize, Serialize};

/// A kind of profile, as the labelled corpus names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileKind {
    /// A GitHub page with a profile README.
    Readme,
    /// A GitHub page without one.
    GithubProfile,
    /// A résumé.
    Resume,
}

impl ProfileKind {
    /// The kind of a case; absent for several sources together and for pages of other
    /// platforms, because nothing was measured on those.
    pub fn of(case: &Case) -> Option<Self> {
        let [source] = case.sources.as_slice() else {
            return None;
        };
        match source.platform? {
            Platform::Github if source.texts.items().is_empty() => Some(Self::GithubProfile),
            Platform::Github => Some(Self::Readme),
            Platform::Resume => Some(Self::Resume),
            _ => None,
        }
    }
}
