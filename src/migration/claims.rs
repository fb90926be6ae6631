//! Claims by a new codebook: codes in assertions are changed in place.

use super::plan::Plan;
use super::sheets::Recoded;
use crate::claims::renamed;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Delimited, Edits, Files, Format, bytes};
use crate::study::{Declared, Reading, Study};
use crate::survey::Columns;

/// The column of a claim's assertion.
const ASSERTION: &str = "assertion";

/// The file of claims, where it names codes that have other ids; one that cannot be changed is reported.
pub fn recoded(study: &Study, files: &Files, plan: &Plan, messages: &mut Diagnostics) -> Option<Recoded> {
    let file = study.claims.as_ref()?;
    let name = file.value.as_str();
    let mut told = Diagnostics::new();
    let grid = files.sheet(file, None, &mut told)?;
    let wanted = Declared { value: ASSERTION.to_owned(), place: file.place.clone() };
    let columns = Columns::simple(&grid, &[&wanted], &mut told)?;
    let column = columns.column(&wanted, &mut told)?;
    let old = bytes(&study.path(name), name, &study.limits).map_err(|wrong| messages.push(wrong)).ok()?;
    let is_text = Format::of(&old, name).is_ok_and(|format| format == Format::Text);
    let text = Delimited::read(&old, name, &Reading::default()).ok().filter(|_| is_text);
    let mut edits = Edits::new();
    let mut first = None;
    for row in columns.rows() {
        let written =
            text.as_ref().map_or_else(|| grid.cell(row, column).text(), |text| text.cell(row, column).to_owned());
        let Some(new) = renamed(&written, |code| plan.renamed(code)) else { continue };
        first.get_or_insert_with(|| grid.place(row, column));
        edits.insert((row, column), new);
    }
    let (place, cells) = (first?, edits.len());
    let refused = |place: Place| Diagnostic::error(place, msg!("sheet-not-a-text", cells, file = shown(name)));
    match text.map(|text| text.with(&edits)) {
        Some(Ok(bytes)) => Some(Recoded { file: name.to_owned(), bytes, cells, open: Vec::new() }),
        Some(Err(_)) => {
            messages.push(Diagnostic::error(place, msg!("cell-cannot-hold")));
            None
        }
        None => {
            messages.push(refused(place));
            None
        }
    }
}
