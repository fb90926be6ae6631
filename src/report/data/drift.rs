//! Where a year's texts differ from those that a model learned from.

use super::super::table::{Kind, Table, Value};
use super::measured::{measured, number};
use crate::learning::drift::Drift;

/// All differences, warned of or not.
pub fn drift(all: &[Drift]) -> Table {
    let head = [
        ("area", Kind::Text),
        ("domain", Kind::Text),
        ("answers", Kind::Integer),
        ("known_words", Kind::Number),
        ("usual_known_words", Kind::Number),
        ("shifted_code", Kind::Text),
        ("expected_share", Kind::Number),
        ("usual_share", Kind::Number),
        ("warned", Kind::Flag),
    ];
    let mut table = measured("drift", &head);
    let plain = |value: f64| number(Some(value));
    for drift in all {
        let shifted = drift.shifted.as_ref();
        table.rows.push(vec![
            drift.area.as_str().into(),
            drift.domain.word().into(),
            drift.answers.into(),
            plain(drift.known_words),
            number(drift.usual_words),
            shifted.map_or(Value::Missing, |(code, ..)| code.as_str().into()),
            shifted.map_or(Value::Missing, |(_, here, _)| plain(*here)),
            shifted.map_or(Value::Missing, |(_, _, usual)| plain(*usual)),
            drift.warning().is_some().into(),
        ]);
    }
    table
}
