//! What was treated specially among the answers to a question, told once for all.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::Question;

/// What was treated specially among the answers to a question, told once for all.
#[derive(Default)]
pub(super) struct Seen {
    /// Cells of a question that was not shown, and the responses all of whose cells are such.
    pub(super) not_shown: Vec<Place>,
    pub(super) nothing_shown: BTreeSet<usize>,
    /// Texts that count as ticks of the option "other".
    pub(super) texts: Vec<Place>,
}

impl Seen {
    pub(super) fn report(&self, question: &Question, messages: &mut Diagnostics) {
        let told = [
            (
                self.not_shown.first(),
                msg!("cells-not-shown", count = self.not_shown.len(), question = shown(&question.id)),
            ),
            (self.texts.first(), msg!("texts-under-other", count = self.texts.len(), question = shown(&question.id))),
        ];
        for (first, message) in told {
            messages.push_all(first.map(|first| Diagnostic::notice(first.clone(), message)).as_ref());
        }
    }
}
