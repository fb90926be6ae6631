//! Attainment as tables: a row for every part, or for every code.

use super::{Attained, Measure, percent, worth};
use crate::msg;
use crate::report::crossing::Cell;
use crate::report::table::{CellCount, Column, Kind, Table, Value};
use crate::report::{Material, bubble};
use crate::wording::Language;

impl Attained {
    /// The numbers with a row for every part, as a drawing has a mark for it.
    pub(in crate::report) fn long(&self, name: &str, material: &Material<'_>) -> Table {
        let language = material.language;
        let money = material.study.money;
        let mut table = Table::with_keys(
            name,
            vec![
                Column::new("label", &self.aimed, Kind::Text),
                Column::new("part", msg!("attainment-part").text(language), Kind::Text),
                Column::new("interventions", msg!("report-interventions").text(language), Kind::Integer),
                Column::new("base", msg!("report-base-n").text(language), Kind::Integer),
                Column::new("share", msg!("report-share").text(language), Kind::Percent),
            ],
        );
        table.columns.extend(money.map(|money| funds_column(money, language)));
        table
            .columns
            .extend(money.map(|_| Column::new("share_of_funds", msg!("share-of-funds").text(language), Kind::Percent)));
        for row in &self.rows {
            for (at, (part, label)) in self.parts.iter().enumerate() {
                let cell = &row.cells[at];
                let of = |measure| share(measure, cell, &row.base);
                table.keys.push(format!("{} × {}", row.code, part.word()));
                let mut values: Vec<Value> = vec![row.label.as_str().into(), label.as_str().into()];
                values.extend([cell.number.into(), row.base.number.into(), of(Measure::Interventions)]);
                values.extend(
                    money.map(|_| [bubble::published(material, cell.funds), of(Measure::Funds)]).into_iter().flatten(),
                );
                let count = cell.selection.map(|selection| CellCount { selection, name: self.name(row, Some(at)) });
                table.push_counted(values, "interventions", count);
            }
        }
        table
    }

    /// The numbers with a row for every code.
    pub(in crate::report) fn wide(&self, name: &str, material: &Material<'_>) -> Table {
        let language = material.language;
        let money = material.study.money;
        let mut table = Table::with_keys(
            name,
            vec![
                Column::new("label", &self.aimed, Kind::Text),
                Column::new("interventions", msg!("report-interventions").text(language), Kind::Integer),
            ],
        );
        let parts = self.parts.iter().map(|(part, label)| Column::new(part.word(), label, Kind::Integer));
        table.columns.extend(parts);
        table.columns.push(Column::new("share", msg!("attained-share").text(language), Kind::Percent));
        if let Some(money) = money {
            table.columns.push(funds_column(money, language));
            for (part, label) in &self.parts {
                let head = msg!("part-in-money", part = label, unit = money.currency().short()).text(language);
                table.columns.push(Column::new(money.column(part.word()), head, Kind::Money));
            }
            table.columns.push(Column::new(
                "share_of_funds",
                msg!("attained-share-of-funds").text(language),
                Kind::Percent,
            ));
        }
        for row in &self.rows {
            let at = table.rows.len();
            let of_same = |measure| share(measure, &row.cells[0], &row.base);
            let mut values: Vec<Value> = vec![row.label.as_str().into()];
            for (part, cell) in
                std::iter::once((None, &row.base)).chain(row.cells.iter().enumerate().map(|(p, c)| (Some(p), c)))
            {
                let count = cell.selection.map(|selection| CellCount { selection, name: self.name(row, part) });
                table.counts.extend(count.map(|count| ((at, values.len()), count)));
                values.push(cell.number.into());
            }
            values.push(of_same(Measure::Interventions));
            if money.is_some() {
                values.extend(
                    [&row.base].into_iter().chain(&row.cells).map(|cell| bubble::published(material, cell.funds)),
                );
                values.push(of_same(Measure::Funds));
            }
            table.keys.push(row.code.clone());
            table.rows.push(values);
        }
        table
    }
}

/// The share of a part in what was aimed at.
fn share(measure: Measure, part: &Cell, base: &Cell) -> Value {
    worth(measure, part).over(worth(measure, base)).and_then(percent).map_or(Value::Missing, Value::Percent)
}

/// A column of funds.
fn funds_column(money: crate::study::Money, language: Language) -> Column {
    let head = msg!("report-funds-used", unit = money.currency().short());
    Column::new(money.column(money.counted()), head.text(language), Kind::Money)
}
