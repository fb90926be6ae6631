//! Shares as reports print them.

use crate::exact::{Exact, Rounding};
use crate::wording::Language;

/// A share in percent, rounded for print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// The rounded number, in units of its last decimal: 99,9 percent is 999.
    pub scaled: i64,
    /// How many decimals it has.
    pub decimals: u32,
    /// Whether the share is above zero but less than the number: `<1 %`.
    pub below: bool,
}

/// How shares are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PercentStyle {
    /// How they are cut.
    pub rounding: Rounding,
    /// How many decimals they have.
    pub decimals: u32,
    /// Whether every share below one percent is `<1 %`, not only those that round to nothing.
    pub below_one: bool,
}

impl Percent {
    /// A share, given in percent; `None` where it is too large to be printed.
    pub fn new(percent: Exact, style: PercentStyle) -> Option<Self> {
        let scale = Exact::whole(10_i64.checked_pow(style.decimals)?);
        let scaled = percent.times(scale)?.rounded(style.rounding);
        let positive = percent > Exact::ZERO;
        if positive && style.below_one && percent < Exact::whole(1) {
            return Some(Self { scaled: 1, decimals: 0, below: true });
        }
        if positive && scaled == 0 {
            return Some(Self { scaled: 1, decimals: style.decimals, below: true });
        }
        Some(Self { scaled, decimals: style.decimals, below: false })
    }

    /// With a decimal point and without a sign, as data files have it: `83`, `99.9`, `<1`.
    pub fn plain(self) -> String {
        self.written('.', "-")
    }

    /// As a report has it: `83 %`, `<1 %`.
    pub fn text(self, language: Language) -> String {
        language.with_percent(&self.written(language.decimal_sign(), "\u{2212}"))
    }

    fn written(self, point: char, minus: &str) -> String {
        let scale = 10_u64.pow(self.decimals);
        let (whole, part) = (self.scaled.unsigned_abs() / scale, self.scaled.unsigned_abs() % scale);
        let sign = if self.below {
            "<"
        } else if self.scaled < 0 {
            minus
        } else {
            ""
        };
        match self.decimals as usize {
            0 => format!("{sign}{whole}"),
            width => format!("{sign}{whole}{point}{part:0width$}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(numerator: i128, denominator: i128, style: PercentStyle) -> String {
        let share = Exact::fraction(numerator, denominator).unwrap_or(Exact::ZERO);
        Percent::new(share, style).map(Percent::plain).unwrap_or_default()
    }

    #[test]
    fn shares_are_rounded_as_declared() {
        let usual = PercentStyle::default();
        // 12.5, 0.49, 0, -35.95 percent.
        let cases = [(25, 2, "13"), (49, 100, "<1"), (0, 1, "0"), (-719, 20, "-36"), (100, 1, "100")];
        for (numerator, denominator, expected) in cases {
            assert_eq!(printed(numerator, denominator, usual), expected);
        }
        let truncated = PercentStyle { rounding: Rounding::Truncate, ..usual };
        assert_eq!(printed(-719, 20, truncated), "-35");
        let below_one = PercentStyle { below_one: true, ..usual };
        assert_eq!(printed(81, 100, usual), "1");
        assert_eq!(printed(81, 100, below_one), "<1");
        let one_decimal = PercentStyle { decimals: 1, ..usual };
        // 495 692 106 of 496 000 000 is 99.938 percent.
        assert_eq!(printed(100 * 495_692_106, 496_000_000, one_decimal), "99.9");
        assert_eq!(printed(1, 100, one_decimal), "<0.1");
    }

    #[test]
    fn readers_see_a_comma_and_a_minus() {
        let percent = Percent { scaled: -355, decimals: 1, below: false };
        assert_eq!(percent.text(Language::Swedish), "\u{2212}35,5\u{a0}%");
        assert_eq!(percent.text(Language::English), "\u{2212}35.5%");
    }
}
