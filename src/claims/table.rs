//! The claims as tables: `data/claims.csv` in ids, and the report's own in labels, with the failing ones first.

use super::{Checked, Outcome};
use crate::msg;
use crate::report::{ALL_AREAS, Column, Kind, Table, Value};
use crate::wording::Language;

/// `data/claims.csv`, in the order of the claims.
pub fn data(checked: &[Checked<'_>]) -> Table {
    let head = ["claim_id", "area", "outcome", "stated", "computed", "reason"];
    let mut table = Table::new("claims", head.map(|id| Column::plain(id, Kind::Text)).to_vec());
    for Checked { claim, verdict } in checked {
        let mut row = vec![claim.id.as_str().into(), area(&claim.area)];
        let texts = [verdict.outcome.word(), &verdict.stated.in_ids, &verdict.computed.in_ids, &verdict.reason];
        row.extend(texts.map(Value::from));
        table.rows.push(row);
    }
    table
}

/// The table of the report's chapter on claims and of the workbook's sheet, in labels: failing ones first, then the open and the undecided.
pub fn chapter(checked: &[Checked<'_>], language: Language) -> Table {
    let heads = [
        ("claim_id", msg!("claims-claim")),
        ("area", msg!("claims-area")),
        ("outcome", msg!("claims-outcome")),
        ("statement", msg!("claims-statement")),
        ("stated", msg!("claims-stated")),
        ("computed", msg!("claims-computed")),
        ("reason", msg!("claims-reason")),
    ];
    let columns = heads.map(|(id, label)| Column::new(id, label.text(language), Kind::Text));
    let mut table = Table::new("claims", columns.to_vec());
    let rank = |outcome: Outcome| match outcome {
        Outcome::Fails => 0,
        Outcome::Open => 1,
        Outcome::Undecided => 2,
        Outcome::Holds => 3,
    };
    let mut ordered: Vec<_> = checked.iter().collect();
    ordered.sort_by_key(|checked| rank(checked.verdict.outcome));
    for Checked { claim, verdict } in ordered {
        let mut row = vec![claim.id.as_str().into(), area(&claim.area)];
        let outcome = verdict.outcome.label().text(language);
        let reason = language.typographic(&verdict.reason);
        let (stated, computed) = (&verdict.stated.in_labels, &verdict.computed.in_labels);
        let texts = [&outcome, &claim.statement, stated, computed, &reason];
        row.extend(texts.map(|text| Value::from(text.as_str())));
        table.rows.push(row);
    }
    table
}

fn area(area: &str) -> Value {
    Value::area(if area.is_empty() { ALL_AREAS } else { area })
}
