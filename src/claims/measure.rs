//! What quantities are worth: counts and sums, exactly.

use std::collections::BTreeSet;

use super::breakdown::entries;
use super::facts::{AreaFacts, RecipientFunds};
use super::scope::{Only, Scope, Stop};
use super::select::{Units, area_meets, chosen, row_meets};
use super::syntax::{Condition, Fold, Measure, MeasureKind, Operator, Quantity};
use super::tables;
use super::token::Mistake;
use crate::exact::Exact;
use crate::money::Amount;
use crate::msg;

/// The value of a quantity.
///
/// # Errors
/// [`Stop`].
pub fn evaluate(scope: &Scope<'_>, quantity: &Quantity) -> Result<Exact, Stop> {
    match quantity {
        Quantity::Number { written, .. } => Ok(written.value),
        Quantity::Measure(measure) => of_measure(scope, measure),
        Quantity::Column(name) => match scope.row {
            Some((table, row)) => tables::number(table, row, tables::column(table, name)?, name),
            None => Err(Mistake::new(name.span, msg!("column-without-row")).into()),
        },
        Quantity::Operation { operator, left, right, span } => {
            let left = evaluate(scope, left)?;
            // The value of a breakdown narrows the part, not its base.
            let base = matches!(operator, Operator::Of | Operator::Over);
            let right = evaluate(&Scope { added: scope.added.filter(|_| !base), ..*scope }, right)?;
            let result = match operator {
                Operator::Plus => left.plus(right),
                Operator::Minus => left.minus(right),
                Operator::Times => left.times(right),
                Operator::Over | Operator::Of if right == Exact::ZERO => {
                    return Err(Stop::Unknown(msg!("base-is-zero")));
                }
                Operator::Over | Operator::Of => left.over(right),
            };
            result.ok_or_else(|| Mistake::new(*span, msg!("numbers-too-large")).into())
        }
        Quantity::Fold { fold, breakdown } => {
            let values: Vec<Exact> = entries(scope, breakdown)?.into_iter().map(|entry| entry.value).collect();
            let folded = match fold {
                Fold::Total => values.into_iter().try_fold(Exact::ZERO, Exact::plus),
                Fold::Largest => values.into_iter().max(),
                Fold::Smallest => values.into_iter().min(),
                Fold::Kinds => Some(Exact::count(values.into_iter().filter(|v| *v > Exact::ZERO).count())),
            };
            folded.ok_or_else(|| Stop::Unknown(msg!("breakdown-is-empty")))
        }
    }
}

fn of_measure(scope: &Scope<'_>, measure: &Measure) -> Result<Exact, Stop> {
    match &measure.kind {
        MeasureKind::Cell { item, keys, column } => {
            let table = scope.table(item)?;
            let row = match (keys.as_slice(), scope.row) {
                // In a condition on rows: the row of the same key, or name, in another table.
                ([key], Some((own, at))) if key.text == tables::ROW => {
                    let text = own.keys.get(at).cloned().unwrap_or_else(|| tables::label(own, at));
                    tables::row(table, &[super::syntax::Named { text, span: key.span }])?
                }
                _ => tables::row(table, keys)?,
            };
            return tables::number(table, row, tables::column(table, column)?, column);
        }
        MeasureKind::Rows { item } => {
            return Ok(Exact::count(rows(scope, item, measure.selection.condition.as_ref())?.len()));
        }
        MeasureKind::Sum { item, column } => {
            let table = scope.table(item)?;
            let at = tables::column(table, column)?;
            let mut sum = Exact::ZERO;
            for row in rows(scope, item, measure.selection.condition.as_ref())? {
                sum = sum.plus(tables::number(table, row, at, column)?).ok_or_else(|| too_large(measure))?;
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
        return Ok(Exact::count(count));
    }
    // Names must be known in the areas that the measure names.
    let known = if measure.selection.areas.is_empty() { scope.known } else { &areas };
    let scope = Scope { known, ..*scope };
    if measure.kind == MeasureKind::Recipients {
        no_condition(measure, condition.or(scope.added))?;
        return recipients(&scope, &areas);
    }
    let mut sum = Exact::ZERO;
    for area in &areas {
        sum = sum.plus(in_area(&scope, *area, measure, condition)?).ok_or_else(|| too_large(measure))?;
    }
    Ok(sum)
}

fn too_large(measure: &Measure) -> Stop {
    Mistake::new(measure.span, msg!("sum-too-large")).into()
}

/// The rows of an item that meet a condition.
pub(super) fn rows(
    scope: &Scope<'_>,
    item: &super::syntax::Named,
    condition: Option<&Condition>,
) -> Result<Vec<usize>, Stop> {
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

fn no_requisitions(area: &AreaFacts<'_>) -> Stop {
    Stop::Unknown(msg!("no-requisitions-to-count", area = area.id))
}

fn no_condition(measure: &Measure, condition: Option<&Condition>) -> Result<(), Stop> {
    match condition {
        None => Ok(()),
        Some(_) => Err(Mistake::new(measure.span, msg!("recipients-with-condition")).into()),
    }
}
