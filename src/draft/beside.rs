//! What stands beside the exports: requisitions, repayments, corrections, coding sheets.

use std::collections::{BTreeMap, BTreeSet};

use super::coding::{CodingDraft, coding};
use super::list::{ListDraft, list, may_be_area};
use super::money::{amount, is_large, is_money, kronor_of, unit};
use super::recipients::{RecipientColumns, recipient_code, recipients};
use super::sheets::Sheets;
use super::survey::Guess;
use super::table::Table;
use super::words;
use crate::msg;
use crate::register::{self, Level};
use crate::study::Field;
use crate::wording::{Message, joined};

/// A sheet of requisitioned funds.
pub struct RequisitionsDraft {
    /// The file.
    pub file: String,
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The level of the recipients.
    pub level: Guess<Level>,
    /// The column of codes.
    pub code: Option<String>,
    /// The column of names.
    pub name: Option<String>,
    /// Labels of rows that are totals.
    pub totals: Vec<String>,
    /// The columns of amounts, with the kronor per recipient's code.
    pub amounts: Vec<(String, BTreeMap<String, f64>)>,
    /// Columns of sums over the others, which belong to no area.
    pub sums: Vec<(String, BTreeMap<String, f64>)>,
    /// Columns of repaid funds that nothing says the areas of, which are not read.
    pub repaid: Vec<String>,
    /// What a bare number of every column counts.
    pub units: Vec<&'static str>,
    /// The same sheet as repayments, where nothing says which of both it is.
    pub as_repayments: Option<Box<RepaymentsDraft>>,
    /// What a list over all areas has beside; its amounts are those of its areas.
    pub list: Option<ListDraft>,
}

impl RequisitionsDraft {
    /// What says which funds an area's amounts are: the column's name, and the names of file and sheet.
    pub fn labels(&self, index: usize) -> [String; 2] {
        let column = match &self.list {
            Some(list) => list.amount.clone(),
            None => self.amounts.get(index).map(|(name, _)| name.clone()).unwrap_or_default(),
        };
        [column, format!("{} {}", self.file, self.sheet.as_deref().unwrap_or_default()).replace('_', " ")]
    }

    /// The level of an area, by its place among the amounts.
    pub fn level_of(&self, index: usize) -> Level {
        self.list.as_ref().and_then(|list| list.levels.get(index).copied()).unwrap_or(self.level.value)
    }
}

/// A list of repaid funds.
pub struct RepaymentsDraft {
    /// The file.
    pub file: String,
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The columns: recipient, area, amount.
    pub columns: [String; 3],
    /// The list's words for areas.
    pub words: BTreeSet<String>,
    /// What a bare number counts.
    pub unit: &'static str,
    /// What is unsure.
    pub doubt: Option<Message>,
}

/// A list of corrections.
pub struct CorrectionsDraft {
    /// The file.
    pub file: String,
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The columns: intervention, field, old, new, reason.
    pub columns: [String; 5],
    /// The list's names of fields.
    pub fields: Vec<(String, Field)>,
    /// What is unsure.
    pub doubt: Option<Message>,
}

/// What a sheet beside the exports is.
pub enum Beside {
    /// Requisitions.
    Requisitions(Box<RequisitionsDraft>),
    /// Repayments.
    Repayments(RepaymentsDraft),
    /// Corrections.
    Corrections(CorrectionsDraft),
    /// Codes.
    Coding(CodingDraft),
}

/// What a sheet is, if it is one of these.
pub fn beside(sheets: &Sheets<'_>, table: &Table<'_>) -> Vec<Beside> {
    let codings = coding(sheets, table);
    if codings.is_empty() {
        return other(sheets, table).into_iter().collect();
    }
    codings.into_iter().map(Beside::Coding).collect()
}

/// What a sheet without codes is.
fn other(sheets: &Sheets<'_>, table: &Table<'_>) -> Option<Beside> {
    let (file, sheet) = (sheets.source.file.clone(), sheets.sheet_name(table));
    let names = format!("{} {}", file, table.grid.sheet.as_deref().unwrap_or_default());
    if let Some(corrections) = corrections(table, &file, &sheet) {
        return Some(Beside::Corrections(corrections));
    }
    if let Some(list) = list(table, &file, &sheet, &names) {
        return Some(Beside::Requisitions(Box::new(list)));
    }
    if words::speaks_of_repayment(&names) {
        return repayments(table, file, sheet, &names).map(Beside::Repayments);
    }
    if table.names.iter().any(|n| words::speaks_of_repayment(n)) {
        let list = repayments(table, file.clone(), sheet.clone(), &names).map(Beside::Repayments);
        // Without a column of areas, what was paid is read, and what was repaid beside it is told.
        return list.or_else(|| requisitions(table, file, sheet, &names).map(Box::new).map(Beside::Requisitions));
    }
    requisitions(table, file, sheet, &names).map(Box::new).map(Beside::Requisitions)
}

fn corrections(table: &Table<'_>, file: &str, sheet: &Option<String>) -> Option<CorrectionsDraft> {
    const NEEDED: [&[&str]; 4] = [
        &["fält", "variabel", "field", "kolumn", "uppgift."],
        &["tidigare", "gammal", "gammalt", "old.", "från.", "ursprunglig", "felaktig"],
        &["nytt.", "ny.", "nya.", "new.", "rättat", "rätt.", "korrekt", "ska vara"],
        &["skäl", "orsak", "motiv", "kommentar", "reason", "anledning", "källa"],
    ];
    let intervention = table.columns().find(|c| words::names_intervention_id(&table.names[*c]))?;
    let mut columns = vec![intervention];
    for stems in NEEDED {
        let named = |c: &usize| !columns.contains(c) && stems.iter().any(|stem| words::has(&table.names[*c], stem));
        let column = table.columns().find(named)?;
        columns.push(column);
    }
    let field_of = |text: &str| {
        let points = table.programme.fields().map(|field| (table.programme.points(text, field), field));
        points.filter(|(points, _)| *points > 0).max_by_key(|(points, field)| (*points, std::cmp::Reverse(*field)))
    };
    let mut fields: Vec<(String, Field)> = Vec::new();
    for text in columns.get(1).iter().flat_map(|c| table.values(**c)) {
        if !fields.iter().any(|(known, _)| *known == text) {
            fields.extend(field_of(text).map(|(_, field)| (text.to_owned(), field)));
        }
    }
    let names: Vec<String> = columns.iter().map(|c| table.names[*c].clone()).collect();
    let columns: [String; 5] = names.try_into().ok()?;
    Some(CorrectionsDraft { file: file.to_owned(), sheet: sheet.clone(), columns, fields, doubt: None })
}

fn repayments(table: &Table<'_>, file: String, sheet: Option<String>, names: &str) -> Option<RepaymentsDraft> {
    let known = |text: &str| table.levels.iter().any(|level| register::find(*level, text).is_some());
    let recipient = |c: &usize| table.share(*c, known) > 0.7;
    let named = |c: &usize| recipient(c) && table.share(*c, is_digits) < 0.1;
    let coded = |c: &usize| recipient(c) && words::names_code(&table.names[*c]);
    let recipient = table.columns().find(named).or_else(|| table.columns().find(coded))?;
    let money: Vec<usize> = table.columns().filter(|c| *c != recipient && is_money(table, *c)).collect();
    let points = |c: &usize| {
        let name = &table.names[*c];
        2 * usize::from(words::speaks_of_repayment(name)) + usize::from(words::names_money(name))
    };
    let paid = *money.iter().max_by_key(|c| (points(c), std::cmp::Reverse(**c)))?;
    let is_area = |c: &usize| names_area(&table.names[*c]);
    let others = table.columns().filter(|c| ![recipient, paid].contains(c) && !money.contains(c));
    let texts = others.filter(|c| table.share(*c, is_digits) < 0.5);
    let area = texts.max_by_key(|c| (is_area(c), std::cmp::Reverse(*c)))?;
    let name = |c: usize| crate::diagnostic::shown(&table.names[c]);
    let rivals: Vec<String> = money.iter().filter(|c| **c != paid).map(|c| name(*c)).collect();
    let doubt = match () {
        () if !rivals.is_empty() => Some(msg!("unsure-other-numbers", columns = joined(rivals, ", "))),
        () if points(&paid) == 0 => Some(msg!("unsure-no-money", column = name(paid))),
        () if !is_area(&area) => Some(msg!("unsure-no-area", column = name(area))),
        () => None,
    };
    let columns = [recipient, area, paid].map(|c| table.names[c].clone());
    let words = table.values(area).filter(|text| !words::is_total(text)).map(str::to_owned).collect();
    Some(RepaymentsDraft { file, sheet, columns, words, unit: unit(table, paid, names), doubt })
}

fn names_area(name: &str) -> bool {
    ["område", "area", "enkät", "anslag"].iter().any(|stem| words::has(name, stem))
}

/// Whether a column says which area a row belongs to: by its name, or because few texts that are no recipients come again.
fn says_area(table: &Table<'_>, column: usize) -> bool {
    let known = |text: &str| table.levels.iter().any(|level| register::find(*level, text).is_some());
    names_area(&table.names[column]) || may_be_area(table, column) && table.share(column, known) < 0.5
}

pub(super) fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Recipients and amounts, and hardly anything else.
fn requisitions(table: &Table<'_>, file: String, sheet: Option<String>, names: &str) -> Option<RequisitionsDraft> {
    const MOST_OTHERS: usize = 2;
    let who = recipients(table, names)?;
    let label = |row: usize| {
        let columns = [who.name, who.code];
        columns.into_iter().flatten().map(|c| crate::read::tidy(table.cell(row, c))).find(|t| words::is_total(t))
    };
    let mut totals: Vec<String> = table.rows.iter().filter_map(|row| label(*row)).collect();
    totals.dedup();
    let others: Vec<usize> = table.columns().filter(|c| ![who.name, who.code].contains(&Some(*c))).collect();
    let money: Vec<usize> = others.iter().copied().filter(|c| is_money(table, *c) && is_large(table, *c)).collect();
    let (repaid, money): (Vec<usize>, Vec<usize>) =
        money.into_iter().partition(|c| words::speaks_of_repayment(&table.names[*c]));
    // A column of sums over the others belongs to no area.
    let amounts: Vec<usize> =
        money.iter().copied().filter(|c| money.len() == 1 || !words::is_total(&table.names[*c])).collect();
    if amounts.is_empty() || others.len() > money.len() + repaid.len() + MOST_OTHERS || comes_back(table, &who) {
        return None;
    }
    let text = |column: Option<usize>| column.map(|c| table.names[c].clone());
    let said = words::has(names, "rekvir") || amounts.iter().any(|c| words::has(&table.names[*c], "rekvir"));
    let as_repayments = if said { None } else { repayments(table, file.clone(), sheet.clone(), names) };
    let as_repayments =
        as_repayments.filter(|list| table.column(&list.columns[1]).is_some_and(|c| says_area(table, c)));
    let units: Vec<&'static str> = amounts.iter().map(|c| unit(table, *c, names)).collect();
    let of = |(c, unit): (&usize, &&str)| (table.names[*c].clone(), by_recipient(table, *c, &who, kronor_of(unit)));
    let is_sum = |c: &&usize| !amounts.contains(c);
    let sums = money.iter().filter(is_sum).map(|c| of((c, &unit(table, *c, names)))).collect();
    Some(RequisitionsDraft {
        sums,
        repaid: repaid.iter().map(|c| table.names[*c].clone()).collect(),
        amounts: amounts.iter().zip(&units).map(of).collect(),
        units,
        as_repayments: as_repayments.map(Box::new),
        file,
        sheet,
        code: text(who.code),
        name: text(who.name),
        totals,
        level: who.level,
        list: None,
    })
}

/// Whether recipients stand in several rows, as in a list with one row per intervention.
fn comes_back(table: &Table<'_>, who: &RecipientColumns) -> bool {
    let codes: Vec<String> = table.rows.iter().filter_map(|row| recipient_code(table, *row, who)).collect();
    let distinct: BTreeSet<&String> = codes.iter().collect();
    distinct.len() * 10 < codes.len() * 9
}

fn by_recipient(table: &Table<'_>, column: usize, who: &RecipientColumns, times: i64) -> BTreeMap<String, f64> {
    let row_amount = |row: &usize| {
        let code = recipient_code(table, *row, who)?;
        let kronor = amount(table.cell(*row, column), times).ok().flatten()?;
        Some((code, kronor.to_string().parse().ok()?))
    };
    table.rows.iter().filter_map(row_amount).collect()
}
