//! Applying a model: a probability and a verdict per code, and the pieces of text and rules that speak for it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::features::{Vocabulary, Words};
use super::judge::{Judge, Scored, Verdict};
use super::material::{System, systems};
use super::model::{LearnedSystem, Model};
use super::scoring::{Memory, Table};
use crate::codebook::{Codebook, Domain};
use crate::coding::rules::{RuleCodings, text};
use crate::input::Intervention;

/// Pieces of evidence per code.
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
    /// The strongest evidence first: a word or a pair of words of the answer, or `rules`, with its share of the log-odds.
    pub evidence: Vec<(String, f64)>,
}

/// A model ready for use.
pub struct Suggester<'a> {
    model: &'a Model,
    layouts: Vec<System>,
    vocabularies: Vec<Vocabulary>,
    tables: Vec<(Domain, Table<'a>)>,
    scratches: Mutex<Vec<Scratch>>,
}

/// What a thread remembers, by domain.
#[derive(Default)]
pub struct Scratch {
    words: Words,
    memories: Vec<Memory>,
}

impl<'a> Suggester<'a> {
    /// Readies a model for its codebook.
    pub fn new(model: &'a Model, book: &Codebook) -> Self {
        let layouts = systems(book);
        let vocabulary = |system: &LearnedSystem| Vocabulary::new(system.ngrams.clone(), system.rarity.clone());
        let tables = model.systems.iter().enumerate().flat_map(|(at, system)| {
            system.domains.iter().map(move |domain| (domain.domain, Table::new(at, system, domain)))
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

    /// What is known of an answer; no labels.
    pub fn scored(
        &self,
        intervention: &Intervention,
        domain: Domain,
        rules: &RuleCodings,
        scratch: &mut Scratch,
    ) -> Option<Scored> {
        let text = text(intervention, domain);
        let layout = self.layout(domain)?;
        self.table(domain)?;
        if text.trim().is_empty() {
            return None;
        }
        let scores = self.scores(domain, &text, scratch);
        let rules = layout.strongest(rules.scores(&intervention.id, domain));
        Some(Scored { scores, rules, labels: vec![false; layout.codes.len()], unseen: false })
    }

    /// The layout of a domain's system, as the codebook has it.
    pub fn layout(&self, domain: Domain) -> Option<&System> {
        self.layouts.iter().find(|layout| layout.domains.contains(&domain))
    }

    /// What is suggested for an answer; none for a blank one or an unknown domain.
    pub fn suggest(
        &self,
        intervention: &Intervention,
        domain: Domain,
        rules: &RuleCodings,
        scratch: &mut Scratch,
    ) -> Vec<Suggestion<'a>> {
        let Some(scored) = self.scored(intervention, domain, rules, scratch) else { return Vec::new() };
        let Some((at, table)) = self.table(domain) else { return Vec::new() };
        let (mains, judge) = (&table.system.mains, &table.domain.judge);
        let probabilities = judge.with_rules(&scored, mains);
        let verdicts = judge.verdicts(&probabilities, mains);
        let given = (0..verdicts.len()).filter(|code| verdicts[*code] != Verdict::No);
        let suggestion = |code: usize| Suggestion {
            code: &table.system.codes[code],
            main: &table.system.codes[mains[code]],
            probability: probabilities[code],
            verdict: verdicts[code],
            evidence: evidence(judge, code, scored.rules[code], &scratch.memories[at]),
        };
        given.map(suggestion).collect()
    }

    /// What is suggested for many interventions, in their order, by domain of the model.
    pub fn suggest_all(
        &self,
        interventions: &[&Intervention],
        rules: &RuleCodings,
    ) -> Vec<Vec<(Domain, Vec<Suggestion<'a>>)>> {
        let part = |part: &[&Intervention]| -> Vec<_> {
            let mut scratch = self.scratches().pop().unwrap_or_default();
            let all = |intervention: &&Intervention| {
                self.domains().map(|domain| (domain, self.suggest(intervention, domain, rules, &mut scratch))).collect()
            };
            let suggested = part.iter().map(all).collect();
            self.scratches().push(scratch);
            suggested
        };
        let parts: Vec<Vec<_>> = interventions.par_chunks(SHARE).map(part).collect();
        parts.into_iter().flatten().collect()
    }

    /// What threads remember that are not at work.
    fn scratches(&self) -> MutexGuard<'_, Vec<Scratch>> {
        self.scratches.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The strongest pieces of evidence for a code: words by their shares of the learned score, and rules where they gave it.
fn evidence(judge: &Judge, code: usize, rules: Option<f64>, memory: &Memory) -> Vec<(String, f64)> {
    let scale = judge.calibration[code][0] * judge.rules[1];
    let words = memory.evidence::<PIECES>(code).map(|(word, share)| (word.to_owned(), share * scale));
    let mut pieces: Vec<(String, f64)> = words.filter(|(_, weight)| *weight > 0.0).collect();
    let of_rules = rules.map_or(0.0, |score| judge.rules[2] + judge.rules[3] * (1.0 + score.max(0.0)).ln());
    if of_rules > 0.0 {
        pieces.insert(pieces.partition_point(|(_, weight)| *weight > of_rules), ("rules".to_owned(), of_rules));
        pieces.truncate(PIECES);
    }
    pieces
}
