//! A sheet as cells that know their place.

use crate::diagnostic::{Place, Spot};

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// A text, as it stands.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A spreadsheet error, as `#N/A`.
    Fault(String),
}

impl Cell {
    /// The cell as text: numbers in their shortest form, nothing for a blank cell.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => u8::from(*flag).to_string(),
        }
    }

    /// Whether nothing but space stands there.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// One sheet, or a whole text or SPSS file.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The file as the study names it.
    pub file: String,
    /// The sheet's name, in a workbook.
    pub sheet: Option<String>,
    /// The rows; ragged rows are allowed, what is missing is blank.
    pub rows: Vec<Vec<Cell>>,
    /// For text files the line on which each row begins, counted from 1.
    pub lines: Option<Vec<usize>>,
}

impl Grid {
    /// A cell; blank beyond the end of its row.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static BLANK: Cell = Cell::Blank;
        self.rows.get(row).and_then(|r| r.get(column)).unwrap_or(&BLANK)
    }

    /// Where a cell stands.
    pub fn place(&self, row: usize, column: usize) -> Place {
        let spot = match self.lines.as_ref().and_then(|lines| lines.get(row)) {
            Some(line) => Spot::Field { line: *line, column },
            None => Spot::Cell { row, column },
        };
        Place { file: self.file.clone(), sheet: self.sheet.clone(), spot }
    }

    /// The sheet as a whole.
    pub fn whole(&self) -> Place {
        Place { file: self.file.clone(), sheet: self.sheet.clone(), spot: Spot::Whole }
    }
}
