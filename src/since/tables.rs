//! What has changed as tables: what was, what each cause adds, and what is, a row each.

use super::cause::{Became, Cause};
use super::changed::ItemBecame;
use super::difference::{Difference, Row};
use super::state::Count;
use crate::report::{Column, Kind, Table, Value};
use crate::study::Money;

/// What a row says that is no cause.
const BEFORE: &str = "before";
const NOW: &str = "now";

/// `causes` and `areas`, and the codes, items, claims and files that changed.
pub fn tables(difference: &Difference) -> [Table; 6] {
    [causes(difference), areas(difference), codes(difference), items(difference), claims(difference), files(difference)]
}

fn texts(name: &str, ids: &[&str]) -> Table {
    Table::new(name, ids.iter().map(|id| Column::plain(id, Kind::Text)).collect())
}

fn counted(name: &str, ids: &[&str], money: Option<Money>) -> Table {
    let mut table = texts(name, ids);
    table.columns.push(Column::plain("interventions", Kind::Integer));
    table.columns.extend(money.map(|money| Column::plain(&money.column(money.counted()), Kind::Money)));
    table
}

/// A row for what was, for every cause or those that add something, and for what is.
fn push(table: &mut Table, of: &[&str], row: &Row, money: Option<Money>, all: bool) {
    let causes = Cause::ALL.into_iter().filter(|cause| all || row.parts.contains_key(cause));
    let parts = causes.map(|cause| (cause.word(), row.parts.get(&cause).copied().unwrap_or_default()));
    for (word, count) in std::iter::once((BEFORE, row.before)).chain(parts).chain([(NOW, row.now)]) {
        let Count { number, funds } = count;
        let mut cells: Vec<Value> = of.iter().map(|text| Value::from(*text)).collect();
        cells.extend([word.into(), Value::Integer(number)]);
        cells.extend(money.map(|_| Value::from(funds)));
        table.rows.push(cells);
    }
}

fn causes(difference: &Difference) -> Table {
    let mut table = counted("causes", &["cause"], difference.money);
    difference.total.iter().for_each(|row| push(&mut table, &[], row, difference.money, true));
    table
}

fn areas(difference: &Difference) -> Table {
    let mut table = counted("areas", &["area", "cause"], difference.money);
    for own in &difference.areas {
        push(&mut table, &[&own.area], &own.row, difference.money, true);
    }
    table
}

fn codes(difference: &Difference) -> Table {
    let mut table = counted("changed-codes", &["area", "domain", "code", "cause"], difference.money);
    for own in &difference.codes {
        push(&mut table, &[&own.area, &own.domain, &own.code], &own.row, difference.money, false);
    }
    table
}

fn words<'c>(causes: impl IntoIterator<Item = &'c Cause>) -> String {
    causes.into_iter().map(|cause| cause.word()).collect::<Vec<_>>().join("; ")
}

fn items(difference: &Difference) -> Table {
    let mut table = texts("changed-items", &["item", "became", "row", "column", "before", "now", "causes"]);
    for own in &difference.items {
        let became = match own.became {
            ItemBecame::Moved => "moved",
            ItemBecame::New => "new",
            ItemBecame::Gone => "gone",
        };
        if own.cells.is_empty() {
            let texts = [&own.item, became, "", "", "", "", Cause::Declarations.word()];
            table.rows.push(texts.map(Value::from).into());
        }
        for cell in &own.cells {
            let causes = words(&cell.causes);
            let texts = [&own.item, became, &cell.row, &cell.column, &cell.before, &cell.now, &causes];
            table.rows.push(texts.map(Value::from).into());
        }
    }
    table
}

fn claims(difference: &Difference) -> Table {
    let head = [
        "claim_id",
        "area",
        "outcome_before",
        "outcome",
        "stated_before",
        "stated",
        "computed_before",
        "computed",
        "causes",
    ];
    let mut table = texts("changed-claims", &head);
    for own in &difference.claims {
        let (before, now) = (own.before.clone().unwrap_or_default(), own.now.clone().unwrap_or_default());
        let causes = words(&own.causes);
        let texts = [
            &own.claim,
            &own.area,
            &before.outcome,
            &now.outcome,
            &before.stated,
            &now.stated,
            &before.computed,
            &now.computed,
            &causes,
        ];
        table.rows.push(texts.map(|text| Value::from(text.as_str())).into());
    }
    table
}

fn files(difference: &Difference) -> Table {
    let mut table = texts("changed-files", &["file", "became", "cause"]);
    for own in &difference.files {
        let became = match own.became {
            Became::Changed => "changed",
            Became::New => "new",
            Became::Gone => "gone",
        };
        table.rows.push([&own.file, became, own.cause.word()].map(Value::from).into());
    }
    table
}
