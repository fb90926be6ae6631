//! Where something stands: file, sheet, spot.

use std::fmt;
use std::sync::Arc;

use super::{printable, shown};
use crate::msg;
use crate::wording::{Arg, Language, joined};

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

    /// The spot without its file, as `line 3` or `cell B4`; nothing for a whole file.
    fn arg(&self) -> Arg {
        let name = |row: usize, column: usize| format!("{}{}", column_letters(column), row + 1);
        let named = match *self {
            Self::Whole => return Arg::nothing(),
            Self::Line(line) => msg!("spot-line", line = line.to_string()),
            Self::Cell { row, column, merged: None } => msg!("spot-cell", cell = name(row, column)),
            Self::Cell { row, column, merged: Some(merged) } => msg!(
                "spot-merged-cell",
                cell = name(row, column),
                first = name(merged.top as usize, merged.left as usize),
                last = name(merged.bottom as usize, merged.right as usize)
            ),
            Self::Field { line, column } => {
                msg!("spot-field", line = line.to_string(), column = column_letters(column))
            }
        };
        named.into()
    }

    /// The spot without its file in a language; empty for a whole file.
    pub fn told(&self, language: Language) -> String {
        self.arg().text(language)
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
        Arg::from(self).text(language)
    }
}

impl From<&Place> for Arg {
    fn from(place: &Place) -> Self {
        let file = printable(&place.file).into_owned();
        let sheet = place.sheet.as_ref().map(|sheet| msg!("place-sheet", sheet = shown(sheet)).into());
        let spot = (place.spot != Spot::Whole).then(|| place.spot.arg());
        joined([Some(file.into()), sheet, spot].into_iter().flatten().collect::<Vec<Self>>(), ", ")
    }
}

impl From<Place> for Arg {
    fn from(place: Place) -> Self {
        (&place).into()
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
