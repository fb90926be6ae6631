//! Where a whole area has one factor: who takes part in the division without having reported, or without having got funds.

use super::{Weight, names, whole};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::money::Amount;
use crate::msg;
use crate::survey::{Funds, Survey};

/// Tells, once for each kind, whose funds are divided among others' interventions, and whose interventions get a part of
/// others' funds.
pub(super) fn report(survey: &Survey, weights: &[&Weight], funds: &Funds, messages: &mut Diagnostics) {
    // Where nobody reported, or nobody got funds, the area as a whole is reported.
    let reported: Amount = weights.iter().map(|w| w.reported).sum();
    let target: Amount = weights.iter().map(|w| w.target).sum();
    if reported == Amount::default() || target <= Amount::ZERO {
        return;
    }
    let first = funds.iter().find(|((area, _), _)| *area == survey.area);
    let place = first.map(|(_, r)| whole(&r.place)).unwrap_or_default();
    let told = |some: &[&&Weight]| (some.len(), names(some.iter().map(|w| &w.recipient)), survey.named());
    let silent: Vec<_> =
        weights.iter().filter(|w| w.reported == Amount::default() && w.target > Amount::ZERO).collect();
    if !silent.is_empty() {
        let (count, recipients, area) = told(&silent);
        let target: Amount = silent.iter().map(|w| w.target).sum();
        let message = msg!("funds-divided-among-others", count, target, area, recipients);
        messages.push(Diagnostic::notice(place.clone(), message));
    }
    let unpaid: Vec<_> =
        weights.iter().filter(|w| w.reported > Amount::default() && w.target <= Amount::ZERO).collect();
    if !unpaid.is_empty() {
        let (count, recipients, area) = told(&unpaid);
        let reported: Amount = unpaid.iter().map(|w| w.reported).sum();
        let message = msg!("funds-of-others-divided", count, reported, area, recipients);
        messages.push(Diagnostic::notice(place, message));
    }
}
