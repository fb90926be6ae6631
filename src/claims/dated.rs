//! Which years the parts of an assertion name.

use super::syntax::{Breakdown, Measure, Quantity, Source, Year};
use super::token::Mistake;
use crate::msg;

impl Quantity {
    /// The years of its measures, the study's own as `None`; nothing where it is made of written numbers alone.
    pub fn years(&self) -> Vec<Option<Year>> {
        match self {
            Self::Number { .. } | Self::Column(_) => Vec::new(),
            Self::Measure(measure) => vec![measure.year],
            Self::Operation { left, right, .. } => [left.years(), right.years()].concat(),
            Self::Fold { breakdown, .. } => breakdown.years(),
        }
    }

    /// The same in a year.
    ///
    /// # Errors
    /// What has no year, or names one already.
    pub fn in_year(mut self, year: Year) -> Result<Self, Mistake> {
        self.put_in(year)?;
        Ok(self)
    }

    fn put_in(&mut self, year: Year) -> Result<(), Mistake> {
        match self {
            Self::Number { .. } => Ok(()),
            Self::Column(_) => Err(of_table(year)),
            Self::Measure(Measure { kind, year: own, .. }) => {
                if kind.is_of_table() {
                    return Err(of_table(year));
                }
                put(own, year)
            }
            Self::Operation { left, right, .. } => {
                left.put_in(year)?;
                right.put_in(year)
            }
            Self::Fold { breakdown, .. } => breakdown.put_in(year),
        }
    }

    /// Takes the year away that all of its measures name.
    pub fn take_year(&mut self) -> Option<Year> {
        let years = self.years();
        let common = years.first().copied().flatten()?;
        if !years.iter().all(|year| year.is_some_and(|year| year.number == common.number)) {
            return None;
        }
        self.forget_year();
        Some(common)
    }

    fn forget_year(&mut self) {
        match self {
            Self::Number { .. } | Self::Column(_) => {}
            Self::Measure(measure) => measure.year = None,
            Self::Operation { left, right, .. } => {
                left.forget_year();
                right.forget_year();
            }
            Self::Fold { breakdown, .. } => breakdown.year = None,
        }
    }
}

impl Breakdown {
    fn years(&self) -> Vec<Option<Year>> {
        match (&self.source, self.year) {
            (Source::By(quantity, _), None) => quantity.years(),
            (_, year) => vec![year],
        }
    }

    /// Puts it into a year.
    ///
    /// # Errors
    /// The rows of a table have none; another year is named already.
    pub fn put_in(&mut self, year: Year) -> Result<(), Mistake> {
        match &self.source {
            Source::Cells { .. } => Err(of_table(year)),
            Source::By(..) if self.years().iter().any(Option::is_some) => Err(named_twice(year)),
            Source::By(..) => {
                self.year = Some(year);
                Ok(())
            }
        }
    }
}

fn put(own: &mut Option<Year>, year: Year) -> Result<(), Mistake> {
    match own.replace(year) {
        None => Ok(()),
        Some(_) => Err(named_twice(year)),
    }
}

pub(super) fn named_twice(year: Year) -> Mistake {
    Mistake::new(year.span, msg!("year-named-twice"))
}

fn of_table(year: Year) -> Mistake {
    Mistake::new(year.span, msg!("year-of-table"))
}
