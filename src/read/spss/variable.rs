//! One variable: which values mean an answer, and which say that there is none.

use std::collections::BTreeSet;

use ambers::{MissingSpec, SpssMetadata, Value};
use arrow::array::{Array, Float64Array, StringViewArray};
use arrow::util::display::array_value_to_string;

use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::read::grid::Cell;
use crate::read::marks::mark;
use crate::signs::is_blank;
use crate::spelling::alike;
use crate::wording::Arg;

/// A variable, what its values mean, and what was met among them.
pub(super) struct Variable {
    /// The name in the file.
    pub name: String,
    /// What names the column: its label, or its name.
    pub title: String,
    missing: Vec<MissingSpec>,
    /// What its print format writes beside every number: before and behind it.
    beside: (&'static str, &'static str),
    /// The values that have a label, and what it says; several of one label are kept apart by their values.
    labels: Vec<(Value, String)>,
    /// Values that share a label, each with the label as it stands in the file.
    shared: Vec<(String, String)>,
    /// Of a variable that is an option of several: the value that says that it was ticked.
    pub counted: Option<Value>,
    met_missing: Met,
    met_impossible: usize,
    /// Values without a label that read as the label of another.
    met_unlabelled: BTreeSet<String>,
    /// How many values are 0, for variables that filter.
    pub zeros: usize,
    /// How many values there are.
    pub filled: usize,
}

/// Values that were met.
#[derive(Default)]
struct Met {
    count: usize,
    values: BTreeSet<String>,
}

impl Variable {
    pub(super) fn new(name: &str, metadata: &SpssMetadata) -> Self {
        let title = metadata.label(name).filter(|label| !is_blank(label)).unwrap_or(name).to_owned();
        let missing = metadata.variable_missing_values.get(name).cloned().unwrap_or_default();
        let labelled = metadata.value_labels(name).into_iter().flatten();
        let labelled: Vec<(Value, String)> = labelled
            .filter(|(_, label)| !is_blank(label))
            .map(|(value, label)| (value.clone(), label.clone()))
            .collect();
        let valid: Vec<&(Value, String)> = labelled.iter().filter(|(value, _)| !is_missing(&missing, value)).collect();
        let is_shared = |(value, label): &&(Value, String)| {
            let same = alike(label);
            !is_missing(&missing, value) && valid.iter().filter(|(_, other)| alike(other) == same).count() > 1
        };
        let shared = labelled.iter().filter(is_shared).map(|(value, label)| (text_of(value), label.clone())).collect();
        let apart = |pair: &(Value, String)| match is_shared(&pair) {
            true => (pair.0.clone(), format!("{} ({})", pair.1, text_of(&pair.0))),
            false => pair.clone(),
        };
        Self {
            name: name.to_owned(),
            title,
            labels: labelled.iter().map(apart).collect(),
            beside: beside(metadata.format(name).unwrap_or_default()),
            missing,
            shared,
            counted: None,
            met_missing: Met::default(),
            met_impossible: 0,
            met_unlabelled: BTreeSet::new(),
            zeros: 0,
            filled: 0,
        }
    }

    /// Whether any of its values has a label.
    pub(super) fn has_labels(&self) -> bool {
        !self.labels.is_empty()
    }

    /// The values that have a label, and what it says.
    pub(super) fn labels(&self) -> Vec<(String, Arg)> {
        let told = |(value, label): &(Value, String)| match is_missing(&self.missing, value) {
            true => (text_of(value), msg!("label-declared-missing", label).into()),
            false => (text_of(value), label.into()),
        };
        self.labels.iter().map(told).collect()
    }

    /// The labels of valid values by these.
    pub(super) fn scale(&self) -> impl Iterator<Item = (String, String)> {
        let valid = self.labels.iter().filter(|(value, _)| !is_missing(&self.missing, value));
        valid.map(|(value, label)| (text_of(value), label.clone()))
    }

    /// What a value is read as: its label, or its text.
    fn meaning(&self, value: &Value) -> String {
        self.labels.iter().find(|(own, _)| own == value).map_or_else(|| text_of(value), |(_, label)| label.clone())
    }

    /// Whether its labels say by themselves that one value means a tick, and the others none.
    pub(super) fn says_ticks(&self, ticked: &Value) -> bool {
        let mut valid = self.labels.iter().filter(|(value, _)| !is_missing(&self.missing, value)).peekable();
        valid.peek().is_some() && valid.all(|(value, label)| mark(label) == Some(value == ticked))
    }

    /// A cell; dates and times come with their seconds.
    pub(super) fn cell(&mut self, column: &dyn Array, index: usize, seconds: Option<f64>) -> Cell {
        if column.is_null(index) {
            match seconds.map(Value::Numeric) {
                Some(value) if is_missing(&self.missing, &value) => return self.blank(&value),
                Some(_) => self.met_impossible += 1,
                None => {}
            }
            return Cell::Blank;
        }
        let numbers = column.as_any().downcast_ref::<Float64Array>();
        let value = match (numbers, seconds) {
            (Some(numbers), _) => Value::Numeric(numbers.value(index) + 0.0),
            (None, Some(seconds)) => Value::Numeric(seconds),
            (None, None) => match column.as_any().downcast_ref::<StringViewArray>() {
                Some(texts) => Value::String(texts.value(index).trim_end().to_owned()),
                None => Value::String(array_value_to_string(column, index).unwrap_or_default()),
            },
        };
        if is_missing(&self.missing, &value) {
            return self.blank(&value);
        }
        if let Some(counted) = &self.counted {
            return Cell::Flag(*counted == value);
        }
        match &value {
            Value::Numeric(_) if numbers.is_none() => {
                Cell::Text(array_value_to_string(column, index).unwrap_or_default())
            }
            Value::Numeric(number) => self.of_number(*number, &value),
            Value::String(text) if text.is_empty() => Cell::Blank,
            Value::String(_) => Cell::Text(self.meaning(&value)),
        }
    }

    fn of_number(&mut self, number: f64, value: &Value) -> Cell {
        self.filled += 1;
        self.zeros += usize::from(number == 0.0);
        if self.labels.is_empty() {
            return match self.beside {
                ("", "") => Cell::Number(number),
                // As people would type it: so it is read as percent, and never as kronor.
                (before, behind) => Cell::Text(format!("{before}{number}{behind}").replace('.', ",")),
            };
        }
        if let Some((_, label)) = self.labels.iter().find(|(own, _)| own == value) {
            return Cell::Text(label.clone());
        }
        // A bare 3 is not the answer that another value's label calls "3".
        let text = text_of(value);
        if self.labels.iter().any(|(_, label)| alike(label) == text) {
            self.met_unlabelled.insert(text.clone());
            return Cell::Text(format!("{text} ({text})"));
        }
        Cell::Number(number)
    }

    fn blank(&mut self, value: &Value) -> Cell {
        const MOST_VALUES: usize = 12;
        self.met_missing.count += 1;
        if self.met_missing.values.len() < MOST_VALUES {
            self.met_missing.values.insert(self.meaning_with_value(value));
        }
        Cell::Blank
    }

    /// `9 (Ej besvarad)`.
    fn meaning_with_value(&self, value: &Value) -> String {
        let (text, meaning) = (text_of(value), self.meaning(value));
        if text == meaning { text } else { format!("{text} ({meaning})") }
    }

    /// How its values were read, where that is not plain.
    pub(super) fn remarks(&self, place: &Place) -> Vec<Diagnostic> {
        let column = || shown(&self.title);
        let list = |values: Vec<&str>| shown(&values.join(", "));
        let mut remarks = Vec::new();
        if self.met_missing.count > 0 {
            let values = list(self.met_missing.values.iter().map(String::as_str).collect());
            let message = msg!("spss-values-missing", column = column(), count = self.met_missing.count, values);
            remarks.push(Diagnostic::notice(place.clone(), message));
        }
        if let Some((value, label)) = self.shared.first() {
            let values = list(self.shared.iter().map(|(value, _)| value.as_str()).collect());
            let read = shown(&format!("{label} ({value})"));
            let message = msg!("spss-label-shared", column = column(), values, read);
            remarks.push(Diagnostic::warning(place.clone(), message));
        }
        if self.met_impossible > 0 {
            let message = msg!("spss-dates-impossible", column = column(), count = self.met_impossible);
            remarks.push(Diagnostic::notice(place.clone(), message));
        }
        if !self.met_unlabelled.is_empty() {
            let values = list(self.met_unlabelled.iter().map(String::as_str).collect());
            let message = msg!("spss-values-unlabelled", column = column(), values);
            remarks.push(Diagnostic::warning(place.clone(), message));
        }
        remarks
    }
}

/// The signs that a print format adds to numbers; those that only group digits, as COMMA and DOT, add none.
fn beside(format: &str) -> (&'static str, &'static str) {
    match format.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.') {
        "PCT" => ("", " %"),
        "DOLLAR" => ("$", ""),
        _ => ("", ""),
    }
}

/// Whether a value is declared missing.
fn is_missing(declared: &[MissingSpec], value: &Value) -> bool {
    declared.iter().any(|missing| match (missing, value) {
        (MissingSpec::Value(own), Value::Numeric(number)) => own == number,
        (MissingSpec::Range { lo, hi }, Value::Numeric(number)) => (*lo..=*hi).contains(number),
        (MissingSpec::StringValue(own), Value::String(text)) => own.trim_end() == text.trim_end(),
        _ => false,
    })
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Numeric(number) => number.to_string(),
        Value::String(text) => text.trim_end().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn print_formats_say_what_a_number_is() {
        for (format, wanted) in [
            ("PCT8.1", ("", " %")),
            ("DOLLAR12.2", ("$", "")),
            ("COMMA8.2", ("", "")),
            ("DOT10", ("", "")),
            ("F8.2", ("", "")),
        ] {
            assert_eq!(beside(format), wanted, "{format}");
        }
    }
}
