//! A manuscript against the claims: which numbers are declared, which are not, and which claims no sentence carries.

#[allow(dead_code)]
mod change;
#[allow(dead_code)]
mod comment;
#[allow(dead_code)]
mod control;
#[allow(dead_code)]
mod letters;
#[allow(dead_code)]
mod memory;
#[allow(dead_code)]
mod package;
mod pair;
#[allow(dead_code)]
mod revision;
#[allow(dead_code)]
mod rewrite;
#[allow(dead_code)]
mod space;
mod start;
mod text;
#[allow(dead_code)]
mod words;
#[allow(dead_code)]
mod xml;

use std::collections::BTreeSet;

pub use package::Package;
pub use pair::Paired;
pub use start::{Started, start, start_appendices};
pub use text::{Sentence, sentences};

use crate::claims::Claims;
use pair::Pairing;

/// A sentence with its numbers and the claims that cover them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The sentence.
    pub sentence: Sentence,
    /// Its numbers and quantifying words; at least one.
    pub paired: Vec<Paired>,
}

/// A manuscript compared with a study's claims.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The sentences with numbers or quantifying words, in order.
    pub read: Vec<Read>,
    /// The positions of the claims that no sentence carries.
    pub missing: Vec<usize>,
}

impl Comparison {
    /// Compares sentences with claims; `areas` are the ids and titles of the study's areas, which headings may name.
    pub fn new(sentences: Vec<Sentence>, claims: &Claims, areas: &[(String, String)]) -> Self {
        let pairing = Pairing::new(&claims.claims, areas);
        let mut carried = BTreeSet::new();
        let mut read = Vec::new();
        for sentence in sentences {
            let paired = pairing.pair(&sentence);
            carried.extend(paired.iter().filter_map(|p| p.claim));
            if !paired.is_empty() {
                read.push(Read { sentence, paired });
            }
        }
        let missing = (0..claims.claims.len()).filter(|at| !carried.contains(at)).collect();
        Self { read, missing }
    }

    /// How many numbers and quantifying words there are, and how many of them a claim covers.
    pub fn counts(&self) -> (usize, usize) {
        let all = self.read.iter().flat_map(|r| &r.paired);
        (all.clone().count(), all.filter(|p| p.claim.is_some()).count())
    }
}
