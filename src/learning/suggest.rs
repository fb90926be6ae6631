//! Applying a model: a probability and a decision per code, and the words and rules that contribute most to it.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::features::{Vocabulary, Words};
use super::judge::{Judge, Mains, Verdict, level};
use super::judge_features::{Companion, Scored, column, kin, strength};
use super::material::{System, systems};
use super::model::{LearnedSystem, Model};
use super::scoring::{Memory, Table};
use crate::codebook::{Codebook, Domain};
use crate::coding::rules::{RuleCodings, text};
use crate::survey::Unit;

/// How many contributions are told per code.
const PIECES: usize = 3;

/// Interventions that a thread takes at a time.
const SHARE: usize = 200;

/// A code that is suggested.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion<'a> {
    /// The code.
    pub code: &'a str,
    /// Its main code, itself for a main code.
    pub main: &'a str,
    /// Its probability.
    pub probability: f64,
    /// Accepted, or for review.
    pub verdict: Verdict,
    /// The strongest evidence first, with its share of the log-odds.
    pub evidence: Vec<(Evidence, f64)>,
}

/// What contributes to the log-odds of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A word or a pair of words of the answer.
    Words(Arc<str>),
    /// The codebook's rules.
    Rules,
    /// The companion: the same intervention's answer in another domain.
    Companion,
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Words(words) => words,
            Self::Rules => "rules",
            Self::Companion => "other-answer",
        })
    }
}

/// A model ready for use.
pub struct Suggester<'a> {
    model: &'a Model,
    layouts: Vec<System>,
    vocabularies: Vec<Vocabulary>,
    tables: Vec<(Domain, Table<'a>)>,
    scratches: Mutex<Vec<Scratch>>,
}

/// Buffers and caches of a thread, by domain.
#[derive(Default)]
pub struct Scratch {
    words: Words,
    memories: Vec<Memory>,
}

impl<'a> Suggester<'a> {
    /// Prepares a model for its codebook.
    pub fn new(model: &'a Model, book: &Codebook) -> Self {
        let layouts = systems(book);
        let vocabulary = |system: &LearnedSystem| Vocabulary::new(system.ngrams.clone(), system.rarity.clone());
        let tables = model.systems.iter().enumerate().flat_map(|(at, system)| {
            let table = move |domain| Table::new(at, system, domain);
            system.domains.iter().filter_map(move |domain| Some((book.domain(&domain.domain)?, table(domain))))
        });
        Self {
            model,
            layouts,
            vocabularies: model.systems.iter().map(vocabulary).collect(),
            tables: tables.collect(),
            scratches: Mutex::default(),
        }
    }

    /// The model.
    pub fn model(&self) -> &Model {
        self.model
    }

    /// The domains that the model knows.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.tables.iter().map(|(domain, _)| *domain)
    }

    /// The number of a domain among those that the model knows, and its table.
    fn table(&self, domain: Domain) -> Option<(usize, &Table<'a>)> {
        let at = self.tables.iter().position(|(known, _)| *known == domain)?;
        Some((at, &self.tables[at].1))
    }

    /// The share of known words of a text, as known and all.
    pub fn known_words(&self, domain: Domain, text: &str) -> (usize, usize) {
        self.table(domain).map_or((0, 0), |(_, table)| self.vocabularies[table.at].known_words(text))
    }

    /// The score of every code for a text.
    pub fn scores(&self, domain: Domain, text: &str, scratch: &mut Scratch) -> Vec<f64> {
        let Some((at, table)) = self.table(domain) else { return Vec::new() };
        scratch.memories.resize_with(self.tables.len(), Memory::default);
        table.score(&self.vocabularies[table.at], text, &mut scratch.words, &mut scratch.memories[at])
    }

    /// What is known of an intervention's answers, but for blank ones, by domain of the model; no labels.
    pub fn scored(&self, intervention: &Unit, rules: &RuleCodings, scratch: &mut Scratch) -> Vec<(Domain, Scored)> {
        (0..self.vocabularies.len()).flat_map(|system| self.scored_in(system, intervention, rules, scratch)).collect()
    }

    /// The same in the domains of one of the model's systems.
    fn scored_in(
        &self,
        system: usize,
        intervention: &Unit,
        rules: &RuleCodings,
        scratch: &mut Scratch,
    ) -> Vec<(Domain, Scored)> {
        let mut known: Vec<(Domain, Scored)> = Vec::new();
        for (domain, _) in self.tables.iter().filter(|(_, table)| table.at == system) {
            let text = text(intervention, *domain);
            let Some(layout) = self.layout(*domain).filter(|_| !text.trim().is_empty()) else { continue };
            let scores = self.scores(*domain, &text, scratch);
            let rules = layout.strongest(rules.scores(&intervention.id, *domain));
            known.push((*domain, Scored { scores, rules, ..Scored::default() }));
        }
        let companion = |at: usize| {
            let others = known.iter().enumerate().filter(|(other, _)| *other != at);
            Companion::of(others.map(|(_, (_, other))| (other.scores.as_slice(), other.rules.as_slice())))
        };
        let companions: Vec<_> = (0..known.len()).map(companion).collect();
        known.iter_mut().zip(companions).for_each(|((_, scored), companion)| scored.companion = companion);
        known
    }

    /// The layout of a domain's system, as the codebook has it.
    pub fn layout(&self, domain: Domain) -> Option<&System> {
        self.layouts.iter().find(|layout| layout.domains.contains(&domain))
    }

    /// What is suggested for an intervention's answers, but for blank ones, by domain of the model.
    pub fn suggest(
        &self,
        intervention: &Unit,
        rules: &RuleCodings,
        scratch: &mut Scratch,
    ) -> Vec<(Domain, Vec<Suggestion<'a>>)> {
        let known = self.scored(intervention, rules, scratch).into_iter().filter_map(|(domain, scored)| {
            let (at, table) = self.table(domain)?;
            Some((domain, suggestions(table, &scored, &mut scratch.memories[at])))
        });
        known.collect()
    }

    /// What is suggested for many interventions, in their order.
    pub fn suggest_all(&self, interventions: &[&Unit], rules: &RuleCodings) -> Vec<Vec<(Domain, Vec<Suggestion<'a>>)>> {
        let part = |part: &[&Unit]| -> Vec<_> {
            let mut scratch = self.scratches().pop().unwrap_or_default();
            let suggested = part.iter().map(|intervention| self.suggest(intervention, rules, &mut scratch)).collect();
            self.scratches().push(scratch);
            suggested
        };
        let parts: Vec<Vec<_>> = interventions.par_chunks(SHARE).map(part).collect();
        parts.into_iter().flatten().collect()
    }

    /// Buffers that no thread uses now.
    fn scratches(&self) -> MutexGuard<'_, Vec<Scratch>> {
        self.scratches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is suggested for an answer, whose text the memory has just read.
fn suggestions<'a>(table: &Table<'a>, scored: &Scored, memory: &mut Memory) -> Vec<Suggestion<'a>> {
    let (mains, judge) = (&table.system.mains, &table.domain.judge);
    let probabilities = judge.with_rules(scored, mains);
    let verdicts = judge.verdicts(&probabilities, mains);
    let kin = kin(&judge.odds(scored, mains), mains);
    let given = (0..verdicts.len()).filter(|code| verdicts[*code] != Verdict::No);
    let suggestion = |code: usize| Suggestion {
        code: &table.system.codes[code],
        main: &table.system.codes[mains[code]],
        probability: probabilities[code],
        verdict: verdicts[code],
        evidence: evidence(judge, (code, kin[code]), mains, scored, memory),
    };
    given.map(suggestion).collect()
}

/// The strongest pieces of evidence for a code: words by their shares of the learned scores of it and its kin, rules where they
/// gave it, and the companion where it adds to it.
fn evidence(
    judge: &Judge,
    (code, kin): (usize, usize),
    mains: &Mains,
    scored: &Scored,
    memory: &mut Memory,
) -> Vec<(Evidence, f64)> {
    let weights = &judge.weights[level(code, mains)];
    let factor = |code: usize, column: usize| (code, judge.calibration[code][0] * weights[column]);
    let factors = [factor(code, column::LEARNED), factor(kin, column::KIN)];
    let words = memory.evidence::<PIECES>(&factors);
    let mut pieces = Vec::with_capacity(PIECES + 2);
    pieces.extend(words.map(|(words, share)| (Evidence::Words(words.clone()), share)));
    let by_rules = scored.rules[code].map(|score| weights[column::RULES] + weights[column::STRENGTH] * strength(score));
    let by_companion = scored.companion.as_ref().map(|companion| {
        let given = if companion.rules[code] { weights[column::COMPANION_RULES] } else { 0.0 };
        weights[column::COMPANION] * companion.score(code) + given
    });
    for (piece, weight) in [(Evidence::Rules, by_rules), (Evidence::Companion, by_companion)] {
        let weight = weight.unwrap_or_default();
        pieces.insert(pieces.partition_point(|(_, more)| *more > weight), (piece, weight));
    }
    pieces.retain(|(_, weight)| *weight > 0.0);
    pieces.truncate(PIECES);
    pieces
}
