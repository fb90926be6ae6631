//! Items whose cells hold nothing but the item's own text: options that were ticked, as some tools export them.

use super::Reader;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
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
        let mut cells = 0_usize;
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
        let (question, column) = (shown(&question.id), shown(&question.form.column().value));
        messages.push(Diagnostic::warning(self.header(by_number), msg!("items-hold-options", question, cells, column)));
    }
}
