//! Items whose cells hold nothing but the item's own text: options that were ticked, as some tools export them.

use super::Reader;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::spelling::alike;
use crate::study::Question;
use crate::survey::likeness::is_other;
use crate::survey::options::ColumnsByBlock;

impl Reader<'_> {
    /// Warns of a question on a scale that is one of options to tick: as items, each would have its own base.
    pub(super) fn report_own_text(
        &self,
        question: &Question,
        options: &[String],
        by_number: &ColumnsByBlock,
        messages: &mut Diagnostics,
    ) {
        let mut cells = 0;
        for (option, text) in self.rows.iter().flat_map(|at| {
            let columns = by_number.get(&at.number).into_iter().flatten();
            let named = options.iter().zip(columns).filter_map(|(option, column)| Some((option, (*column)?)));
            named.map(|(option, column)| (option, self.meaning(at.row, column)))
        }) {
            if text.is_empty() || is_other(option) {
                continue;
            }
            if alike(&text) != alike(option) {
                return;
            }
            cells += 1;
        }
        if cells < 2 || options.len() < 2 {
            return;
        }
        let id = shown(&question.id);
        let column = shown(&question.form.column().value);
        messages.push(
            Diagnostic::warning(
                self.header(by_number),
                format!("the columns of the question {id} hold nothing but their own options: {cells} filled cells"),
            )
            .expected("answers on a scale, the same for every item")
            .action(format!(
                "declare it as ticked = {column}, without answers; as items, every option has only those as its base who chose it"
            ))
            .in_swedish(
                format!("kolumnerna för frågan {id} innehåller bara sina egna alternativ: {cells} ifyllda celler"),
                "svar på en skala, samma för alla delfrågor",
                &format!(
                    "deklarera den som ticked = {column}, utan answers; som items får varje alternativ bara dem som valt det som bas"
                ),
            ),
        );
    }
}
