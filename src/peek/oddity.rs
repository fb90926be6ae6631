//! What is odd about a file, each with its place: nothing here stops anything.

use std::collections::BTreeMap;

use super::parts::{Part, PartKind};
use super::{ColumnSight, line};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, column_letters, shown};
use crate::msg;
use crate::read::dialect::{Certainty, Decoded, Dialect, Record, records};
use crate::read::{Cell, Grid, Row, tell_looks};
use crate::signs::{first_look_alike, is_invisible, mixes_scripts};
use crate::survey::is_contact;
use crate::wording::{Arg, Message};

fn odd(place: Place, message: Message) -> Diagnostic {
    Diagnostic::notice(place, message)
}

/// Bytes that do not fit the encoding, or a NUL among them.
pub(super) fn of_encoding(bytes: &[u8], decoded: &Decoded, name: &str, oddities: &mut Diagnostics) {
    if let Some(line) = decoded.malformed {
        oddities.push(odd(Place::line(name, line), msg!("peek-bytes-invalid", encoding = decoded.encoding)));
    }
    if let Some(line) = decoded.mixed {
        oddities.push(odd(Place::line(name, line), msg!("peek-line-in-other-encoding")));
    }
    if decoded.certainty == Certainty::Unsure && !bytes.is_ascii() {
        let message = msg!("peek-encoding-unsure", encoding = decoded.encoding, reason = &decoded.reason);
        oddities.push(odd(Place::file(name), message));
    }
    if !decoded.encoding.starts_with("UTF-16")
        && let Some(at) = bytes.iter().position(|b| *b == 0)
    {
        let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
        oddities.push(odd(Place::line(name, line), msg!("peek-nul")));
    }
}

/// The mark that opens and never closes; whether there is one.
pub(super) fn of_open_mark(text: &str, dialect: &Dialect, name: &str, oddities: &mut Diagnostics) -> bool {
    let open: Vec<usize> = records(text, dialect).filter_map(|record| record.unclosed).collect();
    for line in &open {
        oddities.push(odd(Place::line(name, *line), msg!("peek-quotation-never-closed")));
    }
    !open.is_empty()
}

/// Text behind a closing mark.
pub(super) fn of_record(record: &Record<'_>, name: &str, oddities: &mut Diagnostics) {
    if record.stray {
        oddities.push(odd(Place::line(name, record.line), msg!("peek-stray-mark")));
    }
}

/// How lines end, and whether the last one does.
pub(super) fn of_line_ends(text: &str, name: &str, oddities: &mut Diagnostics) -> Arg {
    let both = text.matches("\r\n").count();
    let (returns, feeds) = (text.matches('\r').count() - both, text.matches('\n').count() - both);
    let ends = match (both, returns, feeds) {
        (0, 0, 0) => msg!("sign-none").into(),
        (_, 0, 0) => "CRLF".into(),
        (0, _, 0) => "CR".into(),
        (0, 0, _) => "LF".into(),
        _ => {
            oddities.push(odd(Place::file(name), msg!("peek-line-ends-mixed", both, feeds, returns)));
            msg!("line-ends-mixed").into()
        }
    };
    let last = text.lines().count();
    let bare = text.trim_end_matches(['\n', '\r']);
    let breaks = text[bare.len()..].replace("\r\n", "\n").chars().count();
    if breaks == 0 && !text.is_empty() {
        oddities.push(odd(Place::line(name, last), msg!("peek-last-line-open")));
    } else if breaks > 1 {
        oddities.push(odd(Place::line(name, last), msg!("peek-blank-lines-at-end", count = breaks - 1)));
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
        match part.kind {
            PartKind::Preamble => oddities.push(odd(place(*first), msg!("peek-lines-above", count))),
            PartKind::Note => oddities.push(odd(place(*first), msg!("peek-lines-below", count))),
            PartKind::Table if !is_largest => {
                oddities.push(odd(place(*first), msg!("peek-other-table", count, columns = part.width)));
            }
            PartKind::Table => {}
        }
    }
    let Some(table) = largest.filter(|_| grid.lines.is_some()) else { return };
    for row in &table.rows {
        let width = grid.rows.get(*row).map_or(0, Row::len);
        if width != table.width {
            oddities.push(odd(place(*row), msg!("peek-row-of-other-width", width, most = table.width)));
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
            oddities.push(odd(place(column), msg!("peek-column-without-name")));
        } else if let Some(first) = seen.insert(name, column) {
            let message = msg!("peek-name-twice", name = shown(name), other = column_letters(first));
            oddities.push(odd(place(column), message));
        }
    }
}

/// Where a cell of a part of a sheet stands.
fn place_in(whole: &Grid, part: &Grid, row: usize, column: usize) -> Place {
    match whole.lines {
        Some(_) => part.place(row, column),
        None => whole.place(line(part, row).saturating_sub(1), column),
    }
}

/// The same of the names of columns.
pub(super) fn of_names(whole: &Grid, part: &Grid, header: &[usize], oddities: &mut Diagnostics) {
    let width = header.iter().filter_map(|row| part.rows.get(*row)).map(Row::len).max().unwrap_or(0);
    let place = |row: usize, column: usize| place_in(whole, part, row, column);
    (0..width).for_each(|column| of_signs(part, header, column, &place, oddities));
}

/// Signs that nobody sees, and letters that only look like others: how many cells of a column have them, and the first.
fn of_signs(
    grid: &Grid,
    rows: &[usize],
    column: usize,
    place: &dyn Fn(usize, usize) -> Place,
    oddities: &mut Diagnostics,
) {
    let texts = || {
        rows.iter().filter_map(|row| match grid.cell(*row, column) {
            Cell::Text(text) if !text.is_ascii() => Some((*row, text.as_str())),
            _ => None,
        })
    };
    let mut report = |has: &dyn Fn(&str) -> Option<Arg>, message: &dyn Fn(Arg, usize) -> Message| {
        let mut found = texts().filter_map(|(row, text)| Some((row, has(text)?)));
        let Some((row, sign)) = found.next() else { return };
        oddities.push(odd(place(row, column), message(sign, found.count())));
    };
    let escaped = |c: char| Arg::from(c.escape_default().to_string());
    let invisible = |text: &str| text.chars().find(|c| is_invisible(*c)).map(escaped);
    report(&invisible, &|sign, more| msg!("peek-signs-unseen", sign, more));
    let like = |(c, latin): (char, String)| msg!("sign-for-letter", sign = escaped(c), letter = shown(&latin)).into();
    report(&|text| first_look_alike(text).map(like), &|sign, more| msg!("peek-letters-alike", sign, more));
    let other = |text: &str| text.chars().find(|c| c.is_alphabetic() && *c >= '\u{370}').map(escaped);
    let mixed = |text: &str| other(text).filter(|_| first_look_alike(text).is_none() && mixes_scripts(text));
    report(&mixed, &|sign, more| msg!("peek-scripts-mixed", sign, more));
}

/// Error cells, formulas without a result, numbers among texts, totals.
pub(super) fn of_columns(
    whole: &Grid,
    grid: &Grid,
    rows: &[usize],
    columns: &[ColumnSight],
    oddities: &mut Diagnostics,
) {
    let place = |row: usize, column: usize| place_in(whole, grid, row, column);
    for sight in columns {
        let column = sight.column;
        let (mut texts, mut numbers) = (0_usize, 0_usize);
        for row in rows {
            match grid.cell(*row, column) {
                Cell::Fault(fault) => {
                    oddities.push(odd(place(*row, column), msg!("peek-cell-of-error", error = shown(fault))));
                }
                Cell::Uncalculated => oddities.push(odd(place(*row, column), msg!("peek-formula-unsaved"))),
                Cell::Number(_) => numbers += 1,
                Cell::Text(text) if text.trim().parse::<f64>().is_ok() => texts += 1,
                _ => {}
            }
        }
        if !sight.contact {
            of_signs(grid, rows, column, &place, oddities);
        }
        if texts > 0 && numbers > 0 && !sight.contact {
            let message = msg!("peek-numbers-as-texts", texts, numbers);
            oddities.push(odd(place(rows.first().copied().unwrap_or(0), column), message));
        }
    }
    for row in rows {
        let first = grid.rows.get(*row).and_then(|cells| cells.filled().next());
        let total = first
            .map(|(_, cell)| cell.text())
            .filter(|text| ["summa", "totalt", "total"].contains(&text.trim().to_lowercase().as_str()));
        if let Some(label) = total {
            oddities.push(odd(place(*row, 0), msg!("peek-total-row", label = shown(&label))));
        }
    }
}

/// What the file says of its columns: missing values, weights, questions that stand in several columns.
pub(super) fn of_said(grid: &Grid, oddities: &mut Diagnostics) {
    let Some(said) = &grid.said else { return };
    oddities.push_all(&said.of_sheet);
    let title = |column: &usize| grid.cell(0, *column).text();
    let of_columns = said.of_column.iter().filter(|(column, _)| !is_contact(&title(column)));
    oddities.push_all(of_columns.flat_map(|(_, remarks)| remarks));
    for set in &said.sets {
        let message = msg!("peek-question-joined", question = shown(&set.label), count = set.columns.len());
        oddities.push(odd(grid.place(0, set.joined), message));
    }
}

/// What a workbook says of its cells beside their values, in columns without contact data.
pub(super) fn of_looks(whole: &Grid, grid: &Grid, first: usize, columns: &[ColumnSight], oddities: &mut Diagnostics) {
    let columns = columns.iter().filter(|sight| !sight.contact).map(|sight| sight.column).collect();
    if whole.lines.is_none() && first > 0 && first < grid.rows.len() {
        let row = |row: usize| line(grid, row) - 1;
        tell_looks(whole, &columns, row(first - 1), row(first), oddities);
    }
}
