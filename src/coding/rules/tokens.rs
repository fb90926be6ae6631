//! The tokens of a text: its words in order, each with its type.

use super::pattern_index::{BloomMask, PatternIndex};
use super::postings::DomainMask;
use super::type_cache::TypeCache;
use super::word_types::{TypeId, TypeInfo};
use crate::codebook::words::{Letters, Token, TokenSink, Tokenizer};

/// A token with its type.
#[derive(Clone, Copy)]
pub(super) struct TypedToken {
    pub start: u32,
    pub end: u32,
    pub sentence: u32,
    pub type_id: TypeId,
    /// The globs that its type matches.
    pub bloom: BloomMask,
}

/// A part of the text.
#[derive(Clone, Copy, Default)]
pub(super) struct Part {
    /// Where it starts and ends, without the line break that follows.
    pub start: u32,
    pub end: u32,
    /// The domains that it is read for.
    pub mask: DomainMask,
    /// Its first token.
    pub first_token: u32,
    /// The number of a sentence that none of its tokens is in.
    pub sentence: u32,
}

/// The tokens of a text; the buffers are kept for the next.
#[derive(Default)]
pub(super) struct Tokens {
    tokenizer: Tokenizer,
    pub parts: Vec<Part>,
    pub all: Vec<TypedToken>,
    /// The numbers of those whose type has entries.
    pub anchors: Vec<u32>,
}

impl Tokens {
    /// Removes all, for the next text.
    pub fn clear(&mut self) {
        self.parts.clear();
        self.all.clear();
        self.anchors.clear();
    }

    /// Divides a text, of which the parts are known, into tokens.
    pub fn find(&mut self, text: &str, cache: &mut TypeCache, index: &PatternIndex) {
        let Self { tokenizer, parts, all, anchors } = self;
        let (tokens, anchors_taken) = (std::mem::take(all), std::mem::take(anchors));
        let mut writer =
            TokenWriter { index, cache, parts, begun: 0, end: 0, mask: 0, sentence: 0, tokens, anchors: anchors_taken };
        tokenizer.tokenize(text, &mut writer);
        writer.begin_parts(u32::MAX);
        (*all, *anchors) = (writer.tokens, writer.anchors);
    }
}

/// Writes the tokens of a text down. It owns its buffers for that time, which is faster than writing through references.
struct TokenWriter<'a> {
    index: &'a PatternIndex,
    cache: &'a mut TypeCache,
    /// The parts, how many have been begun, and where the last of these ends.
    parts: &'a mut [Part],
    begun: usize,
    end: u32,
    mask: DomainMask,
    /// The latest sentence.
    sentence: u32,
    tokens: Vec<TypedToken>,
    anchors: Vec<u32>,
}

impl TokenWriter<'_> {
    /// Begins parts, until one ends after this offset.
    fn begin_parts(&mut self, offset: u32) {
        while self.end <= offset && self.begun < self.parts.len() {
            let part = &mut self.parts[self.begun];
            self.sentence += 1;
            (part.first_token, part.sentence) = (self.tokens.len() as u32, self.sentence);
            (self.mask, self.end) = (part.mask, part.end + 1);
            self.begun += 1;
        }
    }
}

impl TokenSink for TokenWriter<'_> {
    fn push(&mut self, token: Token, letters: Letters<'_>) {
        let Token { start, end, starts_sentence } = token;
        if self.end <= start {
            self.begin_parts(start);
        }
        self.sentence += u32::from(starts_sentence);
        let TypeInfo { bloom, type_id, has_entries, .. } = self.cache.lookup(letters, self.mask, self.index);
        if has_entries {
            self.anchors.push(self.tokens.len() as u32);
        }
        self.tokens.push(TypedToken { start, end, sentence: self.sentence, type_id, bloom });
    }
}
