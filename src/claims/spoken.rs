//! What claims call what a question asks: the words that most of them have that are about it, and hardly any other.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::Claim;

/// Inflected words share so many letters, and shorter words say little.
const STEM: usize = 6;
/// Of the claims about a question so many must have a word, as a part of ten, and at least so many of them.
const OF_OWN: usize = 4;
const AT_LEAST: usize = 3;
/// Of those that have the word so many must be about the question, as a part of ten.
const OF_ALL: usize = 8;

/// The words of claims by what they are about.
pub struct Spoken {
    claims: Vec<(BTreeSet<String>, BTreeMap<String, String>)>,
}

impl Spoken {
    /// Reads claims.
    pub fn new(claims: &[Claim]) -> Self {
        let names = |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_owned).collect();
        let words = |text: &str| {
            let all = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            let long = all.filter(|word| word.chars().count() >= STEM && word.chars().all(char::is_alphabetic));
            long.map(|word| (word.chars().take(STEM).collect(), word)).collect()
        };
        Self { claims: claims.iter().map(|claim| (names(&claim.assertion), words(&claim.statement))).collect() }
    }

    /// What claims call a question, by its id in their assertions.
    pub fn of(&self, question: &str) -> Vec<String> {
        let own: Vec<_> = self.claims.iter().filter(|(names, _)| names.contains(question)).collect();
        let mut counts: BTreeMap<&String, (usize, &String)> = BTreeMap::new();
        for (stem, word) in own.iter().flat_map(|(_, words)| words) {
            counts.entry(stem).or_insert((0, word)).0 += 1;
        }
        let is_its = |stem: &String, count: usize| {
            let all = self.claims.iter().filter(|(_, words)| words.contains_key(stem)).count();
            count >= AT_LEAST && 10 * count >= OF_OWN * own.len() && 10 * count >= OF_ALL * all
        };
        let found = counts.into_iter().filter(|(stem, (count, _))| is_its(stem, *count));
        found.map(|(_, (_, word))| word.clone()).collect()
    }
}
