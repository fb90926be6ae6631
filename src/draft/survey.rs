//! One export as drafted: who answered, where the interventions stand, which questions there are.

use std::collections::{BTreeMap, BTreeSet};

use super::question::QuestionDraft;
use super::words::Field;
use crate::register::Level;
use crate::wording::Message;

/// A declaration, and what is unsure about it.
#[derive(Clone, Debug)]
pub struct Guess<T> {
    /// What is declared.
    pub value: T,
    /// Why it is unsure, with what else was seen.
    pub doubt: Option<Message>,
}

impl<T> Guess<T> {
    /// A guess without doubt.
    pub fn sure(value: T) -> Self {
        Self { value, doubt: None }
    }
}

/// A sheet that says what numbers mean.
#[derive(Clone, Debug)]
pub struct KeyDraft {
    /// The sheet.
    pub sheet: String,
    /// Its columns: question, number, meaning.
    pub columns: [String; 3],
}

/// A sheet with one row per intervention.
#[derive(Clone, Debug)]
pub struct LongDraft {
    /// The sheet.
    pub sheet: String,
    /// The column of the intervention's id.
    pub id: String,
    /// The column of the respondent.
    pub respondent: String,
}

/// One export as drafted.
pub struct SurveyDraft {
    /// The area.
    pub area: String,
    /// What readers see, where something names it.
    pub title: Option<String>,
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The header rows.
    pub header_rows: usize,
    /// Who answered: level.
    pub level: Guess<Level>,
    /// The column of the respondent's id.
    pub id: Guess<String>,
    /// The column of the recipient's name.
    pub name: Option<String>,
    /// The column of the recipient's code.
    pub code: Option<String>,
    /// The sheet of numbers' meanings.
    pub key: Option<KeyDraft>,
    /// The sheet of interventions, where they have their own.
    pub long: Option<LongDraft>,
    /// The columns of an intervention.
    pub fields: BTreeMap<Field, Guess<String>>,
    /// What bare amounts count.
    pub unit: &'static str,
    /// The questions.
    pub questions: Vec<QuestionDraft>,
    /// Columns of contact data, which are left out.
    pub contacts: Vec<String>,
    /// Columns that may hold names of persons, which are left out, too.
    pub doubted: Vec<String>,
    /// Other columns that are left out.
    pub left: Vec<String>,
    /// Reported kronor by recipient's code, to tell which requisitions belong here.
    pub reported: BTreeMap<String, f64>,
    /// Texts of activities that only say that there is none yet.
    pub placeholders: BTreeSet<String>,
    /// Years that the columns' names speak of.
    pub years: Vec<i64>,
    /// Why the whole is unsure.
    pub doubt: Option<Message>,
    /// Columns whose names are nearly those of a block.
    pub odd: Option<Message>,
    /// The columns that are different in every row, with their values; that of the ids is the first.
    pub ids: Vec<(String, BTreeSet<String>)>,
}

/// A short name for an area, of a file's name.
pub fn area_name(stem: &str) -> String {
    let lower = stem.to_lowercase();
    let name: String = lower.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' }).collect();
    let parts: Vec<&str> = name.split('-').filter(|p| !p.is_empty()).collect();
    if parts.is_empty() { "omrade".to_owned() } else { parts.join("-") }
}

/// The years from 2000 that texts speak of, as often as they do.
pub fn years<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<i64> {
    let digits = texts.flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
    digits.filter(|d| d.len() == 4).filter_map(|d| d.parse().ok()).filter(|y| (2000..=2099).contains(y)).collect()
}
