//! A table that somebody made: the rows and columns of a file, as they stand there.

use std::collections::BTreeSet;

use super::given::{self, Given};
use super::table::{Column, Kind, Table, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Cell, Format, Grid, Wanted, open};
use crate::study::{Declared, ItemFile, Section, Study};
use crate::wording::Language;

/// A declared table.
#[derive(Clone, Debug)]
pub struct Matrix(Given<Table>);

/// Reads the keys of the kind and the files that they name.
pub(super) fn decode(study: &Study, section: &Section<'_>) -> Option<Matrix> {
    let file = ItemFile::decode(section, true)?;
    given::read(study, section, &file, |own| table(study, own, &file)).map(Matrix)
}

impl Matrix {
    /// The table of a language, as that of an item.
    pub(super) fn table(&self, id: &str, language: Language) -> Table {
        Table { name: id.to_owned(), ..self.0.of(language).clone() }
    }
}

/// The rows of a file: the first has the columns' heads, the first column what the rows are called.
fn table(study: &Study, file: &Declared<String>, item: &ItemFile) -> Result<Table, Diagnostics> {
    let mut wanted = Wanted::none();
    wanted.add(None);
    let content = open(&study.path(&file.value), &file.value, &item.reading, &study.limits, &wanted)?;
    if content.format != Format::Text {
        return Err(
            Diagnostic::error(file.place.clone(), msg!("matrix-no-text-file", file = shown(&file.value))).into()
        );
    }
    let grid = content.into_visible()?.into_iter().next().unwrap_or_default();
    let rows: Vec<usize> = (0..grid.rows.len()).filter(|row| !grid.rows[*row].is_blank()).collect();
    let [head, rows @ ..] = rows.as_slice() else {
        return Err(Diagnostic::error(grid.whole(), msg!("matrix-without-rows")).into());
    };
    let mut wrong = Diagnostics::new();
    if rows.is_empty() {
        wrong.push(Diagnostic::error(grid.whole(), msg!("matrix-without-rows")));
    }
    let filled = |row: usize| grid.rows[row].filled().map(move |(column, cell)| (row, column, cell));
    let cells: Vec<_> = std::iter::once(head).chain(rows).flat_map(|row| filled(*row)).collect();
    let texts: Vec<(Place, String)> =
        cells.iter().map(|(row, column, cell)| (grid.place(*row, *column), cell.text())).collect();
    given::contacts(texts.iter().map(|(place, text)| (place.clone(), text.as_str())), false, &mut wrong);
    for (place, text) in texts.iter().filter(|(_, text)| asks(text)) {
        wrong.push(Diagnostic::error(place.clone(), msg!("matrix-with-braces", cell = shown(text.trim()))));
    }
    let columns = columns(&grid, *head, rows, &mut wrong);
    if wrong.has_errors() {
        return Err(wrong);
    }
    let mut table = Table::new("", columns);
    let cells = |row: &usize| (0..table.columns.len()).map(|column| value(grid.cell(*row, column))).collect();
    table.rows = rows.iter().map(cells).collect();
    Ok(table)
}

/// Whether a cell asks for a number or a phrase, as `{= interventions}`: nothing is filled in here.
fn asks(text: &str) -> bool {
    let inside = |(_, rest): (&str, &str)| rest.split_once('}').map(|(inside, _)| inside.trim().to_owned());
    let asked = text.split_once('{').and_then(inside);
    asked.is_some_and(|asked| asked.starts_with(|c: char| c == '=' || c.is_alphabetic()))
}

fn value(cell: &Cell) -> Value {
    if cell.is_blank() { Value::Missing } else { cell.text().trim().into() }
}

/// The columns by their heads, each with a name of its own; a cell that stands beyond them is an error.
fn columns(grid: &Grid, head: usize, rows: &[usize], wrong: &mut Diagnostics) -> Vec<Column> {
    let last = |row: usize| (0..grid.rows[row].len()).rev().find(|column| !grid.cell(row, *column).is_blank());
    let count = last(head).map_or(0, |last| last + 1);
    for (row, column) in rows.iter().filter_map(|row| Some((*row, last(*row).filter(|last| *last >= count)?))) {
        let found = shown(&grid.cell(row, column).text());
        wrong.push(Diagnostic::error(grid.place(row, column), msg!("matrix-row-too-long", found, columns = count)));
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let columns = (0..count).map(|column| {
        let cell = grid.cell(head, column);
        let label = crate::signs::harmless(cell.text().trim()).into_owned();
        // What the rows are called may need no word above it.
        if label.is_empty() && column > 0 {
            wrong.push(Diagnostic::error(grid.place(head, column), msg!("matrix-column-without-head")));
        } else if !seen.insert(label.clone()) {
            wrong.push(Diagnostic::error(grid.place(head, column), msg!("matrix-head-twice", head = shown(&label))));
        }
        let kind = if column > 0 && is_of_numbers(grid, rows, column) { Kind::Number } else { Kind::Text };
        let id = if label.is_empty() { "row".to_owned() } else { label.clone() };
        Column::new(id, label, kind)
    });
    columns.collect()
}

/// Whether a column holds numbers and nothing else, however people write them: they stand to the right, and nothing is reckoned with
/// them. A dash stands for what there is not.
fn is_of_numbers(grid: &Grid, rows: &[usize], column: usize) -> bool {
    let cells = rows.iter().map(|row| grid.cell(*row, column).text().trim().to_owned());
    let said: Vec<String> = cells.filter(|text| !["", "-", "–", "—"].contains(&text.as_str())).collect();
    !said.is_empty() && said.iter().all(|text| is_number(text))
}

/// `1 200`, `1,200.5`, `−3`, `83 %`, `< 1`.
fn is_number(text: &str) -> bool {
    let text = text.trim_start_matches(['<', '>', '±', '+', '-', '−', '–']).trim_start();
    let text = text.trim_end_matches('%').trim_end();
    let is_sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || ['.', ',', '\'', '’'].contains(&c);
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_are_known_however_they_are_written() {
        for text in ["7", "1 200 000", "1,200.5", "−3", "83 %", "< 1", "12,5"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", "G1", "3 av 4", "12 kr", "%", "2024 (prel.)"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
