//! How far coders agree beyond chance.
//!
//! Sources: J. Cohen, *A coefficient of agreement for nominal scales*, Educational and Psychological Measurement 20 (1960);
//! J. L. Fleiss, *Measuring nominal scale agreement among many raters*, Psychological Bulletin 76 (1971); K. Krippendorff,
//! *Computing Krippendorff's alpha-reliability* (2011); R. Passonneau, *Measuring agreement on set-valued items* (LREC
//! 2006) for the MASI distance.

use std::collections::{BTreeMap, BTreeSet};

/// What the coders said of one unit; `None` where a coder did not code it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit<V> {
    /// One value per coder.
    pub values: Vec<Option<V>>,
    /// What the unit counts for: 1, or its kronor.
    pub weight: f64,
}

impl<V> Unit<V> {
    /// A unit that counts for one.
    pub fn new(values: Vec<Option<V>>) -> Self {
        Self { values, weight: 1.0 }
    }

    fn given(&self) -> impl Iterator<Item = &V> {
        self.values.iter().flatten()
    }
}

/// The distance of two values: 0 for the same, 1 for different ones.
pub fn nominal<V: PartialEq>(a: &V, b: &V) -> f64 {
    if a == b { 0.0 } else { 1.0 }
}

/// The MASI distance of two sets of codes: 1 − Jaccard × monotonicity, where monotonicity is 1 for equal sets, 2/3 where
/// one holds the other, 1/3 where they overlap, and 0 where they share nothing. Two empty sets are equal.
pub fn masi(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    if a == b {
        return 0.0;
    }
    let common = a.intersection(b).count() as f64;
    let monotonicity = match common {
        0.0 => 0.0,
        _ if a.is_subset(b) || b.is_subset(a) => 2.0 / 3.0,
        _ => 1.0 / 3.0,
    };
    1.0 - common / a.union(b).count() as f64 * monotonicity
}

/// The share of pairs of coders that agree, over all units that two or more have coded; `None` where there is none.
pub fn percent_agreement<V: PartialEq>(units: &[Unit<V>]) -> Option<f64> {
    let (mut same, mut all) = (0.0, 0.0);
    for unit in units {
        let values: Vec<&V> = unit.given().collect();
        let pairs = (values.len() * values.len().saturating_sub(1)) as f64 / 2.0;
        if pairs == 0.0 {
            continue;
        }
        let equal = values.iter().enumerate().map(|(i, a)| values[..i].iter().filter(|b| *b == a).count());
        same += unit.weight * equal.sum::<usize>() as f64 / pairs;
        all += unit.weight;
    }
    (all > 0.0).then(|| same / all)
}

/// Cohen's kappa of two coders: (po − pe) / (1 − pe), each coder with its own distribution. Units that one of them did not
/// code are left out. `None` where nothing is left, or where chance alone would agree always.
pub fn cohen_kappa<V: Ord>(units: &[Unit<V>]) -> Option<f64> {
    let (mut first, mut second): (BTreeMap<&V, f64>, BTreeMap<&V, f64>) = (BTreeMap::new(), BTreeMap::new());
    let (mut same, mut all) = (0.0, 0.0);
    for unit in units {
        let [Some(a), Some(b)] = &unit.values[..] else { continue };
        *first.entry(a).or_default() += unit.weight;
        *second.entry(b).or_default() += unit.weight;
        same += if a == b { unit.weight } else { 0.0 };
        all += unit.weight;
    }
    let observed = same / all;
    let by_chance: f64 =
        first.iter().map(|(v, n)| n * second.get(v).copied().unwrap_or(0.0)).sum::<f64>() / (all * all);
    (all > 0.0 && by_chance < 1.0).then(|| (observed - by_chance) / (1.0 - by_chance))
}

/// Fleiss' kappa: as Cohen's for any number of coders, all with one distribution; every unit must have been coded by the
/// same number of them. `None` where it has not, or where chance alone would agree always.
pub fn fleiss_kappa<V: Ord>(units: &[Unit<V>]) -> Option<f64> {
    let coders = units.first()?.given().count();
    if coders < 2 || units.iter().any(|u| u.given().count() != coders) {
        return None;
    }
    let mut totals: BTreeMap<&V, f64> = BTreeMap::new();
    units.iter().flat_map(Unit::given).for_each(|v| *totals.entry(v).or_default() += 1.0);
    let ratings = (units.len() * coders) as f64;
    let by_chance: f64 = totals.values().map(|n| (n / ratings).powi(2)).sum();
    let observed = percent_agreement(units)?;
    (by_chance < 1.0).then(|| (observed - by_chance) / (1.0 - by_chance))
}

/// Krippendorff's alpha: 1 − Do / De, from the coincidences of values within units that two or more coders have coded.
/// `None` where there are none, or where all values are the same: there is then nothing to disagree about.
pub fn krippendorff_alpha<V: Ord>(units: &[Unit<V>], distance: impl Fn(&V, &V) -> f64) -> Option<f64> {
    let (mut observed, mut paired) = (0.0, 0.0);
    let mut totals: BTreeMap<&V, f64> = BTreeMap::new();
    for unit in units {
        let values: Vec<&V> = unit.given().collect();
        if values.len() < 2 {
            continue;
        }
        let share = unit.weight / (values.len() - 1) as f64;
        for (i, a) in values.iter().enumerate() {
            *totals.entry(a).or_default() += unit.weight;
            paired += unit.weight;
            observed += values[..i].iter().map(|b| 2.0 * share * distance(a, b)).sum::<f64>();
        }
    }
    let totals: Vec<(&V, f64)> = totals.into_iter().collect();
    let pairs = totals.iter().enumerate().flat_map(|(i, (a, n))| totals[..i].iter().map(move |(b, m)| (*a, *b, n * m)));
    let expected: f64 = pairs.map(|(a, b, weight)| 2.0 * weight * distance(a, b)).sum();
    (expected > 0.0).then(|| 1.0 - (paired - 1.0) * observed / expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row per coder, one letter per unit, `*` where a coder did not code it.
    fn units(coders: &[&str]) -> Vec<Unit<char>> {
        let rows: Vec<Vec<char>> = coders.iter().map(|row| row.chars().filter(|c| *c != ' ').collect()).collect();
        (0..rows[0].len())
            .map(|unit| Unit::new(rows.iter().map(|row| Some(row[unit]).filter(|c| *c != '*')).collect()))
            .collect()
    }

    fn near(found: Option<f64>, expected: f64) {
        let found = found.unwrap_or(f64::NAN);
        assert!((found - expected).abs() < 0.000_5, "{found} is not {expected}");
    }

    /// Krippendorff (2011), section C: four observers, twelve units, gaps; nominal alpha 0.743.
    #[test]
    fn alpha_of_four_observers_with_gaps() {
        let data = units(&["1233 2141 2***", "1233 2241 25*3", "*333 2342 251*", "1233 2441 251*"]);
        // The twelfth unit has one value only and drops out.
        near(krippendorff_alpha(&data, nominal), 0.743);
    }

    /// The example of three observers and fifteen units with gaps; nominal alpha 0.691.
    #[test]
    fn alpha_of_three_observers_with_gaps() {
        let data = units(&["***** 34121 133*3", "1*213 343** *****", "**213 44*21 133*4"]);
        near(krippendorff_alpha(&data, nominal), 0.691);
    }

    /// 20 times both yes, 15 times both no, 5 and 10 times apart: po = 35/50 = 0.7, pe = 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
    #[test]
    fn kappa_of_two_coders() {
        let pairs = [('y', 'y', 20), ('y', 'n', 5), ('n', 'y', 10), ('n', 'n', 15)];
        let data: Vec<_> =
            pairs.iter().flat_map(|(a, b, times)| (0..*times).map(|_| Unit::new(vec![Some(*a), Some(*b)]))).collect();
        near(cohen_kappa(&data), 0.400);
        near(percent_agreement(&data), 0.700);
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
        let unit = |row: &[usize; 5]| {
            let values = row.iter().enumerate().flat_map(|(category, times)| vec![Some(category); *times]);
            Unit::new(values.collect())
        };
        near(fleiss_kappa(&table.iter().map(unit).collect::<Vec<_>>()), 0.210);
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
        let data = units(&["abca", "abca"]);
        assert_eq!(krippendorff_alpha(&data, nominal), Some(1.0));
        assert_eq!(cohen_kappa(&data), Some(1.0));
        assert_eq!(krippendorff_alpha(&units(&["aaa", "aaa"]), nominal), None);
        assert_eq!(percent_agreement::<char>(&[]), None);
    }
}
