//! What an assertion says, as a tree.

mod measure;
mod quantity;

use std::cmp::Ordering;

pub use measure::{Condition, Measure, MeasureKind, Selection, Test};
pub use quantity::{Breakdown, Dimension, Fold, Operator, Quantity, Source, Unit, pair, parts};

use super::range::{Range, Truth};
use super::token::Span;
use crate::exact::Exact;

/// A name or text with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name, or the text without its quotation marks.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A year that is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub number: i64,
    /// Where it stands.
    pub span: Span,
}

/// All statements of an assertion; every one must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// At least one.
    pub statements: Vec<Statement>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// `interventions = 133`, `… is drygt 1/3`.
    Comparison {
        /// What is computed.
        computed: Box<Quantity>,
        /// How it is compared.
        relation: Relation,
        /// What is stated.
        stated: Box<Quantity>,
    },
    /// `interventions(theme = T1) is several`.
    Vague {
        /// What is computed.
        computed: Box<Quantity>,
        /// The word.
        word: Named,
    },
    /// `G1 first in interventions by activity`.
    Place {
        /// The values that are placed.
        values: Values,
        /// The place.
        place: Place,
        /// The ranking.
        ranking: Box<Breakdown>,
        /// The earlier year in which they must have had it, too: `G1 still first in … since 2023`.
        since: Option<Year>,
    },
    /// `interventions by activity same order as interventions by output`.
    Alike {
        /// The one.
        left: Box<Breakdown>,
        /// Whether they must differ.
        different: bool,
        /// What is compared.
        part: Part,
        /// The other.
        right: Box<Breakdown>,
    },
    /// `interventions(goal = R3) increased since 2023`.
    Changed {
        /// What is computed, now and then.
        computed: Box<Quantity>,
        /// The word.
        word: Named,
        /// Then.
        since: Year,
    },
}

/// How two quantities are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Exactly.
    Exact(Symbol),
    /// After rounding to the digits that are written.
    Rounded,
    /// After cutting off behind the digits that are written.
    Truncated,
    /// By a word of precision.
    Word(Named),
}

/// A sign of comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// `=`.
    Equal,
    /// `!=`.
    Unequal,
    /// `<`.
    Below,
    /// `<=`.
    AtMost,
    /// `>`.
    Above,
    /// `>=`.
    AtLeast,
}

impl Symbol {
    /// The signs.
    pub const SIGNS: [(&'static str, Self); 6] = [
        ("=", Self::Equal),
        ("!=", Self::Unequal),
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("<", Self::Below),
        (">", Self::Above),
    ];

    /// The sign of a text.
    pub fn from_sign(sign: &str) -> Option<Self> {
        Self::SIGNS.iter().find(|(known, _)| *known == sign).map(|(_, symbol)| *symbol)
    }

    /// Whether it holds between two numbers.
    pub fn holds(self, left: Exact, right: Exact) -> bool {
        match self {
            Self::Equal => left == right,
            Self::Unequal => left != right,
            Self::Below => left < right,
            Self::AtMost => left <= right,
            Self::Above => left > right,
            Self::AtLeast => left >= right,
        }
    }

    /// Whether a number keeps it to another, lies below the numbers that do, or above them. What differs is no such range:
    /// of [`Symbol::Unequal`] it says what is equal.
    pub fn side(self, left: Exact, right: Exact) -> Ordering {
        match self {
            Self::Equal | Self::Unequal => left.cmp(&right),
            _ if self.holds(left, right) => Ordering::Equal,
            Self::Below | Self::AtMost => Ordering::Greater,
            Self::Above | Self::AtLeast => Ordering::Less,
        }
    }

    /// Whether it holds for the values that two numbers may have.
    pub fn between(self, left: &Range, right: &Range) -> Truth {
        let truth = left.keeps(right, |left, right| Some(self.side(left, right)));
        let truth = truth.unwrap_or(Truth::Depends);
        if self == Self::Unequal { truth.not() } else { truth }
    }
}

/// The values that a statement places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// Every value of the ranking.
    All(Span),
    /// These.
    These(Vec<Named>),
}

/// A place in a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The n-th from the top (1 is the first).
    FromTop(usize),
    /// The n-th from the bottom.
    FromBottom(usize),
    /// The values are the highest ones.
    Highest {
        /// In the order in which they are listed.
        in_order: bool,
    },
    /// The values are the lowest ones.
    Lowest {
        /// In the order in which they are listed, the lowest first.
        in_order: bool,
    },
    /// Each is among the n highest.
    AmongHighest(usize),
    /// Each is among the n lowest.
    AmongLowest(usize),
    /// Each is above zero.
    Present,
    /// Each is zero.
    Absent,
    /// Each is as a vague word says.
    Vague(Named),
}

/// What two rankings have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The order, of all or of the first n.
    Order(Option<usize>),
    /// The n highest, as a set.
    Highest(usize),
    /// The n lowest, as a set.
    Lowest(usize),
    /// Which values there are, whatever their numbers.
    Values,
}
