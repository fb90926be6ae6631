//! What models that had not seen an answer said of it.

use super::super::table::{Kind, Table};
use super::measured::{measured, number};
use crate::learning::predictions::Prediction;

/// Every prediction with whether it is right; no texts.
pub fn predictions(predictions: &[Prediction]) -> Table {
    let head = [
        ("study", Kind::Text),
        ("intervention_id", Kind::Text),
        ("domain", Kind::Text),
        ("code", Kind::Text),
        ("probability", Kind::Number),
        ("verdict", Kind::Text),
        ("right", Kind::Text),
    ];
    let mut table = measured("predictions", &head);
    for prediction in predictions {
        table.rows.push(vec![
            prediction.study.as_str().into(),
            prediction.intervention.as_str().into(),
            prediction.domain.word().into(),
            prediction.code.as_str().into(),
            number(Some(prediction.probability)),
            prediction.verdict.word().into(),
            if prediction.right { "yes" } else { "no" }.into(),
        ]);
    }
    table
}
