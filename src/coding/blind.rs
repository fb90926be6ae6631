//! What people read without seeing what rules, a model or others say: answers that several code, those that are shown plainly, and
//! whatever reads as one of them does, for a suggestion beside it would be one for them.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::rules::{domains_of, text};
use super::{Codings, Source, State};
use crate::codebook::{Codebook, Domain};
use crate::survey::{Input, Unit};

/// What stands in data files in place of what a machine says.
pub const READ_BLIND: &str = "read-blind";

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

    /// Of answers that are read blind and have yet to be coded by all who were given them: what a machine says of these, and of what
    /// reads as they do, stands in nothing that is written or shown.
    pub fn unread(book: &Codebook, input: &Input, codings: &Codings) -> Self {
        let assigned = codings.log.assignments();
        let blind = input.units().filter(|unit| assigned.is_blind(&unit.id));
        let all = blind.flat_map(|unit| domains_of(book, unit).map(move |domain| (unit, domain)));
        Self::new(all.filter(|(unit, domain)| waits(book, codings, unit, *domain)))
    }

    /// Whether what counts of an answer is kept back: it reads as one of them, and no person has said it.
    pub fn hides(&self, codings: &Codings, unit: &Unit, domain: Domain) -> bool {
        let by_people = || match codings.of(&unit.id, domain).next() {
            Some((_, source)) => matches!(source, Source::Final | Source::Coders),
            None => matches!(codings.state(&unit.id, domain), State::None | State::Unsettled),
        };
        !self.0.is_empty() && domain.unit() == unit.kind && !by_people() && self.has(unit, domain)
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

/// Whether somebody has yet to code an answer. In a domain that need not have a code nobody has, who has coded all else.
fn waits(book: &Codebook, codings: &Codings, unit: &Unit, domain: Domain) -> bool {
    let is_open = |domain: Domain| {
        codings.finals.said(&unit.id, domain).is_none() && !codings.finals.is_unsettled(&unit.id, domain)
    };
    let mut others = domains_of(book, unit).filter(|own| !own.is_optional()).peekable();
    is_open(domain) && (!domain.is_optional() || others.peek().is_none() || others.any(is_open))
}

/// A number for the words of a text, whatever their case and what stands between them; all numbers are one word. `None` where it is
/// blank.
pub fn words(text: &str) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        match word.chars().all(char::is_numeric) {
            true => '0'.hash(&mut hasher),
            false => word.chars().flat_map(char::to_lowercase).for_each(|letter| letter.hash(&mut hasher)),
        }
        // Where a word ends.
        ' '.hash(&mut hasher);
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
