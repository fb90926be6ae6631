//! What is given in Swedish, or in both languages, and the files that items show as they are.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::mask;
use crate::msg;
use crate::study::{Declared, ItemFile, Section, Study};
use crate::wording::{Language, Text};

/// What stands in the file of an item or in a text, or in one for each language.
#[derive(Clone, Debug)]
pub struct Given<T> {
    sv: T,
    en: Option<T>,
}

impl<T> Given<T> {
    /// Reads the text of each language.
    pub(super) fn of_text(text: &Text, read: impl Fn(&str) -> T) -> Self {
        Self { sv: read(&text.sv), en: text.en.as_deref().map(read) }
    }

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
        if study.works_with(&file.value) {
            section
                .report(Diagnostic::error(file.place.clone(), msg!("item-file-of-study", file = shown(&file.value))));
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

/// Tells of contact data among texts that somebody made to be shown, each with its place: at the first of them, and how many have some.
/// Where texts are written to be read a public address of e-mail may be meant.
pub(super) fn contacts<'t>(
    texts: impl IntoIterator<Item = (Place, &'t str)>,
    may_have_address: bool,
    messages: &mut Diagnostics,
) {
    let (mut persons, mut addresses) = (Vec::new(), Vec::new());
    for (place, text) in texts {
        let told = mask::told(&crate::signs::as_seen(text));
        if told.person || told.address && !may_have_address {
            persons.push(place);
        } else if told.address {
            addresses.push(place);
        }
    }
    if let Some(place) = persons.first() {
        messages.push(Diagnostic::error(place.clone(), msg!("item-contact-data", count = persons.len())));
    }
    if let Some(place) = addresses.first() {
        messages.push(Diagnostic::warning(place.clone(), msg!("item-address", count = addresses.len())));
    }
}
