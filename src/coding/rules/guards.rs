//! Guards: what keeps evidence of a domain from counting where it stands.

use super::matches::{Match, Status, Statuses};
use super::purposes::{ByPattern, GUARD, GuardUse};

/// A match of a pattern that a guard looks for, in the unit of the text that the guard looks at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct GuardMatch {
    guard: u32,
    /// The sentence; 0 for the whole text.
    unit: u32,
    lifts: bool,
}

/// Marks matches that count but stand where a guard holds; whether there are any.
pub(super) fn mark(uses: &ByPattern<GuardUse>, matches: &[Match], statuses: &mut [Statuses]) -> bool {
    let mut found = Vec::new();
    for m in matches.iter().filter(|m| m.purposes & GUARD != 0) {
        let own = uses.of(m.pattern).iter().filter(|used| used.purpose & m.purposes != 0);
        found.extend(own.map(|used| {
            let unit = if used.whole { 0 } else { m.sentence };
            (GuardMatch { guard: used.guard, unit, lifts: used.lifts }, *used)
        }));
    }
    found.sort_unstable_by_key(|(found, _)| *found);
    let mut any = false;
    for unit in found.chunk_by(|(a, _), (b, _)| (a.guard, a.unit) == (b.guard, b.unit)) {
        if unit.iter().any(|(found, _)| found.lifts) {
            continue;
        }
        let (GuardMatch { guard, unit, .. }, GuardUse { purpose, all_texts, .. }) = unit[0];
        for (m, status) in matches.iter().zip(statuses.iter_mut()) {
            let status = &mut status[usize::from(all_texts)];
            if m.purposes & purpose != 0 && (unit == 0 || m.sentence == unit) && *status == Status::Counts {
                *status = Status::Guarded(guard);
                any = true;
            }
        }
    }
    any
}
