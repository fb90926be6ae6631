//! One list of requisitioned funds over all areas: a row per recipient and area.

use std::collections::BTreeMap;

use super::doubtful::{InList, small_in_list};
use super::repayments::{take, without_amount};
use super::{Funds, Requisition, UnknownFunds, insert, paid_amount};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::{Files, Grid, tidy};
use crate::register::{Level, Recipient};
use crate::study::{ListedArea, MoneyForm, RequisitionList, Study};
use crate::survey::columns::Columns;
use crate::survey::funds_beside;
use crate::survey::header_unit::in_columns;
use crate::survey::labels;
use crate::survey::odd_amounts::check_amounts;
use crate::survey::recipients::Naming;
use crate::survey::totals::{total_message, undeclared_total, without_notes};
use crate::wording::joined;

/// The columns of a list.
struct Found {
    area: usize,
    amount: usize,
    repaid: Option<usize>,
    code: Option<usize>,
    name: Option<usize>,
    level: Option<usize>,
}

impl Found {
    /// `None` where a declared column is not there, which is reported.
    fn new(declared: &RequisitionList, columns: &Columns<'_>, messages: &mut Diagnostics) -> Option<Self> {
        let mut optional = |name: &Option<_>| name.as_ref().map(|name| columns.column(name, messages));
        let (code, name) = (optional(&declared.code), optional(&declared.name));
        let (repaid, level) = (optional(&declared.repaid), optional(&declared.level_column));
        let (area, amount) = (columns.column(&declared.area, messages), columns.column(&declared.amount, messages));
        if [&code, &name, &repaid, &level].into_iter().any(|found| *found == Some(None)) {
            return None;
        }
        let [code, name, repaid, level] = [code, name, repaid, level].map(Option::flatten);
        Some(Self { area: area?, amount: amount?, repaid, code, name, level })
    }

    /// The columns in which the label of a total may stand.
    fn labels(&self) -> Vec<usize> {
        [self.code, self.name, Some(self.area)].into_iter().flatten().collect()
    }

    /// The columns of money.
    fn money(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.amount).chain(self.repaid)
    }
}

/// What is read with.
struct Reader<'a> {
    study: &'a Study,
    declared: &'a RequisitionList,
    money: &'a MoneyForm,
    grid: &'a Grid,
    found: Found,
    naming: Naming<'a>,
    /// Words that no area goes with: the first row, and how many.
    unknown: BTreeMap<String, (usize, usize)>,
    /// Words of areas that are not evaluated here: the first row, how many, and how much.
    others: BTreeMap<String, (usize, usize, Amount)>,
}

/// Reads a list.
pub(super) fn read(
    study: &Study,
    declared: &RequisitionList,
    files: &Files,
    (funds, unknown): (&mut Funds, &mut UnknownFunds),
    messages: &mut Diagnostics,
) {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return };
    let grid = &*grid;
    let who = declared.name.iter().chain(&declared.code);
    let wanted: Vec<_> = [&declared.area, &declared.amount].into_iter().chain(who).collect();
    let Some(columns) = Columns::simple(grid, &wanted, messages) else { return };
    let columns = columns.of_recipients(study.levels.iter().copied());
    let Some(found) = Found::new(declared, &columns, messages) else { return };
    let labels = found.labels();
    let levels = &study.levels;
    let key = labels::of_file(&study.surveys, files, &columns);
    let naming = Naming::new((&columns, &key), found.code, found.name, levels);
    let paid: Vec<usize> = found.money().collect();
    let money = &in_columns(&columns, &paid, &declared.money);
    let list = funds_beside::List { columns: &columns, paid: &paid, labels: &labels, totals: &declared.totals, money };
    list.tell(study, (&declared.file.value, "[[requisitions]]"), messages);
    let rows = list.rows().collect();
    let rows = without_notes(&columns, rows, |row| naming.is_recipient(row, levels), messages);
    let mut reader =
        Reader { study, declared, money, grid, found, naming, unknown: BTreeMap::new(), others: BTreeMap::new() };
    let mut read: Vec<(usize, Recipient)> = Vec::new();
    for row in rows {
        read.extend(reader.row(row, (funds, unknown), messages).map(|recipient| (row, recipient)));
    }
    reader.report_words(messages);
    for column in reader.found.money() {
        check_amounts(&columns, column, &read, money, messages);
    }
    reader.report_small_repayments(&read, messages);
}

impl<'a> Reader<'a> {
    /// Warns of repayments in the list's own column that are a thousandth or less of what was requisitioned.
    fn report_small_repayments(&self, read: &[(usize, Recipient)], messages: &mut Diagnostics) {
        let Some(repaid) = self.found.repaid else { return };
        // What cannot be read has been told.
        let kronor = |row: usize, column: usize| {
            let read = paid_amount(self.grid, row, column, self.money, &mut Diagnostics::new());
            read.unwrap_or_default().unwrap_or_default()
        };
        let all = read.iter().map(|(row, recipient)| InList {
            recipient,
            repaid: kronor(*row, repaid),
            requisitioned: kronor(*row, self.found.amount),
            place: self.grid.place(*row, repaid),
        });
        messages.push_all(small_in_list(&all.collect::<Vec<_>>()).as_ref());
    }

    /// Reads a row; its recipient, where it was told.
    fn row(
        &mut self,
        row: usize,
        (funds, unknown): (&mut Funds, &mut UnknownFunds),
        messages: &mut Diagnostics,
    ) -> Option<Recipient> {
        let listed = self.listed(row, messages)?;
        let (area, level) = self.area(row, listed, messages)?;
        let (grid, found, form) = (self.grid, &self.found, self.money);
        let recipient = self.naming.recipient(row, level, messages)?;
        let place = grid.place(row, found.amount);
        let paid = paid_amount(grid, row, found.amount, form, messages);
        let back = found.repaid.map_or(Ok(None), |column| paid_amount(grid, row, column, form, messages));
        if paid == Ok(None) {
            messages.push(without_amount(&recipient, area, place.clone()));
            if back == Ok(None) {
                return Some(recipient);
            }
        }
        // What could not be read has been reported; without a requisition the recipient would be reported again.
        let requisitioned = paid.unwrap_or_default().unwrap_or_default();
        let key = (area.to_owned(), recipient.clone());
        if paid.is_err() {
            unknown.unread.insert(key.clone());
        }
        insert(funds, area, &recipient, Requisition { requisitioned, repaid: Amount::ZERO, place }, messages);
        if let (Ok(Some(kronor)), Some(column)) = (back, found.repaid) {
            let places = [found.area, column].map(|column| grid.place(row, column));
            take((funds, unknown), key, kronor, places, messages);
        }
        Some(recipient)
    }

    /// What the study says of the row's area; `None` where the row does not count, or no area goes with its word.
    fn listed(&mut self, row: usize, messages: &mut Diagnostics) -> Option<&'a ListedArea> {
        let (declared, grid) = (self.declared, self.grid);
        let word = tidy(grid.cell(row, self.found.area));
        let same = |known: &str| crate::read::plain(known).to_lowercase() == word.to_lowercase();
        if let Some(listed) = declared.areas.iter().find(|listed| same(&listed.word)) {
            return Some(listed);
        }
        if declared.other_areas.iter().any(|other| same(other)) {
            let mut ignored = Diagnostics::new();
            let kronor = paid_amount(grid, row, self.found.amount, self.money, &mut ignored);
            let other = self.others.entry(word).or_insert((row, 0, Amount::ZERO));
            other.1 += 1;
            other.2 = other.2 + kronor.unwrap_or_default().unwrap_or_default();
            return None;
        }
        if let Some(label) = undeclared_total(grid, row, &self.found.labels()) {
            messages.push(total_message(&label, grid.place(row, self.found.area)));
        } else if word.is_empty() {
            messages.push(Diagnostic::error(grid.place(row, self.found.area), msg!("funds-without-area")));
        } else {
            self.unknown.entry(word).or_insert((row, 0)).1 += 1;
        }
        None
    }

    /// The area of the study that a row belongs to, and its level.
    fn area<'l>(&self, row: usize, listed: &'l ListedArea, messages: &mut Diagnostics) -> Option<(&'l str, Level)> {
        let level_of = |area: &str| self.study.surveys.iter().find(|s| s.area == area).map(|s| s.level);
        let candidates: Vec<(&str, Level)> =
            listed.areas.iter().filter_map(|area| Some((area.value.as_str(), level_of(&area.value)?))).collect();
        let level = match (self.found.level, self.declared.level, candidates.as_slice()) {
            (Some(column), ..) => Some(self.said_level(row, column, messages)?),
            (None, Some(level), _) => Some(level),
            (None, None, [(_, only)]) => Some(*only),
            (None, None, _) => self.guessed_level(row),
        };
        let wanted = candidates.iter().filter(|(_, own)| Some(*own) == level).copied();
        let wanted: Vec<(&str, Level)> = wanted.collect();
        if let [one] = wanted[..] {
            return Some(one);
        }
        let place = self.grid.place(row, self.found.level.unwrap_or(self.found.area));
        messages.push(self.no_area(&listed.word, level, &candidates, place));
        None
    }

    /// The level that a row says.
    fn said_level(&self, row: usize, column: usize, messages: &mut Diagnostics) -> Option<Level> {
        let text = tidy(self.grid.cell(row, column));
        let found = level_word(&text, &self.study.levels);
        if found.is_none() {
            let message = if text.is_empty() {
                msg!("row-without-level", words = level_words(&self.study.levels))
            } else {
                msg!("level-unknown", level = shown(&text), words = level_words(&self.study.levels))
            };
            messages.push(Diagnostic::error(self.grid.place(row, column), message));
        }
        found
    }

    /// The level that a recipient's code or name shows: four digits, or a word that only one level has.
    fn guessed_level(&self, row: usize) -> Option<Level> {
        let text = |column: Option<usize>| column.map(|column| tidy(self.grid.cell(row, column)));
        let code = text(self.found.code).unwrap_or_default();
        if self.study.registers.is_empty() && code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(Level::municipality());
        }
        let levels = &self.study.levels;
        text(self.found.name).and_then(|name| name.split_whitespace().find_map(|word| level_word(word, levels)))
    }

    fn no_area(&self, word: &str, level: Option<Level>, candidates: &[(&str, Level)], place: Place) -> Diagnostic {
        let of_level = |(area, level): &(&str, Level)| {
            msg!("area-of-level", area = shown(area), several = level.nouns().several.clone())
        };
        let areas = joined(candidates.iter().map(of_level), ", ");
        let message = match level {
            Some(level) => msg!("row-of-other-level", one = level.nouns().one.clone(), area = shown(word), areas),
            None => msg!("area-open", areas),
        };
        Diagnostic::error(place, message)
    }

    /// Reports words of areas that no area goes with, and tells what was left out because the study says so.
    fn report_words(&self, messages: &mut Diagnostics) {
        let known = || self.declared.areas.iter().map(|listed| listed.word.as_str());
        for (word, (row, count)) in &self.unknown {
            let message = msg!(
                "rows-of-unknown-area",
                count = *count,
                area = shown(word),
                suggestion = did_you_mean(word, known())
            );
            messages.push(Diagnostic::error(self.grid.place(*row, self.found.area), message));
        }
        for (word, (row, count, kronor)) in &self.others {
            let message = msg!("area-not-evaluated", count = *count, kronor = *kronor, area = shown(word));
            messages.push(Diagnostic::notice(self.grid.place(*row, self.found.area), message));
        }
    }
}

/// The level that a word says: in everyday words for those that are built in, by its id or what its recipients are called
/// for one that the study declares.
fn level_word(word: &str, levels: &[Level]) -> Option<Level> {
    let word = word.trim().to_lowercase();
    let is = |words: &[&str]| words.contains(&word.as_str());
    if is(&["region", "regioner", "regionen", "landsting"]) || word.ends_with("regionen") {
        Some(Level::region())
    } else if is(&["län", "länet", "lan", "county", "counties", "länsnivå"]) {
        Some(Level::county())
    } else if is(&["kommun", "kommuner", "kommunen", "stad", "municipality", "municipalities"]) {
        Some(Level::municipality())
    } else {
        let declared = levels.iter().filter(|level| !level.is_built_in());
        declared.copied().find(|level| level.word().to_lowercase() == word || level.nouns().are_called(&word))
    }
}

/// The words of registers, as files name them.
fn level_words(levels: &[Level]) -> crate::wording::Arg {
    crate::wording::any_of(levels.iter().map(|level| level.word()))
}
