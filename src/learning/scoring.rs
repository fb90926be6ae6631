//! The score of every code for a text, and the words that contribute most to it.
//!
//! What a word or a bigram contributes depends on nothing else in the text, so each thread caches the sums of those that it has
//! met, up to a limit. A text then costs one look-up and one addition of a row for each.

use std::sync::Arc;

use hashbrown::HashMap;

use super::features::{Vocabulary, Words, grams_of_word};
use super::model::{LearnedDomain, LearnedSystem};

/// Limits of the cache of a thread per domain: words and known bigrams, and bigrams looked up.
const MOST_PIECES: usize = 30_000;
const MOST_PAIRS: usize = 300_000;

/// The weights of a domain as one row per n-gram.
pub(super) struct Table<'a> {
    /// Which of the model's systems.
    pub at: usize,
    pub system: &'a LearnedSystem,
    pub domain: &'a LearnedDomain,
    constants: Vec<f32>,
    rows: Vec<f32>,
}

/// The cache of a thread for a domain: words and bigrams with their sums, and those of the text that was scored last.
#[derive(Default)]
pub(super) struct Memory {
    words: HashMap<Arc<str>, usize>,
    /// By the places of two words; none for pairs that the model does not know.
    pairs: HashMap<(usize, usize), Option<usize>>,
    /// By place: how the piece is written, and how often it stands in the text.
    pieces: Vec<(Arc<str>, u32)>,
    /// For every piece one number per code and its squared length: sums over its n-grams.
    sums: Vec<f32>,
    /// The pieces of the text, each once, and the sums of all.
    read: Vec<usize>,
    total: Vec<f32>,
}

impl<'a> Table<'a> {
    pub fn new(at: usize, system: &'a LearnedSystem, domain: &'a LearnedDomain) -> Self {
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

    /// One number per code and, as the last, the squared length.
    fn width(&self) -> usize {
        (self.constants.len() + 1).next_multiple_of(LANES)
    }

    /// Adds an n-gram to the sums of a piece.
    fn add(&self, ngram: u32, sums: &mut [f32]) {
        let (ngram, codes) = (ngram as usize, self.constants.len());
        let row = &self.rows[ngram * codes..(ngram + 1) * codes];
        sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        sums.last_mut().into_iter().for_each(|square| *square += self.system.rarity[ngram].powi(2));
    }

    /// The score of every code; not a number for codes that were not learned.
    pub fn score(&self, vocabulary: &Vocabulary, text: &str, words: &mut Words, memory: &mut Memory) -> Vec<f64> {
        memory.begin(self.width());
        let mut before = None;
        words.read(text, |word| {
            let word = memory.word(self, vocabulary, word);
            memory.add(word);
            if let Some(pair) = before.replace(word).and_then(|before| memory.pair(self, vocabulary, before, word)) {
                memory.add(pair);
            }
        });
        let scale = memory.scale();
        let scores = self.constants.iter().zip(&memory.total);
        scores.map(|(constant, sum)| f64::from(*sum) * scale + f64::from(*constant)).collect()
    }
}

/// Numbers that are added at once (SIMD).
const LANES: usize = 8;

fn add_row(sums: &mut [f32], row: &[f32]) {
    let (sums, row) = (sums.as_chunks_mut::<LANES>().0, row.as_chunks::<LANES>().0);
    for (sums, row) in sums.iter_mut().zip(row) {
        *sums = std::array::from_fn(|lane| sums[lane] + row[lane]);
    }
}

impl Memory {
    /// Begins a new text. Pieces are forgotten only here, for a text knows its own by their places.
    fn begin(&mut self, width: usize) {
        if self.pieces.len() >= MOST_PIECES || self.pairs.len() >= MOST_PAIRS {
            *self = Self::default();
        }
        self.read.drain(..).for_each(|piece| self.pieces[piece].1 = 0);
        self.total.clear();
        self.total.resize(width, 0.0);
    }

    /// Adds a piece to the text.
    fn add(&mut self, piece: usize) {
        let width = self.total.len();
        add_row(&mut self.total, &self.sums[piece * width..(piece + 1) * width]);
        let times = &mut self.pieces[piece].1;
        if *times == 0 {
            self.read.push(piece);
        }
        *times += 1;
    }

    /// What makes the text one of length 1.
    fn scale(&self) -> f64 {
        let square = self.total.last().copied().unwrap_or_default();
        if square > 0.0 { 1.0 / f64::from(square).sqrt() } else { 0.0 }
    }

    /// The place of a word.
    fn word(&mut self, table: &Table<'_>, vocabulary: &Vocabulary, word: &str) -> usize {
        if let Some(place) = self.words.get(word) {
            return *place;
        }
        let name: Arc<str> = word.into();
        let place = self.cache(table, name.clone(), |visit| {
            grams_of_word(word, |gram| vocabulary.number(gram).into_iter().for_each(&mut *visit));
        });
        self.words.insert(name, place);
        place
    }

    /// The place of two words that stand one after the other; none if the model does not know them so.
    fn pair(&mut self, table: &Table<'_>, vocabulary: &Vocabulary, before: usize, word: usize) -> Option<usize> {
        if let Some(place) = self.pairs.get(&(before, word)) {
            return *place;
        }
        let name = format!("{} {}", self.pieces[before].0, self.pieces[word].0);
        let number = vocabulary.number(&format!("={name}"));
        let place = number.map(|number| self.cache(table, name.into(), |visit| visit(number)));
        self.pairs.insert((before, word), place);
        place
    }

    /// Caches the sums of a word or bigram over its n-grams.
    fn cache(&mut self, table: &Table<'_>, name: Arc<str>, ngrams: impl FnOnce(&mut dyn FnMut(u32))) -> usize {
        let (place, from) = (self.pieces.len(), self.sums.len());
        self.pieces.push((name, 0));
        self.sums.resize(from + table.width(), 0.0);
        let sums = &mut self.sums[from..];
        ngrams(&mut |ngram| table.add(ngram, sums));
        place
    }

    /// The `N` words and bigrams of the text that was scored last which add most to the score of a code, with what they add: the
    /// largest first, positive ones only.
    pub fn evidence<const N: usize>(&self, code: usize) -> impl Iterator<Item = (&Arc<str>, f64)> {
        let (width, scale) = (self.total.len(), self.scale());
        let mut best = [(0, 0.0); N];
        for piece in &self.read {
            let share = self.sums[piece * width + code] * self.pieces[*piece].1 as f32;
            let mut next = (*piece, share);
            if best.last().is_some_and(|(_, least)| share > *least) {
                for own in best.iter_mut().skip_while(|(_, more)| *more >= share) {
                    std::mem::swap(own, &mut next);
                }
            }
        }
        let words = best.into_iter().take_while(|(_, share)| *share > 0.0);
        words.map(move |(piece, share)| (&self.pieces[piece].0, f64::from(share) * scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::judge_features::FEATURES;
    use crate::learning::model::Weights;

    /// Codes x and y over the n-grams `=stöd`, `=stöd grupp`, `=grupp`, all of rarity 1; y was not learned.
    fn system() -> LearnedSystem {
        let weights = Weights { constant: 0.5, scale: 1.0, ngrams: vec![0, 1, 1], weights: vec![3, 2, -1] };
        let none = vec![0.0; FEATURES];
        let domain = serde_json::json!({
            "domain": "goal", "weights": [weights, null], "usual": {},
            "judge": { "one_code": false, "calibration": [[1.0, 0.0], [1.0, 0.0]], "weights": none, "weights_alone": none,
                "accepted_from": [null, null], "given_from": [0.5, 0.5], "given_alone_from": [0.5, 0.5] },
            "quality": { "counts": [], "promise": [], "curve": [], "reliability": [], "codes": [] },
        });
        let domain = serde_json::from_value(domain).unwrap_or_else(|error| panic!("{error}"));
        let ngrams = ["=stöd", "=stöd grupp", "=grupp"].map(str::to_owned).into();
        let codes = ["x", "y"].map(str::to_owned).into();
        LearnedSystem { codes, mains: vec![0, 1], ngrams, rarity: vec![1.0; 3], domains: vec![domain] }
    }

    /// What is needed to score one text after the other.
    struct Desk<'a> {
        table: Table<'a>,
        vocabulary: Vocabulary,
        words: Words,
        memory: Memory,
    }

    impl<'a> Desk<'a> {
        fn new(system: &'a LearnedSystem) -> Self {
            let vocabulary = Vocabulary::new(system.ngrams.clone(), system.rarity.clone());
            let table = Table::new(0, system, &system.domains[0]);
            Self { table, vocabulary, words: Words::default(), memory: Memory::default() }
        }

        fn score(&mut self, text: &str) -> Vec<f64> {
            self.table.score(&self.vocabulary, text, &mut self.words, &mut self.memory)
        }
    }

    #[test]
    fn scores_and_evidence_have_the_values_of_a_hand_calculation() {
        let system = system();
        let mut desk = Desk::new(&system);
        for _ in 0..2 {
            let scores = desk.score("Stöd! Grupp, stöd: grupp");
            // Six n-grams are known, each of squared length 1; "grupp stöd" is not. 2 · 3 − 2 · 1 + 2 · 2 = 8.
            assert!((scores[0] - (0.5 + 8.0 / 6.0_f64.sqrt())).abs() < 1e-6 && scores[1].is_nan(), "{scores:?}");
            let evidence: Vec<_> = desk.memory.evidence::<3>(0).collect();
            assert_eq!(evidence.iter().map(|(name, _)| &***name).collect::<Vec<_>>(), ["stöd", "stöd grupp"]);
            for ((_, share), expected) in evidence.iter().zip([6.0, 4.0]) {
                assert!((share - expected / 6.0_f64.sqrt()).abs() < 1e-6, "{evidence:?}");
            }
            assert_eq!(
                desk.memory.evidence::<1>(0).map(|(name, _)| &**name).collect::<Vec<_>>(),
                ["stöd"],
                "the strongest"
            );
        }
    }

    #[test]
    fn what_is_forgotten_is_learned_again() {
        let system = system();
        let mut desk = Desk::new(&system);
        let first = desk.score("stöd grupp")[0];
        // New words by letters only, for all digits are one.
        let word = |number: usize| format!("{number:020b}").replace('0', "a").replace('1', "b");
        for from in (0..2 * MOST_PIECES).step_by(1000) {
            let many: Vec<String> = (from..from + 1000).map(word).collect();
            desk.score(&many.join(" "));
            assert_eq!(desk.score("stöd grupp")[0], first);
        }
    }
}
