//! A cross table filled in: every pair of values, with what each has by itself and what there is in all.

use super::super::table::{CellCount, Column, Kind, Table, Value as Entry};
use super::super::{AreaGroup, Material, Percent, PercentStyle, bubble};
use super::side::{Value, Values};
use super::{CrossDrawing, CrossItem, Measure, ShareOf};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::exact::Exact;
use crate::ledger::{Areas, Criterion, Selection};
use crate::money::{Amount, Currency, unit_of_axis};
use crate::msg;
use crate::study::TOTAL;
use crate::wording::Language;

/// What stands between the two values of a pair.
pub(in crate::report) const BETWEEN: &str = " × ";

/// A cross table.
#[derive(Clone, Debug)]
pub struct Crossed {
    /// What the rows are.
    pub rows: Values,
    /// What the columns are.
    pub columns: Values,
    /// Row by row; behind the last column what a row has in all, and below the last row what a column has, but for years. `None` is a
    /// gap: what was not there in a year is not the same as nothing.
    pub cells: Vec<Vec<Option<Cell>>>,
    /// What is counted or summed.
    pub measure: Measure,
    /// Of what shares are shown.
    pub share: Option<ShareOf>,
    /// Whether shares of funds stand beside those of interventions.
    pub also_funds: bool,
    /// The currency of funds.
    pub currency: Currency,
    /// Whether an estimate says something else of some of its codes.
    pub estimated: bool,
}

/// What has two values.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// What is counted; `None` for an earlier year, whose study counts it.
    pub selection: Option<Selection>,
    /// How many.
    pub number: usize,
    /// Their funds.
    pub funds: Amount,
}

impl Cell {
    /// Its number, or its funds.
    fn worth(&self, measure: Measure) -> Exact {
        if measure == Measure::Funds { self.funds.into() } else { Exact::count(self.number) }
    }
}

/// What stands for a gap.
const GAP: &str = "–";

/// Fills a cross table in, no side of which is years.
pub(super) fn build(material: &Material<'_>, item: &CrossItem) -> Crossed {
    let areas = together(material, &item.areas);
    let [mut rows, mut columns] = [&item.rows, &item.columns].map(|side| side.values(material, &item.areas, areas));
    let per = item.measure.per();
    let counted = |row: Criterion, column: Criterion| {
        let selection = Selection::Both(areas, per, [row, column]);
        let counted = material.ledger.counted(selection);
        Cell { selection: Some(selection), number: counted.number, funds: counted.funds }
    };
    let asked_for = |value: &Value| value.criterion.unwrap_or(Criterion::Any);
    let occurs = |value: &Value, other: Criterion| !value.rest || counted(asked_for(value), other).number > 0;
    let wholes = [rows.whole, columns.whole];
    rows.all.retain(|value| occurs(value, wholes[1]));
    columns.all.retain(|value| occurs(value, wholes[0]));
    let asked = |side: &Values| side.all.iter().map(asked_for).chain([side.whole]).collect::<Vec<_>>();
    let of_columns = asked(&columns);
    let row = |row: Criterion| of_columns.iter().map(|column| Some(counted(row, *column))).collect();
    let cells = asked(&rows).into_iter().map(row).collect();
    let domains = [rows.domain, columns.domain].into_iter().flatten();
    let estimates = |domain| areas.iter().any(|area| material.ledger.estimates_domain(area, domain));
    Crossed {
        cells,
        measure: item.measure,
        share: item.share,
        also_funds: item.drawing == CrossDrawing::Panels
            && item.measure == Measure::Interventions
            && material.study.money.is_some(),
        currency: material.study.currency(),
        estimated: domains.into_iter().any(estimates),
        rows,
        columns,
    }
}

/// How many columns a drawing has room for, and how many rows still fit on a page.
const MOST: (usize, usize) = (40, 14);
const MOST_PANELS: (usize, usize) = (12, 24);

/// Says where a drawing has no room for a cross table.
pub(in crate::report) fn check(place: &Place, item: &CrossItem, crossed: &Crossed, messages: &mut Diagnostics) {
    let (rows, columns) = crossed.size();
    let most = match item.drawing {
        CrossDrawing::Table => return,
        CrossDrawing::Heat => MOST,
        CrossDrawing::Panels => MOST_PANELS,
    };
    if rows > most.0 || columns > most.1 {
        let message = msg!("heat-too-large", rows, columns, most_rows = most.0, most_columns = most.1);
        messages.push(Diagnostic::error(place.clone(), message));
    }
}

/// The areas of an item that counts them together.
pub(in crate::report) fn together(material: &Material<'_>, groups: &[AreaGroup]) -> Areas {
    Areas::new(groups.iter().filter_map(|group| material.ledger.area_id(&group.area)))
}

impl Crossed {
    /// A cell by row and column; the last of each is what there is in all.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.cells.get(row)?.get(column)?.as_ref()
    }

    /// How many rows and columns there are, beside those of what there is in all.
    pub fn size(&self) -> (usize, usize) {
        (self.rows.all.len(), self.columns.all.len())
    }

    /// What a cell is worth: its number, or its funds.
    pub fn worth(&self, cell: &Cell) -> Exact {
        cell.worth(self.measure)
    }

    /// What a share of a cell is of; `None` where it is shown as a number: it is the base itself, or there are no shares.
    pub fn base_of(&self, row: usize, column: usize) -> Option<&Cell> {
        let (rows, columns) = self.size();
        let (of_row, of_column) = match self.share? {
            ShareOf::Row => (row, columns),
            ShareOf::Column => (rows, column),
            ShareOf::All => (rows, columns),
        };
        self.cell(of_row, of_column).filter(|_| (of_row, of_column) != (row, column))
    }

    /// The share of a cell, from 0 to 1; `None` where it has none.
    pub fn share_of(&self, row: usize, column: usize) -> Option<Exact> {
        self.share_by(row, column, self.measure)
    }

    /// The same of a measure.
    pub fn share_by(&self, row: usize, column: usize, measure: Measure) -> Option<Exact> {
        let base = self.base_of(row, column)?;
        self.cell(row, column)?.worth(measure).over(base.worth(measure))
    }

    /// The unit of the funds that are drawn: one, a thousand or a million.
    pub fn unit(&self) -> i64 {
        let (rows, columns) = self.size();
        let inside = self.cells.iter().take(rows).flat_map(|row| row.iter().take(columns));
        unit_of_axis(inside.flatten().map(|cell| cell.funds.rounded().0).max().unwrap_or(0))
    }

    /// How large a cell is drawn: its share, or its number.
    pub fn size_of(&self, row: usize, column: usize) -> f64 {
        let size = match self.share {
            Some(_) => self.share_of(row, column),
            None => self.cell(row, column).map(|cell| self.worth(cell)),
        };
        size.map_or(0.0, Exact::approximate)
    }

    /// The largest size of a cell that is no total; 1 where there is nothing.
    pub fn largest(&self) -> f64 {
        let (rows, columns) = self.size();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        let most = cells.map(|(row, column)| self.size_of(row, column)).fold(0.0, f64::max);
        if most > 0.0 { most } else { 1.0 }
    }

    /// Whether anything is counted, and of funds summed, in any cell.
    pub fn has_any(&self) -> bool {
        self.cells.iter().flatten().flatten().any(|cell| self.worth(cell) > Exact::ZERO)
    }

    /// What is written in a cell.
    pub fn written(&self, row: usize, column: usize, language: Language) -> String {
        let Some(cell) = self.cell(row, column) else { return GAP.to_owned() };
        if self.base_of(row, column).is_some() {
            let percent = self.share_of(row, column).and_then(percent);
            return percent.map_or_else(|| GAP.to_owned(), |percent| percent.text(language));
        }
        match self.measure {
            Measure::Funds => language.funds_in_unit(cell.funds, self.unit()),
            _ => language.count(cell.number),
        }
    }

    /// The numbers as a table of rows and columns.
    pub(in crate::report) fn wide(&self, name: &str, material: &Material<'_>) -> Table {
        let language = material.language;
        let kind = match (self.share, self.measure) {
            (Some(_), _) => Kind::Percent,
            (None, Measure::Funds) => Kind::Money,
            (None, _) => Kind::Integer,
        };
        // A table has funds as they are published, so its base needs no other unit than the note's.
        let is_of_funds = self.measure == Measure::Funds;
        let total = || msg!("report-total").text(language);
        let (total, of_columns) = match is_of_funds {
            true => (total(), total()),
            false => (self.total_of_rows(language), self.total_of_columns(language)),
        };
        let mut table = Table::new(name, vec![Column::new("label", &self.rows.label, Kind::Text)]);
        let heads = self.columns.all.iter().map(|value| (value.id.as_str(), value.label.as_str()));
        for (id, label) in heads.chain(self.columns.total.then_some((TOTAL, of_columns.as_str()))) {
            let column = Column::new(id, label, kind);
            table.columns.push(self.columns.domain.map_or(column.clone(), |domain| column.about(domain)));
        }
        for (at, cells) in self.cells.iter().enumerate() {
            let value = self.rows.all.get(at);
            table.keys.push(value.map_or(TOTAL, |value| &value.id).to_owned());
            let mut row = vec![Entry::from(value.map_or(total.as_str(), |value| &value.label))];
            for (column, cell) in cells.iter().enumerate() {
                let count = self.count(cell.as_ref(), (at, column), language);
                table.counts.extend(count.map(|count| ((at, row.len()), count)));
                row.push(self.value(at, column, material));
            }
            table.rows.push(row);
        }
        table
    }

    /// A cell as a table has it.
    fn value(&self, row: usize, column: usize, material: &Material<'_>) -> Entry {
        let Some(cell) = self.cell(row, column) else { return Entry::Missing };
        if self.base_of(row, column).is_some() {
            return self.share_of(row, column).and_then(percent).map_or(Entry::Missing, Entry::Percent);
        }
        match self.measure {
            Measure::Funds => bubble::published(material, cell.funds),
            _ => cell.number.into(),
        }
    }

    /// The numbers as a table with a row for every pair, as a drawing has a mark for it.
    pub(in crate::report) fn long(&self, name: &str, material: &Material<'_>) -> Table {
        let language = material.language;
        let (id, head) = match self.measure {
            Measure::Respondents => ("respondents", msg!("report-number")),
            _ => ("interventions", msg!("report-interventions")),
        };
        let money = material.study.money.filter(|_| self.measure != Measure::Respondents);
        let columns = vec![
            Column::new("row", &self.rows.label, Kind::Text),
            Column::new("column", &self.columns.label, Kind::Text),
            Column::new(id, head.text(language), Kind::Integer),
        ];
        let mut table = Table::new(name, columns);
        table.columns.extend(money.map(|money| {
            let head = msg!("report-funds-used", unit = money.currency().short());
            Column::new(money.column(money.counted()), head.text(language), Kind::Money)
        }));
        let shares = self.shares();
        table.columns.extend(
            shares.iter().map(|(id, of, measure)| Column::new(*id, of.head(*measure).text(language), Kind::Percent)),
        );
        let total = msg!("report-total").text(language);
        let named = |side: &Values, at: usize| match side.all.get(at) {
            Some(value) => (value.id.clone(), value.label.clone()),
            None => (TOTAL.to_owned(), total.clone()),
        };
        for (at, cells) in self.cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let ((row_id, row), (column_id, of)) = (named(&self.rows, at), named(&self.columns, column));
                let is_last = at == self.rows.all.len() && column == self.columns.all.len();
                table.keys.push(if is_last { TOTAL.to_owned() } else { format!("{row_id}{BETWEEN}{column_id}") });
                let number = cell.map_or(Entry::Missing, |cell| Entry::from(cell.number));
                let mut entries = vec![row.as_str().into(), of.as_str().into(), number];
                let funds = || cell.map_or(Entry::Missing, |cell| bubble::published(material, cell.funds));
                entries.extend(money.map(|_| funds()));
                let share = |measure| self.share_by(at, column, measure).and_then(percent);
                entries
                    .extend(shares.iter().map(|(.., measure)| share(*measure).map_or(Entry::Missing, Entry::Percent)));
                table.push_counted(entries, id, self.count(cell.as_ref(), (at, column), language));
            }
        }
        table
    }

    /// The columns of shares, each with what it is a share of.
    fn shares(&self) -> Vec<(&'static str, ShareOf, Measure)> {
        let own = self.share.map(|of| ("share", of, self.measure));
        own.into_iter()
            .chain(self.share.filter(|_| self.also_funds).map(|of| ("share_of_funds", of, Measure::Funds)))
            .collect()
    }

    /// What a cell counts, where this study counts it.
    fn count(&self, cell: Option<&Cell>, (row, column): (usize, usize), language: Language) -> Option<CellCount> {
        Some(CellCount { selection: cell?.selection?, name: self.name(row, column, language) })
    }

    /// The row of a cell in the long table.
    pub fn row(&self, row: usize, column: usize) -> usize {
        row * (self.columns.all.len() + usize::from(self.columns.total)) + column
    }

    /// What those that a cell counts have in common.
    pub(in crate::report) fn name(&self, row: usize, column: usize, language: Language) -> String {
        let of = |side: &Values, at: usize| {
            let sign = if side.label.ends_with('?') { "" } else { ":" };
            Some(format!("{}{sign} {}", side.label, side.all.get(at)?.label))
        };
        let both = [of(&self.rows, row), of(&self.columns, column)].into_iter().flatten().collect::<Vec<_>>();
        if both.is_empty() { msg!("report-total").text(language) } else { both.join(BETWEEN) }
    }
}

/// A share as it is printed.
pub(in crate::report) fn percent(share: Exact) -> Option<Percent> {
    Percent::new(share.times(Exact::whole(100))?, PercentStyle::default())
}
