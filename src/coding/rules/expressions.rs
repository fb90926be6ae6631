//! Finds the patterns that are regular expressions, on the text itself: one `RegexSet` tells which of them match at all.

use regex::{Regex, RegexSet, RegexSetBuilder};

use super::matches::{MOST_MATCHES, Match};
use super::pattern_index::PatternIndex;
use super::postings::{GUARD_BIT, NEGATION_BIT};
use super::tokens::Tokens;
use super::type_cache::TypeCache;
use crate::codebook::pattern::Pattern;

/// The regular expressions among the patterns.
pub(super) struct Expressions {
    set: RegexSet,
    /// Each by itself, with the number of its pattern.
    each: Vec<(u32, Regex)>,
}

impl Expressions {
    /// Compiles them.
    ///
    /// # Errors
    /// The library's message where they are too large for it.
    pub fn new(patterns: &[Pattern]) -> Result<Self, String> {
        let each = (0..).zip(patterns).filter_map(|(number, pattern)| match pattern {
            Pattern::Expression(expression) => Some((number, (**expression).clone())),
            Pattern::Words(_) => None,
        });
        let each: Vec<(u32, Regex)> = each.collect();
        let sources = each.iter().map(|(_, expression)| expression.as_str());
        let set = RegexSetBuilder::new(sources).case_insensitive(true).size_limit(1 << 26).build();
        Ok(Self { set: set.map_err(|error| error.to_string())?, each })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.each.is_empty()
    }

    /// Adds their matches in a part of the text, whose tokens have been found.
    pub fn find(
        &self,
        text: &str,
        tokens: &Tokens,
        part: usize,
        cache: &mut TypeCache,
        index: &PatternIndex,
        matches: &mut Vec<Match>,
    ) {
        let own = &tokens.parts[part];
        let text = &text[own.start as usize..own.end as usize];
        let from = own.first_token;
        let to = tokens.parts.get(part + 1).map_or(tokens.all.len(), |next| next.first_token as usize);
        let tokens = &tokens.all[from as usize..to];
        for at in self.set.matches(text) {
            let (pattern, expression) = &self.each[at];
            let mask = index.masks[*pattern as usize] & (own.mask | NEGATION_BIT | GUARD_BIT);
            if mask & own.mask == 0 {
                continue;
            }
            let postings = cache.expression_postings(*pattern, mask, index);
            let found = expression.find_iter(text).filter(|m| !m.is_empty()).take(MOST_MATCHES);
            matches.extend(found.map(|m| {
                let (start, end) = (own.start + m.start() as u32, own.start + m.end() as u32);
                let first = tokens.partition_point(|token| token.end <= start);
                let last = tokens.partition_point(|token| token.start < end).max(1) - 1;
                let sentence = tokens.get(first).or(tokens.last()).map_or(own.sentence, |token| token.sentence);
                let (first, last) = (from + first as u32, from + last as u32);
                Match { start, end, pattern: *pattern, first, last, sentence, postings, mask }
            }));
        }
    }
}
