//! The parts of a sheet: what stands above its tables, the tables, what stands below.

use std::collections::BTreeMap;

use crate::read::dialect::{Kind, kind};
use crate::read::{Cell, Grid};

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
    let mut runs = runs(grid).into_iter().flat_map(|run| without_surroundings(grid, run)).peekable();
    let alone = |runs: &mut std::iter::Peekable<_>| runs.peek().is_none();
    while let Some(run) = runs.next() {
        let width = usual_width(grid, &run);
        // A header and nothing else is a table, too.
        let only = parts.is_empty() && alone(&mut runs);
        let is_table = width >= 2 && (run.len() >= FEWEST || only);
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
    if let [only] = &mut parts[..]
        && only.width == 1
        && only.rows.len() >= FEWEST
    {
        only.kind = PartKind::Table;
    }
    parts
}

/// A run in its parts: what stands right above its header, its rows, and what stands right below them.
fn without_surroundings(grid: &Grid, mut run: Vec<usize>) -> Vec<Vec<usize>> {
    let usual = usual_width(grid, &run);
    if usual < 2 || run.len() <= FEWEST {
        return vec![run];
    }
    // A title with a delimiter in it, or padded with them, is no header where a header follows: the first row that is full of
    // words. Rows of data below it may have fewer.
    let words = |row: &usize| grid.rows.get(*row).map_or(0, |row| row.filled().filter(|(_, c)| is_words(c)).count());
    let most = run.len().saturating_sub(FEWEST);
    let header = run.iter().take(most + 1).position(|row| words(row) >= usual).unwrap_or(0);
    let header = if header <= MOST_TITLES { header } else { 0 };
    let end = run.iter().rposition(|row| !is_note(grid, *row, usual)).map_or(run.len(), |last| last + 1);
    let notes = run.split_off(end.max(header));
    let rows = run.split_off(header);
    [run, rows, notes].into_iter().filter(|rows| !rows.is_empty()).collect()
}

/// Titles right above a header are at most so many.
const MOST_TITLES: usize = 5;

/// Whether a cell holds words and no number.
fn is_words(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if !matches!(kind(text), Kind::Blank | Kind::Number | Kind::Percent | Kind::Money | Kind::Date | Kind::Time))
}

/// Whether a row below a table says where it is from, or what its signs mean, instead of going on with it.
fn is_note(grid: &Grid, row: usize, usual: usize) -> bool {
    const WORDS: [&str; 14] = [
        "källa",
        "källor",
        "source",
        "sources",
        "anm",
        "anm.",
        "anmärkning",
        "not",
        "noter",
        "fotnot",
        "fotnoter",
        "note",
        "notes",
        "kommentar",
    ];
    let Some(cells) = grid.rows.get(row) else { return false };
    let mut filled = cells.filled();
    let Some((0, first)) = filled.next() else { return false };
    let text = first.text();
    let text = text.trim();
    let word = text.split(|c: char| c.is_whitespace() || c == ':').next().unwrap_or_default().to_lowercase();
    let sign = text.starts_with(['*', '#']) || text.starts_with("..");
    let others = filled.count();
    (sign || WORDS.contains(&word.as_str())) && (others == 0 || (cells.len() * 2 <= usual && text.contains(':')))
}

/// Rows without a blank row, or a lasting change of width, between them. Texts have no blank rows here: there the lines tell.
fn runs(grid: &Grid) -> Vec<Vec<usize>> {
    let filled: Vec<usize> = (0..grid.rows.len()).filter(|row| width(grid, *row) > 0).collect();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let apart = usual_distance(grid, &filled);
    for (position, row) in filled.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|p| filled.get(p));
        let adjacent = before.is_some_and(|before| distance(grid, *before, *row) <= apart);
        let breaks = before.is_some_and(|before| lasting_change(grid, &filled, position, *before));
        match runs.last_mut() {
            Some(run) if adjacent && !breaks => run.push(*row),
            _ => runs.push(vec![*row]),
        }
    }
    runs
}

fn is_adjacent(grid: &Grid, before: usize, row: usize) -> bool {
    distance(grid, before, row) <= 1
}

/// How far apart rows usually are: 1, or 2 where a blank one stands behind every row.
fn usual_distance(grid: &Grid, filled: &[usize]) -> usize {
    const ENOUGH: usize = 5;
    let mut distances: Vec<usize> = filled.windows(2).map(|rows| distance(grid, rows[0], rows[1])).collect();
    distances.sort_unstable();
    // So far apart are at least three of four, or rather a table with few blank lines in it.
    distances.get(distances.len() / 4).copied().filter(|_| distances.len() >= ENOUGH).unwrap_or(1).clamp(1, 2)
}

/// How many rows, or lines of a text, lie from one row to another: 1 where nothing stands between them.
fn distance(grid: &Grid, before: usize, row: usize) -> usize {
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
            let line = |row: usize| lines.get(row).copied().unwrap_or(0);
            line(row).saturating_sub(line(before) + breaks(before)).max(1)
        }
        None => row - before,
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
    // One row that was not split, between others of one width, is a fault in a table.
    let unsplit = |row: usize, next: usize, width_around: usize| {
        width(grid, row) == 1 && width(grid, next) == width_around && has_numbers_like(grid, next, filled, position)
    };
    let following = filled.get(position + 1).copied();
    if following.is_some_and(|next| unsplit(filled[position], next, earlier)) {
        return false;
    }
    let preceding = position.checked_sub(2).map(|at| filled[at]);
    if preceding.is_some_and(|last| width(grid, last) == own && earlier == 1 && unsplit(before, filled[position], own))
    {
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

/// Whether a row goes on with the table above a place: it has a number, or the table has none.
fn has_numbers_like(grid: &Grid, row: usize, filled: &[usize], position: usize) -> bool {
    let above = position.checked_sub(2).map_or(0, |at| numbers(grid, filled[at]));
    above == 0 || numbers(grid, row) > 0
}

/// How many of a row's cells are numbers.
fn numbers(grid: &Grid, row: usize) -> usize {
    let cells = grid.rows.get(row).into_iter().flat_map(|row| row.filled());
    cells.filter(|(_, cell)| cell.text().trim().parse::<f64>().is_ok()).count()
}

fn usual_width(grid: &Grid, rows: &[usize]) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    rows.iter().for_each(|row| *widths.entry(width(grid, *row)).or_default() += 1);
    widths.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// Whether rows behind a blank row go on with a table: they are as wide, and their first row is no header of words over
/// numbers.
fn same_table(grid: &Grid, table: &Part, run: &[usize], width: usize) -> bool {
    let typical = table.rows.get(1).map_or(0, |row| numbers(grid, *row));
    width == table.width && (typical == 0 || run.first().is_some_and(|row| numbers(grid, *row) > 0))
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
    use crate::read::dialect::{Dialect, records};

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
