//! The rows of a list of labels.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::read::{Files, tidy};
use crate::study;
use crate::survey::columns::Columns;
use crate::survey::key::{Fit, Meaning, bare};

/// A row of a list: what a value, or without one a part or a question, is called.
#[derive(Clone)]
pub struct Label {
    /// The question, by its code or its text.
    pub question: String,
    /// The part of it; blank where the row speaks of the whole.
    pub part: String,
    /// The value; blank where the row names a question or a part.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// Where it stands.
    pub place: Place,
}

impl Label {
    /// What its value means in a column that goes so with its question.
    pub(super) fn meaning(&self, fit: Fit) -> Meaning {
        Meaning { label: self.label.clone(), question: self.question.clone(), place: self.place.clone(), fit }
    }
}

/// Reads the list that a survey declares.
pub(super) fn read(declared: &study::Survey, files: &Files, messages: &mut Diagnostics) -> Vec<Label> {
    let Some(list) = &declared.value_labels else { return Vec::new() };
    let file = list.file.as_ref().unwrap_or(&declared.file);
    let Some(grid) = files.sheet(file, list.sheet.as_deref(), messages) else { return Vec::new() };
    let grid = &*grid;
    let wanted = [&list.question, &list.value, &list.label];
    let Some(columns) = Columns::simple(grid, &wanted, messages) else { return Vec::new() };
    let part = list.part.as_ref().map(|name| columns.column(name, messages));
    let [Some(question), Some(value), Some(label)] = wanted.map(|name| columns.column(name, messages)) else {
        return Vec::new();
    };
    if part == Some(None) {
        return Vec::new();
    }
    let part = part.flatten();
    let mut labels: Vec<Label> = Vec::new();
    for row in columns.rows() {
        let text = |column| tidy(grid.cell(row, column));
        let own = Label {
            question: text(question),
            part: part.map(text).unwrap_or_default(),
            value: text(value),
            label: text(label),
            place: grid.place(row, if part.is_some() { label } else { value }),
        };
        // Without parts only values have labels.
        if own.label.is_empty() || part.is_none() && own.value.is_empty() {
            continue;
        }
        add(own, &mut labels, messages);
    }
    without_doubles(labels, messages)
}

/// Adds a row. A question often stands in the first of its rows only.
fn add(mut own: Label, labels: &mut Vec<Label>, messages: &mut Diagnostics) {
    if own.question.is_empty() {
        own.question = labels.last().map(|label| label.question.clone()).unwrap_or_default();
    }
    if own.question.is_empty() {
        let code = if own.value.is_empty() { &own.part } else { &own.value };
        let message = msg!("value-of-no-question", value = shown(code));
        messages.push(Diagnostic::error(own.place, message));
        return;
    }
    labels.push(own);
}

/// Reports codes to which the list gives two labels, and keeps the first.
fn without_doubles(labels: Vec<Label>, messages: &mut Diagnostics) -> Vec<Label> {
    let mut kept: Vec<Label> = Vec::with_capacity(labels.len());
    let mut seen: BTreeMap<[String; 3], usize> = BTreeMap::new();
    for label in labels {
        // Parts are met in columns however they are spelt.
        let code = [label.question.clone(), bare(&label.part), label.value.clone()];
        match seen.get(&code).and_then(|at| kept.get(*at)) {
            Some(earlier) if earlier.label != label.label => messages.push(twice(&label, earlier)),
            Some(_) => {}
            None => {
                seen.insert(code, kept.len());
                kept.push(label);
            }
        }
    }
    kept
}

fn twice(own: &Label, earlier: &Label) -> Diagnostic {
    let (question, label, other) = (shown(&own.question), shown(&own.label), earlier.place.clone());
    let earlier = shown(&earlier.label);
    let message = match (own.value.as_str(), own.part.as_str()) {
        ("", "") => msg!("question-with-two-labels", question, label, earlier, other),
        ("", part) => msg!("part-with-two-labels", part = shown(part), question, label, earlier, other),
        (value, _) => msg!("value-with-two-labels", value = shown(value), question, label, earlier, other),
    };
    Diagnostic::error(own.place.clone(), message)
}
