//! How often a line fires on ordinary profiles.

use super::ProfileKind;

/// Ordinary profiles of one kind on which a line fires, and how many were measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorRate {
    /// On how many it fires.
    pub fires: u32,
    /// Of how many.
    pub of: u32,
}

/// The measured rate of the indicator `id` on profiles of this kind; absent where it was not
/// measured, and then nothing is shown. No rates are baked yet, so it is always absent.
pub const fn error_rate(_id: &str, _kind: ProfileKind) -> Option<ErrorRate> {
    None
}
