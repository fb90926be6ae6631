//! Delimited text: encoding and dialect are declared, or detected (`dialect`).

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::Encoding;
use rayon::prelude::*;

use super::dialect::{self, Certainty, Dialect, Record};
use super::grid::{Cell, Grid};
use super::row::Row;
use super::said::Said;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot};
use crate::msg;
use crate::study::{Limits, Reading};
use crate::wording::Message;

/// How many records are made rows at a time, side by side.
const BATCH: usize = 4096;

/// The one sheet of a text file. Lines above the header may be shorter than the rest; every other row that is longer or
/// shorter than most is reported.
pub(super) fn read(bytes: Vec<u8>, name: &str, declared: &Reading, limits: &Limits) -> Result<Grid, Diagnostics> {
    let text = decode(bytes, name, declared)?;
    let dialect = dialect_of(&text, declared);
    check_cells(&text, &dialect, name, limits)?;
    let (mut rows, mut lines): (Vec<Row>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut records = dialect::records(&text, &dialect);
    let mut strays: Vec<usize> = Vec::new();
    let mut split = || records.by_ref().take(BATCH).collect::<Vec<Record<'_>>>();
    let mut following = split();
    while !following.is_empty() {
        let batch = std::mem::take(&mut following);
        batch.iter().try_for_each(|record| check_record(record, name, limits))?;
        lines.extend(batch.iter().map(|record| record.line));
        strays.extend(batch.iter().filter(|record| record.stray).map(|record| record.line));
        // The next are split while these become rows.
        let (made, next) = rayon::join(|| batch.par_iter().map(row).collect::<Vec<_>>(), &mut split);
        rows.extend(made);
        following = next;
    }
    drop(text);
    let ragged = ragged(&rows, &lines, name);
    if ragged.has_errors() {
        return Err(ragged);
    }
    let said = strays.first().map(|first| {
        let message = msg!("stray-marks", rows = strays.len());
        let of_sheet = vec![Diagnostic::notice(Place::line(name, *first), message)];
        Box::new(Said { of_sheet, ..Said::default() })
    });
    Ok(Grid { file: name.into(), rows, lines: Some(lines), said, ..Grid::default() })
}

/// How a text is split.
pub(super) fn dialect_of(text: &str, declared: &Reading) -> Dialect {
    let mut dialect = dialect::detect(text, declared).dialect;
    if dialect.quote.is_none() && declared.quote.is_none() {
        // Where marks open and do not close, they are the mistake, until the study says that they mean nothing.
        dialect.quote = Dialect::default().quote;
    }
    dialect
}

/// A record as a row.
fn row(record: &Record<'_>) -> Row {
    let filled = || record.fields.iter().zip(0_u32..).filter(|(field, _)| !field.is_empty());
    let mut cells = Vec::with_capacity(filled().count());
    cells.extend(filled().map(|(field, column)| (column, cell(field))));
    Row::new(record.fields.len(), cells)
}

/// A field as a cell; line breaks inside are one sign, whatever the program that wrote them thinks a line break is.
fn cell(field: &str) -> Cell {
    if field.contains('\r') {
        Cell::of_text(&field.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cell::of_text(field)
    }
}

/// Cells are counted before any is kept, where there can be too many: every cell but the first of a line has a delimiter.
fn check_cells(text: &str, dialect: &Dialect, name: &str, limits: &Limits) -> Result<(), Diagnostic> {
    let sign = dialect.delimiter.as_bytes().first().copied().unwrap_or(b'\n');
    const PART: usize = 1 << 20;
    let ends = |part: &[u8]| part.iter().filter(|byte| **byte == sign || matches!(byte, b'\n' | b'\r')).count();
    let at_most = text.as_bytes().par_chunks(PART).map(ends).sum::<usize>() as u64 + 1;
    if at_most <= limits.cells {
        return Ok(());
    }
    let cells: u64 = dialect::records(text, dialect).map(|record| record.fields.len() as u64).sum();
    if cells <= limits.cells {
        return Ok(());
    }
    let found = msg!("file-has-cells", cells = cells);
    Err(Limits::exceeded(Place::file(name), found, limits.cells, msg!("unit-cells"), "cells"))
}

fn check_record(record: &Record<'_>, name: &str, limits: &Limits) -> Result<(), Diagnostic> {
    if let Some(line) = record.unclosed {
        return Err(Diagnostic::error(Place::line(name, line), msg!("quotation-never-closed")));
    }
    let place = || Place::line(name, record.line);
    let width = record.fields.len() as u64;
    if width > limits.columns {
        let found = msg!("row-of-columns", columns = width);
        return Err(Limits::exceeded(place(), found, limits.columns, msg!("unit-columns"), "columns"));
    }
    for (column, field) in record.fields.iter().enumerate().filter(|(_, field)| field.len() as u64 > limits.characters)
    {
        let characters = field.chars().count() as u64;
        if characters > limits.characters {
            let mut place = place();
            place.spot = Spot::Field { line: record.line, column };
            let (found, unit) = (msg!("cell-of-characters", characters = characters), msg!("unit-characters-in-cell"));
            return Err(Limits::exceeded(place, found, limits.characters, unit, "characters"));
        }
    }
    Ok(())
}

/// Every row whose number of columns is not that of most rows.
fn ragged(rows: &[Row], lines: &[usize], name: &str) -> Diagnostics {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *widths.entry(row.len()).or_default() += 1);
    let most = widths.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width);
    let header = rows.iter().position(|row| row.len() >= most).unwrap_or(0);
    let mut messages = Diagnostics::new();
    for (row, line) in rows.iter().zip(lines).skip(header).filter(|(row, _)| row.len() != most) {
        let message = msg!("row-of-other-width", columns = row.len(), most = most.to_string());
        messages.push(Diagnostic::error(Place::line(name, *line), message));
    }
    messages
}

pub(super) fn decode(bytes: Vec<u8>, name: &str, declared: &Reading) -> Result<String, Diagnostics> {
    let decoded = dialect::decode(&bytes, declared.encoding);
    let marked = Encoding::for_bom(&bytes).is_some() && decoded.certainty == Certainty::Certain;
    let line_at = |at: usize| memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
    if !decoded.encoding.starts_with("UTF-16")
        && let Some(at) = memchr::memchr(0, &bytes)
    {
        return Err(Diagnostic::error(Place::line(name, line_at(at)), msg!("text-with-nul")).into());
    }
    if let Some(line) = decoded.malformed {
        let encoding = decoded.encoding;
        let message = match declared.encoding.is_some() || !marked {
            true => msg!("text-invalid-as-read", encoding),
            false => msg!("text-invalid-as-marked", encoding),
        };
        return Err(Diagnostic::error(Place::line(name, line), message).into());
    }
    if let Some(line) = decoded.mixed {
        return Err(Diagnostic::error(Place::line(name, line), msg!("line-in-other-encoding")).into());
    }
    let decoded = match decoded.text {
        Cow::Owned(text) => Some(text),
        // What is borrowed whole is UTF-8: the bytes become the text as they are.
        Cow::Borrowed(text) if text.len() < bytes.len() => Some(text.to_owned()),
        Cow::Borrowed(_) => None,
    };
    let text = decoded.unwrap_or_else(|| String::from_utf8(bytes).unwrap_or_default());
    match garbled(&text) {
        Some((at, message)) => {
            let line = memchr::memchr_iter(b'\n', &text.as_bytes()[..at]).count() + 1;
            Err(Diagnostic::error(Place::line(name, line), message).into())
        }
        None => Ok(text),
    }
}

/// Where letters first are not what they were, if that is more often so than not: a text was decoded wrongly and saved, or
/// is in an encoding that nobody told.
fn garbled(text: &str) -> Option<(usize, Message)> {
    // The first bytes of all signs that are looked for below, but for å, ä, ö.
    let doubtful = |bytes: &[u8]| {
        memchr::memchr2(0xC2, 0xEF, bytes).is_some() || memchr::memmem::find(bytes, "Ã".as_bytes()).is_some()
    };
    if !doubtful(text.as_bytes()) {
        return None;
    }
    const LETTERS: &str = "åäöÅÄÖ";
    /// What follows "Ã" where the two bytes of such a letter became two letters.
    const SECOND: &str = "¥¤¶…„–";
    let signs = |part: &str| {
        let mut signs = Signs::default();
        let mut before = None;
        for sign in part.chars() {
            if !sign.is_ascii() {
                match sign {
                    '\u{fffd}' => signs.lost += 1,
                    // Windows-1252 has no letters there; other old encodings have.
                    '\u{80}'..='\u{9f}' => signs.unknown += 1,
                    sign if LETTERS.contains(sign) => signs.letters += 1,
                    sign if before == Some('Ã') && SECOND.contains(sign) => signs.twice += 1,
                    _ => {}
                }
            }
            before = Some(sign);
        }
        signs
    };
    let Signs { letters, twice, lost, unknown } = text.par_split('\n').map(signs).reduce(Signs::default, Signs::and);
    if twice > letters {
        let first = SECOND.chars().filter_map(|second| text.find(&format!("Ã{second}"))).min();
        return Some((first.unwrap_or_default(), msg!("letters-doubled")));
    }
    if lost > letters {
        return Some((text.find('\u{fffd}').unwrap_or_default(), msg!("letters-lost")));
    }
    let first = || text.find(|sign| matches!(sign, '\u{80}'..='\u{9f}')).unwrap_or_default();
    (unknown > letters).then(|| (first(), msg!("encoding-unknown")))
}

/// How often signs stand in a text that tell how it was decoded.
#[derive(Default)]
struct Signs {
    letters: usize,
    twice: usize,
    lost: usize,
    unknown: usize,
}

impl Signs {
    fn and(self, other: Self) -> Self {
        Self {
            letters: self.letters + other.letters,
            twice: self.twice + other.twice,
            lost: self.lost + other.lost,
            unknown: self.unknown + other.unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], name: &str, declared: &Reading) -> Result<Grid, Diagnostics> {
        super::read(bytes.to_vec(), name, declared, &Limits::default())
    }

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let grid = read(bytes, "a.csv", &Reading::default()).unwrap_or_default();
        grid.rows.iter().map(|r| (0..r.len()).map(|column| r.cell(column).text()).collect()).collect()
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
