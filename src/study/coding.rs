//! What the study declares about coding: sheets, which codes count, and answers held back from the rules' author.

use std::collections::BTreeMap;

use super::Study;
use super::decode::{Declared, Section, decode_id, one_of};
use super::reading::{Reading, decode_reading};
use crate::codebook::UnitKind;
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::msg;
use crate::spelling::plain;
use crate::wording::Arg;

/// Which codes a run uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodesFrom {
    /// The final sheet only.
    Final,
    /// The codebook's rules only.
    Rules,
    /// For every intervention and domain the best there is: the final sheet, else coders who agree, else rules.
    Best,
    /// The best there is, corrected by what people found in a random sample of it.
    Estimated,
}

impl CodesFrom {
    /// The words of settings.
    pub const WORDS: [(&'static str, Self); 4] =
        [("final", Self::Final), ("rules", Self::Rules), ("best", Self::Best), ("estimated", Self::Estimated)];

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

/// A sheet with one row per intervention, or per respondent or recipient that answered open questions, and one column per
/// domain.
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
    /// What its rows are about.
    pub unit: UnitKind,
    /// The column with the id of the intervention or respondent, or with the recipient's name or code.
    pub id: Declared<String>,
    /// Further columns that the id is made of.
    pub id_rest: Vec<Declared<String>>,
    /// Domains, by the words of the codebook, each with its column.
    pub domains: Vec<(String, Declared<String>)>,
    /// The sign between several codes.
    pub separator: String,
    /// What coders write where nothing fits.
    pub none: Option<String>,
    /// What a blank cell says.
    pub blank: Blank,
}

impl CodingSheet {
    /// The coder whose codes it holds; `None` for a final sheet.
    pub fn coder(&self) -> Option<&str> {
        match &self.role {
            CodingRole::Final => None,
            CodingRole::Coder(coder) => Some(coder),
        }
    }
}

/// What a blank cell of a coding sheet says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blank {
    /// Nothing fits. The default, where no word says that.
    #[default]
    None,
    /// Nobody has coded it.
    NotCoded,
}

impl Blank {
    /// The words of study files.
    pub const WORDS: [(&'static str, Self); 2] = [("none", Self::None), ("not-coded", Self::NotCoded)];
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

/// The name of the lock of a file of coding sheets, which says what they were made for. It stands beside the file, where there
/// is one.
pub fn lock_of(file: &str) -> String {
    format!("{file}.lock")
}

pub(crate) fn decode_coding(section: &Section<'_>) -> Option<CodingSheet> {
    const ROLES: [(&str, bool); 2] = [("final", true), ("coder", false)];
    let is_final = section.word("role", &ROLES);
    let coder = section.text("coder");
    let file = section.required_text("file", msg!("key-coding-file"));
    let reading = decode_reading(section);
    let sheet = section.text("sheet");
    let (unit, id, id_rest) = decode_rows(section);
    let separator = section.text("separator");
    let none = section.text("none");
    let blank = section.word("blank", &Blank::WORDS);
    let domains = section.pairs("domains");
    section.require("domains", msg!("key-domain-columns"));
    section.require("role", one_of(&ROLES.map(|(word, _)| word)));
    let role = if is_final? {
        CodingRole::Final
    } else if let Some(coder) = coder {
        CodingRole::Coder(coder.value)
    } else {
        section.require("coder", msg!("key-coder"));
        return None;
    };
    Some(CodingSheet {
        role,
        file: file?,
        reading,
        sheet: sheet.map(|s| s.value),
        unit,
        id: id?,
        id_rest,
        domains,
        separator: separator.map_or_else(|| ";".to_owned(), |s| s.value),
        blank: blank.unwrap_or(if none.is_some() { Blank::NotCoded } else { Blank::None }),
        none: none.map(|word| word.value),
    })
}

/// What the rows of a sheet are about, and the columns with its id.
fn decode_rows(section: &Section<'_>) -> (UnitKind, Option<Declared<String>>, Vec<Declared<String>>) {
    let declared = [
        (UnitKind::Intervention, decode_id(section, "intervention")),
        (UnitKind::Respondent, decode_id(section, "respondent")),
        (UnitKind::Recipient, decode_id(section, "recipient")),
    ];
    let mut given = declared.into_iter().filter_map(|(unit, (id, rest))| Some((unit, id?, rest)));
    let Some((unit, id, rest)) = given.next() else {
        section.require("intervention", msg!("key-intervention-id"));
        return (UnitKind::Intervention, None, Vec::new());
    };
    if let Some((_, other, _)) = given.next() {
        section.report(Diagnostic::error(other.place, msg!("coding-of-two-units")));
    }
    (unit, Some(id), rest)
}

/// Reports one column that is declared for several things.
fn report_shared(sheet: &CodingSheet, messages: &mut Diagnostics) {
    let ids = std::iter::once(&sheet.id).chain(&sheet.id_rest);
    let mut used: BTreeMap<String, Arg> =
        ids.map(|column| (plain(&column.value), msg!("intervention-id", unit = sheet.unit.word()).into())).collect();
    for (domain, column) in &sheet.domains {
        if let Some(earlier) = used.insert(plain(&column.value), shown(domain).into()) {
            let column_name = shown(&column.value);
            let message = msg!("column-of-two-domains", column = column_name, earlier, domain = shown(domain));
            messages.push(Diagnostic::error(column.place.clone(), message));
        }
    }
}

/// Reports a separator that separates nothing, and a word for none that cannot be met.
fn report_signs(sheet: &CodingSheet, messages: &mut Diagnostics) {
    let place = || sheet.file.place.clone();
    if sheet.separator.is_empty() {
        messages.push(Diagnostic::error(place(), msg!("code-separator-empty")));
    }
    if let Some(none) = sheet.none.as_deref().filter(|none| plain(none).is_empty()) {
        messages.push(Diagnostic::error(place(), msg!("word-for-none-blank", word = shown(none))));
    }
}

pub(super) fn decode_held_back(section: &Section<'_>) -> Option<HeldBack> {
    let file = section.required_text("file", msg!("key-held-back-file"));
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
        if let Some(first) = earlier.iter().find(|first| first.role == sheet.role && first.unit == sheet.unit) {
            messages.push(of_one_role(first, sheet));
        } else if let Some((first, column)) = earlier.iter().find_map(|first| Some((first, same_column(first, sheet)?)))
        {
            let (column, file, other) = (shown(column), shown(&sheet.file.value), &first.file.place);
            let message = msg!("coding-column-twice", column, file, other);
            messages.push(Diagnostic::error(sheet.file.place.clone(), message));
        }
    }
}

/// The message for two sheets of one coder, or two final ones.
fn of_one_role(first: &CodingSheet, second: &CodingSheet) -> Diagnostic {
    let other = &first.file.place;
    let message = match &second.role {
        CodingRole::Final => msg!("two-final-codings", other),
        CodingRole::Coder(coder) => msg!("two-codings-of-coder", coder = shown(coder), other),
    };
    Diagnostic::error(second.file.place.clone(), message)
}

/// A column of codes that two sheets have in common.
fn same_column<'a>(first: &CodingSheet, second: &'a CodingSheet) -> Option<&'a str> {
    if first.file.value != second.file.value || first.sheet != second.sheet {
        return None;
    }
    let known = |name: &str| first.domains.iter().any(|(_, column)| plain(&column.value) == plain(name));
    second.domains.iter().map(|(_, column)| column.value.as_str()).find(|name| known(name))
}
