//! What an assertion says, as a tree.

use std::cmp::Ordering;

use super::range::{Range, Truth};
use super::token::{Span, Written};
use crate::exact::Exact;
use crate::money::Currency;

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
}
