//! What the matches of a text serve: the hits of rules that may fire, in the order of the text.

use super::compile::Rulebook;
use super::lexicon::Service;
use super::picked::Picked;
use super::scan::Match;
use super::uses::{AGAINST, ANY, Brief, Kinds, Lens, NONE, Role, Use};

/// A match in the service of a rule that may fire.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub rule: u32,
    pub code: u32,
    /// What the pattern adds to the code's score, once for each rule: then `tally` is the same.
    pub weight: f64,
    pub tally: u32,
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
#[derive(Clone, Copy)]
pub(super) struct Joint {
    pub rule: u32,
    /// Its place among all hits.
    pub hit: u32,
    /// The sentence; 0 for the whole text.
    pub unit: u32,
    pub role: Role,
}

/// A match in the service of any rule.
#[derive(Clone, Copy, Default)]
struct Seen {
    brief: Brief,
    found: u32,
}

impl Seen {
    /// Where it stands what became of the match, in a domain of its own text or in one that is read from all.
    fn state(&self) -> u32 {
        2 * self.found + u32::from(self.brief.across)
    }
}

/// What matches serve.
#[derive(Default)]
pub(super) struct Hits {
    /// One for each choice of services that texts are read for.
    lenses: Vec<Lens>,
    seen: Vec<Seen>,
    /// By rule: the kinds of what was seen.
    kinds: Vec<Kinds>,
    kept: Picked<Seen>,
    /// The hits of rules that may fire.
    pub all: Vec<Hit>,
    /// Those of rules that ask for more than one, by rule.
    pub joint: Vec<Joint>,
    /// What speaks against codes: the places among all uses, the matches, and where it stands what became of them.
    pub against: Vec<(u32, u32, u32)>,
}

impl Hits {
    /// Lays out what the matches of a text serve, of which the parts are read for these services.
    pub fn collect(&mut self, matches: &[Match], services: &[Service], rulebook: &Rulebook) {
        self.see(matches, services, rulebook);
        self.keep();
        self.all.clear();
        self.joint.clear();
        for seen in self.kept.as_slice() {
            let Seen { brief: Brief { used, rule, needs, .. }, found } = *seen;
            let of = &rulebook.uses.all()[used as usize];
            let enough = needs == ANY && self.kinds[rule as usize] & NONE == 0;
            if !enough {
                let unit = if of.whole { 0 } else { matches[found as usize].sentence };
                self.joint.push(Joint { rule, hit: self.all.len() as u32, unit, role: of.role });
            }
            let Use { code, weight, tally, key, .. } = *of;
            self.all.push(Hit { rule, code, weight, tally, key, found, state: seen.state(), enough, speaks: false });
        }
        self.joint.sort_unstable_by_key(|joint| u64::from(joint.rule) << 32 | u64::from(joint.hit));
        self.against.clear();
        for seen in &self.seen {
            if seen.brief.kind == AGAINST {
                self.against.push((seen.brief.used, seen.found, seen.state()));
            }
            self.kinds[seen.brief.rule as usize] = 0;
        }
    }

    /// Finds all that matches serve.
    fn see(&mut self, matches: &[Match], services: &[Service], rulebook: &Rulebook) {
        let Self { lenses, seen, kinds, .. } = self;
        seen.clear();
        let mut found = 0;
        for part in matches.chunk_by(|a, b| a.part == b.part) {
            let lens = lens(lenses, services[usize::from(part[0].part)], rulebook);
            for m in part {
                seen.extend(lens.by(m.pattern).iter().map(|brief| Seen { brief: *brief, found }));
                found += 1;
            }
        }
        kinds.resize(rulebook.rules.len(), 0);
        for seen in seen {
            kinds[seen.brief.rule as usize] |= seen.brief.kind;
        }
    }

    /// Keeps what rules may fire by.
    fn keep(&mut self) {
        let Self { seen, kinds, kept, .. } = self;
        kept.clear();
        kept.reserve(seen.len());
        for one in seen {
            let Brief { rule, kind, needs, .. } = one.brief;
            let of_rule = kinds[rule as usize];
            let may_fire = of_rule & needs == needs;
            let serves = (kind == ANY) | (kind != AGAINST) & ((needs != ANY) | (of_rule & NONE != 0));
            kept.take_if(may_fire & serves, *one);
        }
    }

    /// What any one match is wanted for, as places among all uses, and where it stands what became of the match.
    pub fn any(&self) -> impl Iterator<Item = (u32, u32)> {
        self.seen.iter().filter(|seen| seen.brief.kind == ANY).map(|seen| (seen.brief.used, seen.state()))
    }
}

/// What patterns serve in a text that is read for these services.
fn lens<'a>(lenses: &'a mut Vec<Lens>, services: Service, rulebook: &Rulebook) -> &'a Lens {
    let known = lenses.iter().position(|lens| lens.services == services);
    let at = known.unwrap_or_else(|| {
        lenses.push(Lens::new(services, &rulebook.uses));
        lenses.len() - 1
    });
    &lenses[at]
}
