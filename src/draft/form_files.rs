//! Forms that lie beside their answers: the data dictionary of REDCap, or the workbook (XLSForm) of which Kobo and ODK make a form.

use std::sync::Arc;

use super::form::{Asked, FormOfTool};
use super::sheets::Sheets;
use super::table::Table;
use crate::read::tidy;

/// Gives every export of a tool the form whose variables it has.
pub fn give_forms(sheets: &mut [Sheets<'_>]) {
    let forms: Vec<Arc<FormOfTool>> = sheets.iter().filter_map(form).map(Arc::new).collect();
    for table in sheets.iter_mut().flat_map(|file| &mut file.tables).filter(|table| table.layout.is_some()) {
        table.form = forms.iter().find(|form| is_of(form, table)).cloned();
    }
}

/// Whether a table has columns of several of a form's questions.
fn is_of(form: &FormOfTool, table: &Table<'_>) -> bool {
    table.names.iter().filter(|name| form.asked(name).is_some()).count() > 1
}

/// The form in a file, where it is one.
fn form(file: &Sheets<'_>) -> Option<FormOfTool> {
    let questions = file.tables.iter().find_map(dictionary).or_else(|| workbook(file))?;
    Some(FormOfTool { file: file.source.file.clone(), questions })
}

/// The column of a name, whatever its signs and capitals are.
fn column(table: &Table<'_>, names: &[&str]) -> Option<usize> {
    let folded =
        |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    table.names.iter().position(|name| names.contains(&folded(name).as_str()))
}

/// A text without marks of formatting; none where nothing is left.
fn words(text: &str) -> Option<String> {
    let text = crate::read::plain(text);
    (!text.is_empty() && !text.contains(['<', '{'])).then_some(text)
}

/// The questions of a data dictionary: `1, Barn | 2, Vuxna` in one cell.
fn dictionary(table: &Table<'_>) -> Option<Vec<Asked>> {
    let variable = column(table, &["variablefieldname", "fieldname"])?;
    let choices = column(table, &["choicescalculationsorsliderlabels", "selectchoicesorcalculations"])?;
    let (kind, label) = (column(table, &["fieldtype"])?, column(table, &["fieldlabel"])?);
    let of_row = |row: &usize| {
        let text = |column: usize| tidy(table.cell(*row, column));
        let kind = text(kind);
        let pair =
            |pair: &str| pair.split_once(',').and_then(|(code, name)| Some((code.trim().to_owned(), words(name)?)));
        let of_type = match kind.as_str() {
            "radio" | "dropdown" | "checkbox" => text(choices).split('|').filter_map(pair).collect(),
            "yesno" => YES_NO.map(|(code, name)| (code.to_owned(), name.to_owned())).to_vec(),
            _ => Vec::new(),
        };
        Asked { variable: text(variable), label: words(&text(label)), choices: of_type, is_several: kind == "checkbox" }
    };
    Some(table.rows.iter().map(of_row).filter(|own| !own.variable.is_empty()).collect())
}

/// What REDCap itself writes for the answers of a question of its type `yesno`.
const YES_NO: [(&str, &str); 2] = [("1", "Yes"), ("0", "No")];

/// The questions of a workbook with the sheets `survey` and `choices`.
fn workbook(file: &Sheets<'_>) -> Option<Vec<Asked>> {
    let sheet = |name: &str| {
        let is_it = |table: &&Table<'_>| table.grid.sheet.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name));
        file.tables.iter().find(is_it)
    };
    let (survey, lists) = (sheet("survey")?, sheet("choices")?);
    let label = |table: &Table<'_>| table.names.iter().position(|name| name.to_lowercase().starts_with("label"));
    let (kind, name, text) = (column(survey, &["type"])?, column(survey, &["name"])?, label(survey)?);
    let (list, code, of_code) = (column(lists, &["listname"])?, column(lists, &["name", "value"])?, label(lists)?);
    let choices = |wanted: &str| -> Vec<(String, String)> {
        let rows = lists.rows.iter().filter(|row| tidy(lists.cell(**row, list)) == wanted);
        rows.filter_map(|row| Some((tidy(lists.cell(*row, code)), words(&tidy(lists.cell(*row, of_code)))?))).collect()
    };
    let of_row = |row: &usize| {
        let kind = tidy(survey.cell(*row, kind));
        let mut parts = kind.split_whitespace();
        let (select, list) = (parts.next().unwrap_or_default(), parts.next());
        let is_select = ["select_one", "select_multiple"].contains(&select);
        Asked {
            variable: tidy(survey.cell(*row, name)),
            label: words(&tidy(survey.cell(*row, text))),
            choices: list.filter(|_| is_select).map(choices).unwrap_or_default(),
            is_several: select == "select_multiple",
        }
    };
    Some(survey.rows.iter().map(of_row).filter(|own| !own.variable.is_empty()).collect())
}
