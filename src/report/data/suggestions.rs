//! What a model suggests.

use std::cmp::Reverse;

use super::super::table::{Column, Kind, Table, Value};
use super::counted;
use super::measured::measured;
use crate::learning::judge::Verdict;
use crate::learning::reading::Answer;
use crate::learning::{Evidence, Suggestion};
use crate::money::{Amount, Kronor};
use crate::weighting::Weighting;

/// Three decimals: more would be noise.
fn number(value: f64) -> Value {
    Value::Number((value * 1000.0).round() / 1000.0)
}

fn evidence(suggestion: &Suggestion<'_>) -> String {
    let piece = |(name, weight): &(Evidence, f64)| format!("{name} {weight:+.2}");
    suggestion.evidence.iter().map(piece).collect::<Vec<_>>().join("; ")
}

/// Every suggestion with its probability and what speaks for it.
pub fn suggestions(answers: &[Answer<'_>]) -> Table {
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

/// Answers that a person has to read: what is most uncertain about the most funds first.
pub fn for_review(weighting: &Weighting, answers: &[Answer<'_>]) -> Table {
    let head = [("intervention_id", Kind::Text), ("domain", Kind::Text), ("area", Kind::Text)];
    let money = weighting.money;
    let mut rows = Vec::new();
    for answer in answers {
        let [accepted, review] = [Verdict::Accepted, Verdict::Review].map(|verdict| answer.codes(verdict).join("; "));
        if !accepted.is_empty() && review.is_empty() {
            continue;
        }
        let funds = weighting.of(&answer.intervention.id).unwrap_or_default();
        let uncertainty = answer.uncertainty();
        let at_stake = Kronor((funds.ore() as f64 / 100.0 * uncertainty).round() as i64);
        rows.push((at_stake, answer, funds, uncertainty, accepted, review));
    }
    rows.sort_by(|a, b| {
        let key = |row: &(Kronor, &Answer<'_>, Amount, f64, String, String)| {
            (Reverse(row.0), row.1.intervention.id.clone(), row.1.domain)
        };
        key(a).cmp(&key(b))
    });
    let mut table = measured("review", &head);
    table.columns.extend(counted(money));
    table.columns.push(Column::plain("uncertainty", Kind::Number));
    table.columns.extend(money.map(|money| Column::plain(&money.column("uncertain"), Kind::Money)));
    table.columns.extend([("accepted", Kind::Text), ("review", Kind::Text)].map(|(id, kind)| Column::plain(id, kind)));
    for (at_stake, answer, funds, uncertainty, accepted, review) in rows {
        let mut row: Vec<Value> =
            vec![(&*answer.intervention.id).into(), answer.domain.word().into(), (&*answer.intervention.area).into()];
        row.extend(money.map(|_| funds.into()));
        row.push(number(uncertainty));
        row.extend(money.map(|_| at_stake.into()));
        row.extend([accepted.as_str().into(), review.as_str().into()]);
        table.rows.push(row);
    }
    table
}
