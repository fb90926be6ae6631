//! The sheets of a file, and the export that they are.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{BlockColumn, block_columns, oddly_spelt};
use super::fields::fields;
use super::ids::{id_column, ids};
use super::money;
use super::question::{Heading, Labels, questions};
use super::recipients::{RecipientColumns, recipients};
use super::reported::reported;
use super::sources::Source;
use super::survey::{Guess, KeyDraft, LongDraft, SurveyDraft, area_name, years};
use super::table::Table;
use super::words;
use super::words::Field;
use crate::msg;
use crate::register;
use crate::wording::Message;

/// What the classification of an export needs of its sheets.
pub struct Sheets<'a> {
    /// The file.
    pub source: &'a Source,
    /// Its tables.
    pub tables: Vec<Table<'a>>,
}

impl<'a> Sheets<'a> {
    /// The tables of a file.
    pub fn of(source: &'a Source) -> Self {
        Self { source, tables: source.sheets.iter().filter_map(Table::find).collect() }
    }

    /// A sheet's name, where the file has several.
    pub fn sheet_name(&self, table: &Table<'_>) -> Option<String> {
        (self.source.sheets.len() > 1).then(|| table.grid.sheet.as_deref().map(str::to_owned)).flatten()
    }

    /// The export as drafted, where one of the sheets has a row per respondent with interventions in it or beside it.
    pub fn survey(&self) -> Option<SurveyDraft> {
        let main = self.main_table()?;
        let who = recipients(main, self.source.stem())?;
        let key = self.key(main);
        let labels = key.as_ref().map(|(_, labels)| labels.clone()).unwrap_or_default();
        let (id, id_named) = match id_column(main, words::names_respondent_id, &[who.name, who.code]) {
            Some((column, named)) => (column, named),
            None => (who.name.or(who.code)?, false),
        };
        let doubt = (!id_named).then(|| msg!("unsure-id"));
        let taken = [Some(id), who.name, who.code];
        let free: Vec<(usize, &str)> =
            main.columns().filter(|c| !taken.contains(&Some(*c))).map(|c| (c, main.names[c].as_str())).collect();
        let blocks = block_columns(&free);
        let odd = oddly_spelt(&free, &blocks);
        let long = self.long_table(main, &who);
        let in_blocks: BTreeSet<usize> = blocks.iter().map(|b| b.column).chain(odd.iter().map(|(c, _)| *c)).collect();
        let overall: Vec<Heading> = free
            .iter()
            .filter(|(column, _)| !in_blocks.contains(column))
            .map(|(column, name)| Heading {
                pattern: (*name).to_owned(),
                bare: (*name).to_owned(),
                columns: vec![*column],
            })
            .collect();
        let (detail_table, detail, long) = match long {
            Some((table, long)) => {
                let skipped = [table.column(&long.id), table.column(&long.respondent)];
                let headings = table.columns().filter(|c| !skipped.contains(&Some(*c))).map(|c| Heading {
                    pattern: table.names[c].clone(),
                    bare: table.names[c].clone(),
                    columns: vec![c],
                });
                (table, headings.collect(), Some(long))
            }
            None => (main, headings_of(&blocks), None),
        };
        let beside = long.is_some().then_some(detail_table);
        let long_id = long.as_ref().and_then(|long| detail_table.column(&long.id));
        let (mut fields, rest) = fields(detail_table, &detail);
        if !fields.contains_key(&Field::Funds) {
            return None;
        }
        let (of_interventions, left_of_them) = questions(detail_table, &rest, &labels, long.is_some());
        let (of_respondents, left) = questions(main, &overall, &labels, false);
        let unit = unit_of_funds(detail_table, &detail, &mut fields);
        let activity = detail.iter().find(|h| fields.get(&Field::Activity).is_some_and(|f| f.value == h.pattern));
        let placeholders = activity.iter().flat_map(|h| h.columns.iter()).flat_map(|c| detail_table.values(*c));
        let funds = detail.iter().find(|h| fields.get(&Field::Funds).is_some_and(|f| f.value == h.pattern));
        let reported = reported(detail_table, funds, unit, main, &who, id);
        let text = |column: Option<usize>| column.map(|c| main.names[c].clone());
        Some(SurveyDraft {
            area: area_name(self.source.stem()),
            title: None,
            file: self.source.file.clone(),
            sheet: main.grid.sheet.as_deref().map(str::to_owned),
            header_rows: main.header_rows,
            id: Guess { value: main.names[id].clone(), doubt },
            name: text(who.name),
            code: text(who.code),
            level: who.level,
            key: key.map(|(key, _)| key),
            long,
            unit,
            questions: of_respondents.into_iter().chain(of_interventions).collect(),
            contacts: main.contact_columns().map(str::to_owned).collect(),
            doubted: main
                .doubted_columns()
                .chain(beside.iter().flat_map(|table| table.doubted_columns()))
                .map(str::to_owned)
                .collect(),
            left: left.iter().chain(&left_of_them).map(|h| h.pattern.clone()).collect(),
            placeholders: placeholders.filter(|text| words::is_placeholder(text)).map(|t| t.to_lowercase()).collect(),
            reported,
            years: years(main.names.iter().map(String::as_str)),
            doubt: None,
            odd: odd_names(main, &odd),
            ids: ids(detail_table, main, id, long_id),
            fields,
        })
    }

    /// The sheet with one row per respondent.
    fn main_table(&self) -> Option<&Table<'a>> {
        self.tables.iter().filter(|table| self.is_per_respondent(table)).max_by_key(|table| table.names.len())
    }

    /// Whether a sheet has recipients, nearly none of them twice.
    pub fn is_per_respondent(&self, table: &Table<'_>) -> bool {
        recipients(table, self.source.stem()).is_some_and(|who| {
            let column = who.name.or(who.code).unwrap_or_default();
            let values: Vec<&str> = table.values(column).collect();
            let distinct: BTreeSet<&str> = values.iter().copied().collect();
            distinct.len() * 10 >= values.len() * 9
        })
    }

    /// The sheet with one row per intervention: recipients that come back, and amounts.
    fn long_table(&self, main: &Table<'_>, who: &RecipientColumns) -> Option<(&Table<'a>, LongDraft)> {
        let level = who.level.value;
        self.tables.iter().filter(|table| table.grid.sheet != main.grid.sheet).find_map(|table| {
            let (id, _) = id_column(table, words::names_intervention_id, &[])?;
            let ids: BTreeSet<&str> = main.columns().take(4).flat_map(|c| main.values(c)).collect();
            let link = table.columns().filter(|c| *c != id).find(|column| {
                let known = |text: &str| ids.contains(text) || register::find(level, text).is_some();
                let digits = table.share(*column, |text| text.bytes().all(|b| b.is_ascii_digit())) > 0.9;
                !digits && table.share(*column, known) > 0.8
            })?;
            let sheet = table.grid.sheet.as_deref()?.to_owned();
            let long = LongDraft { sheet, id: table.names[id].clone(), respondent: table.names[link].clone() };
            Some((table, long))
        })
    }

    /// A sheet of questions, numbers and meanings whose questions begin columns of the main sheet.
    fn key(&self, main: &Table<'_>) -> Option<(KeyDraft, Labels)> {
        self.tables.iter().filter(|table| table.grid.sheet != main.grid.sheet).find_map(|table| {
            let begins = |text: &str| main.names.iter().any(|name| name.starts_with(text));
            let question = table.columns().find(|c| table.share(*c, begins) > 0.5)?;
            let others: Vec<usize> = table.columns().filter(|c| *c != question).collect();
            let number = |text: &str| text.parse::<f64>().is_ok();
            let value = others.iter().copied().find(|c| table.share(*c, number) > 0.9)?;
            let label = others.iter().copied().find(|c| *c != value && table.share(*c, number) < 0.1)?;
            let text = |row: usize, column: usize| crate::read::tidy(table.cell(row, column));
            let labels = table.rows.iter().map(|r| (text(*r, question), text(*r, value), text(*r, label))).collect();
            let columns = [question, value, label].map(|c| table.names[c].clone());
            Some((KeyDraft { sheet: table.grid.sheet.as_deref()?.to_owned(), columns }, labels))
        })
    }
}

/// What bare amounts count, by the name of the column of funds, or by what stands above the table, which is told.
fn unit_of_funds(table: &Table<'_>, headings: &[Heading], fields: &mut BTreeMap<Field, Guess<String>>) -> &'static str {
    let Some(funds) = fields.get_mut(&Field::Funds) else { return "kr" };
    let column = headings.iter().find(|h| h.pattern == funds.value).and_then(|h| h.columns.first());
    let unit = column.map_or("kr", |column| money::unit(table, *column, ""));
    if unit != words::unit_of(&funds.value) && funds.doubt.is_none() {
        funds.doubt = Some(msg!("unsure-unit-above", unit));
    }
    unit
}

/// What to say of columns that are nearly those of a block.
fn odd_names(table: &Table<'_>, odd: &[(usize, String)]) -> Option<Message> {
    let (first, pattern) = odd.first()?;
    let name = crate::diagnostic::shown(&table.names[*first]);
    Some(msg!("unsure-block-spelling", name, more = odd.len() - 1, pattern = pattern.as_str()))
}

/// The headings of blocks, each pattern once, in the order of the first block.
fn headings_of(blocks: &[BlockColumn]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    for block in blocks {
        match headings.iter_mut().find(|h| h.pattern == block.pattern) {
            Some(heading) => heading.columns.push(block.column),
            None => headings.push(Heading {
                pattern: block.pattern.clone(),
                bare: block.bare.clone(),
                columns: vec![block.column],
            }),
        }
    }
    headings
}
