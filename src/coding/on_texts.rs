//! How a codebook's patterns do on the texts of a study.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::rules::Match;
use super::rules::{Rulebook, domains_of, text};
use crate::codebook::{Code, Codebook, Domain, NestedScope, odd::Checker};
use crate::diagnostic::{Spot, shown};
use crate::msg;
use crate::survey::Input;
use crate::wording::{Arg, first_of};

/// From which share of the texts on a pattern matches too much to tell codes apart.
const NEARLY_ALL: f64 = 0.5;

/// The texts of a study's included interventions and of answers to open questions, by domain.
pub fn texts(book: &Codebook, input: &Input) -> Vec<(Domain, String)> {
    let of_unit = |unit| domains_of(book, unit).map(move |domain| (domain, text(unit, domain).into_owned()));
    input.units().flat_map(of_unit).collect()
}

impl Checker<'_> {
    /// Reports patterns that match none of the texts, nearly all, or only inside longer matches for other codes; a message
    /// lists at most so many patterns. Gives the number of texts.
    pub fn on_texts(&mut self, rulebook: &Rulebook, texts: &[(Domain, String)], most: usize) -> usize {
        let counts = counts(self.book, rulebook, texts);
        let book = self.book;
        for system in &book.systems {
            let domains: Vec<_> = book.domains.iter().filter(|d| d.system == system.id).map(|d| d.id).collect();
            for code in &system.codes {
                let mut said = BTreeSet::new();
                let mut unmet: Vec<&str> = Vec::new();
                for rule in &code.rules {
                    let own: Vec<_> = domains.iter().copied().filter(|domain| rule.is_for(*domain)).collect();
                    for (_, evidence) in rule.patterns().filter(|(key, _)| *key != "against" && *key != "none") {
                        if said.insert(evidence.pattern())
                            && !self.check_pattern(code, evidence.pattern(), &own, rulebook, &counts, texts)
                        {
                            unmet.push(evidence.pattern());
                        }
                    }
                }
                self.unmet(code, &unmet, said.len(), most);
            }
        }
        texts.iter().filter(|(_, text)| !text.trim().is_empty()).count()
    }

    /// One message for the patterns of a code that no text has: there are many where rules are meant for other years, too.
    fn unmet(&mut self, code: &Code, unmet: &[&str], all: usize, most: usize) {
        let Some(first) = unmet.first() else { return };
        let listed = unmet.iter().map(|pattern| match self.place(&code.id, pattern).spot {
            Spot::Line(line) => msg!("pattern-on-line", pattern = shown(pattern), line = line.to_string()).into(),
            _ => Arg::from(shown(pattern)),
        });
        let (count, all) = (unmet.len().to_string(), all.to_string());
        let message = msg!("patterns-unmet", count, all, code = &code.id, patterns = first_of(listed, most, ", "));
        self.note(unmet.len(), &code.id, first, message);
    }

    /// Whether a pattern matches at all; says where it matches too much, or never counts.
    fn check_pattern(
        &mut self,
        code: &Code,
        pattern: &str,
        domains: &[Domain],
        rulebook: &Rulebook,
        counts: &BTreeMap<(Domain, usize), Count>,
        texts: &[(Domain, String)],
    ) -> bool {
        let Some(number) = rulebook.patterns().iter().position(|p| p == pattern) else { return false };
        let own = || domains.iter().filter_map(|domain| counts.get(&(*domain, number)));
        let (matched, texts_with): (usize, usize) = own().fold((0, 0), |sum, c| (sum.0 + c.matches, sum.1 + c.texts));
        let all = texts.iter().filter(|(domain, text)| domains.contains(domain) && !text.trim().is_empty()).count();
        let shadowed = own().map(|c| c.nested.get(&code.id).copied().unwrap_or_default()).sum::<usize>();
        if texts_with as f64 > NEARLY_ALL * all as f64 {
            let (texts, all) = (texts_with.to_string(), all.to_string());
            let message = msg!("pattern-matches-most", pattern = shown(pattern), code = &code.id, texts, all);
            self.warn(&code.id, pattern, message);
        } else if matched > 0 && shadowed == matched {
            let message = msg!("pattern-only-inside-others", pattern = shown(pattern), code = &code.id, matched);
            self.note(matched, &code.id, pattern, message);
        }
        matched > 0
    }
}

/// How often a pattern matches in the texts of a domain.
#[derive(Clone, Default)]
struct Count {
    matches: usize,
    texts: usize,
    /// For each code it speaks for: how often inside a longer match for another code.
    nested: BTreeMap<String, usize>,
}

fn counts(book: &Codebook, rulebook: &Rulebook, texts: &[(Domain, String)]) -> BTreeMap<(Domain, usize), Count> {
    let nested = book.coding.as_ref().map(|c| c.nested_scope).unwrap_or_default();
    let found: Vec<Vec<Match>> =
        texts.par_iter().map_init(|| rulebook.reader(), |reader, (_, text)| reader.matches(text).to_vec()).collect();
    let mut counts: BTreeMap<(Domain, usize), Count> = BTreeMap::new();
    for ((domain, _), found) in texts.iter().zip(&found) {
        let mut seen = BTreeSet::new();
        for m in found {
            let count = counts.entry((*domain, m.pattern as usize)).or_default();
            count.matches += 1;
            count.texts += usize::from(seen.insert(m.pattern));
            let own = rulebook.codes_of(*domain, m.pattern);
            let longer = found.iter().filter(|other| m.is_inside(other));
            let around: BTreeSet<&str> = longer.flat_map(|other| rulebook.codes_of(*domain, other.pattern)).collect();
            for code in
                own.into_iter().filter(|code| nested == NestedScope::Dictionary && around.iter().any(|a| a != code))
            {
                *count.nested.entry(code.to_owned()).or_default() += 1;
            }
        }
    }
    counts
}
