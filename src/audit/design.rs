//! Which interventions are read together with which others, and how many of each: strata and their sizes.
//!
//! Strata are areas × size of the funds × whether the machine accepted all codings. Everything here is decided before anybody
//! has read anything, from what every intervention shows. An amount that is a large part of its area's funds is read for
//! certain: no sample says anything of it. Below, larger funds are drawn somewhat more often: sums of kronor rest on few
//! large amounts, numbers of interventions on many small ones, and both are asked for.

use std::cmp::Reverse;

use crate::ledger::AreaId;
use crate::money::Amount;

/// An intervention that can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawable {
    /// Its area.
    pub area: AreaId,
    /// Whether all audited codings of the machine are accepted.
    pub accepted: bool,
    /// Its funds as they count; zero in a study without funds.
    pub funds: Amount,
}

/// A stratum as it is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its area.
    pub area: AreaId,
    /// How many interventions it has.
    pub units: usize,
    /// How many times as often as others its interventions are drawn; [`READ_WHOLE`] where all are.
    pub times: u32,
    /// How many of them are read.
    pub sampled: usize,
}

/// `times` of a stratum that is read whole.
pub const READ_WHOLE: u32 = 1_000_000;

/// `times` is at most this in strata that are not read whole, so that no answer stands for very many others.
const MOST_TIMES: f64 = 12.0;

/// From which part of its area's funds an amount is read for certain, and how many sampled interventions' worth.
const LARGE: (f64, f64) = (0.05, 3.0);

/// The largest funds that come to these parts of an area's funds are classes of their own.
const CUTS: [f64; 2] = [0.3, 0.6];

/// Strata of interventions, nothing drawn yet, and the stratum of each. `size` is that of the whole sample.
///
/// Classes of funds, and then what was accepted and what was not, stay together where one of them is so small that a sample
/// of the size would hardly hold two of it.
pub fn strata(units: &[Drawable], size: usize) -> (Vec<usize>, Vec<Planned>) {
    let fewest = (2 * units.len()).div_ceil(size.max(1)).max(4);
    let mut areas: Vec<AreaId> = units.iter().map(|unit| unit.area).collect();
    areas.sort_unstable();
    areas.dedup();
    let (mut parts, mut rises) = (Vec::new(), Vec::new());
    for area in areas {
        let mut falling: Vec<usize> = (0..units.len()).filter(|at| units[*at].area == area).collect();
        falling.sort_by_key(|at| (Reverse(units[*at].funds), *at));
        let sampled = size as f64 * falling.len() as f64 / units.len() as f64;
        let rest = falling.split_off(large(units, &falling, sampled));
        if !falling.is_empty() {
            parts.push((area, falling));
            rises.push(None);
        }
        for class in classes(units, rest, fewest) {
            let rise = risen(units, &class);
            for part in by_verdict(units, class, fewest) {
                parts.push((area, part));
                rises.push(Some(rise));
            }
        }
    }
    let least = rises.iter().flatten().copied().filter(|rise| *rise > 0.0).fold(f64::INFINITY, f64::min);
    let mut of = vec![0; units.len()];
    let planned = parts.iter().zip(rises).enumerate().map(|(at, ((area, part), rise))| {
        part.iter().for_each(|unit| of[*unit] = at);
        let times = rise.map_or(READ_WHOLE, |rise| (rise / least).clamp(1.0, MOST_TIMES).round() as u32);
        Planned { area: *area, units: part.len(), times, sampled: 0 }
    });
    let planned = planned.collect();
    (of, planned)
}

/// How many of an area's interventions, the largest funds first, are read for certain: at most half of what is drawn there.
fn large(units: &[Drawable], falling: &[usize], sampled: f64) -> usize {
    let from = LARGE.0.min(LARGE.1 / sampled) * sum(units, falling);
    let large = falling.iter().take_while(|at| from > 0.0 && units[**at].funds.ore() as f64 >= from);
    large.count().min((sampled / 2.0) as usize)
}

fn sum(units: &[Drawable], of: &[usize]) -> f64 {
    of.iter().map(|at| units[*at].funds.ore() as f64).sum()
}

/// How the chance of being drawn rises with the funds: with the power 3/8 of their mean, by square roots, which are the same
/// on every machine.
fn risen(units: &[Drawable], class: &[usize]) -> f64 {
    let fourth = (sum(units, class) / class.len().max(1) as f64).max(0.0).sqrt().sqrt();
    fourth * fourth.sqrt()
}

/// The interventions of an area (the largest funds first) by their funds.
fn classes(units: &[Drawable], falling: Vec<usize>, fewest: usize) -> Vec<Vec<usize>> {
    let total = sum(units, &falling);
    let (mut classes, mut before): (Vec<Vec<usize>>, f64) = (vec![Vec::new()], 0.0);
    let mut cuts = CUTS.iter().map(|cut| cut * total).peekable();
    for at in falling {
        let last = classes.last().and_then(|class| class.last());
        // Equal funds stay together, and a class that is too small goes on with the next.
        if last.is_some_and(|last| units[*last].funds != units[at].funds) {
            let mut is_cut = false;
            while cuts.next_if(|cut| before >= *cut).is_some() {
                is_cut = true;
            }
            if is_cut && classes.last().is_some_and(|class| class.len() >= fewest) {
                classes.push(Vec::new());
            }
        }
        before += units[at].funds.ore() as f64;
        classes.last_mut().into_iter().for_each(|class| class.push(at));
    }
    let is_small = classes.last().is_some_and(|last| last.len() < fewest);
    if let Some(last) = classes.pop_if(|_| is_small) {
        match classes.last_mut() {
            Some(class) => class.extend(last),
            None => classes.push(last),
        }
    }
    classes.retain(|class| !class.is_empty());
    classes
}

/// What was accepted and what was not; together where one of them is too small.
fn by_verdict(units: &[Drawable], class: Vec<usize>, fewest: usize) -> Vec<Vec<usize>> {
    let (accepted, others): (Vec<usize>, Vec<usize>) = class.iter().partition(|at| units[**at].accepted);
    match accepted.len().min(others.len()) < fewest {
        true => vec![class],
        false => vec![accepted, others],
    }
}

/// How many of each stratum are read where `size` are in all, or in every area where `per_area`: never fewer than were drawn
/// before (`sampled`), at most all, and at least two.
///
/// In proportion to `units` × `times`; whole numbers by the method of largest remainders.
pub fn allocate(strata: &mut [Planned], size: usize, per_area: bool) {
    if !per_area {
        divide(&mut strata.iter_mut().collect::<Vec<_>>(), size);
        return;
    }
    let mut areas: Vec<AreaId> = strata.iter().map(|stratum| stratum.area).collect();
    areas.sort_unstable();
    areas.dedup();
    for area in areas {
        divide(&mut strata.iter_mut().filter(|stratum| stratum.area == area).collect::<Vec<_>>(), size);
    }
}

/// Raises what is read of each stratum until it is `size` together.
///
/// One rate r goes for all: r · units · times, within each stratum's limits. It is the largest at which they come to no more
/// than `size`; what is left goes to the largest remainders.
fn divide(strata: &mut [&mut Planned], size: usize) {
    let wanted = |stratum: &Planned, rate: f64| {
        let (least, most) = (stratum.sampled.max(2).min(stratum.units), stratum.units);
        (rate * stratum.units as f64 * f64::from(stratum.times)).clamp(least as f64, most as f64)
    };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        let sum: f64 = strata.iter().map(|stratum| wanted(stratum, middle)).sum();
        if sum <= size as f64 { low = middle } else { high = middle }
    }
    // A share that halving leaves a hair below a whole number is that number.
    let shares: Vec<f64> = strata.iter().map(|stratum| wanted(stratum, low) + 1e-9).collect();
    strata.iter_mut().zip(&shares).for_each(|(stratum, share)| stratum.sampled = share.floor() as usize);
    let mut left = size.saturating_sub(strata.iter().map(|stratum| stratum.sampled).sum());
    let mut order: Vec<usize> = (0..strata.len()).collect();
    order.sort_by(|a, b| shares[*b].fract().total_cmp(&shares[*a].fract()).then(a.cmp(b)));
    for at in order {
        if left > 0 && strata[at].sampled < strata[at].units {
            strata[at].sampled += 1;
            left -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(area: usize, accepted: bool, kronor: i64) -> Drawable {
        Drawable { area: AreaId::new(area), accepted, funds: Amount::from_ore(100 * kronor) }
    }

    fn planned(units: usize, times: u32, sampled: usize) -> Planned {
        Planned { area: AreaId::new(0), units, times, sampled }
    }

    #[test]
    fn shares_are_in_proportion_to_units_and_times() {
        // 60 · 1, 20 · 3 and 10 · 6 weigh the same: 18 are six each.
        let mut strata = [planned(60, 1, 0), planned(20, 3, 0), planned(10, 6, 0)];
        allocate(&mut strata, 18, false);
        assert_eq!(strata.map(|stratum| stratum.sampled), [6, 6, 6]);
        // 28: 9⅓ each; the one that is left goes to the first of equal remainders.
        allocate(&mut strata, 28, false);
        assert_eq!(strata.map(|stratum| stratum.sampled), [10, 9, 9]);
        // All of the last are read at 31 (10 and 10.5 each); it has no more.
        allocate(&mut strata, 40, false);
        assert_eq!(strata.map(|stratum| stratum.sampled), [15, 15, 10]);
        allocate(&mut strata, 1_000, false);
        assert_eq!(strata.map(|stratum| stratum.sampled), [60, 20, 10]);
    }

    #[test]
    fn what_was_drawn_stays_and_every_stratum_has_a_chance() {
        let mut strata = [planned(100, 1, 12), planned(100, 1, 0), planned(3, 1, 0), planned(1, 1, 0)];
        allocate(&mut strata, 20, false);
        // 12 stay, three strata get at least two (one has but one), and the rest goes to the second.
        assert_eq!(strata.map(|stratum| stratum.sampled), [12, 5, 2, 1]);
        let mut areas = [planned(100, 1, 0), Planned { area: AreaId::new(1), ..planned(50, 1, 0) }];
        allocate(&mut areas, 20, true);
        assert_eq!(areas.map(|stratum| stratum.sampled), [20, 20]);
    }

    #[test]
    fn a_large_amount_is_read_for_certain_and_the_rest_is_cut_by_its_sums() {
        // An area of 41 interventions: 100 000, and forty from 10 100 to 9 905. A twentieth of 500 100 is 25 005.
        let mut units = vec![unit(0, true, 100_000)];
        units.extend((0..40).map(|at| unit(0, at % 2 == 0, 10_100 - 5 * at)));
        let (of, strata) = strata(&units, 20);
        assert_eq!((strata[0].times, strata[0].units, of[0]), (READ_WHOLE, 1, 0));
        // 30 and 60 percent of 400 100 are 12 and 24 amounts; six accepted are enough for a stratum of their own (5 are needed).
        let sizes: Vec<(usize, u32)> = strata[1..].iter().map(|stratum| (stratum.units, stratum.times)).collect();
        assert_eq!(sizes, [(6, 1), (6, 1), (6, 1), (6, 1), (8, 1), (8, 1)]);
        assert_eq!(of.iter().filter(|at| **at == 1).count(), 6);
    }

    #[test]
    fn equal_funds_are_one_class() {
        let units: Vec<Drawable> = (0..40).map(|_| unit(0, true, 100)).collect();
        assert_eq!(strata(&units, 20).1.len(), 1);
    }

    #[test]
    fn without_funds_areas_and_verdicts_are_all_there_is() {
        let units: Vec<Drawable> = (0..40).map(|at| unit(at / 20, at % 4 == 0, 0)).collect();
        let (of, planned) = strata(&units, 20);
        assert_eq!(
            planned.iter().map(|stratum| (stratum.units, stratum.times)).collect::<Vec<_>>(),
            [(5, 1), (15, 1), (5, 1), (15, 1)]
        );
        assert_eq!((of[0], of[1], of[20]), (0, 1, 2));
        assert_eq!(strata(&[], 20), (Vec::new(), Vec::new()));
    }
}
