//! What a user is told of how the cells look that a study reads: one message of a kind for a sheet.

use std::collections::BTreeSet;

use super::super::grid::{Cell, Grid};
use super::super::spelling::{plain, tidy};
use super::{Area, Looks};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, column_letters, shown};
use crate::msg;
use crate::read::amount::times_of_unit;
use crate::wording::{Arg, Message, first_of, joined};

/// What is read of a sheet.
pub(crate) struct Read<'a> {
    /// The sheet.
    pub(crate) grid: &'a Grid,
    /// The columns that the study uses.
    pub(crate) columns: &'a BTreeSet<usize>,
    /// The first row of the header.
    pub(crate) header: usize,
    /// The first row below it.
    pub(crate) first: usize,
    /// Names of rows that are totals.
    pub(crate) totals: &'a [String],
}

impl Read<'_> {
    /// Tells how what is read looks.
    pub(crate) fn tell(&self, messages: &mut Diagnostics) {
        self.formats(messages);
        let Some(looks) = self.grid.looks.as_deref() else { return };
        let rows: Vec<usize> = (self.first..self.grid.rows.len()).filter(|row| self.is_read(*row)).collect();
        self.hidden(looks, &rows, messages);
        self.struck(looks, &rows, messages);
        self.merged(looks, &rows, messages);
        self.comments(looks, messages);
        self.totals(looks, messages);
        self.siblings(looks, rows.len(), messages);
    }

    /// Whether a used cell of a row says anything, and the row is no total.
    fn is_read(&self, row: usize) -> bool {
        let used = self.columns.iter().map(|column| self.grid.own(row, *column));
        used.clone().any(|cell| !cell.is_blank()) && !self.is_total(row)
    }

    fn is_total(&self, row: usize) -> bool {
        let is = |column: &usize| {
            let text = tidy(self.grid.own(row, *column));
            self.totals.iter().any(|total| plain(total) == text)
        };
        !self.totals.is_empty() && self.columns.iter().any(is)
    }

    fn notice(&self, message: Message, messages: &mut Diagnostics) {
        messages.push(Diagnostic::notice(self.grid.whole(), message));
    }

    /// The first of some rows, at the first column that is read.
    fn row_place(&self, rows: &[usize]) -> Place {
        match rows.first() {
            Some(row) => self.grid.place(*row, self.columns.first().copied().unwrap_or_default()),
            None => self.grid.whole(),
        }
    }

    fn hidden(&self, looks: &Looks, rows: &[usize], messages: &mut Diagnostics) {
        let hidden: Vec<usize> = rows.iter().copied().filter(|row| looks.hidden_rows.contains(*row)).collect();
        if !hidden.is_empty() {
            let (count, list) = (hidden.len(), row_list(&hidden));
            let message = match looks.filtered {
                true => msg!("rows-hidden-by-filter", count, rows = list),
                false => msg!("rows-hidden", count, rows = list),
            };
            messages.push(Diagnostic::notice(self.row_place(&hidden), message));
        }
        let filled = |column: usize| rows.iter().any(|row| !self.grid.own(*row, column).is_blank());
        let columns = self.columns.iter().copied();
        let columns: Vec<usize> =
            columns.filter(|column| looks.hidden_columns.contains(*column) && filled(*column)).collect();
        if !columns.is_empty() {
            let called = |column: &usize| match tidy(self.grid.own(self.header, *column)) {
                heading if heading.is_empty() => column_letters(*column),
                heading => format!("{} {}", column_letters(*column), shown(&heading)),
            };
            let list = listed(columns.iter().map(called));
            self.notice(msg!("columns-hidden", columns = list), messages);
        }
    }

    fn struck(&self, looks: &Looks, rows: &[usize], messages: &mut Diagnostics) {
        if looks.struck.is_empty() {
            return;
        }
        let struck = |row: usize| {
            let is =
                |column: &usize| looks.struck.get(row, *column).is_some() && !self.grid.own(row, *column).is_blank();
            self.columns.iter().any(is)
        };
        let rows: Vec<usize> = rows.iter().copied().filter(|row| struck(*row)).collect();
        if rows.is_empty() {
            return;
        }
        let message = msg!("text-struck-through", count = rows.len(), rows = row_list(&rows));
        messages.push(Diagnostic::notice(self.row_place(&rows), message));
    }

    fn merged(&self, looks: &Looks, rows: &[usize], messages: &mut Diagnostics) {
        let below = looks.merged().iter().filter(|area| area.top as usize >= self.first);
        let filled = below.filter(|area| !self.grid.own(area.top as usize, area.left as usize).is_blank());
        let (mut down, mut across) = (Vec::new(), Vec::new());
        for area in filled {
            let (top, bottom) = (area.top as usize, area.bottom as usize);
            let within = rows.partition_point(|row| *row <= bottom) - rows.partition_point(|row| *row < top);
            if within > 1 && self.columns.contains(&(area.left as usize)) {
                down.push(area);
            }
            let covered =
                self.columns.range(area.left as usize + 1..=(area.right as usize).max(area.left as usize + 1));
            if within > 0 && area.right > area.left && covered.count() > 0 {
                across.push(area);
            }
        }
        if !down.is_empty() {
            let areas = listed(down.iter().map(|area| area.to_string()));
            self.notice(msg!("cells-merged-down", areas), messages);
        }
        if !across.is_empty() {
            let areas = listed(across.iter().map(|area| area.to_string()));
            messages.push(Diagnostic::warning(self.grid.whole(), msg!("cells-merged-across", areas)));
        }
    }

    fn comments(&self, looks: &Looks, messages: &mut Diagnostics) {
        let read = |(row, column): &&(u32, u32)| {
            *row as usize >= self.first && self.columns.contains(&(*column as usize)) && self.is_read(*row as usize)
        };
        let cells: Vec<String> =
            looks.comments.iter().filter(read).map(|(row, column)| cell_name(*row, *column)).collect();
        if cells.is_empty() {
            return;
        }
        let (count, cells) = (cells.len(), listed(cells));
        self.notice(msg!("cells-with-comments", count, cells), messages);
    }

    fn totals(&self, looks: &Looks, messages: &mut Diagnostics) {
        let read = |row: &usize| *row >= self.first && self.is_read(*row);
        let rows: Vec<usize> = looks.totals.iter().map(|row| *row as usize).filter(read).collect();
        if !rows.is_empty() {
            self.notice(msg!("total-row-unread", rows = row_list(&rows)), messages);
        }
    }

    fn siblings(&self, looks: &Looks, own: usize, messages: &mut Diagnostics) {
        let names = self.columns.iter().map(|column| tidy(self.grid.own(self.header, *column)));
        let header: BTreeSet<String> = names.filter(|name| !name.is_empty()).collect();
        if header.len() < 2 {
            return;
        }
        let ids = || -> BTreeSet<String> {
            let id = self.columns.first().copied().unwrap_or_default();
            (self.first..self.grid.rows.len()).map(|row| tidy(self.grid.own(row, id))).collect()
        };
        for sibling in looks.siblings.iter() {
            let Some(rows) = sibling.rows_below(&header, self.first - self.header) else { continue };
            let hidden = sibling.sheet.hidden;
            // An old version is short and of the same respondents.
            let others = match hidden && rows < own {
                true => sibling.rows_of_others(&header, self.first - self.header, &ids()),
                false => 0,
            };
            if rows == 0 || (hidden && rows < own && others == 0) {
                continue;
            }
            let sheet = shown(&sibling.sheet.name);
            let message = match (hidden, others) {
                (false, _) => msg!("sheet-alike", sheet, rows, own),
                (true, 0) => msg!("hidden-sheet-alike", sheet, rows, own),
                (true, others) => msg!("hidden-sheet-of-others", sheet, rows, own, others),
            };
            self.notice(message, messages);
        }
    }

    /// Numbers whose format decides how many kronor they are, or hides them.
    fn formats(&self, messages: &mut Diagnostics) {
        let (mut units, mut words): (Cells, BTreeSet<String>) = (Cells::default(), BTreeSet::new());
        let (mut scaled, mut hidden) = (Cells::default(), Cells::default());
        for (number, row) in self.grid.rows.iter().enumerate().skip(self.first) {
            for (column, cell) in row.filled() {
                let Cell::Shown(shown) = cell else { continue };
                if !self.columns.contains(&column) {
                    continue;
                }
                let unit = shown.unit().unwrap_or_default();
                if shown.is_hidden() {
                    hidden.add(number, column);
                } else if shown.scale() > 1 {
                    scaled.add(number, column);
                } else if times_of_unit(unit).is_some_and(|factor| factor > 1) {
                    units.add(number, column);
                    words.insert(unit.to_owned());
                }
            }
        }
        let mut tell = |cells: &Cells, message: &dyn Fn(usize, String) -> Message| {
            let Some((row, column)) = cells.first else { return };
            let first = cell_name(row as u32, column as u32);
            messages.push(Diagnostic::notice(self.grid.place(row, column), message(cells.count, first)));
        };
        let units_named = || joined(words.iter().map(|word| shown(word)), ", ");
        tell(&units, &|count, first| msg!("format-with-unit", units = units_named(), count, first));
        tell(&scaled, &|count, first| msg!("format-in-thousands", count, first));
        tell(&hidden, &|count, first| msg!("format-hides-numbers", count, first));
    }
}

/// Cells of a kind: how many, and the first.
#[derive(Default)]
struct Cells {
    count: usize,
    first: Option<(usize, usize)>,
}

impl Cells {
    fn add(&mut self, row: usize, column: usize) {
        self.count += 1;
        self.first.get_or_insert((row, column));
    }
}

fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column as usize), u64::from(row) + 1)
}

impl std::fmt::Display for Area {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", cell_name(self.top, self.left), cell_name(self.bottom, self.right))
    }
}

/// Names one after the other; of many only the first.
fn listed(names: impl IntoIterator<Item = String>) -> Arg {
    const MOST: usize = 12;
    first_of(names, MOST, ", ")
}

/// Rows as `3, 5–7`, counted from 1.
fn row_list(rows: &[usize]) -> Arg {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => spans.push((*row, *row)),
        }
    }
    listed(spans.into_iter().map(|(first, last)| match last - first {
        0 => (first + 1).to_string(),
        _ => format!("{}–{}", first + 1, last + 1),
    }))
}

/// An amount in merged cells of several rows, each of which may count it: the message, at the first of them.
pub(crate) fn shared_amount(grid: &Grid, row: usize, column: usize) -> Option<Diagnostic> {
    let area = grid.merged_at(row, column)?;
    let (top, bottom) = (area.top as usize, area.bottom as usize);
    let rows = (top..=bottom).filter(|row| grid.rows.get(*row).is_some_and(|row| !row.is_blank())).count();
    if rows < 2 || grid.own(top, column).is_blank() {
        return None;
    }
    let place = Place { spot: Spot::cell(top, column), ..grid.whole() };
    let value = shown(&grid.own(top, column).text());
    let message = msg!("amount-in-merged-cells", value, rows, area = area.to_string());
    Some(Diagnostic::error(place, message))
}
