//! What quantities are worth: counts and sums, exactly.

use std::collections::BTreeSet;

use super::breakdown::entries;
use super::estimated;
use super::facts::{AreaFacts, RecipientFunds};
use super::range::Range;
use super::scope::{Only, Scope, Stop};
use super::select::{Units, area_meets, chosen, row_meets};
use super::silent;
use super::syntax::{Breakdown, Condition, Dimension, Fold, Measure, MeasureKind, Named, Operator, Quantity, Source};
use super::tables;
use super::token::Mistake;
use super::years::in_year;
use crate::exact::Exact;
use crate::money::Amount;
use crate::msg;
use crate::report::{Kind, Table};
use crate::survey::Answered;
use crate::wording::{Message, Text};

/// The value of a quantity; where it is estimated the point.
///
/// # Errors
/// [`Stop`].
pub fn evaluate(scope: &Scope<'_>, quantity: &Quantity) -> Result<Exact, Stop> {
    range(scope, quantity).map(|range| range.point)
}

/// The value of a quantity, and what it may be where it is estimated.
///
/// # Errors
/// [`Stop`].
pub fn range(scope: &Scope<'_>, quantity: &Quantity) -> Result<Range, Stop> {
    match quantity {
        Quantity::Number { written, .. } => Ok(written.value.into()),
        Quantity::Measure(measure) => of_measure(scope, measure),
        Quantity::Column(name) => match scope.row {
            Some((table, row)) => cell(scope, table, row, name),
            None => Err(Mistake::new(name.span, msg!("column-without-row")).into()),
        },
        Quantity::Operation { operator, left, right, span } => {
            let left = range(scope, left)?;
            // The value of a breakdown narrows the part, not its base.
            let base = matches!(operator, Operator::Of | Operator::Over);
            let right = range(&Scope { added: scope.added.filter(|_| !base), ..*scope }, right)?;
            let result = match operator {
                Operator::Plus => left.plus(&right),
                Operator::Minus => left.minus(&right),
                Operator::Times => left.times(&right),
                Operator::Over | Operator::Of if right.point == Exact::ZERO => {
                    return Err(Stop::Unknown(msg!("base-is-zero")));
                }
                Operator::Over | Operator::Of if right.low <= Exact::ZERO && right.high >= Exact::ZERO => {
                    return Err(Stop::Unknown(msg!("base-may-be-zero")));
                }
                Operator::Over | Operator::Of => left.over(&right),
            };
            result.ok_or_else(|| Mistake::new(*span, msg!("numbers-too-large")).into())
        }
        Quantity::Fold { fold: Fold::Total, breakdown } if is_over_areas(breakdown) => {
            let all: Vec<usize> = (0..scope.facts.areas.len()).collect();
            let Source::By(quantity, _) = &breakdown.source else { return Ok(Exact::ZERO.into()) };
            range(&Scope { areas: &all, is_whole: true, known: &all, ..*scope }, quantity)
        }
        Quantity::Fold { fold, breakdown } => {
            let mut values = entries(scope, breakdown)?.into_iter().map(|entry| entry.range);
            let folded = match fold {
                Fold::Total => values.try_fold(Exact::ZERO.into(), |sum: Range, value| sum.plus(&value)),
                Fold::Largest => values.reduce(Range::max),
                Fold::Smallest => values.reduce(Range::min),
                Fold::Kinds => values.try_fold(Exact::ZERO.into(), |sum: Range, value| sum.plus(&value.occurs())),
            };
            folded.ok_or_else(|| Stop::Unknown(msg!("breakdown-is-empty")))
        }
    }
}

/// Whether a breakdown has a number of interventions, or their funds, in every area: its total is that of all areas, of which more is known
/// than of the areas one by one.
fn is_over_areas(breakdown: &Breakdown) -> bool {
    let is_of_all = breakdown.among.is_empty() && breakdown.besides.is_empty() && breakdown.year.is_none();
    match &breakdown.source {
        Source::By(Quantity::Measure(measure), Dimension::Area) => {
            let kinds = [MeasureKind::Interventions, MeasureKind::Funds, MeasureKind::Reported];
            is_of_all && measure.selection.areas.is_empty() && kinds.contains(&measure.kind)
        }
        _ => false,
    }
}

/// The number in a column of a row, and what it may be.
pub(super) fn cell(scope: &Scope<'_>, table: &Table, row: usize, name: &Named) -> Result<Range, Stop> {
    let column = tables::column(table, name)?;
    let number = tables::number(table, row, column, name)?;
    let is_money = table.columns.get(column).is_some_and(|c| c.kind == Kind::Money);
    // The ends themselves are known.
    match table.selection(row, column).filter(|_| !table.is_end(column)) {
        Some(selection) => estimated::cell(scope, selection, is_money, number),
        None => Ok(number.into()),
    }
}

fn of_measure(scope: &Scope<'_>, measure: &Measure) -> Result<Range, Stop> {
    in_year(scope, measure.year, |scope| of_own_year(scope, measure))
}

fn of_own_year(scope: &Scope<'_>, measure: &Measure) -> Result<Range, Stop> {
    if measure.kind.is_funds() && scope.facts.is_earlier && scope.facts.money.is_none() {
        return Err(Stop::Unknown(msg!("year-without-funds", year = scope.facts.year.to_string())));
    }
    match &measure.kind {
        MeasureKind::Cell { item, keys, column } => {
            let table = scope.table(item)?;
            let row = match (keys.as_slice(), scope.row) {
                // In a condition on rows: the row of the same key, or name, in another table.
                ([key], Some((own, at))) if key.text == tables::ROW => {
                    let text = own.keys.get(at).cloned().unwrap_or_else(|| tables::label(own, at));
                    tables::row(table, &[Named { text, span: key.span }])?
                }
                _ => tables::row(table, keys)?,
            };
            return cell(scope, table, row, column);
        }
        MeasureKind::Rows { item } => {
            return Ok(Exact::count(rows(scope, item, measure.selection.condition.as_ref())?.len()).into());
        }
        MeasureKind::Sum { item, column } => {
            let table = scope.table(item)?;
            tables::column(table, column)?;
            let mut sum = Range::from(Exact::ZERO);
            for row in rows(scope, item, measure.selection.condition.as_ref())? {
                sum = sum.plus(&cell(scope, table, row, column)?).ok_or_else(|| too_large(measure))?;
            }
            return Ok(sum);
        }
        _ => {}
    }
    let areas = scope.areas_named(&measure.selection.areas)?;
    if scope.only != Only::All && areas != scope.areas {
        return Err(Mistake::new(measure.span, msg!("area-of-one-respondent")).into());
    }
    let condition = measure.selection.condition.as_ref();
    if measure.kind == MeasureKind::Areas {
        let mut count = 0;
        for area in areas {
            count += usize::from(condition.map_or(Ok(true), |c| area_meets(scope, area, c))?);
        }
        return Ok(Exact::count(count).into());
    }
    if let Some(condition) = condition {
        silent::check(scope, &areas, &measure.kind, condition)?;
    }
    // Names must be known in the areas that the measure names.
    let known = if measure.selection.areas.is_empty() { scope.known } else { &areas };
    let scope = Scope { known, ..*scope };
    if measure.kind == MeasureKind::Recipients {
        no_condition(measure, condition.or(scope.added))?;
        return recipients(&scope, &areas).map(Range::from);
    }
    let mut sum = Range::from(Exact::ZERO);
    let mut is_whole = areas.len() > 1 && areas.len() == scope.facts.ledger.areas.len();
    for area in &areas {
        let own = match estimated::measured(&scope, *area, &measure.kind, condition)? {
            Some(estimated) => {
                is_whole &= estimated.is_whole;
                estimated.range
            }
            None => {
                is_whole = false;
                in_area(&scope, *area, measure, condition)?.into()
            }
        };
        sum = sum.plus(&own).ok_or_else(|| too_large(measure))?;
    }
    // The interval over all areas is shorter than the sum of theirs.
    if is_whole { estimated::over_areas(&scope, &measure.kind, condition) } else { Ok(sum) }
}

fn too_large(measure: &Measure) -> Stop {
    Mistake::new(measure.span, msg!("sum-too-large")).into()
}

/// The rows of an item that meet a condition.
pub(super) fn rows(scope: &Scope<'_>, item: &Named, condition: Option<&Condition>) -> Result<Vec<usize>, Stop> {
    let table = scope.table(item)?;
    let mut rows = Vec::new();
    for row in tables::rows(table) {
        if condition.map_or(Ok(true), |c| row_meets(scope, table, row, c))? {
            rows.push(row);
        }
    }
    Ok(rows)
}

fn in_area(scope: &Scope<'_>, at: usize, measure: &Measure, condition: Option<&Condition>) -> Result<Exact, Stop> {
    let Some(area) = scope.area(at) else { return Ok(Exact::ZERO) };
    let count = |units| Ok(Exact::count(chosen(scope, at, units, condition)?.into_iter().filter(|c| *c).count()));
    match &measure.kind {
        MeasureKind::Interventions => count(Units::Interventions),
        MeasureKind::Respondents => count(Units::Respondents),
        MeasureKind::Funds => {
            let mut sum = Amount::ZERO;
            let mask = chosen(scope, at, Units::Interventions, condition)?;
            for (intervention, _) in area.interventions.iter().zip(mask).filter(|(_, chosen)| *chosen) {
                sum = sum + intervention.weighted.ok_or_else(|| no_requisitions(area))?;
            }
            Ok(sum.into())
        }
        MeasureKind::Reported => {
            let mask = chosen(scope, at, Units::Interventions, condition)?;
            let sum: Amount = area.interventions.iter().zip(mask).filter(|(_, c)| *c).map(|(i, _)| i.reported).sum();
            Ok(sum.into())
        }
        MeasureKind::Requisitioned => funds(scope, at, condition, |funds| funds.requisitioned),
        MeasureKind::Repaid => funds(scope, at, condition, |funds| funds.repaid),
        MeasureKind::Target => funds(scope, at, condition, |funds| funds.target),
        MeasureKind::Excluded => {
            let mask = chosen(scope, at, Units::Respondents, condition)?;
            Ok(Exact::count(area.respondents.iter().zip(mask).filter(|(_, c)| *c).map(|(r, _)| r.excluded).sum()))
        }
        MeasureKind::Expected => match &area.expected {
            Some(_) => count(Units::Expected),
            None => Err(not_said(scope, area, |area| msg!("expected-not-known", area))),
        },
        MeasureKind::Late if !area.has_due => Err(not_said(scope, area, |area| msg!("late-not-known", area))),
        MeasureKind::Late => answers(scope, at, condition, |answer| answer.late),
        MeasureKind::Partly => answers(scope, at, condition, Answered::is_partly),
        MeasureKind::Allocated => {
            let mask = chosen(scope, at, Units::Respondents, condition)?;
            let mut sum = Amount::ZERO;
            for (respondent, _) in area.respondents.iter().zip(mask).filter(|(_, chosen)| *chosen) {
                let unknown = || not_said(scope, area, |called| silent::not_allocated(area, called));
                sum = sum + respondent.allocated.ok_or_else(unknown)?;
            }
            Ok(sum.into())
        }
        MeasureKind::Areas
        | MeasureKind::Recipients
        | MeasureKind::Cell { .. }
        | MeasureKind::Rows { .. }
        | MeasureKind::Sum { .. } => Ok(Exact::ZERO),
    }
}

/// Who requisitioned funds, each once, also where it did for several areas.
fn recipients(scope: &Scope<'_>, areas: &[usize]) -> Result<Exact, Stop> {
    let mut recipients = BTreeSet::new();
    for area in areas.iter().filter_map(|at| scope.area(*at)) {
        let paid = area.requisitioned.as_ref().ok_or_else(|| no_requisitions(area))?;
        recipients.extend(paid.iter().filter(|(_, paid)| *paid > Amount::ZERO).map(|(recipient, _)| *recipient));
    }
    Ok(Exact::count(recipients.len()))
}

/// How many of those who answered have an answer that is so.
fn answers(
    scope: &Scope<'_>,
    at: usize,
    condition: Option<&Condition>,
    is_so: impl Fn(Answered) -> bool,
) -> Result<Exact, Stop> {
    let Some(area) = scope.area(at) else { return Ok(Exact::ZERO) };
    let mask = chosen(scope, at, Units::Respondents, condition)?;
    Ok(Exact::count(area.respondents.iter().zip(mask).filter(|(own, chosen)| *chosen && is_so(own.answer)).count()))
}

fn funds(
    scope: &Scope<'_>,
    at: usize,
    condition: Option<&Condition>,
    of: impl Fn(RecipientFunds) -> Amount,
) -> Result<Exact, Stop> {
    let Some(area) = scope.area(at) else { return Ok(Exact::ZERO) };
    let mask = chosen(scope, at, Units::Respondents, condition)?;
    let mut sum = Amount::ZERO;
    for (respondent, _) in area.respondents.iter().zip(mask).filter(|(_, chosen)| *chosen) {
        sum = sum + of(respondent.funds.ok_or_else(|| no_requisitions(area))?);
    }
    Ok(sum.into())
}

/// What a study does not say of an area: in an earlier year that study.
fn not_said(scope: &Scope<'_>, area: &AreaFacts<'_>, message: impl Fn(&Text) -> Message) -> Stop {
    let what = message(area.title);
    Stop::Unknown(match scope.facts.is_earlier {
        true => msg!("not-said-then", year = scope.facts.year.to_string(), what),
        false => what,
    })
}

pub(super) fn no_requisitions(area: &AreaFacts<'_>) -> Stop {
    Stop::Unknown(msg!("no-requisitions-to-count", area = area.title))
}

fn no_condition(measure: &Measure, condition: Option<&Condition>) -> Result<(), Stop> {
    match condition {
        None => Ok(()),
        Some(_) => Err(Mistake::new(measure.span, msg!("recipients-with-condition")).into()),
    }
}
