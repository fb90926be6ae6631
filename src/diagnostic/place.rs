//! Where something stands: file, sheet, spot.

use std::fmt;
use std::sync::Arc;

use super::{printable, shown};
use crate::wording::Language;

/// The spot inside a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The file as a whole.
    #[default]
    Whole,
    /// A line of a text file, counted from 1.
    Line(usize),
    /// A cell of a sheet, both counted from 0 (shown as `AB214`).
    Cell {
        /// Row, counted from 0.
        row: usize,
        /// Column, counted from 0.
        column: usize,
        /// The merged cells that it belongs to, if any.
        merged: Option<Merged>,
    },
    /// A line of a text file and the name of the column.
    Field {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 0; shown by its letters, as a spreadsheet would.
        column: usize,
    },
}

/// Cells that are merged into one, from corner to corner, counted from 0 and included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Merged {
    /// The first row.
    pub top: u32,
    /// The first column.
    pub left: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

impl Spot {
    /// A cell of a sheet, both counted from 0.
    pub fn cell(row: usize, column: usize) -> Self {
        Self::Cell { row, column, merged: None }
    }

    /// The name of a cell, as `AB214`, and the merged cells that it belongs to.
    fn cell_told(row: usize, column: usize, merged: Option<Merged>, language: Language) -> String {
        let name = |row: usize, column: usize| format!("{}{}", column_letters(column), row + 1);
        let merged = merged.map(|merged| {
            let lead = language.pick("i de sammanfogade cellerna", "in the merged cells");
            let first = name(merged.top as usize, merged.left as usize);
            format!(" ({lead} {first}:{})", name(merged.bottom as usize, merged.right as usize))
        });
        name(row, column) + &merged.unwrap_or_default()
    }

    /// The spot without its file, as `line 3` or `cell B4`, in a language; empty for a whole file.
    pub fn told(&self, language: Language) -> String {
        let line = |line: usize| format!("{} {line}", language.pick("rad", "line"));
        match *self {
            Self::Whole => String::new(),
            Self::Line(number) => line(number),
            Self::Cell { row, column, merged } => format!("cell {}", Self::cell_told(row, column, merged, language)),
            Self::Field { line: number, column } => {
                format!("{}, {} {}", line(number), language.pick("kolumn", "column"), column_letters(column))
            }
        }
    }
}

/// Where something stands: file, sheet, spot.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the study names it, never an absolute path.
    pub file: Arc<str>,
    /// The sheet, where the file has several.
    pub sheet: Option<Arc<str>>,
    /// The spot inside.
    pub spot: Spot,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl AsRef<str>) -> Self {
        Self { file: file.as_ref().into(), sheet: None, spot: Spot::Whole }
    }

    /// A line of a text file, counted from 1.
    pub fn line(file: impl AsRef<str>, line: usize) -> Self {
        Self { file: file.as_ref().into(), sheet: None, spot: Spot::Line(line) }
    }
}

/// The letters by which a spreadsheet names a column counted from 0: `A`, `Z`, `AA`, …
pub fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect()
}

impl Place {
    /// The place in a language.
    pub fn told(&self, language: Language) -> String {
        let pick = |swedish, english| language.pick(swedish, english);
        let sheet = self.sheet.as_ref().map(|sheet| format!(", {} {}", pick("blad", "sheet"), shown(sheet)));
        let spot = match self.spot.told(language) {
            spot if spot.is_empty() => spot,
            spot => format!(", {spot}"),
        };
        format!("{}{}{spot}", printable(&self.file), sheet.unwrap_or_default())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Language::English))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        // Counted by hand: 26 one-letter names, then AA; ZZ is number 26 + 26*26 = 702, AAA the next.
        let names = [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")];
        for (column, name) in names {
            assert_eq!(column_letters(column), name);
        }
    }
}
