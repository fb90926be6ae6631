//! The options or items of a question, and in every block the column of each.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Columns, Match};
use super::key::bare;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::study::Question;
use crate::wording::joined;

/// For every block (none for a question to the respondent) the column of each option.
pub(super) type ColumnsByBlock = BTreeMap<Option<u32>, Vec<Option<usize>>>;

/// The options in the order of the sheet, and for every block the column of each. One that differs from another block's
/// only in case, spaces or punctuation is the same, and told.
pub(super) fn of(
    columns: &Columns<'_>,
    question: &Question,
    messages: &mut Diagnostics,
) -> Option<(Vec<String>, ColumnsByBlock)> {
    let matches = matches(columns, question, messages);
    let mut options: Vec<String> = Vec::new();
    let mut by_number: BTreeMap<Option<u32>, BTreeMap<usize, usize>> = BTreeMap::new();
    let spelled: BTreeSet<(Option<u32>, String)> =
        matches.iter().map(|m| (m.number, m.option.clone().unwrap_or_default())).collect();
    for found in matches {
        let option = found.option.unwrap_or_default();
        let free = |other: &String| !spelled.contains(&(found.number, other.clone()));
        let loosely = || options.iter().position(|other| bare(other) == bare(&option) && free(other));
        let position = match options.iter().position(|other| *other == option) {
            Some(position) => position,
            None => match loosely() {
                Some(position) => {
                    report_alias(columns, &option, &options[position], found.column, messages);
                    position
                }
                None => {
                    options.push(option);
                    options.len() - 1
                }
            },
        };
        by_number.entry(found.number).or_default().insert(position, found.column);
    }
    let wide = |columns: BTreeMap<usize, usize>| (0..options.len()).map(|at| columns.get(&at).copied()).collect();
    let by_number: ColumnsByBlock = by_number.into_iter().map(|(n, columns)| (n, wide(columns))).collect();
    report_uneven(columns, question, &options, &by_number, messages);
    report_twins(columns, question, &options, &by_number, messages);
    (!options.is_empty()).then_some((options, by_number))
}

/// The columns of the options: all that match the pattern, or, where the options are declared, theirs.
fn matches(columns: &Columns<'_>, question: &Question, messages: &mut Diagnostics) -> Vec<Match> {
    let (pattern, listed) = (question.form.column(), question.form.listed());
    if listed.is_empty() {
        return columns.matches(pattern, messages);
    }
    let mut matches: Vec<Match> = Vec::new();
    for listed in listed {
        let found = columns.matches(&listed.column, messages);
        matches.extend(found.into_iter().map(|found| Match { option: Some(listed.name.clone()), ..found }));
    }
    if !question.form.is_any_column() {
        report_unlisted(columns, question, &matches, messages);
    }
    matches
}

/// Warns of columns that match the pattern, but whose option is not declared.
fn report_unlisted(columns: &Columns<'_>, question: &Question, listed: &[Match], messages: &mut Diagnostics) {
    let all = columns.matches(question.form.column(), &mut Diagnostics::new());
    let unlisted: Vec<&Match> =
        all.iter().filter(|found| !listed.iter().any(|listed| listed.column == found.column)).collect();
    let Some(first) = unlisted.first() else { return };
    let mut options: Vec<String> = unlisted.iter().filter_map(|found| found.option.as_deref().map(shown)).collect();
    options.dedup();
    let message = msg!("options-undeclared", question = shown(&question.id), options = joined(options, ", "));
    messages.push(Diagnostic::warning(columns.header_place(first.column), message));
}

fn report_alias(columns: &Columns<'_>, option: &str, other: &str, column: usize, messages: &mut Diagnostics) {
    let (option, other) = (shown(option), shown(other));
    let message = msg!("option-spelt-otherwise", option, other);
    messages.push(Diagnostic::warning(columns.header_place(column), message));
}

/// Warns of options that only some blocks have: probably mistyped in the others.
fn report_uneven(
    columns: &Columns<'_>,
    question: &Question,
    options: &[String],
    by_number: &ColumnsByBlock,
    messages: &mut Diagnostics,
) {
    for (number, of_block) in by_number {
        for (option, _) in options.iter().zip(of_block).filter(|(_, column)| column.is_none()) {
            let (question, option) = (shown(&question.id), shown(option));
            let message = match number {
                Some(block) => msg!("block-without-option", block = block.to_string(), question, option),
                None => msg!("question-without-option", question, option),
            };
            messages.push(Diagnostic::warning(columns.grid.whole(), message));
        }
    }
}

/// Warns of two options of one block that differ only in capitals, spaces or punctuation: they are probably one.
fn report_twins(
    columns: &Columns<'_>,
    question: &Question,
    options: &[String],
    by_number: &ColumnsByBlock,
    messages: &mut Diagnostics,
) {
    for (at, option) in options.iter().enumerate() {
        let Some(other) = options[..at].iter().find(|other| bare(other) == bare(option)) else { continue };
        let column = by_number.values().filter_map(|of_block| of_block.get(at).copied().flatten()).min();
        let (question, option, other) = (shown(&question.id), shown(option), shown(other));
        messages.push(Diagnostic::warning(
            columns.header_place(column.unwrap_or_default()),
            msg!("options-alike", question, option, other),
        ));
    }
}
