//! Tables: one definition of a column serves CSV, XLSX and whatever format comes next.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Percent;
use crate::codebook::Domain;
use crate::coding::{Source, State};
use crate::diagnostic::Severity;
use crate::ledger::Selection;
use crate::money::{Amount, Kronor};
use crate::study::TOTAL;
use crate::survey::Exclusion;

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
    /// Whether rows have keys, also where there are none.
    pub keyed: bool,
    /// By row and column, the cells that count interventions or respondents.
    pub counts: BTreeMap<(usize, usize), CellCount>,
}

/// What a cell counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellCount {
    /// Asked of the ledger.
    pub selection: Selection,
    /// What those that it counts have in common, as `Mål: Ökad jämlikhet`.
    pub name: String,
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
    /// The domain that its numbers are about, where they are about one.
    pub domain: Option<Domain>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers.
    Integer,
    /// Amounts of money.
    Money,
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
    /// An area by its id; [`ALL_AREAS`] for all of them.
    Area(String),
    /// A domain.
    Domain(Domain),
    /// A code by its id.
    Code(String),
    /// Why there is no code.
    Without(State),
    /// Where a code comes from.
    Source(Source),
    /// Why an intervention does not count.
    Exclusion(Exclusion),
    /// How bad a message is.
    Severity(Severity),
}

/// What stands for an area in data files where all are meant.
pub const ALL_AREAS: &str = "all";

/// What the columns of the ends of an interval are called in data files, behind the name of their number.
pub(super) const ENDS: [&str; 2] = ["low", "high"];

impl Value {
    /// The word that data files have for it; `None` for numbers and what is missing.
    pub fn word(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) | Self::Area(text) | Self::Code(text) => Some(Cow::Borrowed(text)),
            Self::Without(state) => Some(Cow::Borrowed(state.word())),
            Self::Domain(domain) => Some(Cow::Borrowed(domain.word())),
            Self::Source(source) => Some(Cow::Borrowed(source.word())),
            Self::Severity(severity) => Some(Cow::Borrowed(severity.word())),
            Self::Exclusion(exclusion) => Some(Cow::Owned(exclusion.to_string())),
            Self::Missing | Self::Integer(_) | Self::Amount(_) | Self::Number(_) | Self::Flag(_) | Self::Percent(_) => {
                None
            }
        }
    }

    /// An area by its id.
    pub fn area(id: &str) -> Self {
        Self::Area(id.to_owned())
    }

    /// A code by its id.
    pub fn code(id: &str) -> Self {
        Self::Code(id.to_owned())
    }
}

impl Table {
    /// An empty table whose rows have keys.
    pub fn with_keys(name: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { keyed: true, ..Self::new(name, columns) }
    }

    /// An empty table.
    pub fn new(name: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { name: name.into(), columns, ..Self::default() }
    }

    /// Adds a row, one cell of which may count.
    pub fn push_counted(&mut self, row: Vec<Value>, column: &str, count: Option<CellCount>) {
        match count {
            Some(count) => self.push_counting(row, column, count),
            None => self.rows.push(row),
        }
    }

    /// Adds a row, one cell of which counts.
    pub fn push_counting(&mut self, row: Vec<Value>, column: &str, count: CellCount) {
        if let Some(column) = self.column(column) {
            self.counts.insert((self.rows.len(), column), count);
        }
        self.rows.push(row);
    }

    /// The column of an id.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.id == id)
    }

    /// The columns of the ends of an interval beside a column, where it has them.
    pub fn ends(&self, column: usize) -> Option<[usize; 2]> {
        let id = &self.columns.get(column)?.id;
        let [low, high] = ENDS.map(|end| self.column(&format!("{id}_{end}")));
        Some([low?, high?])
    }

    /// What a number comes of: what its cell counts, or for an amount what the only cell of its row does that counts.
    pub fn selection(&self, row: usize, column: usize) -> Option<Selection> {
        let own = self.counts.get(&(row, column));
        // Where a row has several amounts, not all of them are of what its one cell counts.
        let amounts = (0..self.columns.len()).filter(|at| self.columns[*at].kind == Kind::Money && !self.is_end(*at));
        let is_money = self.columns.get(column).is_some_and(|own| own.kind == Kind::Money) && amounts.count() == 1;
        let mut of_row = self.counts.range((row, 0)..(row + 1, 0)).filter(|_| is_money).map(|(_, count)| count);
        let only = of_row.next().filter(|_| of_row.next().is_none());
        own.or(only).map(|count| count.selection)
    }

    /// Whether a column holds the ends of the intervals of another.
    pub fn is_end(&self, column: usize) -> bool {
        (0..column).any(|number| self.ends(number).is_some_and(|ends| ends.contains(&column)))
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

    /// The row of totals, which is the last.
    pub fn total(&self) -> Option<usize> {
        self.keys.last().filter(|key| *key == TOTAL).map(|_| self.keys.len() - 1)
    }

    /// One table per word of a column, which they then lack, in the order in which the values first stand.
    pub fn divided_by(&self, id: &str) -> Vec<(String, Self)> {
        let Some(column) = self.column(id) else { return vec![(String::new(), self.clone())] };
        let mut tables: Vec<(String, Self)> = Vec::new();
        for row in &self.rows {
            let Some(value) = row.get(column).and_then(Value::word) else { continue };
            let value = value.into_owned();
            let mut row = row.clone();
            row.remove(column);
            match tables.iter_mut().find(|(known, _)| *known == value) {
                Some((_, table)) => table.rows.push(row),
                None => {
                    let mut columns = self.columns.clone();
                    columns.remove(column);
                    tables.push((value, Self { rows: vec![row], ..Self::new(&*self.name, columns) }));
                }
            }
        }
        tables
    }
}

impl Column {
    /// A column whose head is its id.
    pub fn plain(id: &str, kind: Kind) -> Self {
        Self::new(id, id, kind)
    }

    /// A column with a head for readers.
    pub fn new(id: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self { id: id.into(), label: label.into(), kind, domain: None }
    }

    /// The same, about a domain.
    pub fn about(self, domain: Domain) -> Self {
        Self { domain: Some(domain), ..self }
    }

    /// Whether its cells stand to the right, as numbers do.
    pub fn is_number(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::Flag)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        text.as_str().into()
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
