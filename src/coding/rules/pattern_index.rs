//! The patterns made of words, and which of them a word may match.
//!
//! The words of patterns are globs. The literal of a glob is the longest run of letters between its wildcards. One Aho-Corasick
//! automaton finds the literals in a word, and only globs whose literal is there are compared. A pattern is listed with its
//! anchor word, which is the one with the longest literal: only where that matches can the pattern match.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::matches::IndexRange;
use super::postings::{ByPattern, DomainMask, Posting};
use crate::codebook::pattern::{Glob, Pattern};

/// A pattern of one word, listed with a type that it matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordEntry {
    pub pattern: u32,
    /// Its postings in the type cache.
    pub postings: IndexRange,
    pub mask: DomainMask,
}

/// A phrase, listed with a type that its anchor word matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhraseEntry {
    pub pattern: u32,
    /// Its postings in the type cache.
    pub postings: IndexRange,
    pub mask: DomainMask,
    /// How many words of the phrase stand before its anchor word, and after it.
    pub around: (u8, u8),
    /// The offset of a neighbour of the anchor word, the glob that it must match, and the glob's bits.
    pub neighbour: i8,
    pub glob: u32,
    pub neighbour_bloom: BloomMask,
}

impl PhraseEntry {
    /// How many words the phrase has.
    pub fn words(&self) -> u32 {
        u32::from(self.around.0) + 1 + u32::from(self.around.1)
    }
}

/// A pattern made of words.
#[derive(Default)]
pub(super) struct Phrase {
    /// The globs of its words; none for a regular expression.
    pub globs: Vec<u32>,
    /// Which of them is the anchor word.
    anchor: usize,
}

/// A Bloom filter of globs, two bits each: a type whose filter lacks one of them does not match that glob.
pub(super) type BloomMask = u64;

pub(super) fn bloom_mask(glob: u32) -> BloomMask {
    const HALF: u32 = BloomMask::BITS / 2;
    1 << (glob % HALF) | 1 << (HALF + glob / HALF % HALF)
}

impl Phrase {
    /// Its entry for types that match its anchor word.
    pub fn entry(&self, pattern: u32, mask: DomainMask, postings: IndexRange) -> PhraseEntry {
        let around = (self.anchor as u8, (self.globs.len() - 1 - self.anchor) as u8);
        // The word before, else the one after.
        let (neighbour, at) = if self.anchor > 0 { (-1, self.anchor - 1) } else { (1, 1) };
        let glob = self.globs[at];
        PhraseEntry { pattern, postings, mask, around, neighbour, glob, neighbour_bloom: bloom_mask(glob) }
    }
}

/// The patterns made of words, and the automaton of their literals.
pub(super) struct PatternIndex {
    literals: Vec<String>,
    automaton: Option<AhoCorasick>,
    /// The words of all patterns, each once, sorted.
    globs: Vec<Glob>,
    /// By literal: the globs whose longest literal it is.
    of_literal: Vec<Vec<u32>>,
    /// Globs without a literal, as `*`: they are compared with every word.
    any: Vec<u32>,
    /// By glob: the patterns whose anchor word it is.
    anchored: Vec<Vec<u32>>,
    /// By pattern.
    pub phrases: Vec<Phrase>,
    /// By pattern: the domains that it is for.
    pub masks: Vec<DomainMask>,
    pub postings: ByPattern<Posting>,
}

impl PatternIndex {
    /// Builds the automaton.
    ///
    /// # Errors
    /// The library's message where patterns are too many or too large for it.
    pub fn new(patterns: &[Pattern], masks: Vec<DomainMask>, postings: ByPattern<Posting>) -> Result<Self, String> {
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
        let mut own = Self { literals, automaton: None, of_literal, any, anchored, phrases, masks, postings, globs };
        if !own.literals.is_empty() {
            let mut builder = AhoCorasick::builder();
            let built = builder.match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::DFA)).build(&own.literals);
            own.automaton = Some(built.map_err(|error| error.to_string())?);
        }
        Ok(own)
    }

    /// The literals that the automaton looks for.
    pub fn literals(&self) -> &[String] {
        &self.literals
    }

    /// The globs that a word in small letters matches, sorted.
    pub fn globs_of(&self, word: &str) -> Vec<u32> {
        let mut found = self.any.clone();
        for hit in self.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(word)) {
            let here = |glob: &&u32| self.globs[**glob as usize].matches(word);
            found.extend(self.of_literal[hit.pattern().as_usize()].iter().filter(here));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The patterns with one of these globs as anchor word.
    pub fn anchored(&self, globs: &[u32]) -> BTreeSet<u32> {
        globs.iter().flat_map(|glob| &self.anchored[*glob as usize]).copied().collect()
    }

    /// The globs of a pattern.
    pub fn words(&self, pattern: u32) -> &[u32] {
        &self.phrases[pattern as usize].globs
    }
}

/// A pattern's words as globs; the one with the longest literal is the anchor word, of equally long ones the first.
fn phrase(words: &[Glob], globs: &[Glob]) -> Phrase {
    let number = |word: &Glob| globs.partition_point(|glob| glob < word) as u32;
    let anchor = (0..words.len()).rev().max_by_key(|at| longest_literal(&words[*at]).len()).unwrap_or_default();
    Phrase { globs: words.iter().map(number).collect(), anchor }
}

/// The longest run of letters between wildcards; of equally long ones the first.
fn longest_literal(glob: &Glob) -> &str {
    glob.literals().fold("", |best, other| if other.len() > best.len() { other } else { best })
}
