//! The locks that stand beside coding sheets.

use std::collections::BTreeMap;

use super::Sheet;
use super::telling::Listed;
use crate::codebook::{Code, Codebook, Domain};
use crate::decisions::{Definition, Lock};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::{CodingSheet, STUDY_FILE, Study, lock_of};
use crate::survey::Unit;
use crate::wording::joined;

/// The lock of a sheet; `None` where there is none, or it cannot be read, which is reported.
pub(super) fn read(study: &Study, declared: &CodingSheet, book: &Codebook, messages: &mut Diagnostics) -> Option<Lock> {
    let name = lock_of(&declared.file.value);
    let lock = Lock::load(&study.path(&name), &name).map_err(|wrong| messages.extend(wrong)).ok()??;
    report_other_codebook(&lock, book, Place::file(&name), messages);
    Some(lock)
}

/// Tells of codings by another codebook, where nothing says how it defined the codes.
fn report_other_codebook(lock: &Lock, book: &Codebook, place: Place, messages: &mut Diagnostics) {
    let now = Lock::new(book).codebook;
    if lock.codebook != now && !lock.has_definitions() {
        let message = msg!("locked-with-other-codebook", codebook = shown(&lock.codebook), own = shown(&now));
        messages.push(Diagnostic::notice(place, message));
    }
}

/// A lock with what columns of its sheet say, which stand beside the codes and go before it.
pub(super) fn with_columns(
    lock: Option<Lock>,
    sheet: &Sheet,
    book: &Codebook,
    messages: &mut Diagnostics,
) -> Option<Lock> {
    let Some(in_columns) = &sheet.in_columns else { return lock };
    // A lock beside the sheet says how codes were defined; it has told of itself.
    if lock.is_none() && !in_columns.codebook.is_empty() {
        report_other_codebook(in_columns, book, sheet.place.clone(), messages);
    }
    let mut lock = lock.unwrap_or_default();
    let differ = lock.take(in_columns);
    if let Some(first) = differ.first() {
        let message = msg!("lock-and-columns-differ", count = differ.len(), id = shown(first));
        messages.push(Diagnostic::warning(sheet.place.clone(), message));
    }
    Some(lock)
}

/// Tells of sheets without a lock, once for all.
pub(super) fn report_missing(files: &[&str], messages: &mut Diagnostics) {
    let mut files = files.to_vec();
    files.sort_unstable();
    files.dedup();
    if files.is_empty() {
        return;
    }
    let (count, files) = (files.len(), joined(files.iter().map(|file| shown(file)), ", "));
    messages.push(Diagnostic::notice(Place::file(STUDY_FILE), msg!("codings-without-lock", count, files)));
}

/// Tells of codes of a sheet that the codebook defines otherwise than when they were given, once for each.
pub(super) fn report_redefined(
    sheet: &Sheet,
    lock: &Lock,
    book: &Codebook,
    units: &[&Unit],
    messages: &mut Diagnostics,
) {
    let is_other = |domain: Domain, code: &Code| {
        lock.definition(domain, &code.id).is_some_and(|definition| !definition.holds(Definition::of(code)))
    };
    let redefined = sheet.domains().flat_map(|domain| {
        let codes = book.codes(domain).iter().filter(move |code| is_other(domain, code));
        codes.map(move |code| (domain, code.id.as_str()))
    });
    let mut given: BTreeMap<(Domain, &str), Listed> = redefined.map(|key| (key, Listed::default())).collect();
    if given.is_empty() {
        return;
    }
    for unit in units {
        for domain in sheet.domains().filter(|domain| !sheet.is_by_decision(&unit.id, *domain)) {
            for code in sheet.of(&unit.id, domain) {
                given.entry((domain, code)).and_modify(|listed| listed.add(unit, None));
            }
        }
    }
    for ((domain, code), listed) in given.into_iter().filter(|(_, listed)| listed.count() > 0) {
        let (count, funds, names) = listed.told();
        let message = msg!("code-redefined", code = shown(code), domain = domain.word(), count, funds, names);
        messages.push(Diagnostic::warning(sheet.place.clone(), message));
    }
}
