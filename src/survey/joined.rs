//! Ids that are made of one column or of several, joined by `-`.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::tidy;
use crate::study::Declared;

/// The sign between the parts of an id.
const JOIN: &str = "-";

/// The columns of an id's further parts; `None` where one is not there, which is reported.
pub fn rest(columns: &Columns<'_>, names: &[Declared<String>], messages: &mut Diagnostics) -> Option<Vec<usize>> {
    let found: Vec<Option<usize>> = names.iter().map(|name| columns.column(name, messages)).collect();
    found.into_iter().collect()
}

/// The id in a row; empty where all its parts are blank. A single blank part is reported.
pub fn read(columns: &Columns<'_>, row: usize, first: usize, rest: &[usize], messages: &mut Diagnostics) -> String {
    let grid = columns.grid;
    let all: Vec<usize> = std::iter::once(first).chain(rest.iter().copied()).collect();
    let parts: Vec<String> = all.iter().map(|column| tidy(grid.cell(row, *column))).collect();
    if parts.iter().all(String::is_empty) {
        return String::new();
    }
    for (column, _) in all.iter().zip(&parts).filter(|(_, part)| part.is_empty()) {
        let message = msg!("id-part-missing", part = shown(columns.name(*column)));
        messages.push(Diagnostic::error(grid.place(row, *column), message));
    }
    parts.join(JOIN)
}
