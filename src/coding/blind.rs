//! What people read without seeing what rules, a model or others say: answers that several code, those that are shown plainly, and
//! whatever reads as one of them does, for a suggestion beside it would be one for them.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::rules::{domains_of, text};
use crate::codebook::{Codebook, Domain};
use crate::survey::Unit;

/// The texts of answers that are read blind.
#[derive(Clone, Debug, Default)]
pub struct Blind(BTreeSet<(Domain, u64)>);

impl Blind {
    /// Of answers that are read blind, in the domains in which they are.
    pub fn new<'u>(read: impl Iterator<Item = (&'u Unit, Domain)>) -> Self {
        Self(read.filter_map(|(unit, domain)| Some((domain, words(&text(unit, domain))?))).collect())
    }

    /// Of answers that are read blind in all domains.
    pub fn in_all<'u>(book: &Codebook, units: impl Iterator<Item = &'u Unit>) -> Self {
        Self::new(units.flat_map(|unit| domains_of(book, unit).map(move |domain| (unit, domain))))
    }

    /// Whether an answer reads as one of them.
    pub fn has(&self, unit: &Unit, domain: Domain) -> bool {
        !self.0.is_empty() && words(&text(unit, domain)).is_some_and(|own| self.has_words(domain, own))
    }

    /// Whether one of them has these words in a domain.
    pub fn has_words(&self, domain: Domain, words: u64) -> bool {
        self.0.contains(&(domain, words))
    }
}

/// A number for the words of a text, whatever their case and what stands between them; all numbers are one word. `None` where it is
/// blank.
pub fn words(text: &str) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        match word.chars().all(char::is_numeric) {
            true => "0".hash(&mut hasher),
            false => word.to_lowercase().hash(&mut hasher),
        }
    }
    (!text.trim().is_empty()).then(|| hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_case_and_numbers_make_no_other_words() {
        assert_eq!(words("Kurs, för 12 lärare"), words("kurs för 7 LÄRARE."));
        assert_ne!(words("Kurs för lärare"), words("Kurs för elever"));
        assert_eq!(words(" \n"), None);
    }
}
