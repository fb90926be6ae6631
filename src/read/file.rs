//! Opening files: what a file is, is seen from its bytes; each is read once, and hashed as it was read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::format::{Format, Wanted};
use super::grid::Grid;
use super::spss::ValueLabels;
use super::workbook::{self, SheetName, Workbook};
use super::{parquet, spss, text};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::study::{Declared, Limits, Reading, Study, Survey, Use};
use crate::wording::joined;

/// One file: what it is, its hash, and its sheets.
pub struct Content {
    /// What it is.
    pub format: Format,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// The sheets of a workbook, read or not; a file of any other format has one without a name.
    pub sheets: Vec<SheetName>,
    /// What the numbers of an SPSS file mean; its cells hold the meanings.
    pub labels: ValueLabels,
    grids: Mutex<Grids>,
}

/// Sheets by their names.
type Grids = BTreeMap<String, Result<Arc<Grid>, Diagnostics>>;

impl Content {
    /// The sheets that are not hidden, in their order, as far as they were asked for.
    ///
    /// # Errors
    /// What is wrong with one of them.
    pub fn into_visible(mut self) -> Result<Vec<Grid>, Diagnostics> {
        let mut grids = std::mem::take(self.grids());
        let visible = self.sheets.iter().filter(|sheet| !sheet.hidden);
        visible.filter_map(|sheet| grids.remove(&sheet.name)).map(|grid| grid.map(Arc::unwrap_or_clone)).collect()
    }

    /// What stands in a sheet, or why it cannot be read; `None` where it was not asked for.
    pub fn grid(&self, sheet: &str) -> Option<Result<Arc<Grid>, Diagnostics>> {
        self.locked().get(sheet).cloned()
    }

    fn grids(&mut self) -> &mut Grids {
        self.grids.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    fn locked(&self) -> MutexGuard<'_, Grids> {
        self.grids.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Every data file of a study.
pub struct Files {
    contents: BTreeMap<String, Opening>,
    limits: Limits,
    /// How many surveys have still to be read from a file that nothing else is read from.
    waiting: BTreeMap<String, AtomicUsize>,
}

/// A file with how it is read, and what stands in it as soon as it has been opened.
struct Opening {
    path: PathBuf,
    reading: Reading,
    wanted: Wanted,
    content: OnceLock<Result<Content, Diagnostics>>,
}

impl Opening {
    fn new(path: PathBuf, wish: Wish<'_>) -> Self {
        let reading = wish.reading.cloned().unwrap_or_default();
        Self { path, reading, wanted: wish.wanted, content: OnceLock::new() }
    }

    fn open(&self, name: &str, limits: &Limits) -> &Result<Content, Diagnostics> {
        self.content.get_or_init(|| open(&self.path, name, &self.reading, limits, &self.wanted))
    }
}

impl Files {
    /// Reads the data files that the study names, several at a time. The file of a single survey is opened when the survey
    /// is read, for all exports at once may be more than memory holds.
    pub fn read(study: &Study, messages: &mut Diagnostics) -> Self {
        let uses: Vec<_> = study.data_uses().collect();
        let opening = |(name, wish): (&str, _)| (name.to_owned(), Opening::new(study.path(name), wish));
        let contents: BTreeMap<_, _> = wishes(&uses, messages).into_iter().map(opening).collect();
        let files = Self { contents, limits: study.limits.clone(), waiting: waiting(study, &uses) };
        let now: Vec<_> = files.contents.iter().filter(|(name, _)| !files.is_of_one_survey(name)).collect();
        let read: Vec<_> = now.par_iter().map(|(name, file)| file.open(name, &files.limits)).collect();
        read.into_iter().filter_map(|read| read.as_ref().err()).for_each(|of_file| messages.extend(of_file.clone()));
        files
    }

    /// Whether a single survey and nothing else is read from a file.
    fn is_of_one_survey(&self, file: &str) -> bool {
        self.waiting.get(file).is_some_and(|surveys| surveys.load(Ordering::Acquire) == 1)
    }

    /// What stands in a file; `None` where it cannot be read, which is reported.
    fn content(&self, file: &str, messages: &mut Diagnostics) -> Option<&Content> {
        let opening = self.contents.get(file)?;
        let is_new = opening.content.get().is_none();
        let opened = opening.open(file, &self.limits).as_ref();
        opened
            .map_err(|of_file| {
                if is_new {
                    messages.extend(of_file.clone())
                }
            })
            .ok()
    }

    /// Lets go of a file that a survey has been read from, as soon as nothing else is read from it: exports are large.
    pub(crate) fn release(&self, file: &str) {
        let last = self.waiting.get(file).is_some_and(|surveys| surveys.fetch_sub(1, Ordering::AcqRel) == 1);
        if let Some(Ok(content)) = self.contents.get(file).filter(|_| last).and_then(|file| file.content.get()) {
            let let_go = std::mem::take(&mut *content.locked());
            // To give the memory of a large file back takes a while, and nobody waits for it.
            rayon::spawn(|| drop(let_go));
        }
    }

    /// Every file with its SHA-256, by name.
    pub fn hashes(&self) -> impl Iterator<Item = (&str, &str)> {
        let opened = self.contents.iter().filter_map(|(name, file)| Some((name, file.content.get()?.as_ref().ok()?)));
        opened.map(|(name, content)| (name.as_str(), content.sha256.as_str()))
    }

    /// A declared sheet; the only one that is not hidden where none is declared. `None` where it could not be read, or is
    /// not there, which is reported.
    pub fn sheet(&self, file: &Declared<String>, sheet: Option<&str>, messages: &mut Diagnostics) -> Option<Arc<Grid>> {
        let content = self.content(&file.value, messages)?;
        let mut visible = content.sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| sheet.name.as_str());
        let name = match (sheet, visible.next(), visible.next()) {
            (Some(name), ..) | (None, Some(name), None) => name,
            _ => {
                messages.push(which_sheet(file, content));
                return None;
            }
        };
        match content.grid(name) {
            Some(Ok(grid)) if sheet.is_none() && grid.is_blank() && content.sheets.iter().any(|sheet| sheet.hidden) => {
                messages.push(only_blank(file, name, content));
                None
            }
            Some(Ok(grid)) => {
                messages.push_all(grid.said.iter().flat_map(|said| &said.of_sheet));
                Some(grid)
            }
            Some(Err(of_sheet)) => {
                messages.extend(of_sheet);
                None
            }
            None => {
                let known = content.sheets.iter().map(|s| s.name.as_str()).filter(|name| !name.is_empty());
                let (line, suggestion) = (line_of(&file.place), did_you_mean(name, known));
                let message = msg!("declared-sheet-missing", sheet = shown(name), line, suggestion);
                messages.push(Diagnostic::error(Place::file(&file.value), message));
                None
            }
        }
    }
}

impl Files {
    /// A declared sheet; where none is declared and there are several, the one whose columns fit, which is told. Where none
    /// fits, or several do, it is for the evaluator to say which is meant.
    pub fn fitting_sheet(
        &self,
        file: &Declared<String>,
        sheet: Option<&str>,
        fits: impl Fn(&Grid) -> bool,
        messages: &mut Diagnostics,
    ) -> Option<Arc<Grid>> {
        let content = self.content(&file.value, messages)?;
        let visible: Vec<&str> = content.sheets.iter().filter(|own| !own.hidden).map(|own| own.name.as_str()).collect();
        if sheet.is_some() || visible.len() < 2 {
            return self.sheet(file, sheet, messages);
        }
        let has_columns = |name: &&&str| content.grid(name).is_some_and(|grid| grid.is_ok_and(|grid| fits(&grid)));
        let fitting: Vec<&str> = visible.iter().filter(has_columns).copied().collect();
        let list = |names: &[&str]| joined(names.iter().map(|name| shown(name)), ", ");
        match fitting[..] {
            [own] => {
                let others: Vec<&str> = visible.iter().filter(|name| **name != own).copied().collect();
                let message = msg!("sheet-by-columns", sheet = shown(own), others = list(&others));
                messages.push(Diagnostic::notice(Place::file(&file.value), message));
                self.sheet(file, Some(own), messages)
            }
            [] => self.sheet(file, None, messages),
            _ => {
                let message = msg!("several-sheets-fit", file = shown(&file.value), sheets = list(&fitting));
                messages.push(Diagnostic::error(file.place.clone(), message));
                None
            }
        }
    }
}

/// The files that only surveys are read from, each with how many.
fn waiting(study: &Study, uses: &[Use<'_>]) -> BTreeMap<String, AtomicUsize> {
    let mut surveys: BTreeMap<&str, usize> = BTreeMap::new();
    study.surveys.iter().flat_map(Survey::files).for_each(|file| *surveys.entry(&file.value).or_default() += 1);
    let is_alone =
        |file: &str| uses.iter().filter(|one| one.name == file).count() == surveys.get(file).copied().unwrap_or(0);
    // What else is read from a file needs the labels, too, that a survey of it declares.
    let is_shared =
        |survey: &&Survey| survey.value_labels.is_some() && !survey.files().all(|file| is_alone(&file.value));
    let kept: BTreeSet<&str> =
        study.surveys.iter().filter(is_shared).flat_map(Survey::files).map(|file| file.value.as_str()).collect();
    let waiting = surveys.iter().filter(|(file, _)| is_alone(file) && !kept.contains(*file));
    waiting.map(|(file, count)| ((*file).to_owned(), AtomicUsize::new(*count))).collect()
}

/// Which sheets of a file a study reads, and how.
struct Wish<'s> {
    wanted: Wanted,
    reading: Option<&'s Reading>,
}

/// Every data file of a study with what is read of it; two declarations that differ are reported.
fn wishes<'s>(uses: &'s [Use<'s>], messages: &mut Diagnostics) -> BTreeMap<&'s str, Wish<'s>> {
    let mut wishes: BTreeMap<&str, Wish<'_>> = BTreeMap::new();
    for file in uses {
        let wish = wishes.entry(&file.name).or_insert_with(|| Wish { wanted: Wanted::none(), reading: None });
        file.sheets.iter().for_each(|sheet| wish.wanted.add(*sheet));
        if file.fitting {
            wish.wanted.add_fitting();
        }
        let Some(reading) = file.reading.filter(|reading| !reading.is_empty()) else { continue };
        match wish.reading {
            Some(earlier) if earlier != reading => {
                let place = file.named.map(|named| named.place.clone()).unwrap_or_default();
                messages.push(Diagnostic::error(place, msg!("file-read-in-two-ways", file = shown(&file.name))));
            }
            _ => wish.reading = Some(reading),
        }
    }
    wishes
}

/// The only visible sheet of a workbook has nothing in it: the data are in one that is hidden.
fn only_blank(file: &Declared<String>, sheet: &str, content: &Content) -> Diagnostic {
    let hidden = joined(content.sheets.iter().filter(|sheet| sheet.hidden).map(|sheet| shown(&sheet.name)), ", ");
    let message = msg!("visible-sheet-blank", sheet = shown(sheet), hidden, line = line_of(&file.place));
    Diagnostic::error(Place::file(&file.value), message)
}

fn which_sheet(file: &Declared<String>, content: &Content) -> Diagnostic {
    let named = |hidden: bool| content.sheets.iter().filter(move |s| s.hidden == hidden).map(|s| shown(&s.name));
    let (name, none) = (shown(&file.value), |hidden: bool| named(hidden).next().is_none());
    let list = |hidden: bool| joined(named(hidden), ", ");
    let message = match (none(false), none(true)) {
        (false, true) => msg!("several-sheets", file = name, sheets = list(false)),
        (false, false) => msg!("several-and-hidden-sheets", file = name, sheets = list(false), hidden = list(true)),
        (true, false) => msg!("hidden-sheets-only", file = name, hidden = list(true)),
        (true, true) => msg!("no-sheet-with-cells", file = name),
    };
    Diagnostic::error(file.place.clone(), message)
}

fn line_of(place: &Place) -> String {
    match place.spot {
        crate::diagnostic::Spot::Line(line) => line.to_string(),
        _ => "?".to_owned(),
    }
}

/// Reads one file: its bytes once, and of its sheets those that are wanted.
///
/// # Errors
/// What is wrong with the file as a whole; what is wrong with a sheet is kept with it.
pub fn open(
    path: &Path,
    name: &str,
    reading: &Reading,
    limits: &Limits,
    wanted: &Wanted,
) -> Result<Content, Diagnostics> {
    read(bytes(path, name, limits)?, name, reading, limits, wanted)
}

/// The bytes of a file, where they are within the limits.
pub(crate) fn bytes(path: &Path, name: &str, limits: &Limits) -> Result<Vec<u8>, Diagnostic> {
    let cannot = |error: std::io::Error| unreadable(name, &error);
    let most = limits.file_mb.saturating_mul(Limits::MEGABYTE);
    let file = File::open(path).map_err(cannot)?;
    let size = file.metadata().map_err(cannot)?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(most)).unwrap_or(0));
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() as u64 > most {
        return Err(too_large(name, size.max(most + 1), limits));
    }
    Ok(bytes)
}

/// The message for a file whose bytes cannot be had.
pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(Place::file(name), msg!("file-unreadable", reason = error))
}

/// The message for a file of too many bytes.
pub(crate) fn too_large(name: &str, size: u64, limits: &Limits) -> Diagnostic {
    let found = msg!("file-of-megabytes", megabytes = size.div_ceil(Limits::MEGABYTE));
    Limits::exceeded(Place::file(name), found, limits.file_mb, msg!("unit-megabytes"), "file_mb")
}

/// Reads a file whose bytes are at hand; the ending of its name says what it should be.
///
/// # Errors
/// As [`open()`].
pub fn read(
    bytes: Vec<u8>,
    name: &str,
    reading: &Reading,
    limits: &Limits,
    wanted: &Wanted,
) -> Result<Content, Diagnostics> {
    let sha256 = hex(&Sha256::digest(&bytes));
    let format = Format::of(&bytes, name)?;
    let mut labels = ValueLabels::new();
    let Workbook { names, grids } = match format {
        Format::Spss => {
            let (grid, of_file) = spss::read(bytes, name, limits)?;
            labels = of_file;
            single(grid)
        }
        Format::Parquet => single(parquet::read(bytes, name, limits)?),
        Format::Text => single(text::read(bytes, name, reading, limits)?),
        Format::Xlsx | Format::Xlsb | Format::Xls | Format::Ods => {
            workbook::read(&bytes, format, name, limits, wanted)?
        }
    };
    let grids = grids.into_iter().map(|(name, grid)| (name, grid.map(Arc::new))).collect();
    Ok(Content { format, sha256, sheets: names, labels, grids: Mutex::new(grids) })
}

/// A file that is one sheet without a name.
fn single(grid: Grid) -> Workbook {
    let names = vec![SheetName { name: String::new(), hidden: false }];
    Workbook { names, grids: BTreeMap::from([(String::new(), Ok(grid))]) }
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
