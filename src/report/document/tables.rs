//! The tables of the first page.

use super::Front;
use crate::ledger::FundsTotal;
use crate::msg;
use crate::report::{Column, Kind, Table, Value};
use crate::wording::{Language, Message, sentence};

/// A table of the first page.
#[derive(Clone, Debug)]
pub struct FrontTable {
    /// A short name, as of a sheet.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// Its rows.
    pub table: Table,
}

impl FrontTable {
    /// Whether its rows are areas.
    pub fn is_by_area(&self) -> bool {
        self.table.column("area").is_some()
    }
}

impl Front {
    /// The tables of the first page: by area where there are surveys, amounts where there are accounts.
    pub fn tables(&self, language: Language) -> Vec<FrontTable> {
        let table = |name, heading, table| FrontTable { name, heading, table };
        let mut tables = Vec::new();
        if !self.areas.is_empty() {
            let heading = msg!("report-the-data-by-area").text(language);
            tables.push(table(msg!("report-areas").text(language), heading, self.area_table(language)));
        }
        if self.accounts.iter().any(|account| !account.sums.is_empty()) {
            let heading = msg!("report-amounts-in-all").text(language);
            tables.push(table(msg!("report-amounts").text(language), heading, self.account_table(language)));
        }
        tables
    }

    /// What the amounts of every account sum to.
    fn account_table(&self, language: Language) -> Table {
        let columns = [
            ("account", msg!("report-account"), Kind::Text),
            ("label", msg!("report-what"), Kind::Text),
            ("recipients", msg!("report-recipients"), Kind::Integer),
            ("sum_kr", msg!("report-sum-sek"), Kind::Money),
        ];
        let columns = columns.map(|(id, head, kind)| Column::new(id, head.text(language), kind));
        let mut table = Table::new("accounts", columns.to_vec());
        for account in &self.accounts {
            for (label, sum) in &account.sums {
                let (title, label) = (account.title.as_str().into(), sentence(label).as_str().into());
                table.rows.push(vec![title, label, account.recipients.into(), (*sum).into()]);
            }
        }
        table
    }

    /// The totals of every area.
    fn area_table(&self, language: Language) -> Table {
        let columns = [
            ("area", msg!("report-area"), Kind::Text),
            ("respondents", msg!("report-answers"), Kind::Integer),
            ("interventions", msg!("report-interventions-2"), Kind::Integer),
            ("excluded", msg!("report-excluded"), Kind::Integer),
        ];
        let mut columns = columns.map(|(id, head, kind)| Column::new(id, head.text(language), kind)).to_vec();
        columns.extend(self.funds_columns(language));
        let mut table = Table::new("areas", columns);
        for area in &self.areas {
            let mut row =
                vec![Value::area(&area.area), area.respondents.into(), area.interventions.into(), area.excluded.into()];
            row.extend(area.funds.iter().flat_map(funds_cells));
            table.rows.push(row);
        }
        table
    }

    /// The columns about funds; none in a study without funds, and none of T and J where nothing is weighted.
    fn funds_columns(&self, language: Language) -> Vec<Column> {
        let (Some(money), Some(funds)) = (self.money, self.funds) else { return Vec::new() };
        let unit = || money.currency().short();
        let column = |what: &str, head: Message| Column::new(money.column(what), head.text(language), Kind::Money);
        let factor = |id: &str, head: Message| Column::new(id, head.text(language), Kind::Number);
        let excluded = column("excluded", msg!("report-their-funds", unit = unit()));
        let reported = column("reported", msg!("report-s", unit = unit()));
        if funds.weighted.is_none() {
            return vec![excluded, reported];
        }
        vec![
            excluded,
            column("target", msg!("report-t", unit = unit())),
            reported,
            factor("smallest_factor", msg!("report-j-smallest")),
            factor("largest_factor", msg!("report-j-largest")),
        ]
    }
}

/// The cells of an area about funds.
fn funds_cells(funds: &FundsTotal) -> Vec<Value> {
    let (excluded, reported) = (funds.excluded.into(), funds.reported.into());
    let factor = |factor: Option<f64>| factor.map_or(Value::Missing, Value::Number);
    match funds.weighted {
        None => vec![excluded, reported],
        Some(weighted) => vec![
            excluded,
            weighted.target.into(),
            reported,
            factor(weighted.factors.map(|(low, _)| low)),
            factor(weighted.factors.map(|(_, high)| high)),
        ],
    }
}
