//! Why nothing was recognised in a file: what was looked for, and what came nearest.

use super::money::counts_other;
use super::recipients::recipients;
use super::sheets::Sheets;
use super::table::Table;
use super::words;
use crate::diagnostic::shown;
use crate::read::amount::amount;
use crate::register::{self, Level};
use crate::study::Field;

/// Why a file is neither an export nor one of the lists beside.
pub fn unrecognised(file: &Sheets<'_>) -> String {
    if file.tables.is_empty() {
        return "no sheet that is shown has a header over at least two columns with rows below it".to_owned();
    }
    let hint = file.source.stem();
    let mut with_recipients = file.tables.iter().filter(|table| recipients(table, hint).is_some()).peekable();
    if with_recipients.peek().is_none() {
        return without_recipients(file);
    }
    let reasons: Vec<String> = with_recipients.map(|table| of_table(file, table)).collect();
    reasons.join("; ")
}

fn without_recipients(file: &Sheets<'_>) -> String {
    let known = |text: &str| Level::WORDS.iter().any(|(_, level)| register::find(*level, text).is_some());
    let columns = file.tables.iter().flat_map(|table| {
        let of = move |column: usize| {
            let texts = table.values(column).filter(|text| text.chars().any(char::is_alphabetic));
            (texts.filter(|text| known(text)).count(), table.filled(column).len(), table.names[column].as_str())
        };
        table.columns().map(of).collect::<Vec<_>>()
    });
    let nearest = columns.filter(|(found, ..)| *found > 0).max_by_key(|(found, ..)| *found);
    let wanted = "no column holds mostly regions, counties or municipalities";
    match nearest {
        Some((found, all, name)) => format!("{wanted}; the nearest is {}: {found} of {all} cells", shown(name)),
        None => format!("{wanted}, by their names or, under a header that says so, their codes"),
    }
}

fn of_table(file: &Sheets<'_>, table: &Table<'_>) -> String {
    let sheet = file.sheet_name(table).map(|name| format!("sheet {}: ", shown(&name))).unwrap_or_default();
    if words::speaks_of_repayment(&format!("{} {}", file.source.file, table.names.join(" "))) {
        return format!("{sheet}it speaks of repayments, but has no column each for recipient, area and amount");
    }
    if !file.is_per_respondent(table) {
        return format!(
            "{sheet}recipients come back in it, as in a list with one row per intervention; such a list needs a sheet with one row per respondent beside it in the same file"
        );
    }
    let funds = |column: &usize| words::field_points(&table.names[*column], Field::Funds) > 0;
    let named = table.columns().filter(funds).find(|column| !counts_other(table, *column));
    let Some(column) = named else {
        return format!(
            "{sheet}it has recipients, but no header speaks of used funds (medel, belopp, kostnad, kronor)"
        );
    };
    let name = shown(&table.names[column]);
    let cells = table.filled(column);
    let read = cells.iter().filter(|filled| matches!(amount(filled.cell, 1), Ok(Some(_)))).count();
    if read * 2 < cells.len() {
        return format!("{sheet}of {name}, only {read} of {} cells can be read as amounts", cells.len());
    }
    format!(
        "{sheet}{name} may be used funds, but it stands in no block of an intervention (as \"Insats 1: …\") and in no sheet of interventions"
    )
}
