//! What the study says of a column of money: its currency, what a bare number counts, and which sign stands before decimals.

use super::decode::Section;
use crate::diagnostic::Place;
use crate::money::{Currency, Denomination};

/// How the amounts of a column are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyForm {
    /// What a bare number counts, in the study's currency.
    pub unit: i64,
    /// The sign before decimals, where the study declares it.
    pub decimal: Option<char>,
    /// A cell of the column in which a point stands before decimals, so that one before three digits may, too.
    pub point: Option<Place>,
    /// The study's currency, and how finely its amounts are published.
    pub denomination: Denomination,
    /// Where the declaration stands.
    pub place: Place,
}

impl MoneyForm {
    /// Bare numbers of a unit of kronor, without a declared decimal sign.
    pub fn of(unit: i64) -> Self {
        Self { unit, decimal: None, point: None, denomination: Denomination::default(), place: Place::default() }
    }

    /// The study's currency.
    pub fn currency(&self) -> Currency {
        self.denomination.currency
    }

    /// The same in another unit.
    pub fn in_unit(&self, unit: i64) -> Self {
        Self { unit, ..self.clone() }
    }

    /// The word of the key `unit`.
    pub fn word(&self) -> &'static str {
        self.word_of(self.unit)
    }

    /// The word of the key `unit` for so much; empty where no word says it.
    pub fn word_of(&self, unit: i64) -> &'static str {
        self.currency().word_of(unit)
    }
}

/// The words of the key `unit`, in every currency.
pub fn unit_words() -> Vec<(&'static str, (Currency, i64))> {
    let of = |(_, currency): (&str, Currency)| currency.units().map(|(word, times)| (word, (currency, times)));
    Currency::WORDS.into_iter().flat_map(of).collect()
}

/// The keys `unit` and `decimal` of a section.
pub(super) fn decode_money(section: &Section<'_>, denomination: Denomination) -> MoneyForm {
    let own = |(currency, _): &(Currency, i64)| *currency == denomination.currency;
    let unit = section.word_where("unit", &unit_words(), own).map_or(1, |(_, times)| times);
    MoneyForm { unit, decimal: decode_decimal(section), point: None, denomination, place: section.place() }
}

/// The key `decimal`.
pub(super) fn decode_decimal(section: &Section<'_>) -> Option<char> {
    section.word("decimal", &[(",", ','), (".", '.')])
}
