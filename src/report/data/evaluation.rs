//! How good the codebook's rules are.

use std::cmp::Reverse;

use super::super::table::{Kind, Table, Value};
use super::measured::{HITS, hits, measured, number, share};
use crate::coding::evaluation::{Evaluation, Subject};
use crate::survey::without_contacts;

/// What was found, wrong and missed, by domain, level, area, group and code.
pub fn evaluation(evaluation: &Evaluation) -> Table {
    let subject = ["domain", "level", "area", "group", "code"].map(|id| (id, Kind::Text));
    let mut table = measured("evaluation", &[&subject[..], &[("interventions", Kind::Integer)], &HITS].concat());
    for (subject, result) in &evaluation.results {
        let Subject { domain, level, area, group } = subject;
        let mut row = |code: &str, measured: [Value; HITS.len()]| {
            let subject: [Value; 6] = [
                domain.word().into(),
                level.word().into(),
                area.as_deref().unwrap_or("all").into(),
                group.as_deref().unwrap_or("all").into(),
                code.into(),
                result.interventions.into(),
            ];
            table.rows.push(subject.into_iter().chain(measured).collect());
        };
        row("micro", hits(result.micro()));
        let [precision, recall, f1] = result.macro_mean().map_or([None; 3], |means| means.map(Some)).map(number);
        row("macro", [Value::Missing, Value::Missing, Value::Missing, precision, recall, f1]);
        if result.without > 0 {
            let (right, all) = (result.rightly_without, result.without);
            let [found, wrong, missed] = [right, 0, all - right].map(Value::from);
            row("without", [found, wrong, missed, Value::Missing, share(right, all), Value::Missing]);
        }
        for (code, of_code) in &result.codes {
            row(code, hits(*of_code));
        }
    }
    table
}

/// Which codes the rules gave instead of the final ones.
pub fn confusion(evaluation: &Evaluation) -> Table {
    let mut table = measured(
        "confusion",
        &[
            ("domain", Kind::Text),
            ("final_code", Kind::Text),
            ("rule_code", Kind::Text),
            ("interventions", Kind::Integer),
        ],
    );
    let mut rows: Vec<_> = evaluation.confusion.iter().collect();
    rows.sort_by_key(|(key, count)| (Reverse(**count), *key));
    for ((domain, right, given), count) in rows {
        table.rows.push(vec![domain.word().into(), right.as_str().into(), given.as_str().into(), (*count).into()]);
    }
    table
}

/// The patterns, those that are most often wrong first.
pub fn patterns(evaluation: &Evaluation) -> Table {
    let mut table = measured(
        "patterns",
        &[
            ("domain", Kind::Text),
            ("code", Kind::Text),
            ("pattern", Kind::Text),
            ("right", Kind::Integer),
            ("wrong", Kind::Integer),
        ],
    );
    let mut rows: Vec<_> = evaluation.patterns.iter().collect();
    rows.sort_by_key(|(key, (right, wrong))| (Reverse(*wrong), *right, *key));
    for ((domain, code, pattern), (right, wrong)) in rows {
        table.rows.push(vec![
            domain.word().into(),
            code.as_str().into(),
            pattern.as_str().into(),
            (*right).into(),
            (*wrong).into(),
        ]);
    }
    table
}

/// Texts that people coded and rules did not, the most frequent first; the text itself only where the study allows it.
pub fn missed(evaluation: &Evaluation, texts: bool) -> Table {
    let mut table = measured(
        "missed",
        &[
            ("domain", Kind::Text),
            ("interventions", Kind::Integer),
            ("first_intervention", Kind::Text),
            ("text", Kind::Text),
        ],
    );
    let mut rows: Vec<_> = evaluation.missed.iter().collect();
    rows.sort_by_key(|((domain, _), ids)| (Reverse(ids.len()), *domain, ids.first().cloned()));
    for ((domain, text), ids) in rows {
        let shown = if texts { without_contacts(text).into_owned() } else { String::new() };
        let first = ids.first().map_or("", String::as_str);
        table.rows.push(vec![domain.word().into(), ids.len().into(), first.into(), shown.as_str().into()]);
    }
    table
}
