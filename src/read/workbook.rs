//! Excel and OpenDocument workbooks.
//!
//! Sheets are read one by one, and only those that are asked for: what nobody names cannot stop a study. Hidden sheets have
//! to be named.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls, XlsOptions, Xlsb, Xlsx, XlsxError,
};

use super::archive::{self, damaged, locked};
use super::format::{Format, Wanted};
use super::grid::{Builder, Cell, Full, Grid};
use super::looks::{self, Looks, NumberFormat, Seen, Sibling, xlsx};
use super::package::Package;
use super::shield::shielded;
use super::{compact, legacy, opendocument};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, column_letters};
use crate::msg;
use crate::study::Limits;
use crate::wording::library_says;

/// The code page of texts in UTF-16.
const UTF_16: u16 = 1200;

/// A sheet that a workbook has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether a spreadsheet program would not show it.
    pub hidden: bool,
}

/// A workbook's sheets: all of their names, and what stands in those that were asked for.
#[derive(Default)]
pub(super) struct Workbook {
    pub(super) names: Vec<SheetName>,
    pub(super) grids: BTreeMap<String, Result<Grid, Diagnostics>>,
}

impl Workbook {
    /// Tells every sheet that was read which others there are.
    fn beside(mut self, siblings: Vec<Sibling>) -> Self {
        if siblings.is_empty() {
            return self;
        }
        let siblings = Arc::new(siblings);
        for grid in self.grids.values_mut().flatten() {
            grid.looks.get_or_insert_default().siblings = Arc::clone(&siblings);
        }
        self
    }
}

/// A sheet with what is said of its cells.
fn with_looks(mut grid: Grid, looks: Looks) -> Grid {
    grid.looks = (!looks.is_empty()).then(|| Box::new(looks));
    grid
}

/// A number as its format shows it; `None` where it is no number, or one like others.
fn formatted(number: Option<f64>, format: Option<&NumberFormat>) -> Option<Cell> {
    format?.shown(number?).map(|shown| Cell::Shown(Box::new(shown)))
}

/// The number in a cell, if one is; also what the reader took for a date because of a letter in a unit.
fn number_of(data: &Data) -> Option<f64> {
    match data {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(*number as f64),
        Data::DateTime(date) => Some(date.as_f64()),
        _ => None,
    }
}

fn number_of_ref(data: &DataRef<'_>) -> Option<f64> {
    match data {
        DataRef::Float(number) => Some(*number),
        DataRef::Int(number) => Some(*number as f64),
        DataRef::DateTime(date) => Some(date.as_f64()),
        _ => None,
    }
}

/// Reads a workbook.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    name: &str,
    limits: &Limits,
    wanted: &Wanted,
) -> Result<Workbook, Diagnostics> {
    if format == Format::Xlsx && !bytes.starts_with(b"PK") {
        // Excel wraps what it locks.
        return Err(locked(name).into());
    }
    let source = Source { name, limits, wanted };
    let read = shielded(|| match format {
        Format::Xlsx => source.xlsx(bytes),
        Format::Xlsb => source.xlsb(bytes),
        Format::Ods => source.ods(bytes),
        _ => source.xls(bytes),
    });
    read.unwrap_or_else(|| Err(damaged(name, msg!("parts-contradict")).into()))
}

/// Looks at the cells of a sheet that nobody asked for, as far as it wants to see them.
fn look_at<'c, E>(sibling: &mut Sibling, mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'c>>>, E>) {
    while let Ok(Some(cell)) = next() {
        let (row, column) = cell.get_position();
        if !sibling.put(row as usize, column as usize, || cell_of_ref(cell.get_value())) {
            return;
        }
    }
}

/// What reading needs beside the bytes.
struct Source<'a> {
    name: &'a str,
    limits: &'a Limits,
    wanted: &'a Wanted,
}

impl Source<'_> {
    fn xlsx(&self, bytes: &[u8]) -> Result<Workbook, Diagnostics> {
        archive::measure(bytes, self.name, self.limits)?;
        let laid_out = self.laid_out(bytes, Format::Xlsx)?;
        let bytes = laid_out.as_deref().unwrap_or(bytes);
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        let names = names(book.sheets_metadata());
        let mut package = self.package(bytes);
        let mut styles = package.as_mut().map(xlsx::Styles::read).unwrap_or_default();
        let mut grids = BTreeMap::new();
        for sheet in self.wanted.of(&names) {
            if let Ok(reader) = book.worksheet_cells_reader(&sheet) {
                styles.take(reader.styles());
            }
            // The part of the sheet is gone through twice: the reader of values tells neither hidden rows nor merged cells, and
            // a reader of our own for values would have to know shared texts, formulas and dates again.
            let seen = package.as_mut().map(|package| styles.sheet(package, &sheet)).unwrap_or_default();
            let grid = self.twice(&sheet, |builder| {
                let mut reader = match book.worksheet_cells_reader(&sheet) {
                    Ok(reader) => reader,
                    Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
                    Err(error) => return Err(self.fault(&error).into()),
                };
                let (end, len) = (reader.dimensions().end, reader.dimensions().len());
                self.check_claim(&sheet, len, end)?;
                while let Some(record) =
                    reader.next_cell_with_formula_metadata().map_err(|error| Stop::from(self.fault(&error)))?
                {
                    let cell = match &record.value {
                        DataRef::Empty if record.formula.is_some() => Cell::Uncalculated,
                        value => {
                            let (row, column) = (record.pos.0 as usize, record.pos.1 as usize);
                            let format = seen.formats.get(row, column).and_then(|position| styles.format(position));
                            formatted(number_of_ref(value), format).unwrap_or_else(|| cell_of_ref(value))
                        }
                    };
                    builder.put(record.pos.0 as usize, record.pos.1 as usize, cell)?;
                }
                Ok(())
            });
            grids.insert(sheet, grid.map(|grid| with_looks(grid, seen.looks)));
        }
        let siblings = self.siblings(&names, |sheet, sibling| {
            let Ok(mut reader) = book.worksheet_cells_reader(sheet) else { return };
            look_at(sibling, || reader.next_cell());
        });
        Ok(Workbook { names, grids }.beside(siblings))
    }

    fn xlsb(&self, bytes: &[u8]) -> Result<Workbook, Diagnostics> {
        archive::measure(bytes, self.name, self.limits)?;
        let laid_out = self.laid_out(bytes, Format::Xlsb)?;
        let bytes = laid_out.as_deref().unwrap_or(bytes);
        let expanded = compact::expanded(bytes);
        let bytes = expanded.as_deref().unwrap_or(bytes);
        let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        let mut seen = self.package(bytes).as_mut().map(looks::xlsb::read).unwrap_or_default();
        let names = names(book.sheets_metadata());
        let mut grids = BTreeMap::new();
        for sheet in self.wanted.of(&names) {
            let looks = seen.sheets.remove(&sheet).unwrap_or_default();
            let format = |row, column| looks.formats.get(row, column).and_then(|at| seen.formats.get(at as usize));
            let grid = self.twice(&sheet, |builder| {
                let fault = |error: calamine::XlsbError| Stop::from(self.fault(&error));
                // The reader of values passes over formulas whose result is an error. That of formulas does not know all of
                // them; where it stops, the values are still read.
                if let Ok(mut formulas) = book.worksheet_cells_reader(&sheet) {
                    while let Ok(Some(formula)) = formulas.next_formula() {
                        let (row, column) = formula.get_position();
                        builder.put(row as usize, column as usize, Cell::Fault("#ERROR!".into()))?;
                    }
                }
                let mut reader = book.worksheet_cells_reader(&sheet).map_err(fault)?;
                let (end, len) = (reader.dimensions().end, reader.dimensions().len());
                self.check_claim(&sheet, len, end)?;
                while let Some(cell) = reader.next_cell().map_err(fault)? {
                    let (row, column) = cell.get_position();
                    let (row, column) = (row as usize, column as usize);
                    let shown = formatted(number_of_ref(cell.get_value()), format(row, column));
                    builder.put(row, column, shown.unwrap_or_else(|| cell_of_ref(cell.get_value())))?;
                }
                Ok(())
            });
            grids.insert(sheet, grid.map(|grid| with_looks(grid, looks.looks)));
        }
        let siblings = self.siblings(&names, |sheet, sibling| {
            let Ok(mut reader) = book.worksheet_cells_reader(sheet) else { return };
            look_at(sibling, || reader.next_cell());
        });
        Ok(Workbook { names, grids }.beside(siblings))
    }

    fn ods(&self, bytes: &[u8]) -> Result<Workbook, Diagnostics> {
        archive::measure(bytes, self.name, self.limits)?;
        let uncalculated = opendocument::measure(bytes, self.name, self.limits)?;
        let mut seen = self.package(bytes).as_mut().map(looks::ods::read).unwrap_or_default();
        let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| self.fault(&error))?;
        let names = names(book.sheets_metadata());
        let mut grids = BTreeMap::new();
        for sheet in self.wanted.of(&names) {
            let values = book.worksheet_range(&sheet).map_err(|error| self.fault(&error))?;
            let formulas = uncalculated.get(&sheet).map_or(&[][..], Vec::as_slice);
            let looks = seen.sheets.remove(&sheet).unwrap_or_default();
            let format = |row, column| looks.formats.get(row, column).and_then(|at| seen.formats.get(at as usize));
            let grid = self.twice(&sheet, |builder| put_range(builder, &values, formulas, &format));
            grids.insert(sheet, grid.map(|grid| with_looks(grid, looks.looks)));
        }
        let siblings = self.siblings(&names, |sheet, sibling| {
            let values = book.worksheet_range(sheet);
            values.into_iter().for_each(|values| sibling.look_through(&values, cell));
        });
        Ok(Workbook { names, grids }.beside(siblings))
    }

    fn xls(&self, bytes: &[u8]) -> Result<Workbook, Diagnostics> {
        let stream = legacy::measure(bytes, self.name, self.limits)?;
        let mut options = XlsOptions::default();
        if looks::xls::is_unicode(&stream) {
            // Some programs name a code page there, which their reader would take for that of the texts.
            options.force_codepage = Some(UTF_16);
        }
        let mut book = Xls::new_with_options(Cursor::new(bytes), options).map_err(|error| self.fault(&error))?;
        let mut seen = if looks::xls::is_unicode(&stream) { looks::xls::read(&stream) } else { Seen::default() };
        let names = names(book.sheets_metadata());
        let mut grids = BTreeMap::new();
        for sheet in self.wanted.of(&names) {
            let values = book.worksheet_range(&sheet).map_err(|error| self.fault(&error))?;
            // Every formula has a result there; an empty text is one, too.
            let looks = seen.sheets.remove(&sheet).unwrap_or_default();
            let format = |row, column| looks.formats.get(row, column).and_then(|at| seen.formats.get(at as usize));
            let grid = self.twice(&sheet, |builder| put_range(builder, &values, &[], &format));
            grids.insert(sheet, grid.map(|grid| with_looks(grid, looks.looks)));
        }
        let siblings = self.siblings(&names, |sheet, sibling| {
            let values = book.worksheet_range(sheet);
            values.into_iter().for_each(|values| sibling.look_through(&values, cell));
        });
        Ok(Workbook { names, grids }.beside(siblings))
    }

    /// The package as its reader expects it, measured; `None` where it is so already.
    fn laid_out(&self, bytes: &[u8], format: Format) -> Result<Option<Vec<u8>>, Diagnostic> {
        let laid_out = self.package(bytes).and_then(|mut package| package.laid_out(format));
        if let Some(bytes) = &laid_out {
            archive::measure(bytes, self.name, self.limits)?;
        }
        Ok(laid_out)
    }

    fn package<'b>(&self, bytes: &'b [u8]) -> Option<Package<'b>> {
        Package::open(bytes, self.limits.unpacked_mb.saturating_mul(Limits::MEGABYTE))
    }

    /// Looks at the beginnings of the sheets that nobody asks for, where somebody asks for another.
    fn siblings(&self, names: &[SheetName], mut look: impl FnMut(&str, &mut Sibling)) -> Vec<Sibling> {
        let wanted = self.wanted.of(names);
        if wanted.is_empty() || !matches!(self.wanted, Wanted::Some { .. }) {
            return Vec::new();
        }
        let others = names.iter().filter(|sheet| !wanted.contains(&sheet.name)).take(Sibling::MOST);
        let seen = others.map(|sheet| {
            let mut sibling = Sibling::new(sheet);
            look(&sheet.name, &mut sibling);
            sibling
        });
        seen.collect()
    }

    /// Fills a grid; where it grows large, its cells are first counted without keeping them, so that a sheet beyond the
    /// limits is refused before it fills the memory.
    fn twice(&self, sheet: &str, mut fill: impl FnMut(&mut Builder) -> Result<(), Stop>) -> Result<Grid, Diagnostics> {
        let mut builder = Builder::cautious(self.limits);
        let mut result = fill(&mut builder);
        if matches!(result, Err(Stop::Full(Full::Cautious))) {
            builder = Builder::counting(self.limits);
            result = fill(&mut builder);
            if result.is_ok() {
                builder = Builder::keeping(self.limits);
                result = fill(&mut builder);
            }
        }
        match result {
            Ok(()) => Ok(builder.grid(self.name, Some(sheet))),
            Err(Stop::Fault(message)) => Err(message.into()),
            Err(Stop::Full(full)) => Err(full.message(self.place(sheet), self.limits).into()),
        }
    }

    /// What a sheet says of its own size, before any cell is looked at.
    fn check_claim(&self, sheet: &str, cells: u64, (row, column): (u32, u32)) -> Result<(), Stop> {
        if cells <= self.limits.cells {
            return Ok(());
        }
        let corner = format!("{}{}", column_letters(column as usize), u64::from(row) + 1);
        let found = msg!("sheet-claims-cells-down-to", cells = cells, corner);
        Err(Stop::Fault(Limits::exceeded(self.place(sheet), found, self.limits.cells, msg!("unit-cells"), "cells")))
    }

    fn place(&self, sheet: &str) -> Place {
        Place { file: self.name.into(), sheet: Some(sheet.into()), spot: Spot::Whole }
    }

    fn fault(&self, error: &dyn std::fmt::Display) -> Diagnostic {
        // Readers of foreign formats put parts of the file into what they say.
        const LONGEST: usize = 120;
        let error = error.to_string();
        if error.contains("password") {
            locked(self.name)
        } else {
            damaged(self.name, library_says(error.chars().take(LONGEST).collect::<String>()))
        }
    }
}

/// Why filling a grid stopped.
pub(super) enum Stop {
    Full(Full),
    Fault(Diagnostic),
}

impl From<Full> for Stop {
    fn from(full: Full) -> Self {
        Self::Full(full)
    }
}

impl From<Diagnostic> for Stop {
    fn from(message: Diagnostic) -> Self {
        Self::Fault(message)
    }
}

/// The sheets with cells; charts and macros have sheets of their own.
fn names(sheets: &[calamine::Sheet]) -> Vec<SheetName> {
    let with_cells = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    with_cells
        .map(|sheet| SheetName { name: sheet.name.clone(), hidden: sheet.visible != SheetVisible::Visible })
        .collect()
}

/// Values, and the formulas that have none.
fn put_range<'f>(
    builder: &mut Builder,
    values: &Range<Data>,
    uncalculated: &[(usize, usize)],
    format: &dyn Fn(usize, usize) -> Option<&'f NumberFormat>,
) -> Result<(), Stop> {
    let (top, left) = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let (row, column) = (top as usize + row, left as usize + column);
        let shown = formatted(number_of(value), format(row, column));
        builder.put(row, column, shown.unwrap_or_else(|| cell(value)))?;
    }
    for (row, column) in uncalculated {
        builder.put(*row, *column, Cell::Uncalculated)?;
    }
    Ok(())
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Blank,
        Data::String(text) | Data::DurationIso(text) => Cell::of_text(text),
        Data::DateTimeIso(text) => Cell::Text(plain_date(text)),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(date) => Cell::Text(date_text(*date)),
        Data::Error(fault) => Cell::Fault(fault.to_string().into()),
    }
}

fn cell_of_ref(data: &DataRef<'_>) -> Cell {
    match data {
        DataRef::SharedString(text) => Cell::of_text(text),
        other => cell(&Data::from(other.clone())),
    }
}

/// A date as `2024-05-01`, with the time where there is one.
fn date_text(date: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// The same form for dates that are written in full, as `2024-05-01T00:00:00`.
fn plain_date(iso: &str) -> String {
    match iso.split_once('T') {
        Some((day, time)) if time.trim_start_matches(['0', ':', '.']).is_empty() => day.to_owned(),
        Some((day, time)) => format!("{day} {}", time.split('.').next().unwrap_or(time)),
        None => iso.to_owned(),
    }
}
