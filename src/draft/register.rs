//! Registers among the files of a folder: tables of codes and names in which the recipients of other files stand.

use std::collections::BTreeSet;

use super::block::folded;
use super::coding::coding;
use super::money::is_money;
use super::recipients::recipients;
use super::sheets::Sheets;
use super::survey::area_name;
use super::table::Table;
use super::words;
use crate::read::tidy;
use crate::register::{self, Beside, Declaration, Level, Row};

/// A register as drafted.
pub struct RegisterDraft {
    /// The register, filled from the table.
    pub level: Level,
    /// The file.
    pub file: String,
    /// The column of codes.
    pub code: String,
    /// The column of names.
    pub name: String,
    /// Labels of rows at the end that are totals.
    pub totals: Vec<String>,
    /// The register whose recipients stand in another column, to whom these belong.
    pub part_of: Option<(Level, String)>,
}

/// The registers of a folder: each a table without amounts whose codes and names are all different, in which most of another
/// file's recipients stand.
pub fn registers(sheets: &[Sheets<'_>]) -> Vec<RegisterDraft> {
    let mut found: Vec<RegisterDraft> = Vec::new();
    for file in sheets {
        // A workbook with a register beside an export is both; only files of their own are taken.
        let [table] = &file.tables[..] else { continue };
        let (table, totals) = without_totals(table);
        let table = &table;
        let Some((code, name)) = columns(table) else { continue };
        let above = parent(file, table);
        if !coding(file, table).is_empty() || above.as_ref().is_some_and(|(_, column)| each_once(table, *column)) {
            continue;
        }
        let taken = |id: &str| {
            Level::built_in().iter().any(|level| level.word() == id) || found.iter().any(|one| one.level.word() == id)
        };
        let id = Some(area_name(file.source.stem())).filter(|id| !taken(id));
        let Some(id) = id else { continue };
        let (nouns, answers, numbers, beside) = (None, None, Vec::new(), Beside::default());
        let level = Level::declare(Declaration { id, nouns, answers, numbers, part_of: None, beside });
        let text = |row: usize, column: usize| tidy(table.cell(row, column));
        let row = |row: &usize| Row {
            code: text(*row, code),
            name: text(*row, name),
            spellings: Vec::new(),
            numbers: Vec::new(),
            parent: None,
        };
        level.fill(table.rows.iter().map(row).collect());
        let code_name = table.names[code].clone();
        let others = sheets.iter().filter(|other| other.source.file != file.source.file);
        let mut tables = others.flat_map(|other| other.tables.iter().map(move |table| (other, table)));
        if tables.any(|(other, table)| parent(other, table).is_none() && stand_in(table, level, &code_name)) {
            let [code, name] = [code, name].map(|column| table.names[column].clone());
            let part_of = above.map(|(level, column)| (level, table.names[column].clone()));
            found.push(RegisterDraft { level, file: file.source.file.clone(), code, name, totals, part_of });
        }
    }
    found
}

/// A table without the totals at its end, and their labels.
fn without_totals<'a>(table: &Table<'a>) -> (Table<'a>, Vec<String>) {
    let label = |row: usize| {
        let mut texts = table.grid.rows.get(row).into_iter().flat_map(|row| row.filled().map(|(_, cell)| tidy(cell)));
        texts.find(|text| words::is_total(text))
    };
    let (kept, last) = table.without_last(|row| label(row).is_some());
    (kept, last.into_iter().filter_map(label).collect())
}

/// The column in which recipients of a built-in register stand, and that register.
fn parent(file: &Sheets<'_>, table: &Table<'_>) -> Option<(Level, usize)> {
    let who = recipients(table, file.source.stem())?;
    Some((who.level.value, who.code.or(who.name)?))
}

/// Whether something else stands in every row of a column.
fn each_once(table: &Table<'_>, column: usize) -> bool {
    let values: BTreeSet<&str> = table.values(column).collect();
    values.len() == table.rows.len() && table.filled(column).len() == table.rows.len()
}

/// The columns of codes and names of a table that can be a register.
fn columns(table: &Table<'_>) -> Option<(usize, usize)> {
    const FEWEST: usize = 3;
    const LONGEST_CODE: usize = 20;
    const LONGEST_NAME: usize = 80;
    if table.rows.len() < FEWEST {
        return None;
    }
    let is_code =
        |text: &str| text.len() <= LONGEST_CODE && text.bytes().any(|b| b.is_ascii_digit()) && !text.contains(' ');
    let is_name =
        |text: &str| text.chars().count() <= LONGEST_NAME && text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let code = table.columns().find(|c| each_once(table, *c) && table.share(*c, is_code) >= 1.0)?;
    let name = table.columns().find(|c| *c != code && each_once(table, *c) && table.share(*c, is_name) >= 1.0)?;
    let is_of_funds = |column: usize| is_money(table, column) && words::names_money(&table.names[column]);
    let is_long = |text: &str| text.chars().count() > LONGEST_NAME;
    let others = || table.columns().filter(|c| ![code, name].contains(c));
    (!others().any(|c| is_of_funds(c) || table.share(c, is_long) > 0.0)).then_some((code, name))
}

/// Whether a table has a column of which most cells stand in a register. Numbers are in many a register by chance, so their column
/// has to be called as that of its codes, or as one of codes.
fn stand_in(table: &Table<'_>, level: Level, code_name: &str) -> bool {
    const MOST_OTHERS: f64 = 0.4;
    const FEWEST: usize = 2;
    let is_called_so = |column: usize| {
        let name = &table.names[column];
        folded(name) == folded(code_name) || words::names_code(name) || words::ends_in_code(name)
    };
    let digits = |column: usize| table.share(column, |text| text.bytes().all(|b| b.is_ascii_digit())) > 0.9;
    table.columns().filter(|column| !digits(*column) || is_called_so(*column)).any(|column| {
        table.distinct(column, FEWEST - 1).is_none()
            && table.share(column, |text| register::find(level, text).is_some()) >= 1.0 - MOST_OTHERS
    })
}
