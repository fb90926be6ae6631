//! Column names: header rows joined into one, names compared without regard to kinds of space, patterns with `{n}` and
//! `{option}`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use unicode_normalization::UnicodeNormalization;

use super::clash::{self, Clash};
use super::contact::{is_contact, looks_like_contact};
use super::header::{SEARCH, compile, header_row, join_header, likely_row};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, nearest, shown, shown_whole};
use crate::msg;
use crate::read::looks;
use crate::read::{Cell, Grid, Row, plain, tidy};
use crate::register::{self, Level};
use crate::study::{Declared, Header};
use crate::wording::{Arg, Message, all_of};

/// A sheet with its columns named.
pub struct Columns<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// The first row below the header.
    pub first_row: usize,
    names: Vec<String>,
    /// The registers whose recipients may stand here: their names are no persons.
    registers: Vec<Level>,
    /// The first row of the header, what is declared of it, and the columns that were asked for.
    header: usize,
    declared: Header,
    used: Mutex<BTreeSet<usize>>,
    /// The rows below the header that are not blank, and not a table's own total.
    filled: OnceLock<Vec<usize>>,
    /// Rows that are not read, though they are not blank.
    pub(super) left_out: BTreeMap<usize, LeftOut>,
    /// By column, the rows below the header with an error, or with a formula without its result.
    faults: BTreeMap<usize, Vec<usize>>,
    /// Columns that a list of labels calls the same.
    clashes: Vec<Clash>,
}

/// Why a row is not read.
#[derive(Clone, Copy, Debug)]
pub(super) struct LeftOut {
    /// The column that says so.
    pub(super) column: usize,
    /// How many columns before it said what they should.
    pub(super) met: usize,
}

/// What a row above a table's own is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Above {
    /// It stands above the header.
    Title,
    /// It belongs to the header, and names no column.
    Unnamed,
    /// It names the columns together with the row above.
    Name,
}

/// A column that matches a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The number that stood at `{n}`.
    pub number: Option<u32>,
    /// The text that stood at `{option}`.
    pub option: Option<String>,
    /// The column.
    pub column: usize,
}

impl<'a> Columns<'a> {
    /// Finds the header by the names that are wanted: the first row that has the first of them, below whatever title lines, or,
    /// where none has it, the row with most of the others. A header that is not found is reported. Without a header the table
    /// begins at once.
    pub fn find(
        grid: &'a Grid,
        header: &Header,
        wanted: &[&Declared<String>],
        messages: &mut Diagnostics,
    ) -> Option<Self> {
        let (anchor, others) = wanted.split_first()?;
        let Some(row) = header_row(grid, header, anchor).or_else(|| likely_row(grid, header, others)) else {
            let first = grid.rows.iter().position(|r| r.filled().nth(1).is_some());
            let seen = first.map(|f| join_header(grid, f, header)).unwrap_or_default();
            messages.push(missing(grid, anchor, &seen, header));
            return None;
        };
        let first_row = row + header.rows;
        let (names, faults) = (join_header(grid, row, header), faults(grid, first_row));
        let declared = header.clone();
        Some(Self {
            grid,
            first_row,
            names,
            registers: Vec::new(),
            header: row,
            declared,
            used: Mutex::default(),
            filled: OnceLock::new(),
            left_out: BTreeMap::new(),
            faults,
            clashes: Vec::new(),
        })
    }

    /// A sheet with one header row.
    pub fn simple(grid: &'a Grid, wanted: &[&Declared<String>], messages: &mut Diagnostics) -> Option<Self> {
        Self::find(grid, &Header::of(1), wanted, messages)
    }

    /// Whether a column of this name stands where a header is looked for.
    pub fn has(grid: &Grid, name: &str) -> bool {
        let wanted = plain(name);
        grid.rows.iter().take(SEARCH).any(|row| row.filled().any(|(_, cell)| plain(&cell.text()) == wanted))
    }

    /// The same, where recipients of these registers may stand.
    pub(super) fn of_recipients(mut self, registers: impl IntoIterator<Item = Level>) -> Self {
        self.registers = registers.into_iter().collect();
        self
    }

    /// The rows below the header that are not blank, not left out, and not a table's own total.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        let total = |row: usize| self.grid.looks.as_ref().is_some_and(|looks| looks.is_total(row));
        let filled = self.filled.get_or_init(|| {
            let rows = (self.first_row..self.grid.rows.len()).into_par_iter();
            rows.filter(|row| !self.grid.rows[*row].is_blank() && !total(*row)).collect()
        });
        filled.iter().copied().filter(|row| !self.left_out.contains_key(row))
    }

    /// Leaves out rows, for what they say in a column.
    pub(super) fn leave_out(&mut self, rows: impl IntoIterator<Item = usize>, why: LeftOut) {
        self.left_out.extend(rows.into_iter().map(|row| (row, why)));
        self.faults.values_mut().for_each(|faulty| faulty.retain(|row| !self.left_out.contains_key(row)));
        self.faults.retain(|_, faulty| !faulty.is_empty());
    }

    /// Tells how the cells look that were read: hidden, struck through, merged, with formats that say a unit. `totals` are
    /// the names of rows that are passed over.
    pub fn tell(&self, totals: &[String], messages: &mut Diagnostics) {
        let columns = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let (grid, header, first) = (self.grid, self.header, self.first_row);
        looks::Read { grid, columns: &columns, header, first, totals }.tell(messages);
    }

    /// The texts above the header, with their cells: a title, a unit, when it was written out.
    pub(super) fn titles(&self) -> impl Iterator<Item = (Place, String)> {
        let rows = self.grid.rows.iter().take(self.header).enumerate();
        let texts = rows.flat_map(|(row, cells)| cells.filled().map(move |(column, cell)| (row, column, cell)));
        let texts = texts.filter(|(.., cell)| matches!(cell, Cell::Text(_)));
        texts.map(|(row, column, cell)| (self.grid.place(row, column), plain(&cell.text())))
    }

    /// The rows above the table's own beside the first that names the columns, each with what it is; none where the header is
    /// one row, for the first that has the anchor is it.
    pub(super) fn passed_over(&self) -> impl Iterator<Item = (usize, Above)> {
        let first = self.naming_row();
        let names = |row: usize| self.declared.named_by().any(|named_by| self.header + named_by == row);
        let above = move |row: usize| match row {
            _ if row < self.header => Above::Title,
            _ if names(row) => Above::Name,
            _ => Above::Unnamed,
        };
        let rows = 0..if self.declared.rows > 1 { self.first_row } else { 0 };
        rows.filter(move |row| *row != first).map(move |row| (row, above(row)))
    }

    /// What stands over a column in the first row that names the columns.
    pub(super) fn first_name(&self, column: usize) -> String {
        plain(&self.grid.own(self.naming_row(), column).text())
    }

    fn naming_row(&self) -> usize {
        self.header + self.declared.named_by().next().unwrap_or_default()
    }

    /// How many rows the header has.
    pub(super) fn header_rows(&self) -> usize {
        self.declared.rows
    }

    /// Whether a row is the header once more, as where several exports were put below each other.
    pub(super) fn repeats_header(&self, row: usize) -> bool {
        const FEWEST: usize = 2;
        let is_name = |column: usize, text: &str| {
            (self.header..self.first_row).any(|header| plain(&self.grid.own(header, column).text()) == text)
        };
        let filled = || self.grid.rows.get(row).into_iter().flat_map(Row::filled);
        // Most rows are told by their first cell.
        let first = filled().next().is_some_and(|(column, cell)| is_name(column, &plain(&cell.text())));
        let same = || filled().filter(|(column, cell)| is_name(*column, &plain(&cell.text()))).count();
        let count = if first { same() } else { 0 };
        count >= FEWEST && 5 * count >= 4 * filled().count()
    }

    /// The name of a column.
    pub fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The names of all columns.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Gives a column another name.
    pub(super) fn rename(&mut self, column: usize, name: String) {
        if let Some(own) = self.names.get_mut(column) {
            *own = name;
        }
    }

    /// Keeps which columns a list of labels calls the same.
    pub(super) fn keep_clashes(&mut self, clashes: Vec<Clash>) {
        self.clashes = clashes;
    }

    /// Where a column's name stands.
    pub(super) fn header_place(&self, column: usize) -> Place {
        self.grid.place(self.first_row.saturating_sub(1), column)
    }

    /// The column of a name; one that is missing or stands twice is reported.
    pub fn column(&self, name: &Declared<String>, messages: &mut Diagnostics) -> Option<usize> {
        self.declared_column(name, false, messages)
    }

    fn declared_column(
        &self,
        name: &Declared<String>,
        is_of_register: bool,
        messages: &mut Diagnostics,
    ) -> Option<usize> {
        let wanted = self.wanted(&name.value);
        let mut found = self.names.iter().enumerate().filter(|(_, n)| **n == wanted).map(|(column, _)| column);
        if clash::report(&self.clashes, |name| name == wanted, messages) {
            return None;
        }
        let Some(column) = found.next() else {
            messages.push(missing(self.grid, name, &self.names, &self.declared));
            return None;
        };
        if !is_of_register && self.holds_contacts(column) {
            messages.push(contact(name));
            return None;
        }
        if let Some(second) = found.next() {
            messages.push(self.twice(second, column));
        }
        self.report_faults(column, messages);
        Some(column)
    }

    /// The same in a register, whose names are no persons, whatever they are called.
    pub(super) fn column_of_names(&self, name: &Declared<String>, messages: &mut Diagnostics) -> Option<usize> {
        self.declared_column(name, true, messages)
    }

    /// A name as columns have it: where the upper header row is blank over a column, its name may be declared with or
    /// without the sign that joins the rows.
    fn wanted(&self, name: &str) -> String {
        let wanted = plain(name);
        let sign = plain(&self.declared.join);
        match wanted.strip_prefix(&sign) {
            Some(bare) if self.declared.rows > 1 && !self.names.contains(&wanted) => plain(bare),
            _ => wanted,
        }
    }

    /// Whether columns are named by their letters, for there is no header.
    pub(super) fn are_letters(&self) -> bool {
        self.declared.is_absent()
    }

    /// All columns that match a pattern, in the order of the sheet; none is reported.
    pub fn matches(&self, pattern: &Declared<String>, messages: &mut Diagnostics) -> Vec<Match> {
        let Some(form) = compile(&pattern.value) else { return Vec::new() };
        // An option in brackets ends where they close: `[Barn][Kommentar]` is what was written beside `[Barn]`.
        let ends_in_brackets = pattern.value.contains("[{option}]");
        let mut matches: Vec<Match> = Vec::new();
        for (column, name) in self.names.iter().enumerate() {
            let Some(found) = form.captures(name) else { continue };
            let number = found.name("n").and_then(|n| n.as_str().parse().ok());
            let option = found.name("option").map(|o| o.as_str().to_owned());
            if ends_in_brackets && option.as_deref().is_some_and(|option| option.contains("][")) {
                continue;
            }
            if let Some(first) = matches.iter().find(|m| m.number == number && m.option == option) {
                messages.push(self.twice(column, first.column));
            }
            if self.holds_contacts(column) {
                messages.push(contact(pattern));
                return Vec::new();
            }
            self.report_faults(column, messages);
            matches.push(Match { number, option, column });
        }
        if !clash::report(&self.clashes, |name| form.is_match(name), messages) && matches.is_empty() {
            messages.push(missing(self.grid, pattern, &self.names, &self.declared));
        }
        matches
    }

    fn twice(&self, column: usize, first: usize) -> Diagnostic {
        let message = msg!("column-twice", column = shown(self.name(column)), other = self.header_place(first));
        Diagnostic::error(self.header_place(column), message)
    }

    /// Whether a column holds contact data, by its name and its cells.
    pub(super) fn holds_contacts(&self, column: usize) -> bool {
        let rows = || self.first_row.min(self.grid.rows.len())..self.grid.rows.len();
        looks_like_contact(self.name(column), rows().map(|row| self.grid.cell(row, column).text()))
            && !self.holds_recipients(column)
    }

    /// Whether most cells of a column are in a register that the study declares: what they are called is no person's name.
    fn holds_recipients(&self, column: usize) -> bool {
        const ENOUGH: usize = 100;
        let declared: Vec<Level> = self.registers.iter().copied().filter(|level| !level.is_built_in()).collect();
        let texts = (self.first_row..self.grid.rows.len()).map(|row| tidy(self.grid.cell(row, column)));
        let texts = texts.filter(|text| !declared.is_empty() && !text.is_empty()).take(ENOUGH);
        let known = |text: &str| declared.iter().any(|level| register::find(*level, text).is_some());
        let (all, found) = texts.fold((0, 0), |(all, found), text| (all + 1, found + usize::from(known(&text))));
        2 * found > all
    }

    /// Reports a column's cells that hold an error, or a formula without its result: nobody can tell what was meant. Many
    /// are reported as one, at the first.
    fn report_faults(&self, column: usize, messages: &mut Diagnostics) {
        let said = self.grid.said.as_ref().and_then(|said| said.of_column.get(&column));
        messages.push_all(said.into_iter().flatten());
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(column);
        let Some(faulty) = self.faults.get(&column) else { return };
        let rows =
            |wanted: fn(&Cell) -> bool| faulty.iter().copied().filter(move |row| wanted(self.grid.cell(*row, column)));
        let mut report = |wanted: fn(&Cell) -> bool, message: fn(&Cell, usize, String) -> Message| {
            let mut rows = rows(wanted);
            let Some(first) = rows.next() else { return };
            let (more, last) = rows.fold((0, first), |(count, _), row| (count + 1, row));
            let message = message(self.grid.cell(first, column), more, (last + 1).to_string());
            messages.push(Diagnostic::error(self.grid.place(first, column), message));
        };
        report(
            |cell| matches!(cell, Cell::Fault(_)),
            |cell, more, last| msg!("cell-error", error = cell.text(), more, last),
        );
        report(|cell| matches!(cell, Cell::Uncalculated), |_, more, last| msg!("cell-uncalculated", more, last));
    }

    /// Reports where one column was found for several of the study's fields.
    pub fn report_shared(&self, used: &BTreeMap<usize, Vec<&str>>, place: &Place, messages: &mut Diagnostics) {
        for (column, fields) in used.iter().filter(|(_, fields)| fields.len() > 1) {
            let message = msg!(
                "column-of-two-fields",
                column = shown(self.name(*column)),
                fields = all_of(fields.iter().copied())
            );
            messages.push(Diagnostic::error(place.clone(), message));
        }
    }
}

/// Cells without a value below a row, by column.
fn faults(grid: &Grid, first_row: usize) -> BTreeMap<usize, Vec<usize>> {
    let mut faults: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, row) in grid.rows.iter().enumerate().skip(first_row) {
        for (column, _) in row.filled().filter(|(_, cell)| matches!(cell, Cell::Fault(_) | Cell::Uncalculated)) {
            faults.entry(column).or_default().push(number);
        }
    }
    faults
}

fn contact(name: &Declared<String>) -> Diagnostic {
    Diagnostic::error(name.place.clone(), msg!("column-of-contacts", column = shown(&name.value)))
}

fn missing(grid: &Grid, name: &Declared<String>, known: &[String], header: &Header) -> Diagnostic {
    let comparable = name.value.replace("{n}", "1");
    // Never a list of what is there: what is taken for a header may be a row of data.
    let named = || known.iter().map(String::as_str).filter(|n| !is_contact(n));
    let near = nearest(&comparable, named()).or_else(|| longer(&comparable, named()));
    let suggestion: Arg = match near {
        _ if header.is_absent() => {
            let last = known.last().map_or_else(String::new, Clone::clone);
            msg!("columns-by-letters", last).into()
        }
        Some(near) => msg!("did-you-mean", name = shown_whole(near)).into(),
        None => msg!("column-look-up").into(),
    };
    let declaration: Arg = match name.place.spot {
        Spot::Line(line) => msg!("file-on-line", file = &*name.place.file, line = line.to_string()).into(),
        _ => (&*name.place.file).into(),
    };
    Diagnostic::error(grid.whole(), msg!("column-missing", column = shown_whole(&name.value), declaration, suggestion))
}

/// The shortest name that begins with the words of another, in whatever form: `Länets namn` for `Län`.
fn longer<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const SHORTEST: usize = 3;
    let bare = |text: &str| -> String {
        let seen = text.nfd().filter(|c| c.is_alphanumeric() || *c == ' ');
        seen.flat_map(char::to_lowercase).collect()
    };
    let wanted = bare(name);
    let found = known.filter(|known| wanted.len() >= SHORTEST && bare(known).starts_with(&wanted));
    found.min_by_key(|known| (known.chars().count(), *known))
}

/// The first cell of a row that says it is a total.
pub(super) fn is_total(grid: &Grid, row: usize, columns: &[usize], totals: &[String]) -> bool {
    columns.iter().map(|c| plain(&grid.cell(row, *c).text())).any(|text| totals.iter().any(|t| plain(t) == text))
}
