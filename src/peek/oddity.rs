//! What is odd about a file, each with its place: nothing here stops anything.

use std::collections::BTreeMap;

use super::parts::{Part, PartKind};
use super::{ColumnSight, line};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, column_letters, shown};
use crate::input::dialect::{Certainty, Decoded, Dialect, Record, records};
use crate::input::{Cell, Grid, Row};

fn odd(place: Place, found: impl Into<String>) -> Diagnostic {
    Diagnostic::notice(place, found)
}

/// Bytes that do not fit the encoding, or a NUL among them.
pub(super) fn of_encoding(bytes: &[u8], decoded: &Decoded, name: &str, oddities: &mut Diagnostics) {
    if let Some(line) = decoded.malformed {
        let found = format!("bytes that are not valid {}", decoded.encoding);
        oddities.push(odd(Place::line(name, line), found).action("say the right one with --encoding"));
    }
    if let Some(line) = decoded.mixed {
        oddities.push(odd(Place::line(name, line), "the line is in another encoding than the rest, which is UTF-8"));
    }
    if decoded.certainty == Certainty::Unsure && !bytes.is_ascii() {
        let found = format!("the encoding may be another than {}: {}", decoded.encoding, decoded.reason);
        oddities.push(odd(Place::file(name), found).action("look at å, ä, ö below; say another with --encoding"));
    }
    if !decoded.encoding.starts_with("UTF-16")
        && let Some(at) = bytes.iter().position(|b| *b == 0)
    {
        let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
        oddities.push(odd(Place::line(name, line), "a NUL byte, which no text has"));
    }
}

/// The mark that opens and never closes.
pub(super) fn of_open_mark(text: &str, dialect: &Dialect, name: &str, oddities: &mut Diagnostics) {
    for line in records(text, dialect).filter_map(|record| record.unclosed) {
        oddities.push(
            odd(Place::line(name, line), "a quotation mark opens a text that is never closed")
                .action("a run refuses the file; if marks mean nothing in it, declare quote = \"none\""),
        );
    }
}

/// Text behind a closing mark.
pub(super) fn of_record(record: &Record<'_>, name: &str, oddities: &mut Diagnostics) {
    if record.stray {
        oddities.push(odd(
            Place::line(name, record.line),
            "text stands between a closing quotation mark and the next delimiter",
        ));
    }
}

/// How lines end, and whether the last one does.
pub(super) fn of_line_ends(text: &str, name: &str, oddities: &mut Diagnostics) -> &'static str {
    let both = text.matches("\r\n").count();
    let (returns, feeds) = (text.matches('\r').count() - both, text.matches('\n').count() - both);
    let ends = match (both, returns, feeds) {
        (0, 0, 0) => "none",
        (_, 0, 0) => "CRLF",
        (0, _, 0) => "CR",
        (0, 0, _) => "LF",
        _ => "mixed",
    };
    if ends == "mixed" {
        let found = format!("lines end in different ways: {both} in CRLF, {feeds} in LF, {returns} in CR");
        oddities.push(odd(Place::file(name), found));
    }
    let last = text.lines().count();
    let bare = text.trim_end_matches(['\n', '\r']);
    let breaks = text[bare.len()..].replace("\r\n", "\n").chars().count();
    if breaks == 0 && !text.is_empty() {
        oddities.push(odd(Place::line(name, last), "the last line does not end in a line break"));
    } else if breaks > 1 {
        oddities.push(odd(Place::line(name, last), format!("{} blank lines at the end", breaks - 1)));
    }
    ends
}

/// Titles, notes, further tables, rows of another width.
pub(super) fn of_parts(grid: &Grid, parts: &[Part], largest: Option<&Part>, oddities: &mut Diagnostics) {
    let place = |row: usize| match grid.lines {
        Some(_) => Place::line(&grid.file, line(grid, row)),
        None => grid.place(row, 0),
    };
    for part in parts {
        let Some(first) = part.rows.first() else { continue };
        let (count, is_largest) = (part.rows.len(), largest.is_some_and(|l| std::ptr::eq(l, part)));
        let lines = if count == 1 { "line" } else { "lines" };
        match part.kind {
            PartKind::Preamble => oddities.push(odd(place(*first), format!("{count} {lines} above the table"))),
            PartKind::Note => oddities.push(odd(place(*first), format!("{count} {lines} below or between tables"))),
            PartKind::Table if !is_largest => {
                let found = format!("another table: {count} rows of {} columns", part.width);
                oddities
                    .push(odd(place(*first), found).action("look at it with --skip, or put it into a file of its own"));
            }
            PartKind::Table => {}
        }
    }
    let Some(table) = largest.filter(|_| grid.lines.is_some()) else { return };
    for row in &table.rows {
        let width = grid.rows.get(*row).map_or(0, Row::len);
        if width != table.width {
            let found = format!("the row has {width} columns, most have {}", table.width);
            oddities
                .push(odd(place(*row), found).action("look for a delimiter in a text without quotes, or a cut row"));
        }
    }
}

/// Names that are blank, stand twice, or have signs that nobody sees.
pub(super) fn of_header(names: &[String], rows: usize, place: &dyn Fn(usize) -> Place, oddities: &mut Diagnostics) {
    if rows == 0 {
        return;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (column, name) in names.iter().enumerate() {
        if name.is_empty() {
            oddities.push(odd(place(column), "the column has no name"));
        } else if let Some(first) = seen.insert(name, column) {
            let found = format!("the name {} stands twice, also in column {}", shown(name), column_letters(first));
            oddities.push(odd(place(column), found));
        }
        if name.contains(['\u{200b}', '\u{feff}', '\u{ad}', '\u{200d}']) {
            oddities.push(odd(place(column), format!("the name {} has signs that nobody sees", shown(name))));
        }
    }
}

/// Error cells, formulas without a result, numbers among texts, totals.
pub(super) fn of_columns(
    whole: &Grid,
    grid: &Grid,
    rows: &[usize],
    columns: &[ColumnSight],
    oddities: &mut Diagnostics,
) {
    let place = |row: usize, column: usize| match whole.lines {
        Some(_) => grid.place(row, column),
        None => whole.place(line(grid, row) - 1, column),
    };
    for sight in columns {
        let column = sight.column;
        let mut texts = 0;
        let mut numbers = 0;
        for row in rows {
            match grid.cell(*row, column) {
                Cell::Fault(fault) => {
                    oddities.push(odd(place(*row, column), format!("the cell holds the error {}", shown(fault))))
                }
                Cell::Uncalculated => oddities.push(odd(place(*row, column), "a formula whose result was not saved")),
                Cell::Number(_) => numbers += 1,
                Cell::Text(text) if text.trim().parse::<f64>().is_ok() => texts += 1,
                _ => {}
            }
        }
        if texts > 0 && numbers > 0 && !sight.contact {
            let found = format!("{texts} numbers are stored as texts, {numbers} as numbers");
            oddities.push(odd(place(rows.first().copied().unwrap_or(0), column), found));
        }
    }
    for row in rows {
        let first = grid.rows.get(*row).and_then(|cells| cells.filled().next());
        let total = first
            .map(|(_, cell)| cell.text())
            .filter(|text| ["summa", "totalt", "total"].contains(&text.trim().to_lowercase().as_str()));
        if let Some(label) = total {
            oddities.push(odd(place(*row, 0), format!("the row {} seems to be a total", shown(&label))));
        }
    }
}
