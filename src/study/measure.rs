//! Measures: what is compared over years, this year's from the accounts and other years' from declared numbers or from the
//! studies of those years.

use super::decode::{Declared, Section};
use super::text;
use crate::diagnostic::{Diagnostic, Place, is_name, shown};
use crate::msg;
use crate::wording::{Arg, Text, joined};

/// A number of a year, or one per option.
#[derive(Clone, Debug)]
pub struct MeasureDeclaration {
    /// Its short name.
    pub id: String,
    /// What messages and figures call it.
    pub label: Text,
    /// Where the declaration stands.
    pub place: Place,
    /// What it is in the study's own year; `None` where it is a declared number in every year.
    pub form: Option<MeasureForm>,
    /// Whether declared numbers are kronor, where no form says what they are.
    pub money: bool,
}

impl MeasureDeclaration {
    /// What messages call it: its label with its id, or the id alone where that is all there is.
    pub fn named(&self) -> Arg {
        let id = shown(&self.id);
        if self.label.sv == self.id {
            return id.into();
        }
        let label = Text { sv: shown(&self.label.sv), en: self.label.en.as_deref().map(shown) };
        joined([Arg::from(&label), " (".into(), id.into(), ")".into()], "")
    }
}

/// What a measure counts or sums in the study's own year.
#[derive(Clone, Debug)]
pub enum MeasureForm {
    /// The sum of a money field over the recipients.
    Sum {
        /// The field.
        field: FieldReference,
    },
    /// How many recipients: ticked an option, gave one of the answers, or have an amount or share above zero.
    Count {
        /// The field.
        field: FieldReference,
        /// The answers that count, of a question that has answers.
        answers: Vec<Declared<String>>,
    },
    /// The pots of an allocation, by part.
    Pots {
        /// The allocation.
        allocation: Declared<String>,
    },
}

/// A field of an account, or a part of an allocation as `fördelning.del`.
#[derive(Clone, Debug)]
pub struct FieldReference {
    /// The account; the study's only one where none is named.
    pub account: Option<Declared<String>>,
    /// The field.
    pub field: Declared<String>,
}

/// A file with numbers of this or other years, each with its source.
#[derive(Clone, Debug)]
pub struct DeclaredNumbers {
    /// The file.
    pub file: Declared<String>,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The columns.
    pub year: Declared<String>,
    /// The column with the measure's name.
    pub measure: Declared<String>,
    /// The column with the option's key; may be missing from the file.
    pub option: Declared<String>,
    /// The column with the number.
    pub value: Declared<String>,
    /// The column with the base of a count; may be missing from the file.
    pub base: Declared<String>,
    /// The column that says where the number is from.
    pub source: Declared<String>,
}

/// A file with numbers that the report prints, to be compared with what comes out.
#[derive(Clone, Debug)]
pub struct PrintedNumbers {
    /// The file.
    pub file: Declared<String>,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The column with the item's id.
    pub item: Declared<String>,
    /// The column with the row's key.
    pub row: Declared<String>,
    /// The column with the column's id.
    pub column: Declared<String>,
    /// The column with the number as printed.
    pub value: Declared<String>,
}

/// Reads one `[measure.<id>]`.
pub(super) fn decode_measure(id: &str, section: &Section<'_>) -> Option<MeasureDeclaration> {
    if !is_name(id) {
        section.report(Diagnostic::error(section.place(), msg!("measure-name-unfit", name = shown(id))));
    }
    let label = text(section, "label");
    let money = section.word("unit", &[("kr", true), ("number", false)]).unwrap_or(true);
    let form = decode_form(section);
    Some(MeasureDeclaration {
        id: id.to_owned(),
        label: label.unwrap_or_else(|| Text { sv: id.to_owned(), en: None }),
        place: section.place(),
        form,
        money,
    })
}

/// The keys `sum`, `count` or `pots`, at most one of which says what is measured.
pub fn decode_form(section: &Section<'_>) -> Option<MeasureForm> {
    let account = section.text("account");
    let sum = section.text("sum");
    let count = section.text("count");
    let answers = section.declared_texts("answers");
    let pots = section.text("pots").map(|allocation| MeasureForm::Pots { allocation });
    let reference = |field| FieldReference { account: account.clone(), field };
    let sum = sum.map(|field| MeasureForm::Sum { field: reference(field) });
    let count = count.map(|field| MeasureForm::Count { field: reference(field), answers });
    let mut forms: Vec<MeasureForm> = [sum, count, pots].into_iter().flatten().collect();
    if forms.len() > 1 {
        section.report(Diagnostic::error(section.place(), msg!("measure-unclear")));
    }
    forms.pop()
}

/// Reads one `[[declared]]`.
pub(super) fn decode_declared(section: &Section<'_>) -> Option<DeclaredNumbers> {
    let file = section.required_text("file", msg!("key-numbers-file"));
    let sheet = section.text("sheet");
    let column = columns(section);
    let [year, measure, option, value, base, source] =
        ["year", "measure", "option", "value", "base", "source"].map(column);
    Some(DeclaredNumbers { file: file?, sheet: sheet.map(|s| s.value), year, measure, option, value, base, source })
}

/// Reads one `[[printed]]`.
pub(super) fn decode_printed(section: &Section<'_>) -> Option<PrintedNumbers> {
    let file = section.required_text("file", msg!("key-printed-file"));
    let sheet = section.text("sheet");
    let [item, row, column, value] = ["item", "row", "column", "value"].map(columns(section));
    Some(PrintedNumbers { file: file?, sheet: sheet.map(|s| s.value), item, row, column, value })
}

/// The name of a column under the key that stands for it; the key itself where none is given.
fn columns<'s>(section: &'s Section<'_>) -> impl Fn(&'static str) -> Declared<String> + 's {
    |key| section.text(key).unwrap_or_else(|| Declared { value: key.to_owned(), place: section.place() })
}
