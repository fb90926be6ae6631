//! Numbers in billionths: fine enough for shares of funds, and sums of them are exact.

use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use crate::exact::{Exact, Rounding};
use crate::money::Amount;

/// A number in billionths, of interventions or of whole units of a currency.
///
/// Parts of a change are divided by the sums of every recipient, which have no common denominator that 128 bits hold. Each is rounded
/// once, here; what is added up afterwards is added up exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fine(i128);

/// So many make one.
const ONE: i128 = 1_000_000_000;
/// Billionths of a unit of currency in an öre.
const ORE: i128 = ONE / 100;

impl Fine {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A count.
    pub fn count(number: usize) -> Self {
        Self(number as i128 * ONE)
    }

    /// A part of a number: times `numerator`, over `denominator`; nothing where the latter is zero.
    pub(super) fn part(self, numerator: i64, denominator: i64) -> Self {
        let (numerator, denominator) = (i128::from(numerator), i128::from(denominator));
        match denominator {
            0 => Self::ZERO,
            _ => Self(nearest(self.0.saturating_mul(numerator), denominator)),
        }
    }

    /// Half of it.
    pub(super) fn half(self) -> Self {
        Self(nearest(self.0, 2))
    }

    /// Times a factor, to the nearest billionth.
    pub(super) fn times(self, factor: Exact) -> Self {
        let product = Exact::whole(self.0).times(factor);
        product.map_or(self, |product| Self(product.nearest(Rounding::HalfUp)))
    }

    /// As a fraction.
    pub fn exact(self) -> Exact {
        Exact::fraction(self.0, ONE).unwrap_or(Exact::ZERO)
    }

    /// As an amount, to the nearest öre.
    pub fn amount(self) -> Amount {
        Amount::from_ore(i64::try_from(nearest(self.0, ORE)).unwrap_or(i64::MAX))
    }

    /// The nearest floating-point number.
    pub fn value(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

/// To the nearest; halves away from zero.
fn nearest(numerator: i128, denominator: i128) -> i128 {
    let (numerator, denominator) = if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    whole + if 2 * rest.abs() >= denominator { rest.signum() } else { 0 }
}

impl From<Amount> for Fine {
    fn from(amount: Amount) -> Self {
        Self(i128::from(amount.ore()) * ORE)
    }
}

impl Add for Fine {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Fine {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Fine {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Fine {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_rounded_once() {
        // 100 kr · 1/3 = 33.333 333 333; three thirds miss the whole by a billionth.
        let third = Fine::from(Amount::from_ore(10_000)).part(1, 3);
        assert_eq!(third, Fine(33_333_333_333));
        assert_eq!(third + third + third, Fine(99_999_999_999));
        assert_eq!(third.amount(), Amount::from_ore(3_333));
        assert_eq!(Fine::count(1).part(-1, 2).half(), Fine(-250_000_000));
        assert_eq!(Fine::count(5).part(1, 0), Fine::ZERO);
    }
}
