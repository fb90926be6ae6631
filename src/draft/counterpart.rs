//! What stands in a new export in place of what an earlier year declared.

use std::collections::BTreeSet;

use regex::Regex;

use super::sheets::Sheets;
use super::survey::SurveyDraft;
use super::table::Table;
use crate::diagnostic::nearest_within;
use crate::read::{plain, tidy};

/// Whether a column, or one that a pattern fits, is in one of the tables.
pub fn find(sheets: &Sheets<'_>, pattern: &str) -> bool {
    let literal = regex::escape(&plain(pattern));
    let form = literal.replacen(r"\{n\}", r"\d{1,4}", 1).replacen(r"\{option\}", ".+", 1);
    let Ok(form) = Regex::new(&format!("^{form}$")) else { return false };
    let in_tables = sheets.tables.iter().flat_map(|table: &Table<'_>| &table.names).any(|name| form.is_match(name));
    // A list may have its header and no row this year.
    let headers = || sheets.source.sheets.iter().filter_map(|grid| grid.rows.iter().find(|row| !row.is_blank()));
    in_tables || headers().flat_map(|row| row.filled()).any(|(_, cell)| form.is_match(&tidy(cell)))
}

/// What the draft of the new export has in the same place.
pub fn drafted(draft: &SurveyDraft, path: &[String], old: &str) -> Option<String> {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match &names[..] {
        ["respondent", "id"] => draft.id.value.clone(),
        ["respondent", "name"] => draft.name.clone(),
        ["respondent", "code"] => draft.code.clone(),
        ["intervention", "id"] => draft.long.as_ref().and_then(|l| l.id.first().filter(|_| l.id.len() == 1).cloned()),
        ["intervention", "respondent"] => draft.long.as_ref().and_then(|l| l.respondent.clone()),
        ["intervention", word] => {
            let field = draft.fields.iter().find(|(field, _)| field.word() == *word);
            field.map(|(_, guess)| guess.value.clone())
        }
        ["question", id, form] => {
            let same_form = draft.questions.iter().filter(|q| q.form.word() == *form);
            let by_id = same_form.clone().find(|q| q.id == *id).map(|q| q.pattern.clone());
            by_id.or_else(|| nearest_within(old, same_form.map(|q| q.pattern.as_str()), 0.5).map(str::to_owned))
        }
        _ => None,
    }
}

/// Names that a renamed column could have: patterns of the draft, and the columns themselves.
pub fn candidates(sheets: &Sheets<'_>, draft: Option<&SurveyDraft>) -> BTreeSet<String> {
    match draft {
        Some(draft) => {
            let questions = draft.questions.iter().map(|q| q.pattern.clone());
            questions.chain(draft.left.iter().cloned()).chain(draft.fields.values().map(|g| g.value.clone())).collect()
        }
        None => sheets.tables.iter().flat_map(|t| t.columns().map(|column| t.names[column].clone())).collect(),
    }
}
