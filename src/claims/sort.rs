//! What kind of thing a quantity is: money, a share, or a number of something. A unit fits only its own kind.

use super::facts::Facts;
use super::syntax::{Breakdown, Fold, Measure, MeasureKind, Named, Operator, Quantity, Source, Unit};
use crate::msg;
use crate::report::Kind;
use crate::wording::Message;

/// What kind of thing a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// An amount.
    Money,
    /// A part of a base.
    Share,
    /// So many of something.
    Number,
    /// A number of which nothing is known: of a table that somebody made, or of what no word fits.
    Any,
}

impl Sort {
    /// Why a unit does not fit; `None` where it does.
    pub(super) fn misfit(self, unit: Unit, facts: &Facts<'_>) -> Option<Message> {
        let own = facts.currency;
        let fits = match unit {
            Unit::Plain => true,
            Unit::Percent => matches!(self, Self::Share | Self::Any),
            Unit::Money(_, currency) => matches!(self, Self::Money | Self::Any) && currency == own,
        };
        let is = match self {
            Self::Money => msg!("quantity-is-money", currency = own.in_unit(1)),
            Self::Share => msg!("quantity-is-share"),
            Self::Number => msg!("quantity-is-number"),
            Self::Any => msg!("quantity-is-any"),
        };
        (!fits).then(|| msg!("quantity-unit-misfit", unit = unit.word(), is))
    }
}

/// What kind of thing a quantity is.
pub(super) fn sort(quantity: &Quantity, facts: &Facts<'_>) -> Sort {
    match quantity {
        Quantity::Number { unit, .. } => match unit {
            Unit::Plain => Sort::Number,
            Unit::Percent => Sort::Share,
            Unit::Money(..) => Sort::Money,
        },
        Quantity::Measure(measure) => of_measure(measure, facts),
        Quantity::Column(_) => Sort::Any,
        Quantity::Operation { operator, left, right, .. } => {
            let is_bare = |one: &Quantity| matches!(one, Quantity::Number { unit: Unit::Plain, .. });
            let (one, other) = (sort(left, facts), sort(right, facts));
            match operator {
                Operator::Plus | Operator::Minus if is_bare(left) => other,
                Operator::Plus | Operator::Minus if one == other || is_bare(right) => one,
                Operator::Plus | Operator::Minus => Sort::Any,
                Operator::Times => match (one, other) {
                    (Sort::Number | Sort::Share, kind) | (kind, Sort::Number | Sort::Share) => kind,
                    _ => Sort::Any,
                },
                Operator::Over if is_bare(right) && !is_bare(left) => one,
                Operator::Over | Operator::Of => match (one, other) {
                    (Sort::Any, _) | (_, Sort::Any) => Sort::Any,
                    (one, other) if one == other => Sort::Share,
                    (Sort::Money, Sort::Number) => Sort::Money,
                    _ => Sort::Any,
                },
            }
        }
        Quantity::Fold { fold: Fold::Kinds, .. } => Sort::Number,
        Quantity::Fold { breakdown, .. } => of_breakdown(breakdown, facts),
    }
}

fn of_measure(measure: &Measure, facts: &Facts<'_>) -> Sort {
    match &measure.kind {
        MeasureKind::Cell { item, column, .. } | MeasureKind::Sum { item, column } => of_column(item, column, facts),
        kind if kind.is_funds() => Sort::Money,
        _ => Sort::Number,
    }
}

fn of_breakdown(breakdown: &Breakdown, facts: &Facts<'_>) -> Sort {
    match &breakdown.source {
        Source::By(quantity, _) => sort(quantity, facts),
        Source::Cells { item, column, .. } => of_column(item, column, facts),
    }
}

fn of_column(item: &Named, column: &Named, facts: &Facts<'_>) -> Sort {
    let Some(table) = facts.tables.get(item.text.as_str()) else { return Sort::Any };
    let kind = super::tables::column(table, column).ok().and_then(|at| table.columns.get(at)).map(|own| own.kind);
    match kind {
        Some(Kind::Money) => Sort::Money,
        Some(Kind::Percent) => Sort::Share,
        Some(Kind::Integer | Kind::Flag) => Sort::Number,
        Some(Kind::Number | Kind::Text) | None => Sort::Any,
    }
}
