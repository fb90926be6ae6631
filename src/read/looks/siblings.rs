//! Sheets that nobody asked for: where one has the columns of a sheet that is read, its rows may be the right ones.

use std::collections::BTreeSet;

use calamine::{Data, Range};

use super::super::grid::Cell;
use super::super::spelling::tidy;
use super::super::workbook::SheetName;

/// A sheet that is not read, as far as it was looked at.
#[derive(Clone, Debug)]
pub struct Sibling {
    /// Its name, and whether it is hidden.
    pub(super) sheet: SheetName,
    /// The texts of its first rows.
    first: Vec<BTreeSet<String>>,
    /// The rows that are not blank.
    rows: Vec<u32>,
    cells: usize,
}

impl Sibling {
    /// How many such sheets are looked at.
    pub(in crate::read) const MOST: usize = 50;
    /// How far down a header is looked for.
    const FIRST: usize = 50;
    const MOST_CELLS: usize = 2_000_000;

    pub(in crate::read) fn new(sheet: &SheetName) -> Self {
        Self { sheet: sheet.clone(), first: Vec::new(), rows: Vec::new(), cells: 0 }
    }

    /// Looks at a cell; whether more are wanted.
    pub(in crate::read) fn put(&mut self, row: usize, _column: usize, cell: impl FnOnce() -> Cell) -> bool {
        self.cells += 1;
        let number = u32::try_from(row).unwrap_or(u32::MAX);
        let known = self.rows.last() == Some(&number);
        if known && row >= Self::FIRST {
            return self.cells < Self::MOST_CELLS;
        }
        let cell = cell();
        if cell.is_blank() {
            return self.cells < Self::MOST_CELLS;
        }
        if !known {
            self.rows.push(number);
        }
        if row < Self::FIRST {
            if self.first.len() <= row {
                self.first.resize_with(row + 1, BTreeSet::new);
            }
            if let Some(texts) = self.first.get_mut(row) {
                texts.insert(tidy(&cell));
            }
        }
        self.cells < Self::MOST_CELLS
    }

    /// Looks at the cells of a sheet that has been read.
    pub(in crate::read) fn look_through(&mut self, values: &Range<Data>, cell: impl Fn(&Data) -> Cell) {
        let (top, left) = values.start().unwrap_or_default();
        for (row, column, value) in values.used_cells() {
            if !self.put(top as usize + row, left as usize + column, || cell(value)) {
                return;
            }
        }
    }

    /// How many rows stand below a row that has all of these texts; `None` where none has.
    pub(super) fn rows_below(&self, header: &BTreeSet<String>, header_rows: usize) -> Option<usize> {
        let row = self.below(header, header_rows)?;
        Some(self.rows.iter().filter(|number| **number as usize >= row).count())
    }

    /// How many of the first rows below it hold none of some ids.
    pub(super) fn rows_of_others(
        &self,
        header: &BTreeSet<String>,
        header_rows: usize,
        ids: &BTreeSet<String>,
    ) -> usize {
        let Some(row) = self.below(header, header_rows) else { return 0 };
        // A single text is a footer.
        let others = |texts: &&BTreeSet<String>| texts.len() > 1 && texts.is_disjoint(ids);
        self.first.iter().skip(row).filter(others).count()
    }

    /// The first row below a header.
    fn below(&self, header: &BTreeSet<String>, header_rows: usize) -> Option<usize> {
        Some(self.first.iter().position(|texts| header.is_subset(texts))? + header_rows)
    }
}
