//! The work lists of `insats status`: ids and funds, never what somebody wrote.

use super::super::table::{Column, Kind, Table, Value};
use super::counted;
use super::measured::measured;
use crate::coding::status::{Reminder, Status, Waiting};
use crate::money::Currency;

/// What has to be coded or decided, and who has not answered.
pub fn lists(status: &Status) -> [Table; 2] {
    [to_code(status), reminders(status)]
}

fn to_code(status: &Status) -> Table {
    let head = ["intervention_id", "area", "domain", "state", "change"].map(|id| (id, Kind::Text));
    let mut table = measured("to-code", &head);
    table.columns.extend(counted(status.money));
    for Waiting { id, area, domain, state, change, funds } in &status.to_code {
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
    for Reminder { code, recipient, area, requisitioned, repaid, target } in &status.reminders {
        let mut row: Vec<Value> = [code, recipient, area].map(|text| text.as_str().into()).into();
        row.extend([*requisitioned, *repaid, *target].map(Value::from));
        table.rows.push(row);
    }
    table
}
