//! What a file says of its columns beside their cells: it is told where a column is used.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;

/// What a file says of a sheet beside its cells.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Of the sheet as a whole.
    pub of_sheet: Vec<Diagnostic>,
    /// Of a column: how its values were read.
    pub of_column: BTreeMap<usize, Vec<Diagnostic>>,
    /// Questions that stand in several columns.
    pub sets: Vec<AnswerSet>,
}

/// A question that stands in several columns: the options that were ticked, or a first, a second, a third mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSet {
    /// What was asked.
    pub label: String,
    /// Its columns, in their order.
    pub columns: Vec<usize>,
    /// The column in which the reader joins what they say.
    pub joined: usize,
    /// Whether every column is an option that was ticked or not, rather than a mention.
    pub ticked: bool,
}
