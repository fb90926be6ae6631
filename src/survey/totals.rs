//! Rows that are no recipients: totals, subtotals, footers.

use super::columns::{Columns, is_total};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::{Cell, Grid, plain, tidy};
use crate::study::MoneyForm;
use crate::wording::joined;

/// Whether a label reads as that of a total or subtotal.
pub(super) fn looks_like_total(label: &str) -> bool {
    const WORDS: [&str; 14] = [
        "summa",
        "summering",
        "totalt",
        "total",
        "totalsumma",
        "delsumma",
        "deltotal",
        "subtotal",
        "varav",
        "därav",
        "s:a",
        "sum",
        "riket",
        "samtliga",
    ];
    let first = label.split_whitespace().next().unwrap_or_default().to_lowercase();
    WORDS.contains(&first.trim_end_matches([':', ',', '.'])) || label.to_lowercase().starts_with("hela riket")
}

/// The columns in which a row's label may stand: those declared, and the first that holds anything.
fn labels(grid: &Grid, row: usize, declared: &[usize]) -> Vec<usize> {
    let first = grid.rows.get(row).and_then(|row| row.filled().next()).map(|(column, _)| column);
    declared.iter().copied().chain(first).collect()
}

/// Whether a row is one of the declared totals.
pub(super) fn is_declared_total(grid: &Grid, row: usize, columns: &[usize], totals: &[String]) -> bool {
    is_total(grid, row, &labels(grid, row, columns), totals)
}

/// The label of a row that reads as a total but is not declared.
pub(super) fn undeclared_total(grid: &Grid, row: usize, columns: &[usize]) -> Option<String> {
    labels(grid, row, columns)
        .into_iter()
        .map(|column| tidy(grid.cell(row, column)))
        .find(|label| looks_like_total(label))
}

/// A message for a row that reads as a total, at its label.
pub(super) fn total_message(label: &str, place: Place) -> Diagnostic {
    Diagnostic::error(place, msg!("total-undeclared", label = shown(label)))
}

/// Tells of declared labels of totals that no row below any of the headers has.
pub(super) fn report_unused(sheets: &[&Columns<'_>], totals: &[String], messages: &mut Diagnostics) {
    let Some(first) = sheets.first() else { return };
    let has = |columns: &&Columns<'_>, label: &str| {
        let mut rows = columns.grid.rows.iter().skip(columns.first_row);
        rows.any(|row| row.filled().any(|(_, cell)| plain(&cell.text()) == plain(label)))
    };
    let unused = totals.iter().filter(|label| !sheets.iter().any(|columns| has(columns, label)));
    let unused: Vec<String> = unused.map(|label| shown(label)).collect();
    if unused.is_empty() {
        return;
    }
    let message = msg!("totals-unused", labels = joined(unused, ", "));
    messages.push(Diagnostic::notice(first.grid.whole(), message));
}

/// Takes out the rows in which a single text stands and no amount, as a source or a remark; they are told once.
pub(super) fn without_notes(
    columns: &Columns<'_>,
    rows: Vec<usize>,
    is_recipient: impl Fn(usize) -> bool,
    messages: &mut Diagnostics,
) -> Vec<usize> {
    let grid = columns.grid;
    let is_note = |row: &usize| {
        let mut filled = grid.rows.get(*row).into_iter().flat_map(|row| row.filled());
        // An amount alone is that of a recipient without a name, or a total without a label.
        let says = |cell: &Cell| matches!(cell, Cell::Text(_)) && amount_as(cell, &MoneyForm::of(1)).is_err();
        matches!((filled.next(), filled.next()), (Some((_, cell)), None) if says(cell)) && !is_recipient(*row)
    };
    let (notes, rows): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(is_note);
    if let Some(first) = notes.first().copied() {
        let column = grid.rows.get(first).and_then(|row| row.filled().next()).map_or(0, |(column, _)| column);
        let message = msg!("rows-read-as-remarks", count = notes.len(), text = shown(&tidy(grid.cell(first, column))));
        messages.push(Diagnostic::notice(grid.place(first, column), message));
    }
    rows
}

/// Warns where a total of the sheet is the sum neither of all rows nor of those above it since the last total, nor of those
/// below it until the next: one of them was changed after the other.
pub(super) fn check_totals(
    columns: &Columns<'_>,
    column: usize,
    labels: &[usize],
    totals: &[String],
    form: &MoneyForm,
    messages: &mut Diagnostics,
) {
    let grid = columns.grid;
    let kronor = |row: usize| amount_as(grid.cell(row, column), form).ok().flatten();
    let is_one = |row: &usize| is_declared_total(grid, *row, labels, totals);
    let rows: Vec<usize> = columns.rows().collect();
    let sum =
        |some: &[usize]| -> Amount { some.iter().filter(|row| !is_one(row)).filter_map(|row| kronor(*row)).sum() };
    let all = sum(&rows);
    let several = rows.iter().filter(|row| is_one(row)).count() > 1;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| is_one(row)) {
        let above = rows[..at].iter().rposition(&is_one).map_or(0, |last| last + 1);
        let below = rows[at + 1..].iter().position(is_one).map_or(rows.len(), |next| at + 1 + next);
        let (above, below) = (sum(&rows[above..at]), sum(&rows[at + 1..below]));
        let label = labels_text(grid, *row, labels).to_lowercase();
        // A part of a sum, as "varav kommuner", is not said to be the sum of any rows.
        let is_part = label.starts_with("varav") || label.starts_with("därav");
        let Some(total) = kronor(*row).filter(|total| ![all, above, below].contains(total) && !is_part) else {
            continue;
        };
        let sum = if several && above != Amount::default() { above } else { all };
        let message = msg!("total-differs", column = shown(columns.name(column)), total, sum);
        messages.push(Diagnostic::warning(grid.place(*row, column), message));
    }
}

/// The first text among a row's labels.
fn labels_text(grid: &Grid, row: usize, declared: &[usize]) -> String {
    labels(grid, row, declared)
        .into_iter()
        .map(|c| tidy(grid.cell(row, c)))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}
