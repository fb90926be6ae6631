//! Editing copies of studies as people do: a cell, a header, a row, a format.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use calamine::{Data, Reader, open_workbook_auto};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// The next number of a fixed sequence (SplitMix64), so that every run plants the same faults.
pub struct Random(pub u64);

impl Random {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// A text file, changed; what is to change must be there.
pub fn text(path: &Path, change: impl FnOnce(String) -> String) {
    let before = fs::read_to_string(path).expect("a text file");
    let after = change(before.clone());
    assert_ne!(before, after, "nothing was changed in {}", path.display());
    fs::write(path, after).expect("the changed file");
}

/// The first occurrence of a text replaced by another.
pub fn replace(path: &Path, from: &str, to: &str) {
    text(path, |before| before.replacen(from, to, 1));
}

/// A delimited text as rows of fields, read and written by a library that is not the program's.
pub fn table(path: &Path, change: impl FnOnce(&mut Vec<Vec<String>>)) {
    let bytes = fs::read(path).expect("a text file");
    let (text, latin) = match String::from_utf8(bytes.clone()) {
        Ok(text) => (text, false),
        Err(_) => (encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned(), true),
    };
    let (mark, text) = text.strip_prefix('\u{feff}').map_or(("", text.as_str()), |rest| ("\u{feff}", rest));
    let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    let before = rows.clone();
    change(&mut rows);
    assert_ne!(before, rows, "nothing was changed in {}", path.display());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(mark.as_bytes().to_vec());
    for row in &rows {
        writer.write_record(row).expect("a row");
    }
    let written = String::from_utf8(writer.into_inner().expect("all rows")).expect("UTF-8");
    let bytes = if latin { encoding_rs::WINDOWS_1252.encode(&written).0.into_owned() } else { written.into_bytes() };
    fs::write(path, bytes).expect("the changed file");
}

/// The column of a header in the first row.
pub fn column(rows: &[Vec<String>], name: &str) -> usize {
    rows[0].iter().position(|header| header == name).unwrap_or_else(|| panic!("no column {name}"))
}

/// A sheet of a workbook: its values, and what stands over them.
#[derive(Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The values.
    pub cells: Vec<Vec<Data>>,
    /// Number formats by row and column.
    pub formats: BTreeMap<(usize, usize), Format>,
    /// Rows that are hidden.
    pub hidden_rows: Vec<usize>,
    /// First and last row of a merged column.
    pub merged: Vec<(usize, usize, usize)>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
}

impl Sheet {
    /// The column of a header.
    pub fn column(&self, name: &str) -> (usize, usize) {
        let found = self.cells.iter().enumerate().find_map(|(row, cells)| {
            let at = cells.iter().position(|cell| matches!(cell, Data::String(text) if text == name));
            at.map(|column| (row, column))
        });
        found.unwrap_or_else(|| panic!("no column {name}"))
    }

    /// The text of a cell.
    pub fn text(&self, row: usize, column: usize) -> String {
        self.cells.get(row).and_then(|cells| cells.get(column)).map(ToString::to_string).unwrap_or_default()
    }
}

/// The name of a cell, as spreadsheets name it.
pub fn cell(row: usize, column: usize) -> String {
    format!("cell {}{}", insats::diagnostic::column_letters(column), row + 1)
}

/// A workbook, read by calamine, changed, and written by rust_xlsxwriter.
pub fn workbook(path: &Path, change: impl FnOnce(&mut Vec<Sheet>)) {
    let mut book = open_workbook_auto(path).expect("a workbook");
    let names = book.sheet_names();
    let mut sheets: Vec<Sheet> = names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).expect("a sheet");
            let (height, width) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
            let value = |row, column| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
            let cells = (0..height).map(|row| (0..width).map(|column| value(row, column)).collect()).collect();
            Sheet { name, cells, ..Sheet::default() }
        })
        .collect();
    change(&mut sheets);
    write(path, &sheets);
}

/// Writes a workbook.
pub fn write(path: &Path, sheets: &[Sheet]) {
    let mut book = Workbook::new();
    for sheet in sheets {
        let written = book.add_worksheet();
        written.set_name(&sheet.name).expect("a name");
        if sheet.hidden {
            written.set_hidden(true);
        }
        for (row, cells) in sheet.cells.iter().enumerate() {
            for (column, value) in cells.iter().enumerate() {
                put(written, sheet, row, column, value);
            }
        }
        for (first, last, column) in &sheet.merged {
            let text = sheet.cells[*first][*column].clone();
            let (top, bottom, at) = (*first as u32, *last as u32, *column as u16);
            written.merge_range(top, at, bottom, at, "", &Format::new()).expect("a merged range");
            put(written, sheet, *first, *column, &text);
        }
        for row in &sheet.hidden_rows {
            written.set_row_hidden(*row as u32).expect("a row");
        }
    }
    book.save(path).expect("the workbook");
}

fn put(written: &mut Worksheet, sheet: &Sheet, row: usize, column: usize, value: &Data) {
    let (at, to) = (row as u32, column as u16);
    let plain = Format::new();
    let format = sheet.formats.get(&(row, column)).unwrap_or(&plain);
    match value {
        Data::Empty => Ok(&mut *written),
        Data::Int(number) => written.write_number_with_format(at, to, *number as f64, format),
        Data::Float(number) => written.write_number_with_format(at, to, *number, format),
        Data::Bool(truth) => written.write_boolean_with_format(at, to, *truth, format),
        Data::DateTime(date) => written.write_number_with_format(at, to, date.as_f64(), format),
        other => written.write_string_with_format(at, to, other.to_string(), format),
    }
    .expect("a cell");
}
