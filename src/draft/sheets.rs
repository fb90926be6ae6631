//! The sheets of a file, and the export that they are.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{BlockColumn, block_columns, oddly_spelt};
use super::fields::{Fields, fields};
use super::heading::Heading;
use super::ids::{id_column, ids, intervention_id, unique};
use super::label_list::{Labels, LabelsDraft};
use super::layout::Layout;
use super::linked::{Linked, Respondents, linked};
use super::money;
use super::open::open_questions;
use super::programme::Programme;
use super::question::{distinguish_all, questions};
use super::recipients::{RecipientColumns, recipient_code, recipients};
use super::reported::reported;
use super::sources::{Source, stem};
use super::survey::{Guess, LongDraft, SurveyDraft, area_name, years};
use super::table::Table;
use super::words;
use crate::diagnostic::shown;
use crate::money::Currency;
use crate::msg;
use crate::read::tidy;
use crate::study::Field;
use crate::survey::question_name;
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
        Self { source, tables: source.sheets.iter().flat_map(Table::all).collect() }
    }

    /// A sheet's name, where the file has several.
    pub fn sheet_name(&self, table: &Table<'_>) -> Option<String> {
        (self.source.sheets.len() > 1).then(|| table.grid.sheet.as_deref().map(str::to_owned)).flatten()
    }

    /// The export as drafted, where one of the sheets has a row per respondent with interventions in it or beside it, in this
    /// file or in one of the others, or a row per intervention. Without amounts it is one only where its header says what was done.
    pub fn survey(&self, others: &[Self], money: Money) -> Option<SurveyDraft> {
        let main = self.main_table().or_else(|| self.table_of_interventions())?;
        let who = recipients(main, self.source.stem())?;
        let (list, labels) = main.labels.clone().or_else(|| self.key(main)).unzip();
        let labels: Labels = labels.unwrap_or_default();
        let who = who.labelled(main, &labels);
        let of_tool = main.layout.and_then(|layout| main.column_of_tool(layout.ids())).filter(|id| unique(main, *id));
        let (id, id_named) = match of_tool {
            Some(column) => (column, true),
            None => id_column(main, words::names_respondent_id, &[who.name, who.code])
                .or_else(|| Some((who.name.or(who.code)?, false)))?,
        };
        let blocks = block_columns(&free(main, &[Some(id), who.name, who.code]));
        let beside = self.long_table(&Respondents { table: main, who: &who, id }, others, money);
        let beside = beside.filter(|(_, long)| blocks.is_empty() || long.file.is_none());
        let is_rows = blocks.is_empty() && beside.is_none();
        let id = if is_rows { respondent_id(main, &who) } else { Some((id, id_named)) };
        let long_id: Vec<usize> = match (&beside, is_rows) {
            (Some((linked, _)), _) => linked.id.clone(),
            (None, true) => intervention_id(main, &[who.name, who.code], false).into_iter().collect(),
            (None, false) => Vec::new(),
        };
        let doubt = id.filter(|(_, named)| !named).map(|_| msg!("unsure-id"));
        let id = id.map(|(column, _)| column);
        let own_rows = long_id.first().copied().filter(|_| is_rows);
        let free = free(main, &[id, who.name, who.code, own_rows]);
        let odd = oddly_spelt(&free, &blocks);
        let in_blocks: BTreeSet<usize> = blocks.iter().map(|b| b.column).chain(odd.iter().map(|(c, _)| *c)).collect();
        let outside = free.iter().filter(|(column, _)| !in_blocks.contains(column));
        let overall: Vec<Heading> = outside.map(|(column, _)| heading(main, *column)).collect();
        let (detail_table, detail, overall) = match &beside {
            Some((Linked { table, id, respondent }, _)) => {
                let free = table.columns().filter(|column| !id.contains(column) && column != respondent);
                (*table, free.map(|column| heading(table, column)).collect(), overall)
            }
            None if is_rows => {
                let (of_respondents, of_interventions) =
                    overall.into_iter().partition(|heading| is_same_in_all_rows(main, &who, heading));
                (main, of_interventions, of_respondents)
            }
            None => (main, headings_of(&blocks), overall),
        };
        let programme = &detail_table.programme;
        let Fields { found: mut fields, rest, texts } = fields(detail_table, &detail);
        if !is_export(programme, &fields, &texts, money) || is_rows && !programme.is_told(&fields, &texts) {
            return None;
        }
        let has_rows = is_rows || beside.is_some();
        let (mut of_interventions, left_of_them) = questions(detail_table, &rest, &labels, has_rows);
        let (mut of_respondents, mut left) = questions(main, &overall, &labels, false);
        of_respondents.extend(open_questions(main, &mut left));
        distinguish_all(&of_respondents, &mut of_interventions);
        let unit = unit_of_funds(detail_table, &detail, &mut fields);
        let told = programme.main().and_then(|main| fields.get(&main));
        let activity = detail.iter().find(|h| told.is_some_and(|told| told.value == h.pattern));
        let placeholders = activity.iter().flat_map(|h| h.columns.iter()).flat_map(|c| detail_table.values(*c));
        let funds = detail.iter().find(|h| fields.get(&Field::Funds).is_some_and(|f| f.value == h.pattern));
        let reported = reported(detail_table, funds, unit, main, &who, id);
        let text = |column: Option<usize>| column.map(|c| main.names[c].clone());
        let ids = if has_rows { ids(detail_table, &long_id) } else { ids(main, id.as_slice()) };
        let doubted = beside.iter().flat_map(|(linked, _)| linked.table.doubted_columns());
        let doubted = main.doubted_columns().chain(doubted).map(str::to_owned).collect();
        let own_rows = is_rows.then(|| LongDraft::of_rows(text(own_rows).into_iter().collect()));
        Some(SurveyDraft {
            area: area_name(self.area_stem(
                beside.as_ref().and_then(|(_, long)| long.file.as_deref()).filter(|file| *file != self.source.file),
            )),
            title: None,
            file: self.source.file.clone(),
            sheet: main.grid.sheet.as_deref().map(str::to_owned),
            header: main.header.clone(),
            only: main.only.clone(),
            finished: main.named_finished(),
            id_prefix: None,
            tool: main.layout.map(Layout::tool),
            id: Guess { value: text(id), doubt },
            name: text(who.name),
            code: text(who.code),
            level: who.level,
            form: main.form.as_ref().or(detail_table.form.as_ref()).map(|form| form.file.clone()),
            labels: list,
            long: beside.map(|(_, long)| long).or(own_rows),
            unit,
            currency: currency_of_funds(detail_table, &detail, &fields),
            questions: of_respondents.into_iter().chain(of_interventions).collect(),
            contacts: main.contact_columns().map(str::to_owned).collect(),
            doubted,
            left: left.iter().chain(&left_of_them).map(|h| h.pattern.clone()).collect(),
            placeholders: placeholders.filter(|text| words::is_placeholder(text)).map(|t| t.to_lowercase()).collect(),
            reported,
            years: years(main.names.iter().map(String::as_str)),
            doubt: None,
            odd: odd_names(main, &odd),
            ids,
            fields,
            texts,
        })
    }

    /// What the area is called by: the file's name, or what it shares with that of the interventions, up to a sign.
    fn area_stem(&self, beside: Option<&str>) -> &str {
        const SHORTEST: usize = 3;
        let own = self.source.stem();
        let Some(beside) = beside.map(stem) else { return own };
        let shared = own.char_indices().zip(beside.chars()).take_while(|((_, a), b)| a == b);
        let signs = shared.filter(|((_, sign), _)| !sign.is_alphanumeric()).map(|((at, _), _)| at);
        signs.last().filter(|at| *at >= SHORTEST).map_or(own, |at| &own[..at])
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

    /// The sheet with one row per intervention, where no sheet has one per respondent: recipients that come back.
    fn table_of_interventions(&self) -> Option<&Table<'a>> {
        let tables = self.tables.iter().filter(|table| recipients(table, self.source.stem()).is_some());
        tables.max_by_key(|table| table.names.len())
    }

    /// The table with one row per intervention beside that of the respondents, in another sheet or in another file.
    fn long_table<'s>(
        &'s self,
        to: &Respondents<'_, '_>,
        others: &'s [Self],
        money: Money,
    ) -> Option<(Linked<'s, 'a>, LongDraft)> {
        let is_other = |table: &&Table<'_>| match (&table.only, &to.table.only) {
            (None, None) => table.grid.sheet.is_some() && table.grid.sheet != to.table.grid.sheet,
            (part, other) => part != other,
        };
        // Another part of a text has no sheet by which it could be named.
        let file = |table: &Table<'_>| Some(self.source.file.as_str()).filter(|_| table.grid.sheet.is_none());
        let mut own = self.tables.iter().filter(is_other);
        let own = own.find_map(|table| linked(table, to, true)).map(|found| (found.declared(file(found.table)), found));
        let other = |sheets: &'s Self| {
            let found = sheets
                .tables
                .iter()
                .find_map(|table| linked(table, to, false).filter(|_| has_interventions(table, money)))?;
            Some((found.declared(Some(&sheets.source.file)), found))
        };
        let found =
            own.or_else(|| others.iter().filter(|sheets| sheets.source.file != self.source.file).find_map(other));
        found.map(|(long, linked)| (linked, long))
    }

    /// A sheet of questions, numbers and meanings whose questions begin columns of the main sheet.
    fn key(&self, main: &Table<'_>) -> Option<(LabelsDraft, Labels)> {
        self.tables.iter().filter(|table| table.grid.sheet != main.grid.sheet).find_map(|table| {
            let begins = |text: &str| {
                let question = question_name(&main.header, text);
                main.names.iter().any(|name| name.starts_with(&question))
            };
            let question = table.columns().find(|c| table.share(*c, begins) > 0.5)?;
            let others: Vec<usize> = table.columns().filter(|c| *c != question).collect();
            let number = |text: &str| text.parse::<f64>().is_ok();
            let value = others.iter().copied().find(|c| table.share(*c, number) > 0.9)?;
            let label = others.iter().copied().find(|c| *c != value && table.share(*c, number) < 0.1)?;
            let text = |row: usize, column: usize| crate::read::tidy(table.cell(row, column));
            let of_row = |row: &usize| {
                let question = question_name(&main.header, &text(*row, question));
                (question, text(*row, value), text(*row, label))
            };
            let labels = table.rows.iter().map(of_row).collect();
            let [question, value, label] = [question, value, label].map(|c| table.names[c].clone());
            let sheet = Some(table.grid.sheet.as_deref()?.to_owned());
            Some((LabelsDraft { file: None, sheet, question, part: None, value, label }, labels))
        })
    }
}

/// Whether exports are told by a column of used funds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// They are.
    Needed,
    /// No file of the folder has amounts.
    None,
}

/// Whether columns are those of interventions: used funds, or, where there are none, a header that says what was done.
fn is_export(programme: &Programme, fields: &BTreeMap<Field, Guess<String>>, texts: &[String], money: Money) -> bool {
    let surely = || fields.iter().any(|(field, column)| programme.main() == Some(*field) && column.doubt.is_none());
    match money {
        Money::Needed => fields.contains_key(&Field::Funds),
        Money::None => surely() || !programme.takes_longest() && programme.is_told(fields, texts),
    }
}

/// Whether a table has a column of used funds, where there are any, and one of what was done.
fn has_interventions(table: &Table<'_>, money: Money) -> bool {
    let headings: Vec<Heading> = table.columns().map(|column| heading(table, column)).collect();
    let Fields { found, texts, .. } = fields(table, &headings);
    is_export(&table.programme, &found, &texts, money) && table.programme.is_told(&found, &texts)
}

/// The columns that are not taken, with their names.
fn free<'t>(table: &'t Table<'_>, taken: &[Option<usize>]) -> Vec<(usize, &'t str)> {
    table.columns().filter(|c| !taken.contains(&Some(*c))).map(|c| (c, table.names[c].as_str())).collect()
}

fn heading(table: &Table<'_>, column: usize) -> Heading {
    let name = &table.names[column];
    Heading { pattern: name.clone(), bare: name.clone(), columns: vec![column] }
}

/// The column of the respondents' ids among rows of interventions, and that it is called so: each id has one recipient.
fn respondent_id(table: &Table<'_>, who: &RecipientColumns) -> Option<(usize, bool)> {
    let named = |column: &usize| words::names_respondent_id(&table.names[*column]);
    let repeated = |column: &usize| by_text(table, *column, who).is_some_and(|ids| ids.len() < table.rows.len());
    let mut columns = table.columns().filter(|column| ![who.name, who.code].contains(&Some(*column)));
    columns.find(|column| named(column) && repeated(column)).map(|column| (column, true))
}

/// The recipient of each text of a column; `None` where one has several.
fn by_text(table: &Table<'_>, column: usize, who: &RecipientColumns) -> Option<BTreeMap<String, String>> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for row in &table.rows {
        let (text, code) = (tidy(table.cell(*row, column)), recipient_code(table, *row, who));
        let Some(code) = code.filter(|_| !text.is_empty()) else { continue };
        if found.insert(text, code.clone()).is_some_and(|other| other != code) {
            return None;
        }
    }
    Some(found)
}

/// Whether every recipient that has several rows says the same in all of them: then it is the respondent's answer.
fn is_same_in_all_rows(table: &Table<'_>, who: &RecipientColumns, heading: &Heading) -> bool {
    const FEWEST: usize = 3;
    let mut answers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        let Some(code) = recipient_code(table, *row, who) else { continue };
        let texts = heading.columns.iter().map(|column| tidy(table.cell(*row, *column))).filter(|t| !t.is_empty());
        for text in texts {
            *rows.entry(code.clone()).or_default() += 1;
            answers.entry(code.clone()).or_default().insert(text);
        }
    }
    let several = rows.values().filter(|rows| **rows > 1).count();
    let kinds: BTreeSet<&String> = answers.values().flatten().collect();
    several >= FEWEST && kinds.len() > 1 && answers.values().all(|texts| texts.len() == 1)
}

/// The currency of the column of funds.
fn currency_of_funds(table: &Table<'_>, headings: &[Heading], fields: &BTreeMap<Field, Guess<String>>) -> Currency {
    let funds = fields.get(&Field::Funds).and_then(|funds| headings.iter().find(|h| h.pattern == funds.value));
    let columns = funds.iter().flat_map(|heading| &heading.columns);
    let said = columns.map(|column| money::currency(table, *column));
    said.into_iter().find(|currency| *currency != Currency::Sek).unwrap_or_default()
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
    let name = shown(&table.names[*first]);
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
