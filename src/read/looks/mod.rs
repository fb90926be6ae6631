//! What a workbook says about its cells beside their values: number formats, merged cells, rows and columns that are hidden,
//! texts that are struck through, comments, the total rows of tables, and sheets that look alike.
//!
//! Readers of workbooks give values only, so every format has a pass of its own here. Kept is only what a study may have to
//! be told: a large export has millions of cells, and nearly all of them say nothing.

mod number_format;
pub(super) mod ods;
mod siblings;
mod tell;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) use number_format::NumberFormat;
pub use number_format::Shown;
pub(super) use siblings::Sibling;
pub(crate) use tell::{Read, shared_amount};

use super::grid::Grid;
use crate::diagnostic::{Diagnostics, Merged};

/// More merged cells or comments than any sheet that people made.
pub(super) const MOST: usize = 200_000;

/// Cells from one corner to another, all counted from 0 and included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// The first column.
    pub left: u32,
    /// The first row.
    pub top: u32,
    /// The last row.
    pub bottom: u32,
    /// The last column.
    pub right: u32,
}

/// A sheet's cells as they look.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    /// Merged cells, by their first column and row.
    merged: Vec<Area>,
    /// Rows and columns that are hidden.
    pub(super) hidden_rows: Spans,
    pub(super) hidden_columns: Spans,
    /// Whether a filter hides rows.
    pub(super) filtered: bool,
    /// Cells whose text is struck through, in whole or in part.
    pub(super) struck: Runs<()>,
    /// Cells with a comment.
    pub(super) comments: Vec<(u32, u32)>,
    /// The total rows of tables.
    pub(super) totals: Vec<u32>,
    /// The sheets of the workbook that nobody asked for.
    pub(super) siblings: Arc<Vec<Sibling>>,
}

impl Looks {
    /// Adds a cell with a comment.
    pub(super) fn comment(&mut self, row: Option<u32>, column: Option<u32>) {
        if self.comments.len() < MOST {
            self.comments.extend(row.zip(column));
        }
    }

    /// Adds merged cells.
    pub(super) fn merge(&mut self, area: Area) {
        let several = area.bottom > area.top || area.right > area.left;
        if several && area.bottom >= area.top && area.right >= area.left && self.merged.len() < MOST {
            self.merged.push(area);
        }
    }

    /// Brings all into order.
    pub(super) fn settled(mut self) -> Self {
        self.merged.sort_unstable();
        self.merged.dedup();
        self.struck.settle();
        self.hidden_rows.settle();
        self.hidden_columns.settle();
        self.comments.sort_unstable();
        self.comments.dedup();
        self.totals.sort_unstable();
        self
    }

    /// Whether a row is the total row of a table.
    pub(crate) fn is_total(&self, row: usize) -> bool {
        self.totals.iter().any(|total| *total as usize == row)
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.merged.is_empty()
            && self.hidden_rows.is_empty()
            && self.hidden_columns.is_empty()
            && self.struck.is_empty()
            && self.comments.is_empty()
            && self.totals.is_empty()
            && self.siblings.is_empty()
    }

    /// The merged cells, by their first column and row.
    pub(super) fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// The merged cells in whose first column a cell stands, as messages name them.
    pub(super) fn merged_with(&self, row: usize, column: usize) -> Option<Merged> {
        let Area { left, top, bottom, right } = self.covering(row, column)?;
        Some(Merged { top, left, bottom, right })
    }

    /// The merged cells of several rows in whose first column a cell stands.
    pub(super) fn merged_at(&self, row: usize, column: usize) -> Option<Area> {
        self.covering(row, column).filter(|area| area.bottom > area.top)
    }

    /// The merged cells in whose first column a cell stands.
    fn covering(&self, row: usize, column: usize) -> Option<Area> {
        let (row, column) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        let behind = self.merged.partition_point(|area| (area.left, area.top) <= (column, row));
        let area = self.merged.get(behind.checked_sub(1)?)?;
        (area.left == column && area.bottom >= row).then_some(*area)
    }
}

/// Tells how all cells of some columns look that stand below a header.
pub fn tell(grid: &Grid, columns: &BTreeSet<usize>, header: usize, first: usize, messages: &mut Diagnostics) {
    Read { grid, columns, header, first, totals: &[] }.tell(messages);
}

/// A sheet's looks, and the formats of its cells by their position among the workbook's.
#[derive(Default)]
pub(super) struct SheetLooks {
    pub(super) looks: Looks,
    pub(super) formats: Runs<u32>,
}

impl SheetLooks {
    fn put(&mut self, row: u32, column: u32, format: Option<u32>, struck: bool) {
        if let Some(format) = format {
            self.formats.push(row, column, format);
        }
        if struck {
            self.looks.struck.push(row, column, ());
        }
    }

    fn settled(mut self) -> Self {
        self.formats.settle();
        Self { looks: self.looks.settled(), formats: self.formats }
    }
}

/// How the cells of a workbook look.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) formats: Vec<NumberFormat>,
    pub(super) sheets: BTreeMap<String, SheetLooks>,
}

impl Seen {
    /// The position of a format, each of which is kept once.
    fn position(&mut self, format: NumberFormat) -> u32 {
        let known = self.formats.iter().position(|known| *known == format);
        known.unwrap_or_else(|| {
            self.formats.push(format);
            self.formats.len() - 1
        }) as u32
    }
}

/// The code of a number format that a style names by its number; `None` where it says nothing, or stands for the currency of
/// whoever opens the file.
fn code_of(format: u16, codes: &BTreeMap<u16, String>) -> Option<&str> {
    match format {
        9 => Some("0%"),
        10 => Some("0.00%"),
        5..=8 | 37..=44 => None,
        other => codes.get(&other).map(String::as_str),
    }
}

/// Rows or columns in stretches.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans(Vec<(u32, u32)>);

impl Spans {
    pub(super) fn push(&mut self, first: u32, last: u32) {
        match self.0.last_mut() {
            Some((_, end)) if first == end.saturating_add(1) => *end = last.max(first),
            _ => self.0.push((first, last.max(first))),
        }
    }

    fn settle(&mut self) {
        self.0.sort_unstable();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        let Ok(at) = u32::try_from(at) else { return false };
        let behind = self.0.partition_point(|(first, _)| *first <= at);
        behind.checked_sub(1).and_then(|before| self.0.get(before)).is_some_and(|(_, last)| *last >= at)
    }
}

/// What is said of cells, as stretches within columns: neighbours mostly look alike.
#[derive(Clone, Debug)]
pub(super) struct Runs<T> {
    by_column: BTreeMap<u32, Vec<(u32, u32, T)>>,
}

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Self { by_column: BTreeMap::new() }
    }
}

impl<T: Copy + PartialEq> Runs<T> {
    pub(super) fn push(&mut self, row: u32, column: u32, said: T) {
        self.push_rows(row, row, column, said);
    }

    pub(super) fn push_rows(&mut self, first: u32, last: u32, column: u32, said: T) {
        let runs = self.by_column.entry(column).or_default();
        match runs.last_mut() {
            Some((_, end, same)) if *same == said && first == end.saturating_add(1) => *end = last,
            _ => runs.push((first, last, said)),
        }
    }

    pub(super) fn settle(&mut self) {
        self.by_column.values_mut().for_each(|runs| runs.sort_by_key(|(first, ..)| *first));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_column.is_empty()
    }

    pub(super) fn get(&self, row: usize, column: usize) -> Option<T> {
        let (row, column) = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        let runs = self.by_column.get(&column)?;
        let behind = runs.partition_point(|(first, ..)| *first <= row);
        let (_, last, said) = runs.get(behind.checked_sub(1)?)?;
        (*last >= row).then_some(*said)
    }
}
