//! What the matches of a text serve, laid out by rule.

use super::compile::CompiledRule;
use super::picked::Picked;
use super::scan::Match;
use super::uses::{AGAINST, ANY, Kinds, NONE, Role, Use, Uses};

/// A match in the service of a rule.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// The sentence; 0 for the whole text.
    pub unit: u32,
    /// Where it stands what became of the match.
    pub state: u32,
    pub role: Role,
    pub weight: f64,
}

impl Hit {
    /// What holds the place of none.
    const NONE: Self = Self { unit: 0, state: 0, role: Role::None, weight: 0.0 };

    /// The match.
    #[inline]
    pub fn found(&self) -> usize {
        self.state as usize / 2
    }
}

/// What matches serve, by rule. Only the hits of rules that can fire are kept, and those that tell something alone.
#[derive(Default)]
pub(super) struct Hits {
    /// What the matches serve in the order of the text: the place among all uses, and the match.
    seen: Picked<(u32, u32)>,
    /// By rule: what there is of it; which have anything, as bits.
    tallies: Vec<Tally>,
    met: Vec<u64>,
    /// The rules of which hits are kept, in their order.
    rules: Picked<Met>,
    /// The hits by rule; the first holds the place of all that are not kept.
    by_rule: Vec<Hit>,
}

/// How many hits a rule has and of which kinds; then where its next one is laid, and how far on the one after.
#[derive(Clone, Copy, Default)]
struct Tally {
    kinds: Kinds,
    hits: u32,
    place: u32,
    step: u32,
}

/// A rule of which hits are kept.
#[derive(Clone, Copy, Default)]
pub(super) struct Met {
    pub rule: u32,
    /// Where its hits end; they begin where those of the rule before end.
    end: u32,
    pub kinds: Kinds,
    /// Whether there is a hit of each kind that it needs.
    pub may_fire: bool,
    /// Whether any one of its hits is enough, wherever it stands.
    pub plain: bool,
}

impl Hits {
    /// Sorts what matches serve by rule.
    pub fn collect(&mut self, matches: &[Match], uses: &Uses<Use>, rules: &[CompiledRule]) {
        self.seen.clear();
        for (found, m) in (0..).zip(matches) {
            let own = uses.of(m.pattern);
            self.seen.reserve(own.len());
            for (at, used) in own.zip(uses.by(m.pattern)) {
                self.seen.take_if(used.service & m.service != 0, (at, found));
            }
        }
        self.tallies.resize(rules.len(), Tally::default());
        self.met.resize(rules.len().div_ceil(64), 0);
        for (used, _) in self.seen.as_slice() {
            let Use { rule, role, .. } = uses.all()[*used as usize];
            let tally = &mut self.tallies[rule as usize];
            tally.kinds |= role.kind();
            tally.hits += 1;
            self.met[rule as usize / 64] |= 1 << (rule % 64);
        }
        self.allot(rules);
        self.lay_out(matches, uses);
    }

    /// Gives the rules their places, in their order.
    fn allot(&mut self, rules: &[CompiledRule]) {
        let mut end = 1;
        self.rules.clear();
        for (block, met) in (0..).zip(&mut self.met) {
            self.rules.reserve(met.count_ones() as usize);
            while *met != 0 {
                let rule = block * 64 + met.trailing_zeros();
                *met &= *met - 1;
                let tally = &mut self.tallies[rule as usize];
                let Tally { kinds, hits, .. } = *tally;
                let needs = rules[rule as usize].needs;
                let may_fire = kinds & needs == needs;
                let plain = (needs == ANY) & (kinds & NONE == 0);
                let kept = may_fire | (kinds & (ANY | AGAINST) != 0);
                let step = u32::from(kept);
                *tally = Tally { kinds: 0, hits: 0, place: end * step, step };
                end += hits * step;
                self.rules.take_if(kept, Met { rule, end, kinds, may_fire, plain });
            }
        }
        self.by_rule.resize(end as usize, Hit::NONE);
    }

    /// Lays the hits out by rule. A rule's stay in the order of the text: so those of a sentence follow one another.
    fn lay_out(&mut self, matches: &[Match], uses: &Uses<Use>) {
        for &(used, found) in self.seen.as_slice() {
            let Use { rule, role, weight, whole, across, .. } = uses.all()[used as usize];
            let unit = if whole { 0 } else { matches[found as usize].sentence };
            let tally = &mut self.tallies[rule as usize];
            self.by_rule[tally.place as usize] = Hit { unit, state: 2 * found + u32::from(across), role, weight };
            tally.place += tally.step;
        }
    }

    /// The rules that have hits, in their order, each with its hits.
    pub fn each(&self) -> impl Iterator<Item = (&Met, &[Hit])> {
        self.of(self.rules.as_slice(), 1)
    }

    /// Those before a rule, and the others.
    pub fn split(&self, rule: u32) -> [impl Iterator<Item = (&Met, &[Hit])>; 2] {
        let rules = self.rules.as_slice();
        let (before, after) = rules.split_at(rules.partition_point(|met| met.rule < rule));
        [self.of(before, 1), self.of(after, before.last().map_or(1, |met| met.end))]
    }

    #[inline]
    fn of<'a>(&'a self, rules: &'a [Met], mut from: u32) -> impl Iterator<Item = (&'a Met, &'a [Hit])> {
        rules
            .iter()
            .map(move |met| (met, &self.by_rule[std::mem::replace(&mut from, met.end) as usize..met.end as usize]))
    }
}
