//! Shares as people read them. Rounding makes no share nothing that is something, and none everything that is less: what is above
//! zero and rounds to it is `<1 %`, what is below a hundred and rounds to it `>99 %`. Every share for people is written here.

use crate::exact::{Exact, Rounding};
use crate::wording::Language;

/// A share in percent, rounded for print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    /// The rounded number, in units of its last decimal: 99,9 percent is 999.
    pub scaled: i64,
    /// How many decimals it has.
    pub decimals: u32,
    /// What the share is to the number.
    pub bound: Bound,
}

/// What a share is to the number that stands for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// It rounds to the number.
    #[default]
    Rounded,
    /// It is above zero but less than the number: `<1 %`.
    Below,
    /// It rounds to the number, a hundred, but is less: `>99 %`.
    Above,
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
            return Some(Self { scaled: 1, decimals: 0, bound: Bound::Below });
        }
        let all = Exact::whole(100);
        let (scaled, bound) = if positive && scaled == 0 {
            (1, Bound::Below)
        } else if percent < all && Some(Exact::whole(scaled)) == all.times(scale) {
            (scaled, Bound::Above)
        } else {
            (scaled, Bound::Rounded)
        };
        Some(Self { scaled, decimals: style.decimals, bound })
    }

    /// A share that is known as a floating-point number only, as a probability is.
    pub fn near(share: f64, decimals: u32) -> Option<Self> {
        let percent = Exact::decimal(&format!("{:.9}", share * 100.0))?;
        Self::new(percent, PercentStyle { decimals, ..PercentStyle::default() })
    }

    /// A share in running text: with at most so many decimals and no needless zeros.
    pub fn in_text(percent: Exact, decimals: u32, language: Language) -> String {
        let rounded = Self::new(percent, PercentStyle { decimals, ..PercentStyle::default() });
        match rounded.filter(|rounded| rounded.is_bound()) {
            Some(bound) => bound.number(language),
            None => percent.written(language, decimals),
        }
    }

    /// Whether it is no number but a bound.
    pub fn is_bound(self) -> bool {
        self.bound != Bound::Rounded
    }

    /// With a decimal point and without a sign, as data files for programs have it: `83`, `99.9`, `<1`. What rounds to a hundred is
    /// one: the numbers that it is of stand beside it.
    pub fn plain(self) -> String {
        let rounded = if self.bound == Bound::Above { Self { bound: Bound::Rounded, ..self } } else { self };
        rounded.written('.', "-")
    }

    /// As a report has it: `83 %`, `<1 %`, `>99 %`.
    pub fn text(self, language: Language) -> String {
        language.with_percent(&self.number(language))
    }

    /// The same without its sign.
    pub fn number(self, language: Language) -> String {
        self.written(language.decimal_sign(), "\u{2212}")
    }

    fn written(self, point: char, minus: &str) -> String {
        let scale = 10_u64.pow(self.decimals);
        let (sign, number) = match self.bound {
            Bound::Below => ("<", self.scaled),
            Bound::Above => (">", self.scaled - 1),
            Bound::Rounded if self.scaled < 0 => (minus, self.scaled),
            Bound::Rounded => ("", self.scaled),
        };
        let (whole, part) = (number.unsigned_abs() / scale, number.unsigned_abs() % scale);
        match self.decimals as usize {
            0 => format!("{sign}{whole}"),
            width => format!("{sign}{whole}{point}{part:0width$}"),
        }
    }
}

impl Language {
    /// A share in whole percent, halves rounded up, exact for counts; `None` where there is no base.
    pub fn percent(self, count: usize, base: usize) -> Option<String> {
        let share = Exact::count(count).times(Exact::whole(100))?.over(Exact::count(base))?;
        Some(Percent::new(share, PercentStyle::default())?.text(self))
    }

    /// A share that is known as a floating-point number only, with so many decimals.
    pub fn percent_near(self, share: f64, decimals: u32) -> String {
        let written = Percent::near(share, decimals).map(|percent| percent.text(self));
        written.unwrap_or_else(|| self.with_percent(&self.decimal(share * 100.0, decimals as usize)))
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
        let cases = [(25, 2, "13"), (49, 100, "<1"), (0, 1, "0"), (-719, 20, "-36"), (100, 1, "100"), (995, 10, "100")];
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
        let percent = Percent { scaled: -355, decimals: 1, bound: Bound::Rounded };
        assert_eq!(percent.text(Language::Swedish), "\u{2212}35,5\u{a0}%");
        assert_eq!(percent.text(Language::English), "\u{2212}35.5%");
    }

    #[test]
    fn something_is_not_nothing_and_less_than_all_is_not_all() {
        let told = |count, base| Language::Swedish.percent(count, base).unwrap_or_default().replace('\u{a0}', " ");
        // 1/8 = 12.5 percent, 13/21 = 61.9, 1/290 = 0.34, 1/200 = 0.5, 289/290 = 99.66, 99/100 = 99.
        let cases = [(1, 8, "13 %"), (13, 21, "62 %"), (1, 290, "<1 %"), (1, 200, "1 %"), (0, 290, "0 %")];
        let upper = [(289, 290, ">99 %"), (99, 100, "99 %"), (290, 290, "100 %"), (291, 290, "100 %"), (1, 0, "")];
        for (count, base, expected) in cases.into_iter().chain(upper) {
            assert_eq!(told(count, base), expected, "{count} of {base}");
        }
        assert_eq!(Language::English.percent(1, 290).as_deref(), Some("<1%"));
        assert_eq!(Language::Swedish.percent_near(0.999_7, 1), ">99,9\u{a0}%");
        assert_eq!(Language::Swedish.percent_near(0.000_2, 1), "<0,1\u{a0}%");
        assert_eq!(Language::Swedish.percent_near(0.95, 1), "95,0\u{a0}%");
    }
}
