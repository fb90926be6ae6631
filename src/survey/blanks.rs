//! Blank cells of an account: columns that others filled in, and whose cells in them are blank. What is missing is not zero.

use super::columns::Columns;
use crate::diagnostic::{Diagnostics, Place};
use crate::read::marks::{is_not_shown, mark};
use crate::read::tidy;
use crate::study::{Question, QuestionForm};

/// Columns with blank cells, all of the same recipients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blanks {
    /// The header of the first of them.
    pub place: Place,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The positions of the recipients.
    pub who: Vec<usize>,
    /// Whether no option is ticked in the row, where an export writes nothing for an option that is not ticked.
    pub unticked: bool,
}

/// The blanks of columns that each hold a value for every recipient, in the order of `rows`.
pub(super) fn of_values(columns: &Columns<'_>, found: &[usize], rows: &[usize]) -> Vec<Blanks> {
    let blank = |column: &usize| {
        let who = blank_rows(columns, *column, rows);
        // A column that nobody filled in is told where a report shows it.
        (who.len() < rows.len()).then_some((*column, who))
    };
    grouped(columns, found.iter().filter_map(blank))
}

/// The blanks of a question.
pub(super) fn of_question(columns: &Columns<'_>, question: &Question, rows: &[usize]) -> Vec<Blanks> {
    // Whatever is wrong with the columns has been told when the question was read.
    let mut told = Diagnostics::new();
    let patterns = question.form.columns();
    let found: Vec<usize> =
        patterns.flat_map(|name| columns.matches(name, &mut told)).map(|found| found.column).collect();
    match &question.form {
        QuestionForm::Choice { .. } | QuestionForm::Items { .. } => of_values(columns, &found, rows),
        QuestionForm::Ticked { .. } if found.iter().any(|column| says_no(columns, *column, rows)) => {
            grouped(columns, found.iter().map(|column| (*column, blank_rows(columns, *column, rows))))
        }
        // Who wrote nothing is not in the base.
        QuestionForm::Text { .. } => Vec::new(),
        QuestionForm::Ticked { .. } | QuestionForm::Joined { .. } => unticked(columns, &found, rows),
    }
}

fn is_blank(columns: &Columns<'_>, row: usize, column: usize) -> bool {
    let cell = columns.grid.cell(row, column);
    cell.is_blank() || tidy(cell).is_empty()
}

fn blank_rows(columns: &Columns<'_>, column: usize, rows: &[usize]) -> Vec<usize> {
    rows.iter().enumerate().filter(|(_, row)| is_blank(columns, **row, column)).map(|(at, _)| at).collect()
}

/// Whether an export says it where an option is not ticked, as `Nej` or 0: then a blank is no answer.
fn says_no(columns: &Columns<'_>, column: usize, rows: &[usize]) -> bool {
    let text = |row: &usize| tidy(columns.grid.cell(*row, column));
    rows.iter().map(text).any(|text| mark(&text) == Some(false) && !is_not_shown(&text))
}

/// Recipients in whose row nothing is ticked; none where nobody ticked anything.
fn unticked(columns: &Columns<'_>, found: &[usize], rows: &[usize]) -> Vec<Blanks> {
    let all_blank = |row: usize| found.iter().all(|column| is_blank(columns, row, *column));
    let who: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| all_blank(**row)).map(|(at, _)| at).collect();
    let Some(first) = found.iter().min().filter(|_| !who.is_empty() && who.len() < rows.len()) else {
        return Vec::new();
    };
    let names = found.iter().map(|column| columns.name(*column).to_owned()).collect();
    vec![Blanks { place: columns.header_place(*first), columns: names, who, unticked: true }]
}

/// Columns whose cells of the same recipients are blank, together.
fn grouped(columns: &Columns<'_>, found: impl Iterator<Item = (usize, Vec<usize>)>) -> Vec<Blanks> {
    let mut all: Vec<Blanks> = Vec::new();
    for (column, who) in found.filter(|(_, who)| !who.is_empty()) {
        let name = columns.name(column).to_owned();
        match all.iter_mut().find(|known| known.who == who) {
            Some(known) => known.columns.push(name),
            None => {
                let place = columns.header_place(column);
                all.push(Blanks { place, columns: vec![name], who, unticked: false });
            }
        }
    }
    all
}
