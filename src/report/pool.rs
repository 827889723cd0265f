//! What a level means in a pool of applications. Says nothing about one person.
//!
//! From the measured share of a level among documented and among ordinary accounts, and from
//! the share of applications with misstated details, which only the user can know: there is no
//! default. Points of lines play no part: a sum with caps is no probability.

use super::{Level, ProfileKind};
use serde::Serialize;

include!(concat!(env!("OUT_DIR"), "/level_rates.rs"));

/// With fewer accounts than this on either side there is no statement.
pub const LEAST_ACCOUNTS: u32 = 30;

/// Applications that the statement speaks of.
pub const APPLICATIONS: u32 = 1000;

/// Two intervals of 97.5 % hold together in at least 95 % of all measurements.
const Z: f64 = 2.2414;

/// How often each level was measured on one kind of profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelRates {
    /// Day of the measurement.
    pub date: &'static str,
    /// Documented items.
    pub documented: Counts,
    /// Ordinary items.
    pub ordinary: Counts,
}

/// Items of one label by level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many independent accounts the items are of: the sample size of an interval.
    pub accounts: u32,
    /// Items at each level, lowest first.
    pub levels: [u32; 4],
}

/// From `low` to `high`, rounded outwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// At least.
    pub low: u32,
    /// At most.
    pub high: u32,
}

/// What to expect of a level in a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pool {
    /// One application in so many has misstated details: the user's own estimate.
    pub one_in: u32,
    /// Applications at this level, of [`APPLICATIONS`].
    pub at_level: Range,
    /// Ordinary ones among those, of [`APPLICATIONS`].
    pub ordinary: Range,
    /// Ordinary ones of every ten at this level; absent when it could be any number.
    pub of_ten: Option<Range>,
    /// Documented accounts that were measured.
    pub documented_accounts: u32,
    /// Ordinary accounts that were measured.
    pub ordinary_accounts: u32,
    /// Day of the measurement.
    pub date: &'static str,
}

/// The measured rates of a kind; absent where it was not measured.
pub fn level_rates(kind: ProfileKind) -> Option<&'static LevelRates> {
    let row = RATES.iter().find(|(known, _)| *known == kind);
    row.map(|(_, rates)| rates)
}

/// What to expect of `level` when one application in `one_in` has misstated details. Absent
/// for `one_in` below 2, for too few accounts ([`LEAST_ACCOUNTS`]), and for a level that no
/// measured item had.
pub fn pool(rates: &LevelRates, level: Level, one_in: u32) -> Option<Pool> {
    let least = rates.documented.accounts.min(rates.ordinary.accounts);
    let seen = rates.documented.at(level) + rates.ordinary.at(level);
    if one_in < 2 || least < LEAST_ACCOUNTS || seen == 0 {
        return None;
    }
    let misstated = 1.0 / f64::from(one_in);
    let (low, high) = rates.documented.share(level);
    let documented = (misstated * low, misstated * high);
    let (low, high) = rates.ordinary.share(level);
    let ordinary = ((1.0 - misstated) * low, (1.0 - misstated) * high);
    let all = (documented.0 + ordinary.0, documented.1 + ordinary.1);
    Some(Pool {
        one_in,
        at_level: outward(all),
        ordinary: outward(ordinary),
        of_ten: of_ten(documented, ordinary),
        documented_accounts: rates.documented.accounts,
        ordinary_accounts: rates.ordinary.accounts,
        date: rates.date,
    })
}

impl Counts {
    fn at(&self, level: Level) -> u32 {
        let [not_enough, nothing, worth_checking, verify_first] = self.levels;
        match level {
            Level::NotEnough => not_enough,
            Level::NothingStoodOut => nothing,
            Level::WorthChecking => worth_checking,
            Level::VerifyFirst => verify_first,
        }
    }

    /// Wilson interval of the share of a level, on the number of accounts.
    fn share(&self, level: Level) -> (f64, f64) {
        let items: u32 = self.levels.iter().sum();
        let share = f64::from(self.at(level)) / f64::from(items);
        let accounts = f64::from(self.accounts);
        let z2 = Z * Z / accounts;
        let middle = share + z2 / 2.0;
        let half = Z * (share * (1.0 - share) / accounts + z2 / (4.0 * accounts)).sqrt();
        let bound = |x: f64| (x / (1.0 + z2)).clamp(0.0, 1.0);
        (bound(middle - half), bound(middle + half))
    }
}

/// Shares of all applications as counts: whole ones, and whole tens from a hundred on.
fn outward((low, high): (f64, f64)) -> Range {
    let [low, high] = [low, high].map(|share| share * f64::from(APPLICATIONS));
    let step = |count: f64| if count < 100.0 { 1.0 } else { 10.0 };
    let high = (high / step(high)).ceil() * step(high);
    let low = (low / step(low)).floor() * step(low);
    whole(low, high.min(f64::from(APPLICATIONS)))
}

/// Ordinary ones of ten at the level, from the shares of all applications at it.
fn of_ten(documented: (f64, f64), ordinary: (f64, f64)) -> Option<Range> {
    let part = |ordinary: f64, documented: f64| 10.0 * ordinary / (ordinary + documented);
    let low = part(ordinary.0, documented.1).floor();
    let high = part(ordinary.1, documented.0).ceil();
    let range = whole(low, high);
    (range.low > 0 || range.high < 10).then_some(range)
}

/// Both are whole and not below zero.
#[allow(clippy::cast_sign_loss)]
const fn whole(low: f64, high: f64) -> Range {
    Range {
        low: low as u32,
        high: high as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READMES: LevelRates = LevelRates {
        date: "2026-11-24",
        documented: Counts {
            accounts: 52,
            levels: [13, 93, 4, 0],
        },
        ordinary: Counts {
            accounts: 292,
            levels: [17, 309, 1, 0],
        },
    };

    /// Figures computed beside this code, from the formula of the interval.
    #[test]
    fn a_level_in_a_pool_is_an_interval_rounded_outwards() {
        let check = |level: Level, one_in: u32, at: (u32, u32), ordinary: (u32, u32), ten| {
            let pool = pool(&READMES, level, one_in).unwrap();
            let pair = |range: Range| (range.low, range.high);
            let told = (pair(pool.at_level), pair(pool.ordinary));
            assert_eq!(told, (at, ordinary), "{level:?} {one_in}");
            assert_eq!(pool.of_ten.map(pair), ten, "{level:?} {one_in}");
        };
        let (quiet, open) = (Level::NothingStoodOut, Level::WorthChecking);
        check(Level::NotEnough, 2, (39, 180), (14, 45), Some((1, 7)));
        check(quiet, 2, (800, 950), (450, 490), Some((4, 6)));
        check(quiet, 50, (900, 970), (880, 950), Some((9, 10)));
        check(open, 2, (4, 85), (0, 12), Some((0, 8)));
        check(open, 50, (0, 25), (0, 23), Some((1, 10)));
        check(open, 1000, (0, 23), (0, 23), Some((7, 10)));
    }

    #[test]
    fn there_is_no_statement_without_a_measurement() {
        let check = |rates: LevelRates, level: Level, one_in: u32, expect: bool| {
            assert_eq!(pool(&rates, level, one_in).is_some(), expect);
        };
        let with = |documented: u32, ordinary: u32| {
            let mut rates = READMES;
            rates.documented.accounts = documented;
            rates.ordinary.accounts = ordinary;
            rates
        };
        let open = Level::WorthChecking;
        check(with(30, 30), open, 50, true);
        check(with(29, 292), open, 50, false);
        check(with(52, 29), open, 50, false);
        check(READMES, Level::VerifyFirst, 50, false);
        check(READMES, open, 1, false);
        check(READMES, open, 0, false);
        check(READMES, open, 2, true);
        check(READMES, open, u32::MAX, true);
    }

    /// Of the kinds in the table, one has documented accounts enough.
    #[test]
    fn only_kinds_with_enough_accounts_have_a_statement() {
        let check = |kind: ProfileKind, expect: bool| {
            let rates = level_rates(kind).unwrap();
            let told = pool(rates, Level::NothingStoodOut, 50).is_some();
            assert_eq!(told, expect, "{kind:?}");
        };
        check(ProfileKind::Readme, true);
        check(ProfileKind::GithubProfile, false);
        check(ProfileKind::Resume, false);
    }

    /// An interval that holds every number says nothing.
    #[test]
    fn a_share_that_could_be_anything_is_not_told() {
        let mut rates = READMES;
        rates.documented.levels = [13, 97, 0, 0];
        let pool = pool(&rates, Level::WorthChecking, 2).unwrap();
        assert_eq!(pool.of_ten, None);
    }
}
