//! What was treated specially among the answers to a question, told once for all.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
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
        let id = shown(&question.id);
        if let Some(first) = self.not_shown.first() {
            let cells = self.not_shown.len();
            messages.push(
                Diagnostic::notice(
                    first.clone(),
                    format!("cells of the question {id} that say N/A, for it was not shown: {cells}"),
                )
                .action("such respondents are in no base of it")
                .in_swedish(
                    format!("celler i frågan {id} som säger N/A, för den har inte visats: {cells}"),
                    "",
                    "de som inte har fått den är utanför basen",
                ),
            );
        }
        if let Some(first) = self.texts.first() {
            let texts = self.texts.len();
            messages.push(
                Diagnostic::notice(
                    first.clone(),
                    format!("texts under \"other\" of the question {id} that count as ticked: {texts}"),
                )
                .action("look whether some of them mean no, or belong to another option")
                .in_swedish(
                    format!("texter under \"annat\" i frågan {id} som räknas som markerade: {texts}"),
                    "",
                    "se efter om någon av dem betyder nej, eller hör till ett annat alternativ",
                ),
            );
        }
    }
}
