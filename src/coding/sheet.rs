//! Coding sheets: one row per intervention, one column per domain, several codes joined by a sign.

use std::collections::{BTreeMap, BTreeSet};

use super::Sheet;
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::input::{Cell, Columns, Files, Input, Intervention};
use crate::study::CodingSheet;

/// The interventions that a sheet may name.
pub(super) struct Known<'a> {
    by_id: BTreeMap<&'a str, &'a Intervention>,
}

impl<'a> Known<'a> {
    pub(super) fn new(input: &'a Input) -> Self {
        Self { by_id: input.interventions().map(|i| (i.id.as_str(), i)).collect() }
    }
}

/// Reads one sheet; whatever does not fit the codebook or the interventions is reported.
pub(super) fn read(
    declared: &CodingSheet,
    book: &Codebook,
    known: &Known<'_>,
    files: &Files,
    messages: &mut Diagnostics,
) -> Sheet {
    let mut codes = Sheet::new();
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return codes };
    let Some(columns) = Columns::simple(grid, &declared.intervention, messages) else { return codes };
    let Some(id_column) = columns.column(&declared.intervention, messages) else { return codes };
    let mut domains = Vec::new();
    for (domain, name) in &declared.domains {
        domains.extend(columns.column(name, messages).map(|column| (*domain, column)));
    }
    let mut seen = BTreeSet::new();
    for row in columns.rows() {
        let id = grid.cell(row, id_column).text().trim().to_owned();
        let place = grid.place(row, id_column);
        let coded = domains.iter().any(|(_, column)| !grid.cell(row, *column).is_blank());
        if !check_intervention(&id, coded, &place, known, messages) {
            continue;
        }
        if !seen.insert(id.clone()) {
            messages.push(Diagnostic::error(place, format!("the intervention {} is coded twice", shown(&id))));
            continue;
        }
        for (domain, column) in &domains {
            let place = grid.place(row, *column);
            let found = cell_codes(grid.cell(row, *column), &declared.separator, *domain, book, &place, messages);
            if !found.is_empty() {
                codes.insert((id.clone(), *domain), found);
            }
        }
    }
    codes
}

fn check_intervention(id: &str, coded: bool, place: &Place, known: &Known<'_>, messages: &mut Diagnostics) -> bool {
    match known.by_id.get(id) {
        None => {
            messages.push(
                Diagnostic::error(place.clone(), format!("there is no intervention {}", shown(id)))
                    .expected("the id of an intervention in one of the exports")
                    .action(did_you_mean(id, known.by_id.keys().copied().filter(|k| k.len() == id.len()))),
            );
            false
        }
        Some(intervention) => {
            if let (Some(exclusion), true) = (intervention.exclusion, coded) {
                messages.push(
                    Diagnostic::error(place.clone(), format!("{} has codes but is excluded: {exclusion}", shown(id)))
                        .expected("codes for included interventions only")
                        .action("remove its codes, or complete the intervention by a correction"),
                );
            }
            intervention.included()
        }
    }
}

/// The codes in a cell, in the order of the codebook, each once.
fn cell_codes(
    cell: &Cell,
    separator: &str,
    domain: Domain,
    book: &Codebook,
    place: &Place,
    messages: &mut Diagnostics,
) -> Vec<String> {
    let text = cell.text();
    let written: BTreeSet<&str> = text.split(separator.trim()).map(str::trim).filter(|c| !c.is_empty()).collect();
    for code in &written {
        if book.code(domain, code).is_some() {
            continue;
        }
        let known = book.codes(domain).iter().map(|c| c.id.as_str());
        let message = match book.system_of(code) {
            Some(system) => Diagnostic::error(
                place.clone(),
                format!("the code {} belongs to {}, which {domain} does not use", shown(code), shown(&system.id)),
            ),
            None => Diagnostic::error(place.clone(), format!("there is no code {}", shown(code))),
        };
        messages.push(
            message.expected(format!("a code that the codebook uses for {domain}")).action(did_you_mean(code, known)),
        );
    }
    book.codes(domain).iter().filter(|c| written.contains(c.id.as_str())).map(|c| c.id.clone()).collect()
}
