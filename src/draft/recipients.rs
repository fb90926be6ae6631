//! The columns that say which recipient a row is.

use super::answers::meaning;
use super::label_list::Labels;
use super::survey::Guess;
use super::table::Table;
use super::words;
use crate::msg;
use crate::register::{self, Level};

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
        if table.distinct(column, 1).is_some() {
            continue;
        }
        // Codes of registers of their own are called more than those that are built in.
        let may_be_code =
            |level: Level| named_code || !level.is_built_in() && words::ends_in_code(&table.names[column]);
        for level in table.levels.iter().copied().filter(|level| !digits || may_be_code(*level)) {
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
    let doubt = rival.map(|(_, other, _)| msg!("unsure-other-level", level = other.word()));
    let of_file = words::level_of(hint).filter(|of_file| *of_file != level);
    let also = of_file.filter(|of_file| names.iter().chain(&codes).any(|(c, l, _)| *c == column && l == of_file));
    let by_file = also.map(|of_file| msg!("unsure-level-of-file", level = of_file.word()));
    let doubt = doubt.or(by_file);
    let code = codes.iter().find(|(_, of, _)| *of == level).map(|(column, ..)| *column);
    Some(RecipientColumns { level: Guess { value: level, doubt }, name: name.map(|(column, ..)| column), code })
}

impl RecipientColumns {
    /// The same, where a list says what the values mean: numbers that it gives others' names are no codes of the register.
    pub fn labelled(self, table: &Table<'_>, labels: &Labels) -> Self {
        let level = self.level.value;
        let is_of_another = |column: usize| {
            let meant = |text: &str| register::find(level, &meaning(labels, &table.names[column], text)?);
            table.values(column).any(|text| meant(text).is_some_and(|one| register::find(level, text) != Some(one)))
        };
        match (self.name, self.code) {
            (None, Some(code)) if is_of_another(code) => Self { name: Some(code), code: None, ..self },
            _ => self,
        }
    }
}

/// The code in the register of the recipient in a row.
pub fn recipient_code(table: &Table<'_>, row: usize, columns: &RecipientColumns) -> Option<String> {
    let written = columns.name.or(columns.code).map(|column| crate::read::tidy(table.cell(row, column)))?;
    register::find(columns.level.value, &written).map(|recipient| recipient.code.clone())
}
