//! Applying a model: a probability and a verdict per code, and the pieces of text and rules that speak for it.
//!
//! What a word contributes depends on the word only, so each thread remembers the sums of words it has met; their number is
//! bounded. The cost of a text is then one look-up and one addition of a row per word and per pair of words.

use hashbrown::HashMap;
use rayon::prelude::*;

use super::features::{Vocabulary, Words, grams_of_word};
use super::judge::{Scored, Verdict};
use super::material::{System, systems};
use super::model::{LearnedDomain, LearnedSystem, Model};
use crate::codebook::{Codebook, Domain};
use crate::coding::rules::{RuleCodings, text};
use crate::input::Intervention;

/// Words that a thread remembers per domain.
const REMEMBERED: usize = 20_000;
/// Pieces of evidence per code.
const PIECES: usize = 3;

/// A code that is suggested.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The code.
    pub code: String,
    /// Its main code, itself for a main code.
    pub main: String,
    /// Its probability.
    pub probability: f64,
    /// Accepted, or for review.
    pub verdict: Verdict,
    /// The strongest evidence first: an n-gram or `rules`, with its share of the log-odds.
    pub evidence: Vec<(String, f64)>,
}

/// A model ready for use.
pub struct Suggester<'a> {
    model: &'a Model,
    layouts: Vec<System>,
    vocabularies: Vec<Vocabulary>,
    tables: Vec<(Domain, Table<'a>)>,
}

/// The weights of a domain as one row per n-gram.
struct Table<'a> {
    at: usize,
    system: &'a LearnedSystem,
    domain: &'a LearnedDomain,
    constants: Vec<f32>,
    rows: Vec<f32>,
}

/// What a thread remembers.
#[derive(Default)]
pub struct Scratch {
    words: Words,
    remembered: Vec<Remembered>,
    sums: Vec<f32>,
    /// The known n-grams of the text that was scored last.
    grams: Vec<u32>,
}

#[derive(Default)]
struct Remembered {
    places: HashMap<String, usize>,
    /// For every word one number per code and its squared length.
    sums: Vec<f32>,
    /// The n-grams of all words, one word after the other, and where those of each end.
    grams: Vec<u32>,
    ends: Vec<usize>,
}

impl<'a> Suggester<'a> {
    /// Readies a model for its codebook.
    pub fn new(model: &'a Model, book: &Codebook) -> Self {
        let layouts = systems(book);
        let vocabulary = |system: &LearnedSystem| Vocabulary::new(system.ngrams.clone(), system.rarity.clone());
        let tables = model.systems.iter().enumerate().flat_map(|(at, system)| {
            system.domains.iter().map(move |domain| (domain.domain, Table::new(at, system, domain)))
        });
        Self { model, layouts, vocabularies: model.systems.iter().map(vocabulary).collect(), tables: tables.collect() }
    }

    /// The model.
    pub fn model(&self) -> &Model {
        self.model
    }

    /// The domains that the model knows.
    pub fn domains(&self) -> impl Iterator<Item = Domain> {
        self.tables.iter().map(|(domain, _)| *domain)
    }

    /// The share of known words of a text, as known and all.
    pub fn known_words(&self, domain: Domain, text: &str) -> (usize, usize) {
        let table = self.tables.iter().find(|(d, _)| *d == domain);
        table.map_or((0, 0), |(_, table)| self.vocabularies[table.at].known_words(text))
    }

    /// The score of every code for a text.
    pub fn scores(&self, domain: Domain, text: &str, scratch: &mut Scratch) -> Vec<f64> {
        let Some(at) = self.tables.iter().position(|(d, _)| *d == domain) else { return Vec::new() };
        let (_, table) = &self.tables[at];
        scratch.remembered.resize_with(self.tables.len().max(scratch.remembered.len()), Remembered::default);
        table.score(&self.vocabularies[table.at], text, at, scratch)
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
        let layout = self.layouts.iter().find(|layout| layout.domains.contains(&domain))?;
        self.tables.iter().find(|(d, _)| *d == domain)?;
        if text.trim().is_empty() {
            return None;
        }
        let scores = self.scores(domain, &text, scratch);
        let rules = layout.rule_scores(&layout.rule_words(rules, &intervention.id, domain), |_, _| true);
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
    ) -> Vec<Suggestion> {
        let Some(scored) = self.scored(intervention, domain, rules, scratch) else { return Vec::new() };
        let Some((_, table)) = self.tables.iter().find(|(d, _)| *d == domain) else { return Vec::new() };
        let (mains, judge) = (&table.system.mains, &table.domain.judge);
        let probabilities = judge.with_rules(&scored, mains);
        let verdicts = judge.verdicts(&probabilities, mains);
        let given: Vec<usize> = (0..verdicts.len()).filter(|code| verdicts[*code] != Verdict::No).collect();
        if given.is_empty() {
            return Vec::new();
        }
        let mut evidence = table.evidence(&self.vocabularies[table.at], &given, &mut scratch.grams);
        let suggestion = |(at, code): (usize, usize)| {
            let mut pieces = std::mem::take(&mut evidence[at]);
            let scale = judge.calibration[code][0] * judge.rules[1];
            pieces.iter_mut().for_each(|(_, weight)| *weight *= scale);
            if let Some(score) = scored.rules[code] {
                pieces.push(("rules".to_owned(), judge.rules[2] + judge.rules[3] * (1.0 + score.max(0.0)).ln()));
            }
            pieces.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            pieces.retain(|(_, weight)| *weight > 0.0);
            pieces.truncate(PIECES);
            Suggestion {
                code: table.system.codes[code].clone(),
                main: table.system.codes[mains[code]].clone(),
                probability: probabilities[code],
                verdict: verdicts[code],
                evidence: pieces,
            }
        };
        given.into_iter().enumerate().map(suggestion).collect()
    }

    /// What is suggested for many interventions, in their order, by domain of the model.
    pub fn suggest_all(
        &self,
        interventions: &[&Intervention],
        rules: &RuleCodings,
    ) -> Vec<Vec<(Domain, Vec<Suggestion>)>> {
        let all = |scratch: &mut Scratch, intervention: &&Intervention| {
            self.domains().map(|domain| (domain, self.suggest(intervention, domain, rules, scratch))).collect()
        };
        interventions.par_iter().map_init(Scratch::default, all).collect()
    }
}

impl<'a> Table<'a> {
    fn new(at: usize, system: &'a LearnedSystem, domain: &'a LearnedDomain) -> Self {
        let codes = system.codes.len();
        let mut rows = vec![0.0; system.ngrams.len() * codes];
        for (code, weights) in domain.weights.iter().enumerate() {
            for (ngram, weight) in weights.iter().flat_map(|weights| weights.entries()) {
                rows[ngram * codes + code] = weight * system.rarity[ngram];
            }
        }
        let constants = domain.weights.iter().map(|w| w.as_ref().map_or(f32::NAN, |w| w.constant)).collect();
        Self { at, system, domain, constants, rows }
    }

    fn codes(&self) -> usize {
        self.constants.len()
    }

    /// Adds an n-gram to sums of one number per code and the squared length.
    fn add(&self, number: u32, sums: &mut [f32]) {
        let (number, codes) = (number as usize, self.codes());
        let row = &self.rows[number * codes..(number + 1) * codes];
        sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        sums[codes] += self.system.rarity[number].powi(2);
    }

    fn score(&self, vocabulary: &Vocabulary, text: &str, at: usize, scratch: &mut Scratch) -> Vec<f64> {
        let width = self.codes() + 1;
        let Scratch { words, remembered, sums, grams } = scratch;
        grams.clear();
        let remembered = &mut remembered[at];
        sums.clear();
        sums.resize(width, 0.0);
        words.read(text, |word, pair| {
            let place = match remembered.places.get(word) {
                Some(place) => *place,
                None => remembered.learn(self, vocabulary, word, width),
            };
            let row = &remembered.sums[place * width..(place + 1) * width];
            sums.iter_mut().zip(row).for_each(|(sum, own)| *sum += own);
            grams.extend_from_slice(remembered.grams_of(place));
            if let Some(pair) = pair.and_then(|pair| vocabulary.number(pair)) {
                self.add(pair, sums);
                grams.push(pair);
            }
        });
        let length = f64::from(sums[self.codes()]).sqrt();
        let scale = if length > 0.0 { 1.0 / length } else { 0.0 };
        self.constants.iter().zip(sums.iter()).map(|(c, sum)| f64::from(*sum) * scale + f64::from(*c)).collect()
    }

    /// The n-grams of a text that contribute most to each of the codes.
    fn evidence(&self, vocabulary: &Vocabulary, codes: &[usize], grams: &mut [u32]) -> Vec<Vec<(String, f64)>> {
        grams.sort_unstable();
        let square: f32 = grams.iter().map(|gram| self.system.rarity[*gram as usize].powi(2)).sum();
        let scale = if square > 0.0 { 1.0 / f64::from(square).sqrt() } else { 0.0 };
        let of_code = |code: &usize| {
            let mut best: Vec<(f64, u32)> = Vec::new();
            for run in grams.chunk_by(|a, b| a == b) {
                let weight = f64::from(self.rows[run[0] as usize * self.codes() + code]) * run.len() as f64 * scale;
                if weight > 0.0 {
                    best.push((weight, run[0]));
                }
            }
            best.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            best.truncate(PIECES);
            best.iter().map(|(weight, gram)| (vocabulary.names[*gram as usize].clone(), *weight)).collect()
        };
        codes.iter().map(of_code).collect()
    }
}

impl Remembered {
    fn learn(&mut self, table: &Table<'_>, vocabulary: &Vocabulary, word: &str, width: usize) -> usize {
        if self.places.len() >= REMEMBERED {
            *self = Self::default();
        }
        let place = self.places.len();
        self.places.insert(word.to_owned(), place);
        self.sums.resize((place + 1) * width, 0.0);
        let sums = &mut self.sums[place * width..];
        grams_of_word(word, |gram| {
            if let Some(number) = vocabulary.number(gram) {
                table.add(number, sums);
                self.grams.push(number);
            }
        });
        self.ends.push(self.grams.len());
        place
    }

    /// The known n-grams of a word.
    fn grams_of(&self, place: usize) -> &[u32] {
        let from = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.grams[from..self.ends[place]]
    }
}
