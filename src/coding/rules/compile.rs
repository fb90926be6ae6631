//! The codebook's rules made ready: every distinct pattern once, and for each domain what it serves.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::judge::Reader;
use super::lexicon::Service;
use super::scan::Scanner;
use crate::codebook::pattern::Pattern;
use crate::codebook::{Choose, Codebook, Domain, DomainCoding, Evidence, NestedScope, Rule, Scope};

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
    /// How many words it reaches.
    pub within: u32,
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

/// The service of patterns that negate: a bit that no domain has.
pub(super) const NEGATION: Service = 1 << 7;

/// The rules of a domain.
pub(super) struct DomainRules {
    pub codes: Vec<String>,
    /// The position of each code's main code, for subcodes.
    pub parents: Vec<Option<u32>>,
    pub rules: Vec<CompiledRule>,
    /// The names of its guards.
    pub guards: Vec<String>,
    uses: Uses<Use>,
    guard_uses: Uses<GuardUse>,
    pub choose: Choose,
    pub threshold: f64,
}

/// A rule without its patterns.
pub(super) struct CompiledRule {
    pub code: u32,
    /// The kinds of hits without which it cannot fire.
    pub needs: Kinds,
    /// How many groups of `all` there are.
    pub all: u32,
    /// How far apart each pair may stand, in words.
    pub near: Vec<u32>,
    /// The codes beside which it does not fire.
    pub without: Vec<u32>,
    pub weight: f64,
}

impl CompiledRule {
    /// Whether one pattern found is enough, wherever it stands, as long as there is nothing that speaks against firing.
    pub fn is_plain(&self) -> bool {
        self.needs == ANY
    }
}

/// What each pattern serves, one after the other: they are looked up for every match.
struct Uses<U> {
    all: Vec<U>,
    /// Where those of a pattern start; one more at the end.
    starts: Vec<u32>,
}

impl<U> Uses<U> {
    /// Puts uses in the order of their patterns.
    fn new(mut used: Vec<(usize, U)>) -> Self {
        used.sort_by_key(|(pattern, _)| *pattern);
        let patterns = used.last().map_or(0, |(last, _)| last + 1);
        let start = |pattern: usize| used.partition_point(|(of, _)| *of < pattern) as u32;
        let starts = (0..=patterns).map(start).collect();
        Self { all: used.into_iter().map(|(_, used)| used).collect(), starts }
    }

    /// Where those of a pattern stand.
    #[inline]
    fn of(&self, pattern: u32) -> Range<u32> {
        match self.starts.get(pattern as usize..) {
            Some([from, to, ..]) => *from..*to,
            _ => 0..0,
        }
    }
}

/// What a pattern serves among rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Use {
    pub rule: u32,
    pub role: Role,
    pub weight: f64,
    /// Whether the rule looks at the whole text, not at a sentence.
    pub whole: bool,
}

/// What a pattern serves among guards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GuardUse {
    pub guard: u32,
    /// Whether the guard does not hold where the pattern is found.
    pub lifts: bool,
    /// Whether the guard looks at the whole text, not at a sentence.
    pub whole: bool,
}

/// How a pattern serves a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Any,
    All(u32),
    None,
    NearAny(u32),
    NearWith(u32),
    Against,
}

/// A set of kinds of roles.
pub(super) type Kinds = u8;

pub(super) const ANY: Kinds = 1;
pub(super) const NONE: Kinds = 16;
pub(super) const AGAINST: Kinds = 32;

impl Role {
    /// A bit for the kind of role.
    #[inline]
    pub fn kind(self) -> Kinds {
        match self {
            Self::Any => ANY,
            Self::All(_) => 2,
            Self::NearAny(_) => 4,
            Self::NearWith(_) => 8,
            Self::None => NONE,
            Self::Against => AGAINST,
        }
    }

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
        let count = patterns.written.len();
        let service_of = |pattern: u32| {
            let served = domains.iter().filter(|(_, rules): &(_, &DomainRules)| rules.serves(pattern));
            served.fold(0, |all, (domain, _)| all | service(*domain))
        };
        let mut services: Vec<Service> = (0..count as u32).map(service_of).collect();
        let mut by_pattern = vec![NegationRole::None; count];
        for (number, role) in roles {
            services[number] = Service::MAX;
            by_pattern[number] = match (by_pattern[number], role) {
                (NegationRole::Before, NegationRole::After) => NegationRole::Both,
                (_, role) => role,
            };
        }
        let negation = Negation { roles: by_pattern, within: within(negation.within) };
        let scanner = Scanner::new(&read?, services)?;
        Ok(Self { scanner, patterns: patterns.written, nested: settings.nested_scope, negation, domains })
    }

    /// Begins to read and judge texts.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self)
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
        let uses = rules.uses_of(pattern);
        let uses = &rules.uses()[uses.start as usize..uses.end as usize];
        let evidence = uses.iter().filter(|used| used.role.is_evidence());
        evidence.map(|used| rules.codes[rules.rules[used.rule as usize].code as usize].as_str()).collect()
    }
}

impl DomainRules {
    fn new(book: &Codebook, domain: Domain, settings: &DomainCoding, patterns: &mut Patterns) -> Self {
        let codes = book.codes(domain);
        let position = |id: &str| codes.iter().position(|c| c.id == id).map(|at| at as u32);
        let (mut rules, mut uses) = (Vec::new(), Vec::new());
        for (code, declared) in (0..).zip(codes) {
            for rule in declared.rules.iter().filter(|rule| rule.domains.is_empty() || rule.domains.contains(&domain)) {
                for_each_use(rules.len() as u32, rule, |pattern, used| uses.push((patterns.number(pattern), used)));
                rules.push(CompiledRule {
                    code,
                    needs: needs(rule),
                    all: rule.all.len() as u32,
                    near: rule.near.iter().map(|near| within(near.within)).collect(),
                    without: rule.without.iter().filter_map(|id| position(id)).collect(),
                    weight: rule.weight,
                });
            }
        }
        let mut guard_uses = Vec::new();
        for (guard, declared) in (0..).zip(&settings.guards) {
            for (written, lifts) in [(&declared.any, false), (&declared.none, true)] {
                let used = GuardUse { guard, lifts, whole: declared.scope == Scope::Text };
                guard_uses.extend(written.iter().map(|pattern| (patterns.number(pattern), used)));
            }
        }
        Self {
            codes: codes.iter().map(|c| c.id.clone()).collect(),
            parents: codes.iter().map(|c| c.parent.as_deref().and_then(position)).collect(),
            rules,
            guards: settings.guards.iter().map(|guard| guard.name.clone()).collect(),
            uses: Uses::new(uses),
            guard_uses: Uses::new(guard_uses),
            choose: settings.choose,
            threshold: settings.threshold,
        }
    }

    /// What patterns serve among rules, pattern by pattern.
    #[inline]
    pub fn uses(&self) -> &[Use] {
        &self.uses.all
    }

    /// Where among them those of a pattern stand.
    #[inline]
    pub fn uses_of(&self, pattern: u32) -> Range<u32> {
        self.uses.of(pattern)
    }

    /// What a pattern serves among guards.
    #[inline]
    pub fn guard_uses(&self, pattern: u32) -> &[GuardUse] {
        let own = self.guard_uses.of(pattern);
        &self.guard_uses.all[own.start as usize..own.end as usize]
    }

    /// Whether a pattern serves anything.
    fn serves(&self, pattern: u32) -> bool {
        !self.uses_of(pattern).is_empty() || !self.guard_uses(pattern).is_empty()
    }
}

/// The kinds of hits without which a rule cannot fire.
fn needs(rule: &Rule) -> Kinds {
    let needed = [
        (!rule.any.is_empty(), ANY),
        (!rule.all.is_empty(), Role::All(0).kind()),
        (!rule.near.is_empty(), Role::NearAny(0).kind() | Role::NearWith(0).kind()),
    ];
    needed.iter().filter(|(needed, _)| *needed).fold(0, |all, (_, kind)| all | kind)
}

/// Hands every pattern of a rule with how it serves it.
fn for_each_use<'a>(rule: u32, declared: &'a Rule, mut hand: impl FnMut(&'a str, Use)) {
    let whole = declared.scope == Scope::Text;
    let mut add =
        |evidence: &'a Evidence, role: Role| hand(evidence.pattern(), Use { rule, role, weight: evidence.weight(), whole });
    declared.any.iter().for_each(|e| add(e, Role::Any));
    declared.none.iter().for_each(|e| add(e, Role::None));
    declared.against.iter().for_each(|e| add(e, Role::Against));
    for (group, alternatives) in (0..).zip(&declared.all) {
        alternatives.patterns().iter().for_each(|e| add(e, Role::All(group)));
    }
    for (pair, near) in (0..).zip(&declared.near) {
        near.any.iter().for_each(|e| add(e, Role::NearAny(pair)));
        near.with.iter().for_each(|e| add(e, Role::NearWith(pair)));
    }
}

/// The bit of a domain among what patterns serve.
pub(super) fn service(domain: Domain) -> Service {
    1 << domain as u8
}

/// A distance in words, of which no text has more.
fn within(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}
