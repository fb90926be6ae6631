//! The lists of `insats codebook migrate`: codes before and after, and what people have to decide.

use super::compare::{Compared, Row, Sum};
use super::sheets::Open;
use crate::report::{Column, Kind, Table, Value};
use crate::study::Money;

/// Codes before and after, and the codings that people have to decide.
pub fn lists(compared: &Compared, open: &[Open], money: Option<Money>) -> [Table; 2] {
    [codes(compared, money), to_decide(open)]
}

/// A table of texts.
fn plain(name: &str, head: &[&str]) -> Table {
    Table::new(name, head.iter().map(|id| Column::plain(id, Kind::Text)).collect())
}

fn codes(compared: &Compared, money: Option<Money>) -> Table {
    let mut table = plain("migration", &["domain", "from", "code", "label"]);
    for when in ["before", "after"] {
        table.columns.push(Column::plain(when, Kind::Integer));
        let name = |money: Money| format!("{when}_{}", money.currency().suffix());
        table.columns.extend(money.map(|money| Column::plain(&name(money), Kind::Money)));
    }
    for Row { domain, from, code, label, before, after, .. } in &compared.rows {
        let mut row: Vec<Value> = vec![domain.word().into(), from.join("; ").into()];
        row.push(code.as_deref().map_or(Value::Missing, Value::from));
        row.push(label.sv.as_str().into());
        for Sum { number, funds } in [before, after] {
            row.push((*number).into());
            row.extend(money.map(|_| Value::from(*funds)));
        }
        table.rows.push(row);
    }
    table
}

fn to_decide(open: &[Open]) -> Table {
    let mut table = plain("to-decide", &["file", "cell", "coder", "id", "domain", "code", "one_of"]);
    for Open { place, coder, id, domain, code, into } in open {
        let cell = place.spot.told(crate::wording::Language::English);
        let coder = coder.as_deref().map_or(Value::Missing, Value::from);
        let mut row: Vec<Value> = vec![place.file.as_ref().into(), cell.into(), coder, id.as_str().into()];
        row.extend([domain.word().into(), code.as_str().into(), into.join("; ").into()]);
        table.rows.push(row);
    }
    table
}
