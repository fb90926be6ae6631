//! What is counted or summed, where, and of what.

use super::{Named, Quantity, Symbol, Year};
use crate::claims::token::Span;
use crate::exact::Exact;

/// What is counted or summed, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What.
    pub kind: MeasureKind,
    /// Of what.
    pub selection: Selection,
    /// Of which year; `None` for the study's own.
    pub year: Option<Year>,
    /// Where it stands.
    pub span: Span,
}

/// What is counted or summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// Interventions that count.
    Interventions,
    /// Their funds as they count.
    Funds,
    /// Their reported funds.
    Reported,
    /// Who answered.
    Respondents,
    /// Who requisitioned funds.
    Recipients,
    /// Requisitioned funds of those who answered.
    Requisitioned,
    /// Repaid funds of those who answered.
    Repaid,
    /// T of those who answered.
    Target,
    /// Interventions set aside.
    Excluded,
    /// Who was expected to answer.
    Expected,
    /// Who answered after the day on which answers were due.
    Late,
    /// Who answered with something left out.
    Partly,
    /// Allocated funds of those who answered.
    Allocated,
    /// Areas.
    Areas,
    /// One number in an item's table.
    Cell {
        /// The item.
        item: Named,
        /// What must stand in the row.
        keys: Vec<Named>,
        /// The column.
        column: Named,
    },
    /// Rows of an item's table.
    Rows {
        /// The item.
        item: Named,
    },
    /// The sum of a column of an item's table.
    Sum {
        /// The item.
        item: Named,
        /// The column.
        column: Named,
    },
}

impl MeasureKind {
    /// The words of the measures that need no more than a selection.
    pub const WORDS: [(&'static str, Self); 15] = [
        ("interventions", Self::Interventions),
        ("kronor", Self::Funds),
        ("funds", Self::Funds),
        ("reported", Self::Reported),
        ("respondents", Self::Respondents),
        ("recipients", Self::Recipients),
        ("requisitioned", Self::Requisitioned),
        ("repaid", Self::Repaid),
        ("target", Self::Target),
        ("excluded", Self::Excluded),
        ("areas", Self::Areas),
        ("expected", Self::Expected),
        ("late", Self::Late),
        ("partly", Self::Partly),
        ("allocated", Self::Allocated),
    ];

    /// The words of the measures of an item's table.
    pub const OF_TABLES: [&'static str; 3] = ["cell", "rows", "sum"];

    /// Whether it counts what comes in whole numbers.
    pub fn is_count(&self) -> bool {
        matches!(
            self,
            Self::Interventions
                | Self::Respondents
                | Self::Recipients
                | Self::Excluded
                | Self::Expected
                | Self::Late
                | Self::Partly
                | Self::Areas
                | Self::Rows { .. }
        )
    }

    /// Whether it looks at the table of an item.
    pub fn is_of_table(&self) -> bool {
        matches!(self, Self::Cell { .. } | Self::Rows { .. } | Self::Sum { .. })
    }

    /// The word of a measure that needs no more than a selection.
    pub fn word(&self) -> &'static str {
        Self::WORDS.iter().find(|(_, kind)| kind == self).map_or("", |(word, _)| word)
    }

    /// Whether it asks for what was requisitioned.
    pub fn is_of_requisitions(&self) -> bool {
        matches!(self, Self::Recipients | Self::Requisitioned | Self::Repaid | Self::Target)
    }

    /// Whether it is an amount of money.
    pub fn is_funds(&self) -> bool {
        matches!(
            self,
            Self::Funds | Self::Reported | Self::Requisitioned | Self::Repaid | Self::Target | Self::Allocated
        )
    }
}

/// Where and of what a measure is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The areas; empty: those of the claim. `all` is every area.
    pub areas: Vec<Named>,
    /// The condition.
    pub condition: Option<Condition>,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// All of them.
    And(Vec<Condition>),
    /// Any of them.
    Or(Vec<Condition>),
    /// Not.
    Not(Box<Condition>),
    /// One test.
    Test(Test),
}

/// One test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// `activity/output = G1, G2`, `influence "Enskilda…" = "Ja"`.
    Has {
        /// Domains or questions, any of which will do.
        names: Vec<Named>,
        /// The item of a question.
        item: Option<Named>,
        /// The codes, options or answers, any of which will do.
        values: Vec<Named>,
        /// Whether it must not have any.
        negated: bool,
    },
    /// `number(targets) > 1`.
    Number {
        /// Domain or question.
        name: Named,
        /// The comparison.
        symbol: Symbol,
        /// With what.
        number: Exact,
    },
    /// `answered(influence)`.
    Answered(Named),
    /// `asked(influence_type)`.
    Asked(Named),
    /// `recipient = "Region Skåne"`.
    Recipient(Vec<Named>, bool),
    /// `part_of = "Göteborg"`: whom its recipient belongs to.
    PartOf(Vec<Named>, bool),
    /// `level = region`.
    Level(Named),
    /// `broken(2023)`: a break is declared of the area since a year.
    Broken(Year),
    /// A comparison counted for each respondent, area or row.
    Comparison {
        /// The left quantity.
        left: Box<Quantity>,
        /// The sign.
        symbol: Symbol,
        /// The right quantity.
        right: Box<Quantity>,
    },
}
