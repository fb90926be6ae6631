//! Claims on domains that were not audited, where others are estimated: they are decided on counts, which is told.

use std::collections::BTreeSet;

use super::syntax::{Assertion, Named};
use super::{Checked, Facts, tables, walk};
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Place};
use crate::ledger::Selection;
use crate::msg;
use crate::wording::{Arg, Language, all_of};

/// The domains that an assertion speaks of, itself or by the cells of an item, and that were not audited; none where nothing is estimated.
pub(super) fn not_audited(facts: &Facts<'_>, assertion: &Assertion) -> BTreeSet<Domain> {
    let unknown = facts.ledger.not_audited();
    if unknown.is_empty() {
        return unknown;
    }
    let found = walk::found(assertion);
    let named = found.names.iter().filter_map(|name| facts.book.domain(&name.text));
    let cells = found.cells.iter().flat_map(|(item, column)| of_cells(facts, item, *column));
    named.chain(cells).filter(|domain| unknown.contains(domain)).collect()
}

/// The domains whose codes a column of an item counts, or any of its columns.
fn of_cells(facts: &Facts<'_>, item: &Named, column: Option<&Named>) -> Vec<Domain> {
    let Some(table) = facts.tables.get(item.text.as_str()) else { return Vec::new() };
    let columns: Vec<usize> = match column {
        Some(column) => tables::column(table, column).into_iter().collect(),
        None => (0..table.columns.len()).collect(),
    };
    let cells = columns.into_iter().flat_map(|column| (0..table.rows.len()).map(move |row| (row, column)));
    cells.filter_map(|(row, column)| table.selection(row, column)).flat_map(Selection::domains).collect()
}

/// What was computed, and by whose codes where nobody knows how right they are.
pub(super) fn with_word(computed: String, domains: &BTreeSet<Domain>, language: Language) -> String {
    match domains.is_empty() {
        true => computed,
        false => msg!("computed-by-counting", computed, domains = named(domains)).text(language),
    }
}

/// Tells which claims are decided on counts though the run has estimates.
pub fn by_counting(checked: &[Checked<'_>], place: Place) -> Option<Diagnostic> {
    let own: Vec<&Checked<'_>> = checked.iter().filter(|own| !own.verdict.counted.is_empty()).collect();
    let domains: BTreeSet<Domain> = own.iter().flat_map(|own| own.verdict.counted.iter().copied()).collect();
    let message = msg!("claims-by-counting", count = own.len(), domains = named(&domains));
    (!own.is_empty()).then(|| Diagnostic::notice(place, message))
}

/// Domains as they stand in a sentence.
fn named(domains: &BTreeSet<Domain>) -> Arg {
    let domains: Vec<Domain> = domains.iter().copied().collect();
    all_of(domains.into_iter().map(|domain| Arg::written(move |language| domain.label(language).to_lowercase())))
}
