//! The locks that stand beside coding sheets.

use crate::codebook::Codebook;
use crate::decisions::Lock;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::study::{CodingSheet, STUDY_FILE, Study, lock_of};
use crate::wording::joined;

/// The lock of a sheet; `None` where there is none, or it cannot be read, which is reported.
pub(super) fn read(study: &Study, declared: &CodingSheet, book: &Codebook, messages: &mut Diagnostics) -> Option<Lock> {
    let name = lock_of(&declared.file.value);
    let lock = Lock::load(&study.path(&name), &name).map_err(|wrong| messages.extend(wrong)).ok()??;
    let now = Lock::new(book).codebook;
    if lock.codebook != now {
        let message = msg!("locked-with-other-codebook", codebook = shown(&lock.codebook), own = shown(&now));
        messages.push(Diagnostic::notice(Place::file(&name), message));
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
