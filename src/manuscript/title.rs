//! Titles of figures and tables, as captions and the report have them, and how they are compared.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::vocabulary::words;
use crate::claims::numbers::{Value, figures};

/// A base at the end of a caption, as `(antal regioner, n = 13)`.
static BASE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"[ \u{a0}](?:\((?:[^()]*[ \u{a0},])?[nN][ \u{a0}]?=[ \u{a0}]?(\d[\d \u{a0}]*)\)|[nN][ \u{a0}]?=[ \u{a0}]?(\d[\d \u{a0}]*))\.?$",
    )
    .ok()
});

/// Where the base at the end of a title begins, and its digits; the end where it has none.
pub(super) fn base(title: &str) -> (usize, Option<Range<usize>>) {
    let found = BASE.as_ref().and_then(|pattern| pattern.captures(title));
    let digits = found.as_ref().and_then(|found| found.get(1).or(found.get(2)));
    let start = found.as_ref().and_then(|found| found.get(0)).map_or(title.len(), |whole| whole.start());
    (start, digits.map(|digits| digits.start()..digits.start() + digits.as_str().trim_end().len()))
}

/// The numbers of a text, each with where it stands.
pub(super) fn numbers(text: &str) -> Vec<(Range<usize>, Value)> {
    let all = figures(text).into_iter().filter(|figure| !figure.is_word());
    all.map(|figure| (figure.digits, figure.value)).collect()
}

/// The words of a label in small letters, without signs between them.
pub(super) fn bare(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The words of a title in small letters; each number that counts is the same sign.
pub(super) fn worded(title: &str) -> String {
    let (mut made, mut at) = (String::new(), 0);
    for (digits, _) in numbers(title) {
        made += title.get(at..digits.start).unwrap_or_default();
        made += " n ";
        at = digits.end;
    }
    bare(&(made + title.get(at..).unwrap_or_default()))
}

/// A title as it is compared with others, without its base.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TitleWords {
    /// All its words, in their order.
    pub(super) worded: String,
    /// Those that say what it is about.
    pub(super) words: BTreeSet<String>,
}

impl TitleWords {
    pub(super) fn of(title: &str) -> Self {
        let title = title.get(..base(title).0).unwrap_or(title);
        Self { worded: worded(title), words: words(title) }
    }

    /// How much of the words of both each of them has: from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let all = self.words.union(&other.words).count().max(1);
        self.words.intersection(&other.words).count() as f64 / all as f64
    }
}

/// Where two texts differ, by whole words: what stands between the words that both begin with and those that both end with, of the first.
pub(super) fn difference(one: &str, other: &str) -> Range<usize> {
    let spans = |text: &str| -> Vec<Range<usize>> {
        let start = text.as_ptr() as usize;
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| word.as_ptr() as usize - start..word.as_ptr() as usize - start + word.len())
            .collect()
    };
    let (own, others) = (spans(one), spans(other));
    let same = |(a, b): &(&Range<usize>, &Range<usize>)| {
        one.get((*a).clone()).map(str::to_lowercase) == other.get((*b).clone()).map(str::to_lowercase)
    };
    let fewer = own.len().min(others.len());
    let first = own.iter().zip(&others).take_while(same).count();
    let last = own.iter().rev().zip(others.iter().rev()).take_while(same).count().min(fewer - first);
    match (own.get(first), own.len().checked_sub(last + 1).and_then(|at| own.get(at))) {
        (Some(from), Some(to)) if from.start < to.end => from.start..to.end,
        _ => 0..one.len(),
    }
}

/// The words that one has and another has not.
pub(super) fn only_of(one: &BTreeSet<String>, other: &BTreeSet<String>) -> BTreeSet<String> {
    one.difference(other).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_stands_at_the_end() {
        let found = |text: &str| base(text).1.map(|digits| text[digits].to_owned());
        assert_eq!(found("Medverkan (antal regioner, n = 13)").as_deref(), Some("13"));
        assert_eq!(found("Medverkan, n = 1 300.").as_deref(), Some("1 300"));
        assert_eq!(found("Medverkan (13 regioner)"), None);
        assert_eq!(&"Medverkan (n = 3)"[..base("Medverkan (n = 3)").0], "Medverkan");
    }

    #[test]
    fn what_differs_is_told_by_words() {
        let (one, other) =
            ("Insatser, efter mål och effekter: barn", "Insatser, efter aktiviteter och prestationer: barn");
        assert_eq!(&one[difference(one, other)], "mål och effekter");
        assert_eq!(&"A: barn"[difference("A: barn", "A: unga i skolan")], "barn");
    }
}
