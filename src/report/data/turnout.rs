//! Who answered and who did not, and the funds of every recipient step by step. No contact data.

use super::super::reconciliation::other_key;
use super::super::table::{Column, Kind, Table, Value};
use super::measured::measured;
use crate::money::Amount;
use crate::study::{Money, Study};
use crate::survey::Input;
use crate::weighting::Weighting;

/// A row for every recipient of an area that was expected, answered or requisitioned.
pub fn response(study: &Study, input: &Input) -> Table {
    let mut table = measured("response", &["area", "recipient_code", "recipient"].map(|id| (id, Kind::Text)));
    let flags = ["expected", "answered", "late", "partly"].map(|id| Column::plain(id, Kind::Flag));
    table.columns.extend(flags);
    let money = study.money.filter(|money| money.is_weighted());
    table.columns.extend(money.map(|money| Column::plain(&money.column("requisitioned"), Kind::Money)));
    for survey in &input.surveys {
        let declared = study.surveys.iter().find(|own| own.area == survey.area);
        let has_due = declared.is_some_and(|own| own.due.is_some());
        for own in input.turnout(survey) {
            let mut row = vec![
                Value::area(&survey.area),
                own.recipient.code.as_str().into(),
                own.recipient.name.as_str().into(),
                own.expected.into(),
                own.answer.is_some().into(),
                own.answer.filter(|_| has_due).map(|answer| answer.late).into(),
                own.answer.map(|answer| answer.is_partly()).into(),
            ];
            row.extend(money.map(|_| own.requisition.map(|own| own.requisitioned).into()));
            table.rows.push(row);
        }
    }
    table
}

/// A row for every recipient and area with funds; nothing where funds are not weighted.
pub fn reconciliation(study: &Study, input: &Input, weighting: &Weighting) -> Option<Table> {
    let money: Money = study.money.filter(|money| money.is_weighted())?;
    let mut table = measured("reconciliation", &["area", "recipient_code", "recipient"].map(|id| (id, Kind::Text)));
    let others: Vec<String> = (0..study.beside.repaid.len()).map(other_key).collect();
    let before = ["allocated", "requisitioned", "repaid"].into_iter().chain(others.iter().map(String::as_str));
    let after = ["target", "target_answered", "reported", "excluded", "weighted", "not_attributed"];
    table.columns.extend(before.chain(after).map(|what| Column::plain(&money.column(what), Kind::Money)));
    for survey in &input.surveys {
        for (recipient, own) in weighting.reconcile(input, survey) {
            let mut row: Vec<Value> =
                vec![Value::area(&survey.area), recipient.code.as_str().into(), recipient.name.as_str().into()];
            let known: [Option<Amount>; 3] =
                [own.allocated.and_then(|own| own.known), Some(own.requisitioned), Some(own.repaid)];
            row.extend(known.into_iter().chain(own.other_repaid.iter().copied()).map(Value::from));
            row.extend([own.target(), own.target_answered, own.reported, own.excluded].map(Value::from));
            row.extend([own.weighted, own.not_attributed].map(Value::from));
            table.rows.push(row);
        }
    }
    Some(table)
}
