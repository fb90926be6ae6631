//! What a later run is compared with: for every intervention what was read and what the export said before corrections, who
//! requisitioned what, answered or not, and what waits for codes. No text of a respondent.

use super::super::table::{Column, Kind, Table, Value};
use super::measured::measured;
use crate::codebook::Codebook;
use crate::coding::blind::Blind;
use crate::coding::{Codings, State};
use crate::decisions::Fingerprint;
use crate::study::{Completeness, Money};
use crate::survey::{Input, Intervention, Texts, exclusion};

/// A row for every intervention: the fingerprint of its texts; where a correction changed it, what the export says.
pub fn interventions(complete: &Completeness, some: &[&Intervention], money: Option<Money>) -> Table {
    let mut table = measured("basis", &["intervention_id", "texts_sha256"].map(|id| (id, Kind::Text)));
    table.columns.extend(money.map(|money| Column::plain(&money.column("exported"), Kind::Money)));
    table.columns.push(Column::plain("exported_included", Kind::Flag));
    table.columns.push(Column::plain("exported_sha256", Kind::Text));
    for intervention in some {
        let exported = intervention.exported.as_deref();
        let mut row = vec![(&*intervention.id).into(), fingerprint(&intervention.texts)];
        row.extend(money.map(|_| exported.and_then(|exported| exported.funds).into()));
        let included = exported.map(|own| exclusion(complete, &own.texts, own.funds).is_none());
        row.extend([included.into(), exported.map_or(Value::Missing, |own| fingerprint(&own.texts))]);
        table.rows.push(row);
    }
    table
}

fn fingerprint(texts: &Texts) -> Value {
    let all = Fingerprint::of_texts(texts.iter().map(|(_, text)| text));
    all.map_or(Value::Missing, |all| Value::Text(all.to_string()))
}

/// The codings that somebody has yet to decide on, a row for every intervention that counts and domain. Those of answers that
/// are read blind are known by their word among the codings.
pub fn waiting(some: &[&Intervention], codings: &Codings, book: &Codebook, blind: &Blind) -> Table {
    let mut table = measured("waiting", &["intervention_id", "domain", "state"].map(|id| (id, Kind::Text)));
    let domains: Vec<_> = book.domains().filter(|d| d.is_of_interventions() && !d.is_optional()).collect();
    for intervention in some.iter().filter(|intervention| intervention.included()) {
        for domain in domains.iter().filter(|domain| !book.codes(**domain).is_empty()) {
            let state = codings.state(&intervention.id, *domain);
            if State::GAPS.contains(&state) && !blind.hides(codings, intervention, *domain) {
                table.rows.push(vec![(&*intervention.id).into(), Value::Domain(*domain), Value::Without(state)]);
            }
        }
    }
    table
}

/// What everybody requisitioned and repaid, also those who did not answer; nothing where funds are not weighted.
pub fn requisitions(input: &Input, money: Option<Money>) -> Option<Table> {
    let money = money.filter(|money| money.is_weighted())?;
    let mut table = measured("requisitions", &["area", "recipient_code", "recipient"].map(|id| (id, Kind::Text)));
    let amounts = ["requisitioned", "repaid"].map(|what| Column::plain(&money.column(what), Kind::Money));
    table.columns.extend(amounts);
    for ((area, recipient), requisition) in &input.funds {
        table.rows.push(vec![
            Value::area(area),
            recipient.code.as_str().into(),
            recipient.name.as_str().into(),
            requisition.requisitioned.into(),
            requisition.repaid.into(),
        ]);
    }
    Some(table)
}
