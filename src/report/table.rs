//! Tables: one definition of a column serves CSV, XLSX and whatever format comes next.

use super::Percent;
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
    /// Shares in percent, rounded.
    Percent,
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
    /// A share in percent, rounded.
    Percent(Percent),
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

    /// The value in a row and column, by their key and id.
    pub fn cell(&self, key: &str, column: &str) -> Option<&Value> {
        let row = self.keys.iter().position(|known| known == key)?;
        self.rows.get(row)?.get(self.column(column)?)
    }

    /// The columns that hold something, with their positions: readers need no column that is empty from top to bottom.
    pub fn columns_with_content(&self) -> impl Iterator<Item = (usize, &Column)> {
        let says_something = |value: &Value| !matches!(value, Value::Missing) && *value != Value::Text(String::new());
        self.columns.iter().enumerate().filter(move |(index, _)| {
            self.rows.is_empty() || self.rows.iter().any(|row| row.get(*index).is_some_and(says_something))
        })
    }

    /// One table per value of a text column, which they then lack, in the order in which the values first stand.
    pub fn divided_by(&self, id: &str) -> Vec<(String, Self)> {
        let Some(column) = self.column(id) else { return vec![(String::new(), self.clone())] };
        let mut tables: Vec<(String, Self)> = Vec::new();
        for row in &self.rows {
            let Some(Value::Text(value)) = row.get(column) else { continue };
            let mut row = row.clone();
            row.remove(column);
            match tables.iter_mut().find(|(known, _)| known == value) {
                Some((_, table)) => table.rows.push(row),
                None => {
                    let mut columns = self.columns.clone();
                    columns.remove(column);
                    tables.push((
                        value.clone(),
                        Self { name: self.name.clone(), columns, rows: vec![row], keys: Vec::new() },
                    ));
                }
            }
        }
        tables
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

    /// Whether its cells stand to the right, as numbers do.
    pub fn is_number(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::Flag)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        // Whatever stands in an export: no program that shows it shall obey it.
        Self::Text(crate::signs::harmless(text).into_owned())
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
