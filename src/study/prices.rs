//! The prices of one year, in which funds of several years can be told.

use super::decode::Section;
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::exact::Exact;
use crate::msg;
use crate::wording::Text;

/// An index of prices by year, as the study declares it.
#[derive(Clone, Debug)]
pub struct Prices {
    /// The year whose prices funds are told in.
    pub year: i64,
    /// The index of every year, in the order of the file; all above zero.
    pub index: Vec<(i64, Exact)>,
    /// Where the index is from.
    pub source: Text,
    /// Where it is declared.
    pub place: Place,
}

impl Prices {
    /// What funds of a year are multiplied by; `None` where the index lacks the year.
    pub fn factor(&self, year: i64) -> Option<Exact> {
        let index = |wanted: i64| self.index.iter().find(|(year, _)| *year == wanted).map(|(_, index)| *index);
        index(self.year)?.over(index(year)?)
    }
}

/// Reads `[prices]`.
pub(super) fn decode(section: &Section<'_>) -> Option<Prices> {
    let year = section.integer("year", 1990..=2100);
    section.require("year", msg!("key-prices-year"));
    section.require("source", msg!("key-prices-source"));
    section.require("index", msg!("key-prices-index"));
    let source = super::text(section, "source");
    let mut index: Vec<(i64, Exact)> = Vec::new();
    for (own, number) in section.numbers("index") {
        let value = Exact::decimal(&number.value).filter(|value| *value > Exact::ZERO);
        match (own.parse(), value) {
            (Ok(year), Some(value)) => index.push((year, value)),
            (Ok(_), None) => {
                let message = msg!("prices-index-unfit", index = shown(&number.value), year = own);
                section.report(Diagnostic::error(number.place, message));
            }
            (Err(_), _) => {
                let message = msg!("prices-index-year", year = shown(&own));
                section.report(Diagnostic::error(number.place, message));
            }
        }
    }
    let year = year?;
    Some(Prices { year, index, source: source.unwrap_or_default(), place: section.place() })
}

impl super::Study {
    /// Checks that the index has every year that is compared, once earlier studies are loaded.
    pub(super) fn check_prices(&self, messages: &mut crate::diagnostic::Diagnostics) {
        let Some(prices) = &self.prices else { return };
        let earlier: Vec<i64> = self.earlier_with_surveys().map(|(_, other)| other.year).collect();
        let wanted: std::collections::BTreeSet<i64> = earlier.into_iter().chain([self.year, prices.year]).collect();
        for year in wanted.into_iter().filter(|year| !prices.index.iter().any(|(known, _)| known == year)) {
            let message = msg!("prices-without-year", year = year.to_string());
            messages.push(Diagnostic::error(prices.place.clone(), message));
        }
    }
}
