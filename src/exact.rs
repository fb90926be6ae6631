//! Exact fractions: shares of money are rounded once, at the end, by a declared rule, and claims are decided without rounding
//! anything on the way; neither passes through floating point.

use std::cmp::Ordering;

use crate::money::{Amount, Kronor};
use crate::msg;
use crate::wording::Language;

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
    /// One.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// A fraction; `None` where the denominator is zero.
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        let common = gcd(numerator, denominator).filter(|common| *common != 0 && denominator != 0)?;
        let common = if denominator < 0 { -common } else { common };
        Some(Self { numerator: numerator / common, denominator: denominator / common })
    }

    /// A whole number.
    pub fn whole(number: impl Into<i128>) -> Self {
        Self { numerator: number.into(), denominator: 1 }
    }

    /// A count.
    pub fn count(number: usize) -> Self {
        Self { numerator: number as i128, denominator: 1 }
    }

    /// Ten to a power.
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        if exponent < 0 { Self::fraction(1, power) } else { Some(Self::whole(power)) }
    }

    /// A number written with digits and at most one decimal point, as `135.4`, with a minus in front or none.
    pub fn decimal(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = format!("{whole}{part}");
        let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(digits.strip_prefix('-').unwrap_or(&digits)) {
            return None;
        }
        Self::fraction(digits.parse().ok()?, 10_i128.checked_pow(u32::try_from(part.len()).ok()?)?)
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

    /// The nearest whole number by a rule; the largest or smallest there is where it does not fit.
    pub fn rounded(self, rounding: Rounding) -> i64 {
        let whole = i64::try_from(self.nearest(rounding).unsigned_abs()).unwrap_or(i64::MAX);
        if self.numerator < 0 { -whole } else { whole }
    }

    /// The nearest whole number by a rule.
    pub fn nearest(self, rounding: Rounding) -> i128 {
        let (whole, rest) = (self.numerator / self.denominator, (self.numerator % self.denominator).abs());
        let away = rounding == Rounding::HalfUp && rest >= self.denominator - rest;
        whole + self.numerator.signum() * i128::from(away)
    }

    /// The largest whole number that is not above it.
    pub fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// The smallest whole number that is not below it.
    pub fn ceiling(self) -> i128 {
        self.floor() + i128::from(self.denominator != 1)
    }

    /// Its size without its sign.
    pub fn size(self) -> Self {
        Self { numerator: self.numerator.saturating_abs(), ..self }
    }

    /// The whole number that it is, if so.
    pub fn as_whole(self) -> Option<i128> {
        (self.denominator == 1).then_some(self.numerator)
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

    /// The number as a language writes it, with at most so many decimals, halves rounded away from zero, and no
    /// needless zeros behind the decimal sign.
    pub fn written(self, language: Language, decimals: u32) -> String {
        let scale = 10_i128.checked_pow(decimals);
        let Some((scale, scaled)) = scale.and_then(|scale| Some((scale, self.times(Self::whole(scale))?))) else {
            return msg!("very-large-number").text(language);
        };
        let rounded = scaled.nearest(Rounding::HalfUp);
        let whole = language.integer(i64::try_from(rounded.abs() / scale).unwrap_or(i64::MAX));
        let minus = if rounded < 0 { "\u{2212}" } else { "" };
        let part = format!("{:0width$}", rounded.abs() % scale, width = decimals as usize);
        match part.trim_end_matches('0') {
            "" => format!("{minus}{whole}"),
            part => format!("{minus}{whole}{}{part}", language.decimal_sign()),
        }
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
    use proptest::prelude::*;

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

    #[test]
    fn whole_numbers_beside_a_fraction() {
        // -12.5 lies between -13 and -12; 3 is its own floor and ceiling.
        assert_eq!((of(-25, 2).floor(), of(-25, 2).ceiling()), (-13, -12));
        assert_eq!((of(3, 1).floor(), of(3, 1).ceiling()), (3, 3));
        assert_eq!((of(6, 2).as_whole(), of(5, 2).as_whole()), (Some(3), None));
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!(Exact::decimal("135.4"), Some(of(1354, 10)));
        assert_eq!(Exact::decimal("-0.5"), Some(of(-1, 2)));
        assert_eq!(["1,5", "x", "", "-", "--1"].map(Exact::decimal), [None; 5]);
    }

    #[test]
    fn numbers_are_written_without_needless_zeros() {
        assert_eq!(of(1354, 10).written(Language::Swedish, 2), "135,4");
        assert_eq!(of(-2, 3).written(Language::English, 2), "\u{2212}0.67");
        assert_eq!(of(1449, 1).written(Language::Swedish, 1), "1\u{a0}449");
    }

    proptest! {
        #[test]
        fn order_is_that_of_the_numbers(a in -1000_i128..1000, b in 1_i128..1000, c in -1000_i128..1000, d in 1_i128..1000) {
            prop_assert_eq!(of(a, b).cmp(&of(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn what_is_added_can_be_taken_away(a in -1000_i128..1000, b in 1_i128..1000, c in -1000_i128..1000, d in 1_i128..1000) {
            let sum = of(a, b).plus(of(c, d));
            prop_assert_eq!(sum.and_then(|s| s.minus(of(c, d))), Some(of(a, b)));
        }
    }
}
