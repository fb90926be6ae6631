//! Columns of codes beside those that a coding sheet declares: newer codes, or another coder's, that nobody reads.

use std::collections::BTreeSet;

use crate::codebook::Codebook;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::CodingSheet;
use crate::survey::Columns;

/// Warns of columns that no key names and most of whose filled cells hold nothing but codes.
pub(super) fn report(
    columns: &Columns<'_>,
    names: &[String],
    declared: &CodingSheet,
    read: &BTreeSet<usize>,
    book: &Codebook,
    messages: &mut Diagnostics,
) {
    // A sheet of `insats agreement` shows what each coder gave, as `activity (A)`.
    let of_coder = |name: &str| book.domains().any(|domain| name.starts_with(&format!("{domain} (")));
    for (column, name) in names.iter().enumerate().filter(|(column, name)| !read.contains(column) && !of_coder(name)) {
        let cells = columns.rows().map(|row| columns.grid.cell(row, column)).filter(|cell| !cell.is_blank());
        let cells: Vec<String> = cells.map(crate::read::tidy).collect();
        let is_code = |part: &str| part.trim().is_empty() || book.system_of(part.trim()).is_some();
        let coded = cells.iter().filter(|text| text.split(declared.separator.trim()).all(is_code)).count();
        if coded == 0 || coded * 2 <= cells.len() {
            continue;
        }
        let place = columns.grid.place(columns.first_row.saturating_sub(1), column);
        let message = msg!("code-column-undeclared", column = shown(name), cells = coded);
        messages.push(Diagnostic::warning(place, message));
    }
}
