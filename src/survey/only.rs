//! Rows that are not read because `only` names others: rows of another kind, or answers that were not sent in.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Columns, LeftOut};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;
use crate::read::{plain, tidy};
use crate::study::Only;
use crate::wording::{Arg, joined};

/// What stands for any text: the cell is not blank.
const ANYTHING: &str = "*";

/// Leaves out the rows that say something else than `only` names; `None` where a column is not there, which is reported.
pub(super) fn keep(columns: &mut Columns<'_>, only: &[Only], messages: &mut Diagnostics) -> Option<()> {
    for (met, only) in only.iter().enumerate() {
        let column = columns.column(&only.column, messages)?;
        // Of rows that an earlier column has left out nobody knows what the next one would say.
        let any_left = columns.rows().next().is_some() || columns.left_out.is_empty();
        let said: Vec<(usize, String)> =
            columns.rows().map(|row| (row, tidy(columns.grid.cell(row, column)))).collect();
        let wanted: BTreeSet<String> = only.texts.iter().map(|text| plain(&text.value)).collect();
        let anything = wanted.contains(ANYTHING);
        let is_wanted = |text: &String| wanted.contains(text) || anything && !text.is_empty();
        let (kept, left): (Vec<_>, Vec<_>) = said.iter().partition(|(_, text)| is_wanted(text));
        if any_left {
            report_unmet(only, &said, kept.is_empty(), messages);
        }
        columns.leave_out(left.into_iter().map(|(row, _)| *row), LeftOut { column, met });
    }
    Some(())
}

/// Reports texts that no row has: an error where no row is left.
fn report_unmet(only: &Only, said: &[(usize, String)], is_all: bool, messages: &mut Diagnostics) {
    let there: BTreeSet<&str> = said.iter().map(|(_, text)| text.as_str()).filter(|text| !text.is_empty()).collect();
    let is_met = |text: &str| match text {
        ANYTHING => !there.is_empty(),
        text => said.iter().any(|(_, own)| *own == plain(text)),
    };
    for text in only.texts.iter().filter(|text| !is_met(&text.value)) {
        let suggestion = did_you_mean(&text.value, there.iter().copied());
        let column = shown(&only.column.value);
        let message = msg!("only-text-unmet", column, text = told(&text.value), suggestion);
        let of_severity = if is_all { Diagnostic::error } else { Diagnostic::warning };
        messages.push(of_severity(text.place.clone(), message));
    }
}

/// Tells how many rows are left out, by what they say; `other` is the survey's second table of the same sheet, which may read
/// what this one leaves out. A row that both leave out is told by the column up to which it met the most of what a table names:
/// it is of that table's kind.
pub(super) fn report(columns: &Columns<'_>, other: Option<&Columns<'_>>, messages: &mut Diagnostics) {
    const MOST: usize = 5;
    let read: BTreeSet<usize> = other.iter().flat_map(|other| other.rows()).collect();
    let mut by_column: BTreeMap<usize, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for (row, own) in columns.left_out.iter().filter(|(row, _)| !read.contains(row)) {
        let others = other.and_then(|other| other.left_out.get(row)).filter(|others| others.met > own.met);
        let column = others.unwrap_or(own).column;
        let said = by_column.entry(column).or_default();
        said.entry(tidy(columns.grid.cell(*row, column))).or_default().push(*row);
    }
    for (column, said) in by_column {
        let count: usize = said.values().map(Vec::len).sum();
        let first = said.values().flatten().min().copied().unwrap_or_default();
        let more = said.len().saturating_sub(MOST);
        let one = |(text, rows): (&String, &Vec<usize>)| msg!("rows-of-a-text", text = told(text), count = rows.len());
        let texts = joined(said.iter().take(MOST).map(one), ", ");
        let message = msg!("only-leaves-out", count, column = shown(columns.name(column)), texts, more);
        messages.push(Diagnostic::notice(columns.grid.place(first, column), message));
    }
}

/// What a cell says, blank or not.
pub(super) fn told(text: &str) -> Arg {
    if text.trim().is_empty() { msg!("holds-nothing").into() } else { shown(text).into() }
}
