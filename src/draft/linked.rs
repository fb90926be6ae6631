//! Tables with one row per intervention beside that of the respondents: in another sheet, or in another file.

use std::collections::BTreeSet;

use super::block::{block_columns, folded};
use super::ids::{intervention_id, is_different_in_all_rows, unique};
use super::recipients::RecipientColumns;
use super::survey::LongDraft;
use super::table::Table;
use super::words;
use crate::register;

/// A table of interventions, and the columns that say which they are and whose.
pub struct Linked<'s, 'a> {
    /// The table.
    pub table: &'s Table<'a>,
    /// The column of the intervention's id, or those whose cells make it together.
    pub id: Vec<usize>,
    /// The column of the respondent.
    pub respondent: usize,
}

/// The respondents to whom interventions are linked.
pub struct Respondents<'m, 'a> {
    /// Their table.
    pub table: &'m Table<'a>,
    /// Its columns of recipients.
    pub who: &'m RecipientColumns,
    /// Its column of ids.
    pub id: usize,
}

impl Linked<'_, '_> {
    /// What is declared of it; `file` where it is in another file.
    pub fn declared(&self, file: Option<&str>) -> LongDraft {
        LongDraft {
            file: file.map(str::to_owned),
            sheet: self.table.grid.sheet.as_deref().map(str::to_owned),
            header: self.table.header.clone(),
            only: self.table.only.clone(),
            finished: self.table.named_finished(),
            id: self.id.iter().map(|column| self.table.names[*column].clone()).collect(),
            respondent: Some(self.table.names[self.respondent].clone()),
        }
    }
}

/// A table as one of interventions that a column links to respondents: by their ids, or by their recipients where both stand in
/// one file or the interventions' ids begin with those of the respondents. A table with numbered blocks is none.
pub fn linked<'s, 'a>(table: &'s Table<'a>, to: &Respondents<'_, '_>, in_same_file: bool) -> Option<Linked<'s, 'a>> {
    let named: Vec<(usize, &str)> = table.columns().map(|column| (column, table.names[column].as_str())).collect();
    if !block_columns(&named).is_empty() {
        return None;
    }
    if let Some(found) = repeated(table, to) {
        return Some(found);
    }
    let own = intervention_id(table, &[], false);
    let respondent = by_ids(table, to, own, in_same_file).or_else(|| by_recipients(table, to, own, in_same_file))?;
    let id = match own.filter(|own| *own != respondent) {
        Some(own) => vec![own],
        None => match numbered_within(table, respondent) {
            Some(number) => vec![respondent, number],
            None => vec![intervention_id(table, &[Some(respondent)], true)?],
        },
    };
    Some(Linked { table, id, respondent })
}

/// A part that the tool repeats, with its own columns for what it belongs to and which it is.
fn repeated<'s, 'a>(table: &'s Table<'a>, to: &Respondents<'_, '_>) -> Option<Linked<'s, 'a>> {
    let repeats = table.layout?.repeats()?;
    let (respondent, own) = (table.column_of_tool(repeats.parent)?, table.column_of_tool(repeats.own)?);
    let ids: BTreeSet<&str> = to.table.values(to.id).collect();
    if respondent == own || table.share(respondent, |text| ids.contains(text)) <= 0.8 {
        return None;
    }
    let is_number = table.share(own, |text| text.parse::<u32>().is_ok()) > 0.99;
    let id = if is_number || !unique(table, own) { vec![respondent, own] } else { vec![own] };
    is_different_in_all_rows(table, &id).then_some(Linked { table, id, respondent })
}

/// The column in which most cells are ids of respondents. Numbers may be so by chance, unless their columns are called the same.
fn by_ids(table: &Table<'_>, to: &Respondents<'_, '_>, own: Option<usize>, in_same_file: bool) -> Option<usize> {
    const FIRST: usize = 4;
    let of_recipients = |column: &usize| [to.who.name, to.who.code].contains(&Some(*column));
    let linking = to.table.columns().take(FIRST).filter(|column| in_same_file || !of_recipients(column));
    let linking: Vec<usize> = linking.filter(|column| *column == to.id || unique(to.table, *column)).collect();
    linking.into_iter().find_map(|column| {
        let ids: BTreeSet<&str> = to.table.values(column).collect();
        let is_called_so = |other: usize| folded(&table.names[other]) == folded(&to.table.names[column]);
        let digits = |other: usize| table.share(other, |text| text.bytes().all(|b| b.is_ascii_digit())) > 0.9;
        let mut others = table.columns().filter(|other| Some(*other) != own);
        others.find(|other| {
            (!digits(*other) || is_called_so(*other)) && table.share(*other, |text| ids.contains(text)) > 0.8
        })
    })
}

/// The column of recipients, where they tell whose the interventions are.
fn by_recipients(table: &Table<'_>, to: &Respondents<'_, '_>, own: Option<usize>, in_same_file: bool) -> Option<usize> {
    let level = to.who.level.value;
    let digits = |column: usize| table.share(column, |text| text.bytes().all(|b| b.is_ascii_digit())) > 0.9;
    let begins_with_theirs = |own: usize| {
        let ids: BTreeSet<&str> = to.table.values(to.id).collect();
        table.share(own, |text| text.rsplit_once('-').is_some_and(|(theirs, _)| ids.contains(theirs))) > 0.8
    };
    if !in_same_file && !own.is_some_and(begins_with_theirs) {
        return None;
    }
    let mut columns = table.columns().filter(|column| Some(*column) != own);
    columns.find(|column| !digits(*column) && table.share(*column, |text| register::find(level, text).is_some()) > 0.8)
}

/// The column that numbers the interventions of each respondent.
fn numbered_within(table: &Table<'_>, respondent: usize) -> Option<usize> {
    let number = |column: usize| table.share(column, |text| text.parse::<u32>().is_ok()) > 0.99;
    let mut columns = table.columns().filter(|column| *column != respondent && words::names_id(&table.names[*column]));
    columns.find(|column| number(*column) && is_different_in_all_rows(table, &[respondent, *column]))
}
