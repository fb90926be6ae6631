//! What recipients were allocated: read as requisitions are, and held against what was requisitioned.

use std::collections::BTreeSet;

use super::{Funds, OtherFunds, UnknownFunds, list, read_requisitions};
use crate::diagnostic::{Diagnostic, Diagnostics, shown};
use crate::money::Amount;
use crate::msg;
use crate::read::Files;
use crate::register::Recipient;
use crate::study::{Declared, Study};
use crate::survey::Survey;
use crate::wording::first_of;

/// So many names are told of those without an allocation.
const NAMED: usize = 5;

/// Reads every `[[allocated]]`; one that says nothing of anybody is an error.
pub(super) fn read(study: &Study, files: &Files, messages: &mut Diagnostics) -> Funds {
    let (mut allocated, mut unknown) = (Funds::new(), UnknownFunds::default());
    let mut told = Diagnostics::new();
    let mut add = |file: &Declared<String>, read: &dyn Fn(&mut Funds, &mut UnknownFunds, &mut Diagnostics)| {
        let (known, mut own) = (allocated.len(), Diagnostics::new());
        read(&mut allocated, &mut unknown, &mut own);
        if allocated.len() == known && !own.has_errors() {
            own.push(Diagnostic::error(file.place.clone(), msg!("allocated-list-empty", file = shown(&file.value))));
        }
        told.extend(own);
    };
    for declared in &study.beside.allocated {
        add(&declared.file, &|funds, unknown, own| read_requisitions(study, declared, files, (funds, unknown), own));
    }
    for declared in &study.beside.allocated_lists {
        add(&declared.file, &|funds, unknown, own| list::read(study, declared, files, (funds, unknown), own));
    }
    messages.extend(told.within(&msg!("in-allocated")));
    allocated
}

/// Names those who requisitioned or answered and whose allocation is not known, and tells of who requisitioned more than was allocated.
pub(in crate::survey) fn report(
    study: &Study,
    surveys: &[Survey],
    (funds, other): (&Funds, &OtherFunds),
    messages: &mut Diagnostics,
) {
    for survey in surveys.iter().filter(|survey| other.has_allocated(&survey.area)) {
        let Some(place) = study.beside.place_of_allocated(&survey.area) else { continue };
        let of_area = funds.iter().filter(|((area, _), own)| *area == survey.area && own.requisitioned > Amount::ZERO);
        let requisitioned: Vec<(&Recipient, Amount)> = of_area.map(|(key, own)| (&key.1, own.requisitioned)).collect();
        let answered = survey.respondents.iter().map(|own| &own.recipient);
        let all: BTreeSet<&Recipient> = requisitioned.iter().map(|(who, _)| *who).chain(answered).collect();
        let without = all.into_iter().filter(|who| other.allocated_to(&survey.area, who).is_none());
        let without: Vec<&str> = without.map(|who| who.name.as_str()).collect();
        if !without.is_empty() {
            let names = first_of(without.iter().copied(), NAMED, ", ");
            let message = msg!("allocations-missing", count = without.len(), area = shown(&survey.area), names);
            messages.push(Diagnostic::warning(place.clone(), message));
        }
        let above = requisitioned.into_iter().filter_map(|(who, paid)| {
            let allocated = other.allocated_to(&survey.area, who)?;
            (paid > allocated).then_some((who, paid, allocated))
        });
        let above: Vec<_> = above.collect();
        if let Some((who, requisitioned, allocated)) = above.first() {
            let (count, area) = (above.len(), shown(&survey.area));
            let message = msg!(
                "requisitioned-above-allocated",
                count,
                area,
                recipient = &who.name,
                requisitioned = *requisitioned,
                allocated = *allocated
            );
            messages.push(Diagnostic::warning(place.clone(), message));
        }
    }
}
