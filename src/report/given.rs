//! The files that items show as they are, read by language.

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::msg;
use crate::study::{Declared, ItemFile, Section, Study};
use crate::wording::Language;

/// What stands in the file of an item, or in one for each language.
#[derive(Clone, Debug)]
pub struct Given<T> {
    sv: T,
    en: Option<T>,
}

impl<T> Given<T> {
    /// That of a language.
    pub fn of(&self, language: Language) -> &T {
        self.en.as_ref().filter(|_| language == Language::English).unwrap_or(&self.sv)
    }
}

/// Reads every file of an item; what is wrong with one is told.
pub(super) fn read<T>(
    study: &Study,
    section: &Section<'_>,
    file: &ItemFile,
    read: impl Fn(&Declared<String>) -> Result<T, Diagnostics>,
) -> Option<Given<T>> {
    let read_one = |file: &Declared<String>| {
        if file.value.is_empty() {
            section.report(Diagnostic::error(file.place.clone(), msg!("item-file-blank")));
            return None;
        }
        // Only a file that the study knows is watched, and may be used.
        if study.item_files.iter().all(|known| known.value != file.value) {
            let message = msg!("file-changed-meanwhile");
            section.report(Diagnostic::error(Place::file(&study.report.value), message));
            return None;
        }
        read(file).map_err(|wrong| wrong.sorted().into_iter().for_each(|own| section.report(own.clone()))).ok()
    };
    let (sv, en) = (read_one(&file.sv), file.en.as_ref().map(read_one));
    match (sv, en) {
        (Some(sv), None) => Some(Given { sv, en: None }),
        (Some(sv), Some(Some(en))) => Some(Given { sv, en: Some(en) }),
        _ => None,
    }
}
