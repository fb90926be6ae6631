//! A sheet as cells that know their place.

use std::sync::Arc;

use super::looks::{Area, Looks, Shown};
use super::row::Row;
use super::said::Said;
use crate::diagnostic::{Diagnostic, Place, Spot, column_letters};
use crate::msg;
use crate::signs::is_blank;
use crate::study::Limits;

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
    /// A number whose cell shows more than its digits.
    Shown(Box<Shown>),
    /// True or false.
    Flag(bool),
    /// A spreadsheet error, as `#N/A`.
    Fault(Box<str>),
    /// A formula whose result was not saved.
    Uncalculated,
}

/// Errors as spreadsheet programs write them into text, in English and Swedish.
const FAULTS: [&str; 19] = [
    "#N/A",
    "#NULL!",
    "#DIV/0!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#SAKNAS!",
    "#SKÄRNING!",
    "#DIVISION/0!",
    "#VÄRDEFEL!",
    "#REFERENS!",
    "#NAMN?",
    "#OGILTIGT!",
    "#SPILL",
    "#BERÄKNA!",
];

impl Cell {
    /// What a text says: also errors come as texts.
    pub fn of_text(text: &str) -> Self {
        let is_fault = |text: &str| FAULTS.contains(&text) || text.strip_prefix("Err:").is_some_and(is_digits);
        match text {
            "" => Self::Blank,
            text if text.starts_with(['#', 'E']) && is_fault(text) => Self::Fault(text.into()),
            text => Self::Text(text.to_owned()),
        }
    }

    /// The cell as text: numbers in their shortest form, nothing for a blank cell.
    pub fn text(&self) -> String {
        match self {
            Self::Blank | Self::Uncalculated => String::new(),
            Self::Text(text) => text.clone(),
            Self::Fault(fault) => fault.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Shown(shown) => shown.text(),
            Self::Flag(flag) => u8::from(*flag).to_string(),
        }
    }

    /// The cell as a message quotes it: a logical value as spreadsheets write it.
    pub fn written(&self) -> String {
        match self {
            Self::Flag(true) => "TRUE (SANT)".to_owned(),
            Self::Flag(false) => "FALSE (FALSKT)".to_owned(),
            cell => cell.text(),
        }
    }

    /// Whether nothing but space stands there.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => is_blank(text),
            _ => false,
        }
    }
}

/// One sheet, or a whole text or SPSS file.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The file as the study names it.
    pub file: Arc<str>,
    /// The sheet's name, in a workbook.
    pub sheet: Option<Arc<str>>,
    /// The rows; ragged rows are allowed, what is missing is blank.
    pub rows: Vec<Row>,
    /// For text files the line on which each row begins, counted from 1.
    pub lines: Option<Vec<usize>>,
    /// What the file says of it beside the cells.
    pub said: Option<Box<Said>>,
    /// What a workbook says of its cells beside their values.
    pub looks: Option<Box<Looks>>,
}

impl Grid {
    /// Whether no cell has anything in it.
    pub fn is_blank(&self) -> bool {
        self.rows.iter().all(Row::is_blank)
    }

    /// A cell; blank beyond the end of its row. Cells that are merged over several rows say the same in each.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        let own = self.own(row, column);
        match self.merged_at(row, column).filter(|_| *own == Cell::Blank) {
            Some(area) => self.own(area.top as usize, column),
            None => own,
        }
    }

    /// A cell by itself, as a header's are read: those merged with one above are blank.
    pub fn own(&self, row: usize, column: usize) -> &Cell {
        static BLANK: Cell = Cell::Blank;
        self.rows.get(row).map_or(&BLANK, |row| row.cell(column))
    }

    /// The merged cells of several rows in whose first column a cell stands.
    pub(super) fn merged_at(&self, row: usize, column: usize) -> Option<Area> {
        self.looks.as_ref()?.merged_at(row, column)
    }

    /// Where a cell stands.
    pub fn place(&self, row: usize, column: usize) -> Place {
        let spot = match self.lines.as_ref().and_then(|lines| lines.get(row)) {
            Some(line) => Spot::Field { line: *line, column },
            None => {
                Spot::Cell { row, column, merged: self.looks.as_ref().and_then(|looks| looks.merged_with(row, column)) }
            }
        };
        Place { file: self.file.clone(), sheet: self.sheet.clone(), spot }
    }

    /// The sheet as a whole.
    pub fn whole(&self) -> Place {
        Place { file: self.file.clone(), sheet: self.sheet.clone(), spot: Spot::Whole }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A sheet of a spreadsheet program has no more rows.
const MOST_ROWS: usize = 1 << 20;

/// Why a grid takes no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Full {
    /// It has grown so large that its cells have to be counted before they are kept.
    Cautious,
    Cells(u64),
    Columns(usize),
    Rows(usize),
    Nul {
        row: usize,
        column: usize,
    },
    Text,
    Characters {
        row: usize,
        column: usize,
        characters: usize,
    },
}

impl Full {
    /// The message for it; `sheet` is the sheet as a whole.
    pub(super) fn message(self, mut sheet: Place, limits: &Limits) -> Diagnostic {
        match self {
            Self::Cautious | Self::Text => {
                let found = msg!("texts-too-large", megabytes = limits.unpacked_mb.to_string());
                Limits::exceeded(sheet, found, limits.unpacked_mb, msg!("unit-megabytes"), "unpacked_mb")
            }
            Self::Cells(cells) => {
                let found = msg!("sheet-of-cells", cells = cells);
                Limits::exceeded(sheet, found, limits.cells, msg!("unit-cells"), "cells")
            }
            Self::Columns(columns) => {
                let found = msg!("sheet-reaches-to-column", column = column_letters(columns.saturating_sub(1)));
                Limits::exceeded(sheet, found, limits.columns, msg!("unit-columns"), "columns")
            }
            Self::Rows(row) => Diagnostic::error(sheet, msg!("cell-below-last-row", row = row + 1, most = MOST_ROWS)),
            Self::Nul { row, column } => {
                sheet.spot = Spot::cell(row, column);
                Diagnostic::error(sheet, msg!("cell-with-nul"))
            }
            Self::Characters { row, column, characters } => {
                sheet.spot = Spot::cell(row, column);
                let found = msg!("cell-of-characters", characters = characters as u64);
                Limits::exceeded(sheet, found, limits.characters, msg!("unit-characters-in-cell"), "characters")
            }
        }
    }
}

/// How a builder goes about a sheet whose size is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Keeps cells while they are few.
    Cautious,
    /// Counts cells without keeping them.
    Counting,
    /// Keeps cells, which have been counted.
    Keeping,
}

/// A sheet that is being filled, within limits.
pub(super) struct Builder {
    mode: Mode,
    most: Limits,
    rows: Vec<Row>,
    /// The width of each row; all that is kept while counting.
    widths: Vec<u32>,
    cells: u64,
    text: u64,
}

impl Builder {
    /// Keeps cells while they are few; [`Full::Cautious`] asks for counting first.
    pub(super) fn cautious(limits: &Limits) -> Self {
        Self::new(Mode::Cautious, limits)
    }

    /// Counts cells without keeping them.
    pub(super) fn counting(limits: &Limits) -> Self {
        Self::new(Mode::Counting, limits)
    }

    /// Keeps all cells.
    pub(super) fn keeping(limits: &Limits) -> Self {
        Self::new(Mode::Keeping, limits)
    }

    fn new(mode: Mode, limits: &Limits) -> Self {
        Self { mode, most: limits.clone(), rows: Vec::new(), widths: Vec::new(), cells: 0, text: 0 }
    }

    /// Puts a cell in its place; an earlier one there goes away.
    ///
    /// # Errors
    /// Where the sheet grows beyond its limits.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Full> {
        if cell == Cell::Blank {
            return Ok(());
        }
        if column as u64 >= self.most.columns {
            return Err(Full::Columns(column + 1));
        }
        if row >= MOST_ROWS {
            return Err(Full::Rows(row));
        }
        if let Cell::Text(text) = &cell {
            let most = self.most.characters;
            // Characters are at most as many as bytes.
            if text.len() as u64 > most && text.chars().count() as u64 > most {
                return Err(Full::Characters { row, column, characters: text.chars().count() });
            }
            if memchr::memchr(0, text.as_bytes()).is_some() {
                return Err(Full::Nul { row, column });
            }
            self.text += text.len() as u64;
        }
        if self.widths.len() <= row {
            // A row takes room even where it is blank.
            self.cells += (row + 1 - self.widths.len()) as u64;
            self.widths.resize(row + 1, 0);
        }
        if let Some(width) = self.widths.get_mut(row) {
            let reached = (column + 1) as u32;
            self.cells += u64::from(reached.saturating_sub(*width));
            *width = reached.max(*width);
        }
        self.check()?;
        if self.mode != Mode::Counting {
            self.keep(row, column as u32, cell);
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Full> {
        const FEW_CELLS: u64 = 4_000_000;
        const LITTLE_TEXT: u64 = 64_000_000;
        if self.mode == Mode::Cautious && (self.cells > FEW_CELLS || self.text > LITTLE_TEXT) {
            return Err(Full::Cautious);
        }
        if self.cells > self.most.cells {
            return Err(Full::Cells(self.cells));
        }
        if self.text > self.most.unpacked_mb.saturating_mul(Limits::MEGABYTE) {
            return Err(Full::Text);
        }
        Ok(())
    }

    fn keep(&mut self, row: usize, column: u32, cell: Cell) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Row::default);
        }
        if let Some(row) = self.rows.get_mut(row) {
            row.put(column, cell);
        }
    }

    /// The sheet.
    pub(super) fn grid(mut self, file: &str, sheet: Option<&str>) -> Grid {
        self.rows.iter_mut().for_each(Row::settle);
        Grid { file: file.into(), sheet: sheet.map(Into::into), rows: self.rows, ..Grid::default() }
    }
}
