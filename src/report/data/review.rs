//! What people should look at first.

use super::super::table::{Column, Kind, Table, Value};
use super::counted;
use super::measured::measured;
use crate::coding::review::Concern;
use crate::study::Money;
use crate::wording::Language;

/// A list of interventions and domains, each with the reason, by the funds at stake.
pub fn concerns(name: &str, concerns: &[Concern], money: Option<Money>, language: Language) -> Table {
    let head = [("intervention_id", Kind::Text), ("domain", Kind::Text), ("area", Kind::Text)];
    let mut table = measured(name, &head);
    table.columns.extend(counted(money));
    table.columns.extend([("codes", Kind::Text), ("reason", Kind::Text)].map(|(id, kind)| Column::plain(id, kind)));
    for concern in concerns {
        let mut row: Vec<Value> =
            vec![concern.intervention.as_str().into(), concern.domain.word().into(), concern.area.as_str().into()];
        row.extend(money.map(|_| concern.funds.into()));
        row.extend([concern.codes.as_str().into(), concern.reason.text(language).as_str().into()]);
        table.rows.push(row);
    }
    table
}
