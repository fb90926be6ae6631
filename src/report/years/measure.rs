//! What is compared over years, and how it is written.

use crate::compare::Count;
use crate::exact::Exact;
use crate::report::{Percent, PercentStyle};
use crate::wording::Language;

/// What of a code or answer is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many interventions, or answers.
    Number,
    /// Their share of the base, in percent.
    Share,
    /// Funds.
    Funds,
    /// Their share of all funds, in percent.
    ShareOfFunds,
}

/// Shares have so many decimals: with none, a change of half a percentage point could not be seen.
const DECIMALS: usize = 1;

impl Measure {
    /// The words of declarations: interventions of codes, a count of answers.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("interventions", Self::Number),
        ("count", Self::Number),
        ("share", Self::Share),
        ("funds", Self::Funds),
        ("share_of_funds", Self::ShareOfFunds),
    ];

    /// Whether it is of funds.
    pub fn is_of_funds(self) -> bool {
        matches!(self, Self::Funds | Self::ShareOfFunds)
    }

    /// Whether it is in percent.
    pub fn is_share(self) -> bool {
        matches!(self, Self::Share | Self::ShareOfFunds)
    }

    /// What a count comes to; `None` where it is a share of nothing.
    pub fn of(self, count: &Count) -> Option<Exact> {
        let percent = |part: Exact, whole: Exact| part.times(Exact::whole(100))?.over(whole);
        match self {
            Self::Number => Some(Exact::count(count.number)),
            Self::Share => percent(Exact::count(count.number), Exact::count(count.of)),
            Self::Funds => Some(count.funds.exact()),
            Self::ShareOfFunds => percent(count.funds.exact(), count.of_funds.exact()),
        }
    }
}

/// How values are written: in which unit, and with which decimals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writing {
    pub measure: Measure,
    /// How much one unit of the axis of funds is.
    pub unit: i64,
    pub language: Language,
}

impl Writing {
    /// A value in the unit of the axis.
    pub fn in_unit(self, value: Exact) -> f64 {
        value.approximate() / if self.measure == Measure::Funds { self.unit as f64 } else { 1.0 }
    }

    fn decimals(self) -> usize {
        match self.measure {
            Measure::Number => 0,
            Measure::Funds if self.unit == 1 => 0,
            _ => DECIMALS,
        }
    }

    /// A value as it stands beside a dot.
    pub fn value(self, value: Exact) -> String {
        let style = PercentStyle { decimals: DECIMALS as u32, ..PercentStyle::default() };
        let share = Percent::new(value, style).filter(|_| self.measure.is_share());
        let number = || self.language.decimal(self.in_unit(value), self.decimals());
        share.map_or_else(number, |share| share.text(self.language))
    }

    /// A change with its sign; a share changes by percentage points, which its head names.
    pub fn change(self, change: Exact) -> String {
        let number = self.language.decimal(self.in_unit(change), self.decimals());
        let is_nothing = !number.contains(|digit: char| ('1'..='9').contains(&digit));
        let plus = if change > Exact::ZERO && !is_nothing { "+" } else { "" };
        format!("{plus}{number}")
    }
}
