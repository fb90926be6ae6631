//! Quantities: written numbers, measures, what is reckoned from them, and breakdowns by a dimension.

use super::{Condition, Measure, Named, Year};
use crate::claims::token::{Span, Written};
use crate::exact::Exact;
use crate::money::Currency;

/// What a written number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing but itself.
    Plain,
    /// Hundredths.
    Percent,
    /// So much money: one, a thousand or a million of a currency.
    Money(i64, Currency),
}

impl Unit {
    /// Whole units of a currency.
    pub fn one(currency: Currency) -> Self {
        Self::Money(1, currency)
    }

    /// Millions of a currency.
    pub fn millions(currency: Currency) -> Self {
        Self::Money(1_000_000, currency)
    }

    /// The unit of a word behind a number, as `%`, `kr` or `meur`.
    pub fn of(word: &str) -> Option<Self> {
        if word == "%" {
            return Some(Self::Percent);
        }
        let of_currency = |(_, currency): (&str, Currency)| {
            let units = currency.units();
            let found = units.iter().find(|(known, _)| *known == word);
            found.map(|(_, times)| Self::Money(*times, currency))
        };
        Currency::WORDS.into_iter().find_map(of_currency)
    }

    /// The word behind a number; empty where it counts nothing but itself.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Percent => "%",
            Self::Money(times, currency) => currency.word_of(times),
        }
    }

    /// How much one is.
    pub fn size(self) -> Exact {
        match self {
            Self::Plain => Exact::ONE,
            Self::Percent => Exact::power_of_ten(-2).unwrap_or(Exact::ONE),
            Self::Money(times, _) => Exact::whole(times),
        }
    }
}

/// Something that has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A written number; its value is in whole units.
    Number {
        /// The number times its unit.
        written: Written,
        /// The unit.
        unit: Unit,
    },
    /// A measure.
    Measure(Measure),
    /// A column of a table's row, in a condition on rows.
    Column(Named),
    /// Two quantities.
    Operation {
        /// How they are joined.
        operator: Operator,
        /// The left one.
        left: Box<Quantity>,
        /// The right one.
        right: Box<Quantity>,
        /// Where the right one stands.
        span: Span,
    },
    /// A breakdown as one number.
    Fold {
        /// How.
        fold: Fold,
        /// Of what.
        breakdown: Box<Breakdown>,
    },
}

impl Quantity {
    /// Whether it is made of written numbers alone.
    pub fn is_written(&self) -> bool {
        match self {
            Self::Number { .. } => true,
            Self::Operation { left, right, .. } => left.is_written() && right.is_written(),
            Self::Measure(_) | Self::Column(_) | Self::Fold { .. } => false,
        }
    }

    /// Whether it is written as a fraction of whole numbers.
    pub fn is_fraction(&self) -> bool {
        match self {
            Self::Operation { operator: Operator::Of | Operator::Over, left, right, .. } => {
                [left, right].into_iter().all(|q| matches!(&**q, Self::Number { .. }))
            }
            _ => false,
        }
    }
}

/// How two quantities are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`.
    Plus,
    /// `-`.
    Minus,
    /// `*`.
    Times,
    /// `/`.
    Over,
    /// `of`: a part of its base.
    Of,
}

/// How a breakdown becomes one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// The sum.
    Total,
    /// The largest value.
    Largest,
    /// The smallest value.
    Smallest,
    /// How many values are above zero.
    Kinds,
}

impl Fold {
    /// The words.
    pub const WORDS: [(&'static str, Self); 4] =
        [("total", Self::Total), ("largest", Self::Largest), ("smallest", Self::Smallest), ("kinds", Self::Kinds)];
}

/// A quantity for each value of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// What is broken down.
    pub source: Source,
    /// Only these values.
    pub among: Vec<Named>,
    /// Not these.
    pub besides: Vec<Named>,
    /// Of which year; `None` for the study's own.
    pub year: Option<Year>,
    /// Where it stands.
    pub span: Span,
}

/// What is broken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A quantity by a dimension.
    By(Quantity, Dimension),
    /// The rows of an item's table.
    Cells {
        /// The item.
        item: Named,
        /// The column.
        column: Named,
        /// Which rows.
        condition: Option<Condition>,
    },
}

/// By what a quantity is broken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Main codes of domains, or options, items or answers of questions.
    Values {
        /// Domains or questions.
        names: Vec<Named>,
        /// The main code whose subcodes are meant; `all` means those of all.
        subcodes_of: Option<Named>,
        /// The answers that count, of questions with items.
        answers: Vec<Named>,
    },
    /// Areas.
    Area,
    /// Recipients that answered.
    Recipient,
    /// By whom recipients belong to.
    Parent,
    /// By two things: a value for each pair.
    Pair(Box<Dimension>, Box<Dimension>),
}

impl Dimension {
    /// Whether values are areas, or pairs with an area.
    pub fn is_by_area(&self) -> bool {
        match self {
            Self::Area => true,
            Self::Pair(one, other) => one.is_by_area() || other.is_by_area(),
            Self::Values { .. } | Self::Recipient | Self::Parent => false,
        }
    }
}

/// Between the names of a pair.
const TIMES: &str = " × ";

/// What a pair of values is called: `G1 × R3`.
pub fn pair(one: &str, other: &str) -> String {
    format!("{one}{TIMES}{other}")
}

/// The names of a pair; `None` for a single value.
pub fn parts(name: &str) -> Option<(&str, &str)> {
    name.split_once(TIMES)
}
