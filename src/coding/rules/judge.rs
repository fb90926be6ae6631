//! One text judged: what was found in it, what is negated or guarded, and what the rules then say.
//!
//! The rules of all domains are judged together, each on what was found in the texts that its domain is read from. A text
//! holds few matches, so the time goes into steps that no processor foresees, above all the ends of short loops; and one
//! loop over all is better than one for each domain.

use super::compile::Rulebook;
use super::hits::Hits;
use super::lexicon::Service;
use super::scan::{Match, Scan};
use super::uses::{GUARD, GuardUse, NEGATION, service};
use super::weigh::Scales;
use crate::codebook::Domain;

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

/// What is seen in a text.
#[derive(Default)]
pub(super) struct Sight {
    /// What became of each match: as evidence in the domain of its own text, then in one that is read from all.
    pub states: Vec<State>,
    /// Whether there is any that is negated or guarded.
    pub kept_back: bool,
    pub hits: Hits,
    guards: Vec<GuardHit>,
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

/// What became of a match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    #[default]
    Counts,
    Negated,
    Guarded(u32),
    Nested,
}

impl Rulebook {
    /// Marks what stands where a guard holds.
    fn guard(&self, matches: &[Match], sight: &mut Sight) {
        let Sight { guards, states, kept_back, .. } = sight;
        guards.clear();
        for m in matches.iter().filter(|m| m.service & GUARD != 0) {
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
                    *kept_back = true;
                }
            }
        }
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
        self.scan.finish();
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

    /// The text as it has been read: its parts, each with a line break after it.
    pub(super) fn text(&self) -> &str {
        self.scan.text()
    }

    /// What was found in the text, by where it starts.
    pub(super) fn found(&self) -> &[Match] {
        self.scan.matches()
    }

    /// Applies the rules to the text; the verdict is what they say.
    pub(super) fn weigh(&mut self) {
        let Self { rulebook, scan, sight, scales, verdict } = self;
        scan.finish();
        let matches = scan.matches();
        verdict.clear();
        sight.hits.collect(matches, scan.uses(), rulebook);
        sight.kept_back = false;
        sight.states.clear();
        sight.states.resize(2 * matches.len(), State::Counts);
        let services = matches.iter().fold(0, |all, m| all | m.service);
        if services & NEGATION != 0 {
            sight.kept_back = rulebook.negation.mark(matches, &mut sight.states);
        }
        if services & GUARD != 0 {
            rulebook.guard(matches, sight);
        }
        rulebook.weigh(matches, scan.uses(), sight, scales, verdict);
    }
}

impl Verdict {
    fn clear(&mut self) {
        self.codes.clear();
        self.evidence.clear();
        self.doubts.clear();
    }
}
