//! Repaid funds: a row for each repayment.

use std::collections::BTreeMap;

use super::doubtful;
use super::{Funds, UnknownFunds, paid_amount};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::{Files, Grid, plain, tidy};
use crate::register::{self, Level, Recipient};
use crate::study::{Repayments, Study, Survey};
use crate::survey::columns::Columns;
use crate::survey::funds_beside;
use crate::survey::header_unit::in_columns;
use crate::survey::labels;
use crate::survey::odd_amounts::check_amounts;
use crate::survey::recipients::Naming;
use crate::survey::totals::{total_message, undeclared_total, without_notes};
use crate::wording::all_of;

/// A repayment that was read.
pub(super) struct Repayment {
    pub(super) row: usize,
    pub(super) area: String,
    pub(super) recipient: Recipient,
    pub(super) kronor: Amount,
}

impl Repayment {
    /// What it is taken from.
    pub(super) fn key(&self) -> (String, Recipient) {
        (self.area.clone(), self.recipient.clone())
    }
}

/// What each recipient repaid for each area.
type Repaid = BTreeMap<(String, Recipient), Amount>;

/// Reads the list of a section, and takes what was repaid from what was requisitioned, where it counts.
pub(super) fn read(
    study: &Study,
    (declared, section): (&Repayments, &str),
    files: &Files,
    taken: Option<(&mut Funds, &UnknownFunds)>,
    messages: &mut Diagnostics,
) -> Repaid {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return Repaid::new() };
    let grid = &*grid;
    let wanted = [&declared.recipient, &declared.area, &declared.amount];
    let Some(columns) = Columns::simple(grid, &wanted, messages) else { return Repaid::new() };
    let columns = columns.of_recipients(study.levels.iter().copied());
    let [Some(who), Some(area), Some(paid)] = wanted.map(|name| columns.column(name, messages)) else {
        return Repaid::new();
    };
    let levels = &study.levels;
    let key = labels::of_file(&study.surveys, files, &columns);
    let naming = Naming::of_either((&columns, &key), who, levels);
    let money = &in_columns(&columns, &[paid], &declared.money);
    let (labels, totals) = (&[who, area], &declared.totals);
    let list = funds_beside::List { columns: &columns, paid: &[paid], labels, totals, money };
    list.tell(study, (&declared.file.value, section), messages);
    let rows = list.rows().collect();
    let rows = without_notes(&columns, rows, |row| naming.is_recipient(row, levels), messages);
    if rows.is_empty() {
        messages.push(doubtful::no_repayments(section, grid.whole()));
    }
    let mut all: Vec<Repayment> = Vec::new();
    for row in rows {
        let Some((area, level)) = area_of((study, declared), grid, row, (who, area), messages) else { continue };
        let Some(recipient) = naming.recipient(row, level, messages) else { continue };
        match paid_amount(grid, row, paid, money, messages) {
            Ok(Some(kronor)) => all.push(Repayment { row, area, recipient, kronor }),
            Ok(None) => messages.push(without_amount(&recipient, &area, grid.place(row, paid))),
            Err(()) => {}
        }
    }
    let place = |row: usize| grid.place(row, paid);
    report_doubles(&all, taken.is_some(), place, messages);
    messages.push_all(several(&all, place).as_ref());
    let mut repaid = Repaid::new();
    for repayment in &all {
        let sum = repaid.entry(repayment.key()).or_default();
        *sum = *sum + repayment.kronor;
    }
    if let Some((funds, unknown)) = taken {
        doubtful::report(&all, funds, declared, place, messages);
        for repayment in &all {
            let places = [who, paid].map(|column| grid.place(repayment.row, column));
            take((&mut *funds, unknown), repayment.key(), repayment.kronor, places, messages);
        }
    }
    let read: Vec<(usize, Recipient)> = all.into_iter().map(|repayment| (repayment.row, repayment.recipient)).collect();
    check_amounts(&columns, paid, &read, money, messages);
    repaid
}

/// The area of a row, and the level of its survey's respondents.
fn area_of(
    (study, declared): (&Study, &Repayments),
    grid: &Grid,
    row: usize,
    (who, area): (usize, usize),
    messages: &mut Diagnostics,
) -> Option<(String, Level)> {
    let name = tidy(grid.cell(row, area));
    let meant = meant(study, declared, &name);
    if meant.len() > 1 {
        let written = tidy(grid.cell(row, who));
        let mut fitting = meant.iter().filter(|survey| register::find(survey.level, &written).is_some());
        if let (Some(survey), None) = (fitting.next(), fitting.next()) {
            return Some((survey.area.clone(), survey.level));
        }
        let areas = all_of(meant.iter().map(|survey| shown(&survey.area)));
        let message = msg!("repayment-area-open", recipient = shown(&written), areas);
        messages.push(Diagnostic::error(grid.place(row, area), message));
        return None;
    }
    if let Some(survey) = meant.first() {
        return Some((survey.area.clone(), survey.level));
    }
    if let Some(label) = undeclared_total(grid, row, &[who, area]) {
        messages.push(total_message(&label, grid.place(row, who)));
        return None;
    }
    let words = declared.areas.iter().map(|listed| listed.word.as_str());
    let known = words.chain(study.surveys.iter().map(|s| s.area.as_str()));
    messages.push(Diagnostic::error(
        grid.place(row, area),
        msg!("repayment-area-unknown", area = shown(&name), suggestion = did_you_mean(&name, known)),
    ));
    None
}

/// The surveys of the areas that the list calls by this word.
fn meant<'s>(study: &'s Study, declared: &Repayments, word: &str) -> Vec<&'s Survey> {
    let same = |known: &str| plain(known).to_lowercase() == word.to_lowercase();
    let listed = declared.areas.iter().find(|listed| same(&listed.word));
    let is_meant = |survey: &&Survey| match listed {
        Some(listed) => listed.areas.iter().any(|area| area.value == survey.area),
        None => survey.area == word,
    };
    study.surveys.iter().filter(is_meant).collect()
}

/// A row that names who and what for, but not how much.
pub(super) fn without_amount(recipient: &Recipient, area: &str, place: Place) -> Diagnostic {
    Diagnostic::warning(place, msg!("repayment-without-amount", recipient = &recipient.name, area = shown(area)))
}

/// Warns of a repayment that stands twice with the same amount: both are counted, and taken from what was requisitioned where the list does.
fn report_doubles(all: &[Repayment], are_taken: bool, place: impl Fn(usize) -> Place, messages: &mut Diagnostics) {
    let mut seen: BTreeMap<(&str, &Recipient, Amount), usize> = BTreeMap::new();
    for repayment in all {
        let key = (repayment.area.as_str(), &repayment.recipient, repayment.kronor);
        let Some(earlier) = seen.get(&key) else {
            seen.insert(key, repayment.row);
            continue;
        };
        let (recipient, kronor, area) = (&repayment.recipient.name, repayment.kronor, shown(&repayment.area));
        messages.push(Diagnostic::warning(
            place(repayment.row),
            msg!("repayment-twice", recipient, kronor, area, other = place(*earlier), taken = usize::from(are_taken)),
        ));
    }
}

/// A notice of recipients with several repayments of different amounts for an area: all are taken.
fn several(all: &[Repayment], place: impl Fn(usize) -> Place) -> Option<Diagnostic> {
    let differs = |at: &usize| {
        let (own, mut earlier) = (&all[*at], all[..*at].iter().filter(|other| other.key() == all[*at].key()));
        earlier.clone().next().is_some() && earlier.all(|other| other.kronor != own.kronor)
    };
    let further: Vec<&Repayment> = (0..all.len()).filter(differs).map(|at| &all[at]).collect();
    let first = further.first()?;
    let earlier = all.iter().find(|other| other.key() == first.key())?;
    let message = msg!(
        "repayment-in-several-rows",
        recipient = &first.recipient.name,
        kronor = first.kronor,
        area = shown(&first.area),
        earlier = earlier.kronor,
        more = further.len() - 1,
        other = place(earlier.row)
    );
    Some(Diagnostic::notice(place(first.row), message))
}

/// Takes a repayment from what was requisitioned; the places are those of the recipient and of the amount.
pub(super) fn take(
    (funds, unknown): (&mut Funds, &UnknownFunds),
    key: (String, Recipient),
    kronor: Amount,
    [who, paid]: [Place; 2],
    messages: &mut Diagnostics,
) {
    let (area, recipient) = (shown(&key.0), &key.1.name);
    let Some(requisition) = funds.get_mut(&key) else {
        let message = Diagnostic::error(who, msg!("repayment-without-requisition", recipient, area));
        // The requisition may stand in a row that could not be read.
        messages.push(if unknown.areas.contains(&key.0) { message.follows() } else { message });
        return;
    };
    requisition.repaid = requisition.repaid + kronor;
    let (repaid, requisitioned) = (requisition.repaid, requisition.requisitioned);
    if repaid > requisitioned && !unknown.unread.contains(&key) {
        let message = msg!("repaid-more-than-requisitioned", recipient, repaid, requisitioned, area);
        messages.push(Diagnostic::error(paid, message));
    }
}
