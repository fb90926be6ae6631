//! Amounts beside the declared ones in a list of funds that no key names: repaid, supplementary or revised sums.

use std::collections::BTreeSet;

use super::columns::Columns;
use super::header_unit::check_header_unit;
use super::money_like::{amounts, counts_something_else, is_money, median};
use super::title_year::check_title_year;
use super::totals::{check_totals, is_declared_total, report_unused};
use crate::diagnostic::{Diagnostic, Diagnostics, shown_whole};
use crate::money::Amount;
use crate::msg;
use crate::read::amount::amount_as;
use crate::read::{plain, tidy};
use crate::study::{MoneyForm, Study};
use crate::wording::{Message, first_of, joined};

/// Beginnings of words for what changes a paid amount.
const CHANGES: [&str; 16] = [
    "återbet",
    "återkrav",
    "återför",
    "repaid",
    "rättat",
    "rättad",
    "korriger",
    "juster",
    "tillägg",
    "revider",
    "ändrat",
    "ändring",
    "avdrag",
    "tillkomm",
    "innehåll",
    "kvarhåll",
];

/// A list of funds and what its keys name.
pub(super) struct List<'a> {
    pub(super) columns: &'a Columns<'a>,
    /// The columns of money that keys name.
    pub(super) paid: &'a [usize],
    /// The columns in which the label of a total may stand, and those labels.
    pub(super) labels: &'a [usize],
    pub(super) totals: &'a [String],
    pub(super) money: &'a MoneyForm,
}

/// Warns of filled columns of amounts that no key names: those whose names speak of repaid, supplementary or revised sums, or
/// go on where a declared name ends, as `Belopp 2` beside `Belopp`; and tells of all others whose amounts are of the size of
/// the declared ones.
fn report(study: &Study, file: &str, list: &List<'_>, messages: &mut Diagnostics) {
    let declared: Vec<String> = named(study, file).map(|name| plain(name).to_lowercase()).collect();
    for (column, name) in list.columns.names().iter().enumerate() {
        let own = plain(name).to_lowercase();
        if own.is_empty() || declared.contains(&own) || list.columns.holds_contacts(column) {
            continue;
        }
        if let Some(message) = list.of_years(study.year, column, name) {
            messages.push(message);
            continue;
        }
        let speaks = speaks_of_change(&own, &declared);
        let amounts = if speaks { list.any_amounts(column) } else { list.amounts_of_size(column, name) };
        if let Some(broken) = list.broken_sums(column) {
            messages.push(broken);
        } else if !amounts.is_empty() {
            messages.push(message(list.columns, column, &amounts, speaks, msg!("declare-beside-funds")));
        }
    }
}

/// What all keys for funds name in a file: several sections may read the same sheet.
fn named<'s>(study: &'s Study, file: &str) -> impl Iterator<Item = &'s str> {
    let in_sheets =
        study.requisitions.iter().chain(&study.beside.allocated).filter(move |declared| declared.file.value == file);
    let sheets = in_sheets.flat_map(|declared| {
        let labels = declared.code.iter().chain(&declared.name).map(|name| name.value.as_str());
        labels.chain(declared.areas.iter().map(|(column, _)| column.as_str()))
    });
    let lists = study
        .requisition_lists
        .iter()
        .chain(&study.beside.allocated_lists)
        .filter(move |declared| declared.file.value == file)
        .flat_map(|declared| {
            let optional = [&declared.code, &declared.name, &declared.level_column, &declared.repaid];
            let optional = optional.into_iter().flatten();
            [&declared.area, &declared.amount].into_iter().chain(optional).map(|name| name.value.as_str())
        });
    let repayments =
        study.repayments.iter().chain(&study.beside.repaid).filter(move |declared| declared.file.value == file);
    let repayments = repayments.flat_map(|r| [&r.recipient, &r.area, &r.amount]).map(|name| name.value.as_str());
    sheets.chain(lists).chain(repayments)
}

impl List<'_> {
    /// The same for columns of an account that no key names: those that speak of a changed sum, and those whose amounts are of
    /// the size of the declared ones.
    pub(super) fn report_others(&self, others: &[usize], messages: &mut Diagnostics) {
        let declared: Vec<String> =
            self.paid.iter().map(|column| plain(self.columns.name(*column)).to_lowercase()).collect();
        for column in others {
            let name = self.columns.name(*column);
            let speaks = speaks_of_change(&plain(name).to_lowercase(), &declared);
            let amounts = if speaks { self.any_amounts(*column) } else { self.amounts_of_size(*column, name) };
            if let Some(broken) = self.broken_sums(*column) {
                messages.push(broken);
            } else if !amounts.is_empty() {
                messages.push(message(self.columns, *column, &amounts, speaks, msg!("declare-beside-account")));
            }
        }
    }

    /// Tells what a list of funds says beside its rows: how its cells look, its totals, the unit of its headers, and
    /// columns that no key names.
    pub(super) fn tell(&self, study: &Study, (file, section): (&str, &str), messages: &mut Diagnostics) {
        self.columns.tell(self.totals, messages);
        report_unused(&[self.columns], self.totals, messages);
        report(study, file, self, messages);
        for column in self.paid {
            check_totals(self.columns, *column, self.labels, self.totals, self.money, messages);
        }
        check_title_year(self.columns, study.year, messages);
        check_header_unit(self.columns, self.paid.iter().copied(), self.money, section, messages);
    }

    /// The rows below the header that are no declared totals.
    pub(super) fn rows(&self) -> impl Iterator<Item = usize> {
        let grid = self.columns.grid;
        self.columns.rows().filter(move |row| !is_declared_total(grid, *row, self.labels, self.totals))
    }

    /// A message for a column of years, where rows are of several years, or of another than the study's: all are read.
    fn of_years(&self, year: i64, column: usize, name: &str) -> Option<Diagnostic> {
        let read = |row: usize| tidy(self.columns.grid.cell(row, column));
        let texts: BTreeSet<String> = self.rows().map(read).filter(|text| !text.is_empty()).collect();
        let years: Option<Vec<i64>> = texts.iter().map(|text| text.parse().ok()).collect();
        let years = years.filter(|years| years.iter().all(|year| (1990..=2039).contains(year)))?;
        let says_year = |word: &str| word.ends_with("år") || word == "year";
        let named = plain(name).to_lowercase().split(|c: char| !c.is_alphanumeric()).any(says_year);
        // The codes of some municipalities look like years; when something was paid is not what it was paid for.
        let (is_code, is_payment) =
            (!named && counts_something_else(name), plain(name).to_lowercase().contains("betal"));
        let others = years.iter().any(|other| *other != year);
        if !others || is_code || years.len() == 1 && !named {
            return None;
        }
        let years_named = joined(texts.iter().take(5), ", ");
        let told = if years.len() > 1 && !is_payment { Diagnostic::warning } else { Diagnostic::notice };
        let message = msg!("column-of-years", column = shown_whole(name), years = years_named, year = year.to_string());
        Some(told(self.columns.header_place(column), message))
    }

    /// The amounts above zero in a column, whatever else stands there.
    fn any_amounts(&self, column: usize) -> Vec<Amount> {
        let read = |row: usize| amount_as(self.columns.grid.cell(row, column), self.money).ok().flatten();
        self.rows().filter_map(read).filter(|amount| *amount > Amount::default()).collect()
    }

    /// The amounts of a column that holds nothing else, where they are of the size of the declared ones and not their sums.
    fn amounts_of_size(&self, column: usize, name: &str) -> Vec<Amount> {
        /// A supplement may be small.
        const SMALLER: i64 = 200;
        let declared: Vec<Amount> = self.paid.iter().flat_map(|paid| self.any_amounts(*paid)).collect();
        let Some(typical) = median(&declared).filter(|_| !counts_something_else(name)) else { return Vec::new() };
        let found = amounts(self.columns, column, self.rows(), self.money).unwrap_or_default();
        if is_money(name, &found, typical, SMALLER) && !self.are_sums(column) { found } else { Vec::new() }
    }

    /// Whether every amount of a column is the sum of the declared ones in its row.
    fn are_sums(&self, column: usize) -> bool {
        self.sums(column).all(|(_, own, sum)| own == sum)
    }

    /// The rows with an amount in a column, each with it and the sum of the declared amounts.
    fn sums(&self, column: usize) -> impl Iterator<Item = (usize, Amount, Amount)> {
        let read =
            |row: usize, column: usize| amount_as(self.columns.grid.cell(row, column), self.money).ok().flatten();
        let sum = move |row: usize| self.paid.iter().filter_map(|paid| read(row, *paid)).sum::<Amount>();
        self.rows().filter_map(move |row| Some((row, read(row, column)?, sum(row))))
    }

    /// A warning of the rows whose sum is not that of the declared amounts, where a column holds the sums of all others.
    fn broken_sums(&self, column: usize) -> Option<Diagnostic> {
        const NAMED: usize = 5;
        /// Of so many rows one may be wrong.
        const TIMES: usize = 3;
        let sums: Vec<_> = self.sums(column).filter(|_| self.paid.len() > 1).collect();
        let broken: Vec<_> = sums.iter().filter(|(_, own, sum)| own != sum).collect();
        let (first, ..) = broken.first().filter(|_| TIMES * broken.len() < sums.len())?;
        let grid = self.columns.grid;
        let told = |(row, own, sum): &&(usize, Amount, Amount)| {
            let texts = self.labels.iter().map(|label| tidy(grid.cell(*row, *label)));
            let who = joined(texts.filter(|text| !text.is_empty()), " ");
            msg!("row-sum", who, row = (row + 1).to_string(), own = *own, sum = *sum)
        };
        let (count, all) = (broken.len(), sums.len());
        let (name, rows) = (shown_whole(self.columns.name(column)), first_of(broken.iter().map(told), NAMED, "; "));
        let message = msg!("row-sums-broken", column = name, count, all, rows);
        Some(Diagnostic::warning(grid.place(*first, column), message))
    }
}

fn message(
    columns: &Columns<'_>,
    column: usize,
    amounts: &[Amount],
    speaks_of_change: bool,
    advice: Message,
) -> Diagnostic {
    let kronor: Amount = amounts.iter().copied().sum();
    let (name, count) = (shown_whole(columns.name(column)), amounts.len());
    let told = if speaks_of_change { Diagnostic::warning } else { Diagnostic::notice };
    told(columns.header_place(column), msg!("column-of-amounts-not-read", column = name, kronor, count, advice))
}

fn speaks_of_change(name: &str, declared: &[String]) -> bool {
    let goes_on =
        |known: &String| name.strip_prefix(known.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    let changes = |word: &str| {
        CHANGES
            .iter()
            .any(|stem| word.starts_with(stem) || word.strip_prefix("belopps").is_some_and(|w| w.starts_with(stem)))
    };
    name.split(|c: char| !c.is_alphanumeric()).any(changes) || declared.iter().any(goes_on)
}
