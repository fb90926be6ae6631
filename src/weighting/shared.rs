//! Where a whole area has one factor: who takes part in the division without having reported, or without having got funds.

use super::Weight;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, shown};
use crate::money::{Amount, Kronor};
use crate::survey::{Funds, Survey};

/// Tells, once for each kind, whose funds are divided among others' interventions, and whose interventions get a part of
/// others' funds.
pub(super) fn report(survey: &Survey, weights: &[&Weight], funds: &Funds, messages: &mut Diagnostics) {
    // Where nobody reported, or nobody got funds, the area as a whole is reported.
    let reported: Amount = weights.iter().map(|w| w.reported).sum();
    let target: Kronor = weights.iter().map(|w| w.target).sum();
    if reported == Amount::default() || target <= Kronor(0) {
        return;
    }
    let first = funds.iter().find(|((area, _), _)| *area == survey.area);
    let place = first.map(|(_, r)| Place { spot: Spot::Whole, ..r.place.clone() }).unwrap_or_default();
    let (area, swedish) = (shown(&survey.area), survey.swedish());
    let tell = |some: &[&&Weight]| {
        let names: Vec<&str> = some.iter().map(|w| w.recipient.name.as_str()).collect();
        (names.join(", "), format!("{} recipient{}", some.len(), if some.len() == 1 { "" } else { "s" }), some.len())
    };
    let silent: Vec<_> = weights.iter().filter(|w| w.reported == Amount::default() && w.target > Kronor(0)).collect();
    if !silent.is_empty() {
        let (names, count, number) = tell(&silent);
        let sum: Kronor = silent.iter().map(|w| w.target).sum();
        let sum = sum.spaced();
        messages.push(
            Diagnostic::notice(place.clone(), format!("{count} with {sum} kr for {area} reported no funds: {names}"))
                .action("their funds are divided among the area's other interventions")
                .in_swedish(
                    format!("{number} mottagare med {sum} kr för {swedish} redovisar inga medel: {names}"),
                    "",
                    "deras medel fördelas på områdets övriga insatser",
                ),
        );
    }
    let unpaid: Vec<_> = weights.iter().filter(|w| w.reported > Amount::default() && w.target <= Kronor(0)).collect();
    if !unpaid.is_empty() {
        let (names, count, number) = tell(&unpaid);
        let sum: Amount = unpaid.iter().map(|w| w.reported).sum();
        let sum = sum.spaced();
        messages.push(
            Diagnostic::notice(
                place,
                format!("{count} reported {sum} kr for {area} without requisitioned funds that were kept: {names}"),
            )
            .action("their interventions get a part of the area's funds; check the requisitions")
            .in_swedish(
                format!(
                    "{number} mottagare redovisar {sum} kr för {swedish} utan rekvirerade medel som har behållits: {names}"
                ),
                "",
                "deras insatser får en del av områdets medel; kontrollera rekvisitionerna",
            ),
        );
    }
}
