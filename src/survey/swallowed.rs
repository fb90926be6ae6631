//! Rows of answers that a header takes in, because more rows are declared than it has, or because it was found where it stands
//! once more further down.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::header::compile;
use super::near::Named;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::{Cell, Row, tidy};
use crate::register::{self, Level};
use crate::study::MoneyForm;

/// What of an answer stands in a row that is not read.
enum Found {
    Recipient,
    Id,
    Amount,
}

/// Reports the first row above a table's own that names no column but holds a recipient, an id or an amount.
pub(super) fn report(columns: &Columns<'_>, named: &[Named<'_>], level: Level, messages: &mut Diagnostics) {
    let rows: Vec<(usize, bool)> = columns.passed_over().collect();
    let asked = if rows.is_empty() { BTreeMap::new() } else { asked(columns, named) };
    let grid = columns.grid;
    for (row, is_above) in rows {
        let Some(cells) = grid.rows.get(row).filter(|cells| !counts_columns(cells)) else { continue };
        // A title is a text or two.
        let width = columns.names().iter().filter(|name| !name.is_empty()).count();
        if is_above && 2 * cells.filled().count() < width {
            continue;
        }
        let found =
            asked.iter().find_map(|(column, form)| Some((*column, found(columns, (row, *column), *form, level)?)));
        let Some((column, found)) = found else { continue };
        let kind = match found {
            Found::Recipient => "recipient",
            Found::Id => "id",
            Found::Amount => "amount",
        };
        let (line, value) = ((row + 1).to_string(), shown(&grid.cell(row, column).written()));
        let of = if is_above { "above" } else { "within" };
        let message = msg!("header-holds-answers", line, of, rows = columns.header_rows(), kind, value);
        messages.push(Diagnostic::error(grid.place(row, column), message));
        return;
    }
}

/// The columns of ids, recipients and amounts; of amounts with how they are meant.
fn asked<'n>(columns: &Columns<'_>, named: &'n [Named<'_>]) -> BTreeMap<usize, Option<&'n MoneyForm>> {
    let mut asked = BTreeMap::new();
    for named in named.iter().filter(|named| named.is_respondent() || named.money().is_some()) {
        let Some(form) = compile(named.pattern()) else { continue };
        let own = columns.names().iter().enumerate().filter(|(_, name)| form.is_match(name));
        asked.extend(own.map(|(column, _)| (column, named.money())));
    }
    asked
}

fn found(
    columns: &Columns<'_>,
    (row, column): (usize, usize),
    form: Option<&MoneyForm>,
    level: Level,
) -> Option<Found> {
    let cell = columns.grid.cell(row, column);
    let text = tidy(cell);
    let found = match form {
        Some(form) => is_amount(cell, form).then_some(Found::Amount),
        None if register::find(level, &text).is_some() => Some(Found::Recipient),
        None => is_id(columns, column, &text).then_some(Found::Id),
    };
    found.filter(|_| !columns.holds_contacts(column))
}

/// Whether a cell holds money; a year is what a header says.
fn is_amount(cell: &Cell, form: &MoneyForm) -> bool {
    let is_year = matches!(tidy(cell).parse(), Ok(1900..=2100));
    !is_year && amount_as(cell, form).ok().flatten().is_some_and(|amount| amount > Amount::ZERO)
}

/// Whether a text is an id as most of the column's are, but for its numbers: `R-1` among `R-2` and `R-13`.
fn is_id(columns: &Columns<'_>, column: usize, text: &str) -> bool {
    const ENOUGH: usize = 20;
    let shape = shape(text);
    let below: Vec<String> = columns.rows().take(ENOUGH).map(|row| tidy(columns.grid.cell(row, column))).collect();
    let same = below.iter().filter(|other| self::shape(other) == shape).count();
    shape.contains('0') && 2 * same > below.len()
}

/// A text with a nought in the place of every number.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_ascii_digit() {
            true if shape.ends_with('0') => {}
            true => shape.push('0'),
            false => shape.push(c),
        }
    }
    shape
}

/// Whether a row only counts the columns: 1, 2, 3, …
fn counts_columns(row: &Row) -> bool {
    const FEWEST: usize = 3;
    let numbers: Vec<Option<i64>> = row.filled().map(|(_, cell)| tidy(cell).parse().ok()).collect();
    let follows = |pair: &[Option<i64>]| matches!(pair, [Some(one), Some(next)] if *next == one + 1);
    numbers.len() >= FEWEST && numbers.windows(2).all(follows)
}
