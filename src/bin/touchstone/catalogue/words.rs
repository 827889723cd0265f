//! Which text of the interface says what on the catalogue's pages.
//!
//! Knows no page and no markup: the texts stand in the table `[catalogue]` of
//! src/lang/<code>/interface.toml, and places in braces are filled by the pages.

use touchstone::indicators::{Kind, Stage, Status};
use touchstone::lang::{Key, key};
use touchstone::report::ProfileKind;

/// What kind of evidence a line gives.
pub const fn kind(kind: Kind) -> Key {
    match kind {
        Kind::Contradiction => key::CATALOGUE_KIND_CONTRADICTION,
        Kind::DocumentedIdentifier => key::CATALOGUE_KIND_DOCUMENTED_IDENTIFIER,
        Kind::Impossibility => key::CATALOGUE_KIND_IMPOSSIBILITY,
        Kind::Soft => key::CATALOGUE_KIND_SOFT,
        Kind::ForThePerson => key::CATALOGUE_KIND_FOR_THE_PERSON,
    }
}

/// Whether a line is in use.
pub const fn status(status: Status) -> Key {
    match status {
        Status::Stable => key::CATALOGUE_STATUS_STABLE,
        Status::Trial => key::CATALOGUE_STATUS_TRIAL,
        Status::Retired => key::CATALOGUE_STATUS_RETIRED,
    }
}

/// When a person can see what the line names.
pub const fn stage(stage: Stage) -> Key {
    match stage {
        Stage::Sourcing => key::CATALOGUE_STAGE_SOURCING,
        Stage::Applied => key::CATALOGUE_STAGE_APPLIED,
        Stage::BeforeInterview => key::CATALOGUE_STAGE_BEFORE_INTERVIEW,
        Stage::Interview => key::CATALOGUE_STAGE_INTERVIEW,
        Stage::Offer => key::CATALOGUE_STAGE_OFFER,
        Stage::DayOne => key::CATALOGUE_STAGE_DAY_ONE,
    }
}

/// Ordinary profiles of a kind, after a count.
pub const fn profiles(kind: ProfileKind) -> Key {
    match kind {
        ProfileKind::Readme => key::CATALOGUE_PROFILES_README,
        ProfileKind::GithubProfile => key::CATALOGUE_PROFILES_GITHUB_PROFILE,
        ProfileKind::Resume => key::CATALOGUE_PROFILES_RESUME,
    }
}
