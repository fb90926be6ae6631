//! Finds the patterns made of words: those of one word by the entries of its type, phrases by comparing the tokens around their
//! anchor word.

use super::matches::Match;
use super::pattern_index::{PatternIndex, PhraseEntry, WordEntry};
use super::tokens::TypedToken;
use super::type_cache::TypeCache;

/// The matches of phrases in a text; the buffer is kept for the next.
#[derive(Default)]
pub(super) struct PhraseSearch {
    pub found: Vec<Match>,
}

impl PhraseSearch {
    /// Finds the phrases whose anchor words are these tokens.
    pub fn find(&mut self, anchors: &[u32], tokens: &[TypedToken], cache: &TypeCache, index: &PatternIndex) {
        for &token in anchors {
            for phrase in cache.phrase_entries_of(tokens[token as usize].type_id) {
                let neighbour = tokens.get((token as usize).wrapping_add_signed(phrase.neighbour.into()));
                let bloom = neighbour.map_or(0, |neighbour| neighbour.bloom);
                if bloom & phrase.neighbour_bloom == phrase.neighbour_bloom
                    && phrase_matches(index, cache, tokens, token, phrase)
                {
                    insert_in_order(&mut self.found, phrase_match(tokens, token, phrase));
                }
            }
        }
    }

    /// Adds the matches of patterns of one word by these tokens.
    pub fn find_words(anchors: &[u32], tokens: &[TypedToken], cache: &TypeCache, matches: &mut Vec<Match>) {
        for &at in anchors {
            let TypedToken { start, end, sentence, type_id, .. } = tokens[at as usize];
            let word_match = |&WordEntry { pattern, postings, mask }| Match {
                start,
                end,
                pattern,
                first: at,
                last: at,
                sentence,
                postings,
                mask,
            };
            matches.extend(cache.word_entries_of(type_id).iter().map(word_match));
        }
    }

    /// Merges the matches of phrases into those of single words; both are sorted.
    pub fn merge_into(&self, matches: &mut Vec<Match>) {
        let mut from = matches.len();
        matches.extend_from_slice(&self.found);
        let mut to = matches.len();
        for phrase in self.found.iter().rev() {
            while from > 0 && phrase.extent() < matches[from - 1].extent() {
                (from, to) = (from - 1, to - 1);
                matches[to] = matches[from];
            }
            to -= 1;
            matches[to] = *phrase;
        }
    }
}

/// Whether a phrase matches around its anchor word, within one sentence. The neighbour is compared first.
fn phrase_matches(
    index: &PatternIndex,
    cache: &TypeCache,
    tokens: &[TypedToken],
    at: u32,
    phrase: &PhraseEntry,
) -> bool {
    let sentence = tokens[at as usize].sentence;
    let matches = |at: usize, glob: u32| {
        tokens.get(at).is_some_and(|token| token.sentence == sentence && cache.matches(token.type_id, glob))
    };
    if !matches((at as usize).wrapping_add_signed(phrase.neighbour.into()), phrase.glob) {
        return false;
    }
    let globs = || index.words(phrase.pattern);
    let first = (at as usize).checked_sub(phrase.around.0.into());
    phrase.words() == 2 || first.is_some_and(|first| (first..).zip(globs()).all(|(at, glob)| matches(at, *glob)))
}

/// The match of a phrase around its anchor word.
fn phrase_match(tokens: &[TypedToken], at: u32, phrase: &PhraseEntry) -> Match {
    let (first, last) = (at - u32::from(phrase.around.0), at + u32::from(phrase.around.1));
    let TypedToken { start, sentence, .. } = tokens[first as usize];
    let PhraseEntry { pattern, postings, mask, .. } = *phrase;
    Match { start, end: tokens[last as usize].end, pattern, first, last, sentence, postings, mask }
}

/// Inserts a match in order. Anchor words are looked at in the order of the text, so its place is near the end.
fn insert_in_order(matches: &mut Vec<Match>, found: Match) {
    let mut at = matches.len();
    matches.push(found);
    while at > 0 && found.order() < matches[at - 1].order() {
        matches.swap(at - 1, at);
        at -= 1;
    }
}
