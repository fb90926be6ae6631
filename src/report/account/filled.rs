//! A filled-in table of accounts: every cell exactly, and as it is printed.

use crate::exact::Exact;
use crate::msg;
use crate::report::table::{Column, Kind, Table, Value};
use crate::report::{Percent, PercentStyle};
use crate::study::TOTAL;
use crate::wording::Language;

/// A filled-in table of accounts.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// The rows.
    pub rows: Vec<FilledRow>,
    /// The columns that are shown.
    pub columns: Vec<FilledColumn>,
    /// What the last row is called, where it holds the totals.
    pub total: Option<String>,
    /// The head of the first column.
    pub head: String,
    /// The largest base of any count.
    pub base: Option<usize>,
    /// The heads of the columns with a share of zero, which has no value.
    pub over_zero: Vec<String>,
}

/// A row.
#[derive(Clone, Debug)]
pub struct FilledRow {
    /// Its key: a recipient's code, an option's key, a year.
    pub key: String,
    /// As readers see it.
    pub label: String,
}

/// A column.
#[derive(Clone, Debug)]
pub struct FilledColumn {
    /// Its name in data files.
    pub id: String,
    /// Its head.
    pub label: String,
    /// What it holds.
    pub holds: Holds,
    /// A cell per row.
    pub cells: Vec<Cell>,
    /// The cell of the total.
    pub total: Cell,
    /// Whether a chart shows it as a line.
    pub line: bool,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Kronor.
    Money,
    /// Counts of recipients.
    Count,
    /// Plain numbers.
    Number,
    /// Shares in percent.
    Percent {
        /// How they are printed.
        style: PercentStyle,
        /// How many decimals the total has.
        total_decimals: u32,
    },
    /// Codes.
    Code,
}

/// A cell: a number, or a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The number.
    pub value: Option<Exact>,
    /// Of how many, for a count.
    pub base: Option<usize>,
}

impl Cell {
    pub(in crate::report) fn of(value: Option<Exact>) -> Self {
        Self { value, base: None }
    }
}

impl Filled {
    /// The heads of the columns that have no number in any row.
    pub(in crate::report) fn blank_columns(&self) -> impl Iterator<Item = &str> {
        let is_blank = |column: &&FilledColumn| {
            column.holds != Holds::Code && column.cells.iter().all(|cell| cell.value.is_none())
        };
        self.columns.iter().filter(is_blank).map(|column| column.label.as_str())
    }

    /// The table as it is printed.
    pub(in crate::report) fn table(&self, name: &str, language: Language) -> Table {
        let mut columns = vec![Column::new("label", self.head.as_str(), Kind::Text)];
        columns.extend(self.columns.iter().map(|column| Column::new(&*column.id, &*column.label, column.kind())));
        let mut table = Table::new(name, columns);
        for (at, row) in self.rows.iter().enumerate() {
            let mut values = vec![Value::from(row.label.as_str())];
            values.extend(self.columns.iter().map(|column| column.printed(column.cells[at], Some(&row.key), false)));
            table.rows.push(values);
            table.keys.push(row.key.clone());
        }
        if let Some(total) = &self.total {
            let mut values = vec![Value::from(total.as_str())];
            values.extend(self.columns.iter().map(|column| column.printed(column.total, None, true)));
            table.rows.push(values);
            table.keys.push(TOTAL.to_owned());
        }
        if self.head.is_empty() {
            msg!("report-row").text(language).clone_into(&mut table.columns[0].label);
        }
        table
    }
}

impl FilledColumn {
    fn kind(&self) -> Kind {
        match self.holds {
            Holds::Money => Kind::Money,
            Holds::Count => Kind::Integer,
            Holds::Number if self.cells.iter().filter_map(|cell| cell.value).all(Exact::is_whole) => Kind::Integer,
            Holds::Number => Kind::Number,
            Holds::Percent { .. } => Kind::Percent,
            Holds::Code => Kind::Text,
        }
    }

    /// A cell as it is printed.
    pub fn printed(&self, cell: Cell, key: Option<&str>, is_total: bool) -> Value {
        if self.holds == Holds::Code {
            return key.map_or(Value::Missing, Value::from);
        }
        let Some(value) = cell.value else { return Value::Missing };
        match self.holds {
            // What is published is whole kronor; öre are in the data files.
            Holds::Money => value.kronor().into(),
            Holds::Percent { style, total_decimals } => {
                let decimals = if is_total { total_decimals } else { style.decimals };
                Percent::new(value, PercentStyle { decimals, ..style }).map_or(Value::Missing, Value::Percent)
            }
            Holds::Count | Holds::Number | Holds::Code if value.is_whole() => {
                Value::Integer(value.rounded(crate::exact::Rounding::HalfUp))
            }
            Holds::Count | Holds::Number | Holds::Code => Value::Number(value.approximate()),
        }
    }
}
