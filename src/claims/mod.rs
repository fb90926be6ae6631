//! Claims: what the report's prose says in numbers, checked against the study's data at every run.
//!
//! A claim is a sentence and an assertion. The language of assertions is defined in docs/reference/claims.md; `token` and `parse` read
//! it, `syntax` is what it says. `facts` lays out the study's data once; `select`, `measure` and `breakdown` ask them, in
//! exact fractions, `ranking` orders them; where numbers are estimated `estimated` gives their intervals, `range` reckons with
//! them and `between` orders them, `counted` tells where they are none; `verdict` decides, `describe` puts what is true into words, and `words` holds what words of
//! precision mean. `earlier` lays out an earlier year under the names of now, `years` asks it, `dated` says which years an assertion names.
//! `numbers` finds the numbers in a sentence, `asking` asks without a claim, `tally` counts every breakdown, `draft` writes claims that hold, `headlines` judges what stands above items. The room `manuscript` compares a text
//! with the claims.

mod asking;
mod between;
mod breakdown;
mod checks;
mod claim;
mod counted;
mod dated;
mod describe;
pub mod draft;
mod earlier;
mod estimated;
mod facts;
mod file;
pub mod headlines;
mod measure;
pub mod numbers;
mod open;
pub mod parse;
pub mod quantifiers;
mod quantity;
mod range;
mod ranking;
mod renamed;
mod renewed;
mod said;
mod scope;
mod select;
mod sentences;
mod silent;
mod sort;
mod spoken;
mod stated;
pub mod syntax;
mod table;
mod tables;
mod tally;
mod texts;
pub mod token;
mod verdict;
mod verified;
mod walk;
pub mod words;
mod years;

use rayon::prelude::*;

pub use claim::{Basis, Claim};
pub use counted::by_counting;
pub use facts::Facts;
pub use file::{Claims, rows_with};
pub use quantity::{NoNumber, breaks_of, quantity};
pub use renamed::renamed;
pub use renewed::renewed;
pub use said::Said;
pub use sentences::{sentences, sentences_of_drafts};
pub use spoken::Spoken;
pub use stated::{Agreement, agreement, states};
pub use table::{chapter, data};
pub use tally::{Measured, Tallied, Tally, Total, Totalled, tallies, totals};
pub use verdict::{Outcome, Verdict};
pub use verified::Verified;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::exact::Exact;
use scope::{Only, Scope};
use token::Mistake;

/// A claim with what came of it.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What came of it.
    pub verdict: Verdict,
}

impl Claims {
    /// Decides every claim, several at a time; claims whose assertions are wrong are reported.
    pub fn verify(&self, facts: &Facts<'_>, messages: &mut Diagnostics) -> Vec<Checked<'_>> {
        let decided: Vec<_> = self.claims.par_iter().map(|claim| (claim, self.decide(claim, facts))).collect();
        messages.push_all(&self.wrong);
        let mut checked = Vec::new();
        for (claim, verdict) in decided {
            match verdict {
                Ok(verdict) => checked.push(Checked { claim, verdict }),
                Err(wrong) => wrong.into_iter().for_each(|message| messages.push(message)),
            }
        }
        checked
    }

    /// The messages of claims that cannot be read, or that are wrong before any data decide them.
    pub fn unreadable(&self) -> impl Iterator<Item = &Diagnostic> {
        let unreadable = self.claims.iter().filter_map(|claim| match &claim.basis {
            Basis::Unreadable(message) => Some(&**message),
            Basis::Assertion(_) | Basis::Reason(_) => None,
        });
        unreadable.chain(&self.wrong)
    }

    fn decide(&self, claim: &Claim, facts: &Facts<'_>) -> Result<Verdict, Vec<Diagnostic>> {
        let all: Vec<usize> = (0..facts.areas.len()).collect();
        let areas = match facts.area(&claim.area) {
            Some(area) => vec![area],
            None if claim.area.is_empty() || claim.area == "all" => all,
            None => return Err(vec![checks::unknown_area(claim, facts.areas.iter().map(|area| area.id))]),
        };
        match &claim.basis {
            Basis::Unreadable(message) => Err(vec![(**message).clone()]),
            Basis::Reason(reason) => Ok(Verdict::undecided(reason.clone())),
            Basis::Assertion(assertion) => {
                let words = claim.words.as_ref().unwrap_or(&self.words);
                let is_whole = facts.area(&claim.area).is_none();
                let scope = Scope {
                    facts,
                    words,
                    areas: &areas,
                    is_whole,
                    missing: None,
                    known: &areas,
                    only: Only::All,
                    row: None,
                    added: None,
                    width: Exact::ONE,
                };
                let verdict = verdict::decide(&scope, assertion, &claim.statement);
                let message = |mistake: Mistake| mistake.of_claim(&claim.id, claim.assertion_place.clone());
                verdict.map_err(|mistakes| mistakes.into_iter().map(message).collect())
            }
        }
    }
}
