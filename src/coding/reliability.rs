//! How far coders agree beyond chance.
//!
//! Sources: J. Cohen, *A coefficient of agreement for nominal scales*, Educational and Psychological Measurement 20 (1960);
//! J. L. Fleiss, *Measuring nominal scale agreement among many raters*, Psychological Bulletin 76 (1971); K. Krippendorff,
//! *Computing Krippendorff's alpha-reliability* (2011); R. Passonneau, *Measuring agreement on set-valued items* (LREC
//! 2006) for the MASI distance. Confidence intervals are percentiles of bootstrap resamples of the units (B. Efron,
//! *Bootstrap methods*, Annals of Statistics 7, 1979), from a fixed seed.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::msg;
use crate::wording::Message;

/// A measure of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// The share of pairs of coders that agree, over all units that two or more have coded.
    PercentAgreement,
    /// Cohen's kappa of two coders, each with its own distribution; units that one of them did not code are left out.
    CohenKappa,
    /// Fleiss' kappa: any number of coders with one distribution; every unit coded by the same number of them.
    FleissKappa,
    /// Krippendorff's alpha with the ratings' distance: any number of coders, gaps allowed.
    Alpha,
}

/// What coders said of units, ready to be measured.
#[derive(Clone, Debug)]
pub struct Ratings {
    units: Vec<Vec<Option<usize>>>,
    /// The values of each unit without the gaps.
    given: Vec<Vec<usize>>,
    weights: Vec<f64>,
    categories: usize,
    distances: Vec<f64>,
}

impl Ratings {
    /// Ratings from one row per unit with one value per coder, `None` where a coder did not code it. `distance` is 0 for
    /// the same and 1 for wholly different values.
    pub fn new<V: Ord>(units: &[Vec<Option<V>>], distance: impl Fn(&V, &V) -> f64) -> Self {
        let values: Vec<&V> = units.iter().flatten().flatten().collect::<BTreeSet<_>>().into_iter().collect();
        let position: BTreeMap<&V, usize> = values.iter().enumerate().map(|(i, v)| (*v, i)).collect();
        let rated =
            |unit: &Vec<Option<V>>| unit.iter().map(|v| v.as_ref().and_then(|v| position.get(v).copied())).collect();
        let units: Vec<Vec<Option<usize>>> = units.iter().map(rated).collect();
        Self {
            given: units.iter().map(|unit| unit.iter().flatten().copied().collect()).collect(),
            weights: vec![1.0; units.len()],
            units,
            categories: values.len(),
            distances: values.iter().flat_map(|a| values.iter().map(|b| distance(a, b)).collect::<Vec<_>>()).collect(),
        }
    }

    /// The same ratings, each unit counting for its weight (its kronor), on average one. Where no unit has a weight nothing is
    /// measured.
    pub fn weighted(mut self, weights: &[f64]) -> Self {
        let mean = weights.iter().sum::<f64>() / weights.len().max(1) as f64;
        if weights.len() == self.units.len() {
            self.weights = weights.iter().map(|w| if mean > 0.0 { w / mean } else { 0.0 }).collect();
        }
        self
    }

    /// How many units two or more coders have coded.
    pub fn pairable(&self) -> usize {
        self.given.iter().filter(|values| values.len() > 1).count()
    }

    /// A measure over all units; `None` where it is not defined: nothing to compare, or nothing to disagree about.
    pub fn measure(&self, measure: Measure) -> Option<f64> {
        let all: Vec<usize> = (0..self.units.len()).collect();
        self.of(measure, &all)
    }

    /// The 95 percent interval of a measure, from so many resamples of the units; `None` for a single one. The same numbers whatever the threads.
    pub fn interval(&self, measure: Measure, resamples: u64) -> Option<(f64, f64)> {
        const SEED: u64 = 20_240_501;
        // Resamples of a single unit are that unit.
        if self.pairable() < 2 {
            return None;
        }
        let mut found: Vec<f64> = (0..resamples)
            .into_par_iter()
            .filter_map(|number| {
                let mut random = SplitMix::new(SEED.wrapping_add(number));
                let sample: Vec<usize> = (0..self.units.len()).map(|_| random.below(self.units.len())).collect();
                self.of(measure, &sample)
            })
            .collect();
        found.sort_by(f64::total_cmp);
        let at = |share: f64| found.get(((found.len() as f64 - 1.0) * share).round() as usize).copied();
        Some((at(0.025)?, at(0.975)?))
    }

    /// Why a measure is not defined, where it is not.
    pub fn undefined(&self, measure: Measure) -> Option<Message> {
        if self.measure(measure).is_some() {
            return None;
        }
        let weighs = |(values, weight): (&Vec<usize>, &f64)| values.len() > 1 && *weight > 0.0;
        let given = || self.given.iter().filter(|values| values.len() > 1);
        let first = given().next().and_then(|values| values.first());
        Some(if self.pairable() == 0 {
            msg!("agreement-over-nothing")
        } else if !self.given.iter().zip(&self.weights).any(weighs) {
            msg!("agreement-without-funds")
        } else if given().flatten().all(|value| Some(value) == first) {
            msg!("agreement-of-same-codes")
        } else if measure == Measure::FleissKappa {
            msg!("agreement-not-of-all")
        } else {
            msg!("agreement-not-defined")
        })
    }

    fn of(&self, measure: Measure, sample: &[usize]) -> Option<f64> {
        match measure {
            Measure::PercentAgreement => self.percent_agreement(sample),
            Measure::CohenKappa => self.cohen_kappa(sample),
            Measure::FleissKappa => self.fleiss_kappa(sample),
            Measure::Alpha => self.alpha(sample),
        }
    }

    fn percent_agreement(&self, sample: &[usize]) -> Option<f64> {
        let (mut same, mut all) = (0.0, 0.0);
        for unit in sample {
            let values = &self.given[*unit];
            let pairs = values.len() * values.len().saturating_sub(1) / 2;
            if pairs == 0 {
                continue;
            }
            let equal: usize =
                values.iter().enumerate().map(|(i, a)| values[..i].iter().filter(|b| *b == a).count()).sum();
            same += self.weights[*unit] * equal as f64 / pairs as f64;
            all += self.weights[*unit];
        }
        (all > 0.0).then(|| same / all)
    }

    fn cohen_kappa(&self, sample: &[usize]) -> Option<f64> {
        let (mut first, mut second) = (vec![0.0; self.categories], vec![0.0; self.categories]);
        let (mut same, mut all) = (0.0, 0.0);
        for unit in sample {
            let [Some(a), Some(b)] = self.units[*unit][..] else { continue };
            let weight = self.weights[*unit];
            first[a] += weight;
            second[b] += weight;
            same += if a == b { weight } else { 0.0 };
            all += weight;
        }
        let by_chance = first.iter().zip(&second).map(|(a, b)| a * b).sum::<f64>() / (all * all);
        beyond_chance(same / all, by_chance)
    }

    fn fleiss_kappa(&self, sample: &[usize]) -> Option<f64> {
        let coders = self.given.first()?.len();
        if coders < 2 || self.given.iter().any(|values| values.len() != coders) {
            return None;
        }
        let mut totals = vec![0.0; self.categories];
        let mut ratings = 0.0;
        for unit in sample {
            for value in &self.given[*unit] {
                totals[*value] += self.weights[*unit];
                ratings += self.weights[*unit];
            }
        }
        let by_chance = totals.iter().map(|n| (n / ratings) * (n / ratings)).sum();
        beyond_chance(self.percent_agreement(sample)?, by_chance)
    }

    /// 1 − Do / De, from the coincidences of values within units that two or more coders have coded.
    fn alpha(&self, sample: &[usize]) -> Option<f64> {
        let mut totals = vec![0.0; self.categories];
        let (mut observed, mut paired) = (0.0, 0.0);
        for unit in sample {
            let values = &self.given[*unit];
            if values.len() < 2 {
                continue;
            }
            let weight = self.weights[*unit];
            let share = weight / (values.len() - 1) as f64;
            for (i, a) in values.iter().enumerate() {
                totals[*a] += weight;
                paired += weight;
                observed += values[..i].iter().map(|b| 2.0 * share * self.distance(*a, *b)).sum::<f64>();
            }
        }
        let used: Vec<usize> = (0..self.categories).filter(|c| totals[*c] > 0.0).collect();
        let mut expected = 0.0;
        for (i, a) in used.iter().enumerate() {
            expected += used[..i].iter().map(|b| 2.0 * totals[*a] * totals[*b] * self.distance(*a, *b)).sum::<f64>();
        }
        // Of a resample of units with little funds less than one value may be left; none is better than all alike.
        (expected > 0.0).then(|| 1.0 - (paired - 1.0).max(0.0) * observed / expected)
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        self.distances[a * self.categories + b]
    }
}

fn beyond_chance(observed: f64, by_chance: f64) -> Option<f64> {
    (observed.is_finite() && by_chance < 1.0).then(|| (observed - by_chance) / (1.0 - by_chance))
}

/// The distance of unordered categories.
pub fn nominal<V: PartialEq>(a: &V, b: &V) -> f64 {
    if a == b { 0.0 } else { 1.0 }
}

/// The MASI distance of two sets of codes: 1 − Jaccard × monotonicity, where monotonicity is 1 for equal sets, 2/3 where
/// one holds the other, 1/3 where they overlap, and 0 where they share nothing. Two empty sets are equal.
pub fn masi(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    if a == b {
        return 0.0;
    }
    let common = a.intersection(b).count();
    let monotonicity = match common {
        0 => 0.0,
        _ if a.is_subset(b) || b.is_subset(a) => 2.0 / 3.0,
        _ => 1.0 / 3.0,
    };
    1.0 - common as f64 / a.union(b).count() as f64 * monotonicity
}

/// S. Vigna's SplitMix64: small, well distributed, and the same everywhere for ever, which no library promises.
struct SplitMix(u64);

impl SplitMix {
    /// Neighbouring seeds would give overlapping streams; they are spread first.
    fn new(seed: u64) -> Self {
        let mut spread = Self(seed);
        Self(spread.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below a bound; the bias of the multiplication is below one in 2⁴⁰ for bounds of some millions.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row per coder, one letter per unit, `*` where a coder did not code it.
    fn ratings(coders: &[&str]) -> Ratings {
        let rows: Vec<Vec<char>> = coders.iter().map(|row| row.chars().filter(|c| *c != ' ').collect()).collect();
        let unit = |unit: usize| rows.iter().map(|row| Some(row[unit]).filter(|c| *c != '*')).collect();
        Ratings::new(&(0..rows[0].len()).map(unit).collect::<Vec<_>>(), nominal)
    }

    fn near(found: Option<f64>, expected: f64) {
        let found = found.unwrap_or(f64::NAN);
        assert!((found - expected).abs() < 0.000_5, "{found} is not {expected}");
    }

    /// Krippendorff (2011), section C: four observers, twelve units, gaps; nominal alpha 0.743.
    #[test]
    fn alpha_of_four_observers_with_gaps() {
        let data = ratings(&["1233 2141 2***", "1233 2241 25*3", "*333 2342 251*", "1233 2441 251*"]);
        near(data.measure(Measure::Alpha), 0.743);
        // The twelfth unit has one value only and cannot be paired.
        assert_eq!(data.pairable(), 11);
    }

    /// The well-known example of three observers and fifteen units with gaps; nominal alpha 0.691.
    #[test]
    fn alpha_of_three_observers_with_gaps() {
        let data = ratings(&["***** 34121 133*3", "1*213 343** *****", "**213 44*21 133*4"]);
        near(data.measure(Measure::Alpha), 0.691);
    }

    /// 20 times both yes, 15 times both no, 5 and 10 times apart: po = 35/50 = 0.7, pe = 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
    #[test]
    fn kappa_of_two_coders() {
        let pairs = [('y', 'y', 20), ('y', 'n', 5), ('n', 'y', 10), ('n', 'n', 15)];
        let units: Vec<_> = pairs.iter().flat_map(|(a, b, times)| vec![vec![Some(*a), Some(*b)]; *times]).collect();
        let data = Ratings::new(&units, nominal);
        near(data.measure(Measure::CohenKappa), 0.400);
        near(data.measure(Measure::PercentAgreement), 0.700);
        let (low, high) = data.interval(Measure::CohenKappa, 500).unwrap_or_default();
        assert!(low < 0.4 && 0.4 < high && high - low < 0.7, "{low} to {high}");
        assert_eq!(data.interval(Measure::CohenKappa, 500), Some((low, high)));
    }

    /// Fleiss (1971) as commonly tabulated: ten units, fourteen raters, five categories; kappa 0.210.
    #[test]
    fn kappa_of_fourteen_raters() {
        let table = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let unit = |row: &[usize; 5]| row.iter().enumerate().flat_map(|(c, times)| vec![Some(c); *times]).collect();
        let units: Vec<Vec<Option<usize>>> = table.iter().map(unit).collect();
        near(Ratings::new(&units, nominal).measure(Measure::FleissKappa), 0.210);
    }

    #[test]
    fn masi_is_that_of_its_definition() {
        let set = |codes: &str| codes.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(masi(&set("a b"), &set("b a")), 0.0);
        assert_eq!(masi(&set(""), &set("")), 0.0);
        assert_eq!(masi(&set("a"), &set("")), 1.0);
        // {a} in {a b}: Jaccard 1/2, monotonicity 2/3: 1 − 1/3.
        assert!((masi(&set("a"), &set("a b")) - 2.0 / 3.0).abs() < 1e-12);
        // {a b} and {b c}: Jaccard 1/3, monotonicity 1/3: 1 − 1/9.
        assert!((masi(&set("a b"), &set("b c")) - 8.0 / 9.0).abs() < 1e-12);
    }

    #[test]
    fn identical_coders_agree_wholly_and_constant_ones_say_nothing() {
        let same = ratings(&["abca", "abca"]);
        near(same.measure(Measure::Alpha), 1.0);
        near(same.measure(Measure::CohenKappa), 1.0);
        let constant = ratings(&["aaa", "aaa"]);
        assert_eq!(constant.measure(Measure::Alpha), None);
        assert_eq!(constant.measure(Measure::CohenKappa), None);
        assert_eq!(constant.measure(Measure::PercentAgreement), Some(1.0));
        assert_eq!(Ratings::new::<char>(&[], nominal).measure(Measure::PercentAgreement), None);
    }

    /// The same units twice over, or each weighing twice as much, agree as before.
    #[test]
    fn weights_count_in_proportion() {
        let data = ratings(&["abcab", "abbaa"]);
        let weighted = data.clone().weighted(&[2.0; 5]);
        for measure in [Measure::PercentAgreement, Measure::CohenKappa, Measure::Alpha] {
            assert_eq!(data.measure(measure), weighted.measure(measure));
        }
        // Three of five agree; with the agreeing first unit five times as heavy, seven of nine do.
        near(data.measure(Measure::PercentAgreement), 0.6);
        near(data.weighted(&[5.0, 1.0, 1.0, 1.0, 1.0]).measure(Measure::PercentAgreement), 7.0 / 9.0);
    }
}
