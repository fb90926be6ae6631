//! The rows of a sheet that was found, by its columns.

use super::words::is_called;
use super::{Found, Holds, SheetKind, Word, cell};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::signs::is_blank;
use crate::wording::{all_of, any_of, around};

/// The rows of a sheet below its headings.
pub(super) struct Rows<'f> {
    found: &'f Found,
    kind: SheetKind,
    /// The row with the headings.
    head: usize,
    /// Where each column of the plan stands.
    at: Vec<usize>,
}

/// A row.
#[derive(Clone, Copy)]
pub(super) struct Line<'r> {
    rows: &'r Rows<'r>,
    row: usize,
}

impl<'f> Rows<'f> {
    /// Finds the sheet and its columns; what is missing is told.
    pub(super) fn find(kind: SheetKind, sheets: &'f [Found], messages: &mut Diagnostics) -> Option<Self> {
        let name = |found: &Found| found.place.sheet.clone().unwrap_or_default();
        let Some(found) = sheets.iter().find(|found| kind.is_called(&name(found))) else {
            let file = sheets.first().map(|found| found.place.file.clone()).unwrap_or_default();
            let message = msg!(
                "book-sheet-missing",
                sheet = kind.name(),
                sheets = all_of(sheets.iter().map(|s| shown(&name(s))))
            );
            messages.push(Diagnostic::error(Place::file(file), message));
            return None;
        };
        let head = found.rows.iter().position(|row| row.iter().any(|cell| !is_blank(cell))).unwrap_or_default();
        let headings = found.rows.get(head).map_or(&[][..], Vec::as_slice);
        let place_of = |column: &super::Column| headings.iter().position(|cell| is_called(cell, column.heading));
        let places: Vec<Option<usize>> = kind.columns().iter().map(place_of).collect();
        let missing: Vec<_> = kind.columns().iter().zip(&places).filter(|(_, at)| at.is_none()).collect();
        if !missing.is_empty() {
            let message =
                msg!("book-columns-missing", columns = all_of(missing.iter().map(|(column, _)| (column.heading)())));
            messages.push(Diagnostic::error(found.at(head, 0), message));
            return None;
        }
        let at: Vec<usize> = places.into_iter().flatten().collect();
        for (column, heading) in headings.iter().enumerate().filter(|(at_, cell)| !is_blank(cell) && !at.contains(at_))
        {
            let message = msg!("book-column-unknown", heading = shown(heading));
            messages.push(Diagnostic::notice(found.at(head, column), message));
        }
        // What stands in columns of their own is theirs.
        for (row, column, cell) in found.faults.iter().filter(|(_, column, _)| at.contains(column)) {
            messages.push(Diagnostic::error(found.at(*row, *column), msg!("book-cell-fault", cell = shown(cell))));
        }
        Some(Self { found, kind, head, at })
    }

    /// The sheet as a whole.
    pub(super) fn place(&self) -> Place {
        self.found.place.clone()
    }

    /// The rows in which anything stands.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let rows = self.head + 1..self.found.rows.len();
        rows.map(|row| Line { rows: self, row })
            .filter(|line| (0..self.at.len()).any(|column| !is_blank(line.raw(column))))
    }
}

impl Line<'_> {
    /// What stands in a cell.
    pub(super) fn raw(&self, column: usize) -> &str {
        let cell = self.rows.at.get(column).and_then(|at| self.rows.found.rows.get(self.row)?.get(*at));
        cell.map_or("", String::as_str)
    }

    /// The text of a cell; `None` where it is blank.
    pub(super) fn text(&self, column: usize) -> Option<String> {
        cell::said(self.raw(column))
    }

    /// Where a cell stands.
    pub(super) fn place(&self, column: usize) -> Place {
        self.rows.found.at(self.row, self.rows.at.get(column).copied().unwrap_or_default())
    }

    /// The text of a cell that must not be blank.
    pub(super) fn needed(&self, column: usize, messages: &mut Diagnostics) -> Option<String> {
        let text = self.text(column);
        if text.is_none() {
            let heading = (self.rows.kind.columns()[column].heading)();
            messages.push(Diagnostic::error(self.place(column), msg!("book-cell-blank", heading)));
        }
        text
    }

    /// The word of files for a cell; one that is not known is told.
    pub(super) fn word(&self, column: usize, messages: &mut Diagnostics) -> Option<&'static str> {
        match self.rows.kind.columns()[column].holds {
            Holds::Word(words) => self.word_of(words, column, messages),
            Holds::Text | Holds::Number => None,
        }
    }

    /// The same with words of one's own.
    pub(super) fn word_of(&self, words: &[Word], column: usize, messages: &mut Diagnostics) -> Option<&'static str> {
        let raw = self.raw(column);
        if is_blank(raw) {
            return None;
        }
        let word = Word::said(words, raw);
        if word.is_none() {
            let known = any_of(words.iter().map(|word| around("\"", Some((word.say)()), "\"")));
            messages.push(Diagnostic::error(self.place(column), msg!("book-word-unknown", word = shown(raw), known)));
        }
        word
    }

    /// A number; what is none is told.
    pub(super) fn number(&self, column: usize, messages: &mut Diagnostics) -> Option<f64> {
        self.read(column, cell::number, messages)
    }

    /// A whole number that is not negative; what is none is told.
    pub(super) fn whole(&self, column: usize, messages: &mut Diagnostics) -> Option<u32> {
        self.read(column, |text| crate::signs::trimmed(text).parse().ok(), messages)
    }

    fn read<T>(&self, column: usize, read: impl Fn(&str) -> Option<T>, messages: &mut Diagnostics) -> Option<T> {
        let raw = self.raw(column);
        if is_blank(raw) {
            return None;
        }
        let number = read(raw);
        if number.is_none() {
            messages.push(Diagnostic::error(self.place(column), msg!("book-number-unreadable", value = shown(raw))));
        }
        number
    }
}
