//! Exact fractions: shares of money are rounded once, at the end, by a declared rule, and never pass through floating
//! point.

use std::cmp::Ordering;

use crate::money::{Amount, Kronor};

/// An exact fraction in lowest terms.
///
/// Arithmetic gives `None` where a result would not fit 128 bits; with amounts of at most 10¹² kronor that needs a chain of
/// divisions by unrelated large numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: i128,
    /// Above zero.
    denominator: i128,
}

/// How a number is cut to a printed one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest; halves away from zero.
    #[default]
    HalfUp,
    /// Towards zero.
    Truncate,
}

impl Rounding {
    /// The words of declarations.
    pub const WORDS: [(&'static str, Self); 2] = [("half-up", Self::HalfUp), ("truncate", Self::Truncate)];
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// A fraction; `None` where the denominator is zero.
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        let common = gcd(numerator, denominator).filter(|common| *common != 0 && denominator != 0)?;
        let common = if denominator < 0 { -common } else { common };
        Some(Self { numerator: numerator / common, denominator: denominator / common })
    }

    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Self { numerator: i128::from(number), denominator: 1 }
    }

    /// Sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let common = gcd(self.denominator, other.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator / common)?;
        let own = self.numerator.checked_mul(other.denominator / common)?;
        let others = other.numerator.checked_mul(self.denominator / common)?;
        Self::fraction(own.checked_add(others)?, denominator)
    }

    /// Difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: other.numerator.checked_neg()?, ..other })
    }

    /// Product.
    pub fn times(self, other: Self) -> Option<Self> {
        // Cancelling first keeps the products small.
        let left = Self::fraction(self.numerator, other.denominator)?;
        let right = Self::fraction(other.numerator, self.denominator)?;
        let numerator = left.numerator.checked_mul(right.numerator)?;
        Self::fraction(numerator, left.denominator.checked_mul(right.denominator)?)
    }

    /// Quotient; `None` also where the other is zero.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::fraction(other.denominator, other.numerator)?)
    }

    /// The sum of many.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The nearest whole number by a rule.
    pub fn rounded(self, rounding: Rounding) -> i64 {
        let (size, of) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let (whole, rest) = (size / of, size % of);
        let up = rounding == Rounding::HalfUp && rest >= of - rest;
        let whole = i64::try_from(whole + u128::from(up)).unwrap_or(i64::MAX);
        if self.numerator < 0 { -whole } else { whole }
    }

    /// Whole kronor, halves away from zero.
    pub fn kronor(self) -> Kronor {
        Kronor(self.rounded(Rounding::HalfUp))
    }

    /// The amount, where it is one: whole öre that fit.
    pub fn amount(self) -> Option<Amount> {
        let ore = self.times(Self::whole(100))?;
        (ore.denominator == 1).then(|| i64::try_from(ore.numerator).ok()).flatten().map(Amount::from_ore)
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// Below, at or above zero.
    pub fn sign(self) -> Ordering {
        self.numerator.cmp(&0)
    }

    /// The nearest floating-point number, for drawing; never for sums.
    pub fn approximate(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

impl From<Amount> for Exact {
    fn from(amount: Amount) -> Self {
        Self::fraction(i128::from(amount.ore()), 100).unwrap_or(Self::ZERO)
    }
}

impl From<Kronor> for Exact {
    fn from(kronor: Kronor) -> Self {
        Self::whole(kronor.0)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.minus(*other) {
            Some(difference) => difference.sign(),
            // Too large to be subtracted, so far from equal.
            None => self.approximate().total_cmp(&other.approximate()),
        }
    }
}

/// The largest common divisor, above zero; `None` where its size does not fit.
fn gcd(a: i128, b: i128) -> Option<i128> {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i128::try_from(a).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numerator: i128, denominator: i128) -> Exact {
        Exact::fraction(numerator, denominator).unwrap_or(Exact::ZERO)
    }

    #[test]
    fn halves_go_away_from_zero_and_truncation_towards_it() {
        // 5/2 = 2.5, -5/2 = -2.5, 249/100 = 2.49, -3551/100 = -35.51.
        let cases = [(5, 2, 3, 2), (-5, 2, -3, -2), (249, 100, 2, 2), (-3551, 100, -36, -35), (6, 3, 2, 2)];
        for (numerator, denominator, half_up, truncated) in cases {
            let number = of(numerator, denominator);
            assert_eq!(number.rounded(Rounding::HalfUp), half_up, "{number:?}");
            assert_eq!(number.rounded(Rounding::Truncate), truncated, "{number:?}");
        }
    }

    #[test]
    fn arithmetic_is_exact() {
        // 1/10 + 2/10 = 3/10, which floating point misses.
        assert_eq!(of(1, 10).plus(of(2, 10)), Some(of(3, 10)));
        assert_eq!(of(1, 3).times(of(3, 7)), Some(of(1, 7)));
        assert_eq!(of(1, 3).over(Exact::ZERO), None);
        assert_eq!(of(1, -2), of(-1, 2));
        assert_eq!(Exact::sum([of(1, 6), of(1, 3), of(1, 2)]), Some(Exact::whole(1)));
        assert!(of(1, 3) < of(34, 100) && of(1, 3) > of(33, 100));
    }

    #[test]
    fn what_does_not_fit_is_no_number() {
        assert_eq!(of(i128::MAX, 1).plus(Exact::whole(1)), None);
        assert_eq!(of(1, i128::MAX).times(of(1, 3)), None);
        assert!(of(i128::MAX, 1) > of(-i128::MAX, 1));
    }

    #[test]
    fn amounts_are_whole_ore() {
        assert_eq!(of(1, 4).amount(), Some(Amount::from_ore(25)));
        assert_eq!(of(1, 3).amount(), None);
        assert_eq!(Exact::from(Amount::from_ore(12_350)).kronor(), Kronor(124));
    }
}
