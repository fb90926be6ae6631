//! Peeking: how a file is read, for people who wonder why a column is missing.
//!
//! The same detection as in a run, but patient: rows that are too long or short, open marks, several tables are told, not
//! refused. Contact columns are named, never shown.

mod oddity;
mod parts;

use std::path::Path;

pub use parts::{Part, PartKind};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, column_letters, did_you_mean, shown};
use crate::draft::table::find_header;
use crate::msg;
use crate::read::dialect::{self, Certainty, Detected, Kind, kind};
use crate::read::{Cell, Format, Grid, Row, ValueLabels, Wanted, mark, plain, tidy, too_large, unreadable};
use crate::register::{self, Level};
use crate::study::header::{Header, MOST};
use crate::study::{Limits, Reading};
use crate::survey::{join_header, looks_like_contact, may_be_persons, without_contacts};
use crate::wording::{Arg, Message};

/// What the user says instead of leaving it to detection.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Encoding, delimiter, quote, escape, skipped lines.
    pub reading: Reading,
    /// How many header rows, 0 for none.
    pub header_rows: Option<usize>,
    /// The sheet.
    pub sheet: Option<String>,
}

/// A file as it is read.
#[derive(Debug)]
pub struct Sight {
    /// What the file is.
    pub format: Format,
    /// How its text is read, if it is one.
    pub text: Option<TextSight>,
    /// All sheets with whether they are hidden; one without a name where there are no sheets.
    pub sheets: Vec<(String, bool)>,
    /// The sheets that are shown.
    pub shown: Vec<SheetSight>,
    /// What is odd.
    pub oddities: Diagnostics,
}

/// How a delimited text is read.
#[derive(Debug)]
pub struct TextSight {
    /// The encoding's name.
    pub encoding: &'static str,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub reason: Message,
    /// The dialect.
    pub detected: Detected,
    /// How lines end.
    pub line_ends: Arg,
}

/// A sheet, or the one table of a text.
#[derive(Debug)]
pub struct SheetSight {
    /// The sheet's name; empty in a text.
    pub name: String,
    /// Preamble, tables, footnotes, in their order.
    pub parts: Vec<Part>,
    /// Where the header stands, by line or row counted from 1, and how many rows it has.
    pub header: Option<(usize, usize)>,
    /// How many rows of data.
    pub rows: usize,
    /// The columns.
    pub columns: Vec<ColumnSight>,
    /// How many columns without a name are left out, which only rows reach that are longer than most.
    pub left_out: usize,
    /// The rows of the table, header first, contact columns left out.
    pub table: Vec<Vec<String>>,
}

/// A column.
#[derive(Debug)]
pub struct ColumnSight {
    /// Its place, counted from 0.
    pub column: usize,
    /// Its letters, as in a spreadsheet.
    pub letters: String,
    /// Its name.
    pub name: String,
    /// How many of its cells are filled.
    pub filled: usize,
    /// Whether it holds contact data.
    pub contact: bool,
    /// What it seems to hold.
    pub kind: Message,
    /// Whether it holds running text: what somebody wrote.
    pub written: bool,
    /// A few of its values; none of contact columns.
    pub examples: Vec<String>,
    /// The values of an SPSS file that have a label, and what it says.
    pub labels: Vec<(String, Arg)>,
}

/// Looks at a file.
///
/// # Errors
/// Where it is no table at all, damaged beyond reading, or has no sheet of the wished name.
pub fn peek(path: &Path, wishes: &Wishes) -> Result<Sight, Diagnostics> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let limits = Limits::default();
    let bytes = bytes_within(path, &name, &limits)?;
    let format = Format::of(&bytes, &name)?;
    let mut oddities = Diagnostics::new();
    if format == Format::Text {
        let (text, grid) = of_text(&bytes, &name, &wishes.reading, &limits, &mut oddities)?;
        let shown = vec![sheet(&grid, &ValueLabels::new(), wishes, &mut oddities)];
        return Ok(Sight { format, text: Some(text), sheets: vec![(String::new(), false)], shown, oddities });
    }
    let content = crate::read::read(bytes, &name, &wishes.reading, &limits, &Wanted::All)?;
    let sheets: Vec<(String, bool)> = content.sheets.iter().map(|s| (s.name.clone(), s.hidden)).collect();
    if let Some(wanted) = wishes.sheet.as_ref().filter(|wanted| !sheets.iter().any(|(name, _)| name == *wanted)) {
        let known = sheets.iter().map(|(name, _)| name.as_str());
        let message = msg!("sheet-missing", sheet = shown(wanted), suggestion = did_you_mean(wanted, known));
        return Err(Diagnostic::error(Place::file(&name), message).into());
    }
    let wanted = |name: &str, hidden: bool| wishes.sheet.as_deref().map_or(!hidden, |wanted| wanted == name);
    let mut sights = Vec::new();
    for (name, _) in sheets.iter().filter(|(name, hidden)| wanted(name, *hidden)) {
        match content.grid(name) {
            Some(Ok(grid)) => {
                oddity::of_said(&grid, &mut oddities);
                sights.push(sheet(&grid, &content.labels, wishes, &mut oddities));
            }
            Some(Err(of_sheet)) => oddities.extend(of_sheet.clone()),
            None => {}
        }
    }
    Ok(Sight { format, text: None, sheets, shown: sights, oddities })
}

fn bytes_within(path: &Path, name: &str, limits: &Limits) -> Result<Vec<u8>, Diagnostic> {
    let cannot = |error: std::io::Error| unreadable(name, &error);
    let size = path.metadata().map_err(cannot)?.len();
    let most = limits.file_mb.saturating_mul(Limits::MEGABYTE);
    if size > most {
        return Err(too_large(name, size, limits));
    }
    std::fs::read(path).map_err(cannot)
}

/// A text, split patiently.
fn of_text(
    bytes: &[u8],
    name: &str,
    reading: &Reading,
    limits: &Limits,
    oddities: &mut Diagnostics,
) -> Result<(TextSight, Grid), Diagnostic> {
    let decoded = dialect::decode(bytes, reading.encoding);
    oddity::of_encoding(bytes, &decoded, name, oddities);
    let text = &decoded.text;
    let mut detected = dialect::detect(text, reading);
    // Marks that never close are told, and read as signs of the text.
    let opens = oddity::of_open_mark(text, &detected.dialect, name, oddities);
    if !detected.quotes_seen && reading.quote.is_none() && opens {
        detected.dialect.quote = None;
    }
    let (mut rows, mut lines, mut cells) = (Vec::new(), Vec::new(), 0_u64);
    for record in dialect::records(text, &detected.dialect).patient() {
        cells += record.fields.len() as u64;
        if cells > limits.cells {
            let found = msg!("peek-too-many-cells");
            return Err(Limits::exceeded(Place::file(name), found, limits.cells, msg!("unit-cells"), "cells"));
        }
        oddity::of_record(&record, name, oddities);
        lines.push(record.line);
        rows.push(record.fields.iter().map(|field| Cell::of_text(field)).collect());
    }
    let line_ends = oddity::of_line_ends(text, name, oddities);
    let grid = Grid { file: name.into(), rows, lines: Some(lines), ..Grid::default() };
    let sight = TextSight {
        encoding: decoded.encoding,
        certainty: decoded.certainty,
        reason: decoded.reason,
        detected,
        line_ends,
    };
    Ok((sight, grid))
}

/// What a sheet holds: its largest table, and what stands around it.
fn sheet(grid: &Grid, labels: &ValueLabels, wishes: &Wishes, oddities: &mut Diagnostics) -> SheetSight {
    let (parts, other_sign) = with_wished_header(grid, parts::parts(grid), wishes, oddities);
    let largest = parts.iter().filter(|p| p.kind == PartKind::Table).max_by_key(|p| p.rows.len() * p.width);
    let rows: Vec<usize> = largest.map(|part| part.rows.clone()).unwrap_or_default();
    let own = Grid {
        file: grid.file.clone(),
        sheet: grid.sheet.clone(),
        rows: rows.iter().filter_map(|r| grid.rows.get(*r)).cloned().collect(),
        lines: Some(rows.iter().map(|r| line(grid, *r)).collect()),
        ..Grid::default()
    };
    let seen = || if begins_with_data(&own) { 0 } else { find_header(&own).map_or(1, |(_, header, _)| header.rows) };
    let header_rows = wishes.header_rows.unwrap_or_else(seen);
    let (mut names, first) = header(&own, header_rows, wishes.header_rows.is_some());
    if let Some(sign) = other_sign {
        names = own.cell(0, 0).text().split(sign).map(plain).collect();
    }
    oddity::of_parts(grid, &parts, largest, oddities);
    let width = own.rows.iter().map(Row::len).max().unwrap_or(0).max(names.len());
    let data: Vec<usize> = (first..own.rows.len()).collect();
    let name_of = |column: usize| names.get(column).cloned().unwrap_or_default();
    let header_place = |column: usize| own.place(first.saturating_sub(1), column);
    oddity::of_header(&names, header_rows, &header_place, oddities);
    let header_at: Vec<usize> = (first.saturating_sub(header_rows)..first).collect();
    oddity::of_names(grid, &own, &header_at, oddities);
    // A delimiter at the end of every row makes a column of nothing.
    let there: Vec<usize> = {
        let mut filled = vec![false; width];
        own.rows.iter().flat_map(|row| row.filled()).for_each(|(column, _)| filled[column] = true);
        (0..width).filter(|column| filled[*column] || !name_of(*column).is_empty()).collect()
    };
    // A row with a delimiter too many has a cell that no column is for.
    let beyond = |column: &usize| {
        let reaching = data.iter().filter(|row| !own.cell(**row, *column).is_blank()).count();
        *column >= names.len() && header_rows > 0 && reaching * 2 < data.len()
    };
    let left_out = there.iter().filter(|column| beyond(column)).count();
    let there: Vec<usize> = there.into_iter().filter(|column| !beyond(column)).collect();
    let columns: Vec<ColumnSight> =
        there.iter().map(|column| column_sight(&own, &data, *column, name_of(*column), labels)).collect();
    oddity::of_columns(grid, &own, &data, &columns, oddities);
    oddity::of_looks(grid, &own, first, &columns, oddities);
    let kept: Vec<usize> = columns.iter().filter(|sight| !sight.contact).map(|sight| sight.column).collect();
    let mut table = vec![kept.iter().map(|column| name_of(*column)).collect()];
    table.extend(data.iter().map(|row| kept.iter().map(|column| own.cell(*row, *column).text()).collect()));
    let header = (header_rows > 0 && first > 0).then(|| (line(&own, first - header_rows), header_rows));
    let name = grid.sheet.as_deref().unwrap_or_default().to_owned();
    SheetSight { name, header, rows: data.len(), columns, left_out, table, parts }
}

/// The parts, with the line above the table as its header where the user wishes a header and the line has another delimiter
/// than the rows; and that delimiter.
fn with_wished_header(
    grid: &Grid,
    mut parts: Vec<Part>,
    wishes: &Wishes,
    oddities: &mut Diagnostics,
) -> (Vec<Part>, Option<char>) {
    let [above, table, ..] = &mut parts[..] else { return (parts, None) };
    let header = match above.rows.as_slice() {
        [row] if wishes.header_rows == Some(1) && table.kind == PartKind::Table && grid.lines.is_some() => *row,
        _ => return (parts, None),
    };
    let text = grid.cell(header, 0).text();
    let signs = [';', ',', '\t', '|', ' '].into_iter();
    let Some(sign) = signs.rev().find(|sign| text.split(*sign).count() == table.width) else { return (parts, None) };
    let message = msg!("peek-header-of-other-delimiter", delimiter = dialect::sign_name(&sign.to_string()));
    oddities.push(Diagnostic::notice(Place::line(&grid.file, line(grid, header)), message));
    table.rows.insert(0, header);
    parts.remove(0);
    (parts, Some(sign))
}

/// The line or row of a row, counted from 1.
fn line(grid: &Grid, row: usize) -> usize {
    grid.lines.as_ref().and_then(|lines| lines.get(row).copied()).unwrap_or(row + 1)
}

/// Whether a table has no header: where the rows have numbers or dates, the first row has them, too. Years may be names.
fn begins_with_data(grid: &Grid) -> bool {
    const ENOUGH: usize = 20;
    let is_value = |cell: &Cell| match cell {
        Cell::Text(text) => matches!(kind(text), Kind::Number | Kind::Percent | Kind::Money | Kind::Date | Kind::Time),
        cell => matches!(cell, Cell::Number(_)),
    };
    let is_year = |cell: &Cell| cell.text().trim().parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year));
    let Some(first) = grid.rows.first().filter(|_| grid.rows.len() > 2) else { return false };
    let values = |column: usize| {
        let below = grid.rows.iter().skip(1).take(ENOUGH).map(|row| row.cell(column)).filter(|cell| !cell.is_blank());
        let (all, values) = below.fold((0, 0), |(all, so), cell| (all + 1, so + usize::from(is_value(cell))));
        values > 0 && values == all
    };
    let cells: Vec<&Cell> = first.filled().filter(|(column, _)| values(*column)).map(|(_, cell)| cell).collect();
    !cells.is_empty() && cells.iter().all(|cell| is_value(cell)) && cells.iter().any(|cell| !is_year(cell))
}

/// The columns' names, and the first row below the header.
fn header(grid: &Grid, rows: usize, wished: bool) -> (Vec<String>, usize) {
    let width = grid.rows.iter().map(Row::len).max().unwrap_or(0);
    if rows == 0 || grid.rows.is_empty() {
        return ((0..width).map(column_letters).collect(), 0);
    }
    let filled = |row: &Row| row.filled().count();
    let most = grid.rows.iter().map(filled).max().unwrap_or(0);
    // Without a wish the header may stand below rows of fewer cells; with one it is at the top.
    let start = if wished { 0 } else { grid.rows.iter().position(|row| filled(row) * 2 >= most).unwrap_or(0) };
    let start = if rows > 1 && !wished { 0 } else { start };
    let header = Header::of(rows.min(MOST));
    (join_header(grid, start, &header), (start + rows).min(grid.rows.len()))
}

fn column_sight(grid: &Grid, rows: &[usize], column: usize, name: String, labels: &ValueLabels) -> ColumnSight {
    const EXAMPLES: usize = 3;
    let cells = || rows.iter().map(|row| grid.cell(*row, column)).filter(|cell| !cell.is_blank());
    let is_contact = looks_like_contact(&name, cells().map(tidy));
    let doubted = !is_contact && may_be_persons(&name, cells().map(tidy));
    let contact = is_contact || doubted;
    let mut examples: Vec<String> = Vec::new();
    for text in cells().map(|cell| without_contacts(&tidy(cell)).into_owned()) {
        if contact || examples.len() == EXAMPLES {
            break;
        }
        if !examples.contains(&text) {
            examples.push(text);
        }
    }
    let filled = cells().count();
    let kind = match () {
        () if is_contact => msg!("holds-contacts"),
        () if doubted => msg!("holds-persons-perhaps"),
        () => guess(&cells().map(tidy).collect::<Vec<_>>()),
    };
    let labels = labels.get(&column).filter(|_| !contact).cloned().unwrap_or_default();
    let written = kind == Kind::Text.plural();
    ColumnSight { column, letters: column_letters(column), name, filled, contact, kind, written, examples, labels }
}

/// What values seem to be, in a few words.
fn guess(values: &[String]) -> Message {
    const NEARLY: f64 = 0.9;
    let share = |is: &dyn Fn(&str) -> bool| values.iter().filter(|v| is(v)).count() as f64 / values.len() as f64;
    if values.is_empty() {
        return Kind::Blank.plural();
    }
    if share(&|v| mark(v).is_some()) >= 1.0 {
        return msg!("holds-marks");
    }
    let texts = |v: &str| v.bytes().all(|b| b.is_ascii_digit());
    for level in Level::built_in() {
        if share(&|v| !texts(v) && register::find(level, v).is_some()) >= 0.8 {
            return msg!("holds-recipients", level = level.word());
        }
    }
    let mut kinds: std::collections::BTreeMap<Kind, usize> = std::collections::BTreeMap::new();
    values.iter().for_each(|v| *kinds.entry(kind(v)).or_default() += 1);
    let distinct: std::collections::BTreeSet<&String> = values.iter().collect();
    let (most, count) = kinds.iter().max_by_key(|(_, count)| **count).map_or((Kind::Other, 0), |(k, c)| (*k, *c));
    let numeric = [Kind::Number, Kind::Money, Kind::Percent];
    if numeric.contains(&most) && (count as f64) < NEARLY * values.len() as f64 {
        let others = values.len() - numeric.iter().filter_map(|k| kinds.get(k)).sum::<usize>();
        return if others == 0 { Kind::Money.plural() } else { msg!("holds-mixed", kind = most.plural(), others) };
    }
    match most {
        Kind::Word | Kind::Text | Kind::Other if distinct.len() == 1 && values.len() > 1 => msg!("holds-one-text"),
        Kind::Word | Kind::Text | Kind::Other if distinct.len() <= 10 && distinct.len() * 2 <= values.len() => {
            msg!("holds-choice", count = distinct.len())
        }
        Kind::Word | Kind::Text if distinct.len() == values.len() && values.iter().all(|v| v.len() <= 24) => {
            msg!("holds-short-texts")
        }
        kind => kind.plural(),
    }
}
