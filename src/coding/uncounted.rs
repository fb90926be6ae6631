//! Rows of coding sheets about what does not count, for a reason that has been told.

use std::collections::BTreeMap;

use super::telling::Listed;
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::Grid;

/// Rows about respondents that are set aside or could not be read, and about their interventions.
#[derive(Default)]
pub(super) struct Uncounted {
    unread: Listed,
    /// By respondent, with the reason.
    set_aside: BTreeMap<(String, String), Listed>,
}

impl Uncounted {
    /// A row about what could not be read.
    pub(super) fn add_unread(&mut self, id: &str) {
        self.unread.add_id(id);
    }

    /// A row about a respondent that is set aside, or one of its interventions.
    pub(super) fn add_set_aside(&mut self, id: &str, respondent: &str, reason: &str) {
        self.set_aside.entry((respondent.to_owned(), reason.to_owned())).or_default().add_id(id);
    }

    /// Tells of them, once for all of a sheet.
    pub(super) fn report(self, grid: &Grid, unit: UnitKind, messages: &mut Diagnostics) {
        for ((respondent, reason), ids) in self.set_aside {
            let (rows, respondent) = (ids.count(), shown(&respondent));
            let message = msg!("codes-of-set-aside", rows, respondent, reason, ids = ids.names());
            messages.push(Diagnostic::notice(grid.whole(), message));
        }
        if self.unread.count() > 0 {
            // What the sheet misses because its units could not be read.
            let (unit, rows, ids) = (unit.word(), self.unread.count(), self.unread.names());
            messages.push(Diagnostic::notice(grid.whole(), msg!("codes-of-unread", unit, rows, ids)).follows());
        }
    }
}
