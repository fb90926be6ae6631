//! Excel and OpenDocument workbooks.

use std::io::Cursor;

use calamine::{Data, Reader};

use super::grid::{Cell, Grid};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};

/// Whether the bytes begin as a zip archive (xlsx, xlsb, ods) or an old Office file (xls) does.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// All sheets with cells, in the order of the workbook.
pub(super) fn read(bytes: Vec<u8>, name: &str) -> Result<Vec<Grid>, Diagnostics> {
    let fault = |error: calamine::Error| -> Diagnostics {
        Diagnostic::error(Place::file(name), format!("the workbook is damaged or locked ({error})"))
            .expected("an xlsx, xlsb, xls or ods workbook without a password")
            .action("open it in a spreadsheet program and save it anew")
            .into()
    };
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(fault)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut rows = vec![Vec::new(); first_row as usize];
        for row in range.rows() {
            let mut cells = vec![Cell::Blank; first_column as usize];
            cells.extend(row.iter().map(cell));
            rows.push(cells);
        }
        grids.push(Grid { file: name.to_owned(), sheet: Some(sheet), rows, lines: None });
    }
    Ok(grids)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Blank,
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(date) => Cell::Text(date_text(*date)),
        Data::Error(fault) => Cell::Fault(fault.to_string()),
    }
}

/// A date as `2024-05-01`, with the time where there is one.
fn date_text(date: calamine::ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
