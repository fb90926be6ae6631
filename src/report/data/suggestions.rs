//! What a model suggests.

use super::super::table::{Kind, Table, Value};
use super::measured::measured;
use crate::coding::blind::{Blind, READ_BLIND};
use crate::learning::reading::Answer;
use crate::learning::{Evidence, Suggestion};

/// Three decimals: more would be noise.
pub(super) fn number(value: f64) -> Value {
    Value::Number((value * 1000.0).round() / 1000.0)
}

fn evidence(suggestion: &Suggestion<'_>) -> String {
    let piece = |(name, weight): &(Evidence, f64)| format!("{name} {weight:+.2}");
    suggestion.evidence.iter().map(piece).collect::<Vec<_>>().join("; ")
}

/// Every suggestion with its probability and what speaks for it; a word in place of those for answers that are read blind.
pub fn suggestions(answers: &[Answer<'_>], blind: &Blind) -> Table {
    let head = [
        ("intervention_id", Kind::Text),
        ("domain", Kind::Text),
        ("code", Kind::Text),
        ("probability", Kind::Number),
        ("verdict", Kind::Text),
        ("evidence", Kind::Text),
    ];
    let mut table = measured("suggestions", &head);
    for answer in answers {
        if blind.has(answer.intervention, answer.domain) {
            let mut row = vec![(&*answer.intervention.id).into(), answer.domain.word().into()];
            row.extend([Value::Missing, Value::Missing, READ_BLIND.into(), "".into()]);
            table.rows.push(row);
            continue;
        }
        for suggestion in &answer.suggestions {
            table.rows.push(vec![
                (&*answer.intervention.id).into(),
                answer.domain.word().into(),
                suggestion.code.into(),
                number(suggestion.probability),
                suggestion.verdict.word().into(),
                evidence(suggestion).as_str().into(),
            ]);
        }
    }
    table
}
