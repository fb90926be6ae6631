//! The score of every code for a text, and the words that contribute most to it.
//!
//! What a word or a bigram contributes depends on nothing else in the text, so each thread caches the sums of those that it has
//! met, up to a limit. A text then costs one look-up and one addition of a row for each.
//!
//! An answer often says several things, one a sentence, and has a code if one of them speaks for it. So the score is the mean
//! of that of the whole text and of that of its best sentence.

use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashMap;

use super::features::{Vocabulary, Words, grams_of_word, scale, sentences};
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
    pieces: Vec<Piece>,
    /// For every piece one number per code and its squared length: sums over its n-grams.
    sums: Vec<f32>,
    /// The pieces of the text in its order, and each once.
    said: Vec<usize>,
    read: Vec<usize>,
    /// The sentences of the text.
    sentences: Vec<Sentence>,
    /// The sums of the sentence that is read, and of the text.
    own: Vec<f32>,
    total: Vec<f32>,
    /// By code, the highest score of a sentence, and which it is.
    best: Vec<(f64, usize)>,
}

/// A word or bigram.
struct Piece {
    name: Arc<str>,
    /// How often it stands in the text.
    times: u32,
    /// What it adds to what is asked about.
    share: f64,
}

/// Which of the pieces that the text says a sentence has, and what scales their sums.
struct Sentence {
    pieces: Range<usize>,
    scale: f64,
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
        for sentence in sentences(text) {
            let mut before = None;
            words.read(sentence, |word| {
                let word = memory.word(self, vocabulary, word);
                memory.add(word);
                if let Some(pair) = before.replace(word).and_then(|before| memory.pair(self, vocabulary, before, word))
                {
                    memory.add(pair);
                }
            });
            memory.end_sentence();
        }
        let scale = memory.scale();
        let scores = self.constants.iter().zip(&memory.total).zip(&memory.best);
        scores
            .map(|((constant, sum), (best, _))| (f64::from(*sum) * scale).midpoint(*best) + f64::from(*constant))
            .collect()
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
        self.read.drain(..).for_each(|piece| self.pieces[piece].times = 0);
        self.said.clear();
        self.sentences.clear();
        for sums in [&mut self.own, &mut self.total] {
            sums.clear();
            sums.resize(width, 0.0);
        }
        self.best.clear();
        self.best.resize(width, (f64::NEG_INFINITY, 0));
    }

    /// Adds a piece to the sentence.
    fn add(&mut self, piece: usize) {
        let width = self.own.len();
        add_row(&mut self.own, &self.sums[piece * width..(piece + 1) * width]);
        self.said.push(piece);
        let times = &mut self.pieces[piece].times;
        if *times == 0 {
            self.read.push(piece);
        }
        *times += 1;
    }

    /// Adds the sentence to the text.
    fn end_sentence(&mut self) {
        let scale = scale_of(&self.own);
        let (at, from) = (self.sentences.len(), self.sentences.last().map_or(0, |before| before.pieces.end));
        for (best, sum) in self.best.iter_mut().zip(&self.own) {
            let score = f64::from(*sum) * scale;
            if score > best.0 {
                *best = (score, at);
            }
        }
        self.sentences.push(Sentence { pieces: from..self.said.len(), scale });
        add_row(&mut self.total, &self.own);
        self.own.fill(0.0);
    }

    fn scale(&self) -> f64 {
        scale_of(&self.total)
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
        let name = format!("{} {}", self.pieces[before].name, self.pieces[word].name);
        let number = vocabulary.number(&format!("={name}"));
        let place = number.map(|number| self.cache(table, name.into(), |visit| visit(number)));
        self.pairs.insert((before, word), place);
        place
    }

    /// Caches the sums of a word or bigram over its n-grams.
    fn cache(&mut self, table: &Table<'_>, name: Arc<str>, ngrams: impl FnOnce(&mut dyn FnMut(u32))) -> usize {
        let (place, from) = (self.pieces.len(), self.sums.len());
        self.pieces.push(Piece { name, times: 0, share: 0.0 });
        self.sums.resize(from + table.width(), 0.0);
        let sums = &mut self.sums[from..];
        ngrams(&mut |ngram| table.add(ngram, sums));
        place
    }

    /// The `N` words and bigrams of the text that was scored last which add most to the scores of codes, each times a factor, with
    /// what they add: the largest first, positive ones only.
    pub fn evidence<const N: usize>(&mut self, codes: &[(usize, f64)]) -> impl Iterator<Item = (&Arc<str>, f64)> {
        codes.iter().for_each(|(code, factor)| self.add_shares(*code, *factor));
        let mut best = [(0, 0.0); N];
        for piece in &self.read {
            let share = std::mem::take(&mut self.pieces[*piece].share);
            let mut next = (*piece, share);
            if best.last().is_some_and(|(_, least)| share > *least) {
                for own in best.iter_mut().skip_while(|(_, more)| *more >= share) {
                    std::mem::swap(own, &mut next);
                }
            }
        }
        let words = best.into_iter().take_while(|(_, share)| *share > 0.0);
        words.map(|(piece, share)| (&self.pieces[piece].name, share))
    }

    /// Adds to the share of every piece what it adds to the score of a code: half by the whole text, half by the best sentence.
    fn add_shares(&mut self, code: usize, factor: f64) {
        let (width, whole) = (self.total.len(), self.scale());
        let sum = |piece: usize| f64::from(self.sums[piece * width + code]) * factor / 2.0;
        for piece in &self.read {
            let own = &mut self.pieces[*piece];
            own.share += sum(*piece) * f64::from(own.times) * whole;
        }
        let Some(sentence) = self.sentences.get(self.best[code].1) else { return };
        for piece in &self.said[sentence.pieces.clone()] {
            self.pieces[*piece].share += sum(*piece) * sentence.scale;
        }
    }
}

/// What scales sums, by their last, the squared length.
fn scale_of(sums: &[f32]) -> f64 {
    scale(f64::from(sums.last().copied().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::judge_features::FEATURES;
    use crate::learning::model::Weights;

    /// Codes x and y over the n-grams `=stöd`, `=stöd grupp`, `=grupp`, all of rarity 1; y was not learned.
    fn system() -> LearnedSystem {
        let weights = Weights { constant: 0.5, scale: 1.0, ngrams: vec![0, 1, 1], weights: vec![3, 2, -1] };
        let none = [vec![0.0; FEATURES], vec![0.0; FEATURES]];
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
            // The first sentence says "stöd": 3, of squared length 1. The second says "grupp" twice, "stöd" and "stöd grupp",
            // but "grupp stöd" is not known: −2 + 3 + 2 = 3, of squared length 4. In the whole, 6 of 5. The first is the best.
            let whole = 5.0_f64.powf(-0.35);
            assert!((scores[0] - (0.5 + (3.0 + 6.0 * whole) / 2.0)).abs() < 1e-6 && scores[1].is_nan(), "{scores:?}");
            let evidence: Vec<_> =
                desk.memory.evidence::<3>(&[(0, 1.0)]).map(|(name, share)| (name.to_string(), share)).collect();
            assert_eq!(evidence.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["stöd", "stöd grupp"]);
            for ((_, share), expected) in evidence.iter().zip([(3.0 + 6.0 * whole) / 2.0, whole]) {
                assert!((share - expected).abs() < 1e-6, "{evidence:?}");
            }
            let twice: Vec<_> = desk.memory.evidence::<1>(&[(0, 1.5), (0, 0.5)]).map(|(_, share)| share).collect();
            assert!((twice[0] - 2.0 * evidence[0].1).abs() < 1e-6, "the strongest, by two factors: {twice:?}");
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
