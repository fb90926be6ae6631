//! Open questions: a domain of the codebook that codes what respondents answered in their own words, and the column of it.

use super::column::drafted;
use super::fields::{RUNNING_TEXT, mean_length};
use super::heading::Heading;
use super::question_draft::{Form, QuestionDraft};
use super::table::Table;

/// The open questions among headings that are no closed ones, which are taken out there: those of which one column of running text
/// is called as what a domain codes.
pub fn open_questions(table: &Table<'_>, headings: &mut Vec<Heading>) -> Vec<QuestionDraft> {
    let names: Vec<String> = table.programme.open_texts().map(str::to_owned).collect();
    let mut found = Vec::new();
    for name in names {
        let is_it = |heading: &&Heading| table.programme.open_points(&heading.bare, &name) > 0;
        let mut fitting = headings.iter().filter(|own| mean_length(table, own) >= RUNNING_TEXT).filter(is_it);
        let (Some(only), None) = (fitting.next(), fitting.next()) else { continue };
        let only = only.clone();
        headings.retain(|other| other.columns != only.columns);
        found.push(QuestionDraft { id: name, ..drafted(table, &only, Form::Text) });
    }
    found
}
