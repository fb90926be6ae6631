//! A cache of types, with the patterns that each matches.
//!
//! As in quanteda, patterns are matched against types (distinct word forms), not against every token of a text. A type that
//! is new is looked up in the pattern index; after that each of its tokens costs one look-up, however many patterns there are.

use std::collections::BTreeMap;

use hashbrown::HashTable;

use super::matches::IndexRange;
use super::pattern_index::{PatternIndex, PhraseEntry, WordEntry, bloom_mask};
use super::postings::{DomainMask, GUARD_BIT, NEGATION_BIT, Posting};
use super::word_types::{CacheSlot, TypeHasher, TypeId, TypeInfo, TypeRecord};
use crate::codebook::words::{Letters, PREFIX_BYTES};

/// The types that have occurred.
pub(super) struct TypeCache {
    /// A direct-mapped cache of the latest types: nearly all tokens are found here.
    recent: Vec<CacheSlot>,
    /// All types by their hash. Frequent types occur early and have low numbers, so what is used most lies close together.
    ids: HashTable<TypeId>,
    hasher: TypeHasher,
    letters: String,
    /// By type.
    slots: Vec<CacheSlot>,
    records: Vec<TypeRecord>,
    globs: Vec<u32>,
    word_entries: Vec<WordEntry>,
    phrase_entries: Vec<PhraseEntry>,
    /// Postings, copied for each type: so what is needed together lies together.
    postings: Vec<Posting>,
    /// The postings of regular expressions, which belong to no type.
    expressions: BTreeMap<(u32, DomainMask), IndexRange>,
}

/// The slots of the direct-mapped cache.
const RECENT_SLOTS: usize = 1 << 14;

/// The most letters that are kept, in bytes: hundreds of thousands of types.
const MOST_LETTERS: usize = 4 << 20;

/// The most postings that are kept.
const MOST_POSTINGS: usize = 1 << 20;

/// The letters of a type.
fn letters_of<'a>(letters: &'a str, records: &[TypeRecord], info: &TypeInfo) -> &'a [u8] {
    &letters.as_bytes()[records[info.type_id as usize].letters as usize..][..info.length.into()]
}

impl Default for TypeCache {
    fn default() -> Self {
        Self {
            recent: vec![CacheSlot::EMPTY; RECENT_SLOTS],
            ids: HashTable::default(),
            hasher: TypeHasher::default(),
            letters: String::new(),
            slots: Vec::new(),
            records: Vec::new(),
            globs: Vec::new(),
            word_entries: Vec::new(),
            phrase_entries: Vec::new(),
            postings: Vec::new(),
            expressions: BTreeMap::new(),
        }
    }
}

impl TypeCache {
    /// Empties the cache when it is too large; only between two texts, because types get new numbers.
    pub fn make_room(&mut self) {
        if self.letters.len() > MOST_LETTERS || self.postings.len() > MOST_POSTINGS {
            *self = Self::default();
        }
    }

    /// The type of a token in a text of these domains.
    pub fn lookup(&mut self, word: Letters<'_>, mask: DomainMask, index: &PatternIndex) -> TypeInfo {
        let place = self.hasher.short(word.prefix, mask) as usize % RECENT_SLOTS;
        let CacheSlot { prefix, info } = &self.recent[place];
        let same = (*prefix == word.prefix) & (usize::from(info.length) == word.length) & (info.mask == mask);
        if same && (word.length <= PREFIX_BYTES || self.is_same_word(info, word.from)) {
            *info
        } else {
            self.lookup_or_insert(word.from, word.length, mask, index)
        }
    }

    /// Whether a type longer than the prefix has these letters.
    fn is_same_word(&self, info: &TypeInfo, from: &[u8]) -> bool {
        letters_of(&self.letters, &self.records, info) == &from[..info.length.into()]
    }

    /// The type of a token that is not in the direct-mapped cache.
    fn lookup_or_insert(&mut self, from: &[u8], length: usize, mask: DomainMask, index: &PatternIndex) -> TypeInfo {
        let word = Letters::new(from, length);
        let Self { ids, hasher, letters, slots, records, .. } = self;
        let same = |type_id: &TypeId| {
            let slot = &slots[*type_id as usize];
            let TypeInfo { mask: own, length: own_length, .. } = slot.info;
            let alike = (slot.prefix == word.prefix) & (usize::from(own_length) == length) & (own == mask);
            alike && (length <= PREFIX_BYTES || letters_of(letters, records, &slot.info) == word.all())
        };
        let type_id = match ids.find(hasher.hash(&word, mask), same) {
            Some(type_id) => *type_id,
            None => self.insert(word, mask, index),
        };
        let slot = self.slots[type_id as usize];
        self.recent[self.hasher.short(word.prefix, mask) as usize % RECENT_SLOTS] = slot;
        slot.info
    }

    /// Adds a type.
    fn insert(&mut self, word: Letters<'_>, mask: DomainMask, index: &PatternIndex) -> TypeId {
        let letters = std::str::from_utf8(word.all()).unwrap_or_default();
        let globs = index.globs_of(letters);
        let (word_entries, phrase_entries) = (self.word_entries.len() as u32, self.phrase_entries.len() as u32);
        let mut has_entries = false;
        for pattern in index.anchored(&globs) {
            let own = index.masks[pattern as usize];
            if own & mask != 0 {
                self.add_entry(pattern, own & (mask | NEGATION_BIT | GUARD_BIT), index);
                has_entries = true;
            }
        }
        let type_id = self.slots.len() as TypeId;
        let bloom = globs.iter().fold(0, |all, glob| all | bloom_mask(*glob));
        let info = TypeInfo { bloom, type_id, has_entries, mask, length: letters.len() as u16 };
        self.slots.push(CacheSlot { prefix: word.prefix, info });
        let from = self.globs.len() as u32;
        self.globs.extend(globs);
        self.records.push(TypeRecord {
            globs: (from, self.globs.len() as u32),
            word_entries: (word_entries, self.word_entries.len() as u32),
            phrase_entries: (phrase_entries, self.phrase_entries.len() as u32),
            letters: self.letters.len() as u32,
        });
        self.letters.push_str(letters);
        let Self { ids, hasher, letters, slots, records, .. } = self;
        ids.insert_unique(hasher.hash(&word, mask), type_id, |type_id| {
            let slot = &slots[*type_id as usize];
            match letters_of(letters, records, &slot.info) {
                all if all.len() > PREFIX_BYTES => hasher.long(all),
                _ => hasher.short(slot.prefix, slot.info.mask),
            }
        });
        type_id
    }

    /// Adds a pattern to the entries of the latest type.
    fn add_entry(&mut self, pattern: u32, mask: DomainMask, index: &PatternIndex) {
        let postings = self.append_postings(pattern, mask, index);
        match &index.phrases[pattern as usize] {
            phrase if phrase.globs.len() == 1 => self.word_entries.push(WordEntry { pattern, postings, mask }),
            phrase => self.phrase_entries.push(phrase.entry(pattern, mask, postings)),
        }
    }

    /// Copies the postings of a pattern for these domains.
    fn append_postings(&mut self, pattern: u32, mask: DomainMask, index: &PatternIndex) -> IndexRange {
        let from = self.postings.len() as u32;
        self.postings.extend(index.postings.of(pattern).iter().filter(|posting| posting.domain_bit & mask != 0));
        (from, self.postings.len() as u32)
    }

    /// The postings of a regular expression for these domains.
    pub fn expression_postings(&mut self, pattern: u32, mask: DomainMask, index: &PatternIndex) -> IndexRange {
        if let Some(place) = self.expressions.get(&(pattern, mask)) {
            return *place;
        }
        let place = self.append_postings(pattern, mask, index);
        self.expressions.insert((pattern, mask), place);
        place
    }

    /// Whether a type matches a glob.
    pub fn matches(&self, type_id: TypeId, glob: u32) -> bool {
        let (from, to) = self.records[type_id as usize].globs;
        self.globs[from as usize..to as usize].contains(&glob)
    }

    /// The entries of a type for patterns of one word.
    pub fn word_entries_of(&self, type_id: TypeId) -> &[WordEntry] {
        let (from, to) = self.records[type_id as usize].word_entries;
        &self.word_entries[from as usize..to as usize]
    }

    /// The entries of a type for phrases.
    pub fn phrase_entries_of(&self, type_id: TypeId) -> &[PhraseEntry] {
        let (from, to) = self.records[type_id as usize].phrase_entries;
        &self.phrase_entries[from as usize..to as usize]
    }

    /// All postings.
    pub fn postings(&self) -> &[Posting] {
        &self.postings
    }
}
