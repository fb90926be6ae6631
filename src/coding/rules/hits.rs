//! What the matches of a text serve: the hits of rules that may fire, in the order of the text.

use std::hint::select_unpredictable;

use super::compile::Rulebook;
use super::picked::{Lists, Picked};
use super::scan::Match;
use super::uses::{AGAINST, ANY, EVIDENCE, Kinds, NONE, Role, Use};
use crate::codebook::NestedScope;

/// A match in the service of a rule that may fire.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// The number of the pattern's weight in the rule.
    pub weight: u32,
    pub rule: u32,
    pub code: u32,
    /// Only evidence with the same key can hide other evidence.
    pub key: u32,
    /// Where it stands what became of the match, in a domain of its own text or in one that is read from all.
    pub state: u32,
    /// Whether it is enough for the rule to fire.
    pub enough: bool,
    /// Whether it is evidence, as far as is known.
    pub speaks: bool,
}

impl Hit {
    /// The match.
    #[inline]
    pub fn found(&self) -> u32 {
        self.state / 2
    }
}

/// A hit of a rule that asks for more than one.
#[derive(Clone, Copy, Default)]
pub(super) struct Joint {
    /// The rule in a unit of the text.
    pub slot: u32,
    /// Its place among all hits.
    pub hit: u32,
    pub rule: u32,
    pub role: Role,
}

/// A match in the service of any rule.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// Its place among the uses.
    used: u32,
    /// Where it stands what became of the match.
    state: u32,
    /// The rule in a unit of the text.
    slot: u32,
    /// The kind of its role, and those without which the rule cannot fire.
    kind: Kinds,
    needs: Kinds,
}

/// What matches serve.
#[derive(Default)]
pub(super) struct Hits {
    lists: Lists,
    seen: Picked<Seen>,
    /// Which of these rules may fire by.
    kept: Picked<u32>,
    /// By rule: its last unit of a text, and its slot.
    latest: Vec<(u64, u64)>,
    /// The number of the whole text; its sentences have those before it, and no other text has any of them.
    whole: u64,
    /// By slot: the kinds of what was seen.
    kinds: Vec<Kinds>,
    /// The hits of rules that may fire.
    pub all: Vec<Hit>,
    /// Those of rules that ask for more than one, by slot.
    pub joint: Picked<Joint>,
    /// Which of all are of rules that yield to codes.
    pub yielding: Picked<u32>,
    /// Whether something speaks against a code.
    against: bool,
}

impl Hits {
    /// Lays out what the matches of a text serve.
    pub fn collect(&mut self, matches: &[Match], uses: &[Use], rulebook: &Rulebook) {
        self.see(matches, uses, rulebook.rules.len());
        self.keep();
        self.lay_out(uses, rulebook);
    }

    /// Finds all that matches serve.
    fn see(&mut self, matches: &[Match], uses: &[Use], rules: usize) {
        let Self { lists, seen, latest, whole: text, kinds, .. } = self;
        lists.take(matches.iter().enumerate().map(|(found, m)| (found as u32, m.uses)));
        *text += 1 + matches.last().map_or(0, |last| u64::from(last.sentence));
        latest.resize(rules, (0, 0));
        kinds.clear();
        kinds.resize(lists.items(), 0);
        let (latest, kinds) = (latest.as_mut_slice(), kinds.as_mut_slice());
        let (text, mut slots, mut all_kinds) = (*text, 0, 0);
        let see = |(found, used): (u32, u32)| {
            let Use { rule, role: Role { kind, .. }, needs, whole, across, .. } = uses[used as usize];
            let sentence = matches[found as usize].sentence * u32::from(!whole);
            let (unit, latest) = (text - u64::from(sentence), &mut latest[rule as usize]);
            let new = latest.0 != unit;
            let slot = select_unpredictable(new, slots, latest.1);
            *latest = (unit, slot);
            slots += u64::from(new);
            kinds[slot as usize] |= kind;
            all_kinds |= kind;
            (true, Seen { used, state: 2 * found + u32::from(across), slot: slot as u32, kind, needs })
        };
        seen.pick(lists.items(), lists.each().map(see));
        self.against = all_kinds & AGAINST != 0;
    }

    /// Keeps what rules may fire by.
    fn keep(&mut self) {
        let Self { seen, kinds, kept, .. } = self;
        let (seen, kinds) = (seen.as_slice(), kinds.as_slice());
        let keep = |(at, one): (u32, &Seen)| {
            let of_slot = kinds[one.slot as usize];
            let may_fire = (of_slot & one.needs == one.needs) & (of_slot & NONE == 0);
            (may_fire & (one.kind & EVIDENCE != 0), at)
        };
        kept.pick(seen.len(), (0..).zip(seen).map(keep));
    }

    /// Lays out what is kept.
    fn lay_out(&mut self, uses: &[Use], rulebook: &Rulebook) {
        let Self { seen, kept, all, joint, yielding, .. } = self;
        let (seen, kept, by_code) = (seen.as_slice(), kept.as_slice(), rulebook.nested == NestedScope::Key);
        all.clear();
        joint.clear();
        joint.reserve(kept.len());
        yielding.clear();
        yielding.reserve(kept.len());
        all.extend((0..).zip(kept).map(|(hit, at)| {
            let &Seen { used, state, slot, needs, .. } = &seen[*at as usize];
            let Use { weight, rule, code, role, service, .. } = uses[used as usize];
            let enough = needs == ANY;
            let key = if by_code { code } else { service.trailing_zeros() };
            joint.take_if(!enough, Joint { slot, hit, rule, role });
            yielding.take_if(rule >= rulebook.unyielding, hit);
            Hit { weight, rule, code, key, state, enough, speaks: false }
        }));
        joint.as_mut_slice().sort_unstable_by_key(|joint| u64::from(joint.slot) << 32 | u64::from(joint.hit));
    }

    /// What matches serve of which this became, and where that stands.
    pub fn seen<'a>(&'a self, uses: &'a [Use], became: impl Fn(u32) -> bool) -> impl Iterator<Item = (&'a Use, u32)> {
        let seen = self.seen.as_slice().iter().filter(move |seen| became(seen.state));
        seen.map(|seen| (&uses[seen.used as usize], seen.state))
    }

    /// What speaks against codes, and where it stands what became of the match.
    pub fn against<'a>(&'a self, uses: &'a [Use]) -> impl Iterator<Item = (&'a Use, u32)> {
        let seen = if self.against { self.seen.as_slice() } else { &[] };
        seen.iter().filter(|seen| seen.kind == AGAINST).map(|seen| (&uses[seen.used as usize], seen.state))
    }
}
