//! Kronor as whole numbers.
//!
//! No floating point reaches a sum that is published: what was reported is kept in öre, what is paid out and what is
//! published in whole kronor.

mod codes;
mod currency;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Serialize, Serializer};

pub use codes::{is_ambiguous, iso_code};
pub use currency::{Currency, Denomination};

/// Whole kronor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kronor(pub i64);

/// A reported amount, in öre (hundredths of a krona).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    ore: i64,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self { ore: 0 };

    /// From öre.
    pub fn from_ore(ore: i64) -> Self {
        Self { ore }
    }

    /// From whole kronor.
    ///
    /// # Errors
    /// `None` where the öre do not fit 64 bits.
    pub fn from_kronor(kronor: i64) -> Option<Self> {
        kronor.checked_mul(100).map(Self::from_ore)
    }

    /// The amount in öre.
    pub fn ore(self) -> i64 {
        self.ore
    }

    /// In whole kronor, halves rounded up.
    pub fn rounded(self) -> Kronor {
        Kronor(self.ore.saturating_add(50).div_euclid(100))
    }

    /// The number in a unit, for drawing and for text; never for sums.
    pub fn in_unit(self, unit: i64) -> f64 {
        self.ore as f64 / (100.0 * unit as f64)
    }

    /// The whole kronor, where there are no öre beside them.
    pub fn whole(self) -> Option<Kronor> {
        (self.ore % 100 == 0).then_some(Kronor(self.ore / 100))
    }
}

impl Add for Kronor {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Kronor {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl From<Kronor> for Amount {
    fn from(kronor: Kronor) -> Self {
        Self::from_ore(kronor.0.saturating_mul(100))
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::from_ore(self.ore + other.ore)
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::from_ore(self.ore - other.ore)
    }
}

impl Sum for Kronor {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self(all.map(|k| k.0).sum())
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        Self::from_ore(all.map(|a| a.ore).sum())
    }
}

impl fmt::Display for Kronor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Kronor, with a decimal point and two digits where there are öre: the form of the data files.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.ore < 0 { "-" } else { "" };
        let ore = self.ore.unsigned_abs();
        match ore % 100 {
            0 => write!(f, "{sign}{}", ore / 100),
            part => write!(f, "{sign}{}.{part:02}", ore / 100),
        }
    }
}

/// A whole number where it is one, as JSON has numbers.
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(Kronor(whole)) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.ore as f64 / 100.0),
        }
    }
}

/// How much one unit of a chart's axis is, so that its numbers are short: a million, a thousand, or one.
pub fn unit_of_axis(largest: i64) -> i64 {
    [1_000_000, 1_000].into_iter().find(|unit| largest >= *unit).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_show_ore_only_where_there_are_any() {
        assert_eq!(Amount::from_ore(12_345).to_string(), "123.45");
        assert_eq!(Amount::from_ore(-5).to_string(), "-0.05");
        assert_eq!(Amount::from_ore(17_200_000).to_string(), "172000");
        assert_eq!(Amount::from_ore(12_345).whole(), None);
    }
}
