//! What a model's suggestions leave to people: by answer, how uncertain it is; by domain, how much is automatic.

use std::collections::BTreeMap;

use super::judge::Verdict;
use super::suggest::{Suggester, Suggestion};
use crate::codebook::Domain;
use crate::coding::rules::RuleCodings;
use crate::survey::Unit;

/// What is suggested in a domain.
#[derive(Clone, Debug, Default)]
pub struct DomainSuggestions {
    /// Answers with a text.
    pub answers: usize,
    /// Codings accepted.
    pub accepted: usize,
    /// Codings for review.
    pub review: usize,
    /// Answers with something accepted and nothing for review.
    pub automatic: usize,
}

/// The suggestions of an answer.
pub struct Answer<'a> {
    /// The intervention.
    pub intervention: &'a Unit,
    /// The domain.
    pub domain: Domain,
    /// A suggestion for each code that is likely enough.
    pub suggestions: Vec<Suggestion<'a>>,
}

/// The suggestions of all answers with a text, in the order of the interventions.
pub fn answers<'a>(suggester: &'a Suggester<'a>, included: &[&'a Unit], rules: &RuleCodings) -> Vec<Answer<'a>> {
    let suggested = included.iter().zip(suggester.suggest_all(included, rules));
    let of_one = suggested.map(|(intervention, domains)| {
        domains.into_iter().map(|(domain, suggestions)| Answer { intervention, domain, suggestions })
    });
    of_one.flatten().collect()
}

/// By domain what is suggested, and the number of interventions in which no domain is left to read.
pub fn automatic(answers: &[Answer<'_>]) -> (BTreeMap<Domain, DomainSuggestions>, usize) {
    let mut domains: BTreeMap<Domain, DomainSuggestions> = BTreeMap::new();
    let mut open: BTreeMap<&str, bool> = BTreeMap::new();
    for answer in answers {
        let main =
            |verdict| answer.suggestions.iter().filter(move |s| s.main == s.code && s.verdict == verdict).count();
        let (accepted, review) = (main(Verdict::Accepted), main(Verdict::Review));
        let sum = domains.entry(answer.domain).or_default();
        sum.answers += 1;
        sum.accepted += accepted;
        sum.review += review;
        let automatic = accepted > 0 && review == 0;
        sum.automatic += usize::from(automatic);
        *open.entry(&answer.intervention.id).or_default() |= !automatic;
    }
    let automatic = open.values().filter(|open| !**open).count();
    (domains, automatic)
}

impl Answer<'_> {
    /// Whether something is accepted and nothing is left for review.
    pub fn is_automatic(&self) -> bool {
        let has = |verdict| self.suggestions.iter().any(|own| own.verdict == verdict);
        has(Verdict::Accepted) && !has(Verdict::Review)
    }

    /// How likely the least certain suggestion is to be decided wrongly, doubled: from 0 to 1; 1 where nothing is suggested.
    pub fn uncertainty(&self) -> f64 {
        let open = self.suggestions.iter().filter(|s| s.verdict == Verdict::Review);
        let most = open.map(|s| 2.0 * s.probability.min(1.0 - s.probability)).reduce(f64::max);
        most.unwrap_or(if self.suggestions.is_empty() { 1.0 } else { 0.0 })
    }
}
