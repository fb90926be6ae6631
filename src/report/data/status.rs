//! The work lists of `insats status`: ids and funds, never what somebody wrote.

use super::super::table::{Column, Kind, Table, Value};
use super::counted;
use super::measured::measured;
use crate::coding::status::{Late, Reminder, Status, Waiting};
use crate::money::Currency;

/// What has to be coded or decided, who has not answered, and, where an answer can be late, who answered late.
pub fn lists(status: &Status) -> Vec<Table> {
    let late = status.has_due().then(|| late(status));
    [to_code(status), reminders(status)].into_iter().chain(late).collect()
}

fn to_code(status: &Status) -> Table {
    let head = ["intervention_id", "area", "domain", "state", "change"].map(|id| (id, Kind::Text));
    let mut table = measured("to-code", &head);
    table.columns.extend(counted(status.money));
    for Waiting { id, area, domain, state, change, funds, .. } in &status.to_code {
        let state = state.map_or(Value::Missing, Value::from);
        let mut row: Vec<Value> = vec![id.as_str().into(), area.as_str().into(), (*domain).into(), state];
        row.push((*change).into());
        row.extend(status.money.map(|_| funds.map_or(Value::Missing, Value::from)));
        table.rows.push(row);
    }
    table
}

fn reminders(status: &Status) -> Table {
    let mut table = measured("reminders", &["recipient_code", "recipient", "area"].map(|id| (id, Kind::Text)));
    let suffix = status.money.map_or(Currency::Sek, |money| money.currency()).suffix();
    let amounts = ["requisitioned", "repaid", "target"];
    table.columns.extend(amounts.map(|what| Column::plain(&format!("{what}_{suffix}"), Kind::Money)));
    table.columns.push(Column::plain("begun", Kind::Text));
    for Reminder { code, recipient, area, requisitioned, repaid, target, begun } in &status.reminders {
        let mut row: Vec<Value> = [code, recipient, area].map(|text| text.as_str().into()).into();
        row.extend([*requisitioned, *repaid, *target].map(Value::from));
        row.push(if *begun { "yes" } else { "no" }.into());
        table.rows.push(row);
    }
    table
}

fn late(status: &Status) -> Table {
    let head = ["respondent_id", "recipient", "area", "answered", "due"].map(|id| (id, Kind::Text));
    let mut table = measured("late", &head);
    for Late { respondent, recipient, area, answered, due } in &status.late {
        table.rows.push([respondent, recipient, area, answered, due].map(|text| text.as_str().into()).into());
    }
    table
}
