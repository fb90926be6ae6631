//! Amounts that are probably no amounts: the rows' own codes, or years.

use super::columns::Columns;
use super::money_like::{is_date, is_organisation_number, is_year};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::Kronor;
use crate::msg;
use crate::read::amount::amount_as;
use crate::register::Recipient;
use crate::study::MoneyForm;

/// Warns where all amounts of a column are the codes of their recipients, and where amounts look like years.
pub(super) fn check_amounts(
    columns: &Columns<'_>,
    column: usize,
    rows: &[(usize, Recipient)],
    form: &MoneyForm,
    messages: &mut Diagnostics,
) {
    let kronor = |row: usize| amount_as(columns.grid.cell(row, column), form).ok().flatten()?.whole();
    let read: Vec<(usize, Kronor, &Recipient)> =
        rows.iter().filter_map(|(row, recipient)| Some((*row, kronor(*row)?, recipient))).collect();
    let is_code = |(_, kronor, recipient): &(usize, Kronor, &Recipient)| recipient.code.parse() == Ok(kronor.0);
    let name = || shown(columns.name(column));
    if let [(first, ..), _, ..] = read[..] {
        let all = |is: fn(Kronor) -> bool| read.iter().all(|(_, kronor, _)| is(*kronor));
        if all(is_organisation_number) || all(is_date) {
            messages.push(Diagnostic::warning(
                columns.grid.place(first, column),
                msg!("amounts-are-numbers", column = name()),
            ));
        }
    }
    if let [(first, ..), _, ..] = read[..]
        && read.iter().all(is_code)
    {
        let message = msg!("amounts-are-codes", column = name());
        messages.push(Diagnostic::warning(columns.grid.place(first, column), message));
    }
    let years: Vec<usize> = read.iter().filter(|(_, kronor, _)| is_year(*kronor)).map(|(row, ..)| *row).collect();
    if let Some(first) = years.first().copied() {
        let (amount, more) = (kronor(first).unwrap_or_default().0.to_string(), years.len() - 1);
        let message = msg!("amount-like-year", amount, more, column = name());
        messages.push(Diagnostic::warning(columns.grid.place(first, column), message));
    }
}
