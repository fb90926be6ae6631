//! A manuscript against the claims: which numbers are declared, which are not, and which claims no sentence carries.

mod caption;
mod change;
mod comment;
mod control;
mod empty;
mod fill;
mod item;
mod letters;
mod marks;
mod memory;
mod package;
mod pair;
mod parts;
mod revision;
mod rewrite;
mod setting;
mod space;
mod start;
mod table;
mod text;
mod told;
mod unit;
mod words;
mod xml;

use std::collections::BTreeSet;

pub use control::Named;
pub use fill::{fill, named};
pub use item::{PICTURE, Shown};
pub use package::Package;
pub use pair::Paired;
pub use start::{Started, start, start_appendices};
pub use text::{Sentence, sentences};
pub use told::{Done, Filling, Says, Text, Told};

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
