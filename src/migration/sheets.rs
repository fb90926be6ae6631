//! Coding sheets by a new codebook: cells are changed in place.

use std::collections::BTreeMap;

use super::cell::{self, Cannot};
use super::fate::Fate;
use super::plan::Plan;
use crate::codebook::{Codebook, Domain};
use crate::coding::{self, given_to};
use crate::decisions::Lock;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Delimited, Files, Format, SheetEdits, Unfit, bytes, tidy, with_cells};
use crate::study::{CodingSheet, Study};
use crate::survey::{Columns, joined};

/// A file of coding sheets by the new codebook.
#[derive(Debug)]
pub struct Recoded {
    /// The file as the study names it.
    pub file: String,
    /// Its new bytes.
    pub bytes: Vec<u8>,
    /// In how many cells it differs.
    pub cells: usize,
    /// What a person has to decide.
    pub open: Vec<Open>,
}

/// A coding that a person has to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The cell.
    pub place: Place,
    /// The coder; `None` for a final sheet.
    pub coder: Option<String>,
    /// The id of the row.
    pub id: String,
    /// The domain.
    pub domain: Domain,
    /// The code that it has had.
    pub code: String,
    /// The codes that it may have.
    pub into: Vec<String>,
}

/// The changes of a file's cells.
#[derive(Default)]
struct Changes {
    /// By sheet, which has no name in a file that is one.
    edits: SheetEdits,
    /// Where each of them stands.
    places: BTreeMap<(Option<String>, usize, usize), Place>,
    open: Vec<Open>,
}

impl Changes {
    /// Changes a cell.
    fn set(&mut self, place: Place, (row, column): (usize, usize), text: String) {
        let name = place.sheet.as_deref().map(str::to_owned);
        self.places.insert((name.clone(), row, column), place);
        self.edits.entry(name).or_default().insert((row, column), text);
    }
}

/// The files of coding sheets that differ by the new codebook; what cannot be changed is reported.
pub fn recoded(study: &Study, files: &Files, book: &Codebook, plan: &Plan, messages: &mut Diagnostics) -> Vec<Recoded> {
    let mut by_file: BTreeMap<&str, Vec<&CodingSheet>> = BTreeMap::new();
    study.codings.iter().for_each(|sheet| by_file.entry(&sheet.file.value).or_default().push(sheet));
    by_file
        .into_iter()
        .filter_map(|(file, sheets)| of_file(study, file, &sheets, files, (book, plan), messages))
        .collect()
}

fn of_file(
    study: &Study,
    file: &str,
    sheets: &[&CodingSheet],
    files: &Files,
    (book, plan): (&Codebook, &Plan),
    messages: &mut Diagnostics,
) -> Option<Recoded> {
    let old = bytes(&study.path(file), file, &study.limits).map_err(|wrong| messages.push(wrong)).ok()?;
    let format = Format::of(&old, file).ok();
    let is_text = format == Some(Format::Text);
    let reading = &sheets.first()?.reading;
    let text = if is_text {
        Some(Delimited::read(&old, file, reading).map_err(|wrong| messages.extend(wrong)).ok()?)
    } else {
        None
    };
    let mut changes = Changes::default();
    for sheet in sheets {
        of_sheet(sheet, text.as_ref(), files, (book, plan), &mut changes, messages);
    }
    let cells = changes.places.len();
    if cells == 0 {
        return None;
    }
    let Some(text) = text else {
        let is_workbook = format == Some(Format::Xlsx);
        let bytes = is_workbook.then(|| with_cells(&old, file, &study.limits, &changes.edits)).flatten();
        if let Some(bytes) = bytes {
            return Some(Recoded { file: file.to_owned(), bytes, cells, open: changes.open });
        }
        let place = changes.places.into_values().next().unwrap_or_default();
        messages.push(Diagnostic::error(place, msg!("sheet-not-a-text", cells, file = shown(file))));
        return None;
    };
    match text.with(changes.edits.get(&None)?) {
        Ok(bytes) => Some(Recoded { file: file.to_owned(), bytes, cells, open: changes.open }),
        Err(Unfit::NotExact) => {
            messages.push(Diagnostic::error(Place::file(file), msg!("sheet-not-exact")));
            None
        }
        Err(Unfit::Cell(row, column)) => {
            let place = changes.places.remove(&(None, row, column)).unwrap_or_else(|| Place::file(file));
            messages.push(Diagnostic::error(place, msg!("cell-cannot-hold")));
            None
        }
    }
}

/// Adds the changes of one sheet. What is odd about it has been told.
fn of_sheet(
    sheet: &CodingSheet,
    text: Option<&Delimited>,
    files: &Files,
    (book, plan): (&Codebook, &Plan),
    changes: &mut Changes,
    messages: &mut Diagnostics,
) {
    let mut told = Diagnostics::new();
    let Some(grid) = coding::grid(sheet, files, &mut told) else { return };
    let wanted: Vec<_> = std::iter::once(&sheet.id).chain(sheet.domains.iter().map(|(_, name)| name)).collect();
    let Some(columns) = Columns::simple(&grid, &wanted, &mut told) else { return };
    let id = columns.column(&sheet.id, &mut told);
    let (Some(id), Some(rest)) = (id, joined::rest(&columns, &sheet.id_rest, &mut told)) else { return };
    let domains: Vec<(Domain, usize)> = sheet
        .domains
        .iter()
        .filter_map(|(word, name)| Some((book.domain(word)?, columns.column(name, &mut told)?)))
        .collect();
    for row in columns.rows() {
        for (domain, column) in &domains {
            let written =
                text.map_or_else(|| grid.cell(row, *column).text(), |text| text.cell(row, *column).to_owned());
            let place = grid.place(row, *column);
            let new = match cell::recoded(&written, sheet, plan) {
                Ok(Some(new)) if new.text != written => new,
                Ok(_) => continue,
                Err(cannot) => {
                    messages.push(Diagnostic::error(place, refused(&cannot)));
                    continue;
                }
            };
            let key = joined::read(&columns, row, id, &rest, &mut told);
            for code in new.open {
                let into = match plan.fate(&code) {
                    Some(Fate::Open(into)) => into.clone(),
                    _ => Vec::new(),
                };
                let coder = sheet.coder().map(str::to_owned);
                let (place, id, domain) = (place.clone(), key.clone(), *domain);
                changes.open.push(Open { place, coder, id, domain, code, into });
            }
            changes.set(place, (row, *column), new.text);
        }
    }
    // A sheet that names its codebook is one by the new.
    let declared = domains.iter().map(|(_, column)| *column).chain([id]).chain(rest.iter().copied()).collect();
    let [then, now] = [book, &plan.book].map(|book| Lock::new(book).codebook);
    if let Some(column) = given_to::codebook_column(&columns, &declared) {
        for row in columns.rows().filter(|row| tidy(grid.cell(*row, column)) == then) {
            changes.set(grid.place(row, column), (row, column), now.clone());
        }
    }
}

fn refused(cannot: &Cannot) -> crate::wording::Message {
    match cannot {
        Cannot::HasUnused(code) => msg!("gone-code-used", code = shown(code)),
        Cannot::SayNone => msg!("no-word-for-none"),
    }
}
