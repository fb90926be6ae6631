//! A codebook as the sheets of a workbook, for those who edit it in a spreadsheet program; and back. Nothing is lost either
//! way: a codebook that is written as sheets and read from them is the same.
//!
//! What stands here are names of sheets, headings and texts of cells; bytes are made and read elsewhere.

mod cell;
mod plan;
mod read;
mod rows;
mod rule_rows;
mod source;
mod words;
mod write;

pub use plan::{Column, Holds, SheetKind};
pub use read::read;
pub use words::Word;
pub use write::{TooLong, sheets};

use crate::diagnostic::{Place, Spot};

/// A sheet of a codebook's workbook.
#[derive(Debug)]
pub struct Sheet {
    /// What it holds.
    pub kind: SheetKind,
    /// Its rows below the headings, each as long as there are columns; nothing for a blank cell.
    pub rows: Vec<Vec<String>>,
}

/// A sheet that was found in a workbook.
#[derive(Debug)]
pub struct Found {
    /// The sheet as a whole.
    pub place: Place,
    /// The texts of its cells.
    pub rows: Vec<Vec<String>>,
    /// Cells without a text that can be read, by row and column, each with what stands there.
    pub faults: Vec<(usize, usize, String)>,
}

impl Found {
    /// Where a cell stands.
    fn at(&self, row: usize, column: usize) -> Place {
        Place { spot: Spot::cell(row, column), ..self.place.clone() }
    }
}
