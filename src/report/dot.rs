//! What a chart of codes draws: a bubble or a dot for each row of its table, what has no code included.

use super::bubble::{Bubble, BubbleMark, WithoutCode};
use super::noun::interventions;
use crate::ledger::Estimated;
use crate::money::Amount;
use crate::msg;
use crate::wording::{Language, around};

/// A dot, or bubble: what one row of the chart's table counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Position among the chart's domains.
    pub series: usize,
    /// Position among the rows of the chart's table.
    pub row: usize,
    /// The code, or the word of a state, as files have it.
    pub code: String,
    /// The name of the code, or of the state.
    pub label: String,
    /// Whether it is what has no code.
    pub is_without_code: bool,
    /// Distinct interventions.
    pub interventions: usize,
    /// Their funds.
    pub funds: Amount,
    /// What both may be, where they are estimated.
    pub estimated: Option<Estimated>,
}

impl Bubble {
    /// Everything that is drawn: the marks in their order, then what has no code.
    pub fn dots(&self, language: Language) -> Vec<Dot> {
        let codes = self.marks.iter().enumerate().map(|(at, mark)| self.dot(at, mark));
        let without = self.without_code.iter().enumerate().map(|(at, gap)| self.dot_without(at, gap, language));
        codes.chain(without).collect()
    }

    /// The dot of a mark, by its position.
    pub(super) fn dot(&self, at: usize, mark: &BubbleMark) -> Dot {
        Dot {
            series: mark.series,
            row: self.row(at),
            code: mark.code.clone(),
            label: mark.label.clone(),
            is_without_code: false,
            interventions: mark.interventions,
            funds: mark.funds,
            estimated: mark.estimated.clone(),
        }
    }

    /// The dot of what has no code, by its position there.
    pub(super) fn dot_without(&self, at: usize, gap: &WithoutCode, language: Language) -> Dot {
        Dot {
            series: gap.series,
            row: self.row_without(at),
            code: gap.state.word().to_owned(),
            label: gap.state.label().get(language).to_owned(),
            is_without_code: true,
            interventions: gap.interventions,
            funds: gap.funds,
            estimated: gap.estimated.clone(),
        }
    }

    /// What stands beside a bubble: the name of its code; what has no code with its numbers, as `Ingen kod passar: 63 av 133 insatser,
    /// 303,7 mnkr`.
    pub fn name_of(&self, dot: &Dot, language: Language) -> String {
        if !dot.is_without_code {
            return dot.label.clone();
        }
        let counted = msg!(
            "count-of",
            count = language.count(dot.interventions),
            base = interventions(self.interventions, language)
        );
        let funds = self.has_funds.then(|| language.funds(dot.funds, self.currency));
        msg!("without-code-in-chart", state = &dot.label, counted, funds = around(", ", funds, "")).text(language)
    }

    /// How what has no code, and what belongs together, is drawn, for those who do not see it.
    pub(super) fn looks(&self, language: Language) -> Option<String> {
        let hollow = (!self.without_code.is_empty()).then(|| msg!("bubble-chart-hollow").text(language));
        let joined = (self.joined && self.has_pairs()).then(|| msg!("bubble-chart-joined").text(language));
        let told: Vec<String> = hollow.into_iter().chain(joined).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// Whether a code has bubbles in two domains.
    pub fn has_pairs(&self) -> bool {
        let follows = |one: &BubbleMark| self.marks.iter().any(|other| one.is_followed_by(other));
        self.marks.iter().any(follows)
    }
}

impl BubbleMark {
    /// Whether the other is the same code in the next domain.
    pub fn is_followed_by(&self, other: &Self) -> bool {
        self.code == other.code && self.series + 1 == other.series
    }
}
