//! Amounts that are probably no amounts: the rows' own codes, or years.

use super::columns::Columns;
use super::money_like::{is_date, is_organisation_number, is_year};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::Kronor;
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
    let name = shown(columns.name(column));
    if let [(first, ..), _, ..] = read[..] {
        let all = |is: fn(Kronor) -> bool| read.iter().all(|(_, kronor, _)| is(*kronor));
        if all(is_organisation_number) || all(is_date) {
            messages.push(codes_message(columns.grid.place(first, column), &name));
        }
    }
    if let [(first, ..), _, ..] = read[..]
        && read.iter().all(is_code)
    {
        messages.push(
            Diagnostic::warning(
                columns.grid.place(first, column),
                format!("the amounts of {name} are the recipients' codes"),
            )
            .expected("a column of kronor")
            .action("name the column with the amounts in study.toml")
            .in_swedish(
                format!("beloppen i {name} är mottagarnas koder"),
                "en kolumn med kronor",
                "ange kolumnen med beloppen i study.toml",
            ),
        );
    }
    let years: Vec<usize> = read.iter().filter(|(_, kronor, _)| is_year(*kronor)).map(|(row, ..)| *row).collect();
    if let Some(first) = years.first().copied() {
        let kronor = kronor(first).unwrap_or_default();
        messages.push(year_message(columns.grid.place(first, column), kronor, years.len(), &name));
    }
}

/// A message for a column of money in which organisation numbers or dates stand, at the first.
fn codes_message(place: crate::diagnostic::Place, name: &str) -> Diagnostic {
    Diagnostic::warning(place, format!("the amounts of {name} look like organisation numbers or dates"))
        .expected("a column of kronor")
        .action("name the column with the amounts in study.toml")
        .in_swedish(
            format!("beloppen i {name} ser ut som organisationsnummer eller datum"),
            "en kolumn med kronor",
            "ange kolumnen med beloppen i study.toml",
        )
}

/// A message for amounts that look like years, at the first.
fn year_message(place: crate::diagnostic::Place, kronor: Kronor, count: usize, name: &str) -> Diagnostic {
    let kronor = kronor.0;
    let (more, more_swedish) = match count - 1 {
        0 => (String::new(), String::new()),
        more => (format!(", and {more} more of {name}"), format!(", liksom {more} till i {name}")),
    };
    Diagnostic::warning(place, format!("the amount {kronor} looks like a year{more}"))
        .expected("an amount in kronor")
        .action("look the amount up; it is counted as it stands")
        .in_swedish(
            format!("beloppet {kronor} ser ut som ett årtal{more_swedish}"),
            "ett belopp i kronor",
            "kontrollera beloppet; det räknas som det står",
        )
}
