//! Tables and charts of accounts as `report.toml` declares them: what the rows are, and where each column's numbers come
//! from.

use std::collections::BTreeSet;

use super::column::Decoder;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::report::PercentStyle;
use crate::study::{Declared, MeasureForm, Section, Study, text};
use crate::wording::{Text, joined};

/// A table or chart of accounts.
#[derive(Clone, Debug)]
pub struct AccountItem {
    /// How it is shown.
    pub drawing: Drawing,
    /// What the rows are.
    pub rows: RowsDeclaration,
    /// The order of the rows.
    pub order: Order,
    /// The columns, those that are only computed with included.
    pub columns: Vec<ColumnDeclaration>,
    /// The name of the last row with the totals; no such row where there is none.
    pub total: Option<Text>,
    /// The head of the first column.
    pub head: Option<Text>,
    /// What rows are called, where that is not what the study calls them, by key.
    pub labels: Vec<(String, Text)>,
}

/// How an item of accounts is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// As a table.
    Table,
    /// As horizontal bars with a part per column.
    Stacked,
    /// As upright columns over the rows, with lines where columns say so.
    Columns,
}

/// What the rows are.
#[derive(Clone, Debug)]
pub enum RowsDeclaration {
    /// The recipients of an account.
    Recipients {
        /// The account.
        account: String,
        /// Whether they are called as their file calls them, not by their official names.
        as_written: bool,
    },
    /// The options of what is measured; those named, or all that occur.
    Options(Vec<String>),
    /// Years.
    Years(Vec<i64>),
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Recipients by code, options and years as declared.
    Declared,
    /// By label.
    Alphabetical,
    /// By the first column, the largest first.
    Descending,
}

/// One column.
#[derive(Clone, Debug)]
pub struct ColumnDeclaration {
    /// Its name in data files.
    pub id: String,
    /// Where it is declared.
    pub place: Place,
    /// Its head for readers; may hold `{base}`.
    pub label: Text,
    /// Where its numbers come from.
    pub source: ColumnSource,
    /// Whether it is only computed with.
    pub hidden: bool,
    /// Whether a chart shows it as a line.
    pub line: bool,
}

/// Where a column's numbers come from.
#[derive(Clone, Debug)]
pub enum ColumnSource {
    /// The recipient's code.
    Code,
    /// A field of the recipient.
    Field {
        /// The field, or a part of an allocation.
        field: String,
        /// The option's key, where the field has options.
        option: Option<String>,
        /// How shares are printed.
        style: PercentStyle,
    },
    /// What the study's own year gives, by option.
    Form(MeasureForm),
    /// A measure: of the row's year, of a named one, or of the study's own.
    Measure {
        /// The measure.
        measure: String,
        /// The year.
        year: Option<i64>,
        /// The option, where the rows are years.
        option: String,
    },
    /// The bases of a column's counts.
    Base(String),
    /// A share.
    Percent {
        /// The column that is the part.
        part: String,
        /// What it is a share of.
        of: ShareOf,
        /// How it is printed.
        style: PercentStyle,
        /// How many decimals the total row has.
        total_decimals: u32,
    },
    /// One column less another.
    Difference(String, String),
    /// The smallest of several columns.
    Least(Vec<String>),
    /// The sum of several columns; what is missing is left out.
    Added(Vec<String>),
}

/// What a share is a share of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareOf {
    /// The total of its own column.
    Total,
    /// The base of its count.
    Base,
    /// Another column.
    Column(String),
}

/// Reads an item of accounts.
pub(in crate::report) fn decode(study: &Study, section: &Section<'_>, drawing: Drawing) -> Option<AccountItem> {
    let account = section.text("account");
    let rows = decode_rows(study, section, account.as_ref());
    let order = section.word(
        "order",
        &[("declared", Order::Declared), ("alphabetical", Order::Alphabetical), ("descending", Order::Descending)],
    );
    let total = text(section, "total");
    let head = text(section, "head");
    let labels = section.named_texts("labels");
    let kept = rows.clone();
    let mut columns: Vec<ColumnDeclaration> = Vec::new();
    section.sections("column", |s| {
        let decoder = Decoder { study, section: s, account: account.as_ref(), rows: kept.as_ref(), earlier: &columns };
        let column = decoder.column_declaration();
        columns.extend(column);
        Some(())
    });
    section.require("column", msg!("key-columns"));
    Some(AccountItem { drawing, rows: rows?, order: order.unwrap_or(Order::Declared), columns, total, head, labels })
}

#[derive(Clone, Copy)]
enum RowsWord {
    Recipients,
    Options,
    Years,
}

/// Reports rows that are named twice: they would be shown twice, and counted twice in a total.
fn report_twice(section: &Section<'_>, rows: impl Iterator<Item = String>) {
    let mut seen = BTreeSet::new();
    let twice: BTreeSet<String> = rows.filter(|row| !seen.insert(row.clone())).map(|row| shown(&row)).collect();
    if !twice.is_empty() {
        let rows = joined(&twice, ", ");
        section.report(Diagnostic::error(section.place(), msg!("rows-named-twice", rows)));
    }
}

fn decode_rows(study: &Study, section: &Section<'_>, account: Option<&Declared<String>>) -> Option<RowsDeclaration> {
    let words = [("recipients", RowsWord::Recipients), ("options", RowsWord::Options), ("years", RowsWord::Years)];
    let rows = section.word("rows", &words);
    section.require("rows", msg!("key-rows"));
    let as_written = section.word("names", &[("official", false), ("written", true)]);
    let options = section.texts("options");
    let years = section.integers("years", 1990..=2100);
    report_twice(section, options.iter().cloned());
    report_twice(section, years.iter().map(i64::to_string));
    match rows? {
        RowsWord::Recipients => {
            let table = Declared { value: "rows".to_owned(), place: section.place() };
            match study.find_account(account, account.unwrap_or(&table)) {
                Ok(found) => Some(RowsDeclaration::Recipients {
                    account: found.id.clone(),
                    as_written: as_written.unwrap_or(false),
                }),
                Err(message) => {
                    section.report(message);
                    None
                }
            }
        }
        RowsWord::Options => Some(RowsDeclaration::Options(options)),
        RowsWord::Years => {
            section.require("years", msg!("key-years"));
            Some(RowsDeclaration::Years(years))
        }
    }
}
