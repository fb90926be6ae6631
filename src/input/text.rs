//! Delimited text: encoding and delimiter are detected.
//!
//! UTF-8 (with or without a byte order mark) and UTF-16 are told from their bytes; what is not valid UTF-8 is read as
//! Windows-1252, of which Latin-1 text is a part. The delimiter is the sign that splits the records into most columns with
//! every record alike.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::grid::{Cell, Grid};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, spaced};
use crate::study::Limits;

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// How many records decide on the delimiter.
const SAMPLE: usize = 50;

/// The one sheet of a text file. Lines above the header may be shorter than the rest; every other row that is longer or
/// shorter than most is reported.
pub(super) fn read(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<Grid, Diagnostics> {
    let text = decode(bytes, name)?;
    let delimiter = detect_delimiter(&text);
    Measured::of(&text, delimiter).check(name, limits)?;
    if let Some(line) = unclosed_quote(&text, delimiter) {
        let message = Diagnostic::error(Place::line(name, line), "a quotation mark opens a text that is never closed")
            .expected("a quotation mark at the end of the text, too")
            .action("close the text, or remove the mark; everything behind it would be read as one cell");
        return Err(message.into());
    }
    let (mut rows, mut lines): (Vec<Vec<Cell>>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut counter = LineCounter { text: text.as_bytes(), at: 0, line: 1 };
    for record in reader(&text, delimiter).into_records() {
        let record = record.map_err(|error| Diagnostics::from(fault(name, &error)))?;
        lines.push(counter.line_of(record.position().map_or(0, |p| p.byte() as usize)));
        rows.push(record.iter().map(Cell::of_text).collect());
    }
    let ragged = ragged(&rows, &lines, name);
    if ragged.has_errors() {
        return Err(ragged);
    }
    Ok(Grid { file: name.to_owned(), sheet: None, rows, lines: Some(lines) })
}

/// Counts lines up to a record. The csv library's own line is that of the line break before a record where lines end in
/// CRLF, and it does not count blank lines that it skips.
struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl LineCounter<'_> {
    /// The line on which the record that begins at a byte, or after line breaks there, has its first character.
    fn line_of(&mut self, byte: usize) -> usize {
        let is_break = |at: usize| matches!(self.text.get(at), Some(b'\r' | b'\n'));
        let mut start = byte;
        while is_break(start) {
            start += 1;
        }
        let passed = self.text.get(self.at..start).unwrap_or_default();
        let alone = |(i, b): (usize, &u8)| *b == b'\n' || (*b == b'\r' && passed.get(i + 1) != Some(&b'\n'));
        self.line += passed.iter().enumerate().filter(|pair| alone(*pair)).count();
        self.at = start.max(self.at);
        self.line
    }
}

/// The line of a quotation mark that opens a cell and is never closed. The csv library would read on to the end.
fn unclosed_quote(text: &str, delimiter: u8) -> Option<usize> {
    let (mut line, mut opened, mut at_start) = (1, None, true);
    let mut characters = text.bytes().peekable();
    while let Some(byte) = characters.next() {
        match (byte, opened) {
            (b'"', None) if at_start => opened = Some(line),
            (b'"', Some(_)) if characters.peek() == Some(&b'"') => {
                characters.next();
            }
            (b'"', Some(_)) => opened = None,
            _ => {}
        }
        line += usize::from(byte == b'\n');
        at_start = byte == delimiter || byte == b'\n' || byte == b'\r';
    }
    opened
}

/// How large a text is as a table, before any of it is kept.
#[derive(Default)]
struct Measured {
    cells: u64,
    widest: (u64, usize),
    longest: (u64, usize),
}

impl Measured {
    fn of(text: &str, delimiter: u8) -> Self {
        let mut measured = Self::default();
        let (mut quoted, mut line, mut width, mut length) = (false, 1, 1_u64, 0_u64);
        for byte in text.bytes() {
            let ends = byte == b'\n' || (byte == delimiter && !quoted);
            if byte == b'"' {
                quoted = !quoted;
            }
            if ends && !quoted {
                measured.longest = measured.longest.max((length, line));
                measured.cells += 1;
                length = 0;
                width = if byte == b'\n' { 1 } else { width + 1 };
                measured.widest = measured.widest.max((width, line));
            } else {
                // Bytes that continue a character are not counted.
                length += u64::from(byte & 0xC0 != 0x80);
            }
            line += usize::from(byte == b'\n');
        }
        measured.cells += 1;
        measured.longest = measured.longest.max((length, line));
        measured
    }

    fn check(&self, name: &str, limits: &Limits) -> Result<(), Diagnostic> {
        let exceeded = |line: usize, found: String, most: u64, unit: &str, key: &str| {
            Err(Limits::exceeded(Place::line(name, line), found, most, unit, key))
        };
        let ((width, wide), (length, long)) = (self.widest, self.longest);
        if length > limits.characters {
            let found = format!("a cell holds {} characters", spaced(length));
            return exceeded(long, found, limits.characters, "characters in a cell", "characters");
        }
        if width > limits.columns {
            let found = format!("the row has {} columns", spaced(width));
            return exceeded(wide, found, limits.columns, "columns", "columns");
        }
        if self.cells > limits.cells {
            let found = format!("the file has {} cells", spaced(self.cells));
            return Err(Limits::exceeded(Place::file(name), found, limits.cells, "cells", "cells"));
        }
        Ok(())
    }
}

/// Every row whose number of columns is not that of most rows.
fn ragged(rows: &[Vec<Cell>], lines: &[usize], name: &str) -> Diagnostics {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *widths.entry(row.len()).or_default() += 1);
    let most = widths.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width);
    let header = rows.iter().position(|row| row.len() >= most).unwrap_or(0);
    let mut messages = Diagnostics::new();
    for (row, line) in rows.iter().zip(lines).skip(header).filter(|(row, _)| row.len() != most) {
        messages.push(
            Diagnostic::error(Place::line(name, *line), format!("the row has {} columns", row.len()))
                .expected(format!("{most}, as most rows have"))
                .action("a delimiter inside a text must stand in quotes; export the file anew, or mend the row"),
        );
    }
    messages
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Diagnostics> {
    let marked = Encoding::for_bom(&bytes);
    if let (None, Some(at)) = (marked, bytes.iter().position(|byte| *byte == 0)) {
        let line = bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        return Err(Diagnostic::error(Place::line(name, line), "the text holds a NUL byte, which no text does")
            .expected("xlsx, xlsb, xls, ods, sav, zsav, parquet, or text in UTF-8, UTF-16 or Windows-1252")
            .action("export the file anew")
            .into());
    }
    let bytes = match (marked, String::from_utf8(bytes)) {
        (None, Ok(text)) => return Ok(text),
        (_, Ok(text)) => text.into_bytes(),
        (_, Err(error)) => error.into_bytes(),
    };
    let encoding = marked.map_or(WINDOWS_1252, |(encoding, _)| encoding);
    let (text, _, malformed) = encoding.decode(&bytes);
    if malformed {
        let found = format!("the file is marked as {} but is not valid", encoding.name());
        return Err(Diagnostic::error(Place::file(name), found).action("save the file anew as UTF-8").into());
    }
    Ok(text.into_owned())
}

fn detect_delimiter(text: &str) -> u8 {
    let columns_if_alike = |delimiter: u8| {
        let mut widths = reader(text, delimiter).into_records().take(SAMPLE).flatten().map(|r| r.len());
        let first = widths.next().unwrap_or(0);
        if widths.all(|w| w == first) { first } else { 1 }
    };
    let alike = DELIMITERS.into_iter().map(|d| (columns_if_alike(d), d)).max_by_key(|(columns, _)| *columns);
    match alike {
        Some((columns, delimiter)) if columns > 1 => delimiter,
        _ => most_frequent_in_first_line(text),
    }
}

fn most_frequent_in_first_line(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default().as_bytes();
    let count = |delimiter: u8| first.iter().filter(|b| **b == delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(|d| count(*d)).unwrap_or(b';')
}

fn fault(name: &str, error: &csv::Error) -> Diagnostic {
    let line = error.position().map_or(0, |p| p.line() as usize);
    Diagnostic::error(Place::line(name, line), format!("the text cannot be split into columns: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], name: &str) -> Result<Grid, Diagnostics> {
        super::read(bytes.to_vec(), name, &Limits::default())
    }

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = read(bytes, "a.csv").unwrap_or_default();
        grid.rows.iter().map(|r| r.iter().map(Cell::text).collect()).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let expected = vec![vec!["Län".to_owned(), "kr".to_owned()], vec!["Örebro".to_owned(), "1,5".to_owned()]];
        assert_eq!(texts("Län;kr\r\nÖrebro;1,5\r\n".as_bytes()), expected);
        assert_eq!(texts("\u{feff}Län;kr\nÖrebro;1,5".as_bytes()), expected);
        assert_eq!(texts(b"L\xe4n;kr\n\xd6rebro;1,5\n"), expected);
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Län\tkr\nÖrebro\t1,5".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(texts(&utf16), expected);
    }

    #[test]
    fn line_breaks_in_quotes_keep_the_line_numbers_right() {
        let grid = read("a;b\n\"x\ny\";1\nz;2\n".as_bytes(), "a.csv").unwrap_or_default();
        assert_eq!(grid.lines, Some(vec![1, 2, 4]));
        let windows = read("a;b\r\n\"x\r\ny\";1\r\n\r\nz;2\r\n".as_bytes(), "a.csv").unwrap_or_default();
        assert_eq!(windows.lines, Some(vec![1, 2, 5]));
        let old_mac = read("a;b\rx;1\rz;2\r".as_bytes(), "a.csv").unwrap_or_default();
        assert_eq!(old_mac.lines, Some(vec![1, 2, 3]));
    }

    #[test]
    fn rows_that_are_too_long_or_short_are_refused_with_their_lines() {
        let error = read(b"a;b\n1;2\n1;2;3\n1;2\n1\n", "a.csv").err().unwrap_or_default();
        let places: Vec<_> = error.sorted().iter().map(|e| e.place.to_string()).collect();
        assert_eq!(places, ["a.csv, line 3", "a.csv, line 5"]);
    }

    #[test]
    fn lines_above_the_header_may_be_shorter() {
        assert_eq!(texts(b"Rubrik\n\na;b\n1;2\n").len(), 3);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_refused_with_its_line() {
        let error = read(b"a;b\n1;\"x\n2;y\n", "a.csv").err().unwrap_or_default();
        assert_eq!(error.sorted().first().map(|e| e.place.to_string()).as_deref(), Some("a.csv, line 2"));
        assert_eq!(texts(b"a;b\n1;\"x \"\"y\"\" \nz\"\n").len(), 2);
        assert_eq!(texts(b"a;b\n1;5\" screen\n").len(), 2);
    }

    #[test]
    fn a_binary_file_is_no_text() {
        assert!(read(b"a;b\n\0;2\n", "a.csv").is_err());
    }
}
