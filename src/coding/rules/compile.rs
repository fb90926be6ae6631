//! The codebook's rules made ready: every distinct pattern once, and for each domain what it serves.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::judge::Reader;
use super::lexicon::Service;
use super::negation::{Negation, NegationRole};
use super::scan::Scanner;
use super::uses::{GUARD, GuardUse, Kinds, Use, Uses, for_each_use, is_across, needs, service};
use crate::codebook::pattern::Pattern;
use crate::codebook::{Choose, Code, Codebook, Domain, DomainCoding, Guard, NestedScope, Rule, Scope};

/// The rules of a codebook, ready to be applied.
pub struct Rulebook {
    pub(super) scanner: Scanner,
    patterns: Vec<String>,
    pub(super) nested: NestedScope,
    pub(super) negation: Negation,
    pub(super) domains: BTreeMap<Domain, DomainRules>,
    /// The codes of all domains, one domain after the other.
    pub(super) codes: Vec<CompiledCode>,
    /// The rules of all domains; those that yield to no code come first.
    pub(super) rules: Vec<CompiledRule>,
    /// How many these are.
    pub(super) unyielding: u32,
    /// The guards of all domains: each with its domain and its number there.
    pub(super) guards: Vec<(Domain, u32)>,
    pub(super) guard_uses: Uses<GuardUse>,
    /// The weights of patterns in rules; where two have the same span, the first counts.
    pub(super) weights: Vec<f64>,
}

/// What the rules of a domain are about.
pub(super) struct DomainRules {
    pub codes: Vec<String>,
    /// The names of its guards.
    pub guards: Vec<String>,
    /// Where its codes and guards stand among those of all domains.
    first_code: u32,
    first_guard: u32,
    pub choose: Choose,
}

impl DomainRules {
    /// The numbers of its codes among those of all domains.
    pub fn numbers(&self) -> Range<u32> {
        self.first_code..self.first_code + self.codes.len() as u32
    }

    /// The number of a code by its position in the domain.
    fn number(&self, position: u32) -> u32 {
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
    /// The kinds of hits without which it cannot fire.
    pub needs: Kinds,
    /// How many groups of `all` there are.
    pub all: u32,
    /// How far apart each pair may stand, in words.
    pub near: Vec<u32>,
    /// The codes beside which it does not fire, by their numbers.
    pub without: Vec<u32>,
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

/// The weight of a pattern in a rule.
struct Weight {
    weight: f64,
    pattern: usize,
    rule: u32,
}

impl Weight {
    /// Which of two counts where they match the same span: the greater; else the pattern that says more.
    fn order(&self, other: &Self, patterns: &[String]) -> Ordering {
        let key = |one: &Self| {
            let pattern = patterns[one.pattern].as_str();
            let wildcards = pattern.matches(['*', '?']).count();
            let letters = pattern.chars().filter(|c| c.is_alphanumeric()).count();
            (wildcards, Reverse(letters), pattern.to_owned(), one.rule)
        };
        other.weight.total_cmp(&self.weight).then_with(|| key(self).cmp(&key(other)))
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

/// A codebook's rules as they are compiled, domain by domain.
#[derive(Default)]
struct Compiler {
    patterns: Patterns,
    domains: BTreeMap<Domain, DomainRules>,
    codes: Vec<CompiledCode>,
    rules: Vec<CompiledRule>,
    guards: Vec<(Domain, u32)>,
    /// By pattern.
    uses: Vec<(usize, Use)>,
    guard_uses: Vec<(usize, GuardUse)>,
    /// In the order of rules.
    weights: Vec<Weight>,
}

impl Compiler {
    /// Adds the rules of a domain; one without rules has nothing to guard, either.
    fn add(&mut self, book: &Codebook, domain: Domain, settings: &DomainCoding) {
        let codes = book.codes(domain);
        let own = |rule: &&Rule| rule.domains.is_empty() || rule.domains.contains(&domain);
        let has_rules = codes.iter().flat_map(|code| &code.rules).any(|rule| own(&rule));
        let rules = DomainRules {
            codes: codes.iter().map(|code| code.id.clone()).collect(),
            guards: settings.guards.iter().map(|guard| guard.name.clone()).collect(),
            first_code: self.codes.len() as u32,
            first_guard: self.guards.len() as u32,
            choose: settings.choose,
        };
        let number = |id: &str| codes.iter().position(|code| code.id == id).map(|at| rules.number(at as u32));
        for (position, code) in (0..).zip(codes) {
            for rule in code.rules.iter().filter(own) {
                self.add_rule(domain, rules.number(position), rule, number);
            }
        }
        for (at, guard) in (0..).zip(&settings.guards) {
            self.add_guard(domain, rules.first_guard + at, guard);
        }
        if has_rules {
            let compiled = |(position, code): (u32, &Code)| {
                let main = code.parent.as_deref().and_then(number).unwrap_or(rules.number(position));
                CompiledCode { domain, position, main, threshold: settings.threshold }
            };
            self.codes.extend((0..).zip(codes).map(compiled));
            self.guards.extend((0..).zip(&settings.guards).map(|(at, _)| (domain, at)));
            self.domains.insert(domain, rules);
        } else {
            self.guard_uses.retain(|(_, used)| used.service != service(domain));
        }
    }

    fn add_rule(&mut self, domain: Domain, code: u32, rule: &Rule, number: impl Fn(&str) -> Option<u32>) {
        let Self { patterns, rules, uses, weights, .. } = self;
        let (whole, own, needs) = (rule.scope == Scope::Text, rules.len() as u32, needs(rule));
        let mut numbers: BTreeMap<(usize, bool), u32> = BTreeMap::new();
        for_each_use(rule, |evidence, role| {
            let pattern = patterns.number(evidence.pattern());
            let weight = *numbers.entry((pattern, role.is_evidence())).or_insert_with(|| {
                let factor = if role.is_evidence() { rule.weight } else { 1.0 };
                weights.push(Weight { weight: factor * evidence.weight(), pattern, rule: own });
                weights.len() as u32 - 1
            });
            let (service, across) = (service(domain), is_across(domain));
            uses.push((pattern, Use { weight, rule: own, code, role, needs, service, across, whole }));
        });
        rules.push(CompiledRule {
            needs,
            all: rule.all.len() as u32,
            near: rule.near.iter().map(|near| within(near.within)).collect(),
            without: rule.without.iter().filter_map(|id| number(id)).collect(),
        });
    }

    /// Puts the rules first that yield to no code, and tells how many they are.
    fn put_unyielding_first(&mut self) -> u32 {
        let rules = std::mem::take(&mut self.rules).into_iter().enumerate();
        let (first, then): (Vec<_>, Vec<_>) = rules.partition(|(_, rule)| rule.without.is_empty());
        let unyielding = first.len() as u32;
        let mut numbers = vec![0; first.len() + then.len()];
        for (number, (before, rule)) in (0..).zip(first.into_iter().chain(then)) {
            numbers[before] = number;
            self.rules.push(rule);
        }
        self.uses.iter_mut().for_each(|(_, used)| used.rule = numbers[used.rule as usize]);
        unyielding
    }

    /// Puts the weights in the order in which they count for a span.
    fn put_greatest_first(&mut self) -> Vec<f64> {
        let Self { weights, uses, patterns, .. } = self;
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by(|a, b| weights[*a].order(&weights[*b], &patterns.written));
        let mut numbers = vec![0; order.len()];
        (0..).zip(&order).for_each(|(number, before)| numbers[*before] = number);
        uses.iter_mut().for_each(|(_, used)| used.weight = numbers[used.weight as usize]);
        order.iter().map(|at| weights[*at].weight).collect()
    }

    fn add_guard(&mut self, domain: Domain, guard: u32, declared: &Guard) {
        let (whole, service, across) = (declared.scope == Scope::Text, service(domain), is_across(domain));
        for (written, lifts) in [(&declared.any, false), (&declared.none, true)] {
            let used = GuardUse { guard, lifts, whole, service, across };
            self.guard_uses.extend(written.iter().map(|pattern| (self.patterns.number(pattern), used)));
        }
    }
}

impl Rulebook {
    /// Makes a codebook's rules ready.
    ///
    /// # Errors
    /// The pattern that cannot be used; a codebook that has been read has none.
    pub fn new(book: &Codebook) -> Result<Self, String> {
        let settings = book.coding.clone().unwrap_or_default();
        let mut compiler = Compiler::default();
        let negation = settings.negation.unwrap_or_default();
        let roles: Vec<_> = [
            (&negation.before, NegationRole::Before),
            (&negation.after, NegationRole::After),
            (&negation.except, NegationRole::Except),
            (&negation.stop, NegationRole::Stop),
        ]
        .into_iter()
        .flat_map(|(written, role)| written.iter().map(move |pattern| (pattern, role)))
        .map(|(pattern, role)| (compiler.patterns.number(pattern), role))
        .collect();
        for used in &book.domains {
            compiler.add(book, used.id, &settings.domains.get(&used.id).cloned().unwrap_or_default());
        }
        let weights = compiler.put_greatest_first();
        let unyielding = compiler.put_unyielding_first();
        let Compiler { patterns: Patterns { written, .. }, domains, codes, rules, guards, uses, guard_uses, .. } =
            compiler;
        let mut services: Vec<Service> = vec![0; written.len()];
        uses.iter().for_each(|(pattern, used)| services[*pattern] |= used.service);
        guard_uses.iter().for_each(|(pattern, used)| services[*pattern] |= used.service | GUARD);
        let mut by_pattern = vec![NegationRole::None; written.len()];
        for (number, role) in roles {
            services[number] = Service::MAX;
            by_pattern[number] = match (by_pattern[number], role) {
                (NegationRole::Before, NegationRole::After) => NegationRole::Both,
                (_, role) => role,
            };
        }
        let read: Result<Vec<_>, _> =
            written.iter().map(|p| Pattern::parse(p).map_err(|problem| format!("{p} {problem}"))).collect();
        let negation = Negation { roles: by_pattern, within: within(negation.within) };
        let scanner = Scanner::new(&read?, services, Uses::new(uses))?;
        Ok(Self {
            scanner,
            patterns: written,
            negation,
            domains,
            codes,
            rules,
            unyielding,
            guards,
            nested: settings.nested_scope,
            guard_uses: Uses::new(guard_uses),
            weights,
        })
    }

    /// Begins to read and judge texts.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self)
    }

    /// How many keys of evidence there are: the codes, or the domains.
    pub(super) fn keys(&self) -> usize {
        if self.nested == NestedScope::Key { self.codes.len() } else { Service::BITS as usize }
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
        let own = |used: &&Use| rules.numbers().contains(&used.code) && used.role.is_evidence();
        let codes = self.scanner.uses(pattern).iter().filter(own).map(|used| self.codes[used.code as usize].position);
        codes.map(|position| rules.codes[position as usize].as_str()).collect()
    }
}

/// A distance in words, of which no text has more.
fn within(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}
