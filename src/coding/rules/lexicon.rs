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

use super::matches::Place;
use super::purposes::{ByPattern, GUARD, NEGATION, Purposes, Use};
use crate::codebook::pattern::{Glob, Pattern};
use crate::codebook::words::{HEAD, Letters};

/// A pattern that a word is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Single {
    pub pattern: u32,
    /// Where it stands what the pattern serves.
    pub uses: Place,
    pub purposes: Purposes,
}

/// A phrase of which a word is the one that is looked for first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served {
    pub pattern: u32,
    /// Where it stands what the pattern serves.
    pub uses: Place,
    pub purposes: Purposes,
    /// How many words of the phrase stand before this one, and after it.
    pub around: (u8, u8),
    /// How far off a neighbour stands that is this word of patterns, and its sign.
    pub neighbour: i8,
    pub glob: u32,
    pub sign: Signs,
}

impl Served {
    /// How many words the phrase has.
    pub fn words(&self) -> u32 {
        u32::from(self.around.0) + 1 + u32::from(self.around.1)
    }
}

/// A pattern made of words.
#[derive(Default)]
pub(super) struct Phrase {
    /// Its words, by their numbers; none for a regular expression.
    globs: Vec<u32>,
    /// Which of them is looked for first.
    anchor: usize,
}

/// A set of words of phrases, each two bits that it may share with others: a word of a text whose set lacks one of them is
/// not that word of a phrase.
pub(super) type Signs = u64;

fn sign(glob: u32) -> Signs {
    const HALF: u32 = Signs::BITS / 2;
    1 << (glob % HALF) | 1 << (HALF + glob / HALF % HALF)
}

impl Phrase {
    /// What the word serves that is looked for first.
    fn served(&self, pattern: u32, purposes: Purposes, uses: Place) -> Served {
        let around = (self.anchor as u8, (self.globs.len() - 1 - self.anchor) as u8);
        // The word before, else the one after.
        let (neighbour, at) = if self.anchor > 0 { (-1, self.anchor - 1) } else { (1, 1) };
        let glob = self.globs[at];
        Served { pattern, uses, purposes, around, neighbour, glob, sign: sign(glob) }
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
    pub purposes: Vec<Purposes>,
    pub uses: ByPattern<Use>,
}

impl Anchors {
    /// Builds the automaton.
    ///
    /// # Errors
    /// The library's message where patterns are too many or too large for it.
    pub fn new(patterns: &[Pattern], purposes: Vec<Purposes>, uses: ByPattern<Use>) -> Result<Self, String> {
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
        let mut own = Self { literals, automaton: None, of_literal, any, anchored, phrases, purposes, uses, globs };
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

    /// The patterns that are looked for by a word of patterns, in their order.
    fn anchored(&self, globs: &[u32]) -> BTreeSet<u32> {
        globs.iter().flat_map(|glob| &self.anchored[*glob as usize]).copied().collect()
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

/// What is known of a word that has been met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Met {
    /// The words of patterns that it may be.
    pub signs: Signs,
    pub kind: Kind,
    /// Whether patterns are looked for by it.
    pub serves: bool,
    purposes: Purposes,
    length: u16,
}

/// A kind of word: the same letters in texts that are read for the same purposes.
#[derive(Clone, Copy, Debug)]
struct Entry {
    head: u128,
    met: Met,
}

/// Where it stands what else is known of a kind of word.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The words of patterns that it is.
    globs: Place,
    /// The patterns of one word, and the phrases that are looked for by it.
    singles: Place,
    phrases: Place,
    /// Its letters, as many as it is long.
    letters: u32,
}

/// The words that have been met.
pub(super) struct Lexicon {
    /// The words met last, each where the hash of its head says: nearly all are found here.
    recent: Vec<Entry>,
    /// Entries by their numbers. Words that are frequent have low ones, so that what is looked at most lies close together.
    kinds: HashTable<Kind>,
    scatter: Scatter,
    letters: String,
    /// By kind.
    entries: Vec<Entry>,
    known: Vec<Known>,
    globs: Vec<u32>,
    singles: Vec<Single>,
    phrases: Vec<Served>,
    /// What patterns serve, as it stands by the words that they are looked for by: so what is needed together lies together.
    uses: Vec<Use>,
    /// The same of regular expressions, which no word brings up.
    expressions: BTreeMap<(u32, Purposes), Place>,
}

/// How many words are looked for where their hash says.
const RECENT: usize = 1 << 14;

/// The most letters that a lexicon remembers, in bytes: hundreds of thousands of words.
const MOST_LETTERS: usize = 4 << 20;

/// The most that it remembers of what patterns serve.
const MOST_USES: usize = 1 << 20;

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
    /// The hash of a word that is no longer than its head.
    #[inline]
    fn short(&self, head: u128, purposes: Purposes) -> u64 {
        let [low, high] =
            [head as u64 ^ self.seeds[0], (head >> 64) as u64 ^ self.seeds[1].wrapping_add(purposes.into())];
        let product = u128::from(low) * u128::from(high);
        product as u64 ^ (product >> 64) as u64
    }

    /// The hash of a word. Nearly all are told apart by their heads, the others by all their letters.
    fn hash(&self, word: &Letters<'_>, purposes: Purposes) -> u64 {
        if word.length > HEAD { self.hasher.hash_one(word.all()) } else { self.short(word.head, purposes) }
    }
}

impl Entry {
    /// No word: none is as long.
    const NONE: Self = Self { head: 0, met: Met { signs: 0, kind: 0, serves: false, purposes: 0, length: u16::MAX } };
}

/// The letters of a word that has been met.
fn letters_of<'a>(letters: &'a str, known: &[Known], met: &Met) -> &'a [u8] {
    &letters.as_bytes()[known[met.kind as usize].letters as usize..][..met.length.into()]
}

impl Default for Lexicon {
    fn default() -> Self {
        Self {
            recent: vec![Entry::NONE; RECENT],
            kinds: HashTable::default(),
            scatter: Scatter::default(),
            letters: String::new(),
            entries: Vec::new(),
            known: Vec::new(),
            globs: Vec::new(),
            singles: Vec::new(),
            phrases: Vec::new(),
            uses: Vec::new(),
            expressions: BTreeMap::new(),
        }
    }
}

impl Lexicon {
    /// Forgets all when there is too much; between two texts, for the numbers of words change.
    pub fn make_room(&mut self) {
        if self.letters.len() > MOST_LETTERS || self.uses.len() > MOST_USES {
            *self = Self::default();
        }
    }

    /// What is known of a word in a text that is read for these purposes.
    #[inline]
    pub fn know(&mut self, word: Letters<'_>, purposes: Purposes, anchors: &Anchors) -> Met {
        let place = self.scatter.short(word.head, purposes) as usize % RECENT;
        let Entry { head, met } = &self.recent[place];
        let same = (*head == word.head) & (usize::from(met.length) == word.length) & (met.purposes == purposes);
        if same && (word.length <= HEAD || self.is_spelled(met, word.from)) {
            *met
        } else {
            self.recall(word.from, word.length, purposes, anchors)
        }
    }

    /// Whether a long word that has been met is this one.
    #[inline(never)]
    fn is_spelled(&self, met: &Met, from: &[u8]) -> bool {
        letters_of(&self.letters, &self.known, met) == &from[..met.length.into()]
    }

    /// What is known of a word that was not met lately.
    #[inline(never)]
    fn recall(&mut self, from: &[u8], length: usize, purposes: Purposes, anchors: &Anchors) -> Met {
        let word = Letters::new(from, length);
        let Self { kinds, scatter, letters, entries, known, .. } = self;
        let same = |kind: &Kind| {
            let entry = &entries[*kind as usize];
            let Met { purposes: own, length: own_length, .. } = entry.met;
            let alike = (entry.head == word.head) & (usize::from(own_length) == length) & (own == purposes);
            alike && (length <= HEAD || letters_of(letters, known, &entry.met) == word.all())
        };
        let kind = match kinds.find(scatter.hash(&word, purposes), same) {
            Some(kind) => *kind,
            None => self.add(word, purposes, anchors),
        };
        let entry = self.entries[kind as usize];
        self.recent[self.scatter.short(word.head, purposes) as usize % RECENT] = entry;
        entry.met
    }

    #[cold]
    fn add(&mut self, word: Letters<'_>, purposes: Purposes, anchors: &Anchors) -> Kind {
        let letters = std::str::from_utf8(word.all()).unwrap_or_default();
        let globs = anchors.globs_of(letters);
        let (singles, phrases) = (self.singles.len() as u32, self.phrases.len() as u32);
        let mut serves = false;
        for pattern in anchors.anchored(&globs) {
            let own = anchors.purposes[pattern as usize];
            if own & purposes != 0 {
                self.serve(pattern, own & (purposes | NEGATION | GUARD), anchors);
                serves = true;
            }
        }
        let kind = self.entries.len() as Kind;
        let signs = globs.iter().fold(0, |all, glob| all | sign(*glob));
        let met = Met { signs, kind, serves, purposes, length: letters.len() as u16 };
        self.entries.push(Entry { head: word.head, met });
        let from = self.globs.len() as u32;
        self.globs.extend(globs);
        self.known.push(Known {
            globs: (from, self.globs.len() as u32),
            singles: (singles, self.singles.len() as u32),
            phrases: (phrases, self.phrases.len() as u32),
            letters: self.letters.len() as u32,
        });
        self.letters.push_str(letters);
        let Self { kinds, scatter, letters, entries, known, .. } = self;
        kinds.insert_unique(scatter.hash(&word, purposes), kind, |kind| {
            let entry = &entries[*kind as usize];
            match letters_of(letters, known, &entry.met) {
                all if all.len() > HEAD => scatter.hasher.hash_one(all),
                _ => scatter.short(entry.head, entry.met.purposes),
            }
        });
        kind
    }

    /// Adds a pattern to those that are looked for by the last word.
    fn serve(&mut self, pattern: u32, purposes: Purposes, anchors: &Anchors) {
        let uses = self.bring(pattern, purposes, anchors);
        match &anchors.phrases[pattern as usize] {
            phrase if phrase.globs.len() == 1 => self.singles.push(Single { pattern, uses, purposes }),
            phrase => self.phrases.push(phrase.served(pattern, purposes, uses)),
        }
    }

    /// Puts what a pattern serves beside the rest.
    fn bring(&mut self, pattern: u32, purposes: Purposes, anchors: &Anchors) -> Place {
        let from = self.uses.len() as u32;
        self.uses.extend(anchors.uses.of(pattern).iter().filter(|used| used.purpose & purposes != 0));
        (from, self.uses.len() as u32)
    }

    /// Where it stands what a regular expression serves in a text that is read for these purposes.
    pub fn expression(&mut self, pattern: u32, purposes: Purposes, anchors: &Anchors) -> Place {
        if let Some(place) = self.expressions.get(&(pattern, purposes)) {
            return *place;
        }
        let place = self.bring(pattern, purposes, anchors);
        self.expressions.insert((pattern, purposes), place);
        place
    }

    /// Whether a word is this one of patterns.
    #[inline]
    pub fn is(&self, kind: Kind, glob: u32) -> bool {
        let (from, to) = self.known[kind as usize].globs;
        self.globs[from as usize..to as usize].contains(&glob)
    }

    /// Where the patterns stand that a word is.
    #[inline]
    pub fn singles_of(&self, kind: Kind) -> Place {
        self.known[kind as usize].singles
    }

    /// Where the phrases stand that are looked for by a word.
    #[inline]
    pub fn phrases_of(&self, kind: Kind) -> Place {
        self.known[kind as usize].phrases
    }

    /// The patterns that words are.
    #[inline]
    pub fn singles(&self) -> &[Single] {
        &self.singles
    }

    /// The phrases that are looked for by words.
    #[inline]
    pub fn phrases(&self) -> &[Served] {
        &self.phrases
    }

    /// What patterns serve, where they are looked for by a word.
    #[inline]
    pub fn uses(&self) -> &[Use] {
        &self.uses
    }
}
