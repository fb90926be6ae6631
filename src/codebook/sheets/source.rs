//! Where in a workbook a codebook says something.

use crate::codebook::source::Source;
use crate::diagnostic::Place;

/// The cells that messages point at.
#[derive(Default)]
pub(super) struct Cells {
    /// The workbook.
    pub(super) file: Place,
    /// Where domains, systems and codes are declared, in the order of a codebook file.
    pub(super) ids: Vec<(String, Place)>,
    /// Texts with the code that they belong to, if they belong to one.
    pub(super) texts: Vec<(String, String, Place)>,
}

impl Cells {
    /// Keeps where texts of a code, or of settings where none is named, stand.
    pub(super) fn keep(&mut self, code: &str, texts: impl IntoIterator<Item = String>, place: &Place) {
        self.texts.extend(texts.into_iter().map(|text| (code.to_owned(), text, place.clone())));
    }
}

impl Source for Cells {
    fn declared(&self, id: &str, occurrence: usize) -> Place {
        let mut declared = self.ids.iter().filter(|(own, _)| own == id);
        declared.nth(occurrence).map_or_else(|| self.file.clone(), |(_, place)| place.clone())
    }

    fn within(&self, code: &str, written: &str) -> Place {
        let found = self.texts.iter().find(|(of, text, _)| of == code && text == written);
        found.map_or_else(|| self.declared(code, 0), |(_, _, place)| place.clone())
    }
}
