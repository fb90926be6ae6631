//! What the study declares about coding: sheets, which codes count, and answers held back from the rules' author.

use super::Study;
use super::decode::{Declared, Section, decode_id};
use super::reading::{Reading, decode_reading};
use crate::codebook::Domain;
use crate::diagnostic::{Diagnostic, Diagnostics};

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
    })
}

pub(super) fn decode_held_back(section: &Section<'_>) -> Option<HeldBack> {
    let file = section.required_text("file", "the list of answers that were held back");
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    Some(HeldBack { file: file?, reading, sheet: sheet.map(|s| s.value) })
}

/// Checks that there is at most one final coding sheet.
pub(super) fn check_sheets(study: &Study, messages: &mut Diagnostics) {
    for second in study.codings.iter().filter(|c| c.role == CodingRole::Final).skip(1) {
        messages.push(
            Diagnostic::error(second.file.place.clone(), "there are two final coding sheets").expected("one at most"),
        );
    }
}
