//! One survey: who answered, what they reported, and what they answered, whatever the layout of the export.

use std::collections::{BTreeMap, BTreeSet};

use super::answers;
use super::asked;
use super::blocks::report_copies;
use super::columns::{Columns, is_total};
use super::corrections::{Corrections, Met};
use super::interventions::Reader;
use super::joined;
use super::near::{self, Named};
use super::questionnaire::Survey;
use super::requisitions::recipient;
use super::respondent::Respondent;
use super::said_out::Remarks;
use super::stray_rows::{Strays, names_test, report_tests, test_cell};
use super::totals::report_unused;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::read::{Files, tidy};
use crate::register::Recipient;
use crate::study::{self, Completeness};

impl Survey {
    /// Reads one survey; `None` where its columns could not be found, which is reported. Also tells which corrections
    /// it used.
    pub(super) fn read(
        declared: &study::Survey,
        complete: &Completeness,
        corrections: &Corrections,
        files: &Files,
        messages: &mut Diagnostics,
    ) -> Option<(Self, Met)> {
        let grid = files.sheet(&declared.file, declared.sheet.as_deref(), messages)?;
        let grid = &*grid;
        let mut columns = Columns::find(grid, &declared.header, &declared.respondent.id, messages)?;
        let [overall, detail] = near::named(declared);
        near::settle(&mut columns, &overall, messages);
        let (respondents, unresolved) = read_respondents(declared, &columns, &overall, messages)?;
        let mut reader = Reader::new(declared, complete, corrections);
        let beside = match &declared.fields.sheet {
            None => None,
            Some(sheet) => Some(files.sheet(&declared.file, Some(sheet), messages)?),
        };
        let long = match &beside {
            None => None,
            Some(grid) => {
                let mut columns = Columns::simple(grid, declared.fields.id.as_ref()?, messages)?;
                near::settle(&mut columns, &detail, messages);
                Some(columns)
            }
        };
        let found = match &long {
            Some(long) => reader.long(long, &detail, &respondents, messages),
            None => reader.wide(&columns, &respondents, messages),
        };
        // Even where the interventions could not be read, the questions' columns are looked up, so that all is said at once.
        let readable = found.is_some();
        let mut interventions = found.unwrap_or_default();
        interventions.sort_by(|a, b| (&a.respondent, a.number, &a.id).cmp(&(&b.respondent, b.number, &b.id)));
        let answers = answers::read(
            declared,
            &columns,
            long.as_ref().unwrap_or(&columns),
            &respondents,
            &interventions,
            files,
            messages,
        );
        columns.tell(&declared.respondent.totals, messages);
        long.iter().for_each(|long| long.tell(&[], messages));
        let sheets: Vec<&Columns<'_>> = std::iter::once(&columns).chain(&long).collect();
        report_unused(&sheets, &declared.respondent.totals, messages);
        if !readable {
            return None;
        }
        let (unread, aside) = (std::mem::take(&mut reader.unread), std::mem::take(&mut reader.aside));
        let (area, nothing) = (declared.area.clone(), reader.report_nothing(messages));
        report_copies(&interventions, messages);
        let title = declared.title.clone();
        let survey = Self { area, title, respondents, interventions, answers, unresolved, unread, aside, nothing };
        asked::report(declared, &survey, messages);
        Some((survey, reader.into_met()))
    }
}

fn read_respondents(
    declared: &study::Survey,
    columns: &Columns<'_>,
    named: &[Named<'_>],
    messages: &mut Diagnostics,
) -> Option<(Vec<Respondent>, Vec<String>)> {
    let grid = columns.grid;
    let id = columns.column(&declared.respondent.id, messages);
    let name = declared.respondent.name.as_ref().map(|n| columns.column(n, messages));
    let code = declared.respondent.code.as_ref().map(|c| columns.column(c, messages));
    if name == Some(None) || code == Some(None) {
        return None;
    }
    let (id, name, code) = (id?, name.flatten(), code.flatten());
    let id_rest = joined::rest(columns, &declared.respondent.id_rest, messages)?;
    let mut respondents: Vec<Respondent> = Vec::new();
    let mut unresolved = Vec::new();
    let mut ids = BTreeSet::new();
    let mut recipients: BTreeMap<Recipient, Place> = BTreeMap::new();
    let labels: Vec<usize> = [Some(id), name, code].into_iter().flatten().collect();
    let mut set_aside: BTreeSet<&str> = BTreeSet::new();
    let (mut strays, mut tests) = (Strays::default(), Vec::new());
    let mut remarks = Remarks::new(columns, named);
    for row in columns.rows().filter(|row| !is_total(grid, *row, &labels, &declared.respondent.totals)) {
        if strays.is_stray(columns, row, &labels, declared.level) {
            continue;
        }
        let place = grid.place(row, id);
        let own_id = joined::read(columns, row, id, &id_rest, messages);
        if let Some((aside, reason)) = declared.respondent.set_aside.iter().find(|(aside, _)| *aside == own_id) {
            set_aside.insert(aside);
            let message = msg!("respondent-set-aside", respondent = shown(&own_id), reason = reason.value.trim());
            messages.push(Diagnostic::notice(place, message));
            continue;
        }
        if own_id.is_empty() {
            messages.push(Diagnostic::error(place.clone(), msg!("respondent-without-id")));
        } else if !ids.insert(own_id.clone()) {
            // The recipient has answered twice, too; that is no second mistake.
            let message = msg!("respondent-twice", respondent = shown(&own_id));
            messages.push(Diagnostic::error(place.clone(), message));
            continue;
        }
        remarks.look(columns, row, &own_id);
        if let Some(cell) = test_cell(columns, row, id) {
            tests.push((own_id.clone(), cell));
        } else if name.is_some_and(|name| names_test(&tidy(grid.cell(row, name)))) {
            tests.push((own_id.clone(), place.clone()));
        }
        let Some(recipient) = recipient(grid, row, declared.level, code, name, messages) else {
            unresolved.push(own_id);
            continue;
        };
        if let Some(other) = recipients.insert(recipient.clone(), place.clone()) {
            let message = msg!("answered-twice", recipient = &recipient.name, other);
            messages.push(Diagnostic::error(place.clone(), message));
        }
        respondents.push(Respondent { id: own_id.into(), recipient, place, row });
    }
    strays.report(messages);
    report_tests(&tests, messages);
    remarks.report(messages);
    let known = || respondents.iter().map(|r| &*r.id);
    for (missing, reason) in declared.respondent.set_aside.iter().filter(|(id, _)| !set_aside.contains(id.as_str())) {
        let (respondent, file) = (shown(missing), shown(&declared.file.value));
        let message = msg!("set-aside-unknown", respondent, file, suggestion = did_you_mean(missing, known()));
        messages.push(Diagnostic::error(reason.place.clone(), message));
    }
    if respondents.is_empty() && unresolved.is_empty() {
        messages.push(Diagnostic::error(grid.whole(), msg!("respondents-missing")));
    }
    respondents.sort_by(|a, b| a.id.cmp(&b.id));
    Some((respondents, unresolved))
}
