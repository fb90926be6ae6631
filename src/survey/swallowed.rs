//! Rows of answers that a header takes in, because more rows are declared than it has, or because it was found where it stands
//! once more further down.

use std::collections::BTreeMap;

use super::columns::{Above, Columns};
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

/// A column of ids, recipients or amounts.
struct Asked<'n> {
    /// How amounts are meant.
    form: Option<&'n MoneyForm>,
    /// Whether it would be the column by its first header row alone: what stands below spoils the name.
    is_spoilt: bool,
}

/// Reports the first row above a table's own that holds a recipient, an id or an amount; `None` where it is taken for a part of
/// the names, so that columns are not found.
pub(super) fn report(
    columns: &Columns<'_>,
    named: &[Named<'_>],
    level: Level,
    messages: &mut Diagnostics,
) -> Option<()> {
    let mut rows = columns.passed_over().peekable();
    let asked = if rows.peek().is_some() { asked(columns, named) } else { BTreeMap::new() };
    for (row, above) in rows.filter(|(row, above)| !is_title(columns, *row, *above)) {
        let of_row = asked.iter().filter(|(_, asked)| asked.is_spoilt == (above == Above::Name));
        let mut found =
            of_row.filter_map(|(column, asked)| Some((*column, found(columns, (row, *column), asked.form, level)?)));
        let Some((column, found)) = found.next() else { continue };
        let kind = match found {
            Found::Recipient => "recipient",
            Found::Id => "id",
            Found::Amount => "amount",
        };
        let (line, value) = ((row + 1).to_string(), shown(&columns.grid.cell(row, column).written()));
        let of = if above == Above::Title { "above" } else { "within" };
        let message = msg!("header-holds-answers", line, of, rows = columns.header_rows(), kind, value);
        messages.push(Diagnostic::error(columns.grid.place(row, column), message));
        return (above != Above::Name).then_some(());
    }
    Some(())
}

/// Whether a row is a text or two above a header, or only counts the columns.
fn is_title(columns: &Columns<'_>, row: usize, above: Above) -> bool {
    let Some(cells) = columns.grid.rows.get(row) else { return true };
    let width = columns.names().iter().filter(|name| !name.is_empty()).count();
    above == Above::Title && 2 * cells.filled().count() < width || counts_columns(cells)
}

/// The columns of ids, recipients and amounts.
fn asked<'n>(columns: &Columns<'_>, named: &'n [Named<'_>]) -> BTreeMap<usize, Asked<'n>> {
    let mut asked = BTreeMap::new();
    for named in named.iter().filter(|named| named.is_respondent() || named.money().is_some()) {
        let Some(form) = compile(named.pattern()) else { continue };
        for (column, name) in columns.names().iter().enumerate() {
            let is_whole = form.is_match(name);
            if is_whole || form.is_match(&columns.first_name(column)) {
                asked.insert(column, Asked { form: named.money(), is_spoilt: !is_whole });
            }
        }
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
