//! The recipe of `insats lock`: coding sheets are bound to the texts that they were made for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::job::Job;
use super::{Failure, Options, Stage};
use crate::codebook::Codebook;
use crate::coding::Sheet;
use crate::decisions::{Definition, Fingerprint, KeptTexts, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, did_you_mean, shown};
use crate::msg;
use crate::output::Target;
use crate::study::{STUDY_FILE, lock_of};
use crate::survey::Unit;

/// What was locked.
#[derive(Debug)]
pub struct LockSummary {
    /// The locks, by the names of their files.
    pub files: Vec<LockedFile>,
    /// How many texts were kept nowhere before.
    pub texts: usize,
    /// What is wrong with the texts that were kept before.
    pub told: Vec<Diagnostic>,
}

/// A file of coding sheets with its lock.
#[derive(Debug)]
pub struct LockedFile {
    /// The lock's file.
    pub file: PathBuf,
    /// How many codings were locked for the first time, or again.
    pub locked: usize,
    /// How many had been, and stay as they were.
    pub kept: usize,
    /// How many are gone from the sheets.
    pub dropped: usize,
    /// How many wait for a decision: their texts read otherwise now.
    pub waiting: usize,
    /// How many say themselves, in columns of their sheet, what they were given to: no lock is needed for them.
    pub in_columns: usize,
}

/// Locks the coding sheets of a study. What was locked before stays bound to the text that it was given to, and to what its code
/// meant; `again` names rows that have been coded anew, `codes` those whose codings hold by the definitions that there are now.
///
/// # Errors
/// [`Failure`]: nothing has been written then; also where a study has no coding sheets, no row has an id of `again`, or no cell one of
/// the `codes`.
pub fn lock(
    folder: &Path,
    again: &[String],
    codes: &[String],
    progress: &(dyn Fn(Stage) + Sync),
) -> Result<LockSummary, Failure> {
    let mut job = Job::new(Options::default(), progress);
    let study = job.declared(folder)?;
    if study.codings.is_empty() {
        return Err(Diagnostic::error(Place::file(STUDY_FILE), msg!("nothing-to-lock")).into());
    }
    let (book, input, codings) = job.coded(&study)?;
    let sheets: Vec<(&str, &Sheet)> = study.codings.iter().filter_map(|declared| codings.sheet(declared)).collect();
    check_again(&sheets, again, &mut job.messages);
    check_codes(&sheets, codes, &mut job.messages);
    job.stop_on_errors()?;
    let units: BTreeMap<&str, &Unit> = input.units().map(|unit| (&*unit.id, unit)).collect();
    let again: BTreeSet<&str> = again.iter().map(String::as_str).collect();
    let mut by_file: BTreeMap<&str, Vec<&Sheet>> = BTreeMap::new();
    sheets.iter().for_each(|(file, sheet)| by_file.entry(file).or_default().push(sheet));
    let (mut files, mut changed, mut read) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (file, sheets) in by_file {
        let name = lock_of(file);
        let path = study.path(&name);
        let before = Lock::load(&path, &name)?;
        let old = before.clone().unwrap_or_default();
        let (mut new, summary) = locked(&book, &old, &sheets, &units, &again);
        define(&mut new, &book, &old, &sheets, codes);
        files.push(LockedFile { file: path.clone(), ..summary });
        job.watch.forget(&name);
        read.extend(sheets.iter().filter_map(|sheet| sheet.in_columns.as_ref()).flat_map(Lock::texts));
        read.extend(new.texts());
        // Of sheets that say themselves what they were given to there is nothing else to keep but how codes were defined.
        if new != old && (before.is_some() || !new.is_empty()) {
            changed.push((path, new.to_text()));
        }
    }
    let keeping = job.keep_texts(&study, |texts| keep(texts, &book, &units, &read))?;
    let claim =
        |(path, text): (PathBuf, String)| Ok((job.claim(Target { path: &path, force: true })?, text.into_bytes()));
    let locks = changed.into_iter().map(claim).collect::<Result<Vec<_>, Failure>>()?;
    job.put(locks.into_iter().chain(keeping.files).collect())?;
    Ok(LockSummary { files, texts: keeping.new, told: keeping.told })
}

/// Keeps the texts that something was coded for, wherever they stand now. Those that nothing is locked to any more stay until
/// they are forgotten: old wording is what they are kept for.
fn keep(texts: &mut KeptTexts, book: &Codebook, units: &BTreeMap<&str, &Unit>, read: &BTreeSet<Fingerprint>) {
    for unit in units.values() {
        for domain in book.domains_of(unit.kind) {
            if Fingerprint::of(unit, domain).is_some_and(|own| read.contains(&own)) {
                texts.keep(unit, domain);
            }
        }
    }
}

/// The lock of a file's sheets, and what it locks.
fn locked(
    book: &Codebook,
    old: &Lock,
    sheets: &[&Sheet],
    units: &BTreeMap<&str, &Unit>,
    again: &BTreeSet<&str>,
) -> (Lock, LockedFile) {
    let mut new = Lock::new(book);
    let mut summary = LockedFile { file: PathBuf::new(), locked: 0, kept: 0, dropped: 0, waiting: 0, in_columns: 0 };
    for sheet in sheets {
        for domain in sheet.domains() {
            let before = old.read(sheet.sheet_name(), domain);
            let in_columns = sheet.in_columns.as_ref().map(|lock| lock.read(sheet.sheet_name(), domain));
            let in_columns = in_columns.unwrap_or_default();
            summary.in_columns += in_columns.len();
            for id in sheet.ids().filter(|id| !in_columns.contains_key(id)) {
                // What stands under no id now keeps its line: its text may stand under another.
                let is_again = again.contains(id) && units.contains_key(id);
                let known = before.get(id).filter(|_| !is_again);
                match (known, units.get(id)) {
                    (Some(read), _) => {
                        new.keep(sheet.sheet_name(), id, domain, *read);
                        summary.kept += 1;
                    }
                    (None, Some(unit)) => {
                        new.keep(sheet.sheet_name(), id, domain, Fingerprint::of(unit, domain));
                        summary.locked += 1;
                    }
                    (None, None) => {}
                }
            }
            let ids: BTreeSet<&str> = sheet.ids().collect();
            summary.dropped += before.keys().filter(|id| !ids.contains(*id)).count();
        }
        summary.waiting += sheet.bound.as_ref().map_or(0, |bound| bound.waiting(again));
    }
    (new, summary)
}

/// Keeps how the codes that the sheets hold are defined: as when they were given, but for `again`.
fn define(new: &mut Lock, book: &Codebook, old: &Lock, sheets: &[&Sheet], again: &[String]) {
    for (domain, id) in sheets.iter().flat_map(|sheet| sheet.given()) {
        let Some(code) = book.code(domain, id) else { continue };
        let before = old.definition(domain, id).filter(|_| !again.iter().any(|own| own == id));
        new.define(domain, code, before.unwrap_or_else(|| Definition::of(code)));
    }
}

/// Reports codes that no cell has.
fn check_codes(sheets: &[(&str, &Sheet)], codes: &[String], messages: &mut Diagnostics) {
    let known: BTreeSet<&str> = sheets.iter().flat_map(|(_, sheet)| sheet.given()).map(|(_, code)| code).collect();
    for code in codes.iter().filter(|code| !known.contains(code.as_str())) {
        let suggestion = did_you_mean(code, known.iter().copied());
        let message = msg!("locked-code-unknown", code = shown(code), suggestion);
        messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
    }
}

/// Reports ids that no row has.
fn check_again(sheets: &[(&str, &Sheet)], again: &[String], messages: &mut Diagnostics) {
    let known: BTreeSet<&str> = sheets.iter().flat_map(|(_, sheet)| sheet.ids()).collect();
    for id in again.iter().filter(|id| !known.contains(id.as_str())) {
        let suggestion = did_you_mean(id, known.iter().copied());
        let message = msg!("locked-id-unknown", id = shown(id), suggestion);
        messages.push(Diagnostic::error(Place::file(STUDY_FILE), message));
    }
    for (file, sheet) in sheets {
        let in_columns = |id: &&String| sheet.in_columns.as_ref().is_some_and(|lock| lock.has(sheet.sheet_name(), id));
        for id in again.iter().filter(in_columns) {
            let message = msg!("locked-id-in-columns", id = shown(id));
            messages.push(Diagnostic::error(Place::file(*file), message));
        }
    }
}
