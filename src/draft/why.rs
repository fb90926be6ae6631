//! Why nothing was recognised in a file: what was looked for, and what came nearest.

use super::money::{self, counts_other};
use super::recipients::recipients;
use super::sheets::Sheets;
use super::table::Table;
use super::words;
use crate::diagnostic::shown;
use crate::msg;
use crate::register::{self, Level};
use crate::study::Field;
use crate::wording::{Message, joined};

/// Why a file is neither an export nor one of the lists beside.
pub fn unrecognised(file: &Sheets<'_>) -> Message {
    if file.tables.is_empty() {
        return msg!("unrecognised-no-table");
    }
    let hint = file.source.stem();
    let mut with_recipients = file.tables.iter().filter(|table| recipients(table, hint).is_some()).peekable();
    if with_recipients.peek().is_none() {
        return without_recipients(file);
    }
    let reasons = with_recipients.map(|table| {
        let reason = of_table(file, table);
        match file.sheet_name(table) {
            Some(sheet) => msg!("unrecognised-sheet", sheet = shown(&sheet), reason),
            None => reason,
        }
    });
    msg!("unrecognised-because", reasons = joined(reasons, "; "))
}

fn without_recipients(file: &Sheets<'_>) -> Message {
    let known = |text: &str| Level::built_in().into_iter().any(|level| register::find(level, text).is_some());
    let columns = file.tables.iter().flat_map(|table| {
        let of = move |column: usize| {
            let texts = table.values(column).filter(|text| text.chars().any(char::is_alphabetic));
            (texts.filter(|text| known(text)).count(), table.filled(column).len(), table.names[column].as_str())
        };
        table.columns().map(of).collect::<Vec<_>>()
    });
    let nearest = columns.filter(|(found, ..)| *found > 0).max_by_key(|(found, ..)| *found);
    match nearest {
        Some((found, all, name)) => msg!("unrecognised-nearest", name = shown(name), found, all),
        None => msg!("unrecognised-no-recipients"),
    }
}

fn of_table(file: &Sheets<'_>, table: &Table<'_>) -> Message {
    if words::speaks_of_repayment(&format!("{} {}", file.source.file, table.names.join(" "))) {
        return msg!("unrecognised-repayments");
    }
    if !file.is_per_respondent(table) {
        return msg!("unrecognised-rows-of-interventions");
    }
    let funds = |column: &usize| table.programme.points(&table.names[*column], Field::Funds) > 0;
    let named = table.columns().filter(funds).find(|column| !counts_other(table, *column));
    let Some(column) = named else {
        return match table.layout.filter(|_| table.is_by_codes()) {
            Some(layout) => msg!("unrecognised-codes", tool = layout.tool()),
            None => msg!("unrecognised-no-funds"),
        };
    };
    let name = shown(&table.names[column]);
    let cells = table.filled(column);
    let read = cells.iter().filter(|filled| matches!(money::amount(filled.cell, 1), Ok(Some(_)))).count();
    if read * 2 < cells.len() {
        return msg!("unrecognised-no-amounts", name, read, all = cells.len());
    }
    msg!("unrecognised-no-block", name)
}
