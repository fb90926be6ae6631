//! One survey: who answered, what they reported, and what they answered, whatever the layout of the export.

use std::sync::Arc;

use rayon::prelude::*;

use super::answers;
use super::asked;
use super::blocks::report_copies;
use super::columns::Columns;
use super::corrections::{Corrections, Met};
use super::interventions::Reader;
use super::key::Key;
use super::labels::Labels;
use super::late;
use super::links;
use super::near::{self, Named};
use super::only;
use super::questionnaire::Survey;
use super::respondent::Respondents;
use super::respondents::{self, LeftOut};
use super::swallowed;
use super::totals::report_unused;
use crate::diagnostic::Diagnostics;
use crate::read::{Files, Grid};
use crate::study::{self, Completeness, Header, Layout, Only};

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
        let [overall, detail] = near::named(declared);
        let mut labels = Labels::read(declared, files, messages);
        let (columns, key) =
            table(&mut labels, (declared, &grid), (&declared.header, &declared.only), &overall, messages)?;
        let Some(who) = respondents::read(declared, (&columns, &key), &overall, messages) else {
            near::report_missing(&columns, &overall, messages);
            return None;
        };
        let beside = beside(declared, files, messages)?;
        let other = match &beside {
            Some((other, grid)) => {
                Some(table(&mut labels, (declared, grid), (&other.header, &other.only), &detail, messages)?)
            }
            None => None,
        };
        let of_recipients = respondents::recipient_columns(&declared.respondent, &columns);
        labels.report_unmatched((&columns, &key), (&of_recipients, declared.level), messages);
        let (other, other_key) = other.unzip();
        let mut reader = Reader::new(declared, complete, corrections);
        let named = if other.is_some() { &detail } else { &overall };
        let tables = [(&columns, &key), (other.as_ref().unwrap_or(&columns), other_key.as_ref().unwrap_or(&key))];
        let left_out = LeftOut::find(declared, tables[0], other.as_ref().filter(|other| is_one(&columns, other)));
        let begun = left_out.recipients.clone();
        let found = interventions(&mut reader, declared, tables, named, (&who, left_out), messages);
        // Even where the interventions could not be read, the questions' columns are looked up, so that all is said at once.
        let readable = found.is_some();
        let mut interventions = found.unwrap_or_default();
        interventions.par_sort_by(|a, b| (&a.respondent, a.number, &a.id).cmp(&(&b.respondent, b.number, &b.id)));
        let detail = other.as_ref().unwrap_or(&columns);
        let detail = answers::Table { columns: detail, key: other_key.as_ref().unwrap_or(&key) };
        let overall = answers::Table { columns: &columns, key: &key };
        let answers = answers::read(declared, overall, detail, &who, &interventions, messages);
        let late = late::read(declared.due.as_ref(), &columns, &who.all, messages);
        columns.tell(&declared.respondent.totals, messages);
        other.iter().for_each(|other| other.tell(&[], messages));
        only::report(&columns, other.as_ref().filter(|other| is_one(&columns, other)), messages);
        // What neither of two tables of one sheet reads has been told then.
        let own = other.iter().filter(|other| !is_one(&columns, other));
        own.for_each(|other| only::report(other, None, messages));
        let sheets: Vec<&Columns<'_>> = std::iter::once(&columns).chain(&other).collect();
        report_unused(&sheets, &declared.respondent.totals, messages);
        if !readable {
            return None;
        }
        let (unread, aside) = (std::mem::take(&mut reader.unread), std::mem::take(&mut reader.aside));
        let (area, nothing) = (declared.area.clone(), reader.report_nothing(messages));
        report_copies(&interventions, messages);
        let (title, unresolved, respondents) = (declared.title.clone(), who.unresolved, who.all);
        let survey =
            Self { area, title, respondents, interventions, answers, late, begun, unresolved, unread, aside, nothing };
        asked::report(declared, &survey, messages);
        Some((survey, reader.into_met()))
    }
}

/// The columns of a table with the rows that are read, and what their values mean; `None` where it cannot be read, which is
/// reported.
fn table<'g>(
    labels: &mut Labels,
    (declared, grid): (&study::Survey, &'g Grid),
    (header, only): (&Header, &[Only]),
    named: &[Named<'_>],
    messages: &mut Diagnostics,
) -> Option<(Columns<'g>, Key)> {
    let wanted: Vec<_> = named.iter().map(Named::declared).collect();
    let (columns, key) = labels.columns(grid, header, &wanted, messages)?;
    let mut columns = columns.of_recipients([declared.level]);
    swallowed::report(&columns, named, declared.level, messages)?;
    let kept = only::keep(&mut columns, only, messages);
    near::settle(&mut columns, named, messages);
    if kept.is_none() {
        near::report_missing(&columns, named, messages);
    }
    kept.map(|()| (columns, key))
}

/// The table of interventions beside that of the respondents, where there is one; `None` where it cannot be read.
fn beside<'d>(
    declared: &'d study::Survey,
    files: &Files,
    messages: &mut Diagnostics,
) -> Option<Option<(&'d study::Table, Arc<Grid>)>> {
    let Some(table) = declared.fields.layout.beside() else { return Some(None) };
    let file = table.file.as_ref().unwrap_or(&declared.file);
    let grid = files.sheet(file, table.sheet.as_deref(), messages)?;
    Some(Some((table, grid)))
}

/// Whether two tables are of one sheet.
fn is_one(columns: &Columns<'_>, other: &Columns<'_>) -> bool {
    std::ptr::eq(columns.grid, other.grid)
}

/// The interventions, wherever they stand; `None` where their columns could not be found, which is reported.
fn interventions(
    reader: &mut Reader<'_>,
    declared: &study::Survey,
    [(columns, _), (detail, detail_key)]: [(&Columns<'_>, &Key); 2],
    named: &[Named<'_>],
    (who, left_out): (&Respondents, LeftOut),
    messages: &mut Diagnostics,
) -> Option<Vec<super::Intervention>> {
    match &declared.fields.layout {
        Layout::Blocks => reader.blocks_of(columns, &who.all, messages),
        Layout::Rows => reader.rows(columns, named, Some(&who.rows), &who.all, messages),
        Layout::Beside(_) => {
            let links = links::read(declared, (detail, detail_key), (who, left_out), messages);
            reader.rows(detail, named, links.as_deref(), &who.all, messages)
        }
    }
}
