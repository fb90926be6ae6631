//! What people should look at first.

use super::super::table::{Kind, Table};
use super::measured::measured;
use crate::coding::review::Concern;
use crate::wording::Language;

/// A list of interventions and domains, each with the reason, by the kronor at stake.
pub fn concerns(name: &str, concerns: &[Concern], language: Language) -> Table {
    let head = [
        ("intervention_id", Kind::Text),
        ("domain", Kind::Text),
        ("area", Kind::Text),
        ("weighted_kr", Kind::Kronor),
        ("codes", Kind::Text),
        ("reason", Kind::Text),
    ];
    let mut table = measured(name, &head);
    for concern in concerns {
        table.rows.push(vec![
            concern.intervention.as_str().into(),
            concern.domain.word().into(),
            concern.area.as_str().into(),
            concern.kronor.into(),
            concern.codes.as_str().into(),
            concern.reason.text(language).as_str().into(),
        ]);
    }
    table
}
