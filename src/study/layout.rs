//! Where the interventions of a survey stand: as blocks in their respondent's row, or a row each, in the survey's own table
//! or in one beside it.

use super::decode::{Declared, Section};
use super::header::{Header, decode_header};
use super::only::{Only, decode_only};
use super::reading::{Reading, decode_reading};
use crate::diagnostic::{Diagnostic, shown};
use crate::msg;

/// What a row of a survey's table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// A respondent.
    Respondents,
    /// An intervention; several rows may be one respondent's.
    Interventions,
}

impl Rows {
    /// The words of study files.
    pub const WORDS: [(&'static str, Self); 2] =
        [("respondents", Self::Respondents), ("interventions", Self::Interventions)];
}

/// Where the interventions stand.
#[derive(Clone, Debug)]
pub enum Layout {
    /// As numbered blocks in their respondent's row.
    Blocks,
    /// A row each in the survey's own table, which says in every row who the respondent is.
    Rows,
    /// A row each in a table beside that of the respondents.
    Beside(Box<Table>),
}

/// A table of a file.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file; `None` for the survey's own.
    pub file: Option<Declared<String>>,
    /// How it is read, where it is a text.
    pub reading: Reading,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The header rows.
    pub header: Header,
    /// Which of its rows are read.
    pub only: Vec<Only>,
}

impl Layout {
    /// Whether an intervention is a block of its respondent's row.
    pub fn is_blocks(&self) -> bool {
        matches!(self, Self::Blocks)
    }

    /// Whether the survey's own table has a row per intervention.
    pub fn is_rows(&self) -> bool {
        matches!(self, Self::Rows)
    }

    /// The table beside that of the respondents.
    pub fn beside(&self) -> Option<&Table> {
        match self {
            Self::Beside(table) => Some(table),
            Self::Blocks | Self::Rows => None,
        }
    }

    /// Reads where the interventions stand from `[survey.intervention]`.
    pub(super) fn decode(section: &Section<'_>, rows: Rows) -> Self {
        let file = section.text("file");
        let sheet = section.text("sheet").map(|sheet| sheet.value);
        match rows {
            _ if file.is_some() || sheet.is_some() => {
                let (reading, header, only) = (decode_reading(section), decode_header(section), decode_only(section));
                Self::Beside(Box::new(Table { file, reading, sheet, header, only }))
            }
            Rows::Respondents => Self::Blocks,
            Rows::Interventions => Self::Rows,
        }
    }
}

/// Reports keys that link interventions to respondents and are missing, or say nothing where the interventions stand.
pub(super) fn check_links(
    section: &Section<'_>,
    layout: &Layout,
    rows: Rows,
    keys: [(&str, &Option<Declared<String>>); 2],
) {
    let report = |place, message| section.report(Diagnostic::error(place, message));
    match (layout, rows) {
        (Layout::Beside(_), Rows::Interventions) => {
            report(section.place(), msg!("interventions-in-two-tables"));
        }
        (Layout::Beside(_), Rows::Respondents) if keys.iter().any(|(_, column)| column.is_none()) => {
            report(section.place(), msg!("intervention-sheet-without-link"));
        }
        (Layout::Beside(_), Rows::Respondents) => {}
        (Layout::Blocks | Layout::Rows, _) => {
            let useless = |key: &&(&str, &Option<Declared<String>>)| layout.is_blocks() || key.0 == "respondent";
            for (key, column) in keys.iter().filter(useless) {
                let Some(column) = column else { continue };
                let key = shown(key);
                let message = match layout.is_blocks() {
                    true => msg!("intervention-key-without-sheet", key),
                    false => msg!("intervention-respondent-in-rows", key),
                };
                report(column.place.clone(), message);
            }
        }
    }
}
