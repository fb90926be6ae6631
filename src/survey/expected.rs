//! Who was expected to answer: all of a register, those who requisitioned, or those in a list.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Columns;
use super::labels;
use super::recipients::Naming;
use super::requisitions::Funds;
use super::totals::without_notes;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::money::Amount;
use crate::msg;
use crate::read::Files;
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

/// Those in a list; one who stands there twice is told and expected once.
fn listed(
    study: &Study,
    (survey, list): (&study::Survey, &ExpectedList),
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<Expected> {
    let grid = files.sheet(&list.file, list.sheet.as_deref(), messages)?;
    let grid = &*grid;
    let wanted: Vec<_> = list.name.iter().chain(&list.code).collect();
    let columns = Columns::simple(grid, &wanted, messages)?.of_recipients([survey.level]);
    let [code, name] = [&list.code, &list.name].map(|own| own.as_ref().and_then(|own| columns.column(own, messages)));
    let label = name.or(code)?;
    let key = labels::of_file(&study.surveys, files, &columns);
    let naming = Naming::new((&columns, &key), code, name, &[survey.level]);
    columns.tell(&[], messages);
    let is_known = |row| naming.is_recipient(row, &[survey.level]);
    let mut recipients = BTreeSet::new();
    for row in without_notes(&columns, columns.rows().collect(), is_known, messages) {
        let Some(recipient) = naming.recipient(row, survey.level, messages) else { continue };
        if !recipients.insert(recipient.clone()) {
            let message = msg!("expected-twice", recipient = &recipient.name);
            messages.push(Diagnostic::warning(grid.place(row, label), message));
        }
    }
    Some(Expected { by: ExpectedBy::List, recipients })
}
