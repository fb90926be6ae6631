//! The numbers of a figure over years, in the names of the data files of pairs of years.

use super::{Measure, Years, YearsDrawing, YearsRow};
use crate::compare::{Count, Fine};
use crate::exact::Exact;
use crate::msg;
use crate::report::table::{CellCount, Column, Kind, Table, Value};
use crate::wording::{Language, Message};

impl Years {
    /// The table: a row per code with the parts of its change, or a row per code and year.
    pub(in crate::report) fn table(&self, name: &str, drawing: YearsDrawing, language: Language) -> Table {
        match drawing {
            YearsDrawing::Change => self.changes(name, language),
            YearsDrawing::Series => self.all_years(name, language),
        }
    }

    /// The columns that name a row.
    fn naming(&self, language: Language) -> Vec<Column> {
        match self.domain {
            Some(_) => vec![
                Column::new("code", msg!("report-code").text(language), Kind::Text),
                Column::new("label", msg!("report-label").text(language), Kind::Text),
            ],
            None => vec![Column::new("option", msg!("report-option").text(language), Kind::Text)],
        }
    }

    fn named(&self, row: &YearsRow) -> Vec<Value> {
        match self.domain {
            Some(_) => vec![Value::code(&row.key), row.label.as_str().into()],
            None => vec![row.label.as_str().into()],
        }
    }

    /// Whether funds are told, and their names.
    fn unit(&self) -> Option<&'static str> {
        self.money.filter(|_| self.measure.is_of_funds()).map(|money| money.currency().suffix())
    }

    /// The name of a column of numbers or funds.
    fn id(&self, what: &str) -> String {
        match (self.unit(), self.domain, what) {
            (Some(unit), _, what) => format!("{what}_{unit}"),
            (None, Some(_), what) => format!("{what}_interventions"),
            (None, None, what) => format!("{what}_count"),
        }
    }

    /// What a year's number is called.
    fn number(&self, year: Option<i64>) -> String {
        let word = match (self.unit(), self.domain) {
            (Some(_), _) => "weighted",
            (None, Some(_)) => "interventions",
            (None, None) => "count",
        };
        let of_year = year.map_or_else(String::new, |year| format!("_{year}"));
        match self.unit() {
            Some(unit) => format!("{word}{of_year}_{unit}"),
            None => format!("{word}{of_year}"),
        }
    }

    fn kind(&self) -> Kind {
        if self.unit().is_some() { Kind::Money } else { Kind::Integer }
    }

    fn share(&self) -> &'static str {
        if self.unit().is_some() { "share_of_funds" } else { "share" }
    }

    fn value_of(&self, count: Option<&Count>) -> Value {
        let Some(count) = count else { return Value::Missing };
        if self.unit().is_some() { count.funds.amount().into() } else { count.number.into() }
    }

    fn share_of(&self, count: Option<&Count>) -> Value {
        let measure = if self.unit().is_some() { Measure::ShareOfFunds } else { Measure::Share };
        let share = count.and_then(|count| measure.of(count)?.over(Exact::whole(100)));
        share.map_or(Value::Missing, |share| Value::Number(share.approximate()))
    }

    fn part(&self, part: Fine) -> Value {
        if self.unit().is_some() { part.amount().into() } else { Value::Number(part.value()) }
    }

    /// A row per code: then, now, the change, its parts, the shares, and of how many.
    fn changes(&self, name: &str, language: Language) -> Table {
        let head = |message: Message| message.text(language);
        let [then, now] = [self.years.first(), self.years.last()].map(|year| year.copied().unwrap_or_default());
        let kind_of_part = if self.unit().is_some() { Kind::Money } else { Kind::Number };
        let mut columns = self.naming(language);
        columns.extend([then, now].map(|year| Column::new(self.number(Some(year)), year.to_string(), self.kind())));
        columns.push(Column::new(self.id("change"), head(msg!("years-change")), self.kind()));
        if self.domain.is_some() {
            let volume = if self.unit().is_some() {
                ("funds", msg!("years-part-funds"))
            } else {
                ("volume", msg!("years-part-volume"))
            };
            let parts = [
                ("left", msg!("years-part-left")),
                ("joined", msg!("years-part-joined")),
                volume,
                ("content", msg!("years-part-content")),
                ("recoded", msg!("years-part-recoded")),
            ];
            columns.extend(parts.map(|(what, message)| Column::new(self.id(what), head(message), kind_of_part)));
        }
        for year in [then, now] {
            let label = head(msg!("years-share", year = year.to_string()));
            columns.push(Column::new(format!("{}_{year}", self.share()), label, Kind::Number));
        }
        if self.unit().is_none() {
            let base = |year: i64| {
                Column::new(format!("base_{year}"), head(msg!("years-of", year = year.to_string())), Kind::Integer)
            };
            columns.extend([then, now].map(base));
        }
        let mut table = Table::new(name, columns);
        for row in &self.rows {
            let counts = [row.counts.first(), row.counts.last()].map(|count| count.and_then(Option::as_ref));
            let mut cells = self.named(row);
            cells.extend(counts.map(|count| self.value_of(count)));
            cells.push(self.changed(counts));
            if self.domain.is_some() {
                cells.extend(self.parts(row));
            }
            cells.extend(counts.map(|count| self.share_of(count)));
            if self.unit().is_none() {
                cells.extend(counts.map(|count| count.map(|count| count.of).into()));
            }
            self.push(&mut table, row, cells, &self.number(Some(now)));
        }
        table
    }

    fn changed(&self, counts: [Option<&Count>; 2]) -> Value {
        let ([Some(then), Some(now)], true) = (counts, self.is_comparable()) else { return Value::Missing };
        match self.unit() {
            Some(_) => (now.funds - then.funds).amount().into(),
            None => {
                let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
                Value::Integer(whole(now.number) - whole(then.number))
            }
        }
    }

    fn parts(&self, row: &YearsRow) -> [Value; 5] {
        let parts = row.parts.map(|change| match self.unit() {
            Some(_) => (change.funds, change.coding.funds),
            None => (change.numbers, change.coding.numbers),
        });
        let all = parts.map(|(parts, coding)| [parts.left, parts.joined, parts.volume, parts.content, coding]);
        all.map_or([const { Value::Missing }; 5], |all| all.map(|part| self.part(part)))
    }

    /// A row per code and year.
    fn all_years(&self, name: &str, language: Language) -> Table {
        let head = |message: Message| message.text(language);
        let number = match (self.money, self.unit(), self.domain) {
            (Some(money), Some(_), _) => head(msg!("report-weighted-funds", unit = money.currency().short())),
            (_, _, Some(_)) => head(msg!("report-interventions")),
            _ => head(msg!("report-number")),
        };
        let mut columns = self.naming(language);
        columns.push(Column::new("year", head(msg!("years-year")), Kind::Integer));
        columns.push(Column::new("comparable", head(msg!("years-comparable")), Kind::Flag));
        columns.push(Column::new(self.number(None), number, self.kind()));
        columns.push(Column::new(self.share(), head(msg!("years-share-alone")), Kind::Number));
        if self.unit().is_none() {
            columns.push(Column::new("base", head(msg!("report-base-n")), Kind::Integer));
        }
        let mut table = Table::new(name, columns);
        for row in &self.rows {
            for (at, (year, count)) in self.years.iter().zip(&row.counts).enumerate() {
                let mut cells = self.named(row);
                cells.extend([Value::Integer(*year), self.comparable[at].into()]);
                cells.extend([self.value_of(count.as_ref()), self.share_of(count.as_ref())]);
                if self.unit().is_none() {
                    cells.push(count.map(|count| count.of).into());
                }
                match at + 1 == self.years.len() {
                    true => self.push(&mut table, row, cells, &self.number(None)),
                    false => table.rows.push(cells),
                }
            }
        }
        table
    }

    /// Adds a row, the number of this year of which counts.
    fn push(&self, table: &mut Table, row: &YearsRow, cells: Vec<Value>, column: &str) {
        match row.selection {
            Some(selection) => {
                table.push_counting(cells, column, CellCount { selection, name: row.label.clone() });
            }
            None => table.rows.push(cells),
        }
    }
}
