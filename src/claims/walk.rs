//! Every part of an assertion in turn, for what must be known before any data are.

use super::syntax::{
    Assertion, Breakdown, Condition, Dimension, Measure, MeasureKind, Named, Part, Place, Quantity, Source, Statement,
    Test, Unit, Values, Year,
};
use crate::exact::Exact;

/// The areas that a measure names; none where it is taken in those of the claim.
#[derive(Clone, Copy)]
pub struct Areas<'a> {
    /// Their names.
    pub names: &'a [Named],
    /// Whether every area is meant, by itself.
    pub is_by_area: bool,
    /// The year that is named.
    pub year: Option<Year>,
}

/// What a walk meets.
#[derive(Default)]
pub struct Found<'a> {
    /// The areas of each measure.
    pub areas: Vec<Areas<'a>>,
    /// The years that are named, with the areas that they are asked of.
    pub years: Vec<(Year, Areas<'a>)>,
    /// Where the walk is: the year and areas of what stands around.
    around: Option<Areas<'a>>,
    /// Every measure, those of conditions, too.
    pub measures: Vec<&'a Measure>,
    /// Written numbers, of conditions and places, too, and how many values are placed.
    pub numbers: Vec<Exact>,
    /// The units of written numbers.
    pub units: Vec<Unit>,
    /// Domains and questions, wherever they stand.
    pub names: Vec<&'a Named>,
    /// Items whose cells are looked at, with the column; `None` where any may be.
    pub cells: Vec<(&'a Named, Option<&'a Named>)>,
}

/// What stands in an assertion.
pub fn found(assertion: &Assertion) -> Found<'_> {
    let mut found = Found::default();
    assertion.statements.iter().for_each(|statement| found.statement(statement));
    found
}

/// What stands in a quantity by itself.
pub fn found_in(quantity: &Quantity) -> Found<'_> {
    let mut found = Found::default();
    found.quantity(quantity);
    found
}

impl<'a> Found<'a> {
    fn statement(&mut self, statement: &'a Statement) {
        match statement {
            Statement::Comparison { computed, stated, .. } => {
                self.quantity(computed);
                self.quantity(stated);
            }
            Statement::Vague { computed, .. } => self.quantity(computed),
            Statement::Place { values, place, ranking, since } => {
                if let Values::These(named) = values {
                    self.numbers.push(Exact::count(named.len()));
                }
                match place {
                    Place::FromTop(n) | Place::FromBottom(n) | Place::AmongHighest(n) | Place::AmongLowest(n) => {
                        self.numbers.push(Exact::count(*n));
                    }
                    Place::Highest { .. } | Place::Lowest { .. } => {}
                    Place::Present | Place::Absent | Place::Vague(_) => {}
                }
                self.breakdown(ranking);
                self.since(*since, |then| then.breakdown(ranking));
            }
            Statement::Changed { computed, since, .. } => {
                self.quantity(computed);
                self.since(Some(*since), |then| then.quantity(computed));
            }
            Statement::Alike { left, part, right, .. } => {
                if let Part::Order(Some(n)) | Part::Highest(n) | Part::Lowest(n) = part {
                    self.numbers.push(Exact::count(*n));
                }
                self.breakdown(left);
                self.breakdown(right);
            }
        }
    }

    /// What is asked of an earlier year, too.
    fn since(&mut self, year: Option<Year>, walk: impl Fn(&mut Self)) {
        if year.is_some() {
            let around = Some(Areas { names: &[], is_by_area: false, year });
            let mut then = Found { around, ..Found::default() };
            walk(&mut then);
            self.years.extend(then.years);
        }
    }

    fn quantity(&mut self, quantity: &'a Quantity) {
        match quantity {
            Quantity::Number { written, unit } => {
                self.numbers.push(written.value);
                self.units.push(*unit);
            }
            Quantity::Measure(measure) => self.measure(measure),
            Quantity::Column(_) => {}
            Quantity::Operation { left, right, .. } => {
                self.quantity(left);
                self.quantity(right);
            }
            Quantity::Fold { breakdown, .. } => self.breakdown(breakdown),
        }
    }

    fn measure(&mut self, measure: &'a Measure) {
        let areas = self.areas_of(measure);
        self.areas.push(areas);
        self.years.extend(areas.year.map(|year| (year, areas)));
        self.measures.push(measure);
        match &measure.kind {
            MeasureKind::Cell { item, column, .. } | MeasureKind::Sum { item, column } => {
                self.cells.push((item, Some(column)));
            }
            MeasureKind::Rows { item } => self.cells.push((item, None)),
            _ => {}
        }
        let around = self.around.replace(areas);
        measure.selection.condition.iter().for_each(|condition| self.condition(condition));
        self.around = around;
    }

    fn areas_of(&self, measure: &'a Measure) -> Areas<'a> {
        let (names, year) = (measure.selection.areas.as_slice(), measure.year);
        let around = self.around.unwrap_or(Areas { names: &[], is_by_area: false, year: None });
        let year = year.or(around.year);
        if names.is_empty() { Areas { year, ..around } } else { Areas { names, is_by_area: false, year } }
    }

    fn condition(&mut self, condition: &'a Condition) {
        match condition {
            Condition::And(all) | Condition::Or(all) => all.iter().for_each(|one| self.condition(one)),
            Condition::Not(one) => self.condition(one),
            Condition::Test(Test::Number { name, number, .. }) => {
                self.names.push(name);
                self.numbers.push(*number);
            }
            Condition::Test(Test::Has { names, .. }) => self.names.extend(names),
            Condition::Test(Test::Comparison { left, right, .. }) => {
                // What is compared for each area or row names no area of its own.
                let mut inside = Found { around: self.around, ..Found::default() };
                inside.quantity(left);
                inside.quantity(right);
                self.numbers.extend(inside.numbers);
                self.measures.extend(inside.measures);
                self.units.extend(inside.units);
                self.names.extend(inside.names);
                self.cells.extend(inside.cells);
                self.years.extend(inside.years);
            }
            Condition::Test(Test::Broken(year)) => self.years.extend(self.around.map(|areas| (*year, areas))),
            Condition::Test(_) => {}
        }
    }

    fn dimension(&mut self, dimension: &'a Dimension) {
        match dimension {
            Dimension::Values { names, .. } => self.names.extend(names),
            Dimension::Pair(one, other) => [one, other].into_iter().for_each(|own| self.dimension(own)),
            Dimension::Area | Dimension::Recipient | Dimension::Parent => {}
        }
    }

    fn breakdown(&mut self, breakdown: &'a Breakdown) {
        match &breakdown.source {
            Source::By(quantity, dimension) => {
                self.dimension(dimension);
                let is_by_area = dimension.is_by_area();
                let own = self.around.unwrap_or(Areas { names: &[], is_by_area, year: None });
                let areas =
                    Areas { is_by_area: is_by_area || own.is_by_area, year: breakdown.year.or(own.year), ..own };
                let around = self.around.replace(areas);
                self.quantity(quantity);
                self.around = around;
            }
            Source::Cells { item, column, condition } => {
                self.cells.push((item, Some(column)));
                condition.iter().for_each(|condition| self.condition(condition));
            }
        }
    }
}
