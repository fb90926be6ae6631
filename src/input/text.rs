//! Delimited text: encoding and delimiter are detected.
//!
//! UTF-8 (with or without a byte order mark) and UTF-16 are told from their bytes; what is not valid UTF-8 is read as
//! Windows-1252, of which Latin-1 text is a part. The delimiter is the sign that splits the records into most columns with
//! every record alike.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::grid::{Cell, Grid};
use crate::diagnostic::{Diagnostic, Place};

const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// How many records decide on the delimiter.
const SAMPLE: usize = 50;

/// The one sheet of a text file.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<Grid, Box<Diagnostic>> {
    let text = decode(bytes, name)?;
    let delimiter = detect_delimiter(&text);
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    let mut longest_header = None;
    for record in reader(&text, delimiter).into_records() {
        let record = record.map_err(|error| fault(name, &error))?;
        let line = record.position().map_or(0, |p| p.line() as usize);
        let columns = *longest_header.get_or_insert(record.len());
        if record.len() > columns {
            return Err(ragged(name, line, columns, record.len()));
        }
        rows.push(record.iter().map(cell).collect());
        lines.push(line);
    }
    Ok(Grid { file: name.to_owned(), sheet: None, rows, lines: Some(lines) })
}

fn cell(field: &str) -> Cell {
    if field.is_empty() { Cell::Blank } else { Cell::Text(field.to_owned()) }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

fn decode(bytes: &[u8], name: &str) -> Result<String, Box<Diagnostic>> {
    if bytes.contains(&0) && Encoding::for_bom(bytes).is_none() {
        return Err(Box::new(
            Diagnostic::error(Place::file(name), "the file holds NUL bytes, which no text does")
                .expected("a workbook, an SPSS file, or delimited text in UTF-8, UTF-16 or Windows-1252")
                .action("export the file anew"),
        ));
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed {
        return Err(Box::new(
            Diagnostic::error(Place::file(name), format!("the file is marked as {} but is not valid", encoding.name()))
                .action("save the file anew as UTF-8"),
        ));
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

fn fault(name: &str, error: &csv::Error) -> Box<Diagnostic> {
    let line = error.position().map_or(0, |p| p.line() as usize);
    Box::new(Diagnostic::error(Place::line(name, line), format!("the text cannot be split into columns: {error}")))
}

fn ragged(name: &str, line: usize, expected: usize, found: usize) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(Place::line(name, line), format!("the row has {found} columns"))
            .expected(format!("at most {expected}, as the header has"))
            .action("a delimiter inside a text must stand in quotes; export the file anew, or mend the row"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn a_row_that_is_too_long_is_refused_with_its_line() {
        let error = read(b"a;b\n1;2\n1;2;3\n", "a.csv").err().map(|e| e.place.to_string());
        assert_eq!(error.as_deref(), Some("a.csv, line 3"));
    }

    #[test]
    fn a_binary_file_is_no_text() {
        assert!(read(b"a;b\n\0;2\n", "a.csv").is_err());
    }
}
