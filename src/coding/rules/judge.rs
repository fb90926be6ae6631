//! One text weighed: which rules fire, what is nested, negated or guarded, which codes pass.
//!
//! The rules of all domains are judged together, each on what was found in the texts that its domain is read from. A text
//! holds few matches, so the time goes into steps that no processor foresees, above all the ends of short loops; and one
//! loop over all is better than one for each domain.

use super::compile::{CompiledRule, DomainRules, Negation, NegationRole, Rulebook};
use super::lexicon::Service;
use super::scan::{Match, Picked, Scan};
use super::uses::{AGAINST, ANY, GuardUse, Kinds, NEGATION, NONE, Role, Use, Uses, service};
use crate::codebook::{Choose, Domain, NestedScope};

/// What the rules say of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The codes that pass, in the order of the codebook.
    pub found: Vec<Found>,
    /// Why a person should look at it, beside that nothing was found.
    pub doubts: Vec<Doubt>,
}

/// A code that passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its position among the domain's codes.
    pub code: u32,
    /// The weight of its evidence.
    pub score: f64,
    /// The matches that speak for it, by where they start.
    pub evidence: Vec<Match>,
}

/// Why a person should look at a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Only one code may be given and several have the same score; their positions, the chosen one first.
    Tie(Box<[u32]>),
    /// The evidence for a code is just enough.
    Weak(u32),
    /// Something speaks for a code and something against it.
    Contradicted(u32),
    /// Evidence for a code was negated.
    Negated(u32),
    /// Evidence for a code was kept from counting by this guard (its number).
    Guarded(u32, u32),
}

/// Reads texts and says what the rules say of them. What it learned of words, and its room, is kept for the next text.
pub struct Reader<'a> {
    rulebook: &'a Rulebook,
    scan: Scan<'a>,
    sight: Sight,
    scales: Scales,
    pub(super) verdict: Verdict,
}

/// What evidence is weighed with.
#[derive(Default)]
struct Scales {
    /// Rules that yield to no code.
    firm: Firings,
    /// Rules that yield to codes that pass.
    yielding: Firings,
    extents: Vec<Extent>,
}

/// What is seen in a text.
#[derive(Default)]
struct Sight {
    /// What became of each match: as evidence in the domain of its own text, then in one that is read from all.
    states: Vec<State>,
    hits: Hits,
    guards: Vec<GuardHit>,
}

/// A match in the service of a rule.
#[derive(Clone, Copy)]
struct Hit {
    /// The sentence; 0 for the whole text.
    unit: u32,
    /// Where it stands what became of the match.
    state: u32,
    role: Role,
    weight: f64,
}

impl Hit {
    /// What holds the place of none.
    const NONE: Self = Self { unit: 0, state: 0, role: Role::None, weight: 0.0 };

    /// The match.
    #[inline]
    fn found(&self) -> usize {
        self.state as usize / 2
    }
}

/// A match in the service of a guard. Those of one guard in one unit of the text belong together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct GuardHit {
    guard: u32,
    /// The sentence; 0 for the whole text.
    unit: u32,
    lifts: bool,
    service: Service,
    across: bool,
}

/// What matches serve, by rule. Only the hits of rules that can fire are kept, and those that tell something alone.
#[derive(Default)]
struct Hits {
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
struct Met {
    rule: u32,
    /// Where its hits end; they begin where those of the rule before end.
    end: u32,
    kinds: Kinds,
    /// Whether there is a hit of each kind that it needs.
    may_fire: bool,
    /// Whether any one of its hits is enough, wherever it stands.
    plain: bool,
}

impl Hits {
    /// Sorts what matches serve by rule.
    fn collect(&mut self, matches: &[Match], uses: &Uses<Use>, rules: &[CompiledRule]) {
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
    fn each(&self) -> impl Iterator<Item = (&Met, &[Hit])> {
        self.of(self.rules.as_slice(), 1)
    }

    /// Those before a rule, and the others.
    fn split(&self, rule: u32) -> [impl Iterator<Item = (&Met, &[Hit])>; 2] {
        let rules = self.rules.as_slice();
        let (before, after) = rules.split_at(rules.partition_point(|met| met.rule < rule));
        [self.of(before, 1), self.of(after, before.last().map_or(1, |met| met.end))]
    }

    #[inline]
    fn of<'a>(&'a self, rules: &'a [Met], mut from: u32) -> impl Iterator<Item = (&'a Met, &'a [Hit])> {
        rules.iter().map(move |met| (met, &self.by_rule[std::mem::replace(&mut from, met.end) as usize..met.end as usize]))
    }
}

/// What became of a match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Counts,
    Negated,
    Guarded(u32),
    Nested,
}

/// The rules that fire, each with its evidence, or that of a unit of the text.
#[derive(Default)]
struct Firings {
    /// The rule, and where its evidence ends.
    rules: Vec<(u32, usize)>,
    evidence: Vec<Hit>,
}

impl Firings {
    /// The rules in their order, each with its evidence.
    #[inline]
    fn each(&self) -> impl Iterator<Item = (u32, &[Hit])> {
        let mut from = 0;
        self.rules.iter().map(move |(rule, end)| (*rule, &self.evidence[std::mem::replace(&mut from, *end)..*end]))
    }
}

impl Firings {
    /// Keeps the rules of which this holds.
    fn retain(&mut self, holds: impl Fn(u32) -> bool) {
        if self.rules.iter().all(|(rule, _)| holds(*rule)) {
            return;
        }
        let all = std::mem::take(self);
        for (rule, hits) in all.each().filter(|(rule, _)| holds(*rule)) {
            self.evidence.extend_from_slice(hits);
            self.rules.push((rule, self.evidence.len()));
        }
    }
}

/// How far a match goes that is evidence.
#[derive(Clone, Copy)]
struct Extent {
    /// The domain, or the code where only matches of one code are compared.
    key: u32,
    start: u32,
    end: u32,
    /// Where it stands what became of the match.
    state: u32,
}

impl Extent {
    /// In this order a longer one comes before those inside it.
    #[inline]
    fn order(&self) -> u128 {
        let Self { key, start, end, state } = *self;
        u128::from(u64::from(key) << 32 | u64::from(start)) << 64 | u128::from(u64::from(!end) << 32 | u64::from(state))
    }
}

/// What was found in a text. Codes are numbered over all domains.
#[derive(Default)]
pub(super) struct Verdict {
    /// The codes and the weight of their evidence.
    pub codes: Vec<(u32, f64)>,
    /// The evidence for them, in their order: codes and the numbers of matches.
    pub evidence: Vec<(u32, u32)>,
    pub doubts: Vec<(Domain, Doubt)>,
    /// By code: its place among those that have evidence.
    places: Vec<Option<u32>>,
    /// The patterns of one rule that have been added to a score.
    counted: Vec<(u32, u32)>,
}

impl<'a> Reader<'a> {
    /// Begins to read with these rules.
    pub(super) fn new(rulebook: &'a Rulebook) -> Self {
        Self {
            rulebook,
            scan: rulebook.scanner().scan(),
            sight: Sight::default(),
            scales: Scales::default(),
            verdict: Verdict::default(),
        }
    }

    /// Applies the rules of a domain to a text in NFC.
    pub fn judge(&mut self, domain: Domain, text: &str) -> Reading {
        self.begin();
        self.read(text, service(domain));
        self.weigh();
        let Verdict { codes, evidence, doubts, .. } = &self.verdict;
        let of = |code: u32| evidence.iter().filter(move |(own, _)| *own == code);
        let found = codes.iter().map(|&(code, score)| Found {
            code: self.rulebook.codes[code as usize].position,
            score,
            evidence: of(code).map(|(_, found)| self.scan.matches()[*found as usize]).collect(),
        });
        Reading { found: found.collect(), doubts: doubts.iter().map(|(_, doubt)| doubt.clone()).collect() }
    }

    /// Finds every match of the patterns in a text in NFC, whatever they serve, by where they start.
    pub fn matches(&mut self, text: &str) -> &[Match] {
        self.begin();
        self.scan.read(text, Service::MAX);
        self.scan.matches()
    }

    /// Begins a new text.
    pub(super) fn begin(&mut self) {
        self.scan.begin();
    }

    /// Takes a part of the text, in NFC, that is to be judged for these.
    pub(super) fn read(&mut self, text: &str, services: Service) {
        self.scan.read(text, services);
    }

    /// What was found in the text, by where it starts.
    pub(super) fn found(&self) -> &[Match] {
        self.scan.matches()
    }

    /// Applies the rules to the text; the verdict is what they say.
    pub(super) fn weigh(&mut self) {
        let Self { rulebook, scan, sight, scales, verdict } = self;
        let matches = scan.matches();
        verdict.clear(rulebook.codes.len());
        sight.hits.collect(matches, &rulebook.uses, &rulebook.rules);
        sight.states.clear();
        sight.states.resize(2 * matches.len(), State::Counts);
        let mut states = sight.states.as_mut_slice();
        for part in matches.chunk_by(|a, b| a.part == b.part) {
            let (own, others) = states.split_at_mut(2 * part.len());
            rulebook.negation.mark(part, own);
            states = others;
        }
        rulebook.guard(matches, sight);
        rulebook.weigh(matches, sight, scales, verdict);
    }
}

impl Negation {
    /// Marks what a negation governs. A negation inside an exception, or in the match itself, governs nothing.
    fn mark(&self, matches: &[Match], states: &mut [State]) {
        let role = |m: &Match| self.roles[m.pattern as usize];
        let length = |m: &Match| m.last.saturating_sub(m.first);
        let mut negations = matches.iter().filter(|m| m.service & NEGATION != 0 && role(m).negates()).peekable();
        let longest = negations.peek().and_then(|_| matches.iter().map(length).max());
        let reach = self.within.saturating_add(longest.unwrap_or_default());
        for negation in negations {
            // Matches lie in the order of their first words.
            let first = matches.partition_point(|m| m.first.saturating_add(reach) < negation.first);
            let end = matches.partition_point(|m| m.first <= negation.last.saturating_add(self.within));
            let around = &matches[first..end];
            if around.iter().any(|e| role(e) == NegationRole::Except && e.holds(negation)) {
                continue;
            }
            for (at, m) in (first..).zip(around).filter(|(_, m)| near(m, negation, self.within)) {
                let follows = role(negation) != NegationRole::After && m.start >= negation.end;
                let precedes = role(negation) != NegationRole::Before && m.end <= negation.start;
                let (from, to) = if follows { (negation.end, m.start) } else { (m.end, negation.start) };
                let stops = |s: &Match| role(s) == NegationRole::Stop && from <= s.start && s.end <= to;
                if (follows || precedes) && !around.iter().any(stops) {
                    states[2 * at..2 * at + 2].fill(State::Negated);
                }
            }
        }
    }
}

/// Whether two matches stand within so many words, neighbours being one apart, in one sentence.
fn near(a: &Match, b: &Match, within: u32) -> bool {
    let (before, after) = if a.start <= b.start { (a, b) } else { (b, a) };
    before.end > after.start || before.sentence == after.sentence && after.first <= before.last.saturating_add(within)
}

impl CompiledRule {
    /// Whether the rule fires in a unit of the text; its evidence there is added.
    fn fires(&self, unit: &[Hit], matches: &[Match], states: &[State], evidence: &mut Vec<Hit>) -> bool {
        let kinds = unit.iter().fold(0, |all, hit| all | hit.role.kind());
        if kinds & NONE != 0 || kinds & self.needs != self.needs {
            return false;
        }
        let from = evidence.len();
        let counts = |hit: &&Hit| states[hit.state as usize] == State::Counts;
        evidence.extend(unit.iter().filter(counts).filter(|hit| matches!(hit.role, Role::Any | Role::All(_))));
        let holds = |role: Role| evidence[from..].iter().any(|hit| hit.role == role);
        let mut fires =
            (self.needs & ANY == 0 || holds(Role::Any)) && (0..self.all).all(|group| holds(Role::All(group)));
        for (pair, within) in (0..).zip(&self.near) {
            let side = |role: Role| unit.iter().filter(counts).filter(move |hit| hit.role == role);
            let before = evidence.len();
            for one in side(Role::NearAny(pair)) {
                let stands = |other: &&Hit| near(&matches[one.found()], &matches[other.found()], *within);
                let other = side(Role::NearWith(pair)).find(stands);
                evidence.extend(other.into_iter().flat_map(|other| [*one, *other]));
            }
            fires &= evidence.len() > before;
        }
        fires &= evidence.len() > from;
        if !fires {
            evidence.truncate(from);
        }
        fires
    }
}

/// Marks evidence that lies inside longer evidence; whether there was any.
fn nest(extents: &mut [Extent], states: &mut [State]) -> bool {
    extents.sort_unstable_by_key(Extent::order);
    let mut any = false;
    for of_key in extents.chunk_by(|a, b| a.key == b.key) {
        // One look at how far any has reached is enough.
        let mut furthest = of_key[0];
        for extent in of_key {
            if extent.end > furthest.end {
                furthest = *extent;
            } else if (extent.start, extent.end) != (furthest.start, furthest.end) {
                states[extent.state as usize] = State::Nested;
                any = true;
            }
        }
    }
    any
}

impl Rulebook {
    /// Marks what stands where a guard holds.
    fn guard(&self, matches: &[Match], sight: &mut Sight) {
        let Sight { guards, states, .. } = sight;
        guards.clear();
        for m in matches {
            let own = self.guard_uses.by(m.pattern).iter().filter(|used| used.service & m.service != 0);
            guards.extend(own.map(|&GuardUse { guard, lifts, whole, service, across }| {
                let unit = if whole { 0 } else { m.sentence };
                GuardHit { guard, unit, lifts, service, across }
            }));
        }
        guards.sort_unstable();
        for unit in guards.chunk_by(|a, b| (a.guard, a.unit) == (b.guard, b.unit)) {
            // What lifts it comes last.
            if unit[0].lifts || unit[unit.len() - 1].lifts {
                continue;
            }
            let GuardHit { guard, unit, service, across, .. } = unit[0];
            for (m, states) in matches.iter().zip(states.as_chunks_mut::<2>().0) {
                let state = &mut states[usize::from(across)];
                if m.service & service != 0 && (unit == 0 || m.sentence == unit) && *state == State::Counts {
                    *state = State::Guarded(guard);
                }
            }
        }
    }

    /// Adds up the evidence and chooses. A rule that yields to a code that passes hides nothing, either: so rules without
    /// such a condition come first.
    fn weigh(&self, matches: &[Match], sight: &mut Sight, scales: &mut Scales, verdict: &mut Verdict) {
        let Sight { hits, states, .. } = sight;
        let Scales { firm, yielding, extents } = scales;
        let [unyielding, others] = hits.split(self.unyielding);
        self.fire(unyielding, matches, states, firm);
        extents.clear();
        self.extend(firm, Service::MAX, matches, extents);
        if nest(extents, states) {
            let [unyielding, _] = hits.split(self.unyielding);
            self.fire(unyielding, matches, states, firm);
        }
        self.add(firm, matches, verdict);
        self.fire(others, matches, states, yielding);
        if !yielding.rules.is_empty() {
            let domains = yielding.each().fold(0, |all, (rule, _)| all | service(self.rules[rule as usize].domain));
            self.yield_to(&verdict.codes, yielding);
            extents.clear();
            self.extend(firm, domains, matches, extents);
            self.extend(yielding, domains, matches, extents);
            if nest(extents, states) {
                let [_, others] = hits.split(self.unyielding);
                self.fire(others, matches, states, yielding);
                self.yield_to(&verdict.codes, yielding);
            }
            self.add(yielding, matches, verdict);
        }
        self.note_kept_back(hits, states, verdict);
        self.speak_against(matches, hits, states, verdict);
        self.choose(matches, verdict);
    }

    /// Finds the rules that fire, with their evidence.
    fn fire<'a>(
        &self,
        hits: impl Iterator<Item = (&'a Met, &'a [Hit])>,
        matches: &[Match],
        states: &[State],
        firings: &mut Firings,
    ) {
        let Firings { rules, evidence } = firings;
        rules.clear();
        evidence.clear();
        for (met, own) in hits.filter(|(met, _)| met.may_fire) {
            if met.plain {
                let from = evidence.len();
                let counts = |hit: &&Hit| hit.role == Role::Any && states[hit.state as usize] == State::Counts;
                evidence.extend(own.iter().filter(counts));
                if evidence.len() > from {
                    rules.push((met.rule, evidence.len()));
                }
                continue;
            }
            for unit in own.chunk_by(|a, b| a.unit == b.unit) {
                if self.rules[met.rule as usize].fires(unit, matches, states, evidence) {
                    rules.push((met.rule, evidence.len()));
                }
            }
        }
    }

    /// Takes out the rules that yield to codes that pass.
    fn yield_to(&self, codes: &[(u32, f64)], firings: &mut Firings) {
        let passes = |code: &u32| {
            let is = |of: u32| of == *code || self.codes[of as usize].parent == Some(*code);
            codes.iter().any(|(of, score)| is(*of) && self.passes(*of, *score))
        };
        firings.retain(|rule| !self.rules[rule as usize].without.iter().any(passes));
    }

    /// Tells how far the evidence of rules of these domains goes, where it shares letters with other matches.
    fn extend(&self, firings: &Firings, domains: Service, matches: &[Match], extents: &mut Vec<Extent>) {
        for (rule, hits) in firings.each() {
            let CompiledRule { code, domain, .. } = self.rules[rule as usize];
            if service(domain) & domains == 0 {
                continue;
            }
            let key = if self.nested == NestedScope::Key { code } else { domain as u32 };
            let shared = hits.iter().map(|hit| (hit.state, &matches[hit.found()])).filter(|(_, m)| !m.alone);
            extents.extend(shared.map(|(state, m)| Extent { key, start: m.start, end: m.end, state }));
        }
    }

    /// Adds the evidence of rules to their codes. Each pattern of a rule counts once in a text.
    fn add(&self, firings: &Firings, matches: &[Match], verdict: &mut Verdict) {
        let Verdict { codes, evidence, places, counted, .. } = verdict;
        for (rule, hits) in firings.each() {
            let CompiledRule { code, weight, .. } = self.rules[rule as usize];
            let place = *places[code as usize].get_or_insert_with(|| {
                codes.push((code, 0.0));
                codes.len() as u32 - 1
            });
            let (_, score) = &mut codes[place as usize];
            // The firings of a rule follow one another.
            if counted.first().is_some_and(|(of, _)| *of != rule) {
                counted.clear();
            }
            for hit in hits {
                let pattern = matches[hit.found()].pattern;
                if !counted.contains(&(rule, pattern)) {
                    counted.push((rule, pattern));
                    *score += weight * hit.weight;
                }
                evidence.push((code, hit.found() as u32));
            }
        }
        counted.clear();
    }

    /// Takes off what speaks against a code.
    fn speak_against(&self, matches: &[Match], hits: &Hits, states: &[State], verdict: &mut Verdict) {
        let Verdict { codes, doubts, places, counted, .. } = verdict;
        for (met, own) in hits.each().filter(|(met, _)| met.kinds & AGAINST != 0) {
            let code = self.rules[met.rule as usize].code;
            for hit in own.iter().filter(|hit| hit.role == Role::Against) {
                let pattern = matches[hit.found()].pattern;
                if states[hit.state as usize] == State::Negated || counted.contains(&(code, pattern)) {
                    continue;
                }
                counted.push((code, pattern));
                if let Some(place) = places[code as usize] {
                    codes[place as usize].1 -= hit.weight;
                    doubts.push(self.doubt(code, Doubt::Contradicted));
                }
            }
        }
    }

    /// Notes the codes whose evidence was negated or guarded.
    fn note_kept_back(&self, hits: &Hits, states: &[State], verdict: &mut Verdict) {
        if states.iter().all(|state| matches!(state, State::Counts | State::Nested)) {
            return;
        }
        for (met, own) in hits.each() {
            let code = self.rules[met.rule as usize].code;
            for hit in own.iter().filter(|hit| hit.role == Role::Any) {
                match states[hit.state as usize] {
                    State::Negated => verdict.doubts.push(self.doubt(code, Doubt::Negated)),
                    State::Guarded(guard) => {
                        let number = self.guards[guard as usize].1;
                        verdict.doubts.push(self.doubt(code, |position| Doubt::Guarded(position, number)));
                    }
                    State::Counts | State::Nested => {}
                }
            }
        }
    }

    /// Keeps the codes that pass, without those that a subcode implies; one where only one may be given.
    fn choose(&self, matches: &[Match], verdict: &mut Verdict) {
        let Verdict { codes, evidence, doubts, places, .. } = verdict;
        for (code, _) in codes.iter() {
            places[*code as usize] = None;
        }
        codes.retain(|(code, score)| self.passes(*code, *score));
        let parents = codes.iter().filter_map(|(code, _)| self.codes[*code as usize].parent);
        let implied: Vec<_> = parents.filter(|main| codes.iter().any(|(code, _)| code == main)).collect();
        codes.retain(|(code, _)| !implied.contains(code));
        codes.sort_unstable_by_key(|(code, _)| *code);
        evidence.sort_unstable();
        evidence.dedup();
        let named = |code: u32| {
            let first = evidence.iter().find(|(of, _)| *of == code);
            first.map(|(_, found)| matches[*found as usize].start)
        };
        for (domain, rules) in self.domains.iter().filter(|(_, rules)| rules.choose == Choose::Dominant) {
            doubts.extend(self.keep_dominant(rules, codes, named).map(|tie| (*domain, tie)));
        }
        for (at, (code, score)) in (0..).zip(codes.iter()) {
            places[*code as usize] = Some(at);
            if *score < 1.5 * self.codes[*code as usize].threshold {
                doubts.push(self.doubt(*code, Doubt::Weak));
            }
        }
        evidence.retain(|(of, _)| places[*of as usize].is_some());
        doubts.sort();
        doubts.dedup();
    }

    /// Keeps the code of a domain with most evidence. Of equal ones the one that the text names first, then the first of
    /// the codebook; the tie is told.
    fn keep_dominant(
        &self,
        rules: &DomainRules,
        codes: &mut Vec<(u32, f64)>,
        named: impl Fn(u32) -> Option<u32>,
    ) -> Option<Doubt> {
        let numbers = rules.numbers();
        let own = codes.partition_point(|(code, _)| *code < numbers.start)
            ..codes.partition_point(|(code, _)| *code < numbers.end);
        if own.len() < 2 {
            return None;
        }
        let most = codes[own.clone()].iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
        let mut dominant: Vec<_> = codes[own.clone()].iter().filter(|(_, score)| *score >= most - TINY).copied().collect();
        dominant.sort_by_key(|(code, _)| (named(*code), *code));
        codes.splice(own, dominant.first().copied());
        let position = |(code, _): &(u32, f64)| self.codes[*code as usize].position;
        (dominant.len() > 1).then(|| Doubt::Tie(dominant.iter().map(position).collect()))
    }

    /// A doubt about a code, which it names by its position in its domain.
    fn doubt(&self, code: u32, doubt: impl FnOnce(u32) -> Doubt) -> (Domain, Doubt) {
        let code = &self.codes[code as usize];
        (code.domain, doubt(code.position))
    }

    fn passes(&self, code: u32, score: f64) -> bool {
        score >= self.codes[code as usize].threshold - TINY
    }
}

impl Verdict {
    fn clear(&mut self, codes: usize) {
        self.codes.iter().for_each(|(code, _)| self.places[*code as usize] = None);
        self.places.resize(codes, None);
        self.codes.clear();
        self.evidence.clear();
        self.doubts.clear();
        self.counted.clear();
    }
}

/// Scores are sums of weights with few decimals; what they differ by below this is the arithmetic's.
const TINY: f64 = 1e-9;
