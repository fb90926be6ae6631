//! Requisitioned and repaid funds: the target sums T.

use std::collections::{BTreeMap, BTreeSet};

mod allocated;
mod doubtful;
mod list;
mod repayments;

pub(super) use allocated::report as report_allocated;

use super::columns::Columns;
use super::funds_beside;
use super::header_unit::in_columns;
use super::labels;
use super::odd_amounts::check_amounts;
use super::recipients::Naming;
use super::totals::without_notes;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::money::{Amount, Currency};
use crate::msg;
use crate::read::amount::{NoAmount, amount_as};
use crate::read::looks::shared_amount;
use crate::read::{Cell, Files, Grid};
use crate::register::Recipient;
use crate::study::{MoneyForm, Requisitions, Study};
use crate::wording::Arg;

/// What a recipient got for an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requisition {
    /// Paid out.
    pub requisitioned: Amount,
    /// Paid back.
    pub repaid: Amount,
    /// The cell of the requisition.
    pub place: Place,
}

impl Requisition {
    /// T: requisitioned less repaid.
    pub fn target(&self) -> Amount {
        self.requisitioned - self.repaid
    }
}

/// Requisitions by area and recipient.
pub type Funds = BTreeMap<(String, Recipient), Requisition>;

/// What sheets of requisitions do not say.
#[derive(Clone, Debug, Default)]
pub struct UnknownFunds {
    /// Blank cells, by area and recipient.
    pub blank: BTreeMap<(String, Recipient), Place>,
    /// Cells that cannot be read.
    unread: BTreeSet<(String, Recipient)>,
    /// Areas in whose sheets something could not be read: a recipient may be missing because of it.
    pub areas: BTreeSet<String>,
}

/// Reads all declared requisitions and repayments, and tells what is not known; `funds` holds those that are the result of an allocation.
pub(super) fn read(
    study: &Study,
    files: &Files,
    mut funds: Funds,
    messages: &mut Diagnostics,
) -> (Funds, UnknownFunds) {
    let mut unknown = UnknownFunds::default();
    for declared in &study.requisitions {
        let mut own = Diagnostics::new();
        read_requisitions(study, declared, files, (&mut funds, &mut unknown), &mut own);
        unknown.note(&own, declared.areas.iter().map(|(_, area)| &area.value));
        messages.extend(own);
    }
    for declared in &study.requisition_lists {
        let mut own = Diagnostics::new();
        list::read(study, declared, files, (&mut funds, &mut unknown), &mut own);
        unknown.note(&own, declared.areas.iter().flat_map(|listed| &listed.areas).map(|area| &area.value));
        messages.extend(own);
    }
    if let Some(declared) = &study.repayments {
        repayments::read(study, (declared, "[repayments]"), files, Some((&mut funds, &unknown)), messages);
    }
    (funds, unknown)
}

/// Funds by other sources than those that decide what counts.
#[derive(Clone, Debug, Default)]
pub struct OtherFunds {
    /// What was allocated, as what was requisitioned.
    pub allocated: Funds,
    /// What was repaid by each further source, in the order of the study.
    pub repaid: Vec<BTreeMap<(String, Recipient), Amount>>,
}

impl OtherFunds {
    /// What a recipient was allocated for an area; `None` where no source says it, which is not zero.
    pub fn allocated_to(&self, area: &str, recipient: &Recipient) -> Option<Amount> {
        Some(self.allocated.get(&(area.to_owned(), recipient.clone()))?.requisitioned)
    }

    /// Whether a source says what anybody was allocated for an area.
    pub fn has_allocated(&self, area: &str) -> bool {
        self.allocated.keys().any(|key| key.0 == area)
    }
}

/// Reads what was allocated, and what further sources say was repaid.
pub(super) fn read_beside(study: &Study, files: &Files, messages: &mut Diagnostics) -> OtherFunds {
    let mut other = OtherFunds { allocated: allocated::read(study, files, messages), ..OtherFunds::default() };
    let read = |declared| {
        let mut own = Diagnostics::new();
        let repaid = repayments::read(study, (declared, "[[other_repayments]]"), files, None, &mut own);
        messages.extend(own.within(&msg!("in-other-repayments")));
        repaid
    };
    other.repaid = study.beside.repaid.iter().map(read).collect();
    other
}

/// Tells of repayments that sources state differently; funds are weighted by the first.
pub(super) fn report_contradictions(study: &Study, funds: &Funds, other: &OtherFunds, messages: &mut Diagnostics) {
    for (declared, repaid) in study.beside.repaid.iter().zip(&other.repaid) {
        let areas: BTreeSet<&str> = repaid.keys().map(|(area, _)| area.as_str()).collect();
        let keys: BTreeSet<&(String, Recipient)> = repaid.keys().chain(funds.keys()).collect();
        let first_of = |key: &(String, Recipient)| funds.get(key).map(|own| own.repaid).unwrap_or_default();
        let second_of = |key: &(String, Recipient)| repaid.get(key).copied().unwrap_or_default();
        let differ = |key: &&&(String, Recipient)| areas.contains(key.0.as_str()) && first_of(key) != second_of(key);
        let all: Vec<_> = keys.iter().filter(differ).collect();
        let Some(key) = all.first() else { continue };
        let first = study.repayments.as_ref().map_or_else(|| "[[requisitions]]".into(), |own| Arg::from(&own.called()));
        let message = msg!(
            "repayments-differ",
            count = all.len(),
            first,
            second = &declared.called(),
            recipient = &key.1.name,
            here = first_of(key),
            there = second_of(key),
            area = shown(&key.0)
        );
        messages.push(Diagnostic::warning(declared.file.place.clone(), message));
    }
}

impl UnknownFunds {
    /// Keeps the areas of a sheet in which something could not be read.
    fn note<'a>(&mut self, of_sheet: &Diagnostics, areas: impl Iterator<Item = &'a String>) {
        if of_sheet.has_errors() {
            self.areas.extend(areas.cloned());
        }
    }
}

fn read_requisitions(
    study: &Study,
    declared: &Requisitions,
    files: &Files,
    (funds, unknown): (&mut Funds, &mut UnknownFunds),
    messages: &mut Diagnostics,
) {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return };
    let grid = &*grid;
    let paid = |(column, area): &(String, crate::study::Declared<String>)| crate::study::Declared {
        value: column.clone(),
        place: area.place.clone(),
    };
    let paid: Vec<_> = declared.areas.iter().map(paid).collect();
    let wanted: Vec<_> = declared.name.iter().chain(&declared.code).chain(&paid).collect();
    let Some(columns) = Columns::simple(grid, &wanted, messages) else { return };
    let columns = columns.of_recipients([declared.level]);
    let code = declared.code.as_ref().and_then(|c| columns.column(c, messages));
    let name = declared.name.as_ref().and_then(|n| columns.column(n, messages));
    let labels: Vec<usize> = code.into_iter().chain(name).collect();
    let mut areas = Vec::new();
    for (named, (_, area)) in paid.iter().zip(&declared.areas) {
        areas.extend(columns.column(named, messages).map(|c| (c, &area.value)));
    }
    // Without a recipient no row says anything.
    if labels.is_empty() {
        return;
    }
    let paid: Vec<usize> = areas.iter().map(|(column, _)| *column).collect();
    let money = &in_columns(&columns, &paid, &declared.money);
    let list = funds_beside::List { columns: &columns, paid: &paid, labels: &labels, totals: &declared.totals, money };
    list.tell(study, (&declared.file.value, "[[requisitions]]"), messages);
    let key = labels::of_file(&study.surveys, files, &columns);
    let naming = Naming::new((&columns, &key), code, name, &[declared.level]);
    let is_known = |row| naming.is_recipient(row, &[declared.level]);
    let rows = list.rows().collect();
    let mut read: Vec<(usize, Recipient)> = Vec::new();
    for row in without_notes(&columns, rows, is_known, messages) {
        let found = naming.recipient(row, declared.level, messages);
        read.extend(found.map(|recipient| (row, recipient)));
    }
    for (row, recipient) in &read {
        for (column, area) in &areas {
            let key = ((*area).clone(), recipient.clone());
            let kronor = match paid_amount(grid, *row, *column, money, messages) {
                Ok(None) => {
                    unknown.blank.entry(key).or_insert_with(|| grid.place(*row, *column));
                    continue;
                }
                Ok(Some(kronor)) => kronor,
                // Reported; a recipient without a requisition would be reported for it again.
                Err(()) => {
                    unknown.unread.insert(key);
                    Amount::ZERO
                }
            };
            let place = grid.place(*row, *column);
            let requisition = Requisition { requisitioned: kronor, repaid: Amount::ZERO, place };
            insert(funds, area, recipient, requisition, messages);
        }
    }
    for column in paid {
        check_amounts(&columns, column, &read, money, messages);
    }
}

/// Adds a requisition; a second one for the same recipient and area is reported.
fn insert(funds: &mut Funds, area: &str, recipient: &Recipient, found: Requisition, messages: &mut Diagnostics) {
    let (place, kronor) = (found.place.clone(), found.requisitioned);
    let Some(earlier) = funds.insert((area.to_owned(), recipient.clone()), found) else { return };
    let same = usize::from(earlier.requisitioned == kronor);
    let message =
        msg!("requisition-twice", recipient = &recipient.name, area = shown(area), same, other = earlier.place);
    messages.push(Diagnostic::error(place, message));
}

/// An amount in whole units, or as finely as the study publishes; `Ok(None)` where the cell is blank, an error where the amount has been reported.
fn paid_amount(
    grid: &Grid,
    row: usize,
    column: usize,
    form: &MoneyForm,
    messages: &mut Diagnostics,
) -> Result<Option<Amount>, ()> {
    let cell = grid.cell(row, column);
    if matches!(cell, Cell::Fault(_) | Cell::Uncalculated) {
        // Reported with its column.
        return Err(());
    }
    if let Some(message) = shared_amount(grid, row, column) {
        messages.push(message);
        return Err(());
    }
    let value = || shown(&cell.written());
    let message = match amount_as(cell, form) {
        Ok(None) => return Ok(None),
        Ok(Some(amount)) if form.denomination.holds(amount) => return Ok(Some(amount)),
        Ok(Some(_)) => msg!(
            "paid-amount-not-whole",
            value = value(),
            currency = Arg::currency(),
            finer = usize::from(form.currency() != Currency::Sek)
        ),
        Err(NoAmount::Negative) => msg!("paid-amount-negative", value = value()),
        Err(error) => msg!("paid-amount-unreadable", value = value(), expected = error.expected()),
    };
    messages.push(Diagnostic::error(grid.place(row, column), message));
    Err(())
}
