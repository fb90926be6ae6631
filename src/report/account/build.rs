//! Filling in a table of accounts, column by column, every cell exactly.

use super::declare::{AccountItem, ColumnDeclaration, ColumnSource, Drawing, Order, RowsDeclaration, ShareOf};
use super::filled::{Cell, Filled, FilledColumn, FilledRow, Holds};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::exact::Exact;
use crate::grant::{Account, Field, Point, Unit};
use crate::msg;
use crate::report::{Material, PercentStyle};
use crate::study::FieldKind;
use crate::wording::alphabetical;

/// Fills in an item.
pub(in crate::report) fn fill(material: &Material<'_>, item: &AccountItem, messages: &mut Diagnostics) -> Filled {
    let mut builder = Builder { material, rows: Vec::new(), columns: Vec::new(), messages };
    builder.rows = builder.rows(item);
    for declared in &item.columns {
        let column = builder.column(item, declared);
        builder.columns.push((column, declared.hidden));
    }
    let over_zero = item.columns.iter().filter(|column| !column.hidden && builder.is_over_zero(&column.source));
    let over_zero = over_zero.map(|column| column.label.get(material.language).to_owned()).collect();
    let Builder { rows, columns, .. } = builder;
    let bases = columns.iter().flat_map(|(column, _)| &column.cells).filter_map(|cell| cell.base);
    let language = material.language;
    let mut filled = Filled {
        base: bases.max(),
        rows,
        total: item.total.as_ref().map(|text| text.get(language).to_owned()),
        head: item.head.as_ref().map_or_else(String::new, |text| text.get(language).to_owned()),
        columns: Vec::new(),
        over_zero,
    };
    arrange(&mut filled, item.order, columns);
    if item.drawing != Drawing::Table {
        check_chart(&filled, item, messages);
    }
    filled
}

/// A chart has one axis, and so many colours.
fn check_chart(filled: &Filled, item: &AccountItem, messages: &mut Diagnostics) {
    const MOST: usize = 4;
    let place = || item.columns.first().map(|column| column.place.clone()).unwrap_or_default();
    if filled.columns.len() > MOST {
        let message = msg!("chart-of-many-columns", count = filled.columns.len(), most = MOST);
        messages.push(Diagnostic::error(place(), message));
    }
    let unit = |column: &FilledColumn| std::mem::discriminant(&column.holds);
    let mut units = filled.columns.iter().map(unit);
    let first = units.next();
    if units.any(|other| Some(other) != first) || filled.columns.iter().any(|column| column.holds == Holds::Code) {
        messages.push(Diagnostic::error(place(), msg!("chart-of-several-units")));
    }
}

/// Puts the rows in their order, and leaves out the columns that are only computed with.
fn arrange(filled: &mut Filled, order: Order, columns: Vec<(FilledColumn, bool)>) {
    let mut positions: Vec<usize> = (0..filled.rows.len()).collect();
    match order {
        Order::Declared => {}
        Order::Alphabetical => positions.sort_by_cached_key(|at| alphabetical(&filled.rows[*at].label)),
        Order::Descending => {
            let first = columns.iter().find(|(column, _)| column.holds != Holds::Code).map(|(column, _)| column);
            let value = |at: &usize| first.and_then(|column| column.cells[*at].value);
            positions.sort_by_key(|at| std::cmp::Reverse(value(at)));
        }
    }
    filled.rows = positions.iter().map(|at| filled.rows[*at].clone()).collect();
    for (mut column, hidden) in columns {
        column.cells = positions.iter().map(|at| column.cells[*at]).collect();
        if !hidden {
            filled.columns.push(column);
        }
    }
}

struct Builder<'a, 'm> {
    material: &'a Material<'a>,
    rows: Vec<FilledRow>,
    /// With whether each is only computed with.
    columns: Vec<(FilledColumn, bool)>,
    messages: &'m mut Diagnostics,
}

impl Builder<'_, '_> {
    fn rows(&mut self, item: &AccountItem) -> Vec<FilledRow> {
        let language = self.material.language;
        let mut rows: Vec<FilledRow> = match &item.rows {
            RowsDeclaration::Recipients { account, as_written } => {
                let returns = self.material.grant.account(account).map_or(&[][..], |account| &account.returns);
                let row = |own: &crate::survey::Return| FilledRow {
                    key: own.recipient.code.clone(),
                    label: if *as_written { own.written.clone() } else { own.recipient.name.clone() },
                };
                returns.iter().map(row).collect()
            }
            RowsDeclaration::Years(years) => {
                years.iter().map(|year| FilledRow { key: year.to_string(), label: year.to_string() }).collect()
            }
            RowsDeclaration::Options(named) => self.options(item, named),
        };
        for row in &mut rows {
            if let Some((_, label)) = item.labels.iter().find(|(key, _)| *key == row.key) {
                label.get(language).clone_into(&mut row.label);
            }
        }
        rows
    }

    /// The options of everything that is measured, each once; those that are named, in their order, where some are.
    fn options(&mut self, item: &AccountItem, named: &[String]) -> Vec<FilledRow> {
        let language = self.material.language;
        let mut rows: Vec<FilledRow> = Vec::new();
        for point in item.columns.iter().flat_map(|column| self.points(&column.source)) {
            if !rows.iter().any(|row| row.key == point.option) {
                let label = self.material.option(point.label.get(language)).to_owned();
                rows.push(FilledRow { key: point.option, label });
            }
        }
        if named.is_empty() {
            return rows;
        }
        for wrong in named.iter().filter(|key| !rows.iter().any(|row| row.key == **key)) {
            let place = item.columns.first().map(|column| column.place.clone()).unwrap_or_default();
            let suggestion = did_you_mean(wrong, rows.iter().map(|row| row.key.as_str()));
            let message = msg!("row-option-unknown", option = shown(wrong), suggestion);
            self.messages.push(Diagnostic::error(place, message));
        }
        named.iter().filter_map(|key| rows.iter().find(|row| row.key == *key).cloned()).collect()
    }

    /// What a column measures, by option.
    fn points(&self, source: &ColumnSource) -> Vec<Point> {
        let Material { study, grant, .. } = self.material;
        match source {
            ColumnSource::Form(form) => grant.points(study, form),
            ColumnSource::Measure { measure, year, .. } => grant
                .measure(measure, year.unwrap_or(study.year))
                .map(|series| series.points.clone())
                .unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn column(&mut self, item: &AccountItem, declared: &ColumnDeclaration) -> FilledColumn {
        let (holds, cells, total) = match &declared.source {
            ColumnSource::Code => (Holds::Code, vec![Cell::default(); self.rows.len()], Cell::default()),
            ColumnSource::Field { field, option, style } => {
                self.field_column(item, declared, field, option.as_deref().unwrap_or_default(), *style)
            }
            ColumnSource::Form(form) => {
                let points = self.points(&declared.source);
                self.measured(&points, holds_of(form.unit()))
            }
            ColumnSource::Measure { measure, option, .. } => {
                let declared_unit = self.material.study.measures.iter().find(|own| own.id == *measure);
                let holds = declared_unit.map_or(Holds::Number, |own| holds_of(own.unit()));
                if matches!(item.rows, RowsDeclaration::Years(_)) {
                    self.over_years(measure, option, holds)
                } else {
                    let points = self.points(&declared.source);
                    self.measured(&points, holds)
                }
            }
            _ => self.computed(&declared.source),
        };
        let bases = cells.iter().filter_map(|cell| cell.base).max();
        let base =
            bases.map_or_else(String::new, |base| self.material.language.integer(i64::try_from(base).unwrap_or(0)));
        let label = declared.label.get(self.material.language).replace("{base}", &base);
        FilledColumn { id: declared.id.clone(), label, holds, cells, total, line: declared.line }
    }

    /// A field of every recipient.
    fn field_column(
        &mut self,
        item: &AccountItem,
        declared: &ColumnDeclaration,
        id: &str,
        option: &str,
        style: PercentStyle,
    ) -> (Holds, Vec<Cell>, Cell) {
        let empty = |rows: usize| (Holds::Number, vec![Cell::default(); rows], Cell::default());
        let RowsDeclaration::Recipients { account, .. } = &item.rows else { return empty(self.rows.len()) };
        let Some(account) = self.material.grant.account(account) else { return empty(self.rows.len()) };
        let Some(field) = account.field(id) else { return empty(self.rows.len()) };
        let Some(at) = field.option(option) else {
            let suggestion = did_you_mean(option, field.options.iter().map(|o| o.key.as_str()));
            let message = msg!("field-option-unknown", option = shown(option), field = shown(id), suggestion);
            self.messages.push(Diagnostic::error(declared.place.clone(), message));
            return empty(self.rows.len());
        };
        field_cells(account, field, at, style)
    }

    /// What was measured, by the options of the rows.
    fn measured(&self, points: &[Point], holds: Holds) -> (Holds, Vec<Cell>, Cell) {
        let cell = |row: &FilledRow| {
            let point = points.iter().find(|point| point.option == row.key);
            point.map_or_else(Cell::default, of_point)
        };
        let cells: Vec<Cell> = self.rows.iter().map(cell).collect();
        let total = column_total(holds, &cells);
        (holds, cells, total)
    }

    /// A measure over the years of the rows; a year without it is a gap.
    fn over_years(&self, measure: &str, option: &str, holds: Holds) -> (Holds, Vec<Cell>, Cell) {
        let cell = |row: &FilledRow| {
            let year = row.key.parse().unwrap_or_default();
            let point = self.material.grant.measure(measure, year).and_then(|series| series.point(option));
            point.map_or_else(Cell::default, of_point)
        };
        let cells: Vec<Cell> = self.rows.iter().map(cell).collect();
        let total = column_total(holds, &cells);
        (holds, cells, total)
    }

    fn earlier(&self, id: &str) -> Option<&FilledColumn> {
        self.columns.iter().map(|(column, _)| column).find(|column| column.id == id)
    }

    /// A column that is computed from others, row by row, the total row included.
    fn computed(&self, source: &ColumnSource) -> (Holds, Vec<Cell>, Cell) {
        let holds = match source {
            ColumnSource::Base(_) => Holds::Count,
            ColumnSource::Percent { style, total_decimals, .. } => {
                Holds::Percent { style: *style, total_decimals: *total_decimals }
            }
            ColumnSource::Difference(first, _) => self.earlier(first).map_or(Holds::Number, |column| column.holds),
            ColumnSource::Least(of) | ColumnSource::Added(of) => {
                of.first().and_then(|first| self.earlier(first)).map_or(Holds::Number, |column| column.holds)
            }
            _ => Holds::Number,
        };
        let at = |row: Option<usize>| {
            let cell = |id: &str| {
                let column = self.earlier(id)?;
                Some(row.map_or(column.total, |row| column.cells.get(row).copied().unwrap_or_default()))
            };
            let value = |id: &str| cell(id).and_then(|cell| cell.value);
            match source {
                ColumnSource::Base(of) => {
                    Cell::of(cell(of).and_then(|c| c.base).and_then(|b| i64::try_from(b).ok()).map(Exact::whole))
                }
                ColumnSource::Percent { part, of, .. } => self.share(part, of, cell(part).unwrap_or_default(), &value),
                ColumnSource::Difference(from, less) => {
                    Cell::of(value(from).zip(value(less)).and_then(|(from, less)| from.minus(less)))
                }
                ColumnSource::Least(of) => {
                    // Missing is not the least.
                    Cell::of(
                        of.iter().map(|id| value(id)).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min()),
                    )
                }
                ColumnSource::Added(of) => {
                    let present: Vec<Exact> = of.iter().filter_map(|id| value(id)).collect();
                    Cell::of((!present.is_empty()).then(|| Exact::sum(present)).flatten())
                }
                _ => Cell::default(),
            }
        };
        ((holds), (0..self.rows.len()).map(|row| at(Some(row))).collect(), at(None))
    }

    /// Whether a share of zero stands in a column: it has no value.
    fn is_over_zero(&self, source: &ColumnSource) -> bool {
        let ColumnSource::Percent { part, of, .. } = source else { return false };
        let Some(parts) = self.earlier(part) else { return false };
        (0..parts.cells.len()).any(|row| {
            let value = |id: &str| self.earlier(id)?.cells.get(row)?.value;
            let whole = match of {
                ShareOf::Total => parts.total.value,
                ShareOf::Base => parts.cells[row].base.map(Exact::count),
                ShareOf::Column(id) => value(id),
            };
            whole == Some(Exact::ZERO)
        })
    }

    /// Part / whole in percent, of a row or of the totals.
    fn share(&self, part: &str, of: &ShareOf, cell: Cell, value: &dyn Fn(&str) -> Option<Exact>) -> Cell {
        let whole = match of {
            ShareOf::Total => self.earlier(part).and_then(|column| column.total.value),
            ShareOf::Base => cell.base.and_then(|base| i64::try_from(base).ok()).map(Exact::whole),
            ShareOf::Column(id) => value(id),
        };
        let share = cell.value.zip(whole).and_then(|(part, whole)| part.over(whole)?.times(Exact::whole(100)));
        Cell { value: share, base: cell.base }
    }
}

/// The cell of what was measured; of nobody nothing can be counted.
fn of_point(point: &Point) -> Cell {
    Cell { value: (point.base != Some(0)).then_some(point.value), base: point.base }
}

fn holds_of(unit: Unit) -> Holds {
    match unit {
        Unit::Money => Holds::Money,
        Unit::Count => Holds::Count,
        Unit::Number => Holds::Number,
    }
}

fn field_cells(account: &Account, field: &Field, option: usize, style: PercentStyle) -> (Holds, Vec<Cell>, Cell) {
    let recipients = 0..account.returns.len();
    match field.kind {
        FieldKind::Ticks | FieldKind::Answers | FieldKind::Codes => {
            let ticked = |at| field.counts(at, option, &[]).map(|counts| Exact::whole(i64::from(counts)));
            (Holds::Count, recipients.map(|at| Cell::of(ticked(at))).collect(), Cell::default())
        }
        kind => {
            let (holds, total) = match kind {
                FieldKind::Money => (Holds::Money, field.total(option)),
                // Shares of different wholes have no sum.
                FieldKind::Share => (Holds::Percent { style, total_decimals: style.decimals }, None),
                _ => (Holds::Number, field.total(option)),
            };
            (holds, recipients.map(|at| Cell::of(field.number(at, option))).collect(), Cell::of(total))
        }
    }
}

/// Money and numbers add up over rows; recipients that are counted under several options do not.
fn column_total(holds: Holds, cells: &[Cell]) -> Cell {
    let present: Vec<Exact> = cells.iter().filter_map(|cell| cell.value).collect();
    match holds {
        Holds::Money | Holds::Number if !present.is_empty() => Cell::of(Exact::sum(present)),
        _ => Cell::default(),
    }
}
