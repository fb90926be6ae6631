//! A workbook in which people fill something in, before it is bytes: its sheets, their columns, and what is offered in which
//! cells.

use crate::money::Amount;

/// A workbook.
#[derive(Debug)]
pub struct Book {
    /// What it is, in its properties.
    pub title: String,
    /// Its sheets; the first is the one that is filled in.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// The name that is wished for it.
    pub name: String,
    /// What it holds.
    pub holds: Content,
}

/// What a sheet holds.
#[derive(Debug)]
pub enum Content {
    /// How the workbook is filled in: a heading, and a paragraph each.
    Notes(String, Vec<String>),
    /// A table.
    Table(Table),
}

/// A table.
#[derive(Debug, Default)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// How many columns stay where they are when the others are moved.
    pub frozen: usize,
    /// What is offered where.
    pub offers: Vec<Offer>,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its width, in characters.
    pub width: f64,
    /// What its cells are for.
    pub holds: Holds,
}

/// What the cells of a column are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// To be read.
    Read,
    /// To be filled in.
    FillIn,
    /// For the program: what it needs when the sheet comes back.
    Machine,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text; nothing where it is empty.
    Text(String),
    /// An amount.
    Amount(Amount),
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// What is offered in cells below each other; anything else may be typed there.
#[derive(Debug)]
pub struct Offer {
    /// The column.
    pub column: usize,
    /// The first row, counted from 0 below the heading.
    pub row: usize,
    /// How many rows.
    pub rows: usize,
    /// Where the list stands.
    pub list: List,
}

/// A list of what may be chosen: a column of another sheet, below its heading, so that it may be as long as it is.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The sheet, by its place.
    pub sheet: usize,
    /// The column.
    pub column: usize,
    /// How many rows.
    pub rows: usize,
}
