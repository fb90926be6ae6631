//! Exact fractions: a claim is decided without rounding anything on the way.

use std::cmp::Ordering;

use crate::wording::Language;

/// A fraction in lowest terms; the denominator is above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// A whole number.
    pub fn whole(number: impl Into<i128>) -> Self {
        Self { numerator: number.into(), denominator: 1 }
    }

    /// A count.
    pub fn count(number: usize) -> Self {
        Self { numerator: number as i128, denominator: 1 }
    }

    /// A fraction; `None` where the denominator is zero.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let shared = greatest_common_divisor(numerator, denominator) * denominator.signum();
        Some(Self { numerator: numerator / shared, denominator: denominator / shared })
    }

    /// The sum; `None` beyond 128 bits.
    pub fn plus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The difference; `None` beyond 128 bits.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: other.numerator.checked_neg()?, ..other })
    }

    /// The product; `None` beyond 128 bits.
    pub fn times(self, other: Self) -> Option<Self> {
        let crossed = Self::new(self.numerator, other.denominator)?;
        let other = Self::new(other.numerator, self.denominator)?;
        Self::new(crossed.numerator.checked_mul(other.numerator)?, crossed.denominator.checked_mul(other.denominator)?)
    }

    /// The quotient; `None` where the divisor is zero, or beyond 128 bits.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.denominator, other.numerator)?)
    }

    /// The largest whole number that is not above it.
    pub fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// The smallest whole number that is not below it.
    pub fn ceiling(self) -> i128 {
        -(-self.numerator).div_euclid(self.denominator)
    }

    /// The nearest whole number, halves away from zero.
    pub fn rounded(self) -> i128 {
        let (number, denominator) = (self.numerator.abs(), self.denominator);
        let (whole, rest) = (number / denominator, number % denominator);
        self.numerator.signum() * (whole + i128::from(rest >= denominator - rest))
    }

    /// The whole number towards zero.
    pub fn truncated(self) -> i128 {
        self.numerator / self.denominator
    }

    /// The whole number that it is, if so.
    pub fn as_whole(self) -> Option<i128> {
        (self.denominator == 1).then_some(self.numerator)
    }

    /// Its size without its sign.
    pub fn size(self) -> Self {
        Self { numerator: self.numerator.abs(), ..self }
    }

    /// Ten to a power.
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        if exponent < 0 { Self::new(1, power) } else { Some(Self::whole(power)) }
    }

    /// A decimal number as `135.4`, or `None`.
    pub fn decimal(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{part}");
        let negative = digits.starts_with('-');
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(digits.trim_start_matches('-')) {
            return None;
        }
        let number = Self::new(digits.parse().ok()?, 10_i128.checked_pow(u32::try_from(part.len()).ok()?)?)?;
        Some(if negative && number.numerator > 0 { number.times(Self::whole(-1))? } else { number })
    }

    /// The number as a language writes it, with at most so many decimals, halves rounded away from zero, and no
    /// needless zeros behind the decimal sign.
    pub fn written(self, language: Language, decimals: u32) -> String {
        let Some(scaled) = 10_i128.checked_pow(decimals).and_then(|scale| self.times(Self::whole(scale))) else {
            return language.pick("ett mycket stort tal", "a very large number").to_owned();
        };
        let rounded = scaled.rounded();
        let scale = 10_i128.pow(decimals);
        let whole = language.integer(i64::try_from(rounded.abs() / scale).unwrap_or(i64::MAX));
        let minus = if rounded < 0 { "\u{2212}" } else { "" };
        let part = format!("{:0width$}", rounded.abs() % scale, width = decimals as usize);
        match part.trim_end_matches('0') {
            "" => format!("{minus}{whole}"),
            part => format!("{minus}{whole}{}{part}", language.pick(",", ".")),
        }
    }
}

impl Ord for Ratio {
    /// By continued fractions, so that no product can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = ((self.numerator, self.denominator), (other.numerator, other.denominator));
        let mut turned = false;
        loop {
            let wholes = (left.0.div_euclid(left.1), right.0.div_euclid(right.1));
            let rests = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
            let found = match wholes.0.cmp(&wholes.1) {
                Ordering::Equal if rests.0 == 0 || rests.1 == 0 => rests.0.cmp(&rests.1),
                Ordering::Equal => {
                    (left, right) = ((left.1, rests.0), (right.1, rests.1));
                    turned = !turned;
                    continue;
                }
                unequal => unequal,
            };
            return if turned { found.reverse() } else { found };
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(numerator: i128, denominator: i128) -> Ratio {
        Ratio::new(numerator, denominator).unwrap_or(Ratio::ZERO)
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        // 12.5 is 13, -12.5 is -13, 12.49 is 12; towards zero 12 and -12.
        assert_eq!(ratio(25, 2).rounded(), 13);
        assert_eq!(ratio(-25, 2).rounded(), -13);
        assert_eq!(ratio(1249, 100).rounded(), 12);
        assert_eq!((ratio(25, 2).truncated(), ratio(-25, 2).truncated()), (12, -12));
        assert_eq!((ratio(-25, 2).floor(), ratio(-25, 2).ceiling()), (-13, -12));
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(Ratio::decimal("135.4"), Some(ratio(1354, 10)));
        assert_eq!(Ratio::decimal("-0.5"), Some(ratio(-1, 2)));
        assert_eq!([Ratio::decimal("1,5"), Ratio::decimal("x"), Ratio::decimal("")], [None; 3]);
    }

    #[test]
    fn numbers_are_written_without_needless_zeros() {
        assert_eq!(ratio(1354, 10).written(Language::Swedish, 2), "135,4");
        assert_eq!(ratio(-2, 3).written(Language::English, 2), "\u{2212}0.67");
        assert_eq!(ratio(1449, 1).written(Language::Swedish, 1), "1\u{a0}449");
    }

    proptest! {
        #[test]
        fn order_is_that_of_the_numbers(a in -1000_i128..1000, b in 1_i128..1000, c in -1000_i128..1000, d in 1_i128..1000) {
            prop_assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn what_is_added_can_be_taken_away(a in -1000_i128..1000, b in 1_i128..1000, c in -1000_i128..1000, d in 1_i128..1000) {
            let sum = ratio(a, b).plus(ratio(c, d));
            prop_assert_eq!(sum.and_then(|s| s.minus(ratio(c, d))), Some(ratio(a, b)));
        }
    }
}
