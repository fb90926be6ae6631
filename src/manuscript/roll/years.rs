//! The name of last year, where a sentence says it.

use std::ops::Range;

use super::exchange::places;
use super::{Exchange, Rolling};
use crate::manuscript::text::Sentence;

/// A year as it is written.
pub(super) fn year(year: i64) -> String {
    year.to_string()
}

/// Where a text names a year, in bytes.
pub(super) fn named(text: &str, wanted: i64) -> Vec<Range<usize>> {
    let wanted = year(wanted);
    let is_whole = |at: &usize| {
        let [before, behind] = [&text[..*at], &text[at + wanted.len()..]];
        !before.ends_with(|c: char| c.is_alphanumeric()) && !behind.starts_with(|c: char| c.is_alphanumeric())
    };
    let found = text.match_indices(&wanted).map(|(at, _)| at).filter(is_whole);
    found.map(|at| at..at + wanted.len()).collect()
}

/// Whether a text names a year.
pub(super) fn names(text: &str, wanted: i64) -> bool {
    !named(text, wanted).is_empty()
}

/// Last year's name where a sentence says it, and this year's in its place.
pub(super) fn years(sentence: &Sentence, rolling: &Rolling<'_>) -> Vec<Exchange> {
    let found = named(&sentence.text, rolling.then).into_iter();
    found.filter_map(|range| Some((places(sentence, &range)?, year(rolling.now)))).collect()
}

/// A text with the name of one year in the place of another.
pub fn advanced(text: &str, then: i64, now: i64) -> String {
    let (mut made, mut at) = (String::new(), 0);
    for range in named(text, then) {
        made += text.get(at..range.start).unwrap_or_default();
        made += &year(now);
        at = range.end;
    }
    made + text.get(at..).unwrap_or_default()
}
