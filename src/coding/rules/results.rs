//! The rule codes of a study, and how they are asked for.

use std::fmt;
use std::sync::Arc;

use hashbrown::HashMap;

use super::rulebook::Names;
use super::stored::{Chunk, StoredCode, StoredMatch, StoredReading};
use super::verdict::Doubt;
use crate::codebook::Domain;
use crate::msg;
use crate::study::TextName;
use crate::wording::{Message, joined};

/// How many interventions are coded and stored together: enough that learning the types anew does not count.
pub(super) const CHUNK: usize = 300;

/// A place in one of an intervention's texts, in characters counted from 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The text.
    pub text: TextName,
    /// The first character.
    pub from: usize,
    /// The last character.
    pub to: usize,
}

/// A pattern and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternMatch {
    /// The pattern as the codebook writes it.
    pub pattern: String,
    /// Where.
    pub span: Span,
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, from, to } = self;
        write!(f, "{}:{from}-{to}", text.word())
    }
}

impl fmt::Display for PatternMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.pattern, self.span)
    }
}

/// A code that the rules gave.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleCode {
    /// The code.
    pub code: String,
    /// The weight of its evidence.
    pub score: f64,
    /// The evidence, in the order of the text.
    pub evidence: Vec<PatternMatch>,
}

/// What the rules say of an intervention in a domain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DomainReading {
    /// The codes, in the order of the codebook.
    pub codes: Vec<RuleCode>,
    /// Why a person should look at it; empty where nothing is doubtful.
    pub doubts: Vec<Message>,
}

/// The rule codes of a study, by intervention and domain. They are kept small, for there may be a million interventions;
/// patterns and codes are looked up when one is asked for.
#[derive(Debug, Default)]
pub struct RuleCodings {
    pub(super) positions: HashMap<Arc<str>, u32>,
    /// [`CHUNK`] interventions each, but for the last.
    pub(super) chunks: Vec<Chunk>,
    pub(super) names: Names,
    /// The texts that units have, each with the position of the first unit that has them.
    pub(super) texts: Vec<(u32, Arc<[TextName]>)>,
}

impl RuleCodings {
    fn stored(&self, intervention: &str) -> Option<StoredReading<'_>> {
        let position = *self.positions.get(intervention)? as usize;
        Some(self.chunks[position / CHUNK].reading(position % CHUNK))
    }

    /// What the rules say of an intervention in a domain; `None` where the domain has no rules.
    pub fn of(&self, intervention: &str, domain: Domain) -> Option<DomainReading> {
        let (position, stored) = (*self.positions.get(intervention)?, self.stored(intervention)?);
        if !self.names.has(domain) {
            return None;
        }
        let code = |(code, evidence): (&StoredCode, &[StoredMatch])| RuleCode {
            code: self.names.code(domain, code.code).to_owned(),
            score: code.score,
            evidence: evidence.iter().filter_map(|seen| self.pattern_match(position, seen)).collect(),
        };
        Some(DomainReading { codes: stored.codes(domain).map(code).collect(), doubts: self.doubts(domain, &stored) })
    }

    /// The codes that the rules gave an intervention in a domain, with the weight of their evidence; none without rules.
    pub fn scores(&self, intervention: &str, domain: Domain) -> impl Iterator<Item = (&str, f64)> {
        let codes = self.stored(intervention).into_iter().flat_map(move |stored| stored.codes(domain));
        codes.map(move |(code, _)| (self.names.code(domain, code.code), code.score))
    }

    /// The evidence for a code that the rules gave an intervention in a domain, in the order of the text: patterns, and where
    /// they were found; none for others.
    pub fn evidence(&self, intervention: &str, domain: Domain, code: &str) -> Vec<(&str, Span)> {
        let found = self.positions.get(intervention).and_then(|position| {
            let mut codes = self.stored(intervention)?.codes(domain);
            let (_, evidence) = codes.find(|(stored, _)| self.names.code(domain, stored.code) == code)?;
            Some(evidence.iter().filter_map(|seen| self.found(*position, seen)).collect())
        });
        found.unwrap_or_default()
    }

    fn found(&self, position: u32, seen: &StoredMatch) -> Option<(&str, Span)> {
        let after = self.texts.partition_point(|(first, _)| *first <= position);
        let (_, texts) = self.texts.get(after.checked_sub(1)?)?;
        let span = Span { text: *texts.get(usize::from(seen.text))?, from: seen.from as usize, to: seen.to as usize };
        Some((&self.names.patterns[seen.pattern as usize], span))
    }

    fn pattern_match(&self, position: u32, seen: &StoredMatch) -> Option<PatternMatch> {
        let (pattern, span) = self.found(position, seen)?;
        Some(PatternMatch { pattern: pattern.to_owned(), span })
    }

    /// Doubts, each once.
    fn doubts(&self, domain: Domain, stored: &StoredReading<'_>) -> Vec<Message> {
        let code = |position: &u32| self.names.code(domain, *position);
        let given = |position: &u32| stored.codes(domain).any(|(code, _)| code.code == *position);
        let words = |doubt: &Doubt| match doubt {
            Doubt::Tie(codes) => Some(msg!("doubt-tie", codes = joined(codes.iter().map(code), " "))),
            Doubt::Weak(of) => Some(msg!("doubt-weak", code = code(of))),
            Doubt::Contradicted(of) => Some(msg!("doubt-contradicted", code = code(of))),
            // A code that was given all the same has other evidence; nothing is in doubt then.
            Doubt::Negated(of) | Doubt::Guarded(of, _) if given(of) => None,
            Doubt::Negated(of) => Some(msg!("doubt-negated", code = code(of))),
            Doubt::Guarded(of, guard) => {
                Some(msg!("doubt-guarded", guard = self.names.guard(domain, *guard), code = code(of)))
            }
        };
        let own = stored.doubts.iter().filter(|(of, _)| *of == domain);
        own.filter_map(|(_, doubt)| words(doubt)).collect()
    }
}
