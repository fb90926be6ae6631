//! Delimited text: encoding and dialect are declared, or detected (`dialect`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::dialect::{self, Certainty, Dialect};
use super::grid::{Cell, Grid};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::study::Reading;

/// The one sheet of a text file. Lines above the header may be shorter than the rest; every other row that is longer or
/// shorter than most is reported.
pub(super) fn read(bytes: &[u8], name: &str, declared: &Reading) -> Result<Grid, Diagnostics> {
    let text = decode(bytes, name, declared)?;
    let mut dialect = dialect::detect(&text, declared).dialect;
    if dialect.quote.is_none() && declared.quote.is_none() {
        // Where marks open and do not close, they are the mistake, until the study says that they mean nothing.
        dialect.quote = Dialect::default().quote;
    }
    let (mut rows, mut lines): (Vec<Vec<Cell>>, Vec<usize>) = (Vec::new(), Vec::new());
    for record in dialect::records(&text, &dialect) {
        if let Some(line) = record.unclosed {
            let message =
                Diagnostic::error(Place::line(name, line), "a quotation mark opens a text that is never closed")
                    .expected("a quotation mark at the end of the text, too")
                    .action("close the text, or remove the mark; everything behind it would be read as one cell");
            return Err(message.into());
        }
        lines.push(record.line);
        rows.push(record.fields.into_iter().map(cell).collect());
    }
    let ragged = ragged(&rows, &lines, name);
    if ragged.has_errors() {
        return Err(ragged);
    }
    Ok(Grid { file: name.to_owned(), sheet: None, rows, lines: Some(lines) })
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

fn cell(field: Cow<'_, str>) -> Cell {
    if field.is_empty() { Cell::Blank } else { Cell::Text(field.into_owned()) }
}

fn decode(bytes: &[u8], name: &str, declared: &Reading) -> Result<String, Diagnostics> {
    let decoded = dialect::decode(bytes, declared.encoding);
    if bytes.contains(&0) && declared.encoding.is_none() && !decoded.encoding.starts_with("UTF-16") {
        return Err(Diagnostic::error(Place::file(name), "the file is neither a text nor a workbook nor an SPSS file")
            .expected("xlsx, xlsb, xls, ods, sav, zsav, or text in UTF-8, UTF-16 or Windows-1252")
            .action("export the file anew")
            .into());
    }
    if let Some(line) = decoded.malformed {
        let marked = Encoding::for_bom(bytes).is_some() && decoded.certainty == Certainty::Certain;
        let how = if declared.encoding.is_some() || !marked { "read as" } else { "marked as" };
        let found = format!("the file is {how} {} but is not valid", decoded.encoding);
        let place = if how == "read as" { Place::line(name, line) } else { Place::file(name) };
        return Err(Diagnostic::error(place, found).action("save the file anew as UTF-8").into());
    }
    Ok(decoded.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = read(bytes, "a.csv", &Reading::default()).unwrap_or_default();
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
        let grid = read("a;b\n\"x\ny\";1\nz;2\n".as_bytes(), "a.csv", &Reading::default()).unwrap_or_default();
        assert_eq!(grid.lines, Some(vec![1, 2, 4]));
        let windows =
            read("a;b\r\n\"x\r\ny\";1\r\n\r\nz;2\r\n".as_bytes(), "a.csv", &Reading::default()).unwrap_or_default();
        assert_eq!(windows.lines, Some(vec![1, 2, 5]));
        let old_mac = read("a;b\rx;1\rz;2\r".as_bytes(), "a.csv", &Reading::default()).unwrap_or_default();
        assert_eq!(old_mac.lines, Some(vec![1, 2, 3]));
    }

    #[test]
    fn rows_that_are_too_long_or_short_are_refused_with_their_lines() {
        let error = read(b"a;b\n1;2\n1;2;3\n1;2\n1\n", "a.csv", &Reading::default()).err().unwrap_or_default();
        let places: Vec<_> = error.sorted().iter().map(|e| e.place.to_string()).collect();
        assert_eq!(places, ["a.csv, line 3", "a.csv, line 5"]);
    }

    #[test]
    fn lines_above_the_header_may_be_shorter() {
        assert_eq!(texts(b"Rubrik\n\na;b\n1;2\n").len(), 3);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_refused_with_its_line() {
        let error = read(b"a;b\n1;\"x\n2;y\n", "a.csv", &Reading::default()).err().unwrap_or_default();
        assert_eq!(error.sorted().first().map(|e| e.place.to_string()).as_deref(), Some("a.csv, line 2"));
        assert_eq!(texts(b"a;b\n1;\"x \"\"y\"\" \nz\"\n").len(), 2);
        assert_eq!(texts(b"a;b\n1;5\" screen\n").len(), 2);
    }

    #[test]
    fn a_binary_file_is_no_text() {
        assert!(read(b"a;b\n\0;2\n", "a.csv", &Reading::default()).is_err());
    }
}
