//! What stands beside the exports: requisitions, repayments and corrections.

mod beside;
mod list;
mod shared;

pub use beside::FundsBeside;
pub(super) use beside::decode_beside;
pub use list::{ListedArea, RequisitionList};

use super::allocation::{AllocationSource, decode_source};
use super::decode::{Declared, Section, decode_id};
use super::expected::ExpectedFrom;
use super::money::{MoneyForm, decode_money};
use super::reading::{Reading, decode_reading};
use super::register::Levels;
use super::{Field, Study, TextNames, text};
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::money::Denomination;
use crate::msg;
use crate::register::Level;
use crate::wording::Text;

/// A sheet of requisitioned funds: one row per recipient, one column per area.
#[derive(Clone, Debug)]
pub struct Requisitions {
    /// The file.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The recipients' level.
    pub level: Level,
    /// The column with the recipient's code.
    pub code: Option<Declared<String>>,
    /// The column with the recipient's name.
    pub name: Option<Declared<String>>,
    /// Column of the sheet → area of the study.
    pub areas: Vec<(String, Declared<String>)>,
    /// Labels of rows that are totals, not recipients.
    pub totals: Vec<String>,
    /// What a bare number counts.
    pub money: MoneyForm,
}

/// Requisitioned funds that are the result of an allocation, of this study or another.
#[derive(Clone, Debug)]
pub struct AllocatedRequisitions {
    /// The allocation.
    pub source: AllocationSource,
    /// Part of the allocation → area of the study.
    pub areas: Vec<(String, Declared<String>)>,
}

/// A list of repaid funds.
#[derive(Clone, Debug)]
pub struct Repayments {
    /// The file.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The column with the recipient's name or code.
    pub recipient: Declared<String>,
    /// The column with the area.
    pub area: Declared<String>,
    /// The column with the repaid amount.
    pub amount: Declared<String>,
    /// The list's words for areas; an area's own name needs none.
    pub areas: Vec<ListedArea>,
    /// Labels of rows that are totals, not recipients.
    pub totals: Vec<String>,
    /// What a bare number counts.
    pub money: MoneyForm,
    /// What readers call the source; the file's name where nothing is declared.
    pub source: Option<Text>,
    /// The day that the list speaks of.
    pub as_of: Option<Day>,
}

impl Repayments {
    /// What readers call the source.
    pub fn called(&self) -> Text {
        self.source.clone().unwrap_or_else(|| Text { sv: self.file.value.clone(), en: None })
    }
}

/// A list of corrections.
#[derive(Clone, Debug)]
pub struct Corrections {
    /// The file.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The column with the intervention's id.
    pub intervention: Declared<String>,
    /// Further columns that the id is made of.
    pub intervention_rest: Vec<Declared<String>>,
    /// The column with the field.
    pub field: Declared<String>,
    /// The column with the value as exported.
    pub old: Declared<String>,
    /// The column with the value that replaces it.
    pub new: Declared<String>,
    /// The column with the reason.
    pub reason: Declared<String>,
    /// The evaluators' names of the fields.
    pub fields: Vec<(String, Field)>,
    /// The study's texts, which may be named as files name them, too.
    pub texts: TextNames,
}

/// Requisitions with a column per area, with a row per recipient and area, and those that are the result of an allocation.
type AllRequisitions = (Vec<Requisitions>, Vec<RequisitionList>, Vec<AllocatedRequisitions>);

/// Reads every `[[requisitions]]`.
pub(super) fn decode_all_requisitions(
    top: &Section<'_>,
    levels: &Levels,
    denomination: Denomination,
) -> AllRequisitions {
    let (mut in_sheets, mut lists, mut allocated) = (Vec::new(), Vec::new(), Vec::new());
    top.sections("requisitions", |section| {
        if section.has("allocation") {
            let source = decode_source(section);
            let areas = section.pairs("areas");
            allocated.extend(source.map(|source| AllocatedRequisitions { source, areas }));
        } else if section.has("area") || section.has("amount") {
            lists.extend(list::decode_list(section, levels, denomination));
        } else {
            in_sheets.extend(decode_requisitions(section, levels, denomination));
        }
        Some(())
    });
    (in_sheets, lists, allocated)
}

fn decode_requisitions(section: &Section<'_>, levels: &Levels, denomination: Denomination) -> Option<Requisitions> {
    let file = section.required_text("file", msg!("key-requisitions-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let level = levels.required(section);
    let code = section.text("code");
    let name = section.text("name");
    let areas = section.pairs("areas");
    let totals = section.texts("totals");
    let money = decode_money(section, denomination);
    check_recipient(section, &code, &name);
    let sheet = sheet.map(|s| s.value);
    Some(Requisitions { file: file?, reading, sheet, level: level?, code, name, areas, totals, money })
}

/// A row says by code or by name which recipient it is.
fn check_recipient(section: &Section<'_>, code: &Option<Declared<String>>, name: &Option<Declared<String>>) {
    if code.is_none() && name.is_none() {
        section.report(Diagnostic::error(section.place(), msg!("row-without-recipient")));
    }
}

pub(super) fn decode_repayments(section: &Section<'_>, denomination: Denomination) -> Option<Repayments> {
    let file = section.required_text("file", msg!("key-repayments-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let recipient = section.required_text("recipient", msg!("key-recipient-column"));
    let area = section.required_text("area", msg!("key-area-column"));
    let amount = section.required_text("amount", msg!("key-repaid-column"));
    let areas = list::decode_areas(section);
    let totals = section.texts("totals");
    let money = decode_money(section, denomination);
    let source = text(section, "source");
    let as_of = section.day("as_of");
    Some(Repayments {
        file: file?,
        reading,
        sheet: sheet.map(|s| s.value),
        recipient: recipient?,
        area: area?,
        amount: amount?,
        areas,
        totals,
        money,
        source,
        as_of,
    })
}

pub(super) fn decode_corrections(section: &Section<'_>, texts: &TextNames) -> Option<Corrections> {
    let file = section.required_text("file", msg!("key-corrections-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let intervention = decode_id(section, "intervention");
    section.require("intervention", msg!("key-intervention-id"));
    let field = section.required_text("field", msg!("key-field-column"));
    let old = section.required_text("old", msg!("key-old-column"));
    let new = section.required_text("new", msg!("key-new-column"));
    let reason = section.required_text("reason", msg!("key-reason-column"));
    let mut fields = Vec::new();
    for (name, word) in section.pairs("fields") {
        match texts.field(&word.value) {
            Some(field) => fields.push((name, field)),
            None => section.report(super::no_field(&word, texts)),
        }
    }
    Some(Corrections {
        file: file?,
        reading,
        sheet: sheet.map(|s| s.value),
        intervention: intervention.0?,
        intervention_rest: intervention.1,
        field: field?,
        old: old?,
        new: new?,
        reason: reason?,
        fields,
        texts: texts.clone(),
    })
}

/// What is worth a look in declarations of funds.
pub(super) fn told(study: &Study) -> Diagnostics {
    shared::days_of_other_times(study)
}

/// Checks that the areas which requisitions name are areas of the study, and that each has one column.
pub(super) fn check_areas(study: &Study, messages: &mut Diagnostics) {
    let known: Vec<_> = study.surveys.iter().map(|s| s.area.as_str()).collect();
    let mut given: Vec<&str> = Vec::new();
    let in_sheets = study.requisitions.iter().flat_map(|r| &r.areas);
    for (column, area) in in_sheets.chain(study.allocated.iter().flat_map(|r| &r.areas)) {
        if !known.contains(&area.value.as_str()) {
            let suggestion = did_you_mean(&area.value, known.iter().copied());
            let (column, name) = (shown(column), shown(&area.value));
            let message = msg!("requisition-column-of-no-area", column, area = name, suggestion);
            messages.push(Diagnostic::error(area.place.clone(), message));
        } else if given.contains(&area.value.as_str()) {
            let message = msg!("area-of-two-requisition-columns", area = shown(&area.value));
            messages.push(Diagnostic::error(area.place.clone(), message));
        }
        given.push(&area.value);
    }
    list::check_areas(&study.requisition_lists, &known, &mut given, messages);
    let repaid = study.repayments.iter().flat_map(|repayments| &repayments.areas);
    repaid.for_each(|listed| list::check_known(listed, &known, messages));
    shared::check_repayments(study, messages);
    study.beside.check(&known, messages);
    for survey in study.surveys.iter().filter(|survey| !given.contains(&survey.area.as_str())) {
        let Some(expected) = survey.expected.as_ref() else { continue };
        if matches!(expected.from, ExpectedFrom::Requisitions) {
            let message = msg!("expected-without-requisitions", area = shown(&survey.area));
            messages.push(Diagnostic::error(expected.place.clone(), message));
        }
    }
    let weighted = |survey: &&super::Survey| study.is_weighted() && !given.contains(&survey.area.as_str());
    for survey in study.surveys.iter().filter(weighted) {
        let message = msg!("area-without-requisitions", area = shown(&survey.area));
        messages.push(Diagnostic::error(survey.place.clone(), message));
    }
}
