//! Tables: one definition of a column serves CSV, XLSX and whatever format comes next.

use crate::money::{Amount, Kronor};

/// A table with named, typed columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The file's name without its ending.
    pub name: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each as long as there are columns.
    pub rows: Vec<Vec<Value>>,
    /// For tables whose numbers can be addressed, the key of every row; empty for others.
    pub keys: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in data files.
    pub id: String,
    /// Its head for readers.
    pub label: String,
    /// What it holds.
    pub kind: Kind,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers.
    Integer,
    /// Kronor.
    Kronor,
    /// Numbers in full precision.
    Number,
    /// Yes or no.
    Flag,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing; not the same as zero.
    Missing,
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An amount, with öre where there are any.
    Amount(Amount),
    /// A number in full precision.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl Table {
    /// An empty table.
    pub fn new(name: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { name: name.into(), columns, rows: Vec::new(), keys: Vec::new() }
    }

    /// The column of an id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.id == id)
    }
}

impl Column {
    /// A column whose head is its id.
    pub fn plain(id: &str, kind: Kind) -> Self {
        Self { id: id.to_owned(), label: id.to_owned(), kind }
    }

    /// A column with a head for readers.
    pub fn new(id: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self { id: id.into(), label: label.into(), kind }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Kronor> for Value {
    fn from(kronor: Kronor) -> Self {
        Self::Integer(kronor.0)
    }
}

impl From<Amount> for Value {
    fn from(amount: Amount) -> Self {
        Self::Amount(amount)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}
