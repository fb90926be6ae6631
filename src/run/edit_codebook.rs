//! The recipes of `insats codebook export` and `import`: a codebook as a workbook or as programs for qualitative analysis
//! exchange it, by the ending of the file; and back.

use std::path::{Path, PathBuf};

use super::job::Job;
use super::{Failure, Options, fault};
use crate::codebook::diff::Changes;
use crate::codebook::sheets::{self, Found, TooLong};
use crate::codebook::{Codebook, exchange};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::output::Target;
use crate::read::{Cell, Grid, Wanted, bytes, open};
use crate::render;
use crate::study::{Limits, Reading};
use crate::wording::Language;

/// A codebook that was written as a workbook or for exchange.
#[derive(Debug)]
pub struct ExportedCodebook {
    /// How many codes.
    pub codes: usize,
    /// How many rules, where the file holds rules.
    pub rules: Option<usize>,
    /// The file.
    pub file: PathBuf,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
    /// Warnings and notices.
    pub notices: Vec<Diagnostic>,
}

/// A codebook that was read from a workbook or from an exchange file.
#[derive(Debug)]
pub struct ImportedCodebook {
    /// How many codes.
    pub codes: usize,
    /// How many rules.
    pub rules: usize,
    /// The codebook file.
    pub file: PathBuf,
    /// Where the file is kept that stood there.
    pub kept: Option<PathBuf>,
    /// What differs from the codebook that stood there; `None` where there was none that could be read.
    pub changes: Option<Changes>,
    /// Whether it was written; a file that is the same already stays as it is.
    pub written: bool,
    /// Warnings and notices.
    pub notices: Vec<Diagnostic>,
}

/// Writes a codebook as a workbook, beside it under its own name where no other is given; for exchange where the file ends so.
///
/// # Errors
/// [`Failure`] with all errors of the codebook, a text that no cell can hold, or a file that may not be written.
pub fn export_codebook(
    path: &Path,
    out: Option<&Path>,
    force: bool,
    language: Language,
) -> Result<ExportedCodebook, Failure> {
    let mut job = Job::new(Options::default(), &|_| ());
    let name = job.watch(path);
    let book = Codebook::load(path, &name)?;
    let file = out.map_or_else(|| path.with_extension("xlsx"), Path::to_owned);
    let (bytes, notices) = if is_exchange(&file) {
        let written = exchange::write(&book, &name)?;
        (written.text.into_bytes(), listed(&written.notices))
    } else {
        let sheets = sheets::sheets(&book, language).map_err(|long| too_long(&name, &long))?;
        (render::codebook_xlsx(book.title.get(language), &sheets, language).map_err(fault)?, Vec::new())
    };
    let single = job.claim(Target { path: &file, force })?;
    let kept = job.put(vec![(single, &bytes)])?.into_iter().next();
    let (codes, rules) = size(&book);
    let rules = (!is_exchange(&file)).then_some(rules);
    Ok(ExportedCodebook { codes, rules, file, kept, notices })
}

/// Reads a codebook from a workbook or an exchange file, checks it and writes it, beside that under its own name where no
/// other is given.
///
/// # Errors
/// [`Failure`] with all problems, each with its sheet and cell or its line, or a file that may not be written: nothing has been written
/// then.
pub fn import_codebook(path: &Path, out: Option<&Path>, force: bool) -> Result<ImportedCodebook, Failure> {
    let mut job = Job::new(Options::default(), &|_| ());
    let name = job.watch(path);
    let file = out.map_or_else(|| path.with_extension("json"), Path::to_owned);
    let shown_file = file.display().to_string();
    let (book, messages) = if is_exchange(path) { exchanged(path, &name, &file)? } else { from_workbook(path, &name)? };
    let mut notices = listed(&messages);
    let text = book.to_json().map_err(fault)?;
    let old = Codebook::load(&file, &shown_file).ok();
    let changes = old.map(|old| Changes::between(&old, &book));
    if changes.as_ref().is_some_and(Changes::lacks_version) {
        let message = msg!("book-version-unchanged", version = shown(&book.version));
        notices.push(Diagnostic::notice(Place::file(shown_file), message));
    }
    let (codes, rules) = size(&book);
    let is_same = std::fs::read_to_string(&file).is_ok_and(|there| there == text);
    let kept = if is_same {
        job.answer(None)?
    } else {
        let single = job.claim(Target { path: &file, force })?;
        job.put(vec![(single, text.as_bytes())])?.into_iter().next()
    };
    Ok(ImportedCodebook { codes, rules, file, kept, changes, written: !is_same, notices })
}

/// Whether programs for qualitative analysis exchange codebooks in files that end so.
fn is_exchange(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("qdc"))
}

fn listed(messages: &Diagnostics) -> Vec<Diagnostic> {
    messages.sorted().into_iter().cloned().collect()
}

fn from_workbook(path: &Path, name: &str) -> Result<(Codebook, Diagnostics), Failure> {
    let content = open(path, name, &Reading::default(), &Limits::default(), &Wanted::Visible)?;
    let grids = content.into_visible()?;
    let found: Vec<Found> = grids.iter().map(found).collect();
    Ok(sheets::read(&found)?)
}

/// What an exchange file cannot hold is kept from the codebook that stands at `file`; one that cannot be read would lose it.
fn exchanged(path: &Path, name: &str, file: &Path) -> Result<(Codebook, Diagnostics), Failure> {
    let text = String::from_utf8(bytes(path, name, &Limits::default())?)
        .map_err(|_| Diagnostic::error(Place::file(name), msg!("qdc-no-utf8")))?;
    let old = if file.exists() { Some(Codebook::load(file, &file.display().to_string())?) } else { None };
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let read = exchange::read(&text, name, &stem, old.as_ref())?;
    Ok((read.book, read.notices))
}

fn size(book: &Codebook) -> (usize, usize) {
    let codes = || book.systems.iter().flat_map(|system| &system.codes);
    (codes().count(), codes().map(|code| code.rules.len()).sum())
}

fn too_long(name: &str, TooLong { kind, row, column }: &TooLong) -> Diagnostic {
    let heading = kind.columns().get(*column).map(|column| (column.heading)()).unwrap_or_else(|| kind.name());
    let message = msg!("book-text-too-long", sheet = kind.name(), row = shown(row), heading);
    Diagnostic::error(Place::file(name), message)
}

/// The texts of a sheet, and the cells without one that can be read.
fn found(grid: &Grid) -> Found {
    let mut faults = Vec::new();
    let mut text = |row: usize, column: usize| {
        let cell = grid.cell(row, column);
        if matches!(cell, Cell::Fault(_) | Cell::Uncalculated) {
            faults.push((row, column, cell.written()));
        }
        cell.text()
    };
    let row = |(at, row): (usize, &crate::read::Row)| (0..row.len()).map(|column| text(at, column)).collect();
    let rows = grid.rows.iter().enumerate().map(row).collect();
    Found { place: grid.whole(), rows, faults }
}
