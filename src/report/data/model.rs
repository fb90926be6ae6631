//! How good a model is.

use super::super::table::{Kind, Table, Value};
use super::measured::{HITS, hits, measured, number, share};
use crate::coding::evaluation::Hits;
use crate::learning::calibration::wilson;
use crate::learning::evaluation::ModelEvaluation;

/// What the model found, wrong and missed, by domain, level, group and way.
pub fn learning(evaluation: &ModelEvaluation) -> Table {
    let subject = ["domain", "level", "group", "way"].map(|id| (id, Kind::Text));
    let mut table = measured("learning", &[&subject[..], &[("answers", Kind::Integer)], &HITS].concat());
    for (domain, quality) in &evaluation.domains {
        for count in &quality.counts {
            let [level, group, way] = [&count.level, &count.group, &count.way].map(|word| Value::from(word.as_str()));
            let subject = [domain.word().into(), level, group, way, count.answers.into()];
            table.rows.push(subject.into_iter().chain(hits(count.hits())).collect());
        }
    }
    table
}

/// How good rules, learning and both are, by code.
pub fn learning_codes(evaluation: &ModelEvaluation) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("code", Kind::Text),
        ("rules_f1", Kind::Number),
        ("learning_f1", Kind::Number),
        ("both_f1", Kind::Number),
        ("both_precision", Kind::Number),
        ("both_recall", Kind::Number),
        ("accepted", Kind::Integer),
        ("accepted_right", Kind::Integer),
    ];
    let mut table = measured("learning-codes", &head);
    for (domain, quality) in &evaluation.domains {
        for code in &quality.codes {
            let of = |[found, wrong, missed]: [usize; 3]| Hits { found, wrong, missed };
            let both = of(code.both);
            table.rows.push(vec![
                domain.word().into(),
                code.code.as_str().into(),
                number(of(code.rules).f1()),
                number(of(code.learning).f1()),
                number(both.f1()),
                number(both.precision()),
                number(both.recall()),
                code.accepted[0].into(),
                code.accepted[1].into(),
            ]);
        }
    }
    table
}

/// What the promise gives, and precision against what would be automatic at other probabilities.
pub fn automatic(evaluation: &ModelEvaluation) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("group", Kind::Text),
        ("from_probability", Kind::Number),
        ("accepted", Kind::Integer),
        ("right", Kind::Integer),
        ("precision", Kind::Number),
        ("precision_low", Kind::Number),
        ("precision_high", Kind::Number),
        ("share_of_codings", Kind::Number),
        ("automatic_answers", Kind::Number),
    ];
    let mut table = measured("automatic", &head);
    for (domain, quality) in &evaluation.domains {
        let mut row = |group: &str, from: Value, [accepted, right, codings]: [usize; 3], answers: Value| {
            let (low, high) = wilson(right, accepted);
            let bound = |bound: f64| if accepted == 0 { Value::Missing } else { number(Some(bound)) };
            table.rows.push(vec![
                domain.word().into(),
                group.into(),
                from,
                accepted.into(),
                right.into(),
                share(right, accepted),
                bound(low),
                bound(high),
                share(right, codings),
                answers,
            ]);
        };
        for p in &quality.promise {
            let counts = [p.accepted, p.right, p.codings];
            row(&p.group, Value::Missing, counts, share(p.automatic, p.answers));
        }
        for p in &quality.curve {
            row("all", Value::Number(p.from), [p.accepted, p.right, p.codings], Value::Missing);
        }
    }
    table
}

/// How often codings of a probability are right.
pub fn reliability(evaluation: &ModelEvaluation) -> Table {
    let head = [
        ("domain", Kind::Text),
        ("from", Kind::Number),
        ("to", Kind::Number),
        ("mean_probability", Kind::Number),
        ("codings", Kind::Integer),
        ("right", Kind::Integer),
        ("share_right", Kind::Number),
    ];
    let mut table = measured("reliability", &head);
    for (domain, quality) in &evaluation.domains {
        for bin in &quality.reliability {
            let mean = if bin.codings == 0 { Value::Missing } else { number(Some(bin.mean)) };
            table.rows.push(vec![
                domain.word().into(),
                Value::Number(bin.from),
                Value::Number(bin.to),
                mean,
                bin.codings.into(),
                bin.right.into(),
                share(bin.right, bin.codings),
            ]);
        }
    }
    table
}
