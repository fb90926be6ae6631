//! Which patterns a word serves, found once for each word and remembered.
//!
//! As in quanteda, patterns are held against the kinds of words, not against every word of a text. A word that has not been
//! met before is run through one Aho-Corasick automaton: every pattern has an anchor, the longest run of letters between
//! wildcards in any of its words, and only those whose anchor is there are compared. After that the word costs one look-up,
//! however many patterns there are.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::codebook::pattern::{Glob, Pattern};
use crate::codebook::words::{HEAD, Letters};

/// What patterns serve, as bits: one for each domain.
pub(super) type Service = u8;

/// A pattern that a word serves: the whole of it, or the word of a phrase that is looked for first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served {
    pub pattern: u32,
    pub service: Service,
    /// How many words of the phrase stand before this one, and after it.
    pub around: (u8, u8),
    /// How far off a neighbour stands that has this sign; none for single words.
    pub neighbour: i8,
    pub sign: Signs,
}

/// A pattern made of words.
#[derive(Default)]
pub(super) struct Phrase {
    /// Its words, by their numbers; none for a regular expression.
    globs: Vec<u32>,
    /// Which of them is looked for first.
    anchor: usize,
}

/// A set of words of phrases, each a bit that it may share with others: a word of a text whose set lacks the bit is not that
/// word of a phrase.
pub(super) type Signs = u64;

fn sign(glob: u32) -> Signs {
    1 << (glob % Signs::BITS)
}

impl Phrase {
    /// What the word serves that is looked for first.
    fn served(&self, pattern: u32, service: Service) -> Served {
        let around = (self.anchor as u8, (self.globs.len() - 1 - self.anchor) as u8);
        // The word before, else the one after.
        let (neighbour, sign) = match self.anchor {
            _ if self.globs.len() == 1 => (0, 0),
            0 => (1, sign(self.globs[1])),
            at => (-1, sign(self.globs[at - 1])),
        };
        Served { pattern, service, around, neighbour, sign }
    }
}

/// The patterns made of words, and the automaton that finds which of them a word may serve.
pub(super) struct Anchors {
    literals: Vec<String>,
    automaton: Option<AhoCorasick>,
    /// The words of patterns, each once, in their order.
    globs: Vec<Glob>,
    /// For each literal the words that have it.
    of_literal: Vec<Vec<u32>>,
    /// Words without letters, which every word of a text is.
    any: Vec<u32>,
    /// For each word the patterns that are looked for by it.
    anchored: Vec<Vec<u32>>,
    /// By pattern.
    phrases: Vec<Phrase>,
    /// By pattern.
    pub services: Vec<Service>,
}

impl Anchors {
    /// Builds the automaton.
    ///
    /// # Errors
    /// The library's message where patterns are too many or too large for it.
    pub fn new(patterns: &[Pattern], services: Vec<Service>) -> Result<Self, String> {
        let words = |pattern: &Pattern| match pattern {
            Pattern::Words(globs) => globs.clone(),
            Pattern::Expression(_) => Vec::new(),
        };
        let words: Vec<_> = patterns.iter().map(words).collect();
        let globs: BTreeSet<&Glob> = words.iter().flatten().collect();
        let globs: Vec<Glob> = globs.into_iter().cloned().collect();
        let mut of_literal: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (number, glob) in (0..).zip(&globs) {
            of_literal.entry(longest_literal(glob)).or_default().push(number);
        }
        let any = of_literal.remove("").unwrap_or_default();
        let phrases: Vec<_> = words.iter().map(|words| phrase(words, &globs)).collect();
        let mut anchored = vec![Vec::new(); globs.len()];
        for (pattern, phrase) in (0..).zip(&phrases) {
            phrase.globs.get(phrase.anchor).into_iter().for_each(|glob| anchored[*glob as usize].push(pattern));
        }
        let literals = of_literal.keys().map(|literal| (*literal).to_owned()).collect();
        let of_literal = of_literal.into_values().collect();
        let mut own = Self { literals, automaton: None, of_literal, any, anchored, phrases, services, globs };
        if !own.literals.is_empty() {
            let mut builder = AhoCorasick::builder();
            let built = builder.match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::DFA)).build(&own.literals);
            own.automaton = Some(built.map_err(|error| error.to_string())?);
        }
        Ok(own)
    }

    /// The letters that the automaton looks for.
    pub fn literals(&self) -> &[String] {
        &self.literals
    }

    /// The words of patterns that a word in small letters is, in their order.
    fn globs_of(&self, word: &str) -> Vec<u32> {
        let mut found = self.any.clone();
        for hit in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(word)) {
            let here = |glob: &&u32| self.globs[**glob as usize].matches(word);
            found.extend(self.of_literal[hit.pattern().as_usize()].iter().filter(here));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The patterns that are looked for by this word, in their order.
    fn served(&self, globs: &[u32]) -> Vec<Served> {
        let patterns = globs.iter().flat_map(|glob| &self.anchored[*glob as usize]);
        let served = patterns.map(|p| self.phrases[*p as usize].served(*p, self.services[*p as usize]));
        let mut served: Vec<_> = served.collect();
        served.sort_unstable_by_key(|served| served.pattern);
        served
    }

    /// The words of a pattern, by their numbers.
    pub fn words(&self, pattern: u32) -> &[u32] {
        &self.phrases[pattern as usize].globs
    }
}

/// A pattern's words by their numbers, with the one that has the longest run of letters as anchor; of equally long ones the
/// first.
fn phrase(words: &[Glob], globs: &[Glob]) -> Phrase {
    let number = |word: &Glob| globs.partition_point(|glob| glob < word) as u32;
    let anchor = (0..words.len()).rev().max_by_key(|at| longest_literal(&words[*at]).len()).unwrap_or_default();
    Phrase { globs: words.iter().map(number).collect(), anchor }
}

/// The longest run of letters between wildcards; of equally long ones the first.
fn longest_literal(glob: &Glob) -> &str {
    glob.literals().fold("", |best, other| if other.len() > best.len() { other } else { best })
}

/// The number of a kind of word, for as long as the lexicon remembers it.
pub(super) type Kind = u32;

/// By what a kind of word is found.
#[derive(Clone, Copy, Debug)]
struct Entry {
    head: [u8; HEAD],
    kind: Kind,
    length: u16,
    service: Service,
}

/// What is known of a kind of word.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The words of patterns that it may be, and where they stand.
    signs: Signs,
    globs: (u32, u32),
    /// Where the patterns stand that are looked for by it.
    served: (u32, u32),
    /// Where its letters stand.
    letters: u32,
}

/// The words that have been met.
#[derive(Default)]
pub(super) struct Lexicon {
    entries: HashTable<Entry>,
    scatter: Scatter,
    letters: String,
    /// By kind.
    known: Vec<Known>,
    globs: Vec<u32>,
    served: Vec<Served>,
}

/// The most letters that a lexicon remembers, in bytes: hundreds of thousands of words.
const MOST_LETTERS: usize = 4 << 20;

/// What words are scattered by: nobody can write a text whose words all fall together, for it differs from run to run.
struct Scatter {
    seeds: [u64; 2],
    hasher: DefaultHashBuilder,
}

impl Default for Scatter {
    fn default() -> Self {
        let hasher = DefaultHashBuilder::default();
        Self { seeds: [0, 1].map(|seed| hasher.hash_one(seed)), hasher }
    }
}

impl Scatter {
    /// Nearly all words are told apart by their heads, and multiplying these is enough; the others by all their letters.
    #[inline]
    fn hash(&self, head: u128, all: &[u8]) -> u64 {
        if all.len() > HEAD {
            return self.hasher.hash_one(all);
        }
        let [low, high] = [head as u64 ^ self.seeds[0], (head >> 64) as u64 ^ self.seeds[1]];
        let product = u128::from(low) * u128::from(high);
        product as u64 ^ (product >> 64) as u64
    }
}

/// The letters of a word that has been met.
fn letters_of<'a>(letters: &'a str, known: &[Known], entry: &Entry) -> &'a [u8] {
    &letters.as_bytes()[known[entry.kind as usize].letters as usize..][..entry.length.into()]
}

impl Lexicon {
    /// Forgets all when there is too much; between two texts, for the numbers of words change.
    pub fn make_room(&mut self) {
        if self.letters.len() > MOST_LETTERS {
            *self = Self::default();
        }
    }

    /// The kind of a word, and what the patterns serve that are looked for by it.
    #[inline]
    pub fn know(&mut self, word: Letters<'_>, anchors: &Anchors) -> (Kind, Service) {
        let (head, length) = (word.head.to_le_bytes(), word.all.len());
        let same = |entry: &Entry| {
            let rest = || letters_of(&self.letters, &self.known, entry) == word.all;
            entry.head == head && usize::from(entry.length) == length && (length <= HEAD || rest())
        };
        match self.entries.find(self.scatter.hash(word.head, word.all), same) {
            Some(entry) => (entry.kind, entry.service),
            None => self.add(word, anchors),
        }
    }

    #[cold]
    fn add(&mut self, word: Letters<'_>, anchors: &Anchors) -> (Kind, Service) {
        let letters = std::str::from_utf8(word.all).unwrap_or_default();
        let globs = anchors.globs_of(letters);
        let served = anchors.served(&globs);
        let service = served.iter().fold(0, |all, served| all | served.service);
        let (head, kind) = (word.head.to_le_bytes(), self.known.len() as Kind);
        let entry = Entry { head, kind, length: letters.len() as u16, service };
        self.known.push(Known {
            signs: globs.iter().fold(0, |all, glob| all | sign(*glob)),
            globs: (self.globs.len() as u32, (self.globs.len() + globs.len()) as u32),
            served: (self.served.len() as u32, (self.served.len() + served.len()) as u32),
            letters: self.letters.len() as u32,
        });
        self.letters.push_str(letters);
        self.globs.extend(globs);
        self.served.extend(served);
        let Self { entries, scatter, letters, known, .. } = self;
        entries.insert_unique(scatter.hash(word.head, word.all), entry, |entry| {
            scatter.hash(u128::from_le_bytes(entry.head), letters_of(letters, known, entry))
        });
        (kind, service)
    }

    /// The words of patterns that a word may be.
    #[inline]
    pub fn signs(&self, kind: Kind) -> Signs {
        self.known[kind as usize].signs
    }

    /// Whether a word is this one of patterns.
    pub fn is(&self, kind: Kind, glob: u32) -> bool {
        let Known { signs, globs: (from, to), .. } = self.known[kind as usize];
        signs & sign(glob) != 0 && self.globs[from as usize..to as usize].contains(&glob)
    }

    /// The patterns that are looked for by a word, each with its number.
    #[inline]
    pub fn served_by(&self, kind: Kind) -> impl ExactSizeIterator<Item = (u32, &Served)> {
        let (from, to) = self.known[kind as usize].served;
        (from..to).zip(&self.served[from as usize..to as usize])
    }

    /// A pattern that is looked for by a word.
    #[inline]
    pub fn served(&self, number: u32) -> &Served {
        &self.served[number as usize]
    }
}
