//! Rules: what in a text speaks for a code. Their form in the codebook file; `coding::rules` applies them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::Domain;

/// One rule of a code.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The domains it holds for; all that use the code's system where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// One of these must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<Evidence>,
    /// Each of these must be there; of alternatives, one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<Alternatives>,
    /// None of these may be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<Evidence>,
    /// Each of these pairs must stand close together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<Near>,
    /// The rule does not fire where one of these codes of the same domain passes (by rules without this condition).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// What speaks against the code: its weight is taken off the score.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Evidence>,
    /// Where the conditions must hold together.
    #[serde(default, skip_serializing_if = "Scope::is_sentence")]
    pub scope: Scope,
    /// By how much its evidence counts.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
}

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_one(weight: &f64) -> bool {
    *weight == 1.0
}

/// A pattern as written, with its weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a pattern as \"utbild*\", or {\"pattern\": \"utbild*\", \"weight\": 2}")]
pub enum Evidence {
    /// A pattern of weight 1.
    Plain(String),
    /// A pattern with its weight.
    Weighted(WeightedPattern),
}

/// A pattern with its weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightedPattern {
    /// The pattern.
    pub pattern: String,
    /// Its weight.
    pub weight: f64,
}

impl Evidence {
    /// The pattern as written.
    pub fn pattern(&self) -> &str {
        match self {
            Self::Plain(pattern) => pattern,
            Self::Weighted(weighted) => &weighted.pattern,
        }
    }

    /// Its weight.
    pub fn weight(&self) -> f64 {
        match self {
            Self::Plain(_) => 1.0,
            Self::Weighted(weighted) => weighted.weight,
        }
    }
}

/// One pattern, or several of which one is enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a pattern, or a list of patterns of which one is enough")]
pub enum Alternatives {
    /// One pattern.
    One(Evidence),
    /// Several.
    Several(Vec<Evidence>),
}

impl Alternatives {
    /// The patterns.
    pub fn patterns(&self) -> &[Evidence] {
        match self {
            Self::One(evidence) => std::slice::from_ref(evidence),
            Self::Several(several) => several,
        }
    }
}

/// Two patterns that must stand close together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// One of these …
    pub any: Vec<Evidence>,
    /// … and one of these …
    pub with: Vec<Evidence>,
    /// … at most so many words apart; neighbours are one apart.
    pub within: usize,
}

/// Where conditions must hold together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Within one sentence.
    #[default]
    Sentence,
    /// Anywhere in the answer.
    Text,
}

impl Rule {
    /// Whether it holds for a domain that uses its code's system.
    pub fn is_for(&self, domain: Domain) -> bool {
        self.domains.is_empty() || self.domains.iter().any(|own| own == domain.word())
    }

    /// All its patterns, each with the key it stands under.
    pub fn patterns(&self) -> impl Iterator<Item = (&'static str, &Evidence)> {
        let all = self.all.iter().flat_map(|alternatives| alternatives.patterns());
        let near = self.near.iter().flat_map(|near| near.any.iter().chain(&near.with));
        (self.any.iter().map(|e| ("any", e)))
            .chain(all.map(|e| ("all", e)))
            .chain(self.none.iter().map(|e| ("none", e)))
            .chain(near.map(|e| ("near", e)))
            .chain(self.against.iter().map(|e| ("against", e)))
    }
}

impl Scope {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_sentence(&self) -> bool {
        *self == Self::Sentence
    }
}

/// How rules are applied.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodingSettings {
    /// What becomes of evidence inside longer evidence.
    #[serde(default)]
    pub nested_scope: NestedScope,
    /// What takes evidence away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negation: Option<Negation>,
    /// By domain.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub domains: IndexMap<String, DomainCoding>,
}

/// What becomes of evidence inside longer evidence: quanteda's `nested_scope`. What does not count then counts for no code of
/// the domain, in either scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NestedScope {
    /// It does not count, whichever code the longer evidence is for.
    #[default]
    Dictionary,
    /// It does not count if both are evidence for one code. Unlike in quanteda it then counts for no other code, either.
    Key,
}

/// Words that take away the evidence they govern.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Negation {
    /// Patterns that negate what follows.
    #[serde(default)]
    pub before: Vec<String>,
    /// Patterns that negate what stands before them.
    #[serde(default)]
    pub after: Vec<String>,
    /// How far they reach, in words; neighbours are one apart.
    pub within: usize,
    /// Phrases whose negation negates nothing, as `inte bara`.
    #[serde(default)]
    pub except: Vec<String>,
    /// Words that a negation does not reach across, as `men`.
    #[serde(default)]
    pub stop: Vec<String>,
}

/// How rules are applied in a domain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainCoding {
    /// How many codes an intervention may get.
    #[serde(default)]
    pub choose: Choose,
    /// The score from which a code passes.
    #[serde(default = "one")]
    pub threshold: f64,
    /// What keeps evidence from counting, as results that are only expected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guards: Vec<Guard>,
}

impl Default for DomainCoding {
    fn default() -> Self {
        Self { choose: Choose::default(), threshold: 1.0, guards: Vec::new() }
    }
}

/// How many codes an intervention may get in a domain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choose {
    /// All that pass.
    #[default]
    All,
    /// The one with most evidence.
    Dominant,
}

/// What keeps evidence from counting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guard {
    /// What it is called in the evidence.
    pub name: String,
    /// One of these must be there …
    pub any: Vec<String>,
    /// … and none of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<String>,
    /// Where evidence then does not count.
    #[serde(default, skip_serializing_if = "Scope::is_sentence")]
    pub scope: Scope,
}
