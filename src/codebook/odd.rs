//! What is odd about a codebook whose form is right: rules that can never fire, patterns that add nothing or tell nothing
//! apart.

use std::collections::{BTreeMap, BTreeSet};

use super::pattern::{Glob, Pattern};
use super::source::{FileText, Source as _};
use super::{Code, Codebook, Domain, Evidence, Rule};
use crate::diagnostic::{Diagnostic, Place, shown};
use crate::msg;
use crate::wording::{Message, all_of};

/// Collects what is odd about a codebook, each message with its line in the file.
pub struct Checker<'a> {
    pub(crate) book: &'a Codebook,
    source: FileText<'a>,
    /// What is odd so far, each with how much hangs on it: matches that are lost, patterns that say nothing.
    odd: Vec<(usize, Diagnostic)>,
}

impl<'a> Checker<'a> {
    /// What is odd about the codebook itself; `source` is the text of its file.
    pub fn new(book: &'a Codebook, source: &'a str, name: &'a str) -> Self {
        let mut checker = Self { book, source: FileText { text: source, name }, odd: Vec::new() };
        checker.labels();
        for code in book.systems.iter().flat_map(|system| &system.codes) {
            code.rules.iter().enumerate().for_each(|(number, rule)| checker.rule(code, number + 1, rule));
        }
        checker.shared();
        checker
    }

    pub(crate) fn place(&self, code: &str, pattern: &str) -> Place {
        self.source.within(code, pattern)
    }

    pub(crate) fn warn(&mut self, code: &str, pattern: &str, message: Message) {
        self.odd.push((0, Diagnostic::warning(self.place(code, pattern), message)));
    }

    pub(crate) fn note(&mut self, weight: usize, code: &str, pattern: &str, message: Message) {
        self.odd.push((weight, Diagnostic::notice(self.place(code, pattern), message)));
    }

    /// All that is odd: worst first, then by how much hangs on it, then by line.
    pub fn weighed(mut self) -> Vec<Diagnostic> {
        self.odd.sort_by(|(weight, a), (other, b)| (a.severity, other, a).cmp(&(b.severity, weight, b)));
        self.odd.into_iter().map(|(_, message)| message).collect()
    }

    /// Labels of one system that differ only in case.
    fn labels(&mut self) {
        let book = self.book;
        for system in &book.systems {
            let mut known: BTreeMap<String, &Code> = BTreeMap::new();
            for code in &system.codes {
                if let Some(other) = known.insert(code.label.sv.to_lowercase(), code) {
                    self.warn(&code.id, "", msg!("code-labels-alike", one = &other.id, other = &code.id));
                }
            }
        }
    }

    /// What in a rule can never match, or says nothing that another pattern of it does not say.
    fn rule(&mut self, code: &Code, number: usize, rule: &Rule) {
        let number = number.to_string();
        let none: Vec<_> = rule.none.iter().filter_map(|e| globs(e.pattern())).collect();
        let vetoed = |evidence: &Evidence| {
            globs(evidence.pattern()).is_some_and(|own| none.iter().any(|veto| within(veto, &own)))
        };
        for evidence in
            rule.any.iter().chain(rule.all.iter().filter(|a| a.patterns().len() == 1).flat_map(|a| a.patterns()))
        {
            if vetoed(evidence) {
                let own = evidence.pattern();
                let message = msg!("pattern-never-counts", pattern = shown(own), rule = &number, code = &code.id);
                self.warn(&code.id, own, message);
            }
        }
        for (at, evidence) in rule.any.iter().enumerate() {
            let Some(own) = globs(evidence.pattern()) else { continue };
            let broader = rule.any.iter().enumerate().find(|(other, e)| {
                *other != at
                    && globs(e.pattern()).is_some_and(|e| {
                        e.len() == own.len()
                            && e.iter().zip(&own).all(|(a, b)| a.covers(b))
                            && (e != own || *other < at)
                    })
            });
            if let Some((_, broader)) = broader {
                let (pattern, broader) = (shown(evidence.pattern()), shown(broader.pattern()));
                let message = msg!("pattern-adds-nothing", pattern, rule = &number, code = &code.id, broader);
                self.note(0, &code.id, evidence.pattern(), message);
            }
        }
    }

    /// Patterns that alone speak for several main codes of a domain.
    fn shared(&mut self) {
        let book = self.book;
        let mut spoken: BTreeMap<(Domain, String), BTreeSet<&str>> = BTreeMap::new();
        for domain in book.domains() {
            for code in book.codes(domain) {
                let own = code.rules.iter().filter(|rule| rule.is_for(domain));
                let bare = own.filter(|rule| {
                    rule.all.is_empty() && rule.near.is_empty() && rule.none.is_empty() && rule.without.is_empty()
                });
                for evidence in bare.flat_map(|rule| &rule.any) {
                    spoken.entry((domain, evidence.pattern().to_lowercase())).or_default().insert(&code.id);
                }
            }
        }
        // A main code and its subcode may share a pattern: where both pass, the subcode stands.
        let main = |domain: Domain, id: &str| book.code(domain, id).map_or("", |code| code.main()).to_owned();
        for ((domain, pattern), codes) in &spoken {
            if codes.iter().map(|code| main(*domain, code)).collect::<BTreeSet<_>>().len() < 2 {
                continue;
            }
            let codes: Vec<_> = codes.iter().copied().collect();
            let (shown, domain) = (shown(pattern), domain.word());
            let message = msg!("pattern-of-several-codes", pattern = shown, codes = all_of(codes.clone()), domain);
            self.warn(codes[0], pattern, message);
        }
    }
}

/// The words of a pattern; `None` for a regular expression.
fn globs(pattern: &str) -> Option<Vec<Glob>> {
    match Pattern::parse(pattern) {
        Ok(Pattern::Words(globs)) => Some(globs),
        _ => None,
    }
}

/// Whether every match of `own` holds a match of `veto`.
fn within(veto: &[Glob], own: &[Glob]) -> bool {
    own.windows(veto.len()).any(|part| veto.iter().zip(part).all(|(veto, word)| veto.covers(word)))
}
