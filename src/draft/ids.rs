//! The columns of ids: different in every row.

use std::collections::BTreeSet;

use super::table::Table;
use super::words;
use crate::read::tidy;

/// Whether every filled cell of a column is different, and hardly one is blank.
pub fn unique(table: &Table<'_>, column: usize) -> bool {
    is_unique(table, column, 0.9)
}

/// Whether every filled cell of a column is different, and at least such a share is filled.
fn is_unique(table: &Table<'_>, column: usize, filled: f64) -> bool {
    let values: Vec<&str> = table.values(column).collect();
    let distinct: BTreeSet<&str> = values.iter().copied().collect();
    distinct.len() == values.len() && values.len() as f64 >= filled * table.rows.len() as f64
}

/// The column of ids: unique, and called so.
pub fn id_column(table: &Table<'_>, named: fn(&str) -> bool, not: &[Option<usize>]) -> Option<(usize, bool)> {
    let ids: Vec<usize> = table.columns().filter(|c| !not.contains(&Some(*c)) && unique(table, *c)).collect();
    let called = ids.iter().copied().find(|column| named(&table.names[*column]));
    let short = |column: &usize| table.share(*column, |text| text.chars().count() <= 24) > 0.99;
    called.map(|c| (c, true)).or_else(|| ids.into_iter().find(short).map(|column| (column, false)))
}

/// The column of the ids of interventions: unique, and called so; titles are ids only where nothing else is and each row is
/// linked by them to another table.
pub fn intervention_id(table: &Table<'_>, not: &[Option<usize>], titles: bool) -> Option<usize> {
    /// Rows without an intervention, and totals, have no id.
    const FILLED: f64 = 0.6;
    let unique: Vec<usize> =
        table.columns().filter(|c| !not.contains(&Some(*c)) && is_unique(table, *c, FILLED)).collect();
    let whole = |column: &usize| table.share(*column, |text| !text.contains(char::is_whitespace)) > 0.99;
    let called = |column: &usize| words::names_intervention_id(&table.names[*column]);
    let numbered = |column: &usize| words::names_id(&table.names[*column]);
    let mixed = |text: &str| text.contains(char::is_alphabetic) && text.contains(|c: char| c.is_ascii_digit());
    let looks = |column: &usize| table.share(*column, mixed) > 0.99;
    let find = |is: &dyn Fn(&usize) -> bool| unique.iter().copied().find(is);
    find(&|column| called(column) && whole(column))
        .or_else(|| find(&|column| numbered(column) && whole(column)))
        .or_else(|| {
            if titles { id_column(table, words::names_intervention_id, not).map(|(column, _)| column) } else { None }
        })
        .or_else(|| find(&|column| whole(column) && looks(column)))
}

/// A column of ids, or the columns whose cells make one together.
#[derive(Clone, Debug)]
pub struct IdDraft {
    /// The columns.
    pub columns: Vec<String>,
    /// The ids.
    pub values: BTreeSet<String>,
}

/// An id in a row: the cells of its columns, joined as a study joins them.
fn id_of(table: &Table<'_>, row: usize, columns: &[usize]) -> String {
    columns.iter().map(|column| tidy(table.cell(row, *column))).collect::<Vec<_>>().join("-")
}

/// Whether columns together are different in every row.
pub fn is_different_in_all_rows(table: &Table<'_>, columns: &[usize]) -> bool {
    let ids: BTreeSet<String> = table.rows.iter().map(|row| id_of(table, *row, columns)).collect();
    ids.len() == table.rows.len()
}

/// The columns that are different in every row: those of the ids first, then others that could be meant.
pub fn ids(table: &Table<'_>, chosen: &[usize]) -> Vec<IdDraft> {
    let of = |columns: &[usize]| IdDraft {
        columns: columns.iter().map(|column| table.names[*column].clone()).collect(),
        values: table.rows.iter().map(|row| id_of(table, *row, columns)).filter(|id| !id.is_empty()).collect(),
    };
    let others = table.columns().filter(|c| !chosen.contains(c) && unique(table, *c));
    let short = others.filter(|c| table.share(*c, |text| text.chars().count() <= 40) > 0.99);
    let first = (!chosen.is_empty()).then(|| of(chosen));
    first.into_iter().chain(short.map(|column| of(&[column]))).collect()
}
