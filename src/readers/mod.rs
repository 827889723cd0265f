//! Readers: from a page or a file to a [`Profile`].

use crate::profile::Profile;
use serde::Serialize;

/// What stood at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Whether it is a candidate's page, and if not, what it is.
    pub gate: Gate,
    /// What was read; empty unless the gate says that it is a person.
    pub profile: Profile,
}

/// What kind of page an address and its markers show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gate {
    /// One person's page.
    Person,
    /// A sign-in wall or a bot check.
    Wall,
    /// The platform says that there is no such page.
    NotFound,
    /// A company, a school, a studio, an organisation.
    Organisation,
    /// A list, a search, a feed, settings, anything else.
    Other,
}

/// Reads the page at `url` from its HTML.
pub fn read(url: &str, _html: &str) -> Reading {
    let profile = Profile {
        url: url.to_owned(),
        ..Profile::default()
    };
    Reading {
        gate: Gate::Other,
        profile,
    }
}
