//! Columns that say whether an answer was sent in or only begun: rows that were only begun are no answers.

use super::Table;
use crate::draft::layout;
use crate::draft::words::sending::{BEGUN, DONE, NO, OF_STATUS, OF_YES_AND_NO, SENT_IN, YES};

/// A column that says how far an answer has come.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The column.
    pub column: usize,
    /// What it says of rows that are read, as `only` has it.
    pub texts: Vec<String>,
    /// How many rows are left out.
    pub begun: usize,
    /// Whether it may also say how far the intervention has come.
    pub is_doubted: bool,
}

/// What stands in `only` for a cell that is not blank.
const ANYTHING: &str = "*";

/// The column of a table that says which answers were sent in, where one does.
pub fn finished(table: &Table<'_>) -> Option<Finished> {
    table.columns().find_map(|column| said(table, column)).or_else(|| dated(table))
}

/// A column in which every row says that the answer was sent in, or that it was begun.
fn said(table: &Table<'_>, column: usize) -> Option<Finished> {
    const MOST: usize = 8;
    let is = |names: &[&str]| layout::position(names, &table.names[column]).is_some();
    let (of_status, of_yes_and_no) = (is(&OF_STATUS), is(&OF_YES_AND_NO));
    if !(of_status || of_yes_and_no) || table.filled(column).len() < table.rows.len() {
        return None;
    }
    let texts = table.distinct(column, MOST)?;
    let all =
        |words: &[&[&str]]| texts.iter().all(|text| words.iter().any(|words| layout::position(words, text).is_some()));
    let words: &[&[&str]] = match () {
        () if of_yes_and_no && all(&[&YES, &NO]) => &[&YES],
        () if all(&[&SENT_IN, &DONE, &BEGUN]) => &[&SENT_IN, &DONE],
        () => return None,
    };
    let is_done = |text: &&str| words.iter().any(|words| layout::position(words, text).is_some());
    let done: Vec<String> = texts.iter().copied().filter(is_done).map(str::to_owned).collect();
    let begun = table.values(column).filter(|text| !is_done(text)).count();
    let surely = |text: &String| layout::position(&SENT_IN, text).is_some() || layout::position(&YES, text).is_some();
    let is_doubted = !done.iter().any(surely);
    (!done.is_empty()).then_some(Finished { column, texts: done, begun, is_doubted })
}

/// A column of when an answer was sent in, blank where it was not.
fn dated(table: &Table<'_>) -> Option<Finished> {
    let column = (0..table.names.len()).find(|column| layout::names_sending(&table.names[*column]))?;
    let begun = table.rows.iter().filter(|row| table.cell(**row, column).is_blank()).count();
    let is_some = begun > 0 && begun < table.rows.len();
    is_some.then(|| Finished { column, texts: vec![ANYTHING.to_owned()], begun, is_doubted: false })
}

impl Finished {
    /// The rows of a table that are read.
    pub fn rows(&self, table: &Table<'_>) -> Vec<usize> {
        let is_read = |row: &usize| {
            let text = crate::read::tidy(table.cell(*row, self.column));
            self.texts.contains(&text) || !text.is_empty() && self.texts.iter().any(|own| own == ANYTHING)
        };
        table.rows.iter().copied().filter(is_read).collect()
    }
}
