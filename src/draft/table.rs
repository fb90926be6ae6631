//! A sheet as a table: where its header is, how many rows it has, what stands in each column.

use std::collections::BTreeSet;

use crate::input::{Cell, Grid, is_contact, join_header, plain, tidy};
use crate::study::Header;

/// How far down a header is looked for.
const HEADER_SEARCH: usize = 50;

/// The sign by which two header rows are joined in a draft.
pub const JOIN: &str = " / ";

/// A sheet with its header found.
pub struct Table<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// How many header rows, 1 or 2.
    pub header_rows: usize,
    /// The columns' names.
    pub names: Vec<String>,
    /// The rows below the header that are not blank.
    pub rows: Vec<usize>,
}

impl<'a> Table<'a> {
    /// The table of a sheet, where there is a header over at least two columns and a row below it.
    pub fn find(grid: &'a Grid) -> Option<Self> {
        let filled = |row: usize| grid.rows.get(row).map_or(0, |r| r.iter().filter(|c| !c.is_blank()).count());
        let width = (0..grid.rows.len().min(HEADER_SEARCH)).map(filled).max()?;
        let texts = |row: usize| grid.rows[row].iter().filter(|c| !c.is_blank()).all(|c| matches!(c, Cell::Text(_)));
        let may_be_header = |row: &usize| {
            let count = filled(*row);
            count >= 2 && texts(*row) && (count * 2 >= width || is_over_options(grid, *row))
        };
        let header_row = (0..grid.rows.len().min(HEADER_SEARCH)).find(may_be_header)?;
        let header_rows = if is_over_options(grid, header_row) { 2 } else { 1 };
        let header = Header { rows: header_rows, join: JOIN.to_owned() };
        let names = join_header(grid, header_row, &header);
        let rows: Vec<usize> = (header_row + header_rows..grid.rows.len()).filter(|row| filled(*row) > 0).collect();
        (!rows.is_empty()).then_some(Self { grid, header_rows, names, rows })
    }

    /// The columns that have a name, without those of contact data.
    pub fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.names.len()).filter(|column| !self.names[*column].is_empty() && !is_contact(&self.names[*column]))
    }

    /// The columns of contact data.
    pub fn contact_columns(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| is_contact(name))
    }

    /// The column of a name.
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = plain(name);
        self.names.iter().position(|n| *n == wanted)
    }

    /// A cell.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.grid.cell(row, column)
    }

    /// The texts of a column's cells that are not blank, from the top.
    pub fn values(&self, column: usize) -> impl Iterator<Item = String> + '_ {
        self.rows.iter().map(move |row| self.cell(*row, column)).filter(|c| !c.is_blank()).map(tidy)
    }

    /// The different texts of a column, at most so many; `None` where there are more.
    pub fn distinct(&self, column: usize, most: usize) -> Option<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for value in self.values(column) {
            found.insert(value);
            if found.len() > most {
                return None;
            }
        }
        Some(found)
    }

    /// The share of a column's filled cells of which something is true; 0 where all are blank.
    pub fn share(&self, column: usize, is: impl Fn(&str) -> bool) -> f64 {
        let (mut all, mut so) = (0_usize, 0_usize);
        for value in self.values(column) {
            all += 1;
            so += usize::from(is(&value));
        }
        if all == 0 { 0.0 } else { so as f64 / all as f64 }
    }
}

/// Whether a row is the first of two header rows: questions merged over options, under which the second row has texts.
fn is_over_options(grid: &Grid, row: usize) -> bool {
    let (Some(over), Some(under)) = (grid.rows.get(row), grid.rows.get(row + 1)) else { return false };
    let Some(first) = over.iter().position(|c| !c.is_blank()) else { return false };
    // The column of ids has nothing in the second row, but something in the third.
    let ids = grid.cell(row + 1, first).is_blank() && !grid.cell(row + 2, first).is_blank();
    let gap = |column: usize| grid.cell(row, column).is_blank();
    let options = (0..under.len()).filter(|c| !grid.cell(row + 1, *c).is_blank()).count();
    let texts = under.iter().all(|c| c.is_blank() || matches!(c, Cell::Text(_)));
    let fills_gaps = (first..under.len()).filter(|c| gap(*c)).all(|c| !grid.cell(row + 1, c).is_blank());
    ids && texts && options > 0 && fills_gaps && (first..under.len()).any(gap)
}
