//! How many claims came out how, and what is told of those that fail.

use super::{Checked, Outcome};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;

/// How many claims came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The data bear them out.
    pub holding: usize,
    /// The data do not.
    pub failing: usize,
    /// Their intervals allow both.
    pub open: usize,
    /// The data do not say.
    pub undecided: usize,
}

impl Verified {
    /// Counts the outcomes.
    pub fn count(checked: &[Checked<'_>]) -> Self {
        let count = |outcome| checked.iter().filter(|c| c.verdict.outcome == outcome).count();
        let [holding, failing, open, undecided] =
            [Outcome::Holds, Outcome::Fails, Outcome::Open, Outcome::Undecided].map(count);
        Self { holding, failing, open, undecided }
    }

    /// All together.
    pub fn all(self) -> usize {
        self.holding + self.failing + self.open + self.undecided
    }

    /// A notice where claims fail.
    pub fn notice(self, place: Place) -> Option<Diagnostic> {
        let number = || msg!("number-in-words", count = self.failing, number = self.failing);
        (self.failing > 0)
            .then(|| Diagnostic::notice(place, msg!("claims-fail", count = self.failing, number = number())))
    }
}
