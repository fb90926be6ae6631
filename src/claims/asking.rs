//! Asking the data a question in the language of assertions, without a claim.

use super::breakdown::{Entry, entries};
use super::facts::Facts;
use super::measure::evaluate;
use super::parse::parse;
use super::ranking::ranked;
use super::scope::{Only, Scope};
use super::syntax::Statement;
use super::words::Words;
use crate::exact::Exact;

/// A study's data, and what words of precision mean there.
#[derive(Clone, Copy)]
pub(super) struct Asking<'f> {
    pub(super) facts: &'f Facts<'f>,
    pub(super) words: &'f Words,
}

impl<'f> Asking<'f> {
    /// Where measures are taken that name no area.
    pub(super) fn scope<'s>(&'s self, areas: &'s [usize]) -> Scope<'s> {
        Scope {
            facts: self.facts,
            words: self.words,
            areas,
            is_whole: areas.len() == self.facts.areas.len(),
            missing: None,
            known: areas,
            only: Only::All,
            row: None,
            added: None,
            width: Exact::ONE,
        }
    }

    /// A number that a quantity stands for; `None` where the data do not say it.
    pub(super) fn number(&self, areas: &[usize], quantity: &str) -> Option<Exact> {
        let parsed = parse(&format!("{quantity} = 0")).ok()?;
        let Some(Statement::Comparison { computed, .. }) = parsed.statements.first() else { return None };
        evaluate(&self.scope(areas), computed).ok()
    }

    /// The values of a breakdown, the largest first.
    pub(super) fn entries(&self, areas: &[usize], breakdown: &str) -> Option<Vec<Entry>> {
        let parsed = parse(&format!("all present in {breakdown}")).ok()?;
        let Some(Statement::Place { ranking, .. }) = parsed.statements.first() else { return None };
        entries(&self.scope(areas), ranking).ok().map(ranked)
    }
}
