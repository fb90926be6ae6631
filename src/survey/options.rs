//! The options or items of a question, and in every block the column of each.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Columns, Match};
use super::key::bare;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::study::Question;

/// For every block (none for a question to the respondent) the column of each option.
pub(super) type ColumnsByBlock = BTreeMap<Option<u32>, Vec<Option<usize>>>;

/// The options in the order of the sheet, and for every block the column of each. One that differs from another block's
/// only in case, spaces or punctuation is the same, and told.
pub(super) fn of(
    columns: &Columns<'_>,
    question: &Question,
    matches: Vec<Match>,
    messages: &mut Diagnostics,
) -> Option<(Vec<String>, ColumnsByBlock)> {
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

fn report_alias(columns: &Columns<'_>, option: &str, other: &str, column: usize, messages: &mut Diagnostics) {
    let (option, other) = (shown(option), shown(other));
    messages.push(
        Diagnostic::warning(
            columns.header_place(column),
            format!("the option {option} is taken for {other}, as other blocks spell it"),
        )
        .expected("the same spelling in every block")
        .action("correct the header in a copy of the export")
        .in_swedish(
            format!("alternativet {option} läses som {other}, så som andra block stavar det"),
            "samma stavning i varje block",
            "rätta rubriken i en kopia av exporten",
        ),
    );
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
            let block = number.map_or_else(String::new, |n| format!("block {n} of "));
            let found = format!("{block}the question {} has no column for {}", shown(&question.id), shown(option));
            let block = number.map_or_else(String::new, |n| format!("block {n} av "));
            let swedish = format!("{block}frågan {} saknar kolumn för {}", shown(&question.id), shown(option));
            messages.push(
                Diagnostic::warning(columns.grid.whole(), found)
                    .expected("the same options in every block")
                    .action("look for a mistyped header in a copy of the export")
                    .in_swedish(
                        swedish,
                        "samma alternativ i varje block",
                        "leta efter en felskriven rubrik i exporten",
                    ),
            );
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
        let (id, option, other) = (shown(&question.id), shown(option), shown(other));
        messages.push(
            Diagnostic::warning(
                columns.header_place(column.unwrap_or_default()),
                format!("the options {other} and {option} of the question {id} differ only in spelling, and are counted apart"),
            )
            .expected("every option once")
            .action("look whether they are one option; then put their marks into one column in a copy of the export")
            .in_swedish(
                format!("alternativen {other} och {option} i frågan {id} skiljer sig bara i stavning, och räknas var för sig"),
                "varje alternativ en gång",
                "se efter om de är ett och samma alternativ; samla i så fall markeringarna i en kolumn i en kopia av exporten",
            ),
        );
    }
}
