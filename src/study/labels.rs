//! A list of what codes mean: of the values of questions and, where it says so, of the columns themselves.

use super::decode::{Declared, Section};
use super::reading::{Reading, decode_reading};
use crate::msg;

/// A sheet or a file that says what codes mean.
#[derive(Clone, Debug)]
pub struct ValueLabels {
    /// The file; `None` for the survey's own.
    pub file: Option<Declared<String>>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The column with the question: the text that names of columns begin with, or their code where there are parts.
    pub question: Declared<String>,
    /// The column with the part of a question, an option or an item; with it, columns are codes that the list explains.
    pub part: Option<Declared<String>>,
    /// The column with the value.
    pub value: Declared<String>,
    /// The column with what the value, part or question is called.
    pub label: Declared<String>,
}

pub(super) fn decode_value_labels(section: &Section<'_>) -> Option<ValueLabels> {
    let file = section.text("file");
    let reading = file.as_ref().map(|_| decode_reading(section)).unwrap_or_default();
    let sheet = section.text("sheet");
    if file.is_none() {
        section.require("sheet", msg!("key-label-sheet"));
    }
    let question = section.required_text("question", msg!("key-label-question"));
    let part = section.text("part");
    let value = section.required_text("value", msg!("key-label-value"));
    let label = section.required_text("label", msg!("key-label-meaning"));
    let sheet = sheet.map(|sheet| sheet.value);
    Some(ValueLabels { file, reading, sheet, question: question?, part, value: value?, label: label? })
}
