//! Coding sheets: one row per intervention, one column per domain, several codes joined by a sign.

use std::collections::{BTreeMap, BTreeSet};

use super::Sheet;
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::input::{Cell, Columns, Files, Input, Intervention, joined, plain};
use crate::study::CodingSheet;

/// The interventions that a sheet may name.
pub(super) struct Known<'a> {
    by_id: BTreeMap<&'a str, &'a Intervention>,
    unresolved: Vec<&'a str>,
}

impl<'a> Known<'a> {
    pub(super) fn new(input: &'a Input) -> Self {
        Self {
            by_id: input.interventions().map(|i| (i.id.as_str(), i)).collect(),
            unresolved: input.surveys.iter().flat_map(|s| &s.unresolved).map(String::as_str).collect(),
        }
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
    let mut codes = Sheet::default();
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return codes };
    let Some(columns) = Columns::simple(grid, &declared.intervention, messages) else { return codes };
    let Some(id_column) = columns.column(&declared.intervention, messages) else { return codes };
    let Some(id_rest) = joined::rest(&columns, &declared.intervention_rest, messages) else { return codes };
    let mut domains = Vec::new();
    for (domain, name) in &declared.domains {
        if book.codes(*domain).is_empty() {
            messages.push(
                Diagnostic::error(name.place.clone(), format!("the codebook has no codes for the domain {domain}"))
                    .expected("domains that the codebook uses")
                    .action("remove the domain here, or add it to the codebook"),
            );
            continue;
        }
        domains.extend(columns.column(name, messages).map(|column| (*domain, column)));
    }
    let mut seen = BTreeSet::new();
    for row in columns.rows() {
        let id = joined::read(&columns, row, id_column, &id_rest, messages);
        let place = grid.place(row, id_column);
        let coded = domains.iter().any(|(_, column)| !grid.cell(row, *column).is_blank());
        if !check_intervention(&id, coded, &place, known, messages) {
            continue;
        }
        if !seen.insert(id.clone()) {
            messages.push(
                Diagnostic::error(place, format!("the intervention {} is coded twice", shown(&id)))
                    .expected("one row for each intervention")
                    .action("remove the row that does not count"),
            );
            continue;
        }
        codes.coded.insert(id.clone());
        for (domain, column) in &domains {
            let place = grid.place(row, *column);
            let found = cell_codes(grid.cell(row, *column), &declared.separator, *domain, book, &place, messages);
            if !found.is_empty() {
                codes.codes.insert((id.clone(), *domain), found);
            }
        }
    }
    codes
}

fn check_intervention(id: &str, coded: bool, place: &Place, known: &Known<'_>, messages: &mut Diagnostics) -> bool {
    match known.by_id.get(id) {
        // The respondent has been reported; its interventions are missing for no other reason.
        None if known.unresolved.iter().any(|r| id.starts_with(r)) => false,
        None if id.is_empty() => {
            messages.push(
                Diagnostic::error(place.clone(), "a row with codes but without an intervention's id")
                    .expected("the id of an intervention in one of the exports"),
            );
            false
        }
        None => {
            messages.push(
                Diagnostic::error(place.clone(), format!("there is no intervention {}", shown(id)))
                    .expected("the id of an intervention in one of the exports")
                    .action("correct the id, or remove the row"),
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
    let written: BTreeSet<String> = text.split(separator.trim()).map(plain).filter(|c| !c.is_empty()).collect();
    for code in written.iter().filter(|code| book.code(domain, code).is_none()) {
        let message = Diagnostic::error(place.clone(), format!("there is no code {} for {domain}", shown(code)))
            .expected(format!("codes that the codebook uses for {domain}, joined by {}", shown(separator.trim())));
        messages.push(match book.system_of(code) {
            Some(system) => {
                message.action(format!("the code belongs to {}; choose one of the right system", shown(&system.id)))
            }
            None => message.action(did_you_mean(code, book.codes(domain).iter().map(|c| c.id.as_str()))),
        });
    }
    book.codes(domain).iter().filter(|c| written.contains(&c.id)).map(|c| c.id.clone()).collect()
}
