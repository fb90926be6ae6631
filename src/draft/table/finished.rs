//! Columns that say whether an answer was sent in and counts: rows that were only begun, or were refused, are no answers.

use std::collections::BTreeSet;

use super::Table;
use crate::read::tidy;
use crate::survey::standing::{Kind, Standing};

/// A column that says how answers stand.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The column.
    pub column: usize,
    /// What it says of rows that are read, as `only` has it.
    pub texts: Vec<String>,
    /// How many rows are left out.
    pub left: usize,
    /// Whether it may also say how far the intervention has come.
    pub is_doubted: bool,
}

/// What stands in `only` for a cell that is not blank.
const ANYTHING: &str = "*";

/// The first column of a table that says which answers count, where one does.
pub fn finished(table: &Table<'_>) -> Option<Finished> {
    table.columns().find_map(|column| said(table, column))
}

/// A column that says of every row how it stands.
fn said(table: &Table<'_>, column: usize) -> Option<Finished> {
    const MOST: usize = 8;
    let name = &table.names[column];
    let texts = || table.rows.iter().map(|row| tidy(table.cell(*row, column)));
    let kind = Kind::of(name, texts())?;
    let says = |text: String| kind.says(name, &text).map(|standing| (text, standing));
    let all: Vec<(String, Standing)> = texts().map(says).collect::<Option<_>>()?;
    let read = || all.iter().filter(|(_, standing)| standing.counts());
    let left = all.len() - read().count();
    let says_sent = read().any(|(_, standing)| *standing != Standing::Usual);
    // That nothing is said against any answer is no news.
    if left == all.len() || left == 0 && !says_sent {
        return None;
    }
    let distinct: BTreeSet<&String> = read().map(|(text, _)| text).collect();
    let only_blanks_are_left = all.iter().all(|(text, standing)| standing.counts() != text.is_empty());
    let texts = match () {
        () if distinct.len() <= MOST && !(only_blanks_are_left && kind == Kind::Date) => {
            distinct.into_iter().cloned().collect()
        }
        () if only_blanks_are_left => vec![ANYTHING.to_owned()],
        () => return None,
    };
    let is_doubted = read().all(|(_, standing)| *standing == Standing::Done);
    Some(Finished { column, texts, left, is_doubted })
}

impl Finished {
    /// The rows of a table that are read.
    pub fn rows(&self, table: &Table<'_>) -> Vec<usize> {
        let is_read = |row: &usize| {
            let text = tidy(table.cell(*row, self.column));
            self.texts.contains(&text) || !text.is_empty() && self.texts.iter().any(|own| own == ANYTHING)
        };
        table.rows.iter().copied().filter(is_read).collect()
    }
}
