//! Lists of numbers beside the returns: numbers of this and other years with their sources, and numbers as printed.

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::exact::Exact;
use crate::msg;
use crate::read::number::number;
use crate::read::{Files, tidy};
use crate::study::{Declared, DeclaredNumbers, PrintedNumbers};
use crate::wording::Message;

/// A declared number of a year.
#[derive(Clone, Debug)]
pub struct ListedNumber {
    /// The year.
    pub year: i64,
    /// The measure.
    pub measure: String,
    /// The option's key; empty where the measure has none.
    pub option: String,
    /// The number.
    pub value: Exact,
    /// The base of a count.
    pub base: Option<usize>,
    /// Where it is from.
    pub source: String,
    /// The cell with the number.
    pub place: Place,
}

/// A number as a report prints it.
#[derive(Clone, Debug)]
pub struct PrintedNumber {
    /// The item's id.
    pub item: String,
    /// The row's key.
    pub row: String,
    /// The column's id.
    pub column: String,
    /// The number as printed.
    pub value: String,
    /// The cell with the number.
    pub place: Place,
}

/// Reads a list of declared numbers.
pub fn read_declared(declared: &DeclaredNumbers, files: &Files, messages: &mut Diagnostics) -> Vec<ListedNumber> {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return Vec::new() };
    let grid = &*grid;
    let required = [&declared.measure, &declared.year, &declared.value, &declared.source];
    let Some(columns) = Columns::simple(grid, &required, messages) else { return Vec::new() };
    let [Some(measure), Some(year), Some(value), Some(source)] = required.map(|name| columns.column(name, messages))
    else {
        return Vec::new();
    };
    let (option, base) = (optional(&columns, &declared.option), optional(&columns, &declared.base));
    columns.tell(&[], messages);
    let mut all: Vec<ListedNumber> = Vec::new();
    for row in columns.rows() {
        let text = |column: usize| tidy(grid.cell(row, column));
        let mut read = |column: usize, unread: fn(String) -> Message| {
            let found = number(grid.cell(row, column)).ok().flatten();
            if found.is_none() {
                messages.push(Diagnostic::error(grid.place(row, column), unread(shown(&text(column)))));
            }
            found
        };
        let whole = |found: Exact| found.is_whole().then(|| found.rounded(crate::exact::Rounding::HalfUp));
        let year = read(year, |cell| msg!("listed-year-unreadable", cell)).and_then(whole);
        let number = read(value, |cell| msg!("listed-number-unreadable", cell));
        let base = base
            .filter(|column| !text(*column).is_empty())
            .and_then(|column| read(column, |cell| msg!("listed-base-unreadable", cell)))
            .and_then(whole)
            .and_then(|n| usize::try_from(n).ok());
        if text(source).is_empty() {
            messages.push(Diagnostic::error(grid.place(row, source), msg!("listed-number-without-source")));
        }
        let (Some(year), Some(value_read)) = (year, number) else { continue };
        all.push(ListedNumber {
            year,
            measure: text(measure),
            option: option.map(text).unwrap_or_default(),
            value: value_read,
            base,
            source: text(source),
            place: grid.place(row, value),
        });
    }
    all
}

/// Reads a list of printed numbers.
pub fn read_printed(declared: &PrintedNumbers, files: &Files, messages: &mut Diagnostics) -> Vec<PrintedNumber> {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return Vec::new() };
    let grid = &*grid;
    let required = [&declared.item, &declared.row, &declared.column, &declared.value];
    let Some(columns) = Columns::simple(grid, &required, messages) else { return Vec::new() };
    let [Some(item), Some(row_key), Some(column), Some(value)] = required.map(|name| columns.column(name, messages))
    else {
        return Vec::new();
    };
    columns.tell(&[], messages);
    let text = |row: usize, column: usize| tidy(grid.cell(row, column));
    let printed = columns.rows().map(|row| PrintedNumber {
        item: text(row, item),
        row: text(row, row_key),
        column: text(row, column),
        value: text(row, value),
        place: grid.place(row, value),
    });
    printed.collect()
}

/// A column that may be missing.
fn optional(columns: &Columns<'_>, name: &Declared<String>) -> Option<usize> {
    columns.column(name, &mut Diagnostics::new())
}
