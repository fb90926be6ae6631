//! The codebook's rules made ready: every distinct pattern once, and for each domain what it serves.

use std::collections::{BTreeMap, BTreeSet};

use super::scan::Scanner;
use crate::codebook::pattern::Pattern;
use crate::codebook::{Choose, Codebook, Domain, Evidence, NestedScope, Rule, Scope};

/// The rules of a codebook, ready to be applied.
pub struct Rulebook {
    pub(super) scanner: Scanner,
    patterns: Vec<String>,
    pub(super) nested: NestedScope,
    pub(super) negation: Negation,
    pub(super) domains: BTreeMap<Domain, DomainRules>,
}

/// Which patterns negate, by pattern.
#[derive(Default)]
pub(super) struct Negation {
    pub roles: Vec<NegationRole>,
    pub within: usize,
}

/// What a pattern does for negation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NegationRole {
    #[default]
    None,
    Before,
    After,
    Both,
    Except,
    Stop,
}

impl NegationRole {
    /// Whether it takes evidence away.
    pub fn negates(self) -> bool {
        matches!(self, Self::Before | Self::After | Self::Both)
    }
}

/// The rules of a domain.
pub(super) struct DomainRules {
    pub codes: Vec<String>,
    /// The position of each code's main code, for subcodes.
    pub parents: Vec<Option<usize>>,
    pub rules: Vec<CompiledRule>,
    pub guards: Vec<CompiledGuard>,
    /// What each pattern serves.
    pub uses: Vec<Vec<Use>>,
    pub choose: Choose,
    pub threshold: f64,
}

/// A rule without its patterns.
pub(super) struct CompiledRule {
    pub code: usize,
    pub needs_any: bool,
    /// How many groups of `all` there are.
    pub all: usize,
    /// How far apart each pair may stand, in words.
    pub near: Vec<usize>,
    /// The codes beside which it does not fire.
    pub without: Vec<usize>,
    pub scope: Scope,
    pub weight: f64,
}

/// A guard without its patterns.
pub(super) struct CompiledGuard {
    pub name: String,
    pub scope: Scope,
}

/// What a pattern serves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Use {
    /// The rule, or the guard.
    pub target: usize,
    pub role: Role,
    pub weight: f64,
}

/// How a pattern serves a rule or a guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Any,
    All(usize),
    None,
    NearAny(usize),
    NearWith(usize),
    Against,
    Guard,
    GuardNone,
}

impl Role {
    /// Whether a match speaks for the rule's code.
    pub fn is_evidence(self) -> bool {
        matches!(self, Self::Any | Self::All(_) | Self::NearAny(_) | Self::NearWith(_))
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
    /// The id of a code by its position in a domain.
    pub fn code(&self, domain: Domain, position: usize) -> &str {
        self.domains.get(&domain).and_then(|(codes, _)| codes.get(position)).map_or("", String::as_str)
    }

    /// The name of a guard by its number in a domain.
    pub fn guard(&self, domain: Domain, number: usize) -> &str {
        self.domains.get(&domain).and_then(|(_, guards)| guards.get(number)).map_or("", String::as_str)
    }
}

/// Patterns as they are met, each once.
#[derive(Default)]
struct Patterns {
    numbers: BTreeMap<String, usize>,
    written: Vec<String>,
}

impl Patterns {
    fn number(&mut self, pattern: &str) -> usize {
        if let Some(number) = self.numbers.get(pattern) {
            return *number;
        }
        self.numbers.insert(pattern.to_owned(), self.written.len());
        self.written.push(pattern.to_owned());
        self.written.len() - 1
    }
}

impl Rulebook {
    /// Makes a codebook's rules ready.
    ///
    /// # Errors
    /// The pattern that cannot be used; a codebook that has been read has none.
    pub fn new(book: &Codebook) -> Result<Self, String> {
        let mut patterns = Patterns::default();
        let settings = book.coding.clone().unwrap_or_default();
        let negation = settings.negation.unwrap_or_default();
        let roles: Vec<_> = [
            (&negation.before, NegationRole::Before),
            (&negation.after, NegationRole::After),
            (&negation.except, NegationRole::Except),
            (&negation.stop, NegationRole::Stop),
        ]
        .into_iter()
        .flat_map(|(written, role)| written.iter().map(move |pattern| (pattern, role)))
        .map(|(pattern, role)| (patterns.number(pattern), role))
        .collect();
        let mut domains = BTreeMap::new();
        for used in &book.domains {
            let own = settings.domains.get(&used.id).cloned().unwrap_or_default();
            let rules = DomainRules::new(book, used.id, &own, &mut patterns);
            if !rules.rules.is_empty() {
                domains.insert(used.id, rules);
            }
        }
        let read: Result<Vec<_>, _> =
            patterns.written.iter().map(|p| Pattern::parse(p).map_err(|problem| format!("{p} {problem}"))).collect();
        let scanner = Scanner::new(&read?)?;
        let count = patterns.written.len();
        domains.values_mut().for_each(|rules| rules.uses.resize(count, Vec::new()));
        let mut by_pattern = vec![NegationRole::None; count];
        for (number, role) in roles {
            by_pattern[number] = match (by_pattern[number], role) {
                (NegationRole::Before, NegationRole::After) => NegationRole::Both,
                (_, role) => role,
            };
        }
        let negation = Negation { roles: by_pattern, within: negation.within };
        Ok(Self { scanner, patterns: patterns.written, nested: settings.nested_scope, negation, domains })
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

    /// The automaton.
    pub fn scanner(&self) -> &Scanner {
        &self.scanner
    }

    /// The id of a code by its position in a domain.
    pub fn code(&self, domain: Domain, position: usize) -> &str {
        self.domains.get(&domain).and_then(|rules| rules.codes.get(position)).map_or("", String::as_str)
    }

    /// The names by which results are told.
    pub(super) fn names(&self) -> Names {
        let domains = self.domains.iter().map(|(domain, rules)| {
            let guards = rules.guards.iter().map(|guard| guard.name.clone()).collect();
            (*domain, (rules.codes.clone(), guards))
        });
        Names { patterns: self.patterns.clone(), domains: domains.collect() }
    }

    /// The codes of a domain for which a pattern may be evidence.
    pub fn codes_of(&self, domain: Domain, pattern: u32) -> BTreeSet<&str> {
        let Some(rules) = self.domains.get(&domain) else { return BTreeSet::new() };
        let evidence = rules.uses[pattern as usize].iter().filter(|used| used.role.is_evidence());
        evidence.map(|used| rules.codes[rules.rules[used.target].code].as_str()).collect()
    }
}

impl DomainRules {
    fn new(book: &Codebook, domain: Domain, settings: &crate::codebook::DomainCoding, patterns: &mut Patterns) -> Self {
        let codes = book.codes(domain);
        let position = |id: &str| codes.iter().position(|c| c.id == id);
        let mut own = Self {
            codes: codes.iter().map(|c| c.id.clone()).collect(),
            parents: codes.iter().map(|c| c.parent.as_deref().and_then(position)).collect(),
            rules: Vec::new(),
            guards: Vec::new(),
            uses: Vec::new(),
            choose: settings.choose,
            threshold: settings.threshold,
        };
        for (code, declared) in codes.iter().enumerate() {
            for rule in declared.rules.iter().filter(|rule| rule.domains.is_empty() || rule.domains.contains(&domain)) {
                own.add_rule(code, rule, patterns);
            }
        }
        for guard in &settings.guards {
            let target = own.guards.len();
            own.guards.push(CompiledGuard { name: guard.name.clone(), scope: guard.scope });
            for (written, role) in [(&guard.any, Role::Guard), (&guard.none, Role::GuardNone)] {
                written.iter().for_each(|p| own.add_use(patterns.number(p), Use { target, role, weight: 0.0 }));
            }
        }
        own
    }

    fn add_rule(&mut self, code: usize, rule: &Rule, patterns: &mut Patterns) {
        let target = self.rules.len();
        self.rules.push(CompiledRule {
            code,
            needs_any: !rule.any.is_empty(),
            all: rule.all.len(),
            near: rule.near.iter().map(|near| near.within).collect(),
            without: rule.without.iter().filter_map(|id| self.codes.iter().position(|code| code == id)).collect(),
            scope: rule.scope,
            weight: rule.weight,
        });
        let mut add = |evidence: &Evidence, role: Role| {
            let number = patterns.number(evidence.pattern());
            self.add_use(number, Use { target, role, weight: evidence.weight() });
        };
        rule.any.iter().for_each(|e| add(e, Role::Any));
        rule.none.iter().for_each(|e| add(e, Role::None));
        rule.against.iter().for_each(|e| add(e, Role::Against));
        for (group, alternatives) in rule.all.iter().enumerate() {
            alternatives.patterns().iter().for_each(|e| add(e, Role::All(group)));
        }
        for (pair, near) in rule.near.iter().enumerate() {
            near.any.iter().for_each(|e| add(e, Role::NearAny(pair)));
            near.with.iter().for_each(|e| add(e, Role::NearWith(pair)));
        }
    }

    fn add_use(&mut self, pattern: usize, used: Use) {
        if self.uses.len() <= pattern {
            self.uses.resize(pattern + 1, Vec::new());
        }
        self.uses[pattern].push(used);
    }
}
