//! A sheet that says what numbers mean: question, value and label.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest, shown};
use crate::msg;
use crate::read::{Files, tidy};
use crate::study;
use crate::wording::{Arg, joined};

/// What the values of a sheet's columns mean, as far as a key says it.
#[derive(Debug, Default)]
pub(super) struct Key {
    by_column: BTreeMap<usize, BTreeMap<String, String>>,
}

/// A row of a key sheet.
struct Label {
    question: String,
    value: String,
    label: String,
    place: Place,
}

impl Key {
    /// What a text in a column means, where the key says it.
    pub(super) fn meaning(&self, column: usize, text: &str) -> Option<&String> {
        self.by_column.get(&column)?.get(text)
    }

    /// All labels of a column; `None` where the key has nothing on it.
    pub(super) fn labels(&self, column: usize) -> Option<impl Iterator<Item = &str>> {
        Some(self.by_column.get(&column)?.values().map(String::as_str))
    }

    /// The key of a sheet's columns: a question's text is what their names begin with.
    fn of(columns: &Columns<'_>, labels: &[Label], used: &mut BTreeSet<String>) -> Self {
        let mut key = Self::default();
        // One question's text may begin another's: the longest that fits is meant, so it comes last.
        let mut labels: Vec<&Label> = labels.iter().collect();
        labels.sort_by_key(|label| label.question.chars().count());
        for (column, name) in columns.names().iter().enumerate() {
            let name = bare(name);
            for label in labels.iter().filter(|label| name.starts_with(&bare(&label.question))) {
                used.insert(label.question.clone());
                key.by_column.entry(column).or_default().insert(label.value.clone(), label.label.clone());
            }
        }
        key
    }
}

/// Letters and digits alone, in lower case: what stands between words is spelled in several ways.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Reads the key sheet of a survey, for each of its sheets; empty where none is declared.
pub(super) fn read<const SHEETS: usize>(
    declared: &study::Survey,
    sheets: [&Columns<'_>; SHEETS],
    files: &Files,
    messages: &mut Diagnostics,
) -> [Key; SHEETS] {
    let labels = read_labels(declared, files, messages);
    let mut used = BTreeSet::new();
    let keys = sheets.map(|columns| Key::of(columns, &labels, &mut used));
    let mut told = BTreeSet::new();
    for label in labels.iter().filter(|label| !used.contains(&label.question)) {
        if told.insert(&label.question) {
            report_unmatched(label, &sheets, messages);
        }
    }
    keys
}

fn read_labels(declared: &study::Survey, files: &Files, messages: &mut Diagnostics) -> Vec<Label> {
    let Some(key) = &declared.value_labels else { return Vec::new() };
    let Some(grid) = files.sheet(&declared.file, Some(&key.sheet), messages) else { return Vec::new() };
    let grid = &*grid;
    let Some(columns) = Columns::simple(grid, &key.question, messages) else { return Vec::new() };
    let wanted = [&key.question, &key.value, &key.label];
    let [Some(question), Some(value), Some(label)] = wanted.map(|name| columns.column(name, messages)) else {
        return Vec::new();
    };
    let mut labels: Vec<Label> = Vec::new();
    let mut seen: BTreeMap<(String, String), (String, Place)> = BTreeMap::new();
    for row in columns.rows() {
        let text = |column| tidy(grid.cell(row, column));
        let (own, value_text, label_text, place) = (text(question), text(value), text(label), grid.place(row, value));
        if value_text.is_empty() || label_text.is_empty() {
            continue;
        }
        // A question's text often stands in the first of its rows only.
        let own = if own.is_empty() { labels.last().map(|l| l.question.clone()).unwrap_or_default() } else { own };
        if own.is_empty() {
            messages.push(Diagnostic::error(place, msg!("value-of-no-question", value = shown(&value_text))));
            continue;
        }
        let earlier = seen.insert((own.clone(), value_text.clone()), (label_text.clone(), place.clone()));
        if let Some((other, at)) = earlier.filter(|(other, _)| *other != label_text) {
            report_twice(&value_text, [&label_text, &other], &own, (&place, &at), messages);
        }
        labels.push(Label { question: own, value: value_text, label: label_text, place });
    }
    labels
}

fn report_twice(
    value: &str,
    labels: [&str; 2],
    question: &str,
    (place, other): (&Place, &Place),
    messages: &mut Diagnostics,
) {
    let [label, earlier] = labels.map(shown);
    let (value, question) = (shown(value), shown(question));
    let message = msg!("value-with-two-labels", value, question, label, earlier, other);
    messages.push(Diagnostic::error(place.clone(), message));
}

fn report_unmatched(label: &Label, sheets: &[&Columns<'_>], messages: &mut Diagnostics) {
    let question = shown(&label.question);
    let near = nearest(&label.question, sheets.iter().flat_map(|columns| columns.names()).map(String::as_str));
    let suggestion: Arg = match near {
        Some(near) => msg!("did-you-mean", name = shown(near)).into(),
        None => msg!("labels-correct-or-remove").into(),
    };
    messages.push(Diagnostic::warning(label.place.clone(), msg!("labels-of-no-column", question, suggestion)));
}

/// Tells of labels of a key that are none of the answers that a question declares.
pub(super) fn report_foreign(
    key: &Key,
    question: &str,
    columns: impl Iterator<Item = usize>,
    answers: &[String],
    place: &Place,
    messages: &mut Diagnostics,
) {
    let known: BTreeSet<String> = answers.iter().map(|answer| bare(answer)).collect();
    let labels: BTreeSet<&str> = columns.filter_map(|column| key.labels(column)).flatten().collect();
    let foreign: Vec<String> = labels.into_iter().filter(|l| !known.contains(&bare(l))).map(shown).collect();
    if foreign.is_empty() {
        return;
    }
    let message = msg!("labels-undeclared", question = shown(question), labels = joined(foreign, ", "));
    messages.push(Diagnostic::notice(place.clone(), message));
}
