//! What an SPSS file says of several variables, or of all cases: multiple response sets, weights, filters.

use std::collections::BTreeMap;

use ambers::{MrType, SpssMetadata, Value};

use super::variable::Variable;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::read::grid::Cell;
use crate::read::marks::mark;
use crate::read::said::AnswerSet;
use crate::signs::is_blank;
use crate::spelling::alike;

/// All variables; those that are options of a set know which value counts, where their values do not say so themselves.
pub(super) fn variables(metadata: &SpssMetadata) -> Vec<Variable> {
    let mut variables: Vec<Variable> =
        metadata.variable_names.iter().map(|name| Variable::new(name, metadata)).collect();
    let ticked = metadata.mr_sets.values().filter(|set| set.mr_type == MrType::MultipleDichotomy);
    for (set, counted) in ticked.filter_map(|set| Some((set, set.counted_value.as_deref()?))) {
        for variable in variables.iter_mut().filter(|variable| set.variables.contains(&variable.name)) {
            let is_text = metadata.arrow_data_types.get(&variable.name).is_some_and(|kind| kind == "String");
            let value = match counted.trim().parse::<f64>() {
                Ok(number) if !is_text => Value::Numeric(number),
                _ => Value::String(counted.trim_end().to_owned()),
            };
            if !variable.says_ticks(&value) {
                variable.counted = Some(value);
            }
        }
    }
    variables
}

/// The sets of a file, each with a column of its own behind the others, in which its answers stand joined.
pub(super) fn declared(metadata: &SpssMetadata, variables: &[Variable]) -> Vec<AnswerSet> {
    let position = |name: &String| metadata.variable_names.iter().position(|own| own == name);
    let mut sets: Vec<AnswerSet> = Vec::new();
    for set in metadata.mr_sets.values() {
        let name = set.name.trim_start_matches('$');
        let taken = |label: &str| {
            let same = |other: &str| alike(other) == alike(label);
            variables.iter().any(|variable| same(&variable.title)) || sets.iter().any(|set| same(&set.label))
        };
        let label = match set.label.trim() {
            "" => name.to_owned(),
            label if taken(label) => format!("{label} ({name})"),
            label => label.to_owned(),
        };
        let columns = set.variables.iter().filter_map(position).collect();
        let joined = variables.len() + sets.len();
        sets.push(AnswerSet { label, columns, joined, ticked: set.mr_type == MrType::MultipleDichotomy });
    }
    sets
}

/// What stands in the columns of a set, gathered case by case.
#[derive(Default)]
pub(super) struct Gathered(BTreeMap<(usize, usize), Vec<String>>);

impl Gathered {
    /// Takes a cell of a column, if the column belongs to a set.
    pub(super) fn take(&mut self, sets: &[AnswerSet], variable: &Variable, column: usize, row: usize, cell: &Cell) {
        for set in sets.iter().filter(|set| set.columns.contains(&column)) {
            let said = if set.ticked { variable.title.clone() } else { cell.text() };
            let ticked = || matches!(cell, Cell::Flag(true)) || mark(&cell.text()) == Some(true);
            if !is_blank(&said) && !cell.is_blank() && (!set.ticked || ticked()) {
                self.0.entry((row, set.joined)).or_default().push(said);
            }
        }
    }

    /// The cells of the sets' own columns: row, column, and what stands there.
    pub(super) fn cells(&mut self) -> impl Iterator<Item = (usize, usize, Cell)> {
        let taken = std::mem::take(&mut self.0);
        taken.into_iter().map(|((row, column), said)| (row, column, Cell::Text(said.join("; "))))
    }
}

/// Told where only one of several mentions is used.
pub(super) fn of_mention(set: &AnswerSet, variable: &Variable, place: &Place) -> Diagnostic {
    let (column, question) = (shown(&variable.title), shown(&set.label));
    Diagnostic::warning(place.clone(), msg!("spss-single-mention", column, count = set.columns.len(), question))
}

/// Weights and filters, which a figure would need to know.
pub(super) fn remarks(metadata: &SpssMetadata, variables: &[Variable], file: &str) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    if let Some(weight) = &metadata.weight_variable {
        remarks.push(Diagnostic::notice(Place::file(file), msg!("spss-weighted", weight = shown(weight))));
    }
    let filter = variables.iter().find(|variable| variable.name.eq_ignore_ascii_case("filter_$"));
    if let Some(filter) = filter.filter(|filter| filter.zeros > 0) {
        let message = msg!("spss-filtered", out = filter.zeros, all = filter.filled);
        remarks.push(Diagnostic::notice(Place::file(file), message));
    }
    remarks
}
