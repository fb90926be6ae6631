//! One export: who answered, where the interventions stand, which questions there are.

use std::collections::{BTreeMap, BTreeSet};

use super::block::{BlockColumn, block_columns, oddly_spelt};
use super::money;
use super::question::{Heading, Labels, QuestionDraft, questions};
use super::sources::Source;
use super::table::Table;
use super::words;
use crate::input::amount::amount;
use crate::register::{self, Level};
use crate::study::Field;

/// A declaration, and what is unsure about it.
#[derive(Clone, Debug)]
pub struct Guess<T> {
    /// What is declared.
    pub value: T,
    /// Why it is unsure, with what else was seen.
    pub doubt: Option<String>,
}

impl<T> Guess<T> {
    /// A guess without doubt.
    pub fn sure(value: T) -> Self {
        Self { value, doubt: None }
    }
}

/// The column of recipients in a table.
#[derive(Clone, Debug)]
pub struct RecipientColumns {
    /// Their level.
    pub level: Guess<Level>,
    /// The column of their names.
    pub name: Option<usize>,
    /// The column of their codes.
    pub code: Option<usize>,
}

/// A sheet that says what numbers mean.
#[derive(Clone, Debug)]
pub struct KeyDraft {
    /// The sheet.
    pub sheet: String,
    /// Its columns: question, number, meaning.
    pub columns: [String; 3],
}

/// A sheet with one row per intervention.
#[derive(Clone, Debug)]
pub struct LongDraft {
    /// The sheet.
    pub sheet: String,
    /// The column of the intervention's id.
    pub id: String,
    /// The column of the respondent.
    pub respondent: String,
}

/// One export as drafted.
pub struct SurveyDraft {
    /// The area.
    pub area: String,
    /// What readers see, where something names it.
    pub title: Option<String>,
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The header rows.
    pub header_rows: usize,
    /// Who answered: level.
    pub level: Guess<Level>,
    /// The column of the respondent's id.
    pub id: Guess<String>,
    /// The column of the recipient's name.
    pub name: Option<String>,
    /// The column of the recipient's code.
    pub code: Option<String>,
    /// The sheet of numbers' meanings.
    pub key: Option<KeyDraft>,
    /// The sheet of interventions, where they have their own.
    pub long: Option<LongDraft>,
    /// The columns of an intervention.
    pub fields: BTreeMap<Field, Guess<String>>,
    /// What bare amounts count.
    pub unit: &'static str,
    /// The questions.
    pub questions: Vec<QuestionDraft>,
    /// Columns of contact data, which are left out.
    pub contacts: Vec<String>,
    /// Other columns that are left out.
    pub left: Vec<String>,
    /// Reported kronor by recipient's code, to tell which requisitions belong here.
    pub reported: BTreeMap<String, f64>,
    /// Texts of activities that only say that there is none yet.
    pub placeholders: BTreeSet<String>,
    /// Years that the columns' names speak of.
    pub years: Vec<i64>,
    /// Why the whole is unsure.
    pub doubt: Option<String>,
    /// Columns whose names are nearly those of a block.
    pub odd: Option<String>,
    /// The columns that are different in every row, with their values; that of the ids is the first.
    pub ids: Vec<(String, BTreeSet<String>)>,
}

/// The columns of recipients: those in which most cells are in the register.
pub fn recipients(table: &Table<'_>, hint: &str) -> Option<RecipientColumns> {
    const MOST_OTHERS: f64 = 0.4;
    const FIRST: usize = 5;
    const LONGEST_NAME: usize = 60;
    let share = |column: usize, level: Level| table.share(column, |text| register::find(level, text).is_some());
    let (mut names, mut codes) = (Vec::new(), Vec::new());
    for column in table.columns() {
        // Names are short: a few cells of running text tell that a column has none.
        if table.values(column).take(FIRST).any(|text| text.chars().count() > LONGEST_NAME) {
            continue;
        }
        let digits = table.share(column, |text| text.bytes().all(|b| b.is_ascii_digit())) > 0.9;
        let named_code = words::names_code(&table.names[column]);
        if digits && !named_code {
            continue;
        }
        if table.distinct(column, 1).is_some() {
            continue;
        }
        for (_, level) in Level::WORDS {
            let found = share(column, level);
            // Totals and mistyped names are others.
            if found >= 1.0 - MOST_OTHERS {
                let words = words::level_of(&table.names[column]) == Some(level);
                let file = words::level_of(hint) == Some(level);
                let score = found + if words { 0.3 } else { 0.0 } + if file { 0.1 } else { 0.0 };
                if digits { &mut codes } else { &mut names }.push((column, level, score));
            }
        }
    }
    let best = |all: &[(usize, Level, f64)]| {
        all.iter().copied().max_by(|a, b| a.2.total_cmp(&b.2).then_with(|| (b.0, b.1).cmp(&(a.0, a.1))))
    };
    let (name, code) = (best(&names), best(&codes));
    let (column, level, score) = name.or(code)?;
    let rival = names.iter().chain(&codes).find(|(c, l, s)| *c == column && *l != level && score - s < 0.05);
    let doubt = rival.map(|(_, other, _)| format!("the names would also do for the level \"{}\"", other.word()));
    let of_file = words::level_of(hint).filter(|of_file| *of_file != level);
    let also = of_file.filter(|of_file| names.iter().chain(&codes).any(|(c, l, _)| *c == column && l == of_file));
    let by_file = also.map(|of_file| format!("the file's name speaks of the level \"{}\"", of_file.word()));
    let doubt = doubt.or(by_file);
    let code = codes.iter().find(|(_, of, _)| *of == level).map(|(column, ..)| *column);
    Some(RecipientColumns { level: Guess { value: level, doubt }, name: name.map(|(column, ..)| column), code })
}

/// The code in the register of the recipient in a row.
pub fn recipient_code(table: &Table<'_>, row: usize, columns: &RecipientColumns) -> Option<String> {
    let written = columns.name.or(columns.code).map(|column| crate::input::tidy(table.cell(row, column)))?;
    register::find(columns.level.value, &written).map(|recipient| recipient.code.clone())
}

/// Whether every filled cell of a column is different, and hardly one is blank.
fn unique(table: &Table<'_>, column: usize) -> bool {
    let values: Vec<&str> = table.values(column).collect();
    let distinct: BTreeSet<&str> = values.iter().copied().collect();
    distinct.len() == values.len() && values.len() * 10 >= table.rows.len() * 9
}

/// The column of ids: unique, and called so.
fn id_column(table: &Table<'_>, named: fn(&str) -> bool, not: &[Option<usize>]) -> Option<(usize, bool)> {
    let ids: Vec<usize> = table.columns().filter(|c| !not.contains(&Some(*c)) && unique(table, *c)).collect();
    let called = ids.iter().copied().find(|column| named(&table.names[*column]));
    let short = |column: &usize| table.share(*column, |text| text.chars().count() <= 24) > 0.99;
    called.map(|c| (c, true)).or_else(|| ids.into_iter().find(short).map(|column| (column, false)))
}

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
        (self.source.sheets.len() > 1).then(|| table.grid.sheet.clone()).flatten()
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
        let doubt = (!id_named).then(|| "no column is called an id; this one is different in every row".to_owned());
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
        let long_id = long.as_ref().and_then(|long| detail_table.column(&long.id));
        let (fields, rest) = fields(detail_table, &detail);
        if !fields.contains_key(&Field::Funds) {
            return None;
        }
        let (of_interventions, left_of_them) = questions(detail_table, &rest, &labels, long.is_some());
        let (of_respondents, left) = questions(main, &overall, &labels, false);
        let unit = fields.get(&Field::Funds).map_or("kr", |funds| words::unit_of(&funds.value));
        let activity = detail.iter().find(|h| fields.get(&Field::Activity).is_some_and(|f| f.value == h.pattern));
        let placeholders = activity.iter().flat_map(|h| h.columns.iter()).flat_map(|c| detail_table.values(*c));
        let funds = detail.iter().find(|h| fields.get(&Field::Funds).is_some_and(|f| f.value == h.pattern));
        let reported = reported(detail_table, funds, unit, main, &who, id);
        let text = |column: Option<usize>| column.map(|c| main.names[c].clone());
        Some(SurveyDraft {
            area: area_name(self.source.stem()),
            title: None,
            file: self.source.file.clone(),
            sheet: main.grid.sheet.clone(),
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
            let sheet = table.grid.sheet.clone()?;
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
            let text = |row: usize, column: usize| crate::input::tidy(table.cell(row, column));
            let labels = table.rows.iter().map(|r| (text(*r, question), text(*r, value), text(*r, label))).collect();
            let columns = [question, value, label].map(|c| table.names[c].clone());
            Some((KeyDraft { sheet: table.grid.sheet.clone()?, columns }, labels))
        })
    }
}

/// What to say of columns that are nearly those of a block.
fn odd_names(table: &Table<'_>, odd: &[(usize, String)]) -> Option<String> {
    let (first, pattern) = odd.first()?;
    let more = if odd.len() > 1 { format!(" and {} more", odd.len() - 1) } else { String::new() };
    let name = crate::diagnostic::shown(&table.names[*first]);
    Some(format!(
        "{name}{more} is spelt otherwise than \"{pattern}\"; see with insats check whether it is read, or spell it alike in a copy of the export"
    ))
}

/// The values of columns that are different in every row: the ids' first, then others that could be meant.
fn ids(detail: &Table<'_>, main: &Table<'_>, id: usize, long: Option<usize>) -> Vec<(String, BTreeSet<String>)> {
    let of = |table: &Table<'_>, column: usize| {
        (table.names[column].clone(), table.values(column).map(str::to_owned).collect::<BTreeSet<String>>())
    };
    let (table, chosen) = long.map_or((main, id), |column| (detail, column));
    let others = table.columns().filter(|c| *c != chosen && unique(table, *c));
    let short = others.filter(|c| table.share(*c, |text| text.chars().count() <= 40) > 0.99);
    std::iter::once(chosen).chain(short).map(|column| of(table, column)).collect()
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

/// The fields among the headings, each the one whose name and cells speak most for it, and the headings that are left.
fn fields(table: &Table<'_>, headings: &[Heading]) -> (BTreeMap<Field, Guess<String>>, Vec<Heading>) {
    let mut points: Vec<(usize, Field, usize)> = Vec::new();
    for (index, heading) in headings.iter().enumerate() {
        let amounts = share(table, heading, |cell| matches!(amount(cell, 1), Ok(Some(_))));
        let texts = |fewest: usize| {
            share(table, heading, |cell| cell.text().chars().filter(|c| c.is_alphabetic()).count() >= fewest)
        };
        // A name may be a word; what was done, and what came of it, is said in more.
        let (words, sentences) = (texts(2), texts(7));
        for (_, field) in Field::WORDS {
            let named = words::field_points(&heading.bare, field);
            let fits = match field {
                Field::Funds => amounts >= 0.5 && !heading.columns.iter().any(|c| money::counts_other(table, *c)),
                Field::Title => words >= 0.4 && amounts < 0.5,
                _ => sentences >= 0.4 && amounts < 0.5,
            };
            if named > 0 && fits {
                points.push((named, field, index));
            }
        }
    }
    points.sort_by_key(|(points, field, index)| (std::cmp::Reverse(*points), *index, *field));
    let mut found: BTreeMap<Field, Guess<String>> = BTreeMap::new();
    let mut used: BTreeMap<usize, Field> = BTreeMap::new();
    for (named, field, index) in &points {
        if used.contains_key(index) {
            continue;
        }
        let pattern = &headings[*index].pattern;
        match found.get_mut(field) {
            None => {
                used.insert(*index, *field);
                found.insert(*field, Guess::sure(pattern.clone()));
            }
            Some(guess) if guess.doubt.is_none() => {
                let of_winner = points.iter().find(|(_, f, i)| f == field && headings[*i].pattern == guess.value);
                if of_winner.is_some_and(|(points, ..)| points == named) {
                    guess.doubt = Some(format!("also seen: {}", crate::diagnostic::shown(pattern)));
                }
            }
            Some(_) => {}
        }
    }
    // Of several columns of amounts nobody can be sure.
    let winner = |index: usize| found.get(&Field::Funds).is_some_and(|guess| guess.value == headings[index].pattern);
    let rivals = points.iter().filter(|(_, field, index)| *field == Field::Funds && !winner(*index));
    let rivals: Vec<String> = rivals.map(|(.., index)| crate::diagnostic::shown(&headings[*index].pattern)).collect();
    if let Some(funds) = found.get_mut(&Field::Funds).filter(|_| !rivals.is_empty()) {
        funds.doubt = Some(format!("also seen: {}", rivals.join(", ")));
    }
    // Without words that say so, the longest texts are what was done.
    let named = found.keys().any(|field| *field == Field::Activity);
    if !named {
        let longest = (0..headings.len())
            .filter(|index| !used.contains_key(index))
            .map(|index| (mean_length(table, &headings[index]), index))
            .filter(|(length, _)| *length >= 15)
            .max_by_key(|(length, index)| (*length, std::cmp::Reverse(*index)));
        if let Some((_, index)) = longest {
            used.insert(index, Field::Activity);
            let doubt = Some("its name says little; it has the longest texts".to_owned());
            found.insert(Field::Activity, Guess { value: headings[index].pattern.clone(), doubt });
        }
    }
    let rest = headings.iter().enumerate().filter(|(index, _)| !used.contains_key(index)).map(|(_, h)| h.clone());
    (found, rest.collect())
}

fn mean_length(table: &Table<'_>, heading: &Heading) -> usize {
    let lengths: Vec<usize> =
        heading.columns.iter().flat_map(|c| table.values(*c)).map(|text| text.chars().count()).collect();
    lengths.iter().sum::<usize>() / lengths.len().max(1)
}

fn share(table: &Table<'_>, heading: &Heading, is: impl Fn(&crate::input::Cell) -> bool) -> f64 {
    let (mut all, mut so) = (0_usize, 0_usize);
    for filled in heading.columns.iter().flat_map(|column| table.filled(*column)) {
        all += 1;
        so += usize::from(is(filled.cell));
    }
    if all == 0 { 0.0 } else { so as f64 / all as f64 }
}

/// The kronor that every recipient reported; what cannot be read with certainty is passed over.
fn reported(
    table: &Table<'_>,
    funds: Option<&Heading>,
    unit: &str,
    main: &Table<'_>,
    who: &RecipientColumns,
    id: usize,
) -> BTreeMap<String, f64> {
    let kronor = match unit {
        "tkr" => 1_000,
        "mnkr" => 1_000_000,
        _ => 1,
    };
    let same = std::ptr::eq(table.grid, main.grid);
    let mut by_id = BTreeMap::new();
    for row in &main.rows {
        if let Some(code) = recipient_code(main, *row, who) {
            by_id.insert(crate::input::tidy(main.cell(*row, id)), code);
        }
    }
    let of_row = |row: usize| {
        if same {
            return recipient_code(main, row, who);
        }
        table.columns().take(6).find_map(|column| {
            let text = crate::input::tidy(table.cell(row, column));
            let named = || register::find(who.level.value, &text).map(|r| r.code.clone());
            by_id.get(&text).cloned().or_else(named)
        })
    };
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    let columns = funds.map(|h| h.columns.clone()).unwrap_or_default();
    for row in &table.rows {
        let Some(code) = of_row(*row) else { continue };
        let read = columns.iter().filter_map(|c| amount(table.cell(*row, *c), kronor).ok().flatten());
        *sums.entry(code).or_default() += read.map(|a| a.to_string().parse::<f64>().unwrap_or(0.0)).sum::<f64>();
    }
    sums
}

/// A short name for an area, of a file's name.
pub fn area_name(stem: &str) -> String {
    let lower = stem.to_lowercase();
    let name: String = lower.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect();
    let parts: Vec<&str> = name.split('-').filter(|p| !p.is_empty()).collect();
    if parts.is_empty() { "omrade".to_owned() } else { parts.join("-") }
}

/// The years from 2000 that texts speak of, as often as they do.
pub fn years<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<i64> {
    let digits = texts.flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
    digits.filter(|d| d.len() == 4).filter_map(|d| d.parse().ok()).filter(|y| (2000..=2099).contains(y)).collect()
}
