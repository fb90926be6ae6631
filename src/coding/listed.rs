//! Codes in a list that the program wrote and somebody filled in.

use super::cell::{self, Kind};
use crate::codebook::{Codebook, Domain};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::Cell;
use crate::study::{Blank, CodingRole, CodingSheet, Declared, Reading, Study};

/// The word for none in lists that the program writes.
pub const NONE: &str = "none";
/// The sign between codes in them.
pub const SEPARATOR: &str = ";";

/// The codes in a cell, in the order of the codebook; `None` where it is blank, or holds something else, which is reported.
pub fn codes(
    cell: &Cell,
    place: &Place,
    domain: Domain,
    (study, book): (&Study, &Codebook),
    messages: &mut Diagnostics,
) -> Option<Vec<String>> {
    let own = study.codings.iter().filter(|own| own.role == CodingRole::Final).filter_map(|own| own.none.clone());
    let words: Vec<String> = [NONE.to_owned()].into_iter().chain(own).collect();
    let text = cell.text();
    if words.iter().any(|word| word.trim().eq_ignore_ascii_case(text.trim())) {
        return Some(Vec::new());
    }
    let list = CodingSheet {
        role: CodingRole::Final,
        file: Declared { value: place.file.to_string(), place: place.clone() },
        reading: Reading::default(),
        sheet: None,
        unit: domain.unit(),
        id: Declared { value: String::new(), place: place.clone() },
        id_rest: Vec::new(),
        domains: Vec::new(),
        separator: SEPARATOR.to_owned(),
        none: None,
        blank: Blank::NotCoded,
    };
    let said = cell::read(cell, &list, domain, book);
    for fault in &said.faults {
        let message = match fault.kind() {
            Some(Kind::Nothing) => {
                let message = msg!("listed-word-for-nothing", word = shown(text.trim()), none = shown(NONE));
                Diagnostic::error(place.clone(), message)
            }
            _ => fault.message(place.clone(), 1, &list, book),
        };
        messages.push(message);
    }
    (said.faults.is_empty() && said.decided).then_some(said.codes)
}
