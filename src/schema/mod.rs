//! JSON Schemas of `study.toml` and `report.toml`: editors complete keys by them and mark what is wrong.
//!
//! What a file may hold is data (`value`), one file a group of tables; `json` writes it. The decoders in `study` and `report`
//! decide what is valid. The tests here hold every key, word and range against them.

mod funds;
mod grant;
mod json;
mod report;
mod shared;
mod study;
#[cfg(test)]
mod tests;
mod value;

use crate::msg;
use crate::wording::Language;

/// A declaration file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// `study.toml`.
    Study,
    /// `report.toml`.
    Report,
}

impl Declared {
    /// Both, and the words of the command line.
    pub const WORDS: [(&'static str, Self); 2] = [("study", Self::Study), ("report", Self::Report)];

    /// The schema's usual name.
    pub fn file(self) -> &'static str {
        match self {
            Self::Study => "study.schema.json",
            Self::Report => "report.schema.json",
        }
    }

    /// The schema, its descriptions in a language.
    pub fn schema(self, language: Language) -> String {
        let (name, about, table) = match self {
            Self::Study => ("study.toml", msg!("about-study-file"), study::study()),
            Self::Report => ("report.toml", msg!("about-report-declarations"), report::report()),
        };
        format!("{:#}\n", json::document(name, about.text(language), &table, language))
    }
}

const DIRECTIVE: &str = "#:schema";

/// A draft whose first line leads editors of the Taplo family to the schema beside it.
pub fn with_directive(declared: Declared, draft: &str) -> String {
    format!("{DIRECTIVE} ./{}\n\n{draft}", declared.file())
}

/// A declaration file without such a line at its top: it is of the folder that it stands in.
pub fn without_directive(text: String) -> String {
    match text.split_once('\n') {
        Some((first, rest)) if first.starts_with(DIRECTIVE) => rest.trim_start().to_owned(),
        _ => text,
    }
}
