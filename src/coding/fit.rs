//! How well the codes of a sheet fit what somebody else says of the same interventions, beyond what chance would give.
//!
//! Codes that stand in the rows of other interventions, because a column was sorted or rows were moved, are all valid and agree
//! with nobody. Two codings agree here where they have a main code in common. The measure is Cohen's kappa with the chance of
//! the area and domain; rows that fit by chance only are found as the segment whose likelihood ratio is largest.

use std::collections::BTreeMap;

use crate::codebook::{Codebook, Domain};

/// Codes as one bit each.
pub(super) type Bits = u128;

/// The main codes of codes as bits; a codebook with more codes than bits shares them, which only makes agreement likelier.
pub(super) fn mains<'c>(book: &Codebook, domain: Domain, codes: impl IntoIterator<Item = &'c str>) -> Bits {
    let known = book.codes(domain);
    let bit = |id: &str| {
        let main = book.code(domain, id).map_or(id, |code| code.main());
        known.iter().position(|code| code.id == main).map_or(0, |at| 1 << (at as u32 % Bits::BITS))
    };
    codes.into_iter().fold(0, |bits, id| bits | bit(id))
}

/// An intervention in a domain that both have coded.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// Which of the sheet's rows.
    pub(super) row: usize,
    pub(super) area: usize,
    pub(super) domain: Domain,
    pub(super) agrees: bool,
    /// How likely it is that they agree by chance.
    pub(super) chance: f64,
}

/// How well units fit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Fit {
    pub(super) units: usize,
    pub(super) agree: usize,
    by_chance: f64,
    variance: f64,
}

impl Fit {
    pub(super) fn of<'u>(units: impl IntoIterator<Item = &'u Pair>) -> Self {
        units.into_iter().fold(Self::default(), |fit, unit| Self {
            units: fit.units + 1,
            agree: fit.agree + usize::from(unit.agrees),
            by_chance: fit.by_chance + unit.chance,
            variance: fit.variance + unit.chance * (1.0 - unit.chance),
        })
    }

    /// Agreement beyond chance; 0 where chance explains everything.
    pub(super) fn kappa(self) -> f64 {
        let room = self.units as f64 - self.by_chance;
        if room > 0.0 { (self.agree as f64 - self.by_chance) / room } else { 0.0 }
    }

    /// The standard error of kappa where there is chance only.
    fn error(self) -> f64 {
        let room = self.units as f64 - self.by_chance;
        if room > 0.0 { self.variance.sqrt() / room } else { f64::INFINITY }
    }

    /// How many would agree by chance.
    pub(super) fn expected(self) -> usize {
        self.by_chance.round() as usize
    }

    /// Whether agreement is that of chance, and so many units would have shown any other.
    pub(super) fn is_chance(self) -> bool {
        const ENOUGH: usize = 20;
        self.units >= ENOUGH && self.kappa() < 0.2 && self.kappa() + 2.0 * self.error() < 0.5
    }

    /// Whether it falls to chance where others of the same kind fit.
    pub(super) fn falls_below(self, others: Self) -> bool {
        let (own, other) = (self.kappa(), others.kappa());
        let proven = others.units >= 20 && other >= 0.4;
        proven && self.units >= 8 && own < other / 3.0 && other - own > 4.0 * self.error()
    }
}

/// The chance of agreeing, by area and domain: that of two codings drawn independently from what both gave. An area with few
/// units is filled up from all.
pub(super) fn chances(pairs: &[(usize, Domain, Bits, Bits)]) -> BTreeMap<(usize, Domain), f64> {
    const FILLED_UP: f64 = 10.0;
    let mut of_areas: BTreeMap<(usize, Domain), Vec<(Bits, Bits)>> = BTreeMap::new();
    let mut of_all: BTreeMap<Domain, Vec<(Bits, Bits)>> = BTreeMap::new();
    for (area, domain, own, other) in pairs {
        of_areas.entry((*area, *domain)).or_default().push((*own, *other));
        of_all.entry(*domain).or_default().push((*own, *other));
    }
    let of_all: BTreeMap<Domain, f64> = of_all.iter().map(|(domain, pairs)| (*domain, chance(pairs))).collect();
    let filled_up = |((area, domain), pairs): (&(usize, Domain), &Vec<(Bits, Bits)>)| {
        let (units, all) = (pairs.len() as f64, of_all.get(domain).copied().unwrap_or_default());
        let filled = (units * chance(pairs) + FILLED_UP * all) / (units + FILLED_UP);
        ((*area, *domain), filled.clamp(0.02, 0.98))
    };
    of_areas.iter().map(filled_up).collect()
}

fn chance(pairs: &[(Bits, Bits)]) -> f64 {
    let count = |side: fn(&(Bits, Bits)) -> Bits| {
        let mut counts: BTreeMap<Bits, f64> = BTreeMap::new();
        pairs.iter().for_each(|pair| *counts.entry(side(pair)).or_default() += 1.0);
        counts
    };
    let (own, other) = (count(|pair| pair.0), count(|pair| pair.1));
    let agreeing = |a: Bits| other.iter().filter(move |(b, _)| a & **b != 0).map(|(_, times)| times).sum::<f64>();
    own.iter().map(|(a, times)| times * agreeing(*a)).sum::<f64>() / (pairs.len() * pairs.len()).max(1) as f64
}

/// The units, one after the other, that chance explains best against codes that fit: where they begin and end. They are in the
/// order of rows.
pub(super) fn segment(units: &[&Pair]) -> Option<(usize, usize)> {
    /// The kappa of codes that fit, supposed low.
    const FITTING: f64 = 0.5;
    /// So much evidence is not met by accident in some thousand rows.
    const ENOUGH: f64 = 12.0;
    let evidence = |unit: &Pair| {
        let fitting = unit.chance + FITTING * (1.0 - unit.chance);
        if unit.agrees { (unit.chance / fitting).ln() } else { ((1.0 - unit.chance) / (1.0 - fitting)).ln() }
    };
    let (range, _) = largest(units.iter().map(|unit| evidence(unit)), ENOUGH)?;
    Some((range.start, range.end - 1))
}

/// A unit whose codes are held against another row's, too.
pub(super) struct Moved {
    pub(super) here: Pair,
    pub(super) agrees_there: bool,
}

impl Moved {
    /// The unit as it would be there.
    pub(super) fn there(&self) -> Pair {
        Pair { agrees: self.agrees_there, ..self.here.clone() }
    }
}

/// The units, one after the other, for which it is likeliest that codes stand in the wrong row and fit another, and how much
/// evidence that is (the logarithm of the likelihood ratio). What agrees, or does not, in both rows says nothing. `fitting`
/// is the kappa of the whole: the better codes fit elsewhere, the more a single one that does not says.
pub(super) fn stretch(units: &[Moved], fitting: f64) -> Option<(std::ops::Range<usize>, f64)> {
    /// Codes that stand right give so much by accident once in some hundred sheets of a thousand rows with six shifts.
    const ENOUGH: f64 = 16.0;
    let fitting = fitting.clamp(0.2, 0.8);
    let evidence = |unit: &Moved| {
        let chance = unit.here.chance;
        let fits = chance + fitting * (1.0 - chance);
        let odds = (fits / (1.0 - fits) * (1.0 - chance) / chance).ln();
        odds * (f64::from(u8::from(unit.agrees_there)) - f64::from(u8::from(unit.here.agrees)))
    };
    largest(units.iter().map(evidence), ENOUGH)
}

/// The numbers, one after the other, whose sum is largest, if it is larger than `enough`.
fn largest(numbers: impl Iterator<Item = f64>, enough: f64) -> Option<(std::ops::Range<usize>, f64)> {
    let mut found = None;
    let (mut best, mut sum, mut from) = (enough, 0.0, 0);
    for (at, number) in numbers.enumerate() {
        if sum <= 0.0 {
            (sum, from) = (0.0, at);
        }
        sum += number;
        if sum > best {
            (best, found) = (sum, Some(from..at + 1));
        }
    }
    found.map(|range| (range, best))
}

/// Whether codes fit what is said of another domain better than of their own: how often the own and how often the other fits
/// better, over those where it makes a difference.
pub(super) fn across(rows: impl IntoIterator<Item = [Bits; 3]>) -> (usize, usize) {
    let likeness = |a: Bits, b: Bits| f64::from((a & b).count_ones()) / f64::from((a | b).count_ones().max(1));
    rows.into_iter().filter(|row| row.iter().all(|bits| *bits != 0)).fold(
        (0, 0),
        |(own, other), [codes, of_own, of_other]| {
            let (fits, crosses) = (likeness(codes, of_own), likeness(codes, of_other));
            (own + usize::from(fits > crosses), other + usize::from(crosses > fits))
        },
    )
}
