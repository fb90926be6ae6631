//! Estimates in a run with `codes = "estimated"`: what an audit makes of the codes takes the place of what was counted.

use super::job::Job;
use crate::codebook::Codebook;
use crate::coding::Codings;
use crate::diagnostic::{Diagnostic, Place};
use crate::ledger::{Estimates, Ledger};
use crate::msg;
use crate::study::{CodesFrom, STUDY_FILE, Study};
use crate::survey::Input;

impl Job<'_> {
    /// Says what is missing where estimates are asked for: an audit of the study's codes.
    pub(super) fn asks_for_audit(&mut self, choice: CodesFrom) {
        if choice == CodesFrom::Estimated {
            self.messages.push(Diagnostic::error(Place::file(STUDY_FILE), msg!("no-audit")));
        }
    }

    /// The estimates of what a ledger counts; none where a run does not ask for them.
    pub(super) fn estimates(&self, _: &Study, _: &Codebook, _: &Input, _: &Codings, _: &Ledger) -> Estimates {
        Estimates::default()
    }
}
