//! Who was expected to answer: all of a register, those who requisitioned, or those in a list.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Columns;
use super::labels;
use super::recipients::Naming;
use super::requisitions::Funds;
use super::totals::looks_like_total;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::{Files, tidy};
use crate::register::{Recipient, recipients};
use crate::study::{self, ExpectedFrom, ExpectedList, Study};

/// By what those are known who were expected to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExpectedBy {
    /// All of the survey's level.
    Register,
    /// Those who requisitioned funds and did not repay all.
    Requisitions,
    /// Those in a list.
    List,
}

/// Who was expected to answer a survey.
#[derive(Clone, Debug)]
pub struct Expected {
    /// By what they are known.
    pub by: ExpectedBy,
    /// Who.
    pub recipients: BTreeSet<Recipient>,
}

/// Who was expected, by area; an area of which it is not known has none.
pub(super) fn read(
    study: &Study,
    funds: &Funds,
    files: &Files,
    messages: &mut Diagnostics,
) -> BTreeMap<String, Expected> {
    let mut expected = BTreeMap::new();
    for survey in &study.surveys {
        let requisitioned = || {
            let kept = |(key, own): (&(String, Recipient), &super::Requisition)| {
                (key.0 == survey.area && own.target() > Amount::ZERO).then(|| key.1.clone())
            };
            Expected { by: ExpectedBy::Requisitions, recipients: funds.iter().filter_map(kept).collect() }
        };
        let own = match survey.expected.as_ref().map(|expected| &expected.from) {
            Some(ExpectedFrom::Register) => {
                let all = recipients(survey.level).iter().cloned().collect();
                Some(Expected { by: ExpectedBy::Register, recipients: all })
            }
            Some(ExpectedFrom::List(list)) => listed(study, (survey, list), files, messages),
            Some(ExpectedFrom::Requisitions) => Some(requisitioned()),
            None => funds.keys().any(|(area, _)| *area == survey.area).then(requisitioned),
        };
        expected.extend(own.map(|own| (survey.area.clone(), own)));
    }
    expected
}

/// Those in a list; `None` where something in it cannot be read.
fn listed(
    study: &Study,
    (survey, list): (&study::Survey, &ExpectedList),
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<Expected> {
    let mut own = Diagnostics::new();
    let recipients = recipients_of(study, (survey, list), files, &mut own);
    let is_read = !own.has_errors();
    if is_read && recipients.as_ref().is_some_and(BTreeSet::is_empty) {
        own.push(Diagnostic::error(
            list.file.place.clone(),
            msg!("expected-list-empty", file = shown(&list.file.value)),
        ));
    }
    messages.extend(own);
    Some(Expected { by: ExpectedBy::List, recipients: recipients.filter(|_| is_read)? })
}

/// Those whom the rows of a list name; one who stands there twice is told and expected once.
fn recipients_of(
    study: &Study,
    (survey, list): (&study::Survey, &ExpectedList),
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<BTreeSet<Recipient>> {
    let grid = files.sheet(&list.file, list.sheet.as_deref(), messages)?;
    let grid = &*grid;
    let wanted: Vec<_> = list.name.iter().chain(&list.code).collect();
    let columns = Columns::simple(grid, &wanted, messages)?.of_recipients([survey.level]);
    let [code, name] = [&list.code, &list.name].map(|own| own.as_ref().and_then(|own| columns.column(own, messages)));
    let label = name.or(code)?;
    let key = labels::of_file(&study.surveys, files, &columns);
    let naming = Naming::new((&columns, &key), code, name, &[survey.level]);
    columns.tell(&[], messages);
    let said = |row: usize| {
        let mut filled = grid.rows.get(row).into_iter().flat_map(|row| row.filled()).map(|(column, _)| column);
        let (first, is_alone) = (filled.next(), filled.next().is_none());
        let own = [name, code].into_iter().flatten().find(|column| !tidy(grid.cell(row, *column)).is_empty());
        (own.or(first.filter(|_| is_alone)), own.is_some())
    };
    let mut remarks = Vec::new();
    let mut recipients = BTreeSet::new();
    for row in columns.rows() {
        if let (Some(column), is_own) = said(row)
            && !naming.is_recipient(row, &[survey.level])
            && (!is_own || is_remark(&tidy(grid.cell(row, column))))
        {
            remarks.push((row, column));
            continue;
        }
        let Some(recipient) = naming.recipient(row, survey.level, messages) else { continue };
        if !recipients.insert(recipient.clone()) {
            let message = msg!("expected-twice", recipient = &recipient.name);
            messages.push(Diagnostic::warning(grid.place(row, label), message));
        }
    }
    if let Some((row, column)) = remarks.first() {
        let text = shown(&tidy(grid.cell(*row, *column)));
        let message = msg!("expected-remarks", count = remarks.len(), text);
        messages.push(Diagnostic::notice(grid.place(*row, *column), message));
    }
    Some(recipients)
}

/// Whether a text reads as a total or a remark, as `Källa: SCB`. Any other text among recipients is meant to be one: here no amount tells
/// a misspelt name from a remark, and whoever is passed over is missing in the base of every rate.
fn is_remark(text: &str) -> bool {
    let is_sentence = text.ends_with('.') && text.split_whitespace().count() > 3;
    looks_like_total(text) || text.contains(':') || text.starts_with(['*', '(']) || is_sentence
}
