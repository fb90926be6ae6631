//! The rows of a dumbbell chart: what bubbles show, by code and ranked, what has no code last.

use std::cmp::Reverse;

use super::{Bubble, Dot};
use crate::coding::State;
use crate::ledger::Selection;
use crate::money::Amount;
use crate::msg;
use crate::wording::Language;

/// A row: a code or a state without one, with a dot for each domain that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DumbbellRow {
    /// What stands beside it.
    pub label: String,
    /// Whether it is what has no code.
    pub is_without_code: bool,
    /// Its dots, by domain.
    pub dots: Vec<Dot>,
}

impl DumbbellRow {
    /// The larger of its numbers.
    fn most(&self) -> usize {
        self.dots.iter().map(|dot| dot.interventions).max().unwrap_or(0)
    }
}

impl Bubble {
    /// The rows of a dumbbell chart: by the larger of their numbers, the largest first and equals in the order of the codebook; then
    /// what has no code, by its state.
    pub fn ranked(&self, language: Language) -> Vec<DumbbellRow> {
        let mut rows = self.by_code();
        // Domains of one code system share its order; of two, the first comes first.
        let is_shared = rows.iter().any(|(_, row)| row.dots.len() > 1);
        let first = |row: &DumbbellRow| row.dots.first().filter(|_| !is_shared).map(|dot| dot.series);
        rows.sort_by_key(|(place, row)| (Reverse(row.most()), first(row), *place));
        let without = State::WITHOUT_CODE.into_iter().map(|state| self.without(state, language));
        rows.into_iter().map(|(_, row)| row).chain(without.filter(|row| !row.dots.is_empty())).collect()
    }

    /// A row for every code, with its place in its code system.
    fn by_code(&self) -> Vec<(usize, DumbbellRow)> {
        let mut rows: Vec<(usize, DumbbellRow)> = Vec::new();
        for (at, mark) in self.marks.iter().enumerate() {
            let place = if let Selection::Code(_, _, code) = mark.selection { code.at() } else { 0 };
            let dot = self.dot(at, mark);
            let is_own = |row: &DumbbellRow| {
                let is_code = row.label == mark.label && row.dots.iter().all(|dot| dot.code == mark.code);
                is_code && row.dots.iter().all(|dot| dot.series != mark.series)
            };
            match rows.iter_mut().find(|(_, row)| is_own(row)) {
                Some((_, row)) => row.dots.push(dot),
                None => {
                    let row = DumbbellRow { label: mark.label.clone(), is_without_code: false, dots: vec![dot] };
                    rows.push((place, row));
                }
            }
        }
        rows
    }

    /// The row of a state without a code; without dots where no domain has it.
    fn without(&self, state: State, language: Language) -> DumbbellRow {
        let gaps = self.without_code.iter().enumerate().filter(|(_, gap)| gap.state == state);
        let dots = gaps.map(|(at, gap)| self.dot_without(at, gap, language));
        DumbbellRow { label: state.label().get(language).to_owned(), is_without_code: true, dots: dots.collect() }
    }

    /// Funds as they stand beside a dot, in the unit of the chart.
    pub fn beside_dot(&self, funds: Amount, language: Language) -> String {
        language.funds_in_unit(funds, self.unit())
    }

    /// The same with its unit.
    pub(super) fn beside_dot_with_unit(&self, funds: Amount, language: Language) -> String {
        let (number, unit) = (self.beside_dot(funds, language), self.currency.short());
        match self.unit() {
            1 => msg!("money", number, unit),
            _ => msg!("money-in-millions", number, unit, code = self.currency.code()),
        }
        .text(language)
    }
}
