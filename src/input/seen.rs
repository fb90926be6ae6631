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
        let count = |one: &str, more: &str, places: &[Place]| {
            format!("{} {}", places.len(), if places.len() == 1 { one } else { more })
        };
        if let Some(first) = self.not_shown.first() {
            let cells = count("cell", "cells", &self.not_shown);
            let celler = count("cell", "celler", &self.not_shown);
            messages.push(
                Diagnostic::notice(first.clone(), format!("{cells} of the question {id} say N/A: it was not shown"))
                    .action("such respondents are in no base of it")
                    .in_swedish(
                        format!("{celler} av frågan {id} säger N/A: den har inte visats"),
                        "",
                        "de som inte har fått den är utanför basen",
                    ),
            );
        }
        if let Some(first) = self.texts.first() {
            let cells = count("text", "texts", &self.texts);
            let celler = count("text", "texter", &self.texts);
            messages.push(
                Diagnostic::notice(
                    first.clone(),
                    format!("{cells} under \"other\" of the question {id} count as ticked"),
                )
                .action("look whether some of them mean no, or belong to another option")
                .in_swedish(
                    format!("{celler} under \"annat\" i frågan {id} räknas som markerade"),
                    "",
                    "se efter om någon av dem betyder nej, eller hör till ett annat alternativ",
                ),
            );
        }
    }
}
