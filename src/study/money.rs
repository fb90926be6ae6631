//! What the study says of a column of money: what a bare number counts, and which sign stands before decimals.

use super::decode::Section;
use crate::diagnostic::Place;

/// How the amounts of a column are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyForm {
    /// What a bare number counts, in kronor.
    pub unit: i64,
    /// The sign before decimals, where the study declares it.
    pub decimal: Option<char>,
    /// Where the declaration stands.
    pub place: Place,
}

impl MoneyForm {
    /// The words of the key `unit`.
    pub const UNITS: [(&'static str, i64); 3] = [("kr", 1), ("tkr", 1_000), ("mnkr", 1_000_000)];

    /// Bare numbers of a unit, without a declared decimal sign.
    pub fn of(unit: i64) -> Self {
        Self { unit, decimal: None, place: Place::default() }
    }

    /// The word of the key `unit`.
    pub fn word(&self) -> &'static str {
        Self::word_of(self.unit)
    }

    /// The word of the key `unit` for a number of kronor.
    pub fn word_of(unit: i64) -> &'static str {
        Self::UNITS.iter().find(|(_, kronor)| *kronor == unit).map_or("", |(word, _)| word)
    }
}

/// The keys `unit` and `decimal` of a section.
pub(super) fn decode_money(section: &Section<'_>) -> MoneyForm {
    let unit = section.word("unit", &MoneyForm::UNITS);
    MoneyForm { unit: unit.unwrap_or(1), decimal: decode_decimal(section), place: section.place() }
}

/// The key `decimal`.
pub(super) fn decode_decimal(section: &Section<'_>) -> Option<char> {
    section.word("decimal", &[(",", ','), (".", '.')])
}
