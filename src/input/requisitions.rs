//! Requisitioned and repaid funds: the target sums T.

use std::collections::BTreeMap;

use super::amount::amount;
use super::columns::{Columns, is_total};
use super::file::Files;
use super::grid::{Cell, Grid};
use super::spelling::tidy;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::money::{Amount, Kronor};
use crate::register::{self, Recipient};
use crate::study::{Repayments, Requisitions, Study};

/// What a recipient got for an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requisition {
    /// Paid out.
    pub requisitioned: Kronor,
    /// Paid back.
    pub repaid: Kronor,
    /// The cell of the requisition.
    pub place: Place,
}

impl Requisition {
    /// T: requisitioned less repaid.
    pub fn target(&self) -> Kronor {
        self.requisitioned - self.repaid
    }
}

/// Requisitions by area and recipient.
pub type Funds = BTreeMap<(String, Recipient), Requisition>;

/// Reads all declared requisitions and repayments; `funds` holds those that are the result of an allocation.
pub(super) fn read(study: &Study, files: &Files, mut funds: Funds, messages: &mut Diagnostics) -> Funds {
    for declared in &study.requisitions {
        read_requisitions(declared, files, &mut funds, messages);
    }
    if let Some(declared) = &study.repayments {
        read_repayments(study, declared, files, &mut funds, messages);
    }
    funds
}

fn read_requisitions(declared: &Requisitions, files: &Files, funds: &mut Funds, messages: &mut Diagnostics) {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return };
    let Some(anchor) = declared.name.as_ref().or(declared.code.as_ref()) else { return };
    let Some(columns) = Columns::simple(grid, anchor, messages) else { return };
    let code = declared.code.as_ref().and_then(|c| columns.column(c, messages));
    let name = declared.name.as_ref().and_then(|n| columns.column(n, messages));
    let labels: Vec<usize> = code.into_iter().chain(name).collect();
    let mut areas = Vec::new();
    for (column, area) in &declared.areas {
        let named = crate::study::Declared { value: column.clone(), place: area.place.clone() };
        areas.extend(columns.column(&named, messages).map(|c| (c, &area.value)));
    }
    for (column, _) in &areas {
        check_total(grid, &columns, *column, &labels, &declared.totals, messages);
    }
    for row in columns.rows().filter(|row| !is_total(grid, *row, &labels, &declared.totals)) {
        let Some(recipient) = recipient(grid, row, declared.level, code, name, messages) else { continue };
        for (column, area) in &areas {
            let place = grid.place(row, *column);
            let kronor = match whole_kronor(grid, row, *column, messages) {
                Ok(None) => continue,
                Ok(Some(kronor)) => kronor,
                // Reported; a recipient without a requisition would be reported for it again.
                Err(()) => Kronor(0),
            };
            let requisition = Requisition { requisitioned: kronor, repaid: Kronor(0), place: place.clone() };
            if let Some(earlier) = funds.insert(((*area).clone(), recipient.clone()), requisition) {
                messages.push(
                    Diagnostic::error(place, format!("{} has two requisitions for {}", recipient.name, shown(area)))
                        .expected(format!("one; the other is at {}", earlier.place))
                        .action("remove the one that does not hold"),
                );
            }
        }
    }
}

/// Warns where a total of the sheet is not the sum of its rows: one of them was changed after the other.
fn check_total(
    grid: &Grid,
    columns: &Columns<'_>,
    column: usize,
    labels: &[usize],
    totals: &[String],
    messages: &mut Diagnostics,
) {
    let kronor = |row: usize| amount(grid.cell(row, column), 1).ok().flatten();
    let (totals, rows): (Vec<usize>, Vec<usize>) = columns.rows().partition(|row| is_total(grid, *row, labels, totals));
    let sum: Amount = rows.into_iter().filter_map(kronor).sum();
    for row in totals {
        if let Some(total) = kronor(row).filter(|total| *total != sum) {
            let name = shown(columns.name(column));
            let (total, sum) = (total.spaced(), sum.spaced());
            let found = format!("the total of {name} is {total} kr, its rows sum to {sum} kr");
            let swedish = format!("summan av {name} är {total} kr, men raderna summerar till {sum} kr");
            messages.push(
                Diagnostic::warning(grid.place(row, column), found)
                    .expected("a total that is the sum of its rows")
                    .action("find out which was changed; the rows are what counts")
                    .in_swedish(
                        swedish,
                        "en summa som är summan av sina rader",
                        "ta reda på vad som har ändrats; det är raderna som räknas",
                    ),
            );
        }
    }
}

fn read_repayments(study: &Study, declared: &Repayments, files: &Files, funds: &mut Funds, messages: &mut Diagnostics) {
    let Some(grid) = files.sheet(&declared.file, declared.sheet.as_deref(), messages) else { return };
    let Some(columns) = Columns::simple(grid, &declared.recipient, messages) else { return };
    let wanted = [&declared.recipient, &declared.area, &declared.amount];
    let [Some(who), Some(area), Some(paid)] = wanted.map(|name| columns.column(name, messages)) else { return };
    for row in columns.rows() {
        let area_name = tidy(grid.cell(row, area));
        let Some(survey) = study.surveys.iter().find(|s| s.area == area_name) else {
            let known = study.surveys.iter().map(|s| s.area.as_str());
            messages.push(
                Diagnostic::error(grid.place(row, area), format!("{} is no area of the study", shown(&area_name)))
                    .expected("an area that a survey of study.toml has")
                    .action(format!(
                        "rows of areas that are not evaluated here go away in a copy of the list; {}",
                        did_you_mean(&area_name, known)
                    )),
            );
            continue;
        };
        let Some(recipient) = recipient(grid, row, survey.level, None, Some(who), messages) else { continue };
        let Ok(Some(kronor)) = whole_kronor(grid, row, paid, messages) else { continue };
        let Some(requisition) = funds.get_mut(&(area_name.clone(), recipient.clone())) else {
            messages.push(
                Diagnostic::error(
                    grid.place(row, who),
                    format!("{} repaid funds for {}", recipient.name, shown(&area_name)),
                )
                .expected("a requisition that was repaid from")
                .action("check the recipient and the area"),
            );
            continue;
        };
        requisition.repaid = requisition.repaid + kronor;
        if requisition.repaid > requisition.requisitioned {
            let found = format!(
                "{} repaid {} kr of {} kr requisitioned for {}",
                recipient.name,
                requisition.repaid.spaced(),
                requisition.requisitioned.spaced(),
                shown(&area_name)
            );
            messages.push(
                Diagnostic::error(grid.place(row, paid), found)
                    .expected("at most what was requisitioned")
                    .action("check both amounts"),
            );
        }
    }
}

/// The recipient of a row by code, by name, or by both, which must then agree.
pub(super) fn recipient(
    grid: &Grid,
    row: usize,
    level: register::Level,
    code: Option<usize>,
    name: Option<usize>,
    messages: &mut Diagnostics,
) -> Option<Recipient> {
    let mut resolve = |column: usize| {
        let written = tidy(grid.cell(row, column));
        if written.is_empty() {
            return None;
        }
        Some(register::resolve(level, &written).map_err(|error| {
            messages.push(
                Diagnostic::error(grid.place(row, column), error.to_string())
                    .expected(format!("the name or code of a {}", level.word()))
                    .action("correct the name in a copy of the file"),
            );
        }))
    };
    let by_code = code.and_then(&mut resolve);
    let by_name = name.and_then(&mut resolve);
    let place = || grid.place(row, name.or(code).unwrap_or(0));
    match (by_code, by_name) {
        (Some(Ok(a)), Some(Ok(b))) if a != b => {
            messages.push(
                Diagnostic::error(place(), format!("the code is that of {}, the name that of {}", a.name, b.name))
                    .expected("a code and a name of the same recipient")
                    .action("correct one of them in a copy of the file"),
            );
            None
        }
        (Some(Ok(found)), Some(Ok(_)) | None) | (None, Some(Ok(found))) => Some(found.clone()),
        (Some(Err(())), _) | (_, Some(Err(()))) => None,
        (None, None) => {
            messages.push(
                Diagnostic::error(place(), "the recipient is missing")
                    .expected(format!("the name or code of a {}", level.word()))
                    .action("fill it in in a copy of the file"),
            );
            None
        }
    }
}

/// An amount in whole kronor; `Ok(None)` where the cell is blank, an error where the amount has been reported.
fn whole_kronor(grid: &Grid, row: usize, column: usize, messages: &mut Diagnostics) -> Result<Option<Kronor>, ()> {
    let cell = grid.cell(row, column);
    if matches!(cell, Cell::Fault(_) | Cell::Uncalculated) {
        // Reported with its column.
        return Err(());
    }
    let expected = match amount(cell, 1) {
        Ok(None) => return Ok(None),
        Ok(Some(amount)) => match amount.whole() {
            Some(kronor) => return Ok(Some(kronor)),
            None => "whole kronor",
        },
        Err(error) => error.expected(),
    };
    messages.push(
        Diagnostic::error(grid.place(row, column), format!("{} cannot be read as a paid amount", shown(&cell.text())))
            .expected(expected)
            .action("look the amount up where it was paid out, and correct a copy of the file"),
    );
    Err(())
}
