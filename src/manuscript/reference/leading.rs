//! Words that only lead to a figure, and words that compare it with others.

use std::collections::BTreeSet;

use crate::manuscript::vocabulary::{THAN, word, words};

/// What only leads to a figure says nothing of what it shows.
pub(super) const LEADING: [&str; 29] = [
    "se",
    "ser",
    "visas",
    "visar",
    "framgår",
    "finns",
    "redovisas",
    "presenteras",
    "illustreras",
    "sammanfattas",
    "resultatet",
    "resultaten",
    "svaren",
    "fördelningen",
    "figur",
    "tabell",
    "diagram",
    "alla",
    "see",
    "shown",
    "shows",
    "presented",
    "given",
    "results",
    "answers",
    "figure",
    "table",
    "chart",
    "all",
];

/// With these a sentence speaks of what other figures show.
pub(super) const COMPARING: [&str; 20] = [
    "jämför",
    "jämfört",
    "jämförelse",
    "liksom",
    "skillnad",
    "motsvarande",
    "samma",
    "andra",
    "skiljer",
    "tvärtom",
    "motsatta",
    "compare",
    "compared",
    "comparison",
    "like",
    "unlike",
    "same",
    "other",
    "differ",
    "contrary",
];

/// Words as they are compared.
pub(super) fn stems(all: &[&str]) -> BTreeSet<String> {
    all.iter().filter_map(|own| word(own)).collect()
}

/// Whether a sentence only leads to a figure: what it is about stands before it.
pub(super) fn leads(text: &str) -> bool {
    words(text).is_subset(&stems(&LEADING))
}

/// Whether a sentence speaks of what others are, too.
pub(super) fn compares(text: &str) -> bool {
    !words(text).is_disjoint(&stems(&COMPARING)) || THAN.iter().any(|than| text.contains(than))
}
