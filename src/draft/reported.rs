//! What every recipient reported, to tell which requisitions belong to an export.

use std::collections::BTreeMap;

use super::heading::Heading;
use super::recipients::{RecipientColumns, recipient_code};
use super::table::Table;
use crate::register;

/// The kronor that every recipient reported; what cannot be read with certainty is passed over.
pub fn reported(
    table: &Table<'_>,
    funds: Option<&Heading>,
    unit: &str,
    main: &Table<'_>,
    who: &RecipientColumns,
    id: Option<usize>,
) -> BTreeMap<String, f64> {
    let kronor = match unit {
        "tkr" => 1_000,
        "mnkr" => 1_000_000,
        _ => 1,
    };
    let same = std::ptr::eq(table.grid, main.grid);
    let mut by_id = BTreeMap::new();
    for row in &main.rows {
        if let (Some(code), Some(id)) = (recipient_code(main, *row, who), id) {
            by_id.insert(crate::read::tidy(main.cell(*row, id)), code);
        }
    }
    let of_row = |row: usize| {
        if same {
            return recipient_code(main, row, who);
        }
        table.columns().take(6).find_map(|column| {
            let text = crate::read::tidy(table.cell(row, column));
            let named = || register::find(who.level.value, &text).map(|r| r.code.clone());
            by_id.get(&text).cloned().or_else(named)
        })
    };
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    let columns = funds.map(|h| h.columns.clone()).unwrap_or_default();
    for row in &table.rows {
        let Some(code) = of_row(*row) else { continue };
        let read = columns.iter().filter_map(|c| super::money::amount(table.cell(*row, *c), kronor).ok().flatten());
        *sums.entry(code).or_default() += read.map(|a| a.to_string().parse::<f64>().unwrap_or(0.0)).sum::<f64>();
    }
    sums
}
