//! What the rules say of a text.

use super::matches::Match;
use crate::codebook::Domain;

/// What the rules of a domain say of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The codes that pass, in the order of the codebook.
    pub found: Vec<Found>,
    /// Why a person should look at it, beside that nothing was found.
    pub doubts: Vec<Doubt>,
}

/// A code that passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its position among the domain's codes.
    pub code: u32,
    /// The weight of its evidence.
    pub score: f64,
    /// The matches that are evidence for it, by where they start.
    pub evidence: Vec<Match>,
}

/// Why a person should look at a reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Only one code may be given and several have the same score; their positions, the chosen one first.
    Tie(Box<[u32]>),
    /// The evidence for a code is just enough.
    Weak(u32),
    /// There is evidence for a code, and something that speaks against it.
    Contradicted(u32),
    /// Evidence for a code was negated that would have counted otherwise.
    Negated(u32),
    /// Evidence for a code that would have counted otherwise was kept from it by this guard (its number).
    Guarded(u32, u32),
}

/// What the rules of all domains say of a text. Codes are numbered over all domains, matches over the text.
#[derive(Default)]
pub(super) struct Verdict {
    /// The codes and their scores.
    pub codes: Vec<(u32, f64)>,
    /// The evidence for them: codes and matches.
    pub evidence: Vec<(u32, u32)>,
    pub doubts: Vec<(Domain, Doubt)>,
}

impl Verdict {
    /// Empties it, for the next text.
    pub fn clear(&mut self) {
        self.codes.clear();
        self.evidence.clear();
        self.doubts.clear();
    }
}
