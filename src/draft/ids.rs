//! The columns of ids: different in every row.

use std::collections::BTreeSet;

use super::table::Table;

/// Whether every filled cell of a column is different, and hardly one is blank.
fn unique(table: &Table<'_>, column: usize) -> bool {
    let values: Vec<&str> = table.values(column).collect();
    let distinct: BTreeSet<&str> = values.iter().copied().collect();
    distinct.len() == values.len() && values.len() * 10 >= table.rows.len() * 9
}

/// The column of ids: unique, and called so.
pub fn id_column(table: &Table<'_>, named: fn(&str) -> bool, not: &[Option<usize>]) -> Option<(usize, bool)> {
    let ids: Vec<usize> = table.columns().filter(|c| !not.contains(&Some(*c)) && unique(table, *c)).collect();
    let called = ids.iter().copied().find(|column| named(&table.names[*column]));
    let short = |column: &usize| table.share(*column, |text| text.chars().count() <= 24) > 0.99;
    called.map(|c| (c, true)).or_else(|| ids.into_iter().find(short).map(|column| (column, false)))
}

/// The values of columns that are different in every row: the ids' first, then others that could be meant.
pub fn ids(detail: &Table<'_>, main: &Table<'_>, id: usize, long: Option<usize>) -> Vec<(String, BTreeSet<String>)> {
    let of = |table: &Table<'_>, column: usize| {
        (table.names[column].clone(), table.values(column).map(str::to_owned).collect::<BTreeSet<String>>())
    };
    let (table, chosen) = long.map_or((main, id), |column| (detail, column));
    let others = table.columns().filter(|c| *c != chosen && unique(table, *c));
    let short = others.filter(|c| table.share(*c, |text| text.chars().count() <= 40) > 0.99);
    std::iter::once(chosen).chain(short).map(|column| of(table, column)).collect()
}
