//! Whose money is not known to a measure: of who did not answer, and of whom no source says what was allocated.

use std::collections::BTreeSet;

use super::facts::AreaFacts;
use super::scope::{Scope, Stop};
use super::syntax::{Condition, MeasureKind, Named, Test};
use crate::msg;
use crate::register::{Recipient, resolve};
use crate::wording::{Message, Text, all_of, first_of};

/// So many names are told.
const NAMED: usize = 5;

/// Refuses to sum money of those who answered for a recipient that did not: zero would be said of money that it has.
pub(super) fn check(scope: &Scope<'_>, areas: &[usize], kind: &MeasureKind, condition: &Condition) -> Result<(), Stop> {
    let of_respondents = [MeasureKind::Requisitioned, MeasureKind::Repaid, MeasureKind::Target, MeasureKind::Allocated];
    if !of_respondents.contains(kind) {
        return Ok(());
    }
    let areas: Vec<&AreaFacts<'_>> = areas.iter().filter_map(|at| scope.area(*at)).collect();
    let has_answered =
        |who: &Recipient| areas.iter().flat_map(|area| &area.respondents).any(|own| own.recipient == who);
    let mut silent: BTreeSet<&Recipient> = BTreeSet::new();
    for name in named(condition) {
        // A name that nobody has is told where respondents are chosen.
        let meant = areas.iter().filter_map(|area| resolve(area.level, &name.text).ok());
        silent.extend(meant.filter(|who| !has_answered(who)));
    }
    if silent.is_empty() {
        return Ok(());
    }
    let names = all_of(silent.into_iter().map(|who| who.name.as_str()));
    Err(Stop::Unknown(msg!("recipient-did-not-answer", names, measure = kind.word())))
}

/// The recipients that a condition asks for by name.
fn named(condition: &Condition) -> Vec<&Named> {
    match condition {
        Condition::And(all) | Condition::Or(all) => all.iter().flat_map(named).collect(),
        Condition::Test(Test::Recipient(names, false)) => names.iter().collect(),
        Condition::Not(_) | Condition::Test(_) => Vec::new(),
    }
}

/// Why the sum of what respondents of an area were allocated is not known.
pub(super) fn not_allocated(area: &AreaFacts<'_>, called: &Text) -> Message {
    if !area.has_allocated {
        return msg!("nothing-allocated", area = called);
    }
    let without = area.respondents.iter().filter(|own| own.allocated.is_none());
    let names = first_of(without.map(|own| own.recipient.name.as_str()), NAMED, ", ");
    msg!("allocation-not-known", names, area = called)
}
