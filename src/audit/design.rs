//! Which interventions are read together with which others, and how many of each: strata and their sizes.
//!
//! Strata are areas × whether the machine accepted all codings × size of the funds. Everything here is decided before anybody
//! has read anything, from what every intervention shows.

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
    /// How many times as often as others its interventions are drawn: more than once where their funds are large.
    pub times: u32,
    /// How many of them are read.
    pub sampled: usize,
}

/// How many times as often interventions of a size class are drawn, the smallest funds first.
const TIMES: [u32; 2] = [1, 3];

/// The fewest interventions of a stratum of which a sample of the size is expected to hold two.
fn fewest(units: usize, size: usize) -> usize {
    (2 * units).div_ceil(size.max(1)).max(4)
}

/// Strata of interventions, nothing drawn yet, and the stratum of each.
///
/// Within an area the largest funds that come to half of its funds are a class of their own. Classes, and then what was
/// accepted and what was not, are kept together where one of them is so small that it would hardly be drawn.
pub fn strata(units: &[Drawable], size: usize) -> (Vec<usize>, Vec<Planned>) {
    let fewest = fewest(units.len(), size);
    let mut areas: Vec<AreaId> = units.iter().map(|unit| unit.area).collect();
    areas.sort_unstable();
    areas.dedup();
    let (mut of, mut planned) = (vec![0; units.len()], Vec::new());
    for area in areas {
        let within: Vec<usize> = (0..units.len()).filter(|at| units[*at].area == area).collect();
        for (class, times) in classes(units, &within, fewest).into_iter().zip(TIMES) {
            for part in parts(units, class, fewest) {
                part.iter().for_each(|at| of[*at] = planned.len());
                planned.push(Planned { area, units: part.len(), times, sampled: 0 });
            }
        }
    }
    (of, planned)
}

/// The interventions of an area by their funds, the small ones first; one class where the others would be too few.
fn classes(units: &[Drawable], within: &[usize], fewest: usize) -> Vec<Vec<usize>> {
    let mut falling = within.to_vec();
    falling.sort_by_key(|at| (std::cmp::Reverse(units[*at].funds), *at));
    let total: i128 = within.iter().map(|at| i128::from(units[*at].funds.ore())).sum();
    let mut sum = 0;
    let large = falling.iter().take_while(|at| {
        let is_in = 2 * sum < total;
        sum += i128::from(units[**at].funds.ore());
        is_in
    });
    let large = large.count();
    if large < fewest || falling.len() - large < fewest {
        return vec![within.to_vec()];
    }
    vec![falling.split_off(large), falling]
}

/// What was accepted and what was not; together where one of them is too small.
fn parts(units: &[Drawable], class: Vec<usize>, fewest: usize) -> Vec<Vec<usize>> {
    let (accepted, others): (Vec<usize>, Vec<usize>) = class.iter().partition(|at| units[**at].accepted);
    match accepted.len().min(others.len()) < fewest {
        true => vec![class],
        false => vec![accepted, others],
    }
}

/// How many of each stratum are read where `size` are in all, or in every area where `per_area`: never fewer than were drawn
/// (`sampled`), at most all, and at least two.
///
/// In proportion to `units` × `times`, whole numbers by the method of largest remainders.
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
/// The numbers are those of a common rate r: the least r at which the strata's own numbers, each ⌊r · units · times⌋ within its
/// limits, come to no more than `size`; what is left goes to the largest remainders.
fn divide(strata: &mut [&mut Planned], size: usize) {
    let limits: Vec<(usize, usize)> =
        strata.iter().map(|stratum| (stratum.sampled.max(2).min(stratum.units), stratum.units)).collect();
    let share = |at: usize, rate: f64, strata: &[&mut Planned]| {
        (rate * strata[at].units as f64 * f64::from(strata[at].times)).clamp(limits[at].0 as f64, limits[at].1 as f64)
    };
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        let sum: f64 = (0..strata.len()).map(|at| share(at, middle, strata)).sum();
        if sum <= size as f64 { low = middle } else { high = middle }
    }
    let shares: Vec<f64> = (0..strata.len()).map(|at| share(at, low, strata)).collect();
    let mut left = size.saturating_sub(shares.iter().map(|share| share.floor() as usize).sum());
    let mut order: Vec<usize> = (0..strata.len()).collect();
    order
        .sort_by(|a, b| (shares[*b] - shares[*b].floor()).total_cmp(&(shares[*a] - shares[*a].floor())).then(a.cmp(b)));
    strata.iter_mut().zip(&shares).for_each(|(stratum, share)| stratum.sampled = share.floor() as usize);
    for at in order {
        if left > 0 && strata[at].sampled < strata[at].units {
            strata[at].sampled += 1;
            left -= 1;
        }
    }
}
