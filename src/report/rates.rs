//! How often a line fires on ordinary profiles.
//!
//! Counts of the labelled corpus, by `touchstone evaluate --rates`, one profile an account and
//! those with enough to read. They say how often a line is wrong about ordinary people of that
//! corpus, not how likely it is right.

use super::ProfileKind;

/// Ordinary profiles of one kind on which a line fires, and how many were measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorRate {
    /// On how many it fires.
    pub fires: u32,
    /// Of how many.
    pub of: u32,
}

include!(concat!(env!("OUT_DIR"), "/rates.rs"));

/// The measured rate of the indicator `id` on profiles of this kind; absent where the line
/// fired on no profile of that kind, ordinary or documented: then it was not measured.
pub fn error_rate(id: &str, kind: ProfileKind) -> Option<ErrorRate> {
    let mut rates = FIRES.iter();
    rates
        .find(|(of, line, _)| *of == kind && *line == id)
        .map(|(_, _, rate)| *rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_of_a_kind_and_absent_where_nothing_was_measured() {
        let kind = ProfileKind::Readme;
        let rate = error_rate("claims/senior-title", kind).unwrap();
        assert!(rate.fires < rate.of && rate.of > 200, "{rate:?}");
        assert_eq!(error_rate("history/dates-impossible", kind), None);
        assert_eq!(error_rate("no/such-line", kind), None);
    }
}
