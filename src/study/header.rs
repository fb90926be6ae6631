//! The header rows of a table: how many there are, and which of them name its columns.

use super::decode::Section;
use crate::diagnostic::Diagnostic;
use crate::msg;

/// The header rows of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// How many rows; without any, columns are named by their letters.
    pub rows: usize,
    /// The sign between the texts of a column.
    pub join: String,
    /// Which of the rows name the columns, counted from 1; all of them where it is empty.
    pub keep: Vec<usize>,
    /// Whether names begin with a question's number, which is passed over.
    pub numbered: bool,
    /// Whether names begin with a question's code, which is passed over.
    pub coded: bool,
    /// Whether questions that are asked again are told apart by a number.
    pub asked_again: bool,
}

/// The sign between two header rows where none is declared.
pub const JOIN: &str = " / ";

/// So many header rows may stand above a table: question, option, and what the survey tool calls the column.
pub const MOST: usize = 3;

impl Header {
    /// So many rows, all of which name the columns.
    pub fn of(rows: usize) -> Self {
        Self { rows, join: JOIN.to_owned(), keep: Vec::new(), numbered: false, coded: false, asked_again: false }
    }

    /// Whether columns are named by their letters.
    pub fn is_absent(&self) -> bool {
        self.rows == 0
    }

    /// The rows that name the columns, counted from the first as 0.
    pub fn named_by(&self) -> impl Iterator<Item = usize> {
        (0..self.rows).filter(|row| self.keep.is_empty() || self.keep.contains(&(row + 1)))
    }
}

/// The header of a section's table: `header`, or the number alone as `header_rows`.
pub(super) fn decode_header(section: &Section<'_>) -> Header {
    let rows = section.integer("header_rows", 0..=MOST as i64);
    let header = section.section("header", decode_table);
    header.unwrap_or_else(|| Header::of(rows.unwrap_or(1) as usize))
}

fn decode_table(section: &Section<'_>) -> Option<Header> {
    let rows = section.integer("rows", 0..=MOST as i64).unwrap_or(1) as usize;
    let join = section.text("join").map_or_else(|| JOIN.to_owned(), |join| join.value);
    let keep: Vec<usize> = section.integers("keep", 1..=MOST as i64).into_iter().map(|row| row as usize).collect();
    if let Some(row) = keep.iter().find(|row| **row > rows) {
        let message = msg!("header-row-beyond", row = row.to_string(), rows);
        section.report(Diagnostic::error(section.place(), message));
    }
    let flag = |key: &'static str| section.flag(key).unwrap_or(false);
    let (numbered, coded, asked_again) = (flag("numbered"), flag("coded"), flag("asked_again"));
    Some(Header { rows, join, keep, numbered, coded, asked_again })
}
