//! Shares, intervals, AUC and recall. No clock and no chance: the bootstrap draws from a
//! fixed sequence, so the same corpus gives the same bytes.

/// How many times the bootstrap draws.
pub const DRAWS: u32 = 2_000;

/// The normal quantile of a two-sided 95 % interval.
const Z: f64 = 1.959_964;

/// A number with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// A count out of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub hits: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// Counts those that pass.
    pub fn of<T>(items: impl IntoIterator<Item = T>, passes: impl Fn(&T) -> bool) -> Self {
        let mut share = Self { hits: 0, of: 0 };
        for item in items {
            share.of += 1;
            share.hits += u32::from(passes(&item));
        }
        share
    }

    /// The share with its Wilson interval; an empty sample says nothing.
    pub fn estimate(self) -> Estimate {
        let (hits, of) = (f64::from(self.hits), f64::from(self.of));
        if self.of == 0 {
            return Estimate {
                value: f64::NAN,
                low: 0.0,
                high: 1.0,
            };
        }
        let share = hits / of;
        let scale = 1.0 + Z * Z / of;
        let middle = (share + Z * Z / (2.0 * of)) / scale;
        let half = Z * (share * (1.0 - share) / of + Z * Z / (4.0 * of * of)).sqrt() / scale;
        Estimate {
            value: share,
            low: if self.hits == 0 { 0.0 } else { middle - half },
            high: if self.hits == self.of {
                1.0
            } else {
                middle + half
            },
        }
    }

    /// The share with half a hit and half a miss added, so that its logarithm exists.
    fn smoothed(self) -> f64 {
        (f64::from(self.hits) + 0.5) / (f64::from(self.of) + 1.0)
    }
}

/// The smoothed log2 ratio of two shares, with the interval that their Wilson intervals give
/// (the square-and-add method on the logarithms).
pub fn log_ratio(positives: Share, ordinary: Share) -> Estimate {
    let bounds = |share: Share| {
        let (value, interval) = (share.smoothed(), share.estimate());
        let low = interval.low.min(value).max(0.05 / f64::from(share.of + 1));
        (value.log2(), low.log2(), interval.high.max(value).log2())
    };
    let (p, p_low, p_high) = bounds(positives);
    let (o, o_low, o_high) = bounds(ordinary);
    Estimate {
        value: p - o,
        low: p - o - (p - p_low).hypot(o_high - o),
        high: p - o + (p_high - p).hypot(o - o_low),
    }
}

/// What a sample can support: the end of the interval that is nearer to nothing.
pub fn supported(ratio: Estimate) -> f64 {
    if ratio.low > 0.0 {
        ratio.low
    } else if ratio.high < 0.0 {
        ratio.high
    } else {
        0.0
    }
}

/// The chance that a positive stands above an ordinary one; ties count half.
pub fn auc(positives: &[i32], ordinary: &[i32]) -> f64 {
    let mut sorted = ordinary.to_vec();
    sorted.sort_unstable();
    let twice: u32 = positives
        .iter()
        .map(|score| {
            let below = sorted.partition_point(|other| other < score);
            let not_above = sorted.partition_point(|other| other <= score);
            (below + not_above) as u32
        })
        .sum();
    let pairs = (positives.len() * ordinary.len()) as u32;
    f64::from(twice) / (2.0 * f64::from(pairs))
}

/// How many positives stand at or above the lowest score that at most `per_mille` of the
/// ordinary ones reach. `i32::MIN` is an abstention and never counts.
pub fn recall(positives: &[i32], ordinary: &[i32], per_mille: u32) -> Share {
    let allowed = ordinary.len() * per_mille as usize / 1_000;
    let alarms = |at: i32| ordinary.iter().filter(|score| **score >= at).count();
    let best = positives
        .iter()
        .filter(|score| **score > i32::MIN && alarms(**score) <= allowed)
        .min();
    Share::of(positives, |score| best.is_some_and(|best| *score >= best))
}

/// The value below which `per_mille` of them stand.
pub fn quantile(values: &mut [f64], per_mille: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len().saturating_sub(1) * per_mille + 500) / 1_000;
    values.get(at).copied().unwrap_or(f64::NAN)
}

/// The AUC with its interval, drawing whole groups of either class with replacement.
pub fn auc_by_group(positives: &[Vec<i32>], ordinary: &[Vec<i32>]) -> Estimate {
    let mut chance = Chance(1);
    let mut values: Vec<f64> = (0..DRAWS)
        .map(|_| auc(&chance.draw(positives), &chance.draw(ordinary)))
        .filter(|value| value.is_finite())
        .collect();
    Estimate {
        value: auc(&positives.concat(), &ordinary.concat()),
        low: quantile(&mut values, 25),
        high: quantile(&mut values, 975),
    }
}

/// A fixed sequence of numbers without pattern (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn draw(&mut self, groups: &[Vec<i32>]) -> Vec<i32> {
        let mut out = Vec::new();
        for _ in groups {
            let at = self.next() % (groups.len() as u64);
            out.extend(groups.get(at as usize).into_iter().flatten());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expect: f64) -> bool {
        (found - expect).abs() < 0.000_5
    }

    #[test]
    fn auc_counts_ties_half() {
        let check = |positives: &[i32], ordinary: &[i32], expect: f64| {
            let found = auc(positives, ordinary);
            assert!(close(found, expect), "{positives:?} {ordinary:?}: {found}");
        };
        check(&[3, 4], &[1, 2], 1.0);
        check(&[1, 2], &[3, 4], 0.0);
        check(&[1, 1], &[1, 1], 0.5);
        check(&[2, 1], &[1, 0], 0.875);
        check(&[i32::MIN, 5], &[i32::MIN, 0], 0.625);
        assert!(auc(&[], &[1]).is_nan());
    }

    #[test]
    fn wilson_intervals() {
        let check = |hits, of, expect: (f64, f64)| {
            let found = Share { hits, of }.estimate();
            let fits = close(found.low, expect.0) && close(found.high, expect.1);
            assert!(fits, "{hits} of {of}: {found:?}");
        };
        check(0, 10, (0.0, 0.277_5));
        check(5, 10, (0.236_6, 0.763_4));
        check(10, 10, (0.722_5, 1.0));
        check(0, 3_095, (0.0, 0.001_2));
        check(0, 0, (0.0, 1.0));
    }

    #[test]
    fn recall_at_false_alarms() {
        let check = |positives: &[i32], ordinary: &[i32], per_mille, expect| {
            let found = recall(positives, ordinary, per_mille).hits;
            assert_eq!(found, expect, "{positives:?} {ordinary:?}");
        };
        let hundred: Vec<i32> = (0..100).collect();
        check(&[99, 98, 50], &hundred, 10, 1);
        check(&[99, 98, 50], &hundred, 30, 2);
        check(&[5, 5], &[5; 100], 30, 0);
        check(&[i32::MIN], &[i32::MIN; 3], 30, 0);
        check(&[], &hundred, 30, 0);
    }

    #[test]
    fn quantiles() {
        let check = |values: &[f64], per_mille, expect| {
            let found = quantile(&mut values.to_vec(), per_mille);
            assert!(close(found, expect), "{values:?}: {found}");
        };
        check(&[3.0, 1.0, 2.0], 500, 2.0);
        check(&[3.0, 1.0, 2.0], 0, 1.0);
        check(&[3.0, 1.0, 2.0], 1_000, 3.0);
        check(&[7.0], 25, 7.0);
    }

    #[test]
    fn ratios_and_what_they_support() {
        let check = |p: (u32, u32), o: (u32, u32), expect: (f64, f64)| {
            let share = |(hits, of)| Share { hits, of };
            let found = log_ratio(share(p), share(o));
            let (ratio, bits) = (found.value, supported(found));
            let fits = (ratio - expect.0).abs() < 0.05 && (bits - expect.1).abs() < 0.05;
            assert!(fits, "{p:?} {o:?}: {ratio} {bits}");
        };
        check((50, 100), (50, 100), (0.0, 0.0));
        check((0, 50), (0, 300), (2.56, 0.0));
        check((8, 50), (0, 327), (6.77, 3.67));
        check((1, 50), (60, 300), (-2.77, -0.91));
    }

    #[test]
    fn the_bootstrap_repeats_itself() {
        let groups = |scores: &[i32]| scores.iter().map(|s| vec![*s]).collect::<Vec<_>>();
        let draw = || auc_by_group(&groups(&[1, 5, 7]), &groups(&[0, 2, 3, 4]));
        let found = draw();
        assert_eq!(found, draw());
        assert!(found.low <= found.value && found.value <= found.high);
        assert!(close(found.value, 0.75));
    }
}
