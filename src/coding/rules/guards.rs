//! Guards: what keeps evidence of a domain from counting where it stands.

use super::matches::{Match, Status, Statuses};
use super::postings::{ByPattern, GUARD_BIT, GuardPosting};

/// A match of a guard's pattern, in the scope of the guard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct GuardMatch {
    guard: u32,
    /// The number of the sentence; 0 for the whole text.
    sentence: u32,
    exempts: bool,
}

/// Marks matches that count but stand where a guard holds; whether there are any.
pub(super) fn mark(postings: &ByPattern<GuardPosting>, matches: &[Match], statuses: &mut Statuses) -> bool {
    let mut found = Vec::new();
    for m in matches.iter().filter(|m| m.mask & GUARD_BIT != 0) {
        let own = postings.of(m.pattern).iter().filter(|posting| posting.domain_bit & m.mask != 0);
        found.extend(own.map(|posting| {
            let sentence = if posting.whole_text { 0 } else { m.sentence };
            (GuardMatch { guard: posting.guard, sentence, exempts: posting.exempts }, *posting)
        }));
    }
    found.sort_unstable_by_key(|(found, _)| *found);
    let mut any = false;
    for same in found.chunk_by(|(a, _), (b, _)| (a.guard, a.sentence) == (b.guard, b.sentence)) {
        if same.iter().any(|(found, _)| found.exempts) {
            continue;
        }
        let (GuardMatch { guard, sentence, .. }, GuardPosting { domain_bit, layer, .. }) = same[0];
        for (at, m) in (0..).zip(matches) {
            let counts = || *statuses.of(at, layer) == Status::Counts;
            if m.mask & domain_bit != 0 && (sentence == 0 || m.sentence == sentence) && counts() {
                statuses.set(at, layer, Status::Guarded(guard));
                any = true;
            }
        }
    }
    any
}
