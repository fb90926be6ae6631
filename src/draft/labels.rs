//! Lists of what codes mean: sheets that say what numbers mean, and lists with parts, which name the columns of an export by
//! codes, in its own file or in another.

use super::label_list::{Labels, LabelsDraft};
use super::sheets::Sheets;
use super::table::Table;
use crate::read::tidy;
use crate::study::header::JOIN;
use crate::survey::{Coded, Label};

/// A list that names the columns of a table.
struct Naming {
    list: LabelsDraft,
    names: Vec<String>,
    meanings: Labels,
}

/// The columns of a list with parts.
struct Columns {
    question: usize,
    part: usize,
    value: usize,
    label: usize,
}

/// Names the columns of exports by codes, where a list with parts says what they mean.
pub fn name_columns(sheets: &mut [Sheets<'_>]) {
    let mut found: Vec<(usize, usize, Naming)> = Vec::new();
    for (at, file) in sheets.iter().enumerate() {
        for (index, table) in file.tables.iter().enumerate() {
            let lists = sheets.iter().flat_map(|of| of.tables.iter().map(move |list| (of, list)));
            let naming = lists.filter(|(_, list)| !std::ptr::eq(*list, table)).find_map(|(of, list)| {
                let other = (of.source.file != file.source.file).then(|| of.source.file.clone());
                naming(table, list, other)
            });
            found.extend(naming.map(|naming| (at, index, naming)));
        }
    }
    for (at, index, naming) in found {
        if let Some(table) = sheets.get_mut(at).and_then(|file| file.tables.get_mut(index)) {
            table.rename(naming.names, naming.list, naming.meanings);
        }
    }
}

/// What a list says of a table's columns, where it is one of them.
fn naming(table: &Table<'_>, list: &Table<'_>, file: Option<String>) -> Option<Naming> {
    let columns = columns(table, list)?;
    let mut rows: Vec<Label> = Vec::new();
    for row in &list.rows {
        let text = |column: usize| tidy(list.cell(*row, column));
        let own = text(columns.question);
        let question = if own.is_empty() { rows.last().map(|last| last.question.clone())? } else { own };
        let (part, value, label) = (text(columns.part), text(columns.value), text(columns.label));
        rows.push(Label { question, part, value, label, place: list.grid.place(*row, columns.label) });
    }
    let coded = Coded::new(&rows);
    let names = coded.names(&table.names, JOIN);
    let text_of = |row: &Label| coded.name(&row.question, &row.part, JOIN);
    let with_value = rows.iter().filter(|row| !row.value.is_empty());
    let meanings = with_value.map(|row| (text_of(row), row.value.clone(), row.label.clone())).collect();
    let name = |column: usize| list.names[column].clone();
    let list = LabelsDraft {
        file,
        sheet: list.grid.sheet.as_deref().map(str::to_owned),
        question: name(columns.question),
        part: Some(name(columns.part)),
        value: name(columns.value),
        label: name(columns.label),
    };
    Some(Naming { list, names, meanings })
}

/// The columns of a list with parts: of the questions' codes, of the parts with which they make a column's name, of values
/// that stand in the columns, and the one that is always filled, of what they mean.
fn columns(table: &Table<'_>, list: &Table<'_>) -> Option<Columns> {
    const MOST_COLUMNS: usize = 8;
    if list.names.len() > MOST_COLUMNS {
        return None;
    }
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let names: Vec<(String, String)> = table.names.iter().map(|name| (name.clone(), bare(name))).collect();
    let begins = |code: &str| {
        names.iter().any(|(name, _)| {
            name.strip_prefix(code).is_some_and(|rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric()))
        })
    };
    let question = list.columns().find(|column| list.share(*column, begins) > 0.9)?;
    let others = || list.columns().filter(|column| *column != question);
    let pairs = |column: usize| -> Vec<(String, String)> {
        let filled = list.rows.iter().filter(|row| !list.cell(**row, column).is_blank());
        filled.map(|row| (tidy(list.cell(*row, question)), tidy(list.cell(*row, column)))).collect()
    };
    let most = |pairs: &[(String, String)], is: &dyn Fn(&str, &str) -> bool| {
        !pairs.is_empty() && pairs.iter().filter(|(question, own)| is(question, own)).count() * 10 > pairs.len() * 8
    };
    let is_name = |question: &str, part: &str| {
        let wanted = bare(question) + &bare(part);
        names.iter().any(|(_, name)| *name == wanted)
    };
    let part = others().find(|column| most(&pairs(*column), &is_name))?;
    let always = |column: &usize| *column != part && list.filled(*column).len() == list.rows.len();
    let label = others().find(always)?;
    let stands = |question: &str, value: &str| {
        let of_question = (0..table.names.len()).filter(|column| names[*column].0.starts_with(question));
        of_question.into_iter().any(|column| table.values(column).any(|text| text == value))
    };
    let rest = || others().filter(|column| ![part, label].contains(column));
    let given = |column: &usize| {
        let pairs = pairs(*column);
        pairs.iter().filter(|(question, value)| stands(question, value)).count() * 2 > pairs.len()
    };
    let value = rest().find(given)?;
    Some(Columns { question, part, value, label })
}
