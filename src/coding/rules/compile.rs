//! Compiles a codebook's rules: every distinct pattern once, with its postings.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::negation::{Negation, NegationRole};
use super::postings::{
    ALL_BITS, ByPattern, DomainMask, GUARD_BIT, GuardPosting, Posting, domain_bit, for_each_role, layers,
    required_roles,
};
use super::rulebook::{CompiledCode, CompiledRule, DomainRules, Rulebook};
use super::scan::Scanner;
use crate::codebook::pattern::Pattern;
use crate::codebook::{self, Code, Codebook, Domain, DomainCoding, Guard, Rule, Scope};
use crate::wording::Language;

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
    layers: BTreeMap<Domain, u8>,
    patterns: Patterns,
    domains: BTreeMap<Domain, DomainRules>,
    codes: Vec<CompiledCode>,
    rules: Vec<CompiledRule>,
    guards: Vec<(Domain, u32)>,
    /// By pattern.
    postings: Vec<(usize, Posting)>,
    guard_postings: Vec<(usize, GuardPosting)>,
    /// In the order of rules.
    weights: Vec<Weight>,
}

impl Compiler {
    /// Adds the rules of a domain; one without rules has nothing to guard, either.
    fn add(&mut self, book: &Codebook, domain: Domain, settings: &DomainCoding) {
        let codes = book.codes(domain);
        let own = |rule: &&Rule| rule.is_for(domain);
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
            self.guard_postings.retain(|(_, posting)| posting.domain_bit != domain_bit(domain));
        }
    }

    fn add_rule(&mut self, domain: Domain, code: u32, rule: &Rule, number: impl Fn(&str) -> Option<u32>) {
        let Self { patterns, rules, postings, weights, layers, .. } = self;
        let (whole_text, own, required_roles) = (rule.scope == Scope::Text, rules.len() as u32, required_roles(rule));
        let mut numbers: BTreeMap<(usize, bool), u32> = BTreeMap::new();
        for_each_role(rule, |evidence, role| {
            let pattern = patterns.number(evidence.pattern());
            let weight = *numbers.entry((pattern, role.is_evidence())).or_insert_with(|| {
                let factor = if role.is_evidence() { rule.weight } else { 1.0 };
                weights.push(Weight { weight: factor * evidence.weight(), pattern, rule: own });
                weights.len() as u32 - 1
            });
            let (domain_bit, layer) = (domain_bit(domain), layers[&domain]);
            postings.push((
                pattern,
                Posting { weight, rule: own, code, role, required_roles, domain_bit, layer, whole_text },
            ));
        });
        rules.push(CompiledRule {
            required_roles,
            all: rule.all.len() as u32,
            near: rule.near.iter().map(|near| within(near.within)).collect(),
            without: rule.without.iter().filter_map(|id| number(id)).collect(),
        });
    }

    /// Puts the rules first that have no condition `without`, and tells how many they are.
    fn put_unconditional_first(&mut self) -> u32 {
        let rules = std::mem::take(&mut self.rules).into_iter().enumerate();
        let (first, then): (Vec<_>, Vec<_>) = rules.partition(|(_, rule)| rule.without.is_empty());
        let unconditional = first.len() as u32;
        let mut numbers = vec![0; first.len() + then.len()];
        for (number, (before, rule)) in (0..).zip(first.into_iter().chain(then)) {
            numbers[before] = number;
            self.rules.push(rule);
        }
        self.postings.iter_mut().for_each(|(_, posting)| posting.rule = numbers[posting.rule as usize]);
        unconditional
    }

    /// Puts the weights in the order in which they count for a span.
    fn put_greatest_first(&mut self) -> Vec<f64> {
        let Self { weights, postings, patterns, .. } = self;
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by(|a, b| weights[*a].order(&weights[*b], &patterns.written));
        let mut numbers = vec![0; order.len()];
        (0..).zip(&order).for_each(|(number, before)| numbers[*before] = number);
        postings.iter_mut().for_each(|(_, posting)| posting.weight = numbers[posting.weight as usize]);
        order.iter().map(|at| weights[*at].weight).collect()
    }

    /// Adds the patterns of negation, each with its role.
    fn add_negation(&mut self, negation: &codebook::Negation) -> Vec<(usize, NegationRole)> {
        let lists = [
            (&negation.before, NegationRole::Before),
            (&negation.after, NegationRole::After),
            (&negation.except, NegationRole::Except),
            (&negation.stop, NegationRole::Stop),
        ];
        let written = lists.into_iter().flat_map(|(written, role)| written.iter().map(move |p| (p, role)));
        written.map(|(pattern, role)| (self.patterns.number(pattern), role)).collect()
    }

    /// The domains that every pattern is for.
    fn masks(&self, negation: &[(usize, NegationRole)]) -> Vec<DomainMask> {
        let mut masks = vec![0; self.patterns.written.len()];
        self.postings.iter().for_each(|(pattern, posting)| masks[*pattern] |= posting.domain_bit);
        self.guard_postings.iter().for_each(|(pattern, posting)| masks[*pattern] |= posting.domain_bit | GUARD_BIT);
        negation.iter().for_each(|(pattern, _)| masks[*pattern] = ALL_BITS);
        masks
    }

    fn add_guard(&mut self, domain: Domain, guard: u32, declared: &Guard) {
        let (whole_text, layer) = (declared.scope == Scope::Text, self.layers[&domain]);
        for (written, exempts) in [(&declared.any, false), (&declared.none, true)] {
            let posting = GuardPosting { guard, exempts, whole_text, domain_bit: domain_bit(domain), layer };
            self.guard_postings.extend(written.iter().map(|pattern| (self.patterns.number(pattern), posting)));
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
        let mut compiler = Compiler { layers: layers(book.domains()), ..Compiler::default() };
        let negation = settings.negation.unwrap_or_default();
        let roles = compiler.add_negation(&negation);
        for used in &book.domains {
            compiler.add(book, used.id, &settings.domains.get(used.id.word()).cloned().unwrap_or_default());
        }
        let weights = compiler.put_greatest_first();
        let unconditional = compiler.put_unconditional_first();
        let masks = compiler.masks(&roles);
        let layers = compiler.layers.values().max().map_or(0, |layer| usize::from(*layer) + 1);
        let Compiler {
            patterns: Patterns { written, .. },
            domains,
            codes,
            rules,
            guards,
            postings,
            guard_postings,
            ..
        } = compiler;
        let mut by_pattern = vec![NegationRole::None; written.len()];
        for (pattern, role) in roles {
            by_pattern[pattern] = match (by_pattern[pattern], role) {
                (NegationRole::Before, NegationRole::After) => NegationRole::Both,
                (_, role) => role,
            };
        }
        let read = |pattern: &String| {
            Pattern::parse(pattern).map_err(|problem| problem.message(pattern).text(Language::English))
        };
        let read: Vec<_> = written.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self {
            scanner: Scanner::new(&read, masks, ByPattern::new(postings, written.len()))?,
            guard_postings: ByPattern::new(guard_postings, written.len()),
            patterns: written,
            weights,
            nested: settings.nested_scope,
            negation: Negation { roles: by_pattern, within: within(negation.within) },
            domains,
            codes,
            rules,
            unconditional,
            guards,
            layers,
        })
    }
}

/// A distance in words, of which no text has more.
fn within(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}
