//! OpenDocument workbooks, measured before they are read: cells, rows and spaces are stored with the number of their
//! repetitions, so a few bytes can claim a sheet that fills the memory.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::diagnostic::{Diagnostic, Place, Spot};
use crate::msg;
use crate::study::Limits;

/// More of them tell nobody anything.
const MOST_UNCALCULATED: usize = 10_000;

/// The sheet that is being measured.
#[derive(Default)]
struct Sheet {
    name: Option<String>,
    /// Rows passed so far, blank ones included.
    passed: u64,
    /// The last row that is not blank, counted from 1.
    rows: u64,
    width: u64,
    /// Texts, as often as they are repeated, in bytes.
    text: u64,
    row: Row,
    /// Row and column of formulas without a result.
    uncalculated: Vec<(usize, usize)>,
}

#[derive(Default)]
struct Row {
    repeated: u64,
    passed: u64,
    width: u64,
    text: u64,
    cell: Cell,
}

#[derive(Default)]
struct Cell {
    repeated: u64,
    filled: bool,
    text: u64,
    /// A formula without a value. A paragraph, even an empty one, is its result then.
    formula_alone: bool,
}

/// Formulas whose result was not saved, by sheet: row and column.
pub(super) type Uncalculated = BTreeMap<String, Vec<(usize, usize)>>;

/// Measures the sheets of a workbook, and gives the formulas whose result was not saved: the reader takes them for blank.
///
/// # Errors
/// A message where one is beyond the limits. What is damaged is left to the reader to say.
pub(super) fn measure(bytes: &[u8], file: &str, limits: &Limits) -> Result<Uncalculated, Diagnostic> {
    let mut uncalculated = Uncalculated::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(uncalculated) };
    let Ok(content) = archive.by_name("content.xml") else { return Ok(uncalculated) };
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let (mut buffer, mut sheet) = (Vec::new(), Sheet::default());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => sheet.begin(&element),
            Ok(Event::End(element)) => {
                sheet.end(element.name().as_ref());
                if element.name().as_ref() == "table:table" && !sheet.uncalculated.is_empty() {
                    let name = sheet.name.clone().unwrap_or_default();
                    uncalculated.insert(name, std::mem::take(&mut sheet.uncalculated));
                }
            }
            Ok(Event::Text(text)) => sheet.row.cell.text += text.len() as u64,
            Ok(Event::Eof) | Err(_) => return Ok(uncalculated),
            Ok(_) => {}
        }
        sheet.check(file, limits)?;
    }
}

impl Sheet {
    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "table:table" => *self = Self { name: attribute(element, "table:name"), ..Self::default() },
            "table:table-row" => {
                self.row = Row { repeated: count(element, "table:number-rows-repeated"), ..Row::default() };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let filled = |name| attribute(element, name).is_some();
                self.row.cell = Cell {
                    repeated: count(element, "table:number-columns-repeated"),
                    filled: filled("office:value-type") || filled("table:formula"),
                    text: attribute(element, "office:string-value").map_or(0, |text| text.len() as u64),
                    formula_alone: filled("table:formula") && !filled("office:value-type"),
                };
            }
            "text:p" => self.row.cell.formula_alone = false,
            "text:s" => {
                self.row.cell.text = self.row.cell.text.saturating_add(count(element, "text:c"));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        let row = &mut self.row;
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                if row.cell.formula_alone && self.uncalculated.len() < MOST_UNCALCULATED {
                    let at = |passed: u64| usize::try_from(passed).unwrap_or(usize::MAX);
                    self.uncalculated.push((at(self.passed), at(row.passed)));
                }
                row.passed = row.passed.saturating_add(row.cell.repeated);
                if row.cell.filled {
                    row.width = row.passed;
                    row.text = row.text.saturating_add(row.cell.text.saturating_mul(row.cell.repeated));
                }
                row.cell = Cell::default();
            }
            "table:table-row" => {
                self.passed = self.passed.saturating_add(row.repeated);
                if row.width > 0 {
                    self.rows = self.passed;
                    self.width = self.width.max(row.width);
                    self.text = self.text.saturating_add(row.text.saturating_mul(row.repeated));
                }
                self.row = Row::default();
            }
            _ => {}
        }
    }

    fn check(&self, file: &str, limits: &Limits) -> Result<(), Diagnostic> {
        let place = || Place { file: file.into(), sheet: self.name.as_deref().map(Into::into), spot: Spot::Whole };
        let width = self.width.max(self.row.width);
        if width > limits.columns {
            let found = msg!("sheet-of-columns", columns = width);
            return Err(Limits::exceeded(place(), found, limits.columns, msg!("unit-columns"), "columns"));
        }
        let cells = self.rows.saturating_mul(width);
        if cells > limits.cells {
            let found = msg!("sheet-claims-cells", cells = cells);
            return Err(Limits::exceeded(place(), found, limits.cells, msg!("unit-cells"), "cells"));
        }
        if self.row.cell.text > limits.characters.saturating_mul(6) {
            let (found, unit) = (msg!("cell-too-long", most = limits.characters), msg!("unit-characters-in-cell"));
            return Err(Limits::exceeded(place(), found, limits.characters, unit, "characters"));
        }
        if self.text.max(self.row.text) > limits.unpacked_mb.saturating_mul(Limits::MEGABYTE) {
            let found = msg!("texts-repeated-without-measure");
            return Err(Limits::exceeded(place(), found, limits.unpacked_mb, msg!("unit-megabytes"), "unpacked_mb"));
        }
        Ok(())
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == name)?;
    Some(found.value.as_ref().to_owned())
}

/// A number of repetitions; 1 where none is given, as many as can be where it is no number.
fn count(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).map_or(1, |text| text.trim().parse().unwrap_or(u64::MAX))
}
