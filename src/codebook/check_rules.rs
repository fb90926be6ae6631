//! What must hold of rules: patterns that can be read, codes and domains that exist, numbers that make sense. Every message
//! names the code and its rule, and the line of the pattern.

use std::cell::RefCell;

use super::check::place_of;
use super::pattern::Pattern;
use super::{Code, Codebook, Domain, Evidence, Rule, System};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Spot, did_you_mean_in_english, shown};

/// The furthest that words may be told to stand apart.
const FURTHEST: usize = 50;

struct Checker<'a> {
    book: &'a Codebook,
    text: &'a str,
    name: &'a str,
    messages: RefCell<&'a mut Diagnostics>,
}

/// Adds all problems of the rules.
pub(super) fn check(book: &Codebook, text: &str, name: &str, messages: &mut Diagnostics) {
    let checker = Checker { book, text, name, messages: RefCell::new(messages) };
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
    fn report(&self, place: Place, found: String, action: &str) {
        self.messages.borrow_mut().push(Diagnostic::error(place, found).action(action));
    }

    fn rule(&self, system: &System, code: &Code, number: usize, rule: &Rule) {
        let of = format!("rule {number} of the code {}", shown(&code.id));
        for (key, evidence) in rule.patterns() {
            let whose = format!("the pattern {} under \"{key}\" in {of}", shown(evidence.pattern()));
            self.pattern(evidence.pattern(), &code.id, &whose);
            self.weight(evidence.weight(), evidence.pattern(), &code.id, &whose);
        }
        self.weight(rule.weight, "", &code.id, &of);
        if rule.patterns().all(|(key, _)| key == "none") {
            let found = format!("{of} has nothing that speaks for the code or against it");
            self.report(self.place(&code.id, ""), found, "add patterns under \"any\", \"all\" or \"near\"");
        }
        if rule.all.iter().any(|alternatives| alternatives.patterns().is_empty()) {
            let found = format!("{of} has an empty list under \"all\", which nothing can meet");
            self.report(self.place(&code.id, ""), found, "remove it");
        }
        for near in &rule.near {
            self.near(&of, &code.id, near.within, &near.any, &near.with);
        }
        for other in rule.without.iter().filter(|other| !system.codes.iter().any(|c| c.id == **other)) {
            let found = format!("{of} names the code {} under \"without\", which does not exist", shown(other));
            let known = system.codes.iter().map(|c| c.id.as_str());
            self.report(self.place(&code.id, other), found, &did_you_mean_in_english(other, known));
        }
        for domain in rule.domains.iter().filter(|domain| !self.uses(**domain, system)) {
            let found = format!("{of} is for {domain}, which does not use the code system {}", shown(&system.id));
            self.report(self.place(&code.id, domain.word()), found, "name a domain that uses it, or none for all");
        }
    }

    fn uses(&self, domain: Domain, system: &System) -> bool {
        self.book.domains.iter().any(|used| used.id == domain && used.system == system.id)
    }

    fn near(&self, of: &str, code: &str, within: usize, any: &[Evidence], with: &[Evidence]) {
        if any.is_empty() || with.is_empty() {
            let found = format!("\"near\" in {of} lacks one of its two sides");
            self.report(self.place(code, ""), found, "write patterns under both \"any\" and \"with\"");
        }
        if !(1..=FURTHEST).contains(&within) {
            let found = format!("\"near\" in {of} asks for words within {within}");
            self.report(self.place(code, ""), found, &format!("choose 1 (neighbours) to {FURTHEST} words"));
        }
    }

    fn pattern(&self, pattern: &str, code: &str, whose: &str) {
        if let Err(problem) = Pattern::parse(pattern) {
            self.report(self.place(code, pattern), format!("{whose} {problem}"), problem.action());
        }
    }

    fn weight(&self, weight: f64, pattern: &str, code: &str, whose: &str) {
        if !(weight > 0.0 && weight <= 100.0) {
            let found = format!("{whose} has the weight {weight}");
            self.report(
                self.place(code, pattern),
                found,
                "choose a weight above 0, at most 100; what speaks against a code stands under \"against\"",
            );
        }
    }

    /// The settings under "coding".
    fn settings(&self) {
        let Some(coding) = &self.book.coding else { return };
        if let Some(negation) = &coding.negation {
            let lists = [&negation.before, &negation.after, &negation.except, &negation.stop];
            for pattern in lists.into_iter().flatten() {
                self.pattern(pattern, "", &format!("the pattern {} under \"negation\"", shown(pattern)));
            }
            if negation.within > FURTHEST {
                let found = format!("a negation reaches {} words", negation.within);
                self.report(self.place("", "negation"), found, &format!("choose at most {FURTHEST} words"));
            }
        }
        for (domain, settings) in &coding.domains {
            if !self.book.domains.iter().any(|used| used.id == *domain) {
                let found = format!("\"coding\" has settings for {domain}, which the codebook does not use");
                self.report(self.place("", domain.word()), found, "remove them, or add the domain");
            }
            if !(settings.threshold > 0.0 && settings.threshold.is_finite()) {
                let found = format!("the threshold of {domain} is {}", settings.threshold);
                self.report(self.place("", "threshold"), found, "choose a number above 0");
            }
            for guard in &settings.guards {
                for pattern in guard.any.iter().chain(&guard.none) {
                    let whose = format!("the pattern {} of the guard {}", shown(pattern), shown(&guard.name));
                    self.pattern(pattern, "", &whose);
                }
            }
        }
    }

    fn place(&self, code: &str, written: &str) -> Place {
        locate(self.text, self.name, code, written)
    }
}

/// The line of a text within the declaration of a code, or within `coding` where no code is named; of the code itself
/// where it is not found there.
pub fn locate(source: &str, name: &str, code: &str, written: &str) -> Place {
    let line_of = |from: usize| {
        let json = serde_json::to_string(written).ok()?;
        let at = source[from..].find(&json)? + from;
        Some(Place::line(name, source[..at].matches('\n').count() + 1))
    };
    let head = if code.is_empty() { Place::file(name) } else { place_of(source, name, code, 0) };
    let Spot::Line(line) = head.spot else {
        return line_of(source.find("\"coding\"").unwrap_or_default()).unwrap_or(head);
    };
    let start = source.match_indices('\n').nth(line.saturating_sub(2)).map_or(0, |(at, _)| at);
    if written.is_empty() { head } else { line_of(start).unwrap_or(head) }
}
