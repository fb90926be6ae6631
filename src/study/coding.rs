//! What the study declares about coding: sheets, which codes count, and answers held back from the rules' author.

use std::collections::BTreeMap;

use super::Study;
use super::decode::{Declared, Section, decode_id};
use super::reading::{Reading, decode_reading};
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::spelling::plain;

/// Which codes a run uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodesFrom {
    /// The final sheet only.
    Final,
    /// The codebook's rules only.
    Rules,
    /// For every intervention and domain the best there is: the final sheet, else coders who agree, else rules.
    Best,
}

impl CodesFrom {
    /// The words of settings.
    pub const WORDS: [(&'static str, Self); 3] = [("final", Self::Final), ("rules", Self::Rules), ("best", Self::Best)];

    /// The word of settings.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, choice)| *choice == self).map_or("", |(word, _)| word)
    }
}

/// Whose codes a coding sheet holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CodingRole {
    /// The codes that count.
    Final,
    /// One coder's own codes.
    Coder(String),
}

/// A sheet with one row per intervention and one column per domain.
#[derive(Clone, Debug)]
pub struct CodingSheet {
    /// Whose codes.
    pub role: CodingRole,
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
    /// Domain → column.
    pub domains: Vec<(Domain, Declared<String>)>,
    /// The sign between several codes.
    pub separator: String,
    /// What coders write where nothing fits. A blank cell then says that nothing has been decided.
    pub none: Option<String>,
}

/// A list of answers that were kept from whoever wrote the codebook's rules: on them the rules can be judged.
#[derive(Clone, Debug)]
pub struct HeldBack {
    /// The file, with the columns `intervention_id`, `domain` and `group`.
    pub file: Declared<String>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
}

pub(super) fn decode_coding(section: &Section<'_>) -> Option<CodingSheet> {
    let is_final = section.word("role", &[("final", true), ("coder", false)]);
    let coder = section.text("coder");
    let file = section.required_text("file", "the coding sheet's file name");
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let (intervention, intervention_rest) = decode_id(section, "intervention");
    section.require("intervention", "the column with the intervention's id");
    let separator = section.text("separator");
    let none = section.text("none");
    let domains = section.required_section("domains", "the column of each domain", |s| {
        Some(Domain::ALL.into_iter().filter_map(|d| Some((d, s.text(d.word())?))).collect::<Vec<_>>())
    });
    section.require("role", "one of final, coder");
    let role = if is_final? {
        CodingRole::Final
    } else if let Some(coder) = coder {
        CodingRole::Coder(coder.value)
    } else {
        section.require("coder", "the coder's name or letter");
        return None;
    };
    Some(CodingSheet {
        role,
        file: file?,
        reading,
        sheet: sheet.map(|s| s.value),
        intervention: intervention?,
        intervention_rest,
        domains: domains?,
        separator: separator.map_or_else(|| ";".to_owned(), |s| s.value),
        none: none.map(|word| word.value),
    })
}

/// Reports one column that is declared for several things.
fn report_shared(sheet: &CodingSheet, messages: &mut Diagnostics) {
    let mut used: BTreeMap<String, &str> =
        BTreeMap::from([(plain(&sheet.intervention.value), "the intervention's id")]);
    used.extend(sheet.intervention_rest.iter().map(|column| (plain(&column.value), "the intervention's id")));
    for (domain, column) in &sheet.domains {
        if let Some(earlier) = used.insert(plain(&column.value), domain.word()) {
            let found = format!("the column {} is declared for {earlier} and for {domain}", shown(&column.value));
            messages.push(
                Diagnostic::error(column.place.clone(), found)
                    .expected("a column of its own for each domain")
                    .action("correct the name of one of them, or remove the domain"),
            );
        }
    }
}

/// Reports a separator that separates nothing, and a word for none that cannot be met.
fn report_signs(sheet: &CodingSheet, messages: &mut Diagnostics) {
    let place = || sheet.file.place.clone();
    if sheet.separator.is_empty() {
        messages
            .push(Diagnostic::error(place(), "the separator is empty").expected("the sign between codes, as \";\""));
    }
    if let Some(none) = sheet.none.as_deref().filter(|none| plain(none).is_empty()) {
        messages.push(
            Diagnostic::error(place(), format!("none is {}", shown(none)))
                .expected("the word that stands where nothing fits, as \"ingen\"")
                .action("remove the key if blank cells say that nothing fits"),
        );
    }
}

pub(super) fn decode_held_back(section: &Section<'_>) -> Option<HeldBack> {
    let file = section.required_text("file", "the list of answers that were held back");
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    Some(HeldBack { file: file?, reading, sheet: sheet.map(|s| s.value) })
}

/// Checks that there is at most one final coding sheet, one sheet for every coder, and one reader for every column.
pub(super) fn check_sheets(study: &Study, messages: &mut Diagnostics) {
    for (at, sheet) in study.codings.iter().enumerate() {
        report_shared(sheet, messages);
        report_signs(sheet, messages);
        let earlier = &study.codings[..at];
        if let Some(first) = earlier.iter().find(|first| first.role == sheet.role) {
            messages.push(of_one_role(first, sheet));
        } else if let Some((first, column)) = earlier.iter().find_map(|first| Some((first, same_column(first, sheet)?)))
        {
            let found = format!("the column {} of {} is declared twice", shown(column), shown(&sheet.file.value));
            messages.push(
                Diagnostic::error(sheet.file.place.clone(), found)
                    .expected(format!(
                        "a sheet, or columns, of its own for each coder; the other is at {}",
                        first.file.place
                    ))
                    .action("correct the file, the sheet or the columns of one of them"),
            );
        }
    }
}

/// The message for two sheets of one coder, or two final ones.
fn of_one_role(first: &CodingSheet, second: &CodingSheet) -> Diagnostic {
    let (found, action) = match &second.role {
        CodingRole::Final => (
            "there are two final coding sheets".to_owned(),
            "put the rows of both in one sheet, each intervention once",
        ),
        CodingRole::Coder(coder) => (
            format!("the coder {} has two coding sheets", shown(coder)),
            "give one of the coders another name, or join the sheets",
        ),
    };
    Diagnostic::error(second.file.place.clone(), found)
        .expected(format!("one at most; the other is at {}", first.file.place))
        .action(action)
}

/// A column of codes that two sheets have in common.
fn same_column<'a>(first: &CodingSheet, second: &'a CodingSheet) -> Option<&'a str> {
    if first.file.value != second.file.value || first.sheet != second.sheet {
        return None;
    }
    let known = |name: &str| first.domains.iter().any(|(_, column)| plain(&column.value) == plain(name));
    second.domains.iter().map(|(_, column)| column.value.as_str()).find(|name| known(name))
}
