//! One export as drafted: who answered, where the interventions stand, which questions there are.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::IdDraft;
use super::label_list::LabelsDraft;
use super::question_draft::QuestionDraft;
use super::table::Finished;
use crate::money::Currency;
use crate::register::Level;
use crate::study::{Field, Header};
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

/// Where interventions stand that have a row each.
#[derive(Clone, Debug)]
pub struct LongDraft {
    /// Their file, where it is not that of the respondents.
    pub file: Option<String>,
    /// Their sheet, where it is not that of the respondents.
    pub sheet: Option<String>,
    /// The header rows.
    pub header: Header,
    /// The column that says which rows are theirs, and what it says.
    pub only: Option<(String, String)>,
    /// The columns that say which of them were sent in and count, and what they say of them.
    pub finished: Vec<(String, Finished)>,
    /// The column of the intervention's id, or those whose cells make it together; none where nothing has it.
    pub id: Vec<String>,
    /// The column of the respondent; without it the survey's own rows are interventions.
    pub respondent: Option<String>,
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
    pub header: Header,
    /// The column that says which rows are respondents', and what it says.
    pub only: Option<(String, String)>,
    /// The columns that say which answers were sent in and count, and what they say of them.
    pub finished: Vec<(String, Finished)>,
    /// What is put before its ids, where another survey counts as it does.
    pub id_prefix: Option<String>,
    /// The survey tool whose layout it has.
    pub tool: Option<&'static str>,
    /// Who answered: level.
    pub level: Guess<Level>,
    /// The column of the respondent's id.
    pub id: Guess<Option<String>>,
    /// The column of the recipient's name.
    pub name: Option<String>,
    /// The column of the recipient's code.
    pub code: Option<String>,
    /// The file of the form that says what codes mean, where one lies beside it.
    pub form: Option<String>,
    /// The list of what codes mean.
    pub labels: Option<LabelsDraft>,
    /// Where the interventions stand, where they have a row each.
    pub long: Option<LongDraft>,
    /// The columns of an intervention.
    pub fields: BTreeMap<Field, Guess<String>>,
    /// Other columns of running text.
    pub texts: Vec<String>,
    /// What bare amounts count.
    pub unit: &'static str,
    /// The currency of amounts.
    pub currency: Currency,
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
    /// The columns that are different in every row; that of the ids is the first.
    pub ids: Vec<IdDraft>,
}

impl LongDraft {
    /// Of a survey whose own rows are interventions.
    pub fn of_rows(id: Vec<String>) -> Self {
        Self { file: None, sheet: None, header: Header::of(1), only: None, finished: Vec::new(), id, respondent: None }
    }
}

impl SurveyDraft {
    /// Whether every row of its own table is an intervention.
    pub fn is_rows(&self) -> bool {
        self.long.as_ref().is_some_and(|long| long.respondent.is_none())
    }

    /// The files of its interventions and of what its codes mean, by a list or by the form, where they have one of their own.
    pub fn files_beside(&self) -> impl Iterator<Item = &String> {
        let of_interventions = self.long.as_ref().and_then(|long| long.file.as_ref());
        let of_labels = self.labels.as_ref().and_then(|list| list.file.as_ref());
        of_interventions.into_iter().chain(of_labels).chain(self.form.as_ref()).filter(|file| **file != self.file)
    }
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
