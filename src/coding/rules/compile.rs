//! The codebook's rules made ready: every distinct pattern once, and for each domain what it serves.

use std::collections::{BTreeMap, BTreeSet};

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

/// The rules of a domain.
pub(super) struct DomainRules {
    pub codes: Vec<String>,
    /// The position of each code's main code, for subcodes.
    pub parents: Vec<Option<u32>>,
    pub rules: Vec<CompiledRule>,
    /// The names of its guards.
    pub guards: Vec<String>,
    uses: Uses,
    pub choose: Choose,
    pub threshold: f64,
}

/// A rule without its patterns.
pub(super) struct CompiledRule {
    pub code: u32,
    pub needs_any: bool,
    /// How many groups of `all` there are.
    pub all: u32,
    /// How far apart each pair may stand, in words.
    pub near: Vec<u32>,
    /// The codes beside which it does not fire.
    pub without: Vec<u32>,
    pub weight: f64,
}

/// What each pattern serves, one after the other: they are looked up for every match.
#[derive(Default)]
struct Uses {
    all: Vec<Use>,
    /// Where those of a pattern start; one more at the end.
    starts: Vec<u32>,
}

impl Uses {
    fn new(by_pattern: &[Vec<Use>]) -> Self {
        let mut own = Self { all: Vec::new(), starts: vec![0] };
        for uses in by_pattern {
            own.all.extend(uses);
            own.starts.push(own.all.len() as u32);
        }
        own
    }
}

/// What a pattern serves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Use {
    /// The rule, or the guard.
    pub target: u32,
    pub role: Role,
    pub weight: f64,
    /// Whether the rule or guard looks at the whole text, not at a sentence.
    pub whole: bool,
    /// The kinds of hits without which the rule cannot fire.
    pub kinds: u8,
}

/// How a pattern serves a rule or a guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Any,
    All(u32),
    None,
    NearAny(u32),
    NearWith(u32),
    Against,
    Guard,
    GuardNone,
}

impl Role {
    /// A bit for the kind of role.
    pub fn kind(self) -> u8 {
        match self {
            Self::Any => 1,
            Self::All(_) => 2,
            Self::NearAny(_) => 4,
            Self::NearWith(_) => 8,
            Self::None | Self::Against | Self::Guard | Self::GuardNone => 16,
        }
    }

    /// Whether it belongs to a guard.
    pub fn is_guard(self) -> bool {
        matches!(self, Self::Guard | Self::GuardNone)
    }

    /// Whether a match means something also where the rule cannot fire.
    pub fn tells_alone(self) -> bool {
        matches!(self, Self::Any | Self::Against)
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
        let mut uses = BTreeMap::new();
        for used in &book.domains {
            let own = settings.domains.get(&used.id).cloned().unwrap_or_default();
            let (rules, of_patterns) = DomainRules::new(book, used.id, &own, &mut patterns);
            if !rules.rules.is_empty() {
                domains.insert(used.id, rules);
                uses.insert(used.id, of_patterns);
            }
        }
        let read: Result<Vec<_>, _> =
            patterns.written.iter().map(|p| Pattern::parse(p).map_err(|problem| format!("{p} {problem}"))).collect();
        let count = patterns.written.len();
        let mut services: Vec<Service> = vec![0; count];
        for (domain, mut uses) in uses {
            uses.resize(count, Vec::new());
            let of_domain = service(domain);
            services.iter_mut().zip(&uses).filter(|(_, uses)| !uses.is_empty()).for_each(|(own, _)| *own |= of_domain);
            domains.entry(domain).and_modify(|rules: &mut DomainRules| rules.uses = Uses::new(&uses));
        }
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
        let evidence = rules.uses(pattern).iter().filter(|used| used.role.is_evidence());
        evidence.map(|used| rules.codes[rules.rules[used.target as usize].code as usize].as_str()).collect()
    }
}

impl DomainRules {
    /// The rules of a domain, and what each pattern serves there.
    fn new(book: &Codebook, domain: Domain, settings: &DomainCoding, patterns: &mut Patterns) -> (Self, Vec<Vec<Use>>) {
        let codes = book.codes(domain);
        let position = |id: &str| codes.iter().position(|c| c.id == id).map(|at| at as u32);
        let mut own = Self {
            codes: codes.iter().map(|c| c.id.clone()).collect(),
            parents: codes.iter().map(|c| c.parent.as_deref().and_then(position)).collect(),
            rules: Vec::new(),
            guards: Vec::new(),
            uses: Uses::default(),
            choose: settings.choose,
            threshold: settings.threshold,
        };
        let mut uses = Vec::new();
        for (code, declared) in codes.iter().enumerate() {
            for rule in declared.rules.iter().filter(|rule| rule.domains.is_empty() || rule.domains.contains(&domain)) {
                own.add_rule(code as u32, rule, patterns, &mut uses);
            }
        }
        for guard in &settings.guards {
            let target = own.guards.len() as u32;
            own.guards.push(guard.name.clone());
            let whole = guard.scope == Scope::Text;
            for (written, role) in [(&guard.any, Role::Guard), (&guard.none, Role::GuardNone)] {
                for pattern in written {
                    let used = Use { target, role, weight: 0.0, whole, kinds: 0 };
                    add_use(&mut uses, patterns.number(pattern), used);
                }
            }
        }
        (own, uses)
    }

    fn position(&self, code: &str) -> Option<u32> {
        self.codes.iter().position(|own| own == code).map(|at| at as u32)
    }

    /// What a pattern serves.
    #[inline]
    pub fn uses(&self, pattern: u32) -> &[Use] {
        let starts = &self.uses.starts[pattern as usize..];
        &self.uses.all[starts[0] as usize..starts[1] as usize]
    }

    fn add_rule(&mut self, code: u32, rule: &Rule, patterns: &mut Patterns, uses: &mut Vec<Vec<Use>>) {
        let target = self.rules.len() as u32;
        let needed = [
            (!rule.any.is_empty(), Role::Any.kind()),
            (!rule.all.is_empty(), Role::All(0).kind()),
            (!rule.near.is_empty(), Role::NearAny(0).kind() | Role::NearWith(0).kind()),
        ];
        self.rules.push(CompiledRule {
            code,
            needs_any: !rule.any.is_empty(),
            all: rule.all.len() as u32,
            near: rule.near.iter().map(|near| within(near.within)).collect(),
            without: rule.without.iter().filter_map(|id| self.position(id)).collect(),
            weight: rule.weight,
        });
        let kinds = needed.iter().filter(|(needed, _)| *needed).fold(0, |all, (_, kind)| all | kind);
        let whole = rule.scope == Scope::Text;
        let mut add = |evidence: &Evidence, role: Role| {
            let number = patterns.number(evidence.pattern());
            add_use(uses, number, Use { target, role, weight: evidence.weight(), whole, kinds });
        };
        rule.any.iter().for_each(|e| add(e, Role::Any));
        rule.none.iter().for_each(|e| add(e, Role::None));
        rule.against.iter().for_each(|e| add(e, Role::Against));
        for (group, alternatives) in (0..).zip(&rule.all) {
            alternatives.patterns().iter().for_each(|e| add(e, Role::All(group)));
        }
        for (pair, near) in (0..).zip(&rule.near) {
            near.any.iter().for_each(|e| add(e, Role::NearAny(pair)));
            near.with.iter().for_each(|e| add(e, Role::NearWith(pair)));
        }
    }
}

fn add_use(uses: &mut Vec<Vec<Use>>, pattern: usize, used: Use) {
    if uses.len() <= pattern {
        uses.resize(pattern + 1, Vec::new());
    }
    uses[pattern].push(used);
}

/// The bit of a domain among what patterns serve.
pub(super) fn service(domain: Domain) -> Service {
    1 << domain as u8
}

/// A distance in words, of which no text has more.
fn within(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}
