//! One text weighed: which rules fire, what is nested, negated or guarded, which codes pass.

use std::cmp::Reverse;

use super::compile::{
    AGAINST, ANY, CompiledRule, DomainRules, Kinds, NEGATION, NONE, Negation, NegationRole, Role, Rulebook, Use, service,
};
use super::lexicon::Service;
use super::scan::{Match, Part, Scan};
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
    firings: Firings,
    /// The matches of the part that was judged.
    judged: Part,
    pub(super) verdict: Verdict,
}

/// What is seen in a text.
#[derive(Default)]
struct Sight {
    /// What became of each match, as far as negation goes.
    governed: Vec<State>,
    /// What became of each match of the part that is judged.
    states: Vec<State>,
    hits: Hits,
    guards: Vec<GuardHit>,
}

/// A match in the service of a rule.
#[derive(Clone, Copy)]
struct Hit {
    /// The sentence; 0 for the whole text.
    unit: u32,
    found: u32,
    role: Role,
    weight: f64,
}

/// A match in the service of a guard. Those of one guard in one unit of the text belong together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct GuardHit {
    guard: u32,
    /// The sentence; 0 for the whole text.
    unit: u32,
    lifts: bool,
}

/// What matches serve, by rule. Only the hits of rules that can fire are kept, and those that tell something alone.
#[derive(Default)]
struct Hits {
    /// What the matches serve in the order of the text: the place among all uses, and the match.
    seen: Vec<(u32, u32)>,
    /// By rule: what there is of it; which have anything, as bits.
    tallies: Vec<Tally>,
    met: Vec<u64>,
    /// The rules of which hits are kept, in their order.
    rules: Vec<Met>,
    /// The hits by rule; after them what is not kept.
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
#[derive(Clone, Copy)]
struct Met {
    rule: u32,
    /// Where its hits end; they begin where those of the rule before end.
    end: u32,
    kinds: Kinds,
    /// Whether there is a hit of each kind that it needs.
    may_fire: bool,
}

impl Hits {
    fn clear(&mut self, rules: usize) {
        self.seen.clear();
        self.rules.clear();
        self.tallies.resize(rules.max(self.tallies.len()), Tally::default());
        self.met.resize(self.tallies.len().div_ceil(64), 0);
    }

    /// Looks at what a match serves.
    #[inline]
    fn see(&mut self, found: u32, from: u32, uses: &[Use]) {
        for (at, used) in (from..).zip(uses) {
            self.seen.push((at, found));
            let tally = &mut self.tallies[used.rule as usize];
            tally.kinds |= used.role.kind();
            tally.hits += 1;
            self.met[used.rule as usize / 64] |= 1 << (used.rule % 64);
        }
    }

    /// Gives the rules their places, in their order.
    fn allot(&mut self, rules: &[CompiledRule]) {
        let mut end = 0;
        for (block, met) in (0..).zip(&mut self.met) {
            while *met != 0 {
                let rule = block * 64 + met.trailing_zeros();
                *met &= *met - 1;
                let tally = &mut self.tallies[rule as usize];
                let Tally { kinds, hits, .. } = std::mem::take(tally);
                let needs = rules[rule as usize].needs;
                let may_fire = kinds & needs == needs;
                if may_fire || kinds & (ANY | AGAINST) != 0 {
                    (tally.place, tally.step) = (end, 1);
                    end += hits;
                    self.rules.push(Met { rule, end, kinds, may_fire });
                }
            }
        }
        self.by_rule.resize(end as usize + 1, Hit { unit: 0, found: 0, role: Role::None, weight: 0.0 });
    }

    /// Lays the hits out by rule. A rule's stay in the order of the text: so those of a sentence follow one another.
    fn lay_out(&mut self, matches: &[Match], uses: &[Use]) {
        let aside = self.by_rule.len() - 1;
        for &(used, found) in &self.seen {
            let Use { rule, role, weight, whole } = uses[used as usize];
            let unit = if whole { 0 } else { matches[found as usize].sentence };
            let tally = &mut self.tallies[rule as usize];
            let place = if tally.step == 0 { aside } else { tally.place as usize };
            self.by_rule[place] = Hit { unit, found, role, weight };
            tally.place += tally.step;
        }
        self.rules.iter().for_each(|met| self.tallies[met.rule as usize] = Tally::default());
    }

    /// The rules that have hits, in their order, each with its hits.
    #[inline]
    fn each(&self) -> impl Iterator<Item = (&Met, &[Hit])> {
        let mut from = 0;
        self.rules.iter().map(move |met| {
            let own = &self.by_rule[from..met.end as usize];
            from = met.end as usize;
            (met, own)
        })
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
    /// What is needed to see what lies inside what.
    extents: Vec<Extent>,
}

impl Firings {
    /// The rules in their order, each with its evidence.
    fn each(&self) -> impl Iterator<Item = (u32, &[Hit])> {
        let mut from = 0;
        self.rules.iter().map(move |(rule, end)| (*rule, &self.evidence[std::mem::replace(&mut from, *end)..*end]))
    }
}

/// How far a match goes that is evidence. In this order a longer one comes before those inside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Extent {
    /// The code, where only matches of one code are compared.
    key: u32,
    start: u32,
    end: Reverse<u32>,
    found: u32,
}

/// What was found in a text.
#[derive(Default)]
pub(super) struct Verdict {
    /// The codes and the weight of their evidence.
    pub codes: Vec<(u32, f64)>,
    /// The evidence: codes and the numbers of matches.
    evidence: Vec<(u32, u32)>,
    pub doubts: Vec<Doubt>,
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
            firings: Firings::default(),
            judged: Part::default(),
            verdict: Verdict::default(),
        }
    }

    /// Applies the rules of a domain to a text in NFC.
    pub fn judge(&mut self, domain: Domain, text: &str) -> Reading {
        self.begin();
        let part = self.read(text, service(domain));
        self.judge_part(domain, &part);
        let found = self.verdict.codes.iter().map(|&(code, score)| Found {
            code,
            score,
            evidence: self.evidence(code).copied().collect(),
        });
        Reading { found: found.collect(), doubts: self.verdict.doubts.clone() }
    }

    /// The evidence for a code that was found, by where it starts.
    pub(super) fn evidence(&self, code: u32) -> impl Iterator<Item = &Match> {
        let matches = self.scan.matches(&self.judged);
        let own = self.verdict.evidence.iter().filter(move |(of, _)| *of == code);
        own.map(|(_, found)| &matches[*found as usize])
    }

    /// Finds every match of the patterns in a text in NFC, whatever they serve, by where they start.
    pub fn matches(&mut self, text: &str) -> &[Match] {
        self.begin();
        let part = self.scan.read(text, Service::MAX);
        self.scan.matches(&part)
    }

    /// Begins a new text.
    pub(super) fn begin(&mut self) {
        self.scan.begin();
        self.sight.governed.clear();
    }

    /// Takes a part of the text, in NFC, that is to be judged for these.
    pub(super) fn read(&mut self, text: &str, services: Service) -> Part {
        let part = self.scan.read(text, services);
        self.rulebook.negation.mark(self.scan.matches(&part), &mut self.sight.governed);
        part
    }

    /// Applies the rules of a domain to a part of the text; the verdict is what they say.
    pub(super) fn judge_part(&mut self, domain: Domain, part: &Part) {
        let Self { rulebook, scan, sight, firings, judged, verdict } = self;
        verdict.clear();
        judged.clone_from(part);
        let Some(rules) = rulebook.domains.get(&domain) else { return };
        let matches = scan.matches(part);
        if !rules.collect(matches, service(domain), &mut sight.hits) {
            return;
        }
        sight.states.clear();
        sight.states.extend_from_slice(&sight.governed[part.matches()]);
        rules.guard(matches, sight);
        rules.weigh(rulebook.nested, matches, sight, firings, verdict);
    }
}

impl Negation {
    /// Adds what becomes of matches as far as negation goes. A negation inside an exception, or in the match itself,
    /// governs nothing.
    fn mark(&self, matches: &[Match], states: &mut Vec<State>) {
        let from = states.len();
        states.resize(from + matches.len(), State::Counts);
        if matches.iter().all(|m| m.service & NEGATION == 0) {
            return;
        }
        let states = &mut states[from..];
        let role = |m: &Match| self.roles[m.pattern as usize];
        let longest = matches.iter().map(|m| m.last.saturating_sub(m.first)).max();
        let reach = self.within.saturating_add(longest.unwrap_or_default());
        for negation in matches.iter().filter(|m| role(m).negates()) {
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
                    states[at] = State::Negated;
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
        let counts = |hit: &&Hit| states[hit.found as usize] == State::Counts;
        evidence.extend(unit.iter().filter(counts).filter(|hit| matches!(hit.role, Role::Any | Role::All(_))));
        let holds = |role: Role| evidence[from..].iter().any(|hit| hit.role == role);
        let mut fires =
            (self.needs & ANY == 0 || holds(Role::Any)) && (0..self.all).all(|group| holds(Role::All(group)));
        for (pair, within) in (0..).zip(&self.near) {
            let side = |role: Role| unit.iter().filter(counts).filter(move |hit| hit.role == role);
            let before = evidence.len();
            for one in side(Role::NearAny(pair)) {
                let stands = |other: &&Hit| near(&matches[one.found as usize], &matches[other.found as usize], *within);
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

impl DomainRules {
    /// Sorts the matches into hits by rule and unit of text; whether any tells something.
    fn collect(&self, matches: &[Match], own: Service, hits: &mut Hits) -> bool {
        hits.clear(self.rules.len());
        for (found, m) in (0..).zip(matches).filter(|(_, m)| m.service & own != 0) {
            let uses = self.uses_of(m.pattern);
            hits.see(found, uses.start, &self.uses()[uses.start as usize..uses.end as usize]);
        }
        hits.allot(&self.rules);
        hits.lay_out(matches, self.uses());
        !hits.rules.is_empty()
    }

    /// Marks what stands where a guard holds.
    fn guard(&self, matches: &[Match], sight: &mut Sight) {
        if self.guards.is_empty() {
            return;
        }
        let Sight { guards, states, .. } = sight;
        guards.clear();
        for m in matches {
            guards.extend(self.guard_uses(m.pattern).iter().map(|used| GuardHit {
                guard: used.guard,
                unit: if used.whole { 0 } else { m.sentence },
                lifts: used.lifts,
            }));
        }
        guards.sort_unstable();
        for unit in guards.chunk_by(|a, b| (a.guard, a.unit) == (b.guard, b.unit)) {
            // What lifts it comes last.
            if unit[0].lifts || unit[unit.len() - 1].lifts {
                continue;
            }
            for (m, state) in matches.iter().zip(states.iter_mut()) {
                if (unit[0].unit == 0 || m.sentence == unit[0].unit) && *state == State::Counts {
                    *state = State::Guarded(unit[0].guard);
                }
            }
        }
    }

    /// Adds up the evidence and chooses. A rule that yields to a code that passes hides nothing, either: so rules without
    /// such a condition come first.
    fn weigh(
        &self,
        scope: NestedScope,
        matches: &[Match],
        sight: &mut Sight,
        firings: &mut Firings,
        verdict: &mut Verdict,
    ) {
        let yields_to = |rule: u32| &self.rules[rule as usize].without;
        let Sight { hits, states, .. } = sight;
        self.fire(matches, hits, states, firings);
        if self.nest(scope, |rule| yields_to(rule).is_empty(), matches, firings, states) {
            self.fire(matches, hits, states, firings);
        }
        self.add(|rule| yields_to(rule).is_empty(), matches, firings, verdict);
        if firings.rules.iter().any(|(rule, _)| !yields_to(*rule).is_empty()) {
            let passing = verdict.codes.iter().filter(|(_, score)| self.passes(*score)).map(|(code, _)| *code);
            let passes = |code: &u32| passing.clone().any(|p| p == *code || self.parents[p as usize] == Some(*code));
            let firing = firings.rules.iter().map(|(rule, _)| *rule);
            let yielding: Vec<_> = firing.filter(|rule| yields_to(*rule).iter().any(passes)).collect();
            let stays = |rule: u32| !yielding.contains(&rule);
            if self.nest(scope, stays, matches, firings, states) {
                self.fire(matches, hits, states, firings);
            }
            self.add(|rule| !yields_to(rule).is_empty() && stays(rule), matches, firings, verdict);
        }
        self.note_kept_back(hits, states, verdict);
        self.speak_against(matches, hits, states, verdict);
        self.choose(matches, verdict);
    }

    /// Finds the rules that fire, with their evidence.
    fn fire(&self, matches: &[Match], hits: &Hits, states: &[State], firings: &mut Firings) {
        let Firings { rules, evidence, .. } = firings;
        rules.clear();
        evidence.clear();
        for (met, own) in hits.each().filter(|(met, _)| met.may_fire) {
            let rule = &self.rules[met.rule as usize];
            if rule.is_plain() && met.kinds & NONE == 0 {
                let from = evidence.len();
                let counts = |hit: &&Hit| hit.role == Role::Any && states[hit.found as usize] == State::Counts;
                evidence.extend(own.iter().filter(counts));
                if evidence.len() > from {
                    rules.push((met.rule, evidence.len()));
                }
                continue;
            }
            for unit in own.chunk_by(|a, b| a.unit == b.unit) {
                if rule.fires(unit, matches, states, evidence) {
                    rules.push((met.rule, evidence.len()));
                }
            }
        }
    }

    /// Marks evidence that lies inside longer evidence, of the rules that count; whether there was any.
    fn nest(
        &self,
        scope: NestedScope,
        counts: impl Fn(u32) -> bool,
        matches: &[Match],
        firings: &mut Firings,
        states: &mut [State],
    ) -> bool {
        let mut extents = std::mem::take(&mut firings.extents);
        extents.clear();
        for (rule, hits) in firings.each().filter(|(rule, _)| counts(*rule)) {
            let key = if scope == NestedScope::Key { self.rules[rule as usize].code } else { 0 };
            let shared = hits.iter().map(|hit| (hit.found, &matches[hit.found as usize])).filter(|(_, m)| !m.alone);
            extents.extend(shared.map(|(found, m)| Extent { key, start: m.start, end: Reverse(m.end), found }));
        }
        if extents.len() > 1 {
            extents.sort_unstable();
        }
        let mut any = false;
        for of_key in extents.chunk_by(|a, b| a.key == b.key) {
            // One look at how far any has reached is enough.
            let mut furthest = of_key[0];
            for extent in of_key {
                if extent.end.0 > furthest.end.0 {
                    furthest = *extent;
                } else if (extent.start, extent.end) != (furthest.start, furthest.end) {
                    states[extent.found as usize] = State::Nested;
                    any = true;
                }
            }
        }
        firings.extents = extents;
        any
    }

    /// Adds the evidence of rules to their codes. Each pattern of a rule counts once in a text.
    fn add(&self, counts: impl Fn(u32) -> bool, matches: &[Match], firings: &Firings, verdict: &mut Verdict) {
        let Verdict { codes, evidence, counted, .. } = verdict;
        for (rule, hits) in firings.each().filter(|(rule, _)| counts(*rule)) {
            let own = &self.rules[rule as usize];
            let at = codes.iter().position(|(code, _)| *code == own.code).unwrap_or_else(|| {
                codes.push((own.code, 0.0));
                codes.len() - 1
            });
            // The firings of a rule follow one another.
            if counted.first().is_some_and(|(of, _)| *of != rule) {
                counted.clear();
            }
            for hit in hits {
                let pattern = matches[hit.found as usize].pattern;
                if !counted.contains(&(rule, pattern)) {
                    counted.push((rule, pattern));
                    codes[at].1 += own.weight * hit.weight;
                }
                evidence.push((own.code, hit.found));
            }
        }
        counted.clear();
    }

    /// Takes off what speaks against a code.
    fn speak_against(&self, matches: &[Match], hits: &Hits, states: &[State], verdict: &mut Verdict) {
        let Verdict { codes, doubts, counted, .. } = verdict;
        for (met, own) in hits.each().filter(|(met, _)| met.kinds & AGAINST != 0) {
            let code = self.rules[met.rule as usize].code;
            for hit in own.iter().filter(|hit| hit.role == Role::Against) {
                let pattern = matches[hit.found as usize].pattern;
                if states[hit.found as usize] == State::Negated || counted.contains(&(code, pattern)) {
                    continue;
                }
                counted.push((code, pattern));
                if let Some((_, score)) = codes.iter_mut().find(|(own, _)| *own == code) {
                    *score -= hit.weight;
                    doubts.push(Doubt::Contradicted(code));
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
                match states[hit.found as usize] {
                    State::Negated => verdict.doubts.push(Doubt::Negated(code)),
                    State::Guarded(guard) => verdict.doubts.push(Doubt::Guarded(code, guard)),
                    State::Counts | State::Nested => {}
                }
            }
        }
    }

    /// Keeps the codes that pass, without those that a subcode implies; one where only one may be given.
    fn choose(&self, matches: &[Match], verdict: &mut Verdict) {
        let Verdict { codes, evidence, doubts, .. } = verdict;
        codes.retain(|(_, score)| self.passes(*score));
        let implies = |of: &u32, main: u32| self.parents[*of as usize] == Some(main);
        let implied = |main: u32| codes.iter().any(|(code, _)| implies(code, main));
        let mains: Vec<_> = codes.iter().map(|(code, _)| *code).filter(|code| implied(*code)).collect();
        codes.retain(|(code, _)| !mains.contains(code));
        codes.sort_unstable_by_key(|(code, _)| *code);
        evidence.sort_unstable();
        evidence.dedup();
        if self.choose == Choose::Dominant {
            let named = |code: u32| {
                let first = evidence.iter().find(|(of, _)| *of == code);
                first.map(|(_, found)| matches[*found as usize].start)
            };
            doubts.extend(keep_dominant(codes, named));
        }
        evidence.retain(|(of, _)| codes.iter().any(|(code, _)| code == of));
        let weak = |score: f64| score < 1.5 * self.threshold;
        doubts.extend(codes.iter().filter(|(_, score)| weak(*score)).map(|(code, _)| Doubt::Weak(*code)));
        doubts.sort();
        doubts.dedup();
    }

    fn passes(&self, score: f64) -> bool {
        score >= self.threshold - TINY
    }
}

impl Verdict {
    fn clear(&mut self) {
        self.codes.clear();
        self.evidence.clear();
        self.doubts.clear();
        self.counted.clear();
    }
}

/// Scores are sums of weights with few decimals; what they differ by below this is the arithmetic's.
const TINY: f64 = 1e-9;

/// Keeps the code with most evidence. Of equal ones the one that the text names first, then the first of the codebook;
/// the tie is told.
fn keep_dominant(codes: &mut Vec<(u32, f64)>, named: impl Fn(u32) -> Option<u32>) -> Option<Doubt> {
    let most = codes.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
    codes.retain(|(_, score)| *score >= most - TINY);
    if codes.len() < 2 {
        return None;
    }
    codes.sort_by_key(|(code, _)| (named(*code), *code));
    let tie = Doubt::Tie(codes.iter().map(|(code, _)| *code).collect());
    codes.truncate(1);
    Some(tie)
}
