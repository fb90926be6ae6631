//! A codebook's rules, ready to be applied.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::negation::Negation;
use super::postings::{ByPattern, DomainMask, GuardPosting, Posting, Roles};
use super::scan::Scanner;
use crate::codebook::{Choose, Domain, NestedScope};

/// The rules of a codebook, ready to be applied.
pub struct Rulebook {
    pub(super) scanner: Scanner,
    /// The patterns as written, each once.
    pub(super) patterns: Vec<String>,
    pub(super) guard_postings: ByPattern<GuardPosting>,
    /// The weights of patterns in rules; where two have the same span, the first counts.
    pub(super) weights: Vec<f64>,
    pub(super) nested: NestedScope,
    pub(super) negation: Negation,
    pub(super) domains: BTreeMap<Domain, DomainRules>,
    /// The codes of all domains, one domain after the other.
    pub(super) codes: Vec<CompiledCode>,
    /// The rules of all domains; those without the condition `without` come first.
    pub(super) rules: Vec<CompiledRule>,
    /// How many these are.
    pub(super) unconditional: u32,
    /// The guards of all domains: each with its domain and its number there.
    pub(super) guards: Vec<(Domain, u32)>,
    /// How many layers of statuses there are.
    pub(super) layers: usize,
}

/// The codes of a domain.
pub(super) struct DomainRules {
    pub codes: Vec<String>,
    /// The names of its guards.
    pub guards: Vec<String>,
    /// The numbers of its codes and guards among those of all domains begin here.
    pub first_code: u32,
    pub first_guard: u32,
    pub choose: Choose,
}

impl DomainRules {
    /// The numbers of its codes among those of all domains.
    pub fn numbers(&self) -> Range<u32> {
        self.first_code..self.first_code + self.codes.len() as u32
    }

    /// The number of a code by its position in the domain.
    pub fn number(&self, position: u32) -> u32 {
        self.first_code + position
    }
}

/// A code of a domain.
pub(super) struct CompiledCode {
    pub domain: Domain,
    /// Its position among the domain's codes.
    pub position: u32,
    /// Its main code; itself where it is one.
    pub main: u32,
    /// The score from which it passes.
    pub threshold: f64,
}

/// A rule without its patterns.
pub(super) struct CompiledRule {
    /// The roles without which it cannot fire.
    pub required_roles: Roles,
    /// How many groups of `all` there are.
    pub all: u32,
    /// How far apart each pair may stand, in words.
    pub near: Vec<u32>,
    /// The codes beside which it does not fire, by their numbers.
    pub without: Vec<u32>,
}

impl Rulebook {
    /// How many keys of evidence there are: the codes, or the domains.
    pub(super) fn keys(&self) -> usize {
        if self.nested == NestedScope::Key { self.codes.len() } else { DomainMask::BITS as usize }
    }

    /// Whether a domain has rules.
    pub fn has(&self, domain: Domain) -> bool {
        self.domains.contains_key(&domain)
    }

    /// Whether there is no rule at all.
    pub fn is_empty(&self) -> bool {
        self.domains.is_empty()
    }

    /// The patterns as written, each once.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// What finds the patterns in texts.
    pub fn scanner(&self) -> &Scanner {
        &self.scanner
    }

    /// The id of a code by its position in a domain.
    pub fn code(&self, domain: Domain, position: u32) -> &str {
        self.domains.get(&domain).and_then(|rules| rules.codes.get(position as usize)).map_or("", String::as_str)
    }

    /// The names by which results are told.
    pub(super) fn names(&self) -> Names {
        let domains = self.domains.iter().map(|(domain, rules)| (*domain, (rules.codes.clone(), rules.guards.clone())));
        Names { patterns: self.patterns.clone(), domains: domains.collect() }
    }

    /// The codes of a domain for which a pattern may be evidence.
    pub fn codes_of(&self, domain: Domain, pattern: u32) -> BTreeSet<&str> {
        let Some(rules) = self.domains.get(&domain) else { return BTreeSet::new() };
        let own = |posting: &&Posting| rules.numbers().contains(&posting.code) && posting.role.is_evidence();
        let codes =
            self.scanner.postings(pattern).iter().filter(own).map(|posting| self.codes[posting.code as usize].position);
        codes.map(|position| rules.codes[position as usize].as_str()).collect()
    }
}

/// The names of patterns, codes and guards by their numbers.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub patterns: Vec<String>,
    /// By domain: codes and guards.
    domains: BTreeMap<Domain, (Vec<String>, Vec<String>)>,
}

impl Names {
    /// Whether a domain has rules.
    pub fn has(&self, domain: Domain) -> bool {
        self.domains.contains_key(&domain)
    }

    /// The id of a code by its position in a domain.
    pub fn code(&self, domain: Domain, position: u32) -> &str {
        self.domains.get(&domain).and_then(|(codes, _)| codes.get(position as usize)).map_or("", String::as_str)
    }

    /// The name of a guard by its number in a domain.
    pub fn guard(&self, domain: Domain, number: u32) -> &str {
        self.domains.get(&domain).and_then(|(_, guards)| guards.get(number as usize)).map_or("", String::as_str)
    }
}
