//! What would decide an open claim: intervals of what width, and so how many more answers.

use std::collections::BTreeSet;

use crate::audit::decides;
use crate::codebook::Domain;
use crate::coding::State;
use crate::exact::Exact;
use crate::ledger::{AreaId, Ledger, Selection};
use crate::msg;
use crate::wording::Message;

/// How finely widths are tried.
const PARTS: i128 = 64;

/// The widest intervals that decide a claim, as a share of those there are; `None` where only a number that is known does.
/// `is_decided` says whether intervals of a width do; narrower ones do wherever wider ones do.
fn widest(is_decided: impl Fn(Exact) -> bool) -> Option<Exact> {
    let decides = |part: i128| Exact::fraction(part, PARTS).filter(|width| is_decided(*width));
    let (mut decided, mut open) = (0, PARTS);
    while open - decided > 1 {
        let middle = (decided + open) / 2;
        if decides(middle).is_some() { decided = middle } else { open = middle }
    }
    decides(decided).filter(|width| *width > Exact::ZERO)
}

/// Why a claim is open, and how many more answers would decide it. `rests` are the estimates that it speaks of.
pub fn reason(ledger: &Ledger, rests: &BTreeSet<(AreaId, Domain)>, is_decided: impl Fn(Exact) -> bool) -> Message {
    let estimates = rests.iter().filter_map(|(area, domain)| {
        ledger.estimated(Selection::Without(*area, *domain, State::None)).map(|own| (own.read, own.of))
    });
    let (read, of) = estimates.fold((0, 0), |(read, of), own| (read + own.0, of + own.1));
    let left = of.saturating_sub(read);
    let more = widest(is_decided).map(|width| decides(read, of, width.approximate()));
    match more.filter(|more| *more < left) {
        Some(more) => msg!("interval-allows-both", more),
        None => msg!("interval-allows-both-until-all", left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_intervals_that_decide_are_found() {
        // What an interval of 5/8 of its width decides, and no wider one.
        let limit = Exact::fraction(5, 8).unwrap_or(Exact::ONE);
        assert_eq!(widest(|width| width <= limit), Some(limit));
        assert_eq!(widest(|_| false), None);
        assert_eq!(widest(|width| width == Exact::ZERO), None);
        assert_eq!(widest(|_| true), Exact::fraction(63, 64));
    }
}
