//! Answers that came after the day on which they were due.

use super::columns::Columns;
use super::respondent::Respondent;
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::read::day::{day, first, serial};
use crate::read::tidy;
use crate::study::Due;

/// An answer that came late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// Whose it is, by its position among the survey's respondents.
    pub respondent: usize,
    /// When it came.
    pub answered: Day,
    /// When it was due.
    pub due: Day,
}

/// An answer that is further from its due day than so many months has probably another year written.
const FAR: u32 = 12;

/// The answers that came late; cells that are no day are reported, blank ones are told.
pub(super) fn read(
    due: Option<&Due>,
    columns: &Columns<'_>,
    respondents: &[Respondent],
    messages: &mut Diagnostics,
) -> Vec<Late> {
    let Some(due) = due else { return Vec::new() };
    let Some(column) = columns.column(&due.column, messages) else { return Vec::new() };
    let texts: Vec<String> = respondents.iter().map(|own| tidy(columns.grid.cell(own.row, column))).collect();
    let first = first(texts.iter().map(String::as_str));
    let (mut late, mut unreadable, mut blank, mut far) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (respondent, text) in texts.iter().enumerate() {
        let row = respondents[respondent].row;
        let read = day(text, first);
        far.extend(read.filter(|answered| answered.months_from(due.day) > FAR).map(|answered| (row, answered)));
        match read {
            Some(answered) if answered > due.day => late.push(Late { respondent, answered, due: due.day }),
            Some(_) => {}
            None if text.is_empty() => blank.push(row),
            None => unreadable.push((row, text)),
        }
    }
    if let Some((row, text)) = unreadable.first() {
        let (shown, count) = (shown(text), unreadable.len());
        let message = match serial(text) {
            Some(day) => msg!("day-of-answer-serial", text = shown, day = day.to_string(), count),
            None => msg!("day-of-answer-unreadable", text = shown, count),
        };
        messages.push(Diagnostic::error(columns.grid.place(*row, column), message));
    }
    if let Some(row) = blank.first() {
        let message = msg!("day-of-answer-blank", column = shown(&due.column.value), count = blank.len());
        messages.push(Diagnostic::notice(columns.grid.place(*row, column), message));
    }
    if let Some((row, answered)) = far.first() {
        let (answered, due) = (answered.to_string(), due.day.to_string());
        let message = msg!("day-of-answer-far", answered, due, count = far.len());
        messages.push(Diagnostic::warning(columns.grid.place(*row, column), message));
    }
    late
}
