//! What the values in the columns of a table mean, as far as a list of labels says it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::msg;
use crate::wording::joined;

/// What the values of a table's columns mean.
#[derive(Debug, Default)]
pub(super) struct Key {
    by_column: BTreeMap<usize, BTreeMap<String, String>>,
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

    /// Keeps what a value of a column means.
    pub(super) fn learn(&mut self, column: usize, value: &str, label: &str) {
        self.by_column.entry(column).or_default().insert(value.to_owned(), label.to_owned());
    }
}

/// Letters and digits alone, in lower case: what stands between words is spelled in several ways.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
