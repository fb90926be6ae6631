//! What must hold of rules: patterns that can be read, codes and domains that exist, numbers that make sense. Every message
//! names the code and its rule, and where the pattern stands.

use std::cell::RefCell;

use super::pattern::Pattern;
use super::source::Source;
use super::{Code, Codebook, Evidence, Rule, System};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean, shown};
use crate::msg;
use crate::wording::Message;

/// The furthest that words may be told to stand apart.
const FURTHEST: usize = 50;

struct Checker<'a> {
    book: &'a Codebook,
    source: &'a dyn Source,
    messages: RefCell<&'a mut Diagnostics>,
}

/// Adds all problems of the rules.
pub(super) fn check(book: &Codebook, source: &dyn Source, messages: &mut Diagnostics) {
    let checker = Checker { book, source, messages: RefCell::new(messages) };
    for system in &book.systems {
        for code in &system.codes {
            for (number, rule) in code.rules.iter().enumerate() {
                checker.rule(system, code, number + 1, rule);
            }
        }
    }
    checker.settings();
}

impl Checker<'_> {
    /// Reports what is wrong at a text within the declaration of a code.
    fn report(&self, code: &str, written: &str, message: Message) {
        let place = self.source.within(code, written);
        self.messages.borrow_mut().push(Diagnostic::error(place, message));
    }

    fn rule(&self, system: &System, code: &Code, number: usize, rule: &Rule) {
        let of = msg!("rule-of-code", rule = number.to_string(), code = shown(&code.id));
        for (key, evidence) in rule.patterns() {
            let whose = msg!("pattern-under-key", pattern = shown(evidence.pattern()), key, rule = &of);
            self.pattern(evidence.pattern(), &code.id, &whose);
            self.weight(evidence.weight(), evidence.pattern(), &code.id, &whose);
        }
        self.weight(rule.weight, "", &code.id, &of);
        if rule.patterns().all(|(key, _)| key == "none") {
            self.report(&code.id, "", msg!("rule-without-evidence", rule = &of));
        }
        if rule.all.iter().any(|alternatives| alternatives.patterns().is_empty()) {
            self.report(&code.id, "", msg!("rule-with-empty-alternatives", rule = &of));
        }
        for near in &rule.near {
            self.near(&of, &code.id, near.within, &near.any, &near.with);
        }
        for other in rule.without.iter().filter(|other| !system.codes.iter().any(|c| c.id == **other)) {
            let suggestion = did_you_mean(other, system.codes.iter().map(|c| c.id.as_str()));
            self.report(
                &code.id,
                other,
                msg!("rule-without-unknown-code", rule = &of, code = shown(other), suggestion),
            );
        }
        for word in rule.domains.iter().filter(|word| !self.uses(word, system)) {
            let (domain, system) = (shown(word), shown(&system.id));
            self.report(&code.id, word, msg!("rule-for-foreign-domain", rule = &of, domain, system));
        }
    }

    fn uses(&self, domain: &str, system: &System) -> bool {
        self.book.domains.iter().any(|used| used.id.word() == domain && used.system == system.id)
    }

    fn near(&self, of: &Message, code: &str, within: usize, any: &[Evidence], with: &[Evidence]) {
        if any.is_empty() || with.is_empty() {
            self.report(code, "", msg!("near-lacks-side", rule = of));
        }
        if !(1..=FURTHEST).contains(&within) {
            let (within, most) = (within.to_string(), FURTHEST.to_string());
            self.report(code, "", msg!("near-distance-unfit", rule = of, within, most));
        }
    }

    fn pattern(&self, pattern: &str, code: &str, whose: &Message) {
        if let Err(problem) = Pattern::parse(pattern) {
            self.report(code, pattern, problem.message(whose));
        }
    }

    fn weight(&self, weight: f64, pattern: &str, code: &str, whose: &Message) {
        if !(weight > 0.0 && weight <= 100.0) {
            self.report(code, pattern, msg!("weight-unfit", whose, weight = weight.to_string()));
        }
    }

    /// The settings under "coding".
    fn settings(&self) {
        let Some(coding) = &self.book.coding else { return };
        if let Some(negation) = &coding.negation {
            let lists = [&negation.before, &negation.after, &negation.except, &negation.stop];
            for pattern in lists.into_iter().flatten() {
                self.pattern(pattern, "", &msg!("pattern-of-negation", pattern = shown(pattern)));
            }
            if negation.within > FURTHEST {
                let (words, most) = (negation.within.to_string(), FURTHEST.to_string());
                self.report("", "negation", msg!("negation-too-far", words, most));
            }
        }
        for (word, settings) in &coding.domains {
            if self.book.domain(word).is_none() {
                self.report("", word, msg!("settings-of-unused-domain", domain = shown(word)));
            }
            if !(settings.threshold > 0.0 && settings.threshold.is_finite()) {
                let (word, threshold) = (shown(word), settings.threshold.to_string());
                self.report("", "threshold", msg!("threshold-unfit", domain = word, threshold));
            }
            for guard in &settings.guards {
                for pattern in guard.any.iter().chain(&guard.none) {
                    let whose = msg!("pattern-of-guard", pattern = shown(pattern), guard = shown(&guard.name));
                    self.pattern(pattern, "", &whose);
                }
            }
        }
    }
}
