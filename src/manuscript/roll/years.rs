//! The name of last year, where a sentence says it.

use std::ops::Range;

use super::Rolling;
use super::exchange::places;
use super::sentence::year;
use crate::manuscript::text::Sentence;

/// Last year's name, where a sentence says it.
pub(super) fn years(sentence: &Sentence, rolling: &Rolling) -> Vec<(Range<usize>, String)> {
    let then = year(rolling.then);
    let is_whole = |at: usize| {
        let [before, behind] = [&sentence.text[..at], &sentence.text[at + then.len()..]];
        !before.ends_with(|c: char| c.is_alphanumeric()) && !behind.starts_with(|c: char| c.is_alphanumeric())
    };
    let found = sentence.text.match_indices(&then).map(|(at, _)| at).filter(|at| is_whole(*at));
    found.filter_map(|at| Some((places(sentence, &(at..at + then.len()))?, year(rolling.now)))).collect()
}
