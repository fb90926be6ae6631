//! What the matches of a text serve: the hits of rules that may fire, in the order of the text.

use super::compile::Rulebook;
use super::picked::{Lists, Picked};
use super::scan::Match;
use super::uses::{AGAINST, ANY, EVIDENCE, Kinds, NONE, Role, Use};
use crate::codebook::NestedScope;

/// A match in the service of a rule that may fire.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// What the pattern adds to the code's score, once for each tally.
    pub weight: f64,
    pub tally: u32,
    pub rule: u32,
    pub code: u32,
    /// Only evidence with the same key can hide other evidence.
    pub key: u32,
    /// The match.
    pub found: u32,
    /// Where it stands what became of the match.
    pub state: u32,
    /// Whether it is enough for the rule to fire.
    pub enough: bool,
    /// Whether it is evidence, as far as is known.
    pub speaks: bool,
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
    found: u32,
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
    kept: Picked<Seen>,
    /// By rule: its last unit of a text, and its slot.
    latest: Vec<(u64, u32)>,
    /// The number of the first unit of the text, over all texts.
    first_unit: u64,
    /// By slot: the kinds of what was seen.
    kinds: Vec<Kinds>,
    /// The hits of rules that may fire.
    pub all: Vec<Hit>,
    /// Those of rules that ask for more than one, by slot.
    pub joint: Picked<Joint>,
    /// What speaks against codes: the uses, the matches, and where it stands what became of them.
    pub against: Vec<(u32, u32, u32)>,
}

/// Where it stands what became of a match, in a domain of its own text or in one that is read from all.
fn state(found: u32, used: &Use) -> u32 {
    2 * found + u32::from(used.across)
}

impl Hits {
    /// Lays out what the matches of a text serve.
    pub fn collect(&mut self, matches: &[Match], uses: &[Use], rulebook: &Rulebook) {
        self.see(matches, uses, rulebook.rules.len());
        self.keep();
        self.lay_out(uses, rulebook.nested);
        self.against.clear();
        for seen in self.seen.as_slice() {
            if seen.kind == AGAINST {
                self.against.push((seen.used, seen.found, state(seen.found, &uses[seen.used as usize])));
            }
        }
    }

    /// Finds all that matches serve.
    fn see(&mut self, matches: &[Match], uses: &[Use], rules: usize) {
        let Self { lists, seen, latest, first_unit, kinds, .. } = self;
        lists.begin(matches.len());
        for (found, Match { uses, .. }) in (0..).zip(matches) {
            lists.add(found, uses.0..uses.1);
        }
        *first_unit += 1 + matches.last().map_or(0, |last| u64::from(last.sentence));
        latest.resize(rules, (0, 0));
        kinds.clear();
        kinds.resize(lists.items(), 0);
        seen.clear();
        seen.reserve(lists.items());
        let mut slots = 0;
        for (found, used) in lists.each() {
            let Use { rule, role, needs, whole, .. } = uses[used as usize];
            let sentence = if whole { 0 } else { matches[found as usize].sentence };
            let (unit, latest) = (*first_unit - u64::from(sentence), &mut latest[rule as usize]);
            let new = latest.0 != unit;
            let slot = if new { slots } else { latest.1 };
            *latest = (unit, slot);
            slots += u32::from(new);
            kinds[slot as usize] |= role.kind();
            seen.take_if(true, Seen { used, found, slot, kind: role.kind(), needs });
        }
    }

    /// Keeps what rules may fire by.
    fn keep(&mut self) {
        let Self { seen, kinds, kept, .. } = self;
        let seen = seen.as_slice();
        kept.clear();
        kept.reserve(seen.len());
        for one in seen {
            let of_slot = kinds[one.slot as usize];
            let may_fire = (of_slot & one.needs == one.needs) & (of_slot & NONE == 0);
            kept.take_if(may_fire & (one.kind & EVIDENCE != 0), *one);
        }
    }

    /// Lays out what is kept.
    fn lay_out(&mut self, uses: &[Use], nested: NestedScope) {
        let Self { kept, all, joint, .. } = self;
        let kept = kept.as_slice();
        all.clear();
        joint.clear();
        joint.reserve(kept.len());
        all.extend((0..).zip(kept).map(|(hit, seen)| {
            let Seen { used, found, slot, needs, .. } = *seen;
            let of @ Use { weight, tally, rule, code, role, service, .. } = uses[used as usize];
            let (enough, state) = (needs == ANY, state(found, &of));
            let key = if nested == NestedScope::Key { code } else { service.into() };
            joint.take_if(!enough, Joint { slot, hit, rule, role });
            Hit { weight, tally, rule, code, key, found, state, enough, speaks: false }
        }));
        joint.as_mut_slice().sort_unstable_by_key(|joint| u64::from(joint.slot) << 32 | u64::from(joint.hit));
    }

    /// What any one match is wanted for, as uses, and where it stands what became of the match.
    pub fn any<'a>(&'a self, uses: &'a [Use]) -> impl Iterator<Item = (&'a Use, u32)> {
        let any = self.seen.as_slice().iter().filter(|seen| seen.kind == ANY);
        any.map(|seen| (&uses[seen.used as usize], state(seen.found, &uses[seen.used as usize])))
    }
}
