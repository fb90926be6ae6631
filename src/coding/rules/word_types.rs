//! A type: a distinct word form, and what is known of it.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::matches::IndexRange;
use super::pattern_index::BloomMask;
use super::postings::DomainMask;
use crate::codebook::words::{Letters, PREFIX_BYTES};

/// The number of a type, until the cache is emptied.
pub(super) type TypeId = u32;

/// What is needed of a type for every token.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeInfo {
    /// The globs that it matches.
    pub bloom: BloomMask,
    pub type_id: TypeId,
    /// Whether it is the anchor word of any pattern.
    pub has_entries: bool,
    /// The domains of the texts that it stands in. The same letters are two types where texts have different domains.
    pub mask: DomainMask,
    /// In bytes.
    pub length: u16,
}

/// A type as the cache compares it with a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct CacheSlot {
    /// Its first bytes.
    pub prefix: u128,
    pub info: TypeInfo,
}

impl CacheSlot {
    /// No type: none is as long.
    pub const EMPTY: Self =
        Self { prefix: 0, info: TypeInfo { bloom: 0, type_id: 0, has_entries: false, mask: 0, length: u16::MAX } };
}

/// What else is known of a type, by where the cache keeps it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TypeRecord {
    /// The globs that it matches.
    pub globs: IndexRange,
    /// The patterns of one word that it matches, and the phrases whose anchor word it matches.
    pub word_entries: IndexRange,
    pub phrase_entries: IndexRange,
    /// Where its letters begin.
    pub letters: u32,
}

/// Hashes types with keys that differ from run to run: nobody can write a text whose words all collide.
pub(super) struct TypeHasher {
    keys: [u64; 2],
    builder: DefaultHashBuilder,
}

impl Default for TypeHasher {
    fn default() -> Self {
        let builder = DefaultHashBuilder::default();
        Self { keys: [0, 1].map(|key| builder.hash_one(key)), builder }
    }
}

impl TypeHasher {
    /// The hash of a type no longer than the prefix.
    pub fn short(&self, prefix: u128, mask: DomainMask) -> u64 {
        let [low, high] =
            [prefix as u64 ^ self.keys[0], (prefix >> 64) as u64 ^ self.keys[1].wrapping_add(mask.into())];
        let product = u128::from(low) * u128::from(high);
        product as u64 ^ (product >> 64) as u64
    }

    /// The hash of a longer type.
    pub fn long(&self, letters: &[u8]) -> u64 {
        self.builder.hash_one(letters)
    }

    /// The hash of a type of any length.
    pub fn hash(&self, word: &Letters<'_>, mask: DomainMask) -> u64 {
        if word.length > PREFIX_BYTES { self.long(word.all()) } else { self.short(word.prefix, mask) }
    }
}
