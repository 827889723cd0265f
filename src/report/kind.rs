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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{Field, Found, Place, Profile, Words};

    fn source(platform: Option<Platform>, texts: &[&str]) -> Profile {
        let words = |text: &&str| Words {
            text: (*text).to_owned(),
            place: Place::of(Field::Text),
        };
        Profile {
            platform,
            texts: Found::Seen(texts.iter().map(words).collect()),
            ..Profile::default()
        }
    }

    #[test]
    fn a_kind_is_told_of_one_source_of_a_measured_platform() {
        let check = |sources: Vec<Profile>, expect: Option<ProfileKind>| {
            assert_eq!(ProfileKind::of(&Case { sources }), expect);
        };
        let github = |texts| source(Some(Platform::Github), texts);
        let resume = || source(Some(Platform::Resume), &["Built maps."]);
        check(vec![github(&["Hi"])], Some(ProfileKind::Readme));
        check(vec![github(&[])], Some(ProfileKind::GithubProfile));
        check(vec![resume()], Some(ProfileKind::Resume));
        check(vec![github(&["Hi"]), resume()], None);
        check(vec![source(Some(Platform::Linkedin), &[])], None);
        check(vec![source(None, &[])], None);
        check(vec![], None);
    }
}
