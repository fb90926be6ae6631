//! Years side by side: what was called what, what interventions, funds and answers came to then and now, and why they changed.
//!
//! An earlier study is read, coded, weighted and counted as it is by itself (`Earlier`). A `Pair` holds it beside this year's by the
//! declared crosswalk: areas, questions, options, recipients and codes of then under their names of now. `people` says who answered
//! and what they had, `change` divides what changed into its causes, `texts` finds answers that read as before, `answers` holds the
//! answers to questions side by side, and `crosswalk` holds what is declared against what there is.

mod answers;
mod change;
mod crosswalk;
mod fine;
mod pair;
mod people;
mod texts;

use std::collections::BTreeMap;

pub use answers::{AnswerPair, answers};
pub use change::{Change, Coding, Count, Parts};
pub use crosswalk::check_crosswalk;
pub use fine::Fine;
pub use pair::{AreaPair, CodePair, DomainPair, Pair};
pub use texts::{SameText, same_texts};

use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::ledger::Ledger;
use crate::study::{EarlierStudy, Study};
use crate::survey::Input;
use crate::weighting::Weighting;

/// A study as it was read, coded, weighted and counted.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// What is declared.
    pub study: &'a Study,
    /// Its codebook.
    pub book: &'a Codebook,
    /// What was read.
    pub input: &'a Input,
    /// Its codes.
    pub codings: &'a Codings,
    /// T, S and J.
    pub weighting: &'a Weighting,
    /// What it counts.
    pub ledger: &'a Ledger,
}

/// The study of an earlier year, with its crosswalk to this one.
pub struct Earlier {
    /// What is declared.
    pub study: Study,
    /// Its codebook.
    pub book: Codebook,
    /// What was read.
    pub input: Input,
    /// Its codes.
    pub codings: Codings,
    /// T, S and J.
    pub weighting: Weighting,
    /// What it counts.
    pub ledger: Ledger,
    /// What was called what.
    pub declared: EarlierStudy,
    /// What codes of then became: the code of now, or none at all; those that are missing are called as they were.
    pub codes: BTreeMap<String, Option<String>>,
}

impl Earlier {
    /// Its year.
    pub fn year(&self) -> i64 {
        self.study.year
    }

    /// Beside this year's.
    pub fn side(&self) -> Side<'_> {
        let Self { study, book, input, codings, weighting, ledger, .. } = self;
        Side { study, book, input, codings, weighting, ledger }
    }

    /// Carries its codes over one more change of the codebook; `now` says what a code becomes.
    pub fn carry(&mut self, now: impl Fn(&str) -> Option<String>) {
        let of_then = self.book.systems.iter().flat_map(|system| &system.codes);
        let carried = of_then.map(|code| (code.id.clone(), self.code_now(&code.id).and_then(&now)));
        self.codes = carried.collect();
    }

    /// What a code of then is called now; `None` where it has become no code.
    pub fn code_now<'s>(&'s self, then: &'s str) -> Option<&'s str> {
        self.codes.get(then).map_or(Some(then), Option::as_deref)
    }
}
