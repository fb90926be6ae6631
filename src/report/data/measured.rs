//! Tables of measurements: plain columns, shares with four decimals, and what was found, wrong and missed with the measures
//! that follow from it. One definition for rules and models.

use super::super::table::{Column, Kind, Table, Value};
use crate::coding::evaluation::Hits;

/// A table whose columns are called alike in every language.
pub(super) fn measured(name: &str, head: &[(&str, Kind)]) -> Table {
    Table::new(name, head.iter().map(|(id, kind)| Column::plain(id, *kind)).collect())
}

/// A measure; more than four decimals would be noise.
pub(super) fn number(value: Option<f64>) -> Value {
    value.map_or(Value::Missing, |value| Value::Number((value * 1e4).round() / 1e4))
}

/// A part of a whole; missing where there is nothing.
pub(super) fn share(part: usize, whole: usize) -> Value {
    number((whole > 0).then(|| part as f64 / whole as f64))
}

/// The columns of [`hits`].
pub(super) const HITS: [(&str, Kind); 6] = [
    ("found", Kind::Integer),
    ("wrong", Kind::Integer),
    ("missed", Kind::Integer),
    ("precision", Kind::Number),
    ("recall", Kind::Number),
    ("f1", Kind::Number),
];

/// What was found, wrong and missed, with precision, recall and F1.
pub(super) fn hits(hits: Hits) -> [Value; 6] {
    let [precision, recall, f1] = [hits.precision(), hits.recall(), hits.f1()].map(number);
    [hits.found.into(), hits.wrong.into(), hits.missed.into(), precision, recall, f1]
}
