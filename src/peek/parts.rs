//! The parts of a sheet: what stands above its tables, the tables, what stands below.

use std::collections::BTreeMap;

use crate::input::{Cell, Grid};

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Lines above the first table.
    Preamble,
    /// A table.
    Table,
    /// Lines between tables or below the last.
    Note,
}

/// Some rows that belong together.
#[derive(Clone, Debug)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its rows.
    pub rows: Vec<usize>,
    /// How many columns most of its rows have.
    pub width: usize,
}

/// A table has at least so many rows.
const FEWEST: usize = 2;

/// Rows that stand together make a part: blank rows, and lasting changes of width, part them.
pub fn parts(grid: &Grid) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for run in runs(grid) {
        let width = usual_width(grid, &run);
        let is_table = width >= 2 && run.len() >= FEWEST;
        let kind = match () {
            () if is_table => PartKind::Table,
            () if parts.iter().any(|p| p.kind == PartKind::Table) => PartKind::Note,
            () => PartKind::Preamble,
        };
        match parts.last_mut() {
            // A header that a blank row parts from its table, or a table with blank rows in it, stays one table.
            Some(last) if last.kind == kind && kind != PartKind::Table => last.rows.extend(run),
            Some(last) if is_table && last.kind == PartKind::Table && same_table(grid, last, &run, width) => {
                last.rows.extend(run);
            }
            _ => parts.push(Part { kind, rows: run, width }),
        }
    }
    join_lonely_rows(&mut parts);
    parts
}

/// Rows without a blank row, or a lasting change of width, between them. Texts have no blank rows here: there the lines tell.
fn runs(grid: &Grid) -> Vec<Vec<usize>> {
    let filled: Vec<usize> = (0..grid.rows.len()).filter(|row| width(grid, *row) > 0).collect();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (position, row) in filled.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|p| filled.get(p));
        let adjacent = before.is_some_and(|before| is_adjacent(grid, *before, *row));
        let breaks = before.is_some_and(|before| lasting_change(grid, &filled, position, *before));
        match runs.last_mut() {
            Some(run) if adjacent && !breaks => run.push(*row),
            _ => runs.push(vec![*row]),
        }
    }
    runs
}

fn is_adjacent(grid: &Grid, before: usize, row: usize) -> bool {
    // Cells may hold line breaks, so that lines of a text grow faster than rows; a blank line is one more than they hold.
    let breaks = |row: usize| -> usize {
        let breaks = |cell: &Cell| match cell {
            Cell::Text(text) => text.matches('\n').count(),
            _ => 0,
        };
        grid.rows.get(row).map_or(0, |row| row.filled().map(|(_, cell)| breaks(cell)).sum())
    };
    match &grid.lines {
        Some(lines) => {
            lines.get(row).copied().unwrap_or(0) <= lines.get(before).copied().unwrap_or(0) + 1 + breaks(before)
        }
        None => row == before + 1,
    }
}

/// How many columns a row has: in a text as many as it is split into, in a sheet as far as it is filled.
fn width(grid: &Grid, row: usize) -> usize {
    let Some(cells) = grid.rows.get(row) else { return 0 };
    let reach = cells.filled().last().map_or(0, |(last, _)| last + 1);
    if reach > 0 && grid.lines.is_some() { cells.len() } else { reach }
}

/// Whether another table begins at a row: it and the next two are of one width, other than that of the three before, and
/// one of both has a single column or they differ much.
fn lasting_change(grid: &Grid, filled: &[usize], position: usize, before: usize) -> bool {
    if grid.lines.is_none() {
        return false;
    }
    let own = width(grid, filled[position]);
    let earlier = width(grid, before);
    if own == earlier {
        return false;
    }
    // What a blank row parts is another matter.
    let together = |rows: &[usize]| is_adjacent(grid, rows[0], rows[1]);
    let next = &filled[position..];
    let reach = 1 + next.windows(2).take(2).take_while(|rows| together(rows)).count();
    let after: Vec<usize> = next[..reach].iter().map(|row| width(grid, *row)).collect();
    let last = &filled[..position];
    let reach = last.len().min(1 + last.windows(2).rev().take(2).take_while(|rows| together(rows)).count());
    let since: Vec<usize> = last[last.len() - reach..].iter().map(|row| width(grid, *row)).collect();
    let steady = |widths: &[usize]| widths.len() >= FEWEST && widths.iter().all(|w| *w == widths[0]);
    let title = earlier == 1 || own == 1;
    (title && (steady(&after) || steady(&since))) || (steady(&after) && steady(&since))
}

fn usual_width(grid: &Grid, rows: &[usize]) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *widths.entry(width(grid, *row)).or_default() += 1);
    widths.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// Whether rows behind a blank row go on with a table: they are as wide, and their first row is no header of words over
/// numbers.
fn same_table(grid: &Grid, table: &Part, run: &[usize], width: usize) -> bool {
    let numbers = |row: usize| {
        let cells = grid.rows.get(row).into_iter().flat_map(|row| row.filled());
        cells.filter(|(_, cell)| cell.text().trim().parse::<f64>().is_ok()).count()
    };
    let typical = table.rows.get(1).map_or(0, |row| numbers(*row));
    width == table.width && (typical == 0 || run.first().is_some_and(|row| numbers(*row) > 0))
}

/// A single row of several columns above a table, parted by a blank row, is its header.
fn join_lonely_rows(parts: &mut Vec<Part>) {
    let mut index = 0;
    while index + 1 < parts.len() {
        let (row, next) = (&parts[index], &parts[index + 1]);
        let lonely = row.kind != PartKind::Table && row.rows.len() == 1 && row.width >= 2;
        if lonely && next.kind == PartKind::Table && row.width == next.width {
            let mut rows = parts.remove(index).rows;
            rows.append(&mut parts[index].rows);
            parts[index].rows = rows;
        }
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::dialect::{Dialect, records};

    fn kinds(text: &str) -> Vec<(PartKind, usize)> {
        let dialect = Dialect::default();
        let (mut rows, mut lines) = (Vec::new(), Vec::new());
        for record in records(text, &dialect) {
            rows.push(record.fields.iter().map(|f| Cell::of_text(f)).collect());
            lines.push(record.line);
        }
        let grid = Grid { rows, lines: Some(lines), ..Grid::default() };
        parts(&grid).into_iter().map(|p| (p.kind, p.rows.len())).collect()
    }

    #[test]
    fn preambles_tables_and_notes_are_told_apart() {
        use PartKind::{Note, Preamble, Table};
        let text = "Rubrik\nUttag 2024\n\na;b\n1;2\n3;4\n\nKälla: SCB\n";
        assert_eq!(kinds(text), [(Preamble, 2), (Table, 3), (Note, 1)]);
        assert_eq!(kinds("Rubrik\na;b\n1;2\n3;4\nKälla: SCB\n"), [(Preamble, 1), (Table, 3), (Note, 1)]);
        let two = "a;b\n1;2\n3;4\n\nc;d;e\n1;2;3\n4;5;6\n";
        assert_eq!(kinds(two), [(Table, 3), (Table, 3)]);
        let with_titles = "A\na;b\n1;2\n\nB\nc;d\n5;6\n";
        assert_eq!(kinds(with_titles), [(Preamble, 1), (Table, 2), (Note, 1), (Table, 2)]);
    }

    #[test]
    fn a_short_row_or_a_blank_line_parts_no_table() {
        assert_eq!(kinds("a;b;c\n1;2;3\n4;5\n6;7;8\n"), [(PartKind::Table, 4)]);
        assert_eq!(kinds("a;b\n1;2\n\n3;4\n5;6\n"), [(PartKind::Table, 4)]);
        assert_eq!(kinds("a;b\n\"x\ny\";2\n3;4\n"), [(PartKind::Table, 3)]);
    }
}
