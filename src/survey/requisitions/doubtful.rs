//! Repayments that are probably not what they seem: in another unit, taken twice, or the requisitions themselves.

use std::collections::BTreeMap;

use super::Funds;
use super::repayments::Repayment;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::money::Amount;
use crate::msg;
use crate::register::Recipient;
use crate::study::{MoneyForm, Repayments};
use crate::wording::Arg;

/// Repaid is at most one part in so many: of the repayments of the shipped study of 2024 each is a tenth or more.
const THOUSANDTH: i64 = 1_000;

/// Warns of repayments that are doubtful beside what was requisitioned; `funds` holds what lists of requisitions say, with
/// their own columns of repayments. Each kind is told once, at its first.
pub(super) fn report(
    all: &[Repayment],
    funds: &Funds,
    declared: &Repayments,
    place: impl Fn(usize) -> Place,
    messages: &mut Diagnostics,
) {
    let paid: Vec<&Repayment> = all.iter().filter(|repayment| repayment.kronor > Amount::ZERO).collect();
    let requisitioned = |repayment: &Repayment| funds.get(&repayment.key()).map_or(Amount::ZERO, |r| r.requisitioned);
    let is_small = |repayment: &&&Repayment| {
        repayment.kronor.ore().checked_mul(THOUSANDTH).is_some_and(|ore| ore <= requisitioned(repayment).ore())
    };
    let small: Vec<&Repayment> = paid.iter().filter(is_small).copied().collect();
    if let Some(first) = small.first() {
        let of = requisitioned(first);
        messages.push(too_small(first, of, (small.len(), paid.len()), &declared.money, place(first.row)));
    }
    let is_all = |repayment: &&&Repayment| repayment.kronor == requisitioned(repayment);
    let whole = paid.iter().filter(is_all).count();
    if let [first, _, ..] = paid[..]
        && whole == paid.len()
    {
        messages.push(everything(whole, place(first.row)));
    }
    report_taken_twice(&paid, funds, place, messages);
}

/// What a list of requisitions says of a recipient.
pub(super) struct InList<'r> {
    pub(super) recipient: &'r Recipient,
    pub(super) repaid: Amount,
    pub(super) requisitioned: Amount,
    /// The cell of what was repaid.
    pub(super) place: Place,
}

/// A message for repayments in a list's own column that are a thousandth or less of the requisitions, at the first.
pub(super) fn small_in_list(all: &[InList<'_>]) -> Option<Diagnostic> {
    let paid = all.iter().filter(|one| one.repaid > Amount::ZERO);
    let is_small =
        |one: &&InList<'_>| one.repaid.ore().checked_mul(THOUSANDTH).is_some_and(|ore| ore <= one.requisitioned.ore());
    let small: Vec<&InList<'_>> = paid.clone().filter(is_small).collect();
    let first = small.first()?;
    let message = msg!(
        "repayment-small-in-column",
        recipient = &first.recipient.name,
        repaid = first.repaid,
        thousands = Arg::unit(1_000),
        requisitioned = first.requisitioned,
        count = small.len(),
        all = paid.count()
    );
    Some(Diagnostic::warning(first.place.clone(), message))
}

/// A message for a list of repayments without any.
pub(super) fn no_repayments(section: &str, place: Place) -> Diagnostic {
    Diagnostic::warning(place, msg!("repayments-missing", section))
}

/// A message for repayments of a thousandth or less of the requisition, at the first.
fn too_small(
    first: &Repayment,
    requisitioned: Amount,
    (count, all): (usize, usize),
    form: &MoneyForm,
    place: Place,
) -> Diagnostic {
    let (recipient, area, repaid) = (&first.recipient.name, shown(&first.area), first.kronor);
    let word = form.unit.checked_mul(1_000).map(|unit| form.word_of(unit)).filter(|word| !word.is_empty());
    let read = form.word();
    let message = match word {
        Some(unit) if count == all => {
            msg!("repayments-in-other-unit", recipient, area, repaid, requisitioned, count, all, read, unit)
        }
        _ => {
            let thousands = Arg::unit(1_000);
            msg!("repayment-small", recipient, area, repaid, requisitioned, count, all, read, thousands)
        }
    };
    Diagnostic::warning(place, message)
}

/// A message for a list in which everybody repaid everything.
fn everything(count: usize, place: Place) -> Diagnostic {
    Diagnostic::warning(place, msg!("repayments-are-requisitions", count))
}

/// Warns of recipients whose repayments stand in the column `repaid` of a list and in `[repayments]`, too: both are taken.
fn report_taken_twice(paid: &[&Repayment], funds: &Funds, place: impl Fn(usize) -> Place, messages: &mut Diagnostics) {
    let mut sums: BTreeMap<_, (Amount, &Repayment)> = BTreeMap::new();
    for repayment in paid {
        let sum = sums.entry(repayment.key()).or_insert((Amount::ZERO, repayment));
        sum.0 = sum.0 + repayment.kronor;
    }
    let listed = |key| funds.get(key).filter(|requisition| requisition.repaid > Amount::ZERO);
    let twice: Vec<_> = sums.iter().filter_map(|(key, (sum, first))| Some((listed(key)?, *sum, *first))).collect();
    let Some((requisition, sum, first)) = twice.first() else { return };
    let same = twice.iter().filter(|(requisition, sum, _)| requisition.repaid == *sum).count();
    let message = msg!(
        "repayments-in-two-places",
        count = twice.len(),
        list = Place { spot: Spot::Whole, ..requisition.place.clone() },
        same,
        recipient = &first.recipient.name,
        here = *sum,
        there = requisition.repaid,
        area = shown(&first.area)
    );
    messages.push(Diagnostic::warning(place(first.row), message));
}
