//! The numbers of recipients in a register, by which pots are distributed.

use super::columns::Columns;
use super::totals::is_declared_total;
use crate::diagnostic::{Diagnostic, Diagnostics, shown, shown_whole};
use crate::exact::Exact;
use crate::msg;
use crate::read::number::{NoCount, count, is_percent};
use crate::read::{Grid, tidy};
use crate::study::Register;
use crate::wording::first_of;

/// The number in a cell, whose decimal sign the study may declare; one that cannot be used is reported.
pub(super) fn read_number(
    grid: &Grid,
    (row, column): (usize, usize),
    decimal: Option<char>,
    messages: &mut Diagnostics,
) -> Option<Exact> {
    let cell = grid.cell(row, column);
    let value = || shown(&cell.text());
    let told = match count(cell, decimal) {
        Ok(_) if is_percent(cell) => msg!("register-number-percent", value = value()),
        Ok(number) => return number,
        Err(NoCount::Unreadable) => msg!("register-number-unreadable", value = value()),
        Err(NoCount::Sign) => msg!("register-number-of-two-meanings", value = value()),
        Err(NoCount::Negative) => msg!("register-number-negative", value = value()),
    };
    messages.push(Diagnostic::error(grid.place(row, column), told));
    None
}

/// Warns of numbers with decimals among numbers of which most are whole: what is counted in whole ones has none.
pub(super) fn report_decimals(
    declared: &Register,
    columns: &Columns<'_>,
    (column, labels): (usize, &[usize]),
    messages: &mut Diagnostics,
) {
    const NAMED: usize = 5;
    let grid = columns.grid;
    let read = |row: usize| count(grid.cell(row, column), declared.decimal).ok().flatten().map(|number| (row, number));
    let is_total = |row: &usize| is_declared_total(grid, *row, labels, &declared.totals);
    let all: Vec<(usize, Exact)> = columns.rows().filter(|row| !is_total(row)).filter_map(read).collect();
    let parts: Vec<usize> = all.iter().filter(|(_, number)| !number.is_whole()).map(|(row, _)| *row).collect();
    let Some(first) = parts.first().filter(|_| 2 * parts.len() <= all.len()) else { return };
    let values = first_of(parts.iter().map(|row| shown(&tidy(grid.cell(*row, column)))), NAMED, ", ");
    let (name, count, all) = (shown_whole(columns.name(column)), parts.len(), all.len());
    let message = msg!("register-numbers-with-decimals", column = name, count, all, values);
    messages.push(Diagnostic::warning(grid.place(*first, column), message));
}
