//! Numbers with what they may be: a point, and where it is estimated the ends of its interval.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::codebook::Domain;
use crate::exact::Exact;
use crate::ledger::{AreaId, Interval};

/// A number and what it may be at least and at most. Sums, differences and shares of estimates are as wide as they can be:
/// nothing is taken for granted about how their errors go together. What is asked of all areas is no sum: it has an interval of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The number.
    pub point: Exact,
    /// What it is at least.
    pub low: Exact,
    /// What it is at most.
    pub high: Exact,
    /// How far apart the values are that it can have, counted from the lowest; `None` where they lie close.
    step: Option<Exact>,
    /// What it rests on.
    pub rests: Rests,
}

/// The estimates that a number rests on; none where it was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rests {
    /// Their areas and domains.
    pub on: BTreeSet<(AreaId, Domain)>,
    /// Whether the interval of any was refused: then it is only known to be no less than nothing and no more than all.
    pub refused: bool,
}

impl Rests {
    /// What two numbers rest on together.
    pub fn and(&self, other: &Self) -> Self {
        Self { on: self.on.union(&other.on).copied().collect(), refused: self.refused || other.refused }
    }
}

/// Values that lie further apart than this many are looked at by their ends alone.
const MOST_VALUES: i128 = 10_000;

/// Whether something is so for the values that numbers may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// For all of them.
    Always,
    /// For none of them.
    Never,
    /// For some of them, as far as can be seen.
    Depends,
}

impl Truth {
    /// What is so surely, or possibly.
    pub fn of(sure: bool, possible: bool) -> Self {
        match (sure, possible) {
            (true, _) => Self::Always,
            (false, true) => Self::Depends,
            (false, false) => Self::Never,
        }
    }

    /// What is known.
    pub fn known(holds: bool) -> Self {
        Self::of(holds, holds)
    }

    /// The opposite.
    pub fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Depends => Self::Depends,
        }
    }
}

impl From<Exact> for Range {
    fn from(point: Exact) -> Self {
        Self { point, low: point, high: point, step: None, rests: Rests::default() }
    }
}

impl Range {
    /// An estimate of an area and domain, its interval made narrower by a factor. `step` is what its values come in.
    pub fn estimated(
        point: Exact,
        interval: Interval<Exact>,
        (width, step): (Exact, Option<Exact>),
        rests: Rests,
    ) -> Option<Self> {
        let from_point = |end: Exact| point.plus(end.minus(point)?.times(width)?);
        let (low, high) = (from_point(interval.low)?, from_point(interval.high)?);
        // An interval that is only thought of need not end at a value.
        let step = step.filter(|_| width == Exact::ONE);
        Some(Self { point, low, high, step, rests })
    }

    /// Whether it can be one number only.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    /// The sum of both.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        let ends = (self.low.plus(other.low)?, self.high.plus(other.high)?);
        Some(self.joined(other, self.point.plus(other.point)?, ends, self.common_step(other)))
    }

    /// The difference.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        let ends = (self.low.minus(other.high)?, self.high.minus(other.low)?);
        Some(self.joined(other, self.point.minus(other.point)?, ends, self.common_step(other)))
    }

    /// The product.
    pub fn times(&self, other: &Self) -> Option<Self> {
        let step = self.step.filter(|_| other.is_exact()).map_or(Some(None), |step| step.times(other.low).map(Some))?;
        let ends = self.corners(other, Exact::times)?;
        Some(self.joined(other, self.point.times(other.point)?, ends, step.map(Exact::size)))
    }

    /// The quotient; `None` also where the other may be zero.
    pub fn over(&self, other: &Self) -> Option<Self> {
        if other.low <= Exact::ZERO && other.high >= Exact::ZERO {
            return None;
        }
        let step = self.step.filter(|_| other.is_exact()).map_or(Some(None), |step| step.over(other.low).map(Some))?;
        let ends = self.corners(other, Exact::over)?;
        Some(self.joined(other, self.point.over(other.point)?, ends, step.map(Exact::size)))
    }

    /// One where there is something, zero where there is nothing.
    pub fn occurs(self) -> Self {
        let one = |number: Exact| if number > Exact::ZERO { Exact::ONE } else { Exact::ZERO };
        Self { point: one(self.point), low: one(self.low), high: one(self.high), step: Some(Exact::ONE), ..self }
    }

    /// The larger of both.
    pub fn max(self, other: Self) -> Self {
        let ends = (self.low.max(other.low), self.high.max(other.high));
        self.joined(&other, self.point.max(other.point), ends, None)
    }

    /// The smaller of both.
    pub fn min(self, other: Self) -> Self {
        let ends = (self.low.min(other.low), self.high.min(other.high));
        self.joined(&other, self.point.min(other.point), ends, None)
    }

    /// Another number that comes of both.
    pub fn joined(&self, other: &Self, point: Exact, (low, high): (Exact, Exact), step: Option<Exact>) -> Self {
        Self { point, low, high, step, rests: self.rests.and(&other.rests) }
    }

    /// What the values of a sum come in: those of the one that may be several, or of both where they are the same.
    fn common_step(&self, other: &Self) -> Option<Exact> {
        match (self.is_exact(), other.is_exact()) {
            (_, true) => self.step,
            (true, false) => other.step,
            (false, false) => self.step.filter(|step| Some(*step) == other.step),
        }
    }

    fn corners(&self, other: &Self, result: fn(Exact, Exact) -> Option<Exact>) -> Option<(Exact, Exact)> {
        let [a, b, c, d] =
            [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)]
                .map(|(one, other)| result(one, other));
        let corners = [a?, b?, c?, d?];
        corners.into_iter().min().zip(corners.into_iter().max())
    }

    /// Whether a number keeps a relation to another. `side` says of two numbers whether the first keeps it, lies below all
    /// numbers that keep it, or above them: such numbers lie together.
    pub fn keeps(&self, other: &Self, side: impl Fn(Exact, Exact) -> Option<Ordering>) -> Option<Truth> {
        if let Some(values) = self.values().filter(|_| other.is_exact()) {
            let kept = values.map(|value| side(value, other.low).map(Ordering::is_eq));
            let kept: Vec<bool> = kept.collect::<Option<_>>()?;
            return Some(Truth::of(kept.iter().all(|kept| *kept), kept.iter().any(|kept| *kept)));
        }
        let ends = |range: &Self| [range.low, range.high];
        let corners = ends(self).into_iter().flat_map(|own| ends(other).map(|other| side(own, other)));
        let corners: Vec<Ordering> = corners.collect::<Option<_>>()?;
        let all = |wanted: Ordering| corners.iter().all(|corner| *corner == wanted);
        Some(Truth::of(all(Ordering::Equal), !all(Ordering::Less) && !all(Ordering::Greater)))
    }

    /// All values that it can have, where they are not too many.
    fn values(&self) -> Option<impl Iterator<Item = Exact> + use<'_>> {
        let step = self.step.filter(|step| *step > Exact::ZERO)?;
        let steps = self.high.minus(self.low)?.over(step)?.floor();
        let value = move |at: i128| self.low.plus(step.times(Exact::whole(at))?);
        (steps <= MOST_VALUES).then(|| (0..=steps).filter_map(value))
    }
}

#[cfg(test)]
impl Range {
    /// A count with its interval, for tests.
    pub fn of_count(point: i128, low: i128, high: i128) -> Self {
        let [point, low, high] = [point, low, high].map(Exact::whole);
        Self { point, low, high, step: Some(Exact::ONE), rests: Rests::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::syntax::Symbol;

    fn range(point: i128, low: i128, high: i128) -> Range {
        Range::of_count(point, low, high)
    }

    fn ends(range: Option<Range>) -> Option<[Exact; 3]> {
        range.map(|range| [range.point, range.low, range.high])
    }

    fn ratio(numerator: i128, denominator: i128) -> Exact {
        Exact::fraction(numerator, denominator).unwrap_or(Exact::ZERO)
    }

    #[test]
    fn arithmetic_is_as_wide_as_it_can_be() {
        // 10 (8 to 13) and 4 (2 to 5).
        let (a, b) = (range(10, 8, 13), range(4, 2, 5));
        let whole = |values: [i128; 3]| Some(values.map(Exact::whole));
        assert_eq!(ends(a.plus(&b)), whole([14, 10, 18]));
        assert_eq!(ends(a.minus(&b)), whole([6, 3, 11]));
        assert_eq!(ends(a.times(&b)), whole([40, 16, 65]));
        assert_eq!(ends(a.over(&b)), Some([ratio(5, 2), ratio(8, 5), ratio(13, 2)]));
        assert_eq!(ends(Some(a.clone().max(b.clone()))), whole([10, 8, 13]));
        assert_eq!(ends(Some(a.clone().min(b))), whole([4, 2, 5]));
        // What may be zero is no base.
        assert_eq!(a.over(&range(1, 0, 2)), None);
    }

    #[test]
    fn counts_are_looked_at_one_by_one() {
        // Between 2 and 5 no whole number lies above 3 and below 4; as a share of 10 none lies above 3/10 and below 4/10.
        let between = |low: Exact, high: Exact| {
            move |own: Exact, _: Exact| {
                Some(if own <= low {
                    Ordering::Less
                } else if own >= high {
                    Ordering::Greater
                } else {
                    Ordering::Equal
                })
            }
        };
        let (count, ten) = (range(3, 2, 5), Range::from(Exact::whole(10)));
        let none = Range::from(Exact::ZERO);
        assert_eq!(count.keeps(&none, between(Exact::whole(3), Exact::whole(4))), Some(Truth::Never));
        let share = count.over(&ten).unwrap_or_else(|| none.clone());
        assert_eq!(share.keeps(&none, between(ratio(3, 10), ratio(4, 10))), Some(Truth::Never));
        assert_eq!(share.keeps(&none, between(ratio(3, 10), ratio(5, 10))), Some(Truth::Depends));
        // What does not come in steps may lie between them.
        let close = Range { step: None, ..count };
        assert_eq!(close.keeps(&none, between(Exact::whole(3), Exact::whole(4))), Some(Truth::Depends));
    }

    #[test]
    fn relations_hold_for_all_values_for_none_or_for_some() {
        let keeps = |own: Range, symbol: Symbol, other: Range| own.keeps(&other, |a, b| Some(symbol.side(a, b)));
        let exact = |number: i128| Range::from(Exact::whole(number));
        assert_eq!(keeps(range(10, 8, 13), Symbol::Above, exact(7)), Some(Truth::Always));
        assert_eq!(keeps(range(10, 8, 13), Symbol::Above, exact(8)), Some(Truth::Depends));
        assert_eq!(keeps(range(10, 8, 13), Symbol::Above, exact(13)), Some(Truth::Never));
        assert_eq!(keeps(range(10, 8, 13), Symbol::Equal, exact(14)), Some(Truth::Never));
        assert_eq!(keeps(range(10, 8, 13), Symbol::Equal, exact(9)), Some(Truth::Depends));
        assert_eq!(keeps(range(10, 8, 13), Symbol::AtMost, range(15, 13, 18)), Some(Truth::Always));
        assert_eq!(keeps(range(10, 8, 13), Symbol::Below, range(15, 13, 18)), Some(Truth::Depends));
        assert_eq!(keeps(range(10, 8, 13), Symbol::AtLeast, range(15, 14, 18)), Some(Truth::Never));
    }
}
