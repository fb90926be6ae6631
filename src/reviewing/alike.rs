//! Texts that are the same, or nearly: what can be coded at once.
//!
//! Case, punctuation and numbers make no difference. Two texts are nearly the same where of all their words so many are in both
//! (the Jaccard index of their sets of words). Words are compared by number, the rare ones first: two sets that are that much alike
//! share one of their first, rarest words, by which they are found (Chaudhuri, Ganti and Kaushik, *A primitive operator for
//! similarity joins in data cleaning*, ICDE 2006).

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::survey::Unit;

/// How many of ten words have to be in both.
const TENTHS: usize = 9;

/// The texts of all units, to look for those that are alike.
#[derive(Debug, Default)]
pub struct Alike {
    /// By unit: its words in their order, as numbers, for what is the same.
    sequences: Vec<Vec<u32>>,
    /// By unit: its words, each once, the rarest first.
    sets: Vec<Vec<u32>>,
    /// By word: the units among whose first words it is.
    first: HashMap<u32, Vec<u32>>,
}

impl Alike {
    /// Of all texts of units.
    pub fn new<'u>(units: impl Iterator<Item = &'u Unit>) -> Self {
        Self::of_texts(units.map(|unit| unit.texts.iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n")))
    }

    fn of_texts(texts: impl Iterator<Item = String>) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let sequences: Vec<Vec<u32>> = texts.map(|text| numbered(&text, &mut numbers)).collect();
        let mut often = vec![0_u32; numbers.len()];
        let set = |sequence: &Vec<u32>| {
            let mut set = sequence.clone();
            set.sort_unstable();
            set.dedup();
            set
        };
        let mut sets: Vec<Vec<u32>> = sequences.iter().map(set).collect();
        sets.iter().flatten().for_each(|word| often[*word as usize] += 1);
        sets.iter_mut().for_each(|set| set.sort_unstable_by_key(|word| (often[*word as usize], *word)));
        let mut first: HashMap<u32, Vec<u32>> = HashMap::new();
        for (at, set) in (0..).zip(&sets) {
            set[..first_words(set.len())].iter().for_each(|word| first.entry(*word).or_default().push(at));
        }
        Self { sequences, sets, first }
    }

    /// The others that are alike, each with whether it is the same, those first.
    pub fn of(&self, at: usize) -> Vec<(usize, bool)> {
        let set = &self.sets[at];
        let mut shared: BTreeMap<u32, ()> = BTreeMap::new();
        for word in &set[..first_words(set.len())] {
            shared.extend(self.first.get(word).into_iter().flatten().map(|other| (*other, ())));
        }
        let mut found: Vec<(usize, bool)> = Vec::new();
        for other in shared.into_keys().map(|other| other as usize).filter(|other| *other != at) {
            let is_same = self.sequences[at] == self.sequences[other];
            if is_same || is_near(set, &self.sets[other]) {
                found.push((other, is_same));
            }
        }
        found.sort_by_key(|(other, is_same)| (!is_same, *other));
        found
    }
}

/// How many of the rarest words of a set another that is alike shares at least one of.
fn first_words(words: usize) -> usize {
    if words == 0 { 0 } else { words - (words * TENTHS).div_ceil(10) + 1 }
}

/// Whether of all words of two sets nine tenths are in both.
fn is_near(one: &[u32], other: &[u32]) -> bool {
    if 10 * one.len().min(other.len()) < TENTHS * one.len().max(other.len()) {
        return false;
    }
    let mut sorted = other.to_vec();
    sorted.sort_unstable();
    let both = one.iter().filter(|word| sorted.binary_search(word).is_ok()).count();
    10 * both >= TENTHS * (one.len() + other.len() - both)
}

/// The words of a text by number; all numbers are one word.
fn numbered(text: &str, numbers: &mut HashMap<String, u32>) -> Vec<u32> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let folded =
        words.map(|word| if word.chars().all(char::is_numeric) { "0".to_owned() } else { word.to_lowercase() });
    let numbered = folded.map(|word| {
        let next = numbers.len() as u32;
        *numbers.entry(word).or_insert(next)
    });
    numbered.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn alike(texts: &[&str]) -> Alike {
        Alike::of_texts(texts.iter().map(|text| (*text).to_owned()))
    }

    #[test]
    fn case_punctuation_and_numbers_make_no_difference() {
        let alike = alike(&["Vi utbildade 12 läkare.", "vi utbildade 7 läkare", "Vi utbildade sjuksköterskor.", ""]);
        assert_eq!(alike.of(0), [(1, true)]);
        assert_eq!((alike.of(2), alike.of(3)), (vec![], vec![]));
    }

    /// Of ten words nine are in both and each has one of its own: 9 / 11. Of twenty, one has another: 19 / 21 = 0.905.
    #[test]
    fn nine_tenths_of_all_words_are_nearly_the_same() {
        let words = |count: usize, last: &str| {
            (1..count).map(|number| format!("ord{number}x")).chain([last.to_owned()]).collect::<Vec<_>>().join(" ")
        };
        let texts = [words(10, "a"), words(10, "b"), words(20, "a"), words(20, "b")];
        let alike = alike(&texts.each_ref().map(String::as_str));
        assert_eq!((alike.of(0), alike.of(2)), (vec![], vec![(3, false)]));
    }

    proptest! {
        /// The first words find what a comparison with all others finds.
        #[test]
        fn the_index_finds_what_comparing_all_finds(
            texts in prop::collection::vec(prop::collection::vec("[a-e]", 0..14), 1..30)
        ) {
            let texts: Vec<String> = texts.iter().map(|words| words.join(" ")).collect();
            let alike = Alike::of_texts(texts.iter().cloned());
            for at in 0..texts.len() {
                let mut found: Vec<usize> = alike.of(at).into_iter().map(|(other, _)| other).collect();
                found.sort_unstable();
                let near = |other: &usize| {
                    *other != at && !alike.sets[at].is_empty() && is_near(&alike.sets[at], &alike.sets[*other])
                };
                prop_assert_eq!(found, (0..texts.len()).filter(near).collect::<Vec<_>>());
            }
        }
    }
}
