//! How the codes of many interventions are stored: small, for there may be a million.

use super::verdict::Doubt;
use crate::codebook::Domain;

/// The results of some interventions, one after the other.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub codes: Vec<StoredCode>,
    pub evidence: Vec<StoredMatch>,
    pub doubts: Vec<(Domain, Doubt)>,
    /// By intervention: where its codes and doubts end; they begin where those of the one before end.
    pub ends: Vec<(u32, u32)>,
}

/// A code with its score.
#[derive(Debug)]
pub(super) struct StoredCode {
    pub domain: Domain,
    pub code: u32,
    pub score: f64,
    /// Where its evidence ends; it begins where that of the code before ends.
    pub end: u32,
}

/// A match that is evidence, in characters of its text.
#[derive(Debug)]
pub(super) struct StoredMatch {
    pub pattern: u32,
    /// The place of the text among the study's.
    pub text: u8,
    pub from: u32,
    pub to: u32,
}

/// What the rules say of an intervention in all domains.
pub(super) struct StoredReading<'a> {
    codes: &'a [StoredCode],
    pub doubts: &'a [(Domain, Doubt)],
    /// All evidence of the chunk, and where its own begin.
    evidence: &'a [StoredMatch],
    from: usize,
}

impl Chunk {
    /// Takes all into a chunk that takes no more memory than it needs.
    pub fn take(&mut self) -> Self {
        Self {
            codes: self.codes.drain(..).collect(),
            evidence: self.evidence.drain(..).collect(),
            doubts: self.doubts.drain(..).collect(),
            ends: self.ends.drain(..).collect(),
        }
    }

    /// What is stored of an intervention.
    pub fn reading(&self, at: usize) -> StoredReading<'_> {
        let (codes_from, doubts_from) = if at == 0 { (0, 0) } else { self.ends[at - 1] };
        let (codes_to, doubts_to) = self.ends[at];
        let before = self.codes[..codes_from as usize].last();
        StoredReading {
            codes: &self.codes[codes_from as usize..codes_to as usize],
            doubts: &self.doubts[doubts_from as usize..doubts_to as usize],
            evidence: &self.evidence,
            from: before.map_or(0, |code| code.end as usize),
        }
    }
}

impl<'a> StoredReading<'a> {
    /// The codes of a domain with their evidence.
    pub fn codes(&self, domain: Domain) -> impl Iterator<Item = (&'a StoredCode, &'a [StoredMatch])> + use<'a> {
        let Self { codes, evidence, from, .. } = *self;
        let from = std::iter::once(from).chain(codes.iter().map(|code| code.end as usize));
        let of_code = move |(code, from): (&'a StoredCode, usize)| (code, &evidence[from..code.end as usize]);
        codes.iter().zip(from).map(of_code).filter(move |(code, _)| code.domain == domain)
    }
}
