//! Who was expected to answer a survey.

use super::decode::{Declared, Section};
use super::reading::{Reading, decode_reading};
use crate::diagnostic::{Diagnostic, Place};
use crate::msg;

/// Who was expected to answer, as declared.
#[derive(Clone, Debug)]
pub struct Expected {
    /// By what they are known.
    pub from: ExpectedFrom,
    /// Where the declaration stands.
    pub place: Place,
}

/// By what those are known who were expected to answer.
#[derive(Clone, Debug)]
pub enum ExpectedFrom {
    /// All of the survey's level.
    Register,
    /// Those who requisitioned funds and did not repay all.
    Requisitions,
    /// Those in a list.
    List(Box<ExpectedList>),
}

/// A list of those who were expected to answer: a row for each.
#[derive(Clone, Debug)]
pub struct ExpectedList {
    /// The file.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The column with the recipient's code.
    pub code: Option<Declared<String>>,
    /// The column with the recipient's name.
    pub name: Option<Declared<String>>,
}

/// Reads `[survey.expected]`: a list, or a word.
pub(super) fn decode_expected(section: &Section<'_>) -> Option<Expected> {
    let place = section.place();
    if section.has("file") {
        let file = section.required_text("file", msg!("key-expected-file"));
        let reading = decode_reading(section);
        let sheet = section.text("sheet").map(|sheet| sheet.value);
        let (code, name) = (section.text("code"), section.text("name"));
        if code.is_none() && name.is_none() {
            section.report(Diagnostic::error(place.clone(), msg!("row-without-recipient")));
        }
        let list = ExpectedList { file: file?, reading, sheet, code, name };
        return Some(Expected { from: ExpectedFrom::List(Box::new(list)), place });
    }
    let from = section.word("from", &[("register", false), ("requisitions", true)]);
    section.require("from", msg!("key-expected-from"));
    let from = if from? { ExpectedFrom::Requisitions } else { ExpectedFrom::Register };
    Some(Expected { from, place })
}
